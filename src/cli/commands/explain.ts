/** `spinenote explain`: one note and one or more codes -> why each code is there, or why it is not and what is missing. */
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { writeTrace } from '../../formats/trace.ts';
import { showControlsInJson } from '../../formats/visible.ts';
import { explainCode, explainCodes } from '../../index.ts';
import { decodeNote } from '../decode.ts';
import { UsageError } from '../failure.ts';
import { wantsColor } from '../io.ts';
import { addNoteOptions, type NoteOptions, parseCodes, readNoteOptions } from '../options.ts';
import { nameFile, readBytes, readLexicon, readStream } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

interface ExplainCliOptions extends NoteOptions {
  readonly code?: readonly string[];
  readonly format: 'text' | 'json';
}

const STDIN = '-';
const EXAMPLES = `
Examples:
  spinenote explain note.txt --code M51.A4
  spinenote explain note.txt --code M54.51,M54.59
  spinenote explain --date 2021-09-30 --code M54.5 note.txt
  spinenote explain note.txt --format json

Exit code: 0 when the note was read, whatever was found of the code; 2 when it could not be read or an option is wrong.`;

export const defineExplain: DefineCommand = (command, context) => {
  command
    .argument('[file]', 'one note as UTF-8 text; - or nothing reads it from stdin')
    .addOption(
      new Option(
        '-c, --code <codes>',
        'the code to explain; may be repeated; left out: every code of the note',
      ).argParser(parseCodes),
    )
    .addOption(
      new Option('-f, --format <format>', 'text: chains to read; json: the traces as a list')
        .choices(['text', 'json'])
        .default('text'),
    );
  addNoteOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((file: string | undefined, options: ExplainCliOptions) => explainNote(file, options, context, command));
};

async function explainNote(
  file: string | undefined,
  options: ExplainCliOptions,
  context: CommandContext,
  command: Command,
): Promise<void> {
  const { io, output } = context;
  if (file === undefined && !io.hasPipedInput()) {
    command.error('error: no note given. Name a file (spinenote explain note.txt --code M51.A4) or pipe a note in.', {
      exitCode: 2,
    });
  }
  const text = await readNote(file ?? STDIN, context);
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const id = file === undefined || file === STDIN ? {} : { id: file };
  const analysis = analyzer.analyze(text, { ...readNoteOptions(options), ...id });
  const traces = options.code ? options.code.map((code) => explainCode(analysis, code)) : explainCodes(analysis);
  if (options.format === 'json') {
    await output.write(`${showControlsInJson(JSON.stringify(traces, null, 2))}\n`);
    return;
  }
  const palette = pc.createColors(wantsColor(io.env, io.stdout));
  const chains = traces.map((trace) => writeTrace(trace, text, palette));
  await output.write(
    chains.length > 0 ? chains.join('\n') : 'No code is assigned, suggested or left out. Name one with --code.\n',
  );
}

async function readNote(file: string, { io }: CommandContext): Promise<string> {
  try {
    return decodeNote(file === STDIN ? await readStream(io.stdin) : readBytes(file));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${file === STDIN ? '<stdin>' : nameFile(file)}: ${error.message}`);
  }
}
