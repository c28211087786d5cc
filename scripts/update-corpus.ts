/**
 * Rewrites what the corpus remembers of the program: corpus/golden/ (the drawings) and corpus/known-misses.yaml. Gold
 * and notes are only read. Run it on purpose (npm run corpus:update) and review the diff.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeKnownMisses } from '../src/corpus/known-misses.ts';
import { CORPUS, readKnownMissesFile, readOurCorpus } from '../test/corpus/our-corpus.ts';

const golden = new URL('golden/', CORPUS);
const { goldens, misses } = await readOurCorpus();
mkdirSync(golden, { recursive: true });
for (const file of readdirSync(golden)) if (!goldens.has(file)) rmSync(new URL(file, golden));
for (const [file, drawing] of goldens) writeFileSync(new URL(file, golden), drawing);
const known = readKnownMissesFile();
writeFileSync(new URL('known-misses.yaml', CORPUS), writeKnownMisses(misses, known));
const fresh = misses.filter(({ note, miss }) => known[note]?.[miss] === undefined).length;
console.log(
  `${goldens.size} drawings; ${misses.length} known misses, ${fresh} of them new. Review the diff before you commit it.`,
);
