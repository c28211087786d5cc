/** The codes that a note of the tabular list names, read from its official words: the words stay the only truth. */

/** Each code from `from` up to all that begin with `to`; one code and all below it where both are the same. */
export interface CodeReference {
  readonly from: string;
  readonly to: string;
}

/** A note of the tabular list in its own words, and the codes that it names. */
export interface CodeNote {
  readonly text: string;
  readonly refs: readonly CodeReference[];
}

const REFERENCE = /([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]+)?)(?:\.?-(?:([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]+)?)(?:\.?-)?)?)?/g;

/** The codes in the parentheses of a note: "(M50.-)", "(M51.06, M51.16)", "(M43.3-M43.5X9)", "(M51.1.-)". */
export function readReferences(text: string): readonly CodeReference[] {
  return [...text.matchAll(/\(([^()]*)\)/g)].flatMap(([, inner = '']) =>
    [...inner.matchAll(REFERENCE)].map(([, from = '', to = from]) => ({ from, to })),
  );
}

/** Whether `code` is one of those that the reference names, or stands below one. */
export function isReferredTo(code: string, { from, to }: CodeReference): boolean {
  return code >= from && code.slice(0, to.length) <= to;
}
