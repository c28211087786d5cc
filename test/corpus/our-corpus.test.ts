/** The corpus as regression: what the program says today is what was reviewed, and every miss is a known one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkMisses } from '../../src/corpus/known-misses.ts';
import { CORPUS, type OurCorpus, readKnownMissesFile, readOurCorpus } from './our-corpus.ts';

const UPDATE =
  'If the change is meant, run `npm run corpus:update` and review the diff of corpus/ before you commit it.';
const golden = new URL('golden/', CORPUS);
const stored = (file: string): string => {
  const url = new URL(file, golden);
  return existsSync(url) ? readFileSync(url, 'utf8') : '';
};

let corpus: OurCorpus;
beforeAll(async () => {
  corpus = await readOurCorpus();
});

describe('the corpus', () => {
  it('every note has gold that speaks of everything, and stands under its kind', () => {
    const notes = readdirSync(new URL('notes/', CORPUS)).map((file) => file.replace(/\.txt$/, ''));
    expect(corpus.comparisons.map(({ gold }) => gold.id)).toEqual(notes.sort());
    const partial = corpus.comparisons.filter(({ gold }) => gold.topics.size < 7 || !gold.tags?.length || !gold.tests);
    expect(partial.map(({ gold }) => gold.id)).toEqual([]);
  });

  it('golden: the program says what it said when it was last reviewed', () => {
    const changed = [...corpus.goldens].filter(([file, drawing]) => stored(file) !== drawing);
    const gone = readdirSync(golden).filter((file) => !corpus.goldens.has(file));
    const told = [
      ...changed.slice(0, 10).map(([file, drawing]) => `${file}\n${compareDrawings(stored(file), drawing)}`),
      ...(changed.length > 10
        ? [
            `and ${changed
              .slice(10)
              .map(([file]) => file)
              .join(', ')}`,
          ]
        : []),
      ...gone.map((file) => `${file} belongs to no note`),
    ];
    expect(told, `${changed.length + gone.length} drawings differ. ${UPDATE}\n${told.join('\n')}`).toEqual([]);
  });

  it('nothing is newly wrong: every miss is listed with a reason', () => {
    const told = checkMisses(corpus.misses, readKnownMissesFile()).unlisted.map(({ note, miss }) => `${note}: ${miss}`);
    expect(told, `${told.length} newly wrong. Mend the cause. ${UPDATE}\n${told.join('\n')}`).toEqual([]);
  });

  it('no listed miss passes', () => {
    const told = checkMisses(corpus.misses, readKnownMissesFile()).passing.map(({ note, miss }) => `${note}: ${miss}`);
    expect(
      told,
      `${told.length} known misses are right now: remove their lines from corpus/known-misses.yaml. ${UPDATE}\n${told.join('\n')}`,
    ).toEqual([]);
  });
});

/** The lines that only one of the two has. */
function compareDrawings(before: string, now: string): string {
  const [old, current] = [before.split('\n'), now.split('\n')];
  const lacking = (lines: string[], others: string[], sign: string) =>
    lines.filter((line) => !others.includes(line)).map((line) => `${sign} ${line}`);
  return [...lacking(old, current, '-'), ...lacking(current, old, '+')].join('\n');
}
