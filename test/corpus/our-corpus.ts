/** The project's own corpus with what the program says of it today: read once, by the test and by the update script. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readCorpus } from '../../src/cli/corpus/folder.ts';
import { compareNote, type NoteComparison } from '../../src/corpus/compare.ts';
import { drawGolden } from '../../src/corpus/golden.ts';
import { type KnownMisses, listMisses, type Miss, readKnownMisses } from '../../src/corpus/known-misses.ts';
import { readingSchema } from '../../src/corpus/reading.ts';
import { createAnalyzer } from '../../src/index.ts';

export const CORPUS = new URL('../../corpus/', import.meta.url);

export interface OurCorpus {
  readonly comparisons: readonly NoteComparison[];
  /** Drawings by file name. */
  readonly goldens: ReadonlyMap<string, string>;
  readonly misses: readonly Miss[];
}

export async function readOurCorpus(): Promise<OurCorpus> {
  const { notes, problems } = readCorpus(fileURLToPath(CORPUS));
  if (problems.length > 0)
    throw new Error(problems.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const analyzer = await createAnalyzer();
  const read = notes.map((gold) => {
    const analysis = analyzer.analyze(gold.text, { id: gold.id, dateOfService: gold.dateOfService ?? null });
    return { gold, analysis, comparison: compareNote(gold, readingSchema.parse(analysis)) };
  });
  const comparisons = read.map(({ comparison }) => comparison);
  return {
    comparisons,
    goldens: new Map(read.map(({ gold, analysis }) => [`${gold.id}.txt`, drawGolden(gold.text, analysis)])),
    misses: listMisses(comparisons),
  };
}

export function readKnownMissesFile(): KnownMisses {
  const file = new URL('known-misses.yaml', CORPUS);
  return existsSync(file) ? readKnownMisses(readFileSync(file, 'utf8'), 'corpus/known-misses.yaml') : {};
}
