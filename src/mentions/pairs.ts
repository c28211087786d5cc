/** Conditions named in two halves that stand apart: "the disk at L5-S1 is herniated", "pain across the low back". */
import type { Condition } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, NEWLINE, type Tokens, textAt, WORD } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { Language } from './language.ts';
import type { Candidate, Pair, PairPart } from './terms.ts';

const COLON = 0x3a;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN = 0x28;
const CLOSE = 0x29;

const COORDINATING = wordSet('and or the left right both side sides of low lower upper mid in');

/** "Pain on the right side of the neck and the left side of the low back": the second place of one pain may lie farther off. */
function isSamePain(tokens: Tokens, parts: readonly Hit<readonly PairPart[]>[], at: number, next: number): boolean {
  const before = parts[next - 1];
  const place = parts[next];
  if (!before || !place || next - 1 <= at) return false;
  for (let token = before.last; token < place.first; token++)
    if (!COORDINATING.at(tokens, token) && markAt(tokens, token) !== COMMA) return false;
  return place.first > before.last;
}

/** Both halves of a pair in one clause, near enough: "disk at L5-S1 is herniated". */
export function findPairs(
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

const SIDES = wordSet('right left both either');
const ADJECTIVES = wordSet('lumbar lumbosacral paralumbar thoracic cervical');
/** "Pain secondary to fibromyalgia ... neck" is not the neck's; "lower back, tender secondary to pain" is the back's. */
const OF_A_CAUSE = new Set(['secondary', 'due', 'because']);

/** "pain across the low back", "low back, buttock and leg pain"; not "pain from her back", "back exercises for pain". */
function isPainOfPlace(tokens: Tokens, one: Hit<unknown>, other: Hit<unknown>, half: 'first' | 'second'): boolean {
  let linked = false;
  const place = half === 'first' ? one : other;
  // "pain in the back of her neck" is no back pain
  if (place.last - place.first === 1 && textAt(tokens, place.first) === 'back' && textAt(tokens, place.last) === 'of')
    return false;
  // "lumbar stenosis, pain controlled": the place belongs to the noun behind it
  if (half === 'first' && ADJECTIVES.at(tokens, place.last - 1) && hasComma(tokens, one.last + 1, other.first))
    return false;
  for (let at = one.last; at < other.first; at++) {
    const word = textAt(tokens, at);
    // "on the right side of the neck"
    if (word === 'on' && SIDES.at(tokens, at + (textAt(tokens, at + 1) === 'the' ? 2 : 1))) continue;
    if (PAIN_BREAKS.has(word) || (half === 'second' && OF_A_CAUSE.has(word))) return false;
    if (PAIN_LINKS.has(word)) linked = true;
  }
  // the place first needs no link, the pain first does
  return half === 'first' || linked;
}

export function clauseEndsBetween(tokens: Tokens, first: number, last: number): boolean {
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
