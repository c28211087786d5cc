/**
 * The fixed set of words that the lexicons know, each with one id per word family (plural and spelling variants share
 * it). It never grows: a note leaves no trace in it, so an earlier note cannot change a later one.
 */
import { fold } from './characters.ts';
import { Slips } from './slips.ts';
import { Spellings, UNKNOWN } from './spellings.ts';

export interface VocabularyWord {
  readonly spelling: string;
  readonly id: number;
  /** Whether a small misspelling of it is still taken for it. */
  readonly tolerant: boolean;
}

export class Vocabulary {
  readonly spellings: Spellings;
  /** By place among the spellings: the id of the word, UNKNOWN for one that rules ask for and no lexicon holds. */
  readonly ids: Uint16Array;
  /** How many of the spellings, from 1 on, are numbered words. */
  readonly numbered: number;
  readonly #slips: Slips;

  /** @param numbered words that rules ask for by number (text/word-sets.ts), known to a lexicon or not */
  constructor(words: readonly VocabularyWord[], notMisspellings: readonly string[], numbered: readonly string[] = []) {
    const folded = words.map(({ spelling }) => fold(spelling));
    this.spellings = new Spellings([...numbered, ...folded]);
    this.ids = new Uint16Array(this.spellings.count);
    this.numbered = numbered.length;
    this.#slips = new Slips(notMisspellings);
    words.forEach(({ id, tolerant }, at) => {
      const spelling = folded[at] as string;
      const place = this.spellings.placeOf(spelling, 0, spelling.length);
      // the first of equal spellings counts
      if (this.ids[place] !== UNKNOWN) return;
      this.ids[place] = id;
      if (tolerant) this.#slips.tolerate(spelling, id);
    });
  }

  /** Id of a lexicon word or phrase part given in any case; UNKNOWN when no lexicon holds it. */
  idOf(word: string): number {
    return this.ids[this.spellings.placeOf(word, 0, word.length)] as number;
  }

  /** Id of the one tolerant word that [start, end) is a slip of; UNKNOWN when it is one of none or of several. */
  idOfSlip(text: string, start: number, end: number): number {
    return this.#slips.find(text, start, end);
  }

  /** A cell for each number. */
  roomForNumbers(): Uint8Array {
    return new Uint8Array(this.numbered + 1);
  }
}
