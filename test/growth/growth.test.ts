/**
 * Work grows no faster than the note: for every hostile shape the executions of our code's blocks are counted, which no busy
 * machine disturbs. Times are in `npm run bench`.
 */
import { describe, expect, it } from 'vitest';
import { SHAPES } from './shapes.ts';
import { countWork, growthOf } from './work.ts';

// after work.ts, so that its blocks are counted
const { createAnalyzer } = await import('../../src/index.ts');

const analyzer = await createAnalyzer();
const SIZE = 8_000;
const MOST_GROWTH = 2.2;

describe('twice the text takes about twice the work', () => {
  it.each(Object.entries(SHAPES))('%s', async (_name, make) => {
    expect(await growthOf((size) => analyzer.analyze(make(size)), SIZE, 2)).toBeLessThan(MOST_GROWTH);
  });

  it.each([
    'no cough ',
    'possible no history of if cough, ',
    'mother cough or not seen, ',
    '[ ] cough? ',
  ])('assertSpans: a finding in every %j', async (phrase) => {
    const offset = phrase.indexOf('cough');
    const assert = (count: number) =>
      analyzer.assertSpans(
        phrase.repeat(count),
        Array.from({ length: count }, (_, at) => ({
          start: at * phrase.length + offset,
          end: at * phrase.length + offset + 5,
        })),
      );
    expect(await growthOf(assert, 500, 2)).toBeLessThan(MOST_GROWTH);
  });

  it('counts: a longer way is more work', async () => {
    const few = await countWork(() => analyzer.analyze('Low back pain.'));
    expect(await countWork(() => analyzer.analyze('Low back pain due to stenosis at L4-5.'))).toBeGreaterThan(few);
    expect(await growthOf((size) => [...Array(size * size)].map(() => analyzer.analyze('x')), 20, 2)).toBeGreaterThan(
      3,
    );
  });
});
