/** Commas that part the items of one list, and commas that end it. Each look ahead is bounded by `LONGEST_LIST`. */
import type { Reading } from '../mentions/reading.ts';
import { hasSpaceBefore, markAt, type Tokens, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

const LONGEST_LIST = 60;
const LONGEST_ITEM = 9;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const JOINING = wordSet('or and versus vs nor');
/** Words of a clause: what holds one is no item of a list. */
const CLAUSAL = new Set(
  'is are was were has had have who which presents presenting presented complains reports states denies he she we i but now'.split(
    ' ',
  ),
);

/** "History of anemia, stenosis, and gout": whether the list that `comma` parts goes on past the target to its "and". */
export function goesOnAsList(tokens: Tokens, reading: Reading, comma: number, target: Range): boolean {
  if (JOINING.at(tokens, comma + 1)) return true;
  const stop = Math.min(reading.last, comma + LONGEST_LIST);
  let words = 0;
  for (let at = comma + 1; at < stop; at++) {
    const mark = markAt(tokens, at);
    if (mark === SEMICOLON) return false;
    if (mark === COMMA) {
      if (JOINING.at(tokens, at + 1)) return true;
      words = 0;
      continue;
    }
    if (hasSpaceBefore(tokens, at) && ++words > LONGEST_ITEM) return false;
    const word = wordAt(tokens, at);
    if (CLAUSAL.has(word)) return false;
    // "history of gout, stenosis and sciatica", but not the "and" of an item before the target
    if (JOINING.has(word) && at >= target.last) return true;
  }
  return false;
}

/** "No large herniation, moderate stenosis, or fracture": an "or" after the target keeps it in the denied list. */
export function goesOnWithOr(tokens: Tokens, reading: Reading, target: Range): boolean {
  const stop = Math.min(reading.last, target.last + LONGEST_LIST / 2);
  for (let at = target.last; at < stop; at++) {
    if (markAt(tokens, at) === SEMICOLON) return false;
    const word = wordAt(tokens, at);
    if (word === 'or' || word === 'nor') return markAt(tokens, at - 1) === COMMA;
    if (CLAUSAL.has(word) || word === 'with' || word === 'and') return false;
  }
  return false;
}

/** "Herniation, bulge or stenosis is not seen": the comma only parts subjects of the cue at `last`. */
export function isEnumeration(tokens: Tokens, reading: Reading, comma: number, last: number): boolean {
  let joined = false;
  let words = 0;
  for (let at = comma + 1; at < Math.min(last, comma + LONGEST_LIST); at++) {
    const word = wordAt(tokens, at);
    if (JOINING.has(word)) joined = true;
    if (CLAUSAL.has(word) || markAt(tokens, at) === SEMICOLON) return false;
    if (markAt(tokens, at) === COMMA) words = 0;
    else if (hasSpaceBefore(tokens, at) && ++words > LONGEST_ITEM) return false;
  }
  return joined && reading.last >= last;
}
