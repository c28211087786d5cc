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

function numberOf(word: string): number {
  const number = numbers.get(word) ?? numbers.size + 1;
  numbers.set(word, number);
  return number;
}

export class WordSet {
  readonly #words: ReadonlySet<string>;
  /** By number, the place of a word in the set, from 1; `undefined` where a vocabulary was there first: words are compared then. */
  readonly #places: Uint16Array | undefined;
  readonly #numbers: readonly number[];

  /** @param words single tokens, folded */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    this.#numbers = isFixed ? [] : [...this.#words].map(numberOf);
    if (isFixed) return;
    this.#places = new Uint16Array(Math.max(0, ...this.#numbers) + 1);
    for (const [at, number] of this.#numbers.entries()) this.#places[number] = at + 1;
  }

  /** Whether a folded word is one of the set. */
  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Whether the token is one of the words; no token outside the note is. */
  at(tokens: Tokens, index: number): boolean {
    return this.placeAt(tokens, index) !== 0;
  }

  /** The place of the token's word in the set, from 1; 0 for any other word, and outside the note. */
  placeAt(tokens: Tokens, index: number): number {
    if (index < 0 || index >= tokens.count) return 0;
    const places = this.#places;
    if (places === undefined)
      return 1 + [...this.#words].indexOf(tokens.folded.slice(tokens.start[index], tokens.end[index]));
    const number = tokens.number[index] as number;
    return number < places.length ? (places[number] as number) : 0;
  }

  /** The first token of [first, last) that is one of the words, or -1. */
  find(tokens: Tokens, first: number, last: number): number {
    const places = this.#places;
    const stop = Math.min(last, tokens.count);
    for (let at = Math.max(first, 0); at < stop; at++) {
      const number = tokens.number[at] as number;
      if (places === undefined ? this.at(tokens, at) : number < places.length && places[number] !== 0) return at;
    }
    return -1;
  }

  /** Whether any token of [first, last) is one of the words. */
  isIn(tokens: Tokens, first: number, last: number): boolean {
    return this.find(tokens, first, last) >= 0;
  }

  /**
   * Whether any of the words may stand in the note: asked once, it spares the look into every sentence. Never false where one
   * stands; true, too, where one was read and became part of a longer word ("end plate").
   */
  standsIn(tokens: Tokens): boolean {
    if (this.#places === undefined) return this.isIn(tokens, 0, tokens.count);
    return this.#numbers.some((number) => tokens.stands[number] === 1);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#words[Symbol.iterator]();
  }
}

/** The words of a list with single blanks. */
export const wordSet = (list: string): WordSet => new WordSet(list.split(' '));
