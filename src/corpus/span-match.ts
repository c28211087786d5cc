/**
 * Pairs gold facts with found facts by the places of their words: one to one, as many pairs as can be made, so that
 * the order of the lists never changes a figure.
 */
import type { Span } from '../index.ts';

export interface Labelled {
  readonly label: string;
  readonly spans: readonly Span[];
}

/** `exact`: one span of each has the same start and end. `overlap`: one span of each shares a character. */
export type SpanMatching = 'exact' | 'overlap';

const FITS: Record<SpanMatching, (a: Span, b: Span) => boolean> = {
  exact: (a, b) => a.start === b.start && a.end === b.end,
  overlap: (a, b) => a.start < b.end && b.start < a.end,
};

/** For each gold entry the index of its partner among the found ones, or null. */
export function pairBySpans(
  gold: readonly Labelled[],
  found: readonly Labelled[],
  matching: SpanMatching,
): readonly (number | null)[] {
  const fits = FITS[matching];
  const candidates = gold.map((g) =>
    found.flatMap((f, index) =>
      g.label === f.label && g.spans.some((a) => f.spans.some((b) => fits(a, b))) ? [index] : [],
    ),
  );
  const partnerOfFound = new Map<number, number>();
  // An augmenting path: a found entry that is taken moves to its partner's next candidate if that frees a pair.
  const place = (goldIndex: number, tried: Set<number>): boolean => {
    for (const index of candidates[goldIndex]!) {
      if (tried.has(index)) continue;
      tried.add(index);
      const holder = partnerOfFound.get(index);
      if (holder !== undefined && !place(holder, tried)) continue;
      partnerOfFound.set(index, goldIndex);
      return true;
    }
    return false;
  };
  for (const index of gold.keys()) place(index, new Set());
  const partners: (number | null)[] = gold.map(() => null);
  for (const [foundIndex, goldIndex] of partnerOfFound) partners[goldIndex] = foundIndex;
  return partners;
}
