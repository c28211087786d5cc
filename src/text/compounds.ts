/** Two words that are one ("end plate"), by the ids of the two. */
import { UNKNOWN } from './spellings.ts';

const IDS = 65536;

export class Compounds {
  /** By id, 1 for a word that is the second of two: nearly all words of a note are turned away by it. */
  readonly #isSecond = new Uint8Array(IDS);
  readonly #joined = new Map<number, number>();

  add(first: number, second: number, joined: number): void {
    this.#isSecond[second] = 1;
    this.#joined.set(first * IDS + second, joined);
  }

  /** The id of the two as one word, UNKNOWN where they are two. */
  join(first: number, second: number): number {
    return this.#joined.get(first * IDS + second) ?? UNKNOWN;
  }

  isSecond(word: number): boolean {
    return this.#isSecond[word] === 1;
  }
}
