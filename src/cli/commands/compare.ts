/** `spinenote compare BEFORE AFTER`: the note without and with its addendum (or their analyses) -> what the edit changed. */
import { Option } from 'commander';
import pc from 'picocolors';
import { writeComparison } from '../../formats/comparison.ts';
import { showControlsInJson } from '../../formats/visible.ts';
import { type Analysis, type Analyzer, analysisSchema, compareAnalyses } from '../../index.ts';
import { decodeNote } from '../decode.ts';
import { UsageError } from '../failure.ts';
import { wantsColor } from '../io.ts';
import { addNoteOptions, type NoteOptions, readNoteOptions } from '../options.ts';
import { nameFile, readBytes, readLexicon } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

interface CompareCliOptions extends NoteOptions {
  readonly format: 'text' | 'json';
}

const EXAMPLES = `
AFTER is the whole note with its addendum, not the addendum alone. Either may be an analysis
(spinenote analyze --format json) in place of a note.

Examples:
  spinenote compare note.txt note-with-addendum.txt
  spinenote compare --format json before.json after.txt

Exit code: 0 when both were read, whatever changed; 2 when one could not be read or an option is wrong.`;

export const defineCompare: DefineCommand = (command, context) => {
  command
    .argument('<before>', 'the note before, as UTF-8 text, or its analysis')
    .argument('<after>', 'the note after, as UTF-8 text, or its analysis')
    .addOption(
      new Option('-f, --format <format>', 'text: a report to read; json: the comparison')
        .choices(['text', 'json'])
        .default('text'),
    );
  addNoteOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((before: string, after: string, options: CompareCliOptions) =>
      compareNotes([before, after], options, context),
    );
};

async function compareNotes(
  files: readonly [string, string],
  options: CompareCliOptions,
  { io, output }: CommandContext,
): Promise<void> {
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const [before, after] = files.map((file) => readAnalysis(file, analyzer, options)) as [Analysis, Analysis];
  const comparison = compareAnalyses(before, after);
  if (options.format === 'json') await output.write(`${showControlsInJson(JSON.stringify(comparison, null, 2))}\n`);
  else await output.write(writeComparison(comparison, pc.createColors(wantsColor(io.env, io.stdout))));
}

function readAnalysis(file: string, analyzer: Analyzer, options: CompareCliOptions): Analysis {
  try {
    const text = decodeNote(readBytes(file));
    if (!/^\s*\{\s*"schema"/.test(text)) return analyzer.analyze(text, { ...readNoteOptions(options), id: file });
    const read = analysisSchema.safeParse(JSON.parse(text));
    if (read.success) return read.data as Analysis;
    throw new UsageError('an analysis that is not as this version writes it. Analyse the note again.');
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new UsageError(`${nameFile(file)}: JSON that does not parse. Analyse the note again.`);
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${nameFile(file)}: ${error.message}`);
  }
}
