/**
 * Closed sets of words that a rule asks for at token after token. Every word of such a set has a number, the same in every
 * vocabulary, and a token knows the number of its word: to ask makes no string and compares none.
 */
import type { Tokens } from './tokens.ts';

const numbers = new Map<string, number>();
/** A vocabulary has been made; words named after that have no number in it. */
let isFixed = false;

/** The words of all sets made so far, the word of number *n* at *n* - 1. Called when a vocabulary is made. */
export function numberedWords(): readonly string[] {
  isFixed = true;
  return [...numbers.keys()];
}

export class WordSet {
  readonly #words: ReadonlySet<string>;
  /** By number, 1 for a word of the set; `undefined` where a vocabulary was there first and the words have to be compared. */
  readonly #isMember: Uint8Array | undefined;

  /** @param words single tokens, folded */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    if (isFixed) return;
    for (const word of this.#words) if (!numbers.has(word)) numbers.set(word, numbers.size + 1);
    const own = [...this.#words].map((word) => numbers.get(word) as number);
    this.#isMember = new Uint8Array(Math.max(0, ...own) + 1);
    for (const number of own) this.#isMember[number] = 1;
  }

  /** Whether a folded word is one of the set. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Whether the token is one of the words; no token outside the note is. */
  at(tokens: Tokens, index: number): boolean {
    if (index < 0 || index >= tokens.count) return false;
    if (this.#isMember === undefined)
      return this.#words.has(tokens.folded.slice(tokens.start[index], tokens.end[index]));
    const number = tokens.number[index] as number;
    return number < this.#isMember.length && this.#isMember[number] === 1;
  }

  /** The first token of [first, last) that is one of the words, or -1. */
  find(tokens: Tokens, first: number, last: number): number {
    for (let at = first; at < last; at++) if (this.at(tokens, at)) return at;
    return -1;
  }

  /** Whether any token of [first, last) is one of the words. */
  isIn(tokens: Tokens, first: number, last: number): boolean {
    return this.find(tokens, first, last) >= 0;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#words[Symbol.iterator]();
  }
}

/** The words of a list with single blanks. */
export const wordSet = (list: string): WordSet => new WordSet(list.split(' '));
