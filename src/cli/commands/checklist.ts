/** `spinenote checklist FILE`: one note -> the documentation checklists that apply, line by line. */
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { writeChecklist } from '../../formats/checklist.ts';
import { showControlsInJson } from '../../formats/visible.ts';
import { checklist } from '../../index.ts';
import { decodeNote } from '../decode.ts';
import { UsageError } from '../failure.ts';
import { wantsColor } from '../io.ts';
import { addNoteOptions, type NoteOptions, parseCodes, readNoteOptions } from '../options.ts';
import { nameFile, readBytes, readLexicon, readStream } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

interface ChecklistCliOptions extends NoteOptions {
  readonly codes?: readonly string[];
  readonly format: 'text' | 'json';
}

const STDIN = '-';
const EXAMPLES = `
Examples:
  spinenote checklist note.txt
  spinenote checklist note.txt --codes M54.50
  spinenote checklist note.txt --format json

Exit code: 0 when the note was read, whatever is not met; 2 when it could not be read or an option is wrong.`;

export const defineChecklist: DefineCommand = (command, context) => {
  command
    .argument('[file]', 'one note as UTF-8 text; - or nothing reads it from stdin')
    .addOption(new Option('--codes <codes>', 'the codes that were sent, in claim order').argParser(parseCodes))
    .addOption(
      new Option('-f, --format <format>', 'text: lines to read; json: the checklist')
        .choices(['text', 'json'])
        .default('text'),
    );
  addNoteOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((file: string | undefined, options: ChecklistCliOptions) => checkNote(file, options, context, command));
};

async function checkNote(
  file: string | undefined,
  options: ChecklistCliOptions,
  context: CommandContext,
  command: Command,
): Promise<void> {
  const { io, output } = context;
  if (file === undefined && !io.hasPipedInput())
    command.error('error: no note given. Name a file (spinenote checklist note.txt) or pipe a note in.', {
      exitCode: 2,
    });
  const text = await readNote(file ?? STDIN, context);
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const id = file === undefined || file === STDIN ? {} : { id: file };
  const meta = options.codes ? { meta: { codes: options.codes } } : {};
  const lines = checklist(analyzer.analyze(text, { ...readNoteOptions(options), ...id, ...meta }));
  if (options.format === 'json') await output.write(`${showControlsInJson(JSON.stringify(lines, null, 2))}\n`);
  else await output.write(writeChecklist(lines, text, pc.createColors(wantsColor(io.env, io.stdout))));
}

async function readNote(file: string, { io }: CommandContext): Promise<string> {
  try {
    return decodeNote(file === STDIN ? await readStream(io.stdin) : readBytes(file));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${file === STDIN ? '<stdin>' : nameFile(file)}: ${error.message}`);
  }
}
