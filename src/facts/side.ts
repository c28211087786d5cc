/**
 * The side a finding is on: only side words that are its own, not those of a leg, a root, a canal or the hand that writes.
 * A side that stands alone ("on the left") belongs to what was said before it, at the head of a clause to what comes next.
 */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Condition, Laterality } from '../model.ts';
import { markAt, type Tokens, textAt, WORD } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { LIMB_CONDITIONS } from './region-binding.ts';
import {
  isLeaning,
  isNoSide,
  isPossessive,
  type Noun,
  nounOf,
  ofBefore,
  opensClause,
  type Side,
  standsAlone,
} from './side-words.ts';

const SEMICOLON = 0x3b;
const COLON = 0x3a;
const SIDED_MIDLINE: ReadonlySet<Condition> = new Set(['disc-herniation', 'disc-bulge', 'annulus-fibrosus-defect']);

/** The side a candidate is on, from the side words that belong to it, else from the sentence that goes on about it. */
export function sideOf(note: NoteReading, at: number, candidate: Candidate): Laterality {
  const sentence = note.sentences[at] as SentenceReading;
  const { tokens } = note;
  const own = sidesOf(tokens, sentence, candidate);
  const sides = own.size > 0 ? own : sidesAfter(note, at, candidate);
  if (sides.has('bilateral') || (sides.has('left') && sides.has('right'))) return 'bilateral';
  if (sides.has('left')) return 'left';
  if (sides.has('right')) return 'right';
  return sides.has('midline') ? 'midline' : 'unspecified';
}

function sidesOf(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): ReadonlySet<Laterality> {
  const sides = new Set<Laterality>();
  const all = sentence.hits.get('side');
  const beside = all.find((side) => side.last === candidate.first && side.value !== 'midline');
  for (const side of all) {
    // "bilateral narrowing and left paracentral herniation": the side right beside the finding is its own
    if (beside && side.last <= beside.first && !areJoined(tokens, side, beside)) continue;
    if (side.value === 'midline' && (!SIDED_MIDLINE.has(candidate.condition) || isOfCanal(tokens, side))) continue;
    if (!isNoSide(tokens, sentence, side) && belongs(tokens, sentence, candidate, side)) sides.add(side.value);
  }
  return sides;
}

const NO_SIDES: ReadonlySet<Laterality> = new Set();
const PRONOUNS = wordSet('it this these they that which');
const PREDICATE_REACH = 6;

/** "There is an L4-5 herniation. It lies to the left.": the next sentence speaks of the last finding of this one. */
function sidesAfter({ tokens, sentences }: NoteReading, at: number, candidate: Candidate): ReadonlySet<Laterality> {
  const sentence = sentences[at] as SentenceReading;
  const next = sentences[at + 1];
  if (!next || next.span.block !== sentence.span.block || next.candidates.length > 0) return NO_SIDES;
  if (sentence.candidates.at(-1) !== candidate || !PRONOUNS.at(tokens, next.first)) return NO_SIDES;
  const side = next.hits.get('side').find((each) => !isNoSide(tokens, next, each));
  if (!side || side.first - next.first > PREDICATE_REACH) return NO_SIDES;
  if (side.value === 'midline' && !SIDED_MIDLINE.has(candidate.condition)) return NO_SIDES;
  const isOurs = takes(candidate.condition, nounOf(tokens, side)) && !isStopped(tokens, candidate, next.first, side);
  return isOurs ? new Set([side.value]) : NO_SIDES;
}

/** "left and right", "left/right". */
const areJoined = (tokens: Tokens, one: Side, other: Side): boolean =>
  other.first - one.last <= 1 &&
  (other.first === one.last || markAt(tokens, one.last) !== 0 || textAt(tokens, one.last) === 'and');

/** "central canal" is no side. */
const isOfCanal = (tokens: Tokens, side: Side): boolean =>
  ['canal', 'stenosis', 'spinal', 'narrowing'].includes(textAt(tokens, side.last));

/** Whether a finding may be on the side of such a noun: a root's pain on that of a leg, a narrowing on that of a foramen. */
function takes(condition: Condition, noun: Noun): boolean {
  if (noun === 'none' || noun === 'part') return true;
  if (noun === 'opening') return condition === 'spinal-stenosis';
  return noun !== 'other' && LIMB_CONDITIONS.has(condition);
}

const SIDE_STOPS = wordSet(
  'with but causing resulting compressing abutting encroaching impinging contacting indenting greater compared than versus while whereas patent normal spared clear free intact open unaffected uninvolved',
);
/** Where the pain of a root goes is told after "with" and "causing", too. */
const LIMB_STOPS = wordSet(
  'but without no not denies denied compared than versus while whereas normal spared free intact unaffected uninvolved',
);
/** "Low back pain, leg raising positive on the left": what an examination finds has that side. */
const SIGNS = wordSet(
  'slr raise raising raises reflex reflexes jerk strength weakness sensation numbness tingling power tender',
);
const JOINING = wordSet('and with plus');
const FARTHEST_BEFORE = 5;
const FARTHEST_HEAD = 12;
const FARTHEST = 9;
const TREATMENT_REACH = 6;
const FARTHEST_LEANING = 20;
const FARTHEST_TOKENS = 60;

function belongs(tokens: Tokens, sentence: SentenceReading, candidate: Candidate, side: Side): boolean {
  if (side.first - candidate.last > FARTHEST_TOKENS || candidate.first - side.last > FARTHEST_TOKENS) return false;
  const noun = nounOf(tokens, side);
  if (side.first >= candidate.first && side.last <= candidate.last)
    return takes(candidate.condition, noun) || (candidate.condition === 'spinal-stenosis' && noun !== 'limb');
  return side.last <= candidate.first
    ? belongsBefore(tokens, sentence, candidate, side, noun)
    : side.first >= candidate.last && belongsAfter(tokens, sentence, candidate, side, noun);
}

/** "left L4-5 protrusion"; "On the left, at L4-5, there is a protrusion". */
function belongsBefore(
  tokens: Tokens,
  sentence: SentenceReading,
  candidate: Candidate,
  side: Side,
  noun: Noun,
): boolean {
  const isLabel = side.first - sentence.first <= 1 && markAt(tokens, side.last) === COLON;
  if (!takes(candidate.condition, noun) || candidatesIn(sentence, side.last, candidate.first, candidate)) return false;
  if (hasMark(tokens, side.last + Number(isLabel), candidate.first, SEMICOLON, COLON)) return false;
  if (isOfElsewhere(tokens, sentence, side.last, candidate.first)) return false;
  const alone = side.last < candidate.first && standsAlone(tokens, side);
  // "pain low in the neck on the right, and low back pain": a side that stands alone is that of what was just said
  if (alone && !opensClause(tokens, sentence, side)) return false;
  return wordsIn(tokens, side.last, candidate.first) <= (alone ? FARTHEST_HEAD : FARTHEST_BEFORE);
}

/** "a left-sided rotator cuff tear and stenosis": the side is the other part's. */
const isOfElsewhere = (tokens: Tokens, sentence: SentenceReading, first: number, last: number): boolean =>
  sentence.hits
    .get('elsewhere')
    .some((part) => part.first >= first && part.last <= last && JOINING.isIn(tokens, part.last, last));

/** "a protrusion at L4-5 on the left"; "neck pain: constant, both sides". */
function belongsAfter(
  tokens: Tokens,
  sentence: SentenceReading,
  candidate: Candidate,
  side: Side,
  noun: Noun,
): boolean {
  const { condition, last } = candidate;
  const isAt =
    noun === 'opening' &&
    SIDED_MIDLINE.has(condition) &&
    /^(in|into|within|at|to|towards?)$/.test(wordBefore(tokens, side));
  if (!(takes(condition, noun) || isAt) || (isPossessive(tokens, side.first) && side.first - last <= 2)) return false;
  const isLabel = markAt(tokens, last) === COLON;
  if (hasMark(tokens, last + Number(isLabel), side.first, SEMICOLON, COLON)) return false;
  const leans = isLeaning(tokens, sentence, side);
  if (!leans && isStopped(tokens, candidate, last, side)) return false;
  if (
    candidatesIn(sentence, last, side.first, candidate) &&
    !(noun === 'part' && isLocated(tokens, sentence, candidate, side))
  )
    return false;
  if (isOfNext(tokens, sentence, side, leans) || (noun !== 'part' && isOfTreatment(sentence, side))) return false;
  const of = ofBefore(tokens, side);
  if (of > last && noun === 'none' && condition !== 'spinal-stenosis') return false;
  return wordsIn(tokens, last, side.first) <= (leans ? FARTHEST_LEANING : FARTHEST);
}

const wordBefore = (tokens: Tokens, side: Side): string =>
  textAt(tokens, textAt(tokens, side.first - 1) === 'the' ? side.first - 2 : side.first - 1);

/** "back pain, given a right-sided interlaminar injection" */
const isOfTreatment = (sentence: SentenceReading, { last }: Side): boolean =>
  sentence.hits.get('treated').some(({ first }) => first >= last && first - last <= TREATMENT_REACH);

/** "right neck pain and left low back pain": a side right before the next finding is that finding's. */
function isOfNext(tokens: Tokens, sentence: SentenceReading, side: Side, leans: boolean): boolean {
  const next = sentence.candidates.find((other) => other.first >= side.last && other.first - side.last <= 2);
  if (!next) return false;
  const alone = leans || standsAlone(tokens, side);
  return !(alone && next.first > side.last);
}

/** "a tear by the extrusion's left edge": what stands between is where it lies. */
function isLocated(tokens: Tokens, sentence: SentenceReading, candidate: Candidate, side: Side): boolean {
  const mark = sentence.candidates.find((other) => other.first >= candidate.last && other.last <= side.first);
  if (!mark) return false;
  const before = textAt(tokens, mark.first - 1) === 'the' ? mark.first - 2 : mark.first - 1;
  return /^(by|near|beside|along|under|beneath|at|against|behind|to)$/.test(textAt(tokens, before));
}

/** A word between finding and side that gives the side to something else. */
const isStopped = (tokens: Tokens, { condition }: Candidate, first: number, side: Side): boolean =>
  LIMB_CONDITIONS.has(condition) && nounOf(tokens, side) === 'limb'
    ? LIMB_STOPS.isIn(tokens, first, side.first)
    : SIDE_STOPS.isIn(tokens, first, side.first) ||
      (!LIMB_CONDITIONS.has(condition) && SIGNS.isIn(tokens, first, side.first));

function hasMark(tokens: Tokens, first: number, last: number, ...marks: number[]): boolean {
  for (let at = first; at < last; at++) if (marks.includes(markAt(tokens, at))) return true;
  return false;
}

function wordsIn(tokens: Tokens, first: number, last: number): number {
  let count = 0;
  for (let at = first; at < last; at++) if (tokens.kind[at] === WORD) count++;
  return count;
}

const candidatesIn = ({ candidates }: SentenceReading, first: number, last: number, own: Candidate): boolean =>
  candidates.some((other) => other !== own && other.first >= first && other.last <= last);
