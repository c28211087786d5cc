/**
 * All phrases of the lexicons as one trie over word ids, walked once per token: longest match per layer, no back-tracking,
 * no work that grows faster than the text.
 */
import { NEWLINE, ORNAMENT, PUNCTUATION, type Tokens, tokenize, type Words } from './tokens.ts';
import { UNKNOWN } from './vocabulary.ts';

/** A phrase found: tokens [first, last). `value` is what the lexicon entry says. */
export interface Hit<Value> {
  readonly value: Value;
  readonly first: number;
  readonly last: number;
}

/** Longest phrase, in tokens passed over included; bounds the walk from one token. */
const LONGEST_WALK = 24;
const WIDTH = 65536;

export class PhraseTrie<Layer extends string, Value> {
  readonly #words: Words;
  readonly #layers: readonly Layer[];
  readonly #next = new Map<number, number>();
  /** For each node: per layer the value that ends there. */
  readonly #ends: (Map<number, Value> | undefined)[] = [undefined];
  readonly #begins = new Uint8Array(WIDTH);
  readonly #transparent: ReadonlySet<number>;

  constructor(words: Words, layers: readonly Layer[], transparent: readonly string[]) {
    this.#words = words;
    this.#layers = layers;
    this.#transparent = new Set(transparent.map((word) => words.vocabulary.idOf(word)));
  }

  /** Adds a phrase; the later of two equal phrases of one layer wins, so that a user's entry replaces ours. */
  add(layer: Layer, phrase: string, value: Value): void {
    const ids = this.#idsOf(phrase);
    if (ids.length === 0) return;
    let node = 0;
    for (const id of ids) {
      const key = node * WIDTH + id;
      let child = this.#next.get(key);
      if (child === undefined) {
        child = this.#ends.push(undefined) - 1;
        this.#next.set(key, child);
      }
      node = child;
    }
    this.#begins[ids[0] as number] = 1;
    let ends = this.#ends[node];
    if (!ends) this.#ends[node] = ends = new Map();
    ends.set(this.#layers.indexOf(layer), value);
  }

  #idsOf(phrase: string): number[] {
    const tokens = tokenize(phrase, this.#words);
    const ids: number[] = [];
    const onlyMarks = !/[\p{L}\p{N}]/u.test(phrase);
    for (let at = 0; at < tokens.count; at++) {
      const isHyphen = tokens.kind[at] === PUNCTUATION && phrase.charAt(tokens.start[at] as number) === '-';
      if (onlyMarks || !isHyphen) ids.push(tokens.word[at] as number);
    }
    return ids.includes(UNKNOWN) ? [] : ids;
  }

  /** All hits in tokens [first, last), by layer, each layer in order of place and without overlaps. */
  find(tokens: Tokens, first: number, last: number): Map<Layer, Hit<Value>[]> {
    const found = new Map<Layer, Hit<Value>[]>();
    const free = new Int32Array(this.#layers.length);
    for (let at = first; at < last; at++) {
      if (this.#begins[tokens.word[at] as number] === 0 || tokens.word[at] === UNKNOWN) continue;
      this.#walk(tokens, at, last, free, found);
    }
    return found;
  }

  #walk(tokens: Tokens, first: number, last: number, free: Int32Array, found: Map<Layer, Hit<Value>[]>): void {
    let node = 0;
    const longest: (Hit<Value> | undefined)[] = [];
    const limit = Math.min(last, first + LONGEST_WALK);
    for (let at = first; at < limit; at++) {
      const child = this.#next.get(node * WIDTH + (tokens.word[at] as number));
      if (child === undefined) {
        if (at > first && this.#isPassedOver(tokens, at)) continue;
        break;
      }
      node = child;
      const ends = this.#ends[node];
      if (ends) for (const [layer, value] of ends) longest[layer] = { value, first, last: at + 1 };
    }
    for (let layer = 0; layer < longest.length; layer++) {
      const hit = longest[layer];
      if (!hit || first < (free[layer] as number)) continue;
      free[layer] = hit.last;
      const name = this.#layers[layer] as Layer;
      const hits = found.get(name);
      if (hits) hits.push(hit);
      else found.set(name, [hit]);
    }
  }

  /** "low-back pain", "disc\nherniation", "tear of the annulus": what may stand inside a phrase without breaking it. */
  #isPassedOver(tokens: Tokens, at: number): boolean {
    const kind = tokens.kind[at];
    if (kind === NEWLINE || kind === ORNAMENT) return true;
    if (kind === PUNCTUATION) {
      const mark = tokens.text.charAt(tokens.start[at] as number);
      return mark === '-' || mark === '/' || mark === '\u2011' || mark === '\u2013';
    }
    return this.#transparent.has(tokens.word[at] as number);
  }
}
