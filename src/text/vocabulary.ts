/**
 * The fixed set of words that the lexicons know, each with one id per word family (plural and spelling variants share
 * it). It never grows: a note leaves no trace in it, so an earlier note cannot change a later one.
 */
import { FOLDED, fold } from './characters.ts';

/** The id of every word that no lexicon knows. */
export const UNKNOWN = 0;

export interface VocabularyWord {
  readonly spelling: string;
  readonly id: number;
  /** Whether a small misspelling of it is still taken for it. */
  readonly tolerant: boolean;
}

interface TolerantWord {
  readonly spelling: string;
  readonly id: number;
  readonly letters: number;
  /** How many slips are forgiven a word of the length that is asked for. */
  readonly allowed: number;
}

const NO_WORDS: readonly never[] = [];

const MULTIPLIER = 0x01000193;
export const SEED = 0x811c9dc5 | 0;

/** The bits of a hash that stand beside a word's place: words of another hash are turned away without a look at them. */
const HASH_PART = 0xfff00000 | 0;

/** Shortest word of which one wrong letter is forgiven, of which two are, and of which all wrong vowels are. */
const ONE_SLIP = 7;
const TWO_SLIPS = 10;
const VOWEL_SLIPS = 8;
const LEAST_CONSONANTS = 5;
/** A longer run of letters is no slip of any word. */
const LONGEST = 24;

export class Vocabulary {
  /** Place of a word among the spellings, and beside it a part of its hash; 0 for none. Half of them stay empty. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** How many spellings there are, place 0 being none. */
  #count = 1;
  /** Their characters, one after the other, and where those of each place begin; the end is where the next begins. */
  readonly #characters: Uint16Array;
  readonly #begins: Uint32Array;
  readonly #ids: Uint16Array;
  /** How many of the spellings, from 1 on, are numbered words. */
  readonly #numbered: number;
  /** By length and first letter of a word that stands in a note: the tolerant words that it may be a slip of. */
  readonly #near = new Map<number, TolerantWord[]>();
  /** By folded character, the place of a spelling of that character alone. */
  readonly #marks = new Uint16Array(65536);
  /** Tolerant words by their consonants: "dissicating" for "desiccating". */
  readonly #consonants = new Map<string, number>();
  /** First letter and consonants of those words as a set of letters: most words of a note are turned away by it. */
  readonly #frames = new Set<number>();
  readonly #real: ReadonlySet<string>;

  /** @param numbered words that rules ask for by number (text/word-sets.ts), known to a lexicon or not */
  constructor(words: readonly VocabularyWord[], notMisspellings: readonly string[], numbered: readonly string[] = []) {
    let size = 1024;
    while (size < (words.length + numbered.length) * 2) size *= 2;
    this.#numbered = numbered.length;
    const folded = words.map(({ spelling }) => fold(spelling));
    const length = (total: number, word: string): number => total + word.length;
    this.#characters = new Uint16Array(folded.reduce(length, numbered.reduce(length, 0)));
    this.#begins = new Uint32Array(words.length + numbered.length + 2);
    this.#ids = new Uint16Array(words.length + numbered.length + 1);
    this.#slots = new Int32Array(size);
    this.#mask = size - 1;
    this.#real = new Set(notMisspellings.map(fold));
    for (const word of numbered) this.#spell(word);
    words.forEach((word, at) => {
      this.#add(folded[at] as string, word);
    });
  }

  /** Gives a spelling that is not there yet its place. */
  #spell(folded: string): number {
    const hash = hashOf(folded, 0, folded.length);
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    const place = this.#count++;
    this.#slots[slot] = place | (hash & HASH_PART);
    const begin = this.#begins[place] as number;
    for (let at = 0; at < folded.length; at++) this.#characters[begin + at] = folded.charCodeAt(at);
    this.#begins[place + 1] = begin + folded.length;
    if (folded.length === 1) this.#marks[folded.charCodeAt(0)] = place;
    return place;
  }

  #add(folded: string, { id, tolerant }: VocabularyWord): void {
    const place = this.placeOf(folded, 0, folded.length) || this.#spell(folded);
    if (this.#ids[place] !== UNKNOWN) return;
    this.#ids[place] = id;
    const letter = folded.charCodeAt(0) - 97;
    if (tolerant && folded.length >= ONE_SLIP && letter >= 0 && letter < 26) {
      this.#tolerate(folded, id, letter);
      const consonants = consonantsOf(folded);
      if (consonants.length < LEAST_CONSONANTS) return;
      this.#consonants.set(consonants, id);
      this.#frames.add(frameOf(letter, lettersOf(folded, 1, folded.length)));
    }
  }

  #tolerate(spelling: string, id: number, letter: number): void {
    const { length } = spelling;
    const letters = lettersOf(spelling, 0, length);
    for (let near = length - 2; near <= length + 2; near++) {
      const allowed = length >= TWO_SLIPS && near >= TWO_SLIPS - 1 ? 2 : 1;
      if (Math.abs(length - near) > allowed) continue;
      const key = near * 26 + letter;
      this.#near.set(key, [...(this.#near.get(key) ?? []), { spelling, id, letters, allowed }]);
    }
  }

  /**
   * Where the word that stands at [start, end) has its place among the spellings, or 0. Compares characters, not only hashes.
   * @param hash of these characters by `mixIn`, from `SEED` on
   */
  placeOf(text: string, start: number, end: number, hash = hashOf(text, start, end)): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0) return 0;
      if ((entry & HASH_PART) === (hash & HASH_PART)) {
        const place = entry & ~HASH_PART;
        if (this.#isSpelled(place, text, start, end)) return place;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  #isSpelled(place: number, text: string, start: number, end: number): boolean {
    const begin = this.#begins[place] as number;
    if ((this.#begins[place + 1] as number) - begin !== end - start) return false;
    for (let at = start; at < end; at++)
      if (FOLDED[text.charCodeAt(at)] !== this.#characters[begin + at - start]) return false;
    return true;
  }

  /** The place of a single character. */
  placeOfMark(code: number): number {
    return this.#marks[FOLDED[code] as number] as number;
  }

  /** Id of the word of a place; UNKNOWN when no lexicon holds it. */
  idAt(place: number): number {
    return this.#ids[place] as number;
  }

  /** The number of the word of a place, 0 for a word that has none. */
  numberAt(place: number): number {
    return place <= this.#numbered ? place : 0;
  }

  /** A cell for each number. */
  roomForNumbers(): Uint8Array {
    return new Uint8Array(this.#numbered + 1);
  }

  /** Id of a lexicon word or phrase part given in any case; UNKNOWN when no lexicon holds it. */
  idOf(word: string): number {
    return this.idAt(this.placeOf(word, 0, word.length));
  }

  /**
   * Id of the one tolerant word that differs from [start, end) by one slip of the pen (two in a word of ten letters or
   * more): a letter wrong, missing, added, or two exchanged; or, in a long word, by its vowels and doubled letters only.
   * The first letter must stand. UNKNOWN when none or several.
   */
  findMisspelt(text: string, start: number, end: number): number {
    const length = end - start;
    const letter = (FOLDED[text.charCodeAt(start)] as number) - 97;
    if (length < ONE_SLIP - 1 || length > LONGEST || letter < 0 || letter > 25) return UNKNOWN;
    const others = lettersOf(text, start + 1, end);
    const letters = others | (1 << (letter + 1));
    let word = '';
    let best = UNKNOWN;
    let bestSlips = 3;
    for (const { spelling, id, letters: theirs, allowed } of this.#near.get(length * 26 + letter) ?? NO_WORDS) {
      if (countBits(letters ^ theirs) > allowed * 2) continue;
      word ||= fold(text.slice(start, end));
      const slips = slipsBetween(spelling, word, allowed);
      if (slips > allowed || slips > bestSlips) continue;
      if (slips < bestSlips) best = id;
      else if (best !== id) best = UNKNOWN;
      bestSlips = slips;
    }
    if (best === UNKNOWN && length >= VOWEL_SLIPS && this.#frames.has(frameOf(letter, others)))
      best = this.#consonants.get(consonantsOf(fold(text.slice(start, end)))) ?? UNKNOWN;
    return best !== UNKNOWN && this.#real.has(fold(text.slice(start, end))) ? UNKNOWN : best;
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

function lettersOf(text: string, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end; at++) letters |= 1 << ((FOLDED[text.charCodeAt(at)] as number) & 31);
  return letters;
}

/** The first letter and the consonants after it, doubled ones once. */
function consonantsOf(folded: string): string {
  let consonants = folded.charAt(0);
  for (let at = 1; at < folded.length; at++) {
    const letter = folded.charAt(at);
    if (!'aeiou'.includes(letter) && !consonants.endsWith(letter)) consonants += letter;
  }
  return consonants;
}

const VOWELS = lettersOf('aeiou', 0, 5);

/** The first letter and the consonants as a set: equal where `consonantsOf` is equal, and made without a string. */
function frameOf(first: number, others: number): number {
  return (1 << (first + 1)) | (others & ~VOWELS);
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

const LONGEST_ROW = 64;
/** Rows of the distance table, used by one comparison at a time. */
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST_ROW)) as [Uint8Array, Uint8Array, Uint8Array];

/** Damerau-Levenshtein distance (optimal string alignment), given up past `limit`: only the band that can hold it is filled. */
function slipsBetween(a: string, b: string, limit: number): number {
  let [older, previous, current] = rows;
  for (let column = 0; column <= b.length; column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const first = Math.max(1, row - limit);
    const last = Math.min(b.length, row + limit);
    current[first - 1] = first === 1 ? row : limit + 1;
    let least = limit + 1;
    for (let column = first; column <= last; column++) {
      const cost = slipsAt(a, b, row, column, older, previous, current);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (last < b.length) current[last + 1] = limit + 1;
    if (least > limit) return limit + 1;
    [older, previous, current] = [previous, current, older];
  }
  return previous[b.length] as number;
}

function slipsAt(
  a: string,
  b: string,
  row: number,
  column: number,
  older: Uint8Array,
  previous: Uint8Array,
  current: Uint8Array,
): number {
  const [mine, theirs] = [a.charCodeAt(row - 1), b.charCodeAt(column - 1)];
  let cost = (previous[column - 1] as number) + (mine === theirs ? 0 : 1);
  cost = Math.min(cost, (previous[column] as number) + 1, (current[column - 1] as number) + 1);
  const isExchanged = row > 1 && column > 1 && mine === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === theirs;
  return isExchanged ? Math.min(cost, (older[column - 2] as number) + 1) : cost;
}
