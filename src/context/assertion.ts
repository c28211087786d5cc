/**
 * ConText-style assertion: cues, their scopes, what ends a scope, and the answers of forms and lists -> one status per
 * mention, with the cues that decided it (Chapman et al. 2001; Harkema et al. 2009).
 */
import type { Status } from '../model.ts';
import type { Cue } from '../mentions/language.ts';
import type { Hit } from '../mentions/phrases.ts';
import type { Reading } from '../mentions/reading.ts';
import { fold } from '../text/characters.ts';
import { hasSpaceBefore, markAt, ORNAMENT, type Tokens, WORD } from '../text/tokens.ts';
import { type Box, findBoxes, statusByBox } from './boxes.ts';

/** What was decided of one span of tokens; `unstated` for an empty box and a question without an answer. */
export interface TokenAssertion {
  readonly status: Status | 'unstated';
  /** Deciding cues as token ranges. */
  readonly cues: readonly { readonly first: number; readonly last: number }[];
}

interface Target {
  readonly first: number;
  readonly last: number;
}

type CueHit = Hit<readonly Cue[]>;

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const COLON = 0x3a;
const QUESTION = 0x3f;

/** In the order in which they win (annotation guide, section 2). */
const ORDER: readonly Status[] = ['other-person', 'hypothetical', 'absent', 'historical', 'uncertain'];

/** "No fracture, mild spondylosis": a word that opens a new, positive finding after a comma or "with". */
const OPENERS = new Set(
  'mild mildly moderate moderately severe small large minimal slight slightly marked prominent advanced there positive multilevel diffuse early broad significant-but bilateral chronic left right'.split(' '),
);
/** Only these break the scope of another person's history. */
const PERSON_STOPS = new Set(['patient', 'he', 'she', 'but', 'pt', 'i', 'him', 'herself', 'himself']);

/** Status of `target` in a sentence that was read. */
export function assertTarget(tokens: Tokens, reading: Reading, target: Target, boxes: readonly Box[] = findBoxes(tokens, reading)): TokenAssertion {
  const byBox = statusByBox(tokens, reading, boxes, target);
  if (byBox) return byBox;
  const cues = reading.hits.get('cue');
  const applying = cues.flatMap((hit) => hit.value.filter((cue) => applies(tokens, reading, hit, cue, target)).map((cue) => ({ hit, cue })));
  for (const status of ORDER) {
    const deciding = applying.filter(({ cue }) => cue.says === status);
    if (deciding.length > 0) return { status, cues: deciding.map(({ hit }) => ({ first: hit.first, last: hit.last })) };
  }
  return { status: 'present', cues: [] };
}

function applies(tokens: Tokens, reading: Reading, hit: CueHit, cue: Cue, target: Target): boolean {
  if (cue.says === 'nothing') return false;
  const isInside = hit.first >= target.first && hit.last <= target.last;
  // "the disc is not herniated"; but "low" in "low back pain" is no cue, and "post" no history in "post laminectomy"
  if (isInside) return cue.direction === 'forward' && hit.first > target.first && (cue.says === 'absent' || cue.says === 'uncertain');
  if (hit.first < target.last && target.first < hit.last) return false;
  if (cue.direction === 'forward') {
    return hit.last <= target.first && wordsIn(tokens, hit.last, target.first) <= cue.reach && !scopeEnds(tokens, reading, hit, cue, hit.last, target.first);
  }
  if (hit.first < target.last) return false;
  if (cue.direction === 'answer') return isAnswer(tokens, reading, hit, target);
  return wordsIn(tokens, target.last, hit.first) <= cue.reach && !backwardEnds(tokens, reading, hit, cue, target);
}

/** Whether something between cue and target ends a forward scope. */
function scopeEnds(tokens: Tokens, reading: Reading, hit: CueHit, cue: Cue, first: number, last: number): boolean {
  let afterBreak = false;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    if (mark === SEMICOLON) return true;
    if (cue.says === 'other-person') {
      if (tokens.kind[at] === WORD && PERSON_STOPS.has(textOf(tokens, at))) return true;
      continue;
    }
    if (mark === COMMA) {
      if (cue.until === 'comma' && !joinsAfter(tokens, at, last)) return true;
      afterBreak = true;
      continue;
    }
    const word = tokens.kind[at] === WORD ? textOf(tokens, at) : '';
    if (cue.says === 'absent' && afterBreak && OPENERS.has(word)) return true;
    if (word === 'with' || word === 'and') afterBreak = at > first;
    else if (word !== 'or') afterBreak = false;
  }
  if (cue.says === 'other-person') return false;
  if (cue.says === 'historical' && reading.hits.get('modality').some((study) => study.first >= first && study.first < first + 3 && study.last <= last)) return true;
  return reading.hits.get('terminator').some((end) => {
    if (end.first < first || end.last > last) return false;
    if (end.value !== 'all') return end.value === cue.says;
    return !isWithin(end, hit);
  });
}

/** After a comma "or", "and", "versus" goes on with a list. */
function joinsAfter(tokens: Tokens, comma: number, last: number): boolean {
  const next = comma + 1;
  return next < last && tokens.kind[next] === WORD && ['or', 'versus', 'vs', 'nor'].includes(textOf(tokens, next));
}

function backwardEnds(tokens: Tokens, reading: Reading, hit: CueHit, cue: Cue, target: Target): boolean {
  for (let at = target.last; at < hit.first; at++) {
    const mark = markAt(tokens, at);
    if (mark === SEMICOLON || (mark === COMMA && cue.says !== 'historical' && !isEnumeration(tokens, reading, at, hit.first))) return true;
  }
  // another finding between them takes the cue: "bulge at L4-5 and herniation is not seen"
  if (cue.says === 'historical' && reading.candidates.some((other) => other.first >= target.last && other.last <= hit.first)) return true;
  return reading.hits.get('terminator').some((end) => end.value === 'all' && end.first >= target.last && end.last <= hit.first && !isWithin(end, hit));
}

/** "Herniation, bulge or stenosis is not seen": the comma only parts the list. */
function isEnumeration(tokens: Tokens, reading: Reading, comma: number, last: number): boolean {
  const next = reading.candidates.find((other) => other.first > comma && other.first < last);
  return next !== undefined && wordsIn(tokens, comma + 1, next.first) <= 3;
}

/** "Herniation: none", "Radiculopathy? no", "fever (-)": a reply at the end of its line, after a mark. */
function isAnswer(tokens: Tokens, reading: Reading, hit: CueHit, target: Target): boolean {
  let marks = 0;
  for (let at = target.last; at < hit.first; at++) {
    const mark = markAt(tokens, at);
    const isMark = mark === COLON || mark === QUESTION || mark === 0x2d || mark === 0x3d || tokens.kind[at] === ORNAMENT;
    if (!isMark) return false;
    marks++;
  }
  const isSign = tokens.kind[hit.first] !== WORD;
  if (marks === 0 && !isSign) return false;
  return hit.last >= reading.last || markAt(tokens, hit.last) !== 0;
}

function isWithin(inner: { first: number; last: number }, outer: { first: number; last: number }): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** Words between two tokens; what is written without a space ("L4-5") is one. */
function wordsIn(tokens: Tokens, first: number, last: number): number {
  let words = 0;
  for (let at = first; at < last; at++) if (at === first || hasSpaceBefore(tokens, at)) words++;
  return words;
}

function textOf(tokens: Tokens, at: number): string {
  return fold(tokens.text.slice(tokens.start[at], tokens.end[at]));
}
