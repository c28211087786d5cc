/** `spinenote analyze`: notes in files or on stdin -> a report; one unreadable file never hides the others. */
import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { FORMAT_NAMES, type FormatName, formats } from '../../formats/catalogue.ts';
import type { AnalyzedNote } from '../../formats/format.ts';
import { type AnalyzeOptions, type Analyzer, InputError } from '../../index.ts';
import { decodeNote } from '../decode.ts';
import { UsageError } from '../failure.ts';
import { wantsColor } from '../io.ts';
import { addNoteOptions, type NoteOptions, parseCodes, readNoteOptions } from '../options.ts';
import { nameFile, readBytes, readLexicon, readStream } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

interface AnalyzeCliOptions extends NoteOptions {
  readonly format: FormatName;
  readonly codes?: readonly string[];
  readonly whatIf?: true;
  readonly allQueries?: true;
}

const STDIN = '-';
const EXAMPLES = `
Examples:
  spinenote analyze note.txt
  spinenote analyze --date 2026-10-05 visit-1.txt visit-2.txt
  pdftotext -layout report.pdf - | spinenote analyze
  spinenote analyze --format line notes/*.txt | grep ' query: '
  spinenote analyze --format json note.txt > analysis.json
  spinenote analyze --codes M54.5,M51.26 note.txt

Exit code: 0 when every note was analysed, 2 when one could not be read or an option is wrong.`;

export const defineAnalyze: DefineCommand = (command, context) => {
  command
    .argument('[file...]', 'notes as UTF-8 text; - or nothing reads one note from stdin')
    .addOption(new Option('-f, --format <format>', describeFormats()).choices(FORMAT_NAMES).default('text'))
    .addOption(
      new Option(
        '--codes <codes>',
        'the codes that were sent, in claim order: each is checked against the note',
      ).argParser(parseCodes),
    )
    .option(
      '--what-if',
      'for coders: in text, the codes that each answer to a query would give (json always has them)',
    );
  command.option('--all-queries', 'in text, every query; the three that weigh most when left out (json has them all)');
  addNoteOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: AnalyzeCliOptions) => analyzeFiles(files, options, context, command));
};

const describeFormats = (): string => FORMAT_NAMES.map((name) => `${name}: ${formats[name].shows}`).join('; ');

async function analyzeFiles(
  given: readonly string[],
  options: AnalyzeCliOptions,
  context: CommandContext,
  command: Command,
): Promise<void> {
  const { io, output } = context;
  const files = given.length > 0 ? given : [STDIN];
  if (given.length === 0 && !io.hasPipedInput()) {
    command.error(
      'error: no note given. Name a file (spinenote analyze note.txt), pipe a note in (cat note.txt | spinenote analyze), or type one with: spinenote analyze -',
      { exitCode: 2 },
    );
  }
  if (files.filter((file) => file === STDIN).length > 1)
    throw new UsageError('stdin (-) can be read only once. Name it once.');
  const { codes } = options;
  if (codes && files.length > 1)
    throw new UsageError(
      '--codes is the claim of one note, and several are named. Name one, or send them through spinenote batch with "meta": {"codes": [...]}.',
    );
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const noteOptions = { ...readNoteOptions(options), ...(codes && { meta: { codes } }) };
  const notes = analyzeEach(files, await readStdin(files, context), analyzer, noteOptions, context);
  const palette = pc.createColors(wantsColor(io.env, io.stdout));
  const asked = files.length > 1 ? 'several' : 'one';
  const whatIf = options.whatIf ? 'shown' : 'hidden';
  const queries = options.allQueries ? 'all' : 'first';
  const written = formats[options.format].write(notes, { palette, asked, whatIf, queries });
  for (const piece of written) await output.write(piece);
}

type Stdin = Uint8Array | UsageError | null;

/** Stdin is read first, because the formats pull the notes one after the other without waiting. */
async function readStdin(files: readonly string[], { io }: CommandContext): Promise<Stdin> {
  if (!files.includes(STDIN)) return null;
  try {
    return await readStream(io.stdin);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function* analyzeEach(
  files: readonly string[],
  stdin: Stdin,
  analyzer: Analyzer,
  options: AnalyzeOptions,
  { complain, endWith }: CommandContext,
): Iterable<AnalyzedNote> {
  for (const file of files) {
    const name = file === STDIN ? '<stdin>' : nameFile(file);
    try {
      if (file === STDIN && stdin instanceof UsageError) throw stdin;
      const text = decodeNote(file === STDIN ? (stdin as Uint8Array) : readBytes(file));
      const id = file === STDIN ? {} : { id: file };
      yield { file: name, text, analysis: analyzer.analyze(text, { ...options, ...id }) };
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof InputError)) throw error;
      complain(`${name}: ${error.message}`);
      endWith(2);
    }
  }
}
