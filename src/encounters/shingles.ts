/**
 * How much of a note stands word for word in another: runs of five tokens, hashed, kept sorted and each once. Only the
 * hashes are kept, so no text can be read back from them; of a long note the same fixed fraction of hashes is kept as
 * of any other, so that two sketches stay comparable.
 */

/** Sorted, each once. `bound`: hashes above it were left out. */
export interface Shingles {
  readonly hashes: Uint32Array;
  readonly bound: number;
}

const RUN = 5;
const MOST = 2048;
const ALL = 0xffffffff;

/** FNV-1a over UTF-16 code units. */
function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads the bits, because the smallest hashes stand for all of them (murmur3 finaliser). */
function mix(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const tokensOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

export function takeShingles(text: string): Shingles {
  const tokens = tokensOf(text).map((token) => hashText(token, 0x811c9dc5));
  const found = new Set<number>();
  for (let at = 0; at + RUN <= tokens.length; at++) {
    let hash = 0;
    for (let next = at; next < at + RUN; next++) hash = Math.imul(hash, 31) + (tokens[next] as number);
    found.add(mix(hash));
  }
  const sorted = Uint32Array.from(found).sort();
  if (sorted.length <= MOST) return { hashes: sorted, bound: ALL };
  return { hashes: sorted.slice(0, MOST), bound: sorted[MOST - 1] as number };
}

/** Share of the runs of `later` that stand in `earlier` too; null where the later text is too short to say. */
export function shareCopied(later: Shingles, earlier: Shingles, fewest: number): number | null {
  const bound = Math.min(later.bound, earlier.bound);
  let runs = 0;
  let copied = 0;
  let at = 0;
  for (const hash of later.hashes) {
    if (hash > bound) break;
    runs++;
    while (at < earlier.hashes.length && (earlier.hashes[at] as number) < hash) at++;
    if (earlier.hashes[at] === hash) copied++;
  }
  return runs < fewest ? null : copied / runs;
}

/** Tells two texts apart, white space and capitals aside: 64 bits, so that a repeat is a repeat. */
export function fingerprintText(text: string): string {
  const words = text.toLowerCase().replace(/\s+/g, ' ').trim();
  const [one, two] = [hashText(words, 0x811c9dc5), hashText(words, 0x9747b28c)];
  return `${one.toString(16)}-${mix(two).toString(16)}-${words.length}`;
}
