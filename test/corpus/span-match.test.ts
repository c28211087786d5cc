import { describe, expect, it } from 'vitest';
import { type Labelled, pairBySpans } from '../../src/corpus/span-match.ts';
import fc from '../property.ts';

const at = (start: number, end: number, label = 'x'): Labelled => ({ label, spans: [{ start, end }] });

describe('pairs by place', () => {
  it.each<[string, Labelled[], Labelled[], 'exact' | 'overlap', (number | null)[]]>([
    ['touching spans share no character', [at(0, 5)], [at(5, 9)], 'overlap', [null]],
    ['one character is enough', [at(0, 5)], [at(4, 9)], 'overlap', [0]],
    ['labels must agree', [at(0, 5, 'a')], [at(0, 5, 'b')], 'overlap', [null]],
    ['a found one is used once', [at(0, 5), at(0, 5)], [at(0, 5)], 'exact', [0, null]],
    ['a taken one moves on where that frees a pair', [at(0, 9), at(0, 3)], [at(0, 2), at(5, 9)], 'overlap', [1, 0]],
    [
      'any of several places',
      [
        {
          label: 'x',
          spans: [
            { start: 0, end: 2 },
            { start: 8, end: 9 },
          ],
        },
      ],
      [at(8, 9)],
      'exact',
      [0],
    ],
  ])('%s', (_name, gold, found, matching, expected) => {
    expect(pairBySpans(gold, found, matching)).toEqual(expected);
  });

  it('the number of pairs does not depend on the order, and an exact pair overlaps', () => {
    const span = fc
      .tuple(fc.nat(12), fc.integer({ min: 1, max: 5 }))
      .map(([start, length]) => at(start, start + length));
    const lists = fc.tuple(fc.array(span, { maxLength: 7 }), fc.array(span, { maxLength: 7 }));
    fc.assert(
      fc.property(lists, ([gold, found]) => {
        const count = (g: Labelled[], f: Labelled[], matching: 'exact' | 'overlap') =>
          pairBySpans(g, f, matching).filter((index) => index !== null).length;
        const pairs = count(gold, found, 'overlap');
        expect(count(gold.toReversed(), found.toReversed(), 'overlap')).toBe(pairs);
        expect(count(found, gold, 'overlap')).toBe(pairs);
        expect(count(gold, found, 'exact')).toBeLessThanOrEqual(pairs);
      }),
    );
  });
});
