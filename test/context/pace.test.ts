/** One line of nothing but cues and findings (words of no condition of ours, so that only the context layer works): the time grows with the text, not faster. */
import { expect, test } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';

const analyzer = await createAnalyzer({ linguistics: 'none' });

/** Milliseconds for one finding in every `phrase`, the best of three. */
function timeOf(phrase: string, count: number): number {
  const text = phrase.repeat(count);
  const offset = phrase.indexOf('cough');
  const spans = Array.from({ length: count }, (_, at) => ({
    start: at * phrase.length + offset,
    end: at * phrase.length + offset + 5,
  }));
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 3; run++) {
    const before = performance.now();
    analyzer.assertSpans(text, spans);
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

test.each([
  'no cough ',
  'possible no history of if cough, ',
  'mother cough or not seen, ',
  '[ ] cough? ',
])('eight times as many %j take less than twenty times as long', (phrase) => {
  expect(timeOf(phrase, 4000)).toBeLessThan(20 * timeOf(phrase, 500) + 400);
}, 60_000);
