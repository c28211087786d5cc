/** The side a finding is on: only side words that are its own, not those of a leg, a root or a canal. */

import type { SentenceReading } from '../mentions/note-reading.ts';
import type { Candidate } from '../mentions/reading.ts';
import type { Condition, Laterality } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { hasSpaceBefore, isUpperCase, markAt, NUMBER, type Tokens, WORD, wordAt } from '../text/tokens.ts';
import { LIMB_CONDITIONS } from './region-binding.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const COLON = 0x3a;
const OPEN = 0x28;
const CLOSE = 0x29;
const SIDED_MIDLINE: ReadonlySet<Condition> = new Set(['disc-herniation', 'disc-bulge', 'annulus-fibrosus-defect']);

/** The side a candidate is on, from the side words that belong to it. */
export function sideOf(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): Laterality {
  const sides = new Set<Laterality>();
  const beside = sentence.hits.get('side').find((side) => side.last === candidate.first && side.value !== 'midline');
  for (const side of sentence.hits.get('side')) {
    // "bilateral narrowing and left paracentral herniation": the side right beside the finding is its own
    if (beside && side.last <= beside.first && !areJoined(tokens, side, beside)) continue;
    if (side.value === 'midline' && (!SIDED_MIDLINE.has(candidate.condition) || isOfCanal(tokens, side))) continue;
    if (isLetterOfElse(tokens, sentence, side)) continue;
    if (belongs(tokens, sentence, candidate, side)) sides.add(side.value);
  }
  if (sides.has('bilateral') || (sides.has('left') && sides.has('right'))) return 'bilateral';
  if (sides.has('left')) return 'left';
  if (sides.has('right')) return 'right';
  return sides.has('midline') ? 'midline' : 'unspecified';
}

/** "left and right", "left/right". */
const areJoined = (tokens: Tokens, one: Hit<Laterality>, other: Hit<Laterality>): boolean =>
  other.first - one.last <= 1 &&
  (other.first === one.last || markAt(tokens, one.last) !== 0 || wordAt(tokens, one.last) === 'and');

/** The L of "L4", "L-spine", "l side" is no side; the L of "L paracentral" is. */
function isLetterOfElse(tokens: Tokens, sentence: SentenceReading, side: Hit<Laterality>): boolean {
  if (
    (tokens.end[side.first] as number) - (tokens.start[side.first] as number) !== 1 ||
    tokens.kind[side.first] !== WORD
  )
    return false;
  if (!isUpperCase(tokens, side.first)) return true;
  const next = side.first + 1;
  const isGlued =
    next < tokens.count &&
    !hasSpaceBefore(tokens, next) &&
    markAt(tokens, next) !== COMMA &&
    markAt(tokens, next) !== CLOSE;
  const follows = !hasSpaceBefore(tokens, side.first) && markAt(tokens, side.first - 1) !== OPEN;
  return (
    isGlued ||
    follows ||
    tokens.kind[next] === NUMBER ||
    sentence.hits.get('region').some((region) => region.first <= side.first && side.last <= region.last)
  );
}

/** "central canal" is no side. */
function isOfCanal(tokens: Tokens, side: Hit<Laterality>): boolean {
  return (
    ['canal', 'stenosis', 'spinal', 'and', 'narrowing'].includes(wordAt(tokens, side.last)) &&
    wordAt(tokens, side.last) !== 'and'
  );
}

const SIDE_STOPS = new Set(
  'with but causing resulting compressing abutting encroaching impinging contacting indenting greater compared than versus'.split(
    ' ',
  ),
);

/** Nouns that take the side word for themselves: "right leg", "left L5 root", "left exit canal". */
const OWN_SIDE = new Set(
  'leg arm thigh calf foot buttock hip knee shoulder nerve root roots s1 l5 l4 exit exiting thecal sac lateral recess foramen neural canal pedicle transverse side sided'.split(
    ' ',
  ),
);

const LEANS = new Set(['more', 'mainly', 'mostly', 'predominantly', 'predominately', 'eccentric', 'lateralizing']);
const TOWARDS = new Set(['to', 'towards', 'toward', 'on', 'in', 'at', 'the']);

/** "..., more to the Lt sided", "just to the right of midline": it tells where the finding lies, whatever stands between. */
function isLeaning(tokens: Tokens, sentence: SentenceReading, side: Hit<Laterality>): boolean {
  if (wordAt(tokens, side.last) === 'of')
    return wordAt(tokens, side.last + 1) === 'midline' || wordAt(tokens, side.last + 2) === 'midline';
  let at = side.first - 1;
  while (at > sentence.first && TOWARDS.has(wordAt(tokens, at))) at--;
  return at >= sentence.first && LEANS.has(wordAt(tokens, at));
}

const FARTHEST = 9;
const FARTHEST_LEANING = 20;

function belongs(tokens: Tokens, sentence: SentenceReading, candidate: Candidate, side: Hit<Laterality>): boolean {
  if (side.first >= candidate.first && side.last <= candidate.last)
    return (
      !OWN_SIDE.has(wordAt(tokens, side.last)) ||
      wordAt(tokens, side.last) === 'sided' ||
      candidate.condition === 'spinal-stenosis'
    );
  const isBefore = side.last <= candidate.first;
  const [first, last] = isBefore ? [side.last, candidate.first] : [candidate.last, side.first];
  if (first > last) return false;
  const leans = !isBefore && isLeaning(tokens, sentence, side);
  let words = 0;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    const word = wordAt(tokens, at);
    if (mark === SEMICOLON || mark === COLON) return false;
    if (!isBefore && !leans && SIDE_STOPS.has(word)) return false;
    if (tokens.kind[at] === WORD) words++;
  }
  const between = sentence.candidates.filter(
    (other) => other !== candidate && other.first >= first && other.last <= last,
  );
  if (between.length > 0 && !isBefore) return false;
  if (isBefore) {
    // "left leg weakness and disc bulge": the side is the leg's
    const isLimbs =
      OWN_SIDE.has(wordAt(tokens, side.last)) &&
      !wordAt(tokens, side.last).startsWith('side') &&
      !LIMB_CONDITIONS.has(candidate.condition) &&
      candidate.condition !== 'spinal-stenosis';
    return words <= 5 && between.length === 0 && !isLimbs;
  }
  // "right neck pain and left low back pain": a side right before the next finding is that finding's
  if (sentence.candidates.some((other) => other.first >= side.last && other.first - side.last <= 2)) return false;
  if (words > (leans ? FARTHEST_LEANING : FARTHEST)) return false;
  if (leans) return true;
  const next = wordAt(tokens, side.last);
  const ownsNoun = OWN_SIDE.has(next) && next !== 'side' && next !== 'sided';
  return (
    !ownsNoun ||
    LIMB_CONDITIONS.has(candidate.condition) ||
    (candidate.condition === 'spinal-stenosis' && ['foramen', 'neural', 'lateral', 'recess'].includes(next))
  );
}
