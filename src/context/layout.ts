/** Marks and gaps that part what a sentence says: columns, labels, ends of entries. None of it looks further than a few tokens. */
import { hasSpaceBefore, isCapitalized, markAt, NEWLINE, NUMBER, type Tokens, WORD, wordAt } from '../text/tokens.ts';

const COLON = 0x3a;
const COLUMN = 4;

/** "No herniation of the following: ..." hands its scope on over the colon. */
const ANNOUNCING = new Set('following these below this those'.split(' '));

/** Four blanks or a tab before a token on one line: the next column of a table. */
export function isColumnGap(tokens: Tokens, at: number): boolean {
  if (at <= 0 || at >= tokens.count || tokens.kind[at - 1] === NEWLINE) return false;
  const start = tokens.end[at - 1] as number;
  const end = tokens.start[at] as number;
  return end - start >= COLUMN || (end > start && tokens.text.charCodeAt(start) === 9);
}

/** "No weakness, Assessment: stenosis", "L4-5: no bulge, L5-S1: herniation": a colon after a label begins an entry. */
export function isLabelColon(tokens: Tokens, at: number, first: number): boolean {
  if (markAt(tokens, at) !== COLON || at <= first || (at + 1 < tokens.count && !hasSpaceBefore(tokens, at + 1)))
    return false;
  const word = wordAt(tokens, at - 1);
  if (word === '') return tokens.kind[at - 1] === NUMBER;
  return isCapitalized(tokens, at - 1) && !ANNOUNCING.has(word);
}

/** Whether an entry ends before token `at`: the sentence's end, a mark, a line, a column. */
export function entryEndsAt(tokens: Tokens, at: number, last: number): boolean {
  return at >= last || (tokens.kind[at] !== WORD && tokens.kind[at] !== NUMBER) || isColumnGap(tokens, at);
}

/** Index of the last hit that begins before `position`; -1 where there is none. */
export function lastBegun(hits: readonly { readonly first: number }[], position: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle] as { first: number }).first < position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
