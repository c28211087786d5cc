/**
 * One pass over the characters: every token with its exact span and the id of its word in the fixed vocabulary. A run of
 * letters and a run of digits are two tokens (`L5` is `L` `5`), a mark is one, a ruler or a dotted leader is one.
 */
import { BREAK, CLASS_OF, DIGIT, FOLDED, fold, LETTER, MARK, SPACE } from './characters.ts';
import type { Compounds } from './compounds.ts';
import { HASH_PART, mixIn, SEED, UNKNOWN } from './spellings.ts';
import type { Vocabulary } from './vocabulary.ts';

export const WORD = 1;
export const NUMBER = 2;
export const PUNCTUATION = 3;
export const NEWLINE = 4;
/** Rulers, dotted leaders, quote marks of a pasted line: seen, but no part of any phrase. */
export const ORNAMENT = 5;

export interface Tokens {
  readonly text: string;
  /** The text folded, of the same length: a token's word is a slice of it. */
  readonly folded: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly kind: Uint8Array;
  /** Vocabulary id; UNKNOWN (0) for what no lexicon knows. */
  readonly word: Int32Array;
  /** Number of the word as it is spelled, for the sets of text/word-sets.ts; 0 for a word that no rule asks for. */
  readonly number: Uint16Array;
  /** By number, 1 for a word that stands in the text. */
  readonly stands: Uint8Array;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HYPHEN = 0x2d;
const QUOTE_OF_LINE = 0x3e;
const SOFT_HYPHEN = 0xad;
/** Longest run of letters that is looked at as a word; a longer one is no word of any note. */
const LONGEST_WORD = 40;
const RULER = 3;

/** The words that a text is read with. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly compounds: Compounds;
}

/** The columns of a text's tokens while they are written. */
type Columns = Pick<Tokens, 'start' | 'end' | 'word' | 'number' | 'kind'>;

const BYTES = 4 + 4 + 4 + 2 + 1;

/** Room for so many tokens, side by side in one piece of memory. */
function roomFor(capacity: number): Columns {
  const memory = new ArrayBuffer(capacity * BYTES);
  return {
    start: new Int32Array(memory, 0, capacity),
    end: new Int32Array(memory, capacity * 4, capacity),
    word: new Int32Array(memory, capacity * 8, capacity),
    number: new Uint16Array(memory, capacity * 12, capacity),
    kind: new Uint8Array(memory, capacity * 14, capacity),
  };
}

function withMoreRoom({ start, end, word, number, kind }: Columns): Columns {
  const wider = roomFor(start.length * 2);
  wider.start.set(start);
  wider.end.set(end);
  wider.word.set(word);
  wider.number.set(number);
  wider.kind.set(kind);
  return wider;
}

/** The tokens of a text. One loop that calls little and keeps its columns at hand: every character of every note goes through it. */
export function tokenize(text: string, { vocabulary, compounds }: Words): Tokens {
  let columns = roomFor(8 + (text.length >> 2));
  let { start, end, word, number, kind } = columns;
  let count = 0;
  const stands = vocabulary.roomForNumbers();
  const { spellings, ids, numbered } = vocabulary;
  const { slots, mask, begins, characters } = spellings;
  for (let at = 0, next = 0; at < text.length; at = next) {
    const first = text.charCodeAt(at);
    const character = CLASS_OF[first];
    next = at + 1;
    if (character === SPACE) continue;
    if (count === start.length) {
      columns = withMoreRoom(columns);
      ({ start, end, word, number, kind } = columns);
    }
    let begin = at;
    let what = PUNCTUATION;
    let id = UNKNOWN;
    let place = 0;
    if (character === LETTER) {
      what = WORD;
      let hash = mixIn(SEED, first);
      for (; next < text.length; next++) {
        const code = text.charCodeAt(next);
        if (CLASS_OF[code] !== LETTER) break;
        hash = mixIn(hash, code);
      }
      if (next - at <= LONGEST_WORD) {
        // `spellings.placeOf`, written out
        for (let slot = (hash ^ (hash >>> 15)) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
          const entry = slots[slot] as number;
          if (((entry ^ hash) & HASH_PART) !== 0) continue;
          const candidate = entry & ~HASH_PART;
          let letter = begins[candidate] as number;
          if ((begins[candidate + 1] as number) - letter !== next - at) continue;
          let same = at;
          while (same < next && FOLDED[text.charCodeAt(same)] === characters[letter]) {
            same++;
            letter++;
          }
          if (same < next) continue;
          place = candidate;
          break;
        }
        const mayBeBroken = count > 1 && (kind[count - 1] === NEWLINE || text.charCodeAt(at - 1) === SOFT_HYPHEN);
        const broken = mayBeBroken ? brokenAt(text, columns, count, at, next, vocabulary) : undefined;
        if (broken) {
          count = broken.token;
          begin = start[count] as number;
          id = broken.id;
          place = 0;
        } else {
          id = (ids[place] as number) || vocabulary.idOfSlip(text, at, next);
          const head = compounds.isSecond(id) ? headOf(text, columns, count) : -1;
          const joined = head < 0 ? UNKNOWN : compounds.join(word[head] as number, id);
          if (joined !== UNKNOWN) {
            count = head;
            begin = start[count] as number;
            id = joined;
            place = 0;
          }
        }
      }
    } else if (character === BREAK) {
      what = NEWLINE;
      if (first === CARRIAGE_RETURN && text.charCodeAt(next) === LINE_FEED) next++;
    } else if (character === DIGIT) {
      what = NUMBER;
      while (next < text.length && CLASS_OF[text.charCodeAt(next)] === DIGIT) next++;
      if (next - at <= LONGEST_WORD) place = spellings.placeOf(text, at, next);
      id = ids[place] as number;
    } else {
      const mayBeOrnament = first === QUOTE_OF_LINE || text.charCodeAt(next) === first;
      const ornament = mayBeOrnament ? endOfOrnament(text, at, count === 0 || kind[count - 1] === NEWLINE) : -1;
      if (ornament > at) {
        what = ORNAMENT;
        next = ornament;
      } else {
        place = spellings.placeOfMark(first);
        id = ids[place] as number;
      }
    }
    start[count] = begin;
    end[count] = next;
    kind[count] = what;
    word[count] = id;
    const own = place <= numbered ? place : 0;
    number[count] = own;
    stands[own] = 1;
    count++;
  }
  return { text, folded: fold(text), count, start, end, kind, word, number, stands };
}

/** "radicu-\nlopathy", and a soft hyphen within a word: one token, begun at `token`, when the joined word is known. */
function brokenAt(
  text: string,
  { start, end, kind }: Columns,
  count: number,
  first: number,
  stop: number,
  vocabulary: Vocabulary,
): { readonly token: number; readonly id: number } | undefined {
  const last = count - 1;
  const isSoft = kind[last] !== NEWLINE;
  const mark = isSoft ? last : last - 1;
  if (mark < 1 || kind[mark - 1] !== WORD || end[mark - 1] !== start[mark]) return undefined;
  if (FOLDED[text.charCodeAt(start[mark] as number)] !== HYPHEN) return undefined;
  const joined = text.slice(start[mark - 1], end[mark - 1]) + text.slice(first, stop);
  const id = joined.length > LONGEST_WORD ? UNKNOWN : vocabulary.idOf(joined);
  return id === UNKNOWN ? undefined : { token: mark - 1, id };
}

/** The word that may be one with the next ("end plate", "end-plate"), or -1. */
function headOf(text: string, { start, kind }: Columns, count: number): number {
  const last = count - 1;
  const isHyphen = last >= 1 && kind[last] === PUNCTUATION && text.charCodeAt(start[last] as number) === HYPHEN;
  const head = isHyphen ? last - 1 : last;
  return head >= 0 && kind[head] === WORD ? head : -1;
}

/** Where a ruler, a dotted leader or the quote mark of a pasted line ends; -1 where `at` begins none. */
function endOfOrnament(text: string, at: number, isAtLineStart: boolean): number {
  const mark = text.charCodeAt(at);
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) === mark) end++;
  const isRun = end - at >= RULER && CLASS_OF[mark] === MARK;
  return isRun || (mark === QUOTE_OF_LINE && isAtLineStart) ? end : -1;
}

/** The folded code of a one-character token, 0 for any other. */
export function markAt(tokens: Tokens, index: number): number {
  if (index < 0 || index >= tokens.count || tokens.kind[index] !== PUNCTUATION) return 0;
  return FOLDED[tokens.text.charCodeAt(tokens.start[index] as number)] as number;
}

/** The folded text of a token, whatever it is; empty outside the note. */
export function textAt(tokens: Tokens, index: number): string {
  return index >= 0 && index < tokens.count ? tokens.folded.slice(tokens.start[index], tokens.end[index]) : '';
}

/** The folded word of a token; empty for anything else, and outside the note. */
export function wordAt(tokens: Tokens, index: number): string {
  return tokens.kind[index] === WORD ? textAt(tokens, index) : '';
}

/** Whether white space, or the start of the text, stands before the token. */
export function hasSpaceBefore(tokens: Tokens, index: number): boolean {
  return index === 0 || (tokens.end[index - 1] as number) < (tokens.start[index] as number);
}

/** Whether the token begins with a capital. */
export function isCapitalized(tokens: Tokens, index: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[index] as number);
  return FOLDED[code] !== code;
}

/** Whether all letters of the token are capitals. */
export function isUpperCase(tokens: Tokens, index: number): boolean {
  for (let at = tokens.start[index] as number; at < (tokens.end[index] as number); at++) {
    const code = tokens.text.charCodeAt(at);
    if (FOLDED[code] === code) return false;
  }
  return true;
}
