/**
 * The attributes of the facts that both sides have: a fact that was missed asks nothing here, because it is already
 * counted as missed.
 */
import type { GoldFact, GoldNote } from './gold.ts';
import type { ReadFact, Reading } from './reading.ts';
import { answer, factKey, placesOf, type Verdict } from './verdict.ts';

export function compareAttributes(gold: GoldNote, reading: Reading | null): Verdict[] {
  return gold.facts.flatMap((fact) => {
    const same = (reading?.facts ?? []).filter((found) => factKey(found) === factKey(fact));
    // "small annular tear on the left, large one on the right": two facts of one key, told apart by size.
    const found = same.find(({ size }) => size === fact.size) ?? same[0];
    return found ? compareFact(fact, found) : [];
  });
}

function compareFact(fact: GoldFact, found: ReadFact): Verdict[] {
  const gold = placesOf(fact.evidence);
  const ask = (layer: Parameters<typeof answer>[0], want: string, got: string): Verdict =>
    answer(layer, factKey(fact), want, got, gold, found.evidence);
  const list = (values: readonly string[] = []): string => [...values].sort().join(',');
  const { levels, source, laterality = 'unspecified', size, detail = [] } = fact;
  return [
    ...(levels === undefined ? [] : [ask('levels', list(levels), list(found.levels))]),
    ...(source === undefined ? [] : [ask('source', source, found.source)]),
    ...(laterality === 'unspecified' ? [] : [ask('laterality', laterality, found.laterality)]),
    ...(fact.condition === 'annulus-fibrosus-defect' && size !== undefined
      ? [ask('size', size ?? 'unspecified', found.size ?? 'unspecified')]
      : []),
    ...(detail.length > 0 ? [ask('detail', list(detail), list(found.detail))] : []),
    ...(gold.length > 0 ? [ask('evidence', 'overlaps', overlap(fact, found) ? 'overlaps' : 'elsewhere')] : []),
  ];
}

const overlap = (fact: GoldFact, found: ReadFact): boolean =>
  placesOf(fact.evidence).some((a) => found.evidence.some((b) => a.start < b.end && b.start < a.end));
