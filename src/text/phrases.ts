/**
 * All phrases of the lexicons as one trie over word ids, walked once per token: longest match per layer, no back-tracking,
 * no work that grows faster than the text.
 */

import { UNKNOWN } from './spellings.ts';
import { NEWLINE, ORNAMENT, PUNCTUATION, type Tokens, tokenize, type Words } from './tokens.ts';

/** A phrase found: tokens [first, last). `value` is what the lexicon entry says. */
export interface Hit<Value> {
  readonly value: Value;
  readonly first: number;
  readonly last: number;
}

/** The hits of a stretch of text by layer, each layer in order of place and without overlaps. */
export class Found<Layer extends string, Value> {
  readonly #layers: readonly Layer[];
  readonly #hits: readonly (readonly Hit<Value>[] | undefined)[];

  constructor(layers: readonly Layer[], hits: readonly (readonly Hit<Value>[] | undefined)[]) {
    this.#layers = layers;
    this.#hits = hits;
  }

  /** Whether nothing was found in any layer. */
  get isEmpty(): boolean {
    return this.#hits === NO_LAYERS;
  }

  get(layer: Layer): readonly Hit<Value>[] {
    return this.#hits[this.#layers.indexOf(layer)] ?? NO_HITS;
  }

  has(layer: Layer): boolean {
    return this.get(layer).length > 0;
  }

  /** The same with other hits of one layer. */
  with(layer: Layer, hits: readonly Hit<Value>[]): Found<Layer, Value> {
    return new Found(
      this.#layers,
      this.#layers.map((each) => (each === layer ? hits : this.get(each))),
    );
  }
}

const NO_HITS: readonly never[] = [];
const NO_LAYERS: readonly never[] = [];

/** Longest phrase, in tokens passed over included; bounds the walk from one token. */
const LONGEST_WALK = 24;
const WIDTH = 65536;

export class PhraseTrie<Layer extends string, Value> {
  readonly #layers: readonly Layer[];
  readonly #next = new Branches();
  /** For each node: the phrases that end there, one per layer. */
  readonly #ends: (End<Value>[] | undefined)[] = [undefined];
  /** The node of a phrase's first word, by word id; 0 for a word that begins none. */
  readonly #roots = new Int32Array(WIDTH);
  /** The words by which a phrase goes on from each node, as a set of bits: most words that follow are turned away by it. */
  readonly #follow: number[] = [0];
  /** What is found in most stretches. */
  readonly #nothing: Found<Layer, Value>;
  readonly #isTransparent = new Uint8Array(WIDTH);

  constructor(words: Words, layers: readonly Layer[], transparent: readonly string[]) {
    this.#layers = layers;
    this.#nothing = new Found(layers, NO_LAYERS);
    for (const word of transparent) this.#isTransparent[words.vocabulary.idOf(word)] = 1;
  }

  /**
   * Adds a phrase, given by the ids of its words (`idsOfPhrases`). The later of two equal phrases of one layer wins, so that
   * a user's entry replaces ours; with `join` the two are kept as one ("facet" and "facets" are the same words, and may be
   * halves of different pairs).
   */
  add(layer: Layer, ids: readonly number[], value: Value, join?: (earlier: Value, later: Value) => Value): void {
    if (ids.length === 0) return;
    let node = 0;
    for (const id of ids) {
      let child = this.#next.get(node, id);
      if (child === NOWHERE) {
        child = this.#ends.push(undefined) - 1;
        this.#next.set(node, id, child);
        this.#follow[node] = (this.#follow[node] as number) | bitOf(id);
        this.#follow[child] = 0;
        if (node === 0) this.#roots[id] = child;
      }
      node = child;
    }
    const ends = this.#ends[node] ?? [];
    const index = this.#layers.indexOf(layer);
    const earlier = ends.find((other) => other.layer === index);
    const joined = join && earlier ? join(earlier.value, value) : value;
    this.#ends[node] = [...ends.filter((other) => other.layer !== index), { layer: index, value: joined }];
  }

  /** All hits in tokens [first, last). */
  find(tokens: Tokens, first: number, last: number): Found<Layer, Value> {
    let hits: (Hit<Value>[] | undefined)[] | undefined;
    for (let at = first; at < last; at++) {
      let node = this.#roots[tokens.word[at] as number] as number;
      if (node === 0) continue;
      const limit = Math.min(last, at + LONGEST_WALK);
      let child = node;
      for (let next = at + 1; ; next++) {
        const ends = child === PASSED_OVER ? undefined : this.#ends[node];
        if (ends !== undefined) {
          hits ??= new Array(this.#layers.length).fill(undefined);
          keepEnds(ends, at, next, hits);
        }
        if (next >= limit) break;
        child = this.#childAt(node, tokens, next);
        if (child === NOWHERE) break;
        if (child !== PASSED_OVER) node = child;
      }
    }
    return hits === undefined ? this.#nothing : new Found(this.#layers, hits);
  }

  /** The longest hit of one layer that begins at token `first`. */
  findAt(layer: Layer, tokens: Tokens, first: number, last: number): Hit<Value> | undefined {
    let node = first < last ? (this.#roots[tokens.word[first] as number] as number) : 0;
    if (node === 0) return undefined;
    const wanted = this.#layers.indexOf(layer);
    const endAt = (ends: readonly End<Value>[] | undefined, next: number): Hit<Value> | undefined => {
      const end = ends?.find((each) => each.layer === wanted);
      return end && { value: end.value, first, last: next };
    };
    let longest = endAt(this.#ends[node], first + 1);
    const limit = Math.min(last, first + LONGEST_WALK);
    for (let next = first + 1; next < limit; next++) {
      const child = this.#childAt(node, tokens, next);
      if (child === NOWHERE) break;
      if (child === PASSED_OVER) continue;
      node = child;
      longest = endAt(this.#ends[node], next + 1) ?? longest;
    }
    return longest;
  }

  /** The node that a token leads to; NOWHERE where no phrase goes on with it, PASSED_OVER where it stands inside a phrase. */
  #childAt(node: number, tokens: Tokens, at: number): number {
    const follow = this.#follow[node] as number;
    if (follow === 0) return NOWHERE;
    const word = tokens.word[at] as number;
    const child = (follow & bitOf(word)) === 0 ? NOWHERE : this.#next.get(node, word);
    return child === NOWHERE && this.#isPassedOver(tokens, at) ? PASSED_OVER : child;
  }

  /** "low-back pain", "disc\nherniation", "tear of the annulus": what may stand inside a phrase without breaking it. */
  #isPassedOver(tokens: Tokens, at: number): boolean {
    const kind = tokens.kind[at];
    if (kind === NEWLINE || kind === ORNAMENT) return true;
    if (kind === PUNCTUATION) {
      const mark = tokens.text.charCodeAt(tokens.start[at] as number);
      return mark === 0x2d || mark === 0x2f || mark === 0x2011 || mark === 0x2013;
    }
    return this.#isTransparent[tokens.word[at] as number] === 1;
  }
}

const APART = '\n\n';
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

const isHyphen = ({ text, kind, start }: Tokens, at: number): boolean =>
  kind[at] === PUNCTUATION && text.charAt(start[at] as number) === '-';

/**
 * The words of each phrase, as ids; none for a phrase with a word that the vocabulary does not hold. Hyphens are left out, as
 * they are passed over in a note, but in a phrase that is nothing but marks. All are read as one text, in which two line
 * breaks keep them apart.
 */
export function idsOfPhrases(phrases: readonly string[], words: Words): readonly (readonly number[])[] {
  const tokens = tokenize(phrases.join(APART), words);
  let at = 0;
  let end = -APART.length;
  return phrases.map((phrase) => {
    end += APART.length + phrase.length;
    const isMarks = !WORD_CHARACTER.test(phrase);
    const ids: number[] = [];
    for (; at < tokens.count && (tokens.start[at] as number) < end; at++)
      if (isMarks || !isHyphen(tokens, at)) ids.push(tokens.word[at] as number);
    while (at < tokens.count && (tokens.start[at] as number) < end + APART.length) at++;
    return ids.includes(UNKNOWN) ? [] : ids;
  });
}

interface End<Value> {
  readonly layer: number;
  readonly value: Value;
}

/** Keeps what ends here: unless one of its layer, begun before it, holds the place, and in the place of a shorter one. */
function keepEnds<Value>(
  ends: readonly End<Value>[],
  first: number,
  last: number,
  hits: (Hit<Value>[] | undefined)[],
): void {
  for (const { layer, value } of ends) {
    const own = hits[layer];
    const before = own?.at(-1);
    if (own === undefined || before === undefined) hits[layer] = [{ value, first, last }];
    else if (before.last <= first) own.push({ value, first, last });
    else if (before.first === first) own[own.length - 1] = { value, first, last };
  }
}

const bitOf = (word: number): number => 1 << (word & 31);

const NOWHERE = -1;
const PASSED_OVER = -2;
/** Room for the phrases of our lexicons, so that they are laid down once. */
const SLOTS = 32768;

/** From node and word to the next node: open addressing, so that a look-up makes no object and follows no pointer. */
class Branches {
  #keys = new Float64Array(SLOTS);
  #nodes = new Int32Array(SLOTS).fill(NOWHERE);
  #count = 0;

  get(node: number, word: number): number {
    const key = node * WIDTH + word;
    const mask = this.#nodes.length - 1;
    for (let slot = slotOf(node, word) & mask; ; slot = (slot + 1) & mask) {
      const child = this.#nodes[slot] as number;
      if (child === NOWHERE || this.#keys[slot] === key) return child;
    }
  }

  set(node: number, word: number, child: number): void {
    if (++this.#count * 2 > this.#nodes.length) this.#grow();
    const mask = this.#nodes.length - 1;
    let slot = slotOf(node, word) & mask;
    while (this.#nodes[slot] !== NOWHERE) slot = (slot + 1) & mask;
    this.#keys[slot] = node * WIDTH + word;
    this.#nodes[slot] = child;
  }

  #grow(): void {
    const [keys, nodes] = [this.#keys, this.#nodes];
    this.#keys = new Float64Array(keys.length * 2);
    this.#nodes = new Int32Array(nodes.length * 2).fill(NOWHERE);
    this.#count = 0;
    keys.forEach((key, slot) => {
      if (nodes[slot] !== NOWHERE) this.set(Math.floor(key / WIDTH), key % WIDTH, nodes[slot] as number);
    });
  }
}

function slotOf(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
