/**
 * A random sample that a seed fixes: the encounters whose keyed hash is smallest. The same encounters give the same
 * sample in whatever order, or in however many parts, they are read; each has the same chance.
 */

export interface Sampled<Item> {
  readonly key: number;
  readonly identity: string;
  readonly item: Item;
}

/** 52 bits of two FNV-1a runs, each spread by the murmur3 finaliser. */
export function keyOf(seed: string, identity: string): number {
  const words = `${seed}\n${identity}`;
  const [high, low] = [spread(words, 0x811c9dc5), spread(words, 0x9747b28c)];
  return high * 0x100000 + (low >>> 12);
}

function spread(words: string, start: number): number {
  let hash = start;
  for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Holds the `size` items of the smallest keys; adding is cheap, because most items fall out at once. */
export class Sample<Item> {
  private readonly held: Sampled<Item>[] = [];
  private readonly seed: string;
  private readonly size: number;

  constructor(seed: string, size: number) {
    this.seed = seed;
    this.size = size;
  }

  add(identity: string, item: Item): void {
    const key = keyOf(this.seed, identity);
    const last = this.held.at(-1);
    if (this.held.length === this.size && last && compare(last, { key, identity }) <= 0) return;
    this.held.push({ key, identity, item });
    this.held.sort(compare);
    if (this.held.length > this.size) this.held.pop();
  }

  items(): readonly Item[] {
    return this.held.map(({ item }) => item);
  }
}

type Placed = Pick<Sampled<unknown>, 'key' | 'identity'>;
const compare = (a: Placed, b: Placed): number =>
  a.key - b.key || (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0);
