/** Small misspellings of the words that the lexicons name for it: one or two slips of the pen, or wrong vowels in a long word. */
import { FOLDED, fold } from './characters.ts';
import { UNKNOWN } from './spellings.ts';

interface TolerantWord {
  readonly spelling: string;
  readonly id: number;
  readonly letters: number;
  /** How many slips are forgiven a word of the length that is asked for. */
  readonly allowed: number;
}

const NO_WORDS: readonly never[] = [];

/** Shortest word of which one wrong letter is forgiven, of which two are, and of which all wrong vowels are. */
const ONE_SLIP = 7;
const TWO_SLIPS = 10;
const VOWEL_SLIPS = 8;
const LEAST_CONSONANTS = 5;
/** A longer run of letters is no slip of any word. */
const LONGEST = 24;

export class Slips {
  /** By length and first letter of a word that stands in a note: the tolerant words that it may be a slip of. */
  readonly #near = new Map<number, TolerantWord[]>();
  /** Tolerant words by their consonants: "dissicating" for "desiccating". */
  readonly #consonants = new Map<string, number>();
  /** First letter and consonants of those words as a set of letters: most words of a note are turned away by it. */
  readonly #frames = new Set<number>();
  readonly #real: ReadonlySet<string>;

  /** @param notMisspellings words of their own, however near they are to another */
  constructor(notMisspellings: readonly string[]) {
    this.#real = new Set(notMisspellings.map(fold));
  }

  /** Forgives slips of a folded word. */
  tolerate(folded: string, id: number): void {
    const letter = folded.charCodeAt(0) - 97;
    if (folded.length < ONE_SLIP || letter < 0 || letter > 25) return;
    this.#tolerate(folded, id, letter);
    const consonants = consonantsOf(folded);
    if (consonants.length < LEAST_CONSONANTS) return;
    this.#consonants.set(consonants, id);
    this.#frames.add(frameOf(letter, lettersOf(folded, 1, folded.length)));
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
   * Id of the one tolerant word that differs from [start, end) by one slip of the pen (two in a word of ten letters or
   * more): a letter wrong, missing, added, or two exchanged; or, in a long word, by its vowels and doubled letters only.
   * The first letter must stand. UNKNOWN when none or several.
   */
  find(text: string, start: number, end: number): number {
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
