/**
 * A fixed list of words laid out in flat tables, so that a word of a note is looked up without making a string of it. The
 * tables are open to the one loop that reads every character of every note (`tokenize`); everyone else asks `placeOf`.
 */
import { FOLDED } from './characters.ts';

/** The id of every word that no lexicon knows. */
export const UNKNOWN = 0;

const MULTIPLIER = 0x01000193;
/** The hash of no character. */
export const SEED = 0x811c9dc5 | 0;

/** The bits of a hash that stand beside a word's place: words of another hash are turned away without a look at them. */
export const HASH_PART = 0xfff00000 | 0;

export class Spellings {
  /** Place of a word, from 1, and beside it a part of its hash; 0 for none. Half of them stay empty. */
  readonly slots: Int32Array;
  readonly mask: number;
  /** The characters of all words, one after the other, and where those of each place begin; the end is where the next begins. */
  readonly characters: Uint16Array;
  readonly begins: Uint32Array;
  /** How many words there are, and 1 for place 0, which is none. */
  readonly count: number;
  /** By folded character, the place of that character alone. */
  readonly #marks = new Uint16Array(65536);

  /** @param words folded; the word at *n* has place *n* + 1, a word that is there already none of its own */
  constructor(words: readonly string[]) {
    let size = 1024;
    while (size < words.length * 2) size *= 2;
    this.slots = new Int32Array(size);
    this.mask = size - 1;
    this.count = words.length + 1;
    this.characters = new Uint16Array(words.reduce((total, word) => total + word.length, 0));
    this.begins = new Uint32Array(this.count + 1);
    words.forEach((word, at) => {
      this.#lay(word, at + 1);
    });
  }

  #lay(word: string, place: number): void {
    const begin = this.begins[place] as number;
    for (let at = 0; at < word.length; at++) this.characters[begin + at] = word.charCodeAt(at);
    this.begins[place + 1] = begin + word.length;
    const hash = hashOf(word, 0, word.length);
    if (this.placeOf(word, 0, word.length, hash) !== 0) return;
    let slot = (hash ^ (hash >>> 15)) & this.mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot] = place | (hash & HASH_PART);
    if (word.length === 1) this.#marks[word.charCodeAt(0)] = place;
  }

  /**
   * The place of the word that stands at [start, end), or 0. Compares characters, not only hashes.
   * @param hash of these characters by `mixIn`, from `SEED` on
   */
  placeOf(text: string, start: number, end: number, hash = hashOf(text, start, end)): number {
    const { slots, mask } = this;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const entry = slots[slot] as number;
      if (entry === 0) return 0;
      const place = entry & ~HASH_PART;
      if (((entry ^ hash) & HASH_PART) === 0 && this.#isSpelled(place, text, start, end)) return place;
    }
  }

  #isSpelled(place: number, text: string, start: number, end: number): boolean {
    const begin = this.begins[place] as number;
    if ((this.begins[place + 1] as number) - begin !== end - start) return false;
    for (let at = start; at < end; at++)
      if (FOLDED[text.charCodeAt(at)] !== this.characters[begin + at - start]) return false;
    return true;
  }

  /** The place of a single character. */
  placeOfMark(code: number): number {
    return this.#marks[FOLDED[code] as number] as number;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let at = start; at < end; at++) hash = mixIn(hash, text.charCodeAt(at));
  return hash;
}

/** The hash of a word grown by one character, in any case. */
export function mixIn(hash: number, code: number): number {
  return Math.imul(hash ^ (FOLDED[code] as number), MULTIPLIER);
}
