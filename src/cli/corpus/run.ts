/** A corpus and a way to read it (our analyzer, or analyses made before) -> readings by note, each note read once. */
import type { GoldNote, Problem } from '../../corpus/gold.ts';
import { type Reading, readingSchema } from '../../corpus/reading.ts';
import { readBase, type Tool } from '../../corpus/saved.ts';
import { InputError, VERSION } from '../../index.ts';
import type { CliIo } from '../io.ts';
import { readLexicon } from '../sources.ts';
import { readCorpus, readText } from './folder.ts';

export interface RunOptions {
  readonly notes?: string;
  readonly analyses?: string;
  readonly lexicon?: readonly string[];
}

export interface CorpusRun {
  readonly gold: readonly GoldNote[];
  readonly readings: ReadonlyMap<string, Reading>;
  readonly problems: readonly Problem[];
  readonly tool: Tool;
}

export async function runCorpus(path: string, options: RunOptions, io: CliIo): Promise<CorpusRun> {
  const { notes: gold, problems } = readCorpus(path, options.notes);
  if (options.analyses !== undefined) {
    const given = readBase(readText(options.analyses), options.analyses);
    const tool = { version: VERSION, lexicons: 'unknown: the analyses were given' };
    return { gold, readings: given.readings, problems: [...problems, ...given.problems], tool };
  }
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const readings = new Map<string, Reading>();
  const failures: Problem[] = [];
  let lexicons = '';
  for (const { id, text, dateOfService } of gold) {
    try {
      const analysis = analyzer.analyze(text, { id, dateOfService: dateOfService ?? null });
      lexicons = analysis.tool.lexicons;
      readings.set(id, readingSchema.parse(analysis));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.push({ file: path, line: 1, message: `note ${JSON.stringify(id.slice(0, 80))}: ${error.message}` });
    }
  }
  return { gold, readings, problems: [...problems, ...failures], tool: { version: VERSION, lexicons } };
}
