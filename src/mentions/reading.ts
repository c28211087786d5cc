/**
 * One sentence read: its phrases by layer, its levels, and the words in it that may name a condition. What the words mean
 * (denied, old, another's) is the context layer's business.
 */
import type { Condition } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, NEWLINE, type Tokens, WORD, wordAt } from '../text/tokens.ts';
import type { Language } from './language.ts';
import { findLevels, isListGap, isListGapWithPreposition, type LevelMention } from './levels.ts';
import type { ConditionTerm, Layer, Need, Pair, PairPart, TermValues } from './terms.ts';

export interface Candidate {
  readonly condition: Condition;
  readonly need: Need | null;
  /** The words deny the condition by themselves. */
  readonly denies: boolean;
  /** Said in two halves ("disk ... herniated"). */
  readonly paired: boolean;
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
}

/** Levels said together: "L3-4, L4-5 and L5-S1". */
export interface LevelGroup {
  readonly levels: readonly string[];
  readonly first: number;
  readonly last: number;
}

export interface Reading {
  readonly first: number;
  readonly last: number;
  readonly hits: { get<L extends Layer>(layer: L): readonly Hit<TermValues[L]>[] };
  readonly levels: readonly LevelGroup[];
  readonly candidates: readonly Candidate[];
}

const STOP = 0x2e;
const COLON = 0x3a;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN = 0x28;
const CLOSE = 0x29;

const NONE: readonly never[] = [];

export function readSentence(tokens: Tokens, first: number, last: number, language: Language): Reading {
  const found = language.terms.find(tokens, first, last);
  const lookalikes = found.get('no-region');
  if (lookalikes) {
    const isOther = (region: Hit<unknown>): boolean =>
      lookalikes.some((other) => other.first <= region.first && region.last <= other.last);
    found.set(
      'region',
      (found.get('region') ?? []).filter((region) => !isOther(region)),
    );
  }
  const hits = new Hits(found);
  const levels = levelsIn(tokens, first, last, hits.get('level'));
  return { first, last, hits, levels, candidates: candidatesIn(tokens, hits, language) };
}

class Hits {
  readonly #found: ReadonlyMap<Layer, readonly Hit<unknown>[]>;

  constructor(found: ReadonlyMap<Layer, readonly Hit<unknown>[]>) {
    this.#found = found;
  }

  get<L extends Layer>(layer: L): readonly Hit<TermValues[L]>[] {
    return (this.#found.get(layer) ?? NONE) as readonly Hit<TermValues[L]>[];
  }
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

function candidatesIn(tokens: Tokens, hits: Hits, language: Language): readonly Candidate[] {
  const conditions = hits.get('condition');
  const parts = hits.get('part');
  if (conditions.length === 0 && parts.length < 2) return NONE;
  const whole = conditions.map((hit) => candidateOf(hit));
  const paired = findPairs(tokens, parts, language, whole);
  return withoutOverlaps([...whole, ...paired]).filter((each) => !isOfDisc(tokens, each, whole));
}

/** "Degenerative changes with desiccated discs". */
function isWith(tokens: Tokens, at: number, first: number): boolean {
  return at < first && first - at <= 2 && textOf(tokens, at) === 'with';
}

/** "desiccated disc material with degenerative changes": the changes are the disc's. */
function isOfDisc(tokens: Tokens, candidate: Candidate, whole: readonly Candidate[]): boolean {
  if (candidate.condition !== 'spondylosis' || candidate.need !== 'spine') return false;
  return whole.some(
    (other) =>
      other.condition === 'disc-degeneration' &&
      (Math.abs(candidate.first - other.last) <= 4 || isWith(tokens, candidate.last, other.first)) &&
      !clauseEndsBetween(tokens, Math.min(other.last, candidate.last), Math.max(other.first, candidate.first)),
  );
}

function candidateOf({ value: { condition, need }, first, last }: Hit<ConditionTerm>): Candidate {
  return { condition, need, denies: false, paired: false, first, last };
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

const GOING_ON = new Set(['with', 'without', 'but', 'which', 'worse', 'worst', 'more', 'while', 'there']);

/** "... at L4-5 and at L5-S1.", not "... at L4-5 and at L5-S1 a protrusion": the finding said before is at both. */
function endsClause(tokens: Tokens, at: number, last: number): boolean {
  if (at >= last) return true;
  const mark = markAt(tokens, at);
  if (mark === COMMA) return GOING_ON.has(wordAt(tokens, at + 1));
  return mark === STOP || mark === SEMICOLON || mark === CLOSE;
}

const COORDINATING = new Set('and or the left right both side sides of low lower upper mid in'.split(' '));

/** "Pain on the right side of the neck and the left side of the low back": the second place of one pain may lie farther off. */
function isSamePain(tokens: Tokens, parts: readonly Hit<readonly PairPart[]>[], at: number, next: number): boolean {
  const before = parts[next - 1];
  const place = parts[next];
  if (!before || !place || next - 1 <= at) return false;
  for (let token = before.last; token < place.first; token++)
    if (!COORDINATING.has(textOf(tokens, token)) && markAt(tokens, token) !== COMMA) return false;
  return place.first > before.last;
}

/** Both halves of a pair in one clause, near enough: "disk at L5-S1 is herniated". */
function findPairs(
  tokens: Tokens,
  parts: readonly Hit<readonly PairPart[]>[],
  language: Language,
  whole: readonly Candidate[],
): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < parts.length; at++) {
    const one = parts[at] as Hit<readonly PairPart[]>;
    for (let next = at + 1; next < parts.length; next++) {
      const other = parts[next] as Hit<readonly PairPart[]>;
      const isLabelled = isLabel(tokens, one);
      if (other.first - one.last > 16 || clauseEndsBetween(tokens, one.last + Number(isLabelled), other.first)) break;
      const gap = wordsBetween(tokens, one.last, other.first);
      for (const { pair, half } of one.value) {
        const partner = other.value.find((part) => part.pair === pair && part.half !== half);
        const { condition, gap: widest, denies, need } = language.pairs[pair] as Pair;
        if (!partner) continue;
        if (isLabelled && !OF_A_PART.has(condition)) continue;
        const isPain = language.symptoms.has(condition);
        const isShared = gap > widest;
        if (isShared && !(isPain && isSamePain(tokens, parts, at, next))) continue;
        if (isPain && !isPainOfPlace(tokens, one, other, half)) continue;
        if (isTakenByNext(tokens, parts, at, next)) continue;
        const isSaid = whole.some(
          (each) => each.condition === condition && each.first < other.last && one.first < each.last,
        );
        const first = isShared ? other.first : one.first;
        if (!isSaid) found.push({ condition, need, denies, paired: true, first, last: other.last });
      }
    }
  }
  return found;
}

/** "Bulging discs, degenerated endplates": past a comma, a word belongs to the noun right behind it. */
function isTakenByNext(tokens: Tokens, parts: readonly Hit<readonly PairPart[]>[], at: number, next: number): boolean {
  const [one, other, behind] = [parts[at], parts[next], parts[next + 1]] as [
    Hit<readonly PairPart[]>,
    Hit<readonly PairPart[]>,
    Hit<readonly PairPart[]> | undefined,
  ];
  if (behind?.first !== other.last || !hasComma(tokens, one.last, other.first)) return false;
  return other.value.some(({ pair, half }) => behind.value.some((part) => part.pair === pair && part.half !== half));
}

function hasComma(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === COMMA) return true;
  return false;
}

const PAIN_LINKS = new Set('in of at across over to along about around involving throughout within'.split(' '));
const PAIN_BREAKS = new Set(
  'but with without no denies for on during from which when while than if radicular neuropathic sciatic'.split(' '),
);

const SIDES = new Set(['right', 'left', 'both', 'either']);
const ADJECTIVES = new Set(['lumbar', 'lumbosacral', 'paralumbar', 'thoracic', 'cervical']);
/** "Pain secondary to fibromyalgia ... neck" is not the neck's; "lower back, tender secondary to pain" is the back's. */
const OF_A_CAUSE = new Set(['secondary', 'due', 'because']);

/** "pain across the low back", "low back, buttock and leg pain"; not "pain from her back", "back exercises for pain". */
function isPainOfPlace(tokens: Tokens, one: Hit<unknown>, other: Hit<unknown>, half: 'first' | 'second'): boolean {
  let linked = false;
  const place = half === 'first' ? one : other;
  // "pain in the back of her neck" is no back pain
  if (place.last - place.first === 1 && textOf(tokens, place.first) === 'back' && textOf(tokens, place.last) === 'of')
    return false;
  // "lumbar stenosis, pain controlled": the place belongs to the noun behind it
  if (half === 'first' && ADJECTIVES.has(textOf(tokens, place.last - 1)) && hasComma(tokens, one.last + 1, other.first))
    return false;
  for (let at = one.last; at < other.first; at++) {
    const word = textOf(tokens, at);
    // "on the right side of the neck"
    if (word === 'on' && SIDES.has(textOf(tokens, at + (textOf(tokens, at + 1) === 'the' ? 2 : 1)))) continue;
    if (PAIN_BREAKS.has(word) || (half === 'second' && OF_A_CAUSE.has(word))) return false;
    if (PAIN_LINKS.has(word)) linked = true;
  }
  // the place first needs no link, the pain first does
  return half === 'first' || linked;
}

function clauseEndsBetween(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    if (mark === COLON || mark === SEMICOLON || mark === OPEN || mark === CLOSE) return true;
  }
  return false;
}

/** What a line of a report says of the part that it opens with. */
const OF_A_PART: ReadonlySet<Condition> = new Set([
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'annulus-fibrosus-defect',
  'endplate-change',
  'spondylosis',
  'spinal-stenosis',
]);

/** "Endplates: degenerative changes", "- facets: hypertrophied": a line that opens with its subject. */
function isLabel(tokens: Tokens, { first, last }: { first: number; last: number }): boolean {
  if (markAt(tokens, last) !== COLON) return false;
  const opens = (at: number): boolean => at < 0 || tokens.kind[at] === NEWLINE;
  return opens(first - 1) || (tokens.kind[first - 1] !== WORD && opens(first - 2));
}

/** Tokens between, a level counted as one word. */
function wordsBetween(tokens: Tokens, first: number, last: number): number {
  let words = 0;
  for (let at = first; at < last; at++) if (tokens.end[at - 1] !== tokens.start[at]) words++;
  return words;
}

/**
 * Of overlapping candidates the more telling one stays: a whole phrase over a pair, then the longer; of pains the one with
 * a place ("low back pain" over "back pain"). Different conditions in one phrase both stay where they say two things.
 */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const kept: Candidate[] = [];
  const order = [...candidates].sort((a, b) => weight(b) - weight(a) || a.first - b.first);
  for (const candidate of order) {
    const rival = kept.find((other) => other.first < candidate.last && candidate.first < other.last);
    if (!rival || areTwoThings(rival, candidate)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.first - b.first || a.last - b.last);
}

const PLACED_PAINS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain']);

function weight({ condition, first, last, need, paired }: Candidate): number {
  const length = Math.min(last - first, 15);
  return (
    (PLACED_PAINS.has(condition) ? 50 : 0) +
    // "post-laminectomy low back syndrome" holds the words of a pain
    (condition === 'postlaminectomy-syndrome' ? 60 : 0) +
    (need === null && !paired ? 20 : 0) +
    (paired ? 15 - length : length) -
    (condition === 'back-pain' ? 20 : 0)
  );
}

/** "disc bulge with fissuring" is a bulge and a fissure; "neck and low back pain" two pains; "degenerative disc bulge" one. */
function areTwoThings(a: Candidate, b: Candidate): boolean {
  if (a.condition === b.condition) return false;
  const pair = new Set([a.condition, b.condition]);
  const both = (one: Condition, other: Condition): boolean => pair.has(one) && pair.has(other);
  if (both('annulus-fibrosus-defect', 'disc-bulge') || both('annulus-fibrosus-defect', 'disc-herniation')) return true;
  if (
    both('neck-pain', 'low-back-pain') ||
    both('neck-pain', 'back-pain') ||
    both('thoracic-back-pain', 'low-back-pain') ||
    both('neck-pain', 'thoracic-back-pain')
  )
    return true;
  if (both('disc-degeneration', 'disc-bulge') || both('disc-degeneration', 'disc-herniation'))
    return a.last !== b.last || a.first !== b.first;
  // "degenerative disc and joint disease", "degenerative endplate or facet changes"
  if (both('disc-degeneration', 'spondylosis') || both('endplate-change', 'spondylosis')) {
    const [joints, other] = a.condition === 'spondylosis' ? [a, b] : [b, a];
    return joints.paired && joints.last > other.last && joints.first >= other.first && joints.first < other.last;
  }
  if (both('disc-degeneration', 'low-back-pain') || both('sciatica', 'low-back-pain')) return true;
  if (both('spondylosis', 'myelopathy') || both('other-dorsopathy', 'low-back-pain')) return true;
  if (both('other-dorsopathy', 'sacroiliac-disorder')) return true;
  return pair.has('spinal-stenosis') && !pair.has('spondylosis') && a.last !== b.last;
}

function textOf(tokens: Tokens, at: number): string {
  return at < tokens.count ? tokens.folded.slice(tokens.start[at], tokens.end[at]) : '';
}
