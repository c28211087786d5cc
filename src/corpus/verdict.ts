/**
 * What is said of one item of one layer, and the two ways to come to it: comparing two lists of items, or comparing two
 * answers to one question.
 */
import type { Span } from '../index.ts';
import type { GoldFact, GoldQuote } from './gold.ts';
import type { AnswerLayer, ItemLayer, Layer } from './layers.ts';

/** `right` in both; `missed` only in gold; `extra` only found; `differs` answered otherwise. */
export type Outcome = 'right' | 'missed' | 'extra' | 'differs';

export interface Verdict {
  readonly layer: Layer;
  /** What it is about: `disc-herniation|present|lumbar`, `MRI|performed`, `M51.26`. */
  readonly item: string;
  readonly outcome: Outcome;
  /** Answers only. */
  readonly want?: string;
  readonly got?: string;
  readonly goldSpans: readonly Span[];
  readonly foundSpans: readonly Span[];
}

export type Keyed = { readonly key: string; readonly spans: readonly Span[] };

export const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];
export const placesOf = (quotes: readonly GoldQuote[] = []): Span[] =>
  quotes.flatMap(({ start, end }) => (start === undefined || end === undefined ? [] : [{ start, end }]));
/** `disc-herniation|present|lumbar`: what makes two facts the same one. */
export const factKey = (fact: Pick<GoldFact, 'condition' | 'status' | 'region'>): string =>
  `${fact.condition}|${fact.status}|${fact.region}`;

/** Two lists of items; what stands in `ignored` is neither asked for nor counted as extra. */
export function compareItems(
  layer: ItemLayer,
  want: readonly Keyed[],
  got: readonly Keyed[],
  ignored: ReadonlySet<string>,
): Verdict[] {
  const left = [...got];
  const verdicts: Verdict[] = [];
  for (const { key, spans } of want) {
    const index = left.findIndex((found) => found.key === key);
    const [found] = index < 0 ? [] : left.splice(index, 1);
    const outcome = found ? 'right' : 'missed';
    verdicts.push({ layer, item: key, outcome, goldSpans: spans, foundSpans: found?.spans ?? [] });
  }
  for (const { key, spans } of left) {
    if (!ignored.has(key)) verdicts.push({ layer, item: key, outcome: 'extra', goldSpans: [], foundSpans: spans });
  }
  return verdicts;
}

/** Entries with one key become one, with the places of all. */
export function mergeKeys<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  spansOf: (entry: Entry) => readonly Span[],
): Keyed[] {
  const merged = new Map<string, Span[]>();
  for (const entry of entries) merged.set(keyOf(entry), [...(merged.get(keyOf(entry)) ?? []), ...spansOf(entry)]);
  return [...merged].map(([key, spans]) => ({ key, spans }));
}

export function answer(
  layer: AnswerLayer,
  item: string,
  want: string,
  got: string,
  goldSpans: readonly Span[] = [],
  foundSpans: readonly Span[] = [],
): Verdict {
  return { layer, item, outcome: want === got ? 'right' : 'differs', want, got, goldSpans, foundSpans };
}
