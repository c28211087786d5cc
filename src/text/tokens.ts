/**
 * One pass over the characters: every token with its exact span and the id of its word in the fixed vocabulary. A run of
 * letters and a run of digits are two tokens (`L5` is `L` `5`), a mark is one, a ruler or a dotted leader is one.
 */
import { BREAK, CLASS_OF, DIGIT, FOLDED, fold, LETTER, MARK, SPACE } from './characters.ts';
import type { Compounds } from './compounds.ts';
import { mixIn, SEED, UNKNOWN, type Vocabulary } from './vocabulary.ts';

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
}

/** Longest run of letters that is looked at as a word; a longer one is no word of any note. */
const SOFT_HYPHEN = 0xad;
const LONGEST_WORD = 40;
const RULER = 3;

/** The words that a text is read with. */
export interface Words {
  readonly vocabulary: Vocabulary;
  readonly compounds: Compounds;
}

export function tokenize(text: string, words: Words): Tokens {
  const scan = new Scan(text, words);
  let at = 0;
  while (at < text.length) at = scan.next(at);
  return scan.tokens();
}

const BYTES = 4 + 4 + 4 + 2 + 1;

/** The columns of so many tokens, side by side in one piece of memory. */
function roomFor(capacity: number): Pick<Tokens, 'start' | 'end' | 'word' | 'number' | 'kind'> {
  const memory = new ArrayBuffer(capacity * BYTES);
  return {
    start: new Int32Array(memory, 0, capacity),
    end: new Int32Array(memory, capacity * 4, capacity),
    word: new Int32Array(memory, capacity * 8, capacity),
    number: new Uint16Array(memory, capacity * 12, capacity),
    kind: new Uint8Array(memory, capacity * 14, capacity),
  };
}

class Scan {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #compounds: Compounds;
  #count = 0;
  #start: Int32Array;
  #end: Int32Array;
  #kind: Uint8Array;
  #word: Int32Array;
  #number: Uint16Array;

  constructor(text: string, words: Words) {
    this.#text = text;
    this.#vocabulary = words.vocabulary;
    this.#compounds = words.compounds;
    const { start, end, word, number, kind } = roomFor(8 + (text.length >> 2));
    this.#start = start;
    this.#end = end;
    this.#word = word;
    this.#number = number;
    this.#kind = kind;
  }

  /** Reads the token at `at` and returns where it ends. */
  next(at: number): number {
    const text = this.#text;
    const first = text.charCodeAt(at);
    const kind = CLASS_OF[first];
    let end = at + 1;
    if (kind === SPACE) return end;
    if (kind === LETTER) {
      let hash = mixIn(SEED, first);
      for (; end < text.length; end++) {
        const code = text.charCodeAt(end);
        if (CLASS_OF[code] !== LETTER) break;
        hash = mixIn(hash, code);
      }
      this.#addWord(at, end, hash);
    } else if (kind === DIGIT) {
      while (end < text.length && CLASS_OF[text.charCodeAt(end)] === DIGIT) end++;
      const place = end - at <= LONGEST_WORD ? this.#vocabulary.placeOf(text, at, end) : 0;
      this.#addPlace(at, end, NUMBER, place);
    } else if (kind === BREAK) {
      if (text.charCodeAt(at) === 0x0d && text.charCodeAt(end) === 0x0a) end++;
      this.#add(at, end, NEWLINE, UNKNOWN);
    } else end = this.#addMark(at);
    return end;
  }

  #addWord(start: number, end: number, hash: number): void {
    if (end - start > LONGEST_WORD) {
      this.#add(start, end, WORD, UNKNOWN);
      return;
    }
    const vocabulary = this.#vocabulary;
    const place = vocabulary.placeOf(this.#text, start, end, hash);
    if (this.#joinHyphenated(start, end)) return;
    const id = vocabulary.idAt(place) || vocabulary.findMisspelt(this.#text, start, end);
    if (id === UNKNOWN || !this.#joinCompound(end, id)) this.#add(start, end, WORD, id, vocabulary.numberAt(place));
  }

  /** "end plate", "end-plate": one token when the lexicon calls the two words one. */
  #joinCompound(end: number, id: number): boolean {
    let head = this.#count - 1;
    if (head >= 1 && this.#kind[head] === PUNCTUATION && this.#text.charAt(this.#start[head] as number) === '-') head--;
    if (head < 0 || this.#kind[head] !== WORD || this.#word[head] === UNKNOWN) return false;
    const joined = this.#compounds.join(this.#word[head] as number, id);
    if (joined === UNKNOWN) return false;
    const start = this.#start[head] as number;
    this.#count = head;
    this.#add(start, end, WORD, joined);
    return true;
  }

  /** "radicu-\nlopathy", and a soft hyphen within a word: one token when the joined word is known. */
  #joinHyphenated(start: number, end: number): boolean {
    const last = this.#count - 1;
    const isSoft = last >= 1 && this.#end[last] === start && this.#text.charCodeAt(start - 1) === SOFT_HYPHEN;
    const mark = isSoft ? last : last - 1;
    if (mark < 1 || (!isSoft && this.#kind[last] !== NEWLINE) || this.#kind[mark - 1] !== WORD) return false;
    if (FOLDED[this.#text.charCodeAt(this.#start[mark] as number)] !== 0x2d) return false;
    if (this.#end[mark - 1] !== this.#start[mark]) return false;
    const head = this.#start[mark - 1] as number;
    const joined = this.#text.slice(head, this.#end[mark - 1]) + this.#text.slice(start, end);
    if (joined.length > LONGEST_WORD) return false;
    const id = this.#vocabulary.idOf(joined);
    if (id === UNKNOWN) return false;
    this.#count = mark - 1;
    this.#add(head, end, WORD, id);
    return true;
  }

  #addMark(at: number): number {
    const text = this.#text;
    const mark = text.charCodeAt(at);
    let end = at + 1;
    while (end < text.length && text.charCodeAt(end) === mark) end++;
    const isRun = end - at >= RULER && CLASS_OF[mark] === MARK;
    const isQuoteOfLine = mark === 0x3e && this.#atLineStart();
    if (isRun || isQuoteOfLine) {
      this.#add(at, end, ORNAMENT, UNKNOWN);
      return end;
    }
    this.#addPlace(at, at + 1, PUNCTUATION, this.#vocabulary.placeOf(text, at, at + 1));
    return at + 1;
  }

  #atLineStart(): boolean {
    return this.#count === 0 || this.#kind[this.#count - 1] === NEWLINE;
  }

  #addPlace(start: number, end: number, kind: number, place: number): void {
    this.#add(start, end, kind, this.#vocabulary.idAt(place), this.#vocabulary.numberAt(place));
  }

  #add(start: number, end: number, kind: number, word: number, number = 0): void {
    if (this.#count === this.#start.length) this.#grow();
    this.#start[this.#count] = start;
    this.#end[this.#count] = end;
    this.#kind[this.#count] = kind;
    this.#number[this.#count] = number;
    this.#word[this.#count++] = word;
  }

  #grow(): void {
    const { start, end, word, number, kind } = roomFor(this.#start.length * 2);
    start.set(this.#start);
    end.set(this.#end);
    word.set(this.#word);
    number.set(this.#number);
    kind.set(this.#kind);
    this.#start = start;
    this.#end = end;
    this.#word = word;
    this.#number = number;
    this.#kind = kind;
  }

  tokens(): Tokens {
    return {
      text: this.#text,
      folded: fold(this.#text),
      count: this.#count,
      start: this.#start,
      end: this.#end,
      kind: this.#kind,
      word: this.#word,
      number: this.#number,
    };
  }
}

/** The folded code of a one-character token, 0 for any other. */
export function markAt(tokens: Tokens, index: number): number {
  if (index < 0 || index >= tokens.count || tokens.kind[index] !== PUNCTUATION) return 0;
  return FOLDED[tokens.text.charCodeAt(tokens.start[index] as number)] as number;
}

/** The folded text of a token; empty outside the note. */
export function wordAt(tokens: Tokens, index: number): string {
  return index >= 0 && index < tokens.count ? tokens.folded.slice(tokens.start[index], tokens.end[index]) : '';
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
