/**
 * One sentence read: its phrases by layer, its levels, and the words in it that may name a condition. What the words mean
 * (denied, old, another's) is the context layer's business.
 */
import type { Found, Hit } from '../text/phrases.ts';
import { markAt, NUMBER, type Tokens } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { candidatesIn } from './candidates.ts';
import type { Language } from './language.ts';
import { findLevels, isListGap, isListGapWithPreposition, type LevelMention } from './levels.ts';
import { type Candidate, groupOf, type Hits, type Layer, type TermValues } from './terms.ts';

/** Levels said together: "L3-4, L4-5 and L5-S1". */
export interface LevelGroup {
  readonly levels: readonly string[];
  readonly first: number;
  readonly last: number;
}

export interface Reading {
  readonly first: number;
  readonly last: number;
  readonly hits: Hits;
  readonly levels: readonly LevelGroup[];
  readonly candidates: readonly Candidate[];
  /** A number stands in it. */
  readonly hasNumber: boolean;
}

const STOP = 0x2e;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const CLOSE = 0x29;

const NONE: readonly never[] = [];

export function readSentence(tokens: Tokens, first: number, last: number, language: Language): Reading {
  const hits = new FoundHits(tokens, first, last, language);
  const hasNumber = holdsNumber(tokens, first, last);
  const levels = hits.names || hasNumber ? levelsIn(tokens, first, last, hits.get('level')) : NONE;
  const candidates = hits.names ? candidatesIn(tokens, hits, language) : NONE;
  return { first, last, hits, levels, candidates, hasNumber };
}

type FoundTerms = Found<Layer, TermValues[Layer]>;

function holdsNumber(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (tokens.kind[at] === NUMBER) return true;
  return false;
}

/** The phrases of a stretch of text: what it is about, and what else it says once someone wants to know. */
export class FoundHits implements Hits {
  readonly #tokens: Tokens;
  readonly #first: number;
  readonly #last: number;
  readonly #language: Language;
  readonly names: boolean;
  /** By group of layers. */
  readonly #found: (FoundTerms | undefined)[];

  constructor(tokens: Tokens, first: number, last: number, language: Language) {
    this.#tokens = tokens;
    this.#first = first;
    this.#last = last;
    this.#language = language;
    const topics = this.#find(0);
    this.names = !topics.isEmpty;
    this.#found = [this.names ? withoutLookalikes(topics) : topics, undefined, undefined];
  }

  get<L extends Layer>(layer: L): readonly Hit<TermValues[L]>[] {
    const group = groupOf(layer);
    let found = this.#found[group];
    if (found === undefined) {
      found = this.#find(group);
      this.#found[group] = found;
    }
    return found.get(layer) as readonly Hit<TermValues[L]>[];
  }

  #find(group: number): FoundTerms {
    const terms = this.#language.terms[group] as Language['terms'][number];
    return terms.find(this.#tokens, this.#first, this.#last);
  }
}

/** "Lumbar puncture" names no region. */
function withoutLookalikes(found: FoundTerms): FoundTerms {
  const lookalikes = found.get('no-region');
  const regions = found.get('region');
  if (lookalikes.length === 0 || regions.length === 0) return found;
  const isOther = (region: Hit<unknown>): boolean =>
    lookalikes.some((other) => other.first <= region.first && region.last <= other.last);
  return found.with(
    'region',
    regions.filter((region) => !isOther(region)),
  );
}

function levelsIn(
  tokens: Tokens,
  first: number,
  last: number,
  phrases: readonly Hit<readonly string[]>[],
): readonly LevelGroup[] {
  const named = findLevels(tokens, first, last);
  if (named.length === 0 && phrases.length === 0) return NONE;
  const mentions = phrases.map((hit): LevelMention => ({ levels: hit.value, first: hit.first, last: hit.last }));
  return groupLevels(tokens, mergeByPlace(named, mentions), first, last);
}

function mergeByPlace(a: readonly LevelMention[], b: readonly LevelMention[]): readonly LevelMention[] {
  if (b.length === 0) return a;
  const free = b.filter((each) => !a.some((other) => other.first < each.last && each.first < other.last));
  return [...a, ...free].sort((one, other) => one.first - other.first);
}

function groupLevels(tokens: Tokens, mentions: readonly LevelMention[], first: number, last: number): LevelGroup[] {
  const groups: { levels: string[]; first: number; last: number }[] = [];
  mentions.forEach((mention, at) => {
    const before = groups.at(-1);
    const isListed =
      before &&
      (isListGap(tokens, before.last, mention.first) ||
        (isListGapWithPreposition(tokens, before.last, mention.first) &&
          (before.first - first <= 1 || endsClause(tokens, lastOfList(tokens, mentions, at), last))));
    if (before && isListed) {
      before.levels.push(...mention.levels.filter((level) => !before.levels.includes(level)));
      before.last = mention.last;
    } else groups.push({ levels: [...mention.levels], first: mention.first, last: mention.last });
  });
  return groups;
}

/** Where the list ends that goes on from mention `at`: "less at L3-4 and L5-S1". */
function lastOfList(tokens: Tokens, mentions: readonly LevelMention[], at: number): number {
  let end = mentions[at] as LevelMention;
  for (const next of mentions.slice(at + 1, at + LONGEST_LIST)) {
    if (!isListGap(tokens, end.last, next.first)) break;
    end = next;
  }
  return end.last;
}

const LONGEST_LIST = 6;

const GOING_ON = wordSet('with without but which worse worst more while there');

/** "... at L4-5 and at L5-S1.", not "... at L4-5 and at L5-S1 a protrusion": the finding said before is at both. */
function endsClause(tokens: Tokens, at: number, last: number): boolean {
  if (at >= last) return true;
  const mark = markAt(tokens, at);
  if (mark === COMMA) return GOING_ON.at(tokens, at + 1);
  return mark === STOP || mark === SEMICOLON || mark === CLOSE;
}
