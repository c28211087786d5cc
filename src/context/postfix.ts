/** Cues that stand after their target ("herniation is not seen", "sciatica, resolved"): one bounded sweep from the target on. */

import type { Reading } from '../mentions/reading.ts';
import type { Cue } from '../mentions/terms.ts';
import { hasSpaceBefore, markAt, type Tokens, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { entryEndsAt, isColumnGap, isLabelColon, lastBegun } from './layout.ts';
import { isEnumeration } from './lists.ts';
import { FARTHEST } from './scope.ts';
import type { Applying, CueHit, Target } from './target.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const RELATIVES = wordSet('which who that');
const FARTHEST_ONSET = 8;
const ONSET = wordSet(
  'began begin begins started starting onset since developed develop first diagnosed incurred sustained injured noticed',
);
const PLANNING = wordSet('recommended scheduled planned discussed considered offered candidate next pending tomorrow');

/** Backward cues that reach the target, the nearest first. */
export function findBackwardCues(tokens: Tokens, reading: Reading, target: Target): Applying[] {
  const cues = reading.hits.get('cue');
  const terminators = reading.hits.get('terminator');
  const applying: Applying[] = [];
  const stop = Math.min(reading.last, target.last + FARTHEST);
  let end = lastBegun(terminators, target.last) + 1;
  let comma = -1;
  let words = 0;
  let at = target.last;
  for (let cue = lastBegun(cues, target.last) + 1; cue < cues.length && (cues[cue] as CueHit).first < stop; cue++) {
    const hit = cues[cue] as CueHit;
    for (; at < hit.first; at++) {
      if (clauseEndsAt(tokens, at, reading.first, target)) return applying;
      // "herniation, which was ruled out"
      if (comma < 0 && markAt(tokens, at) === COMMA && !RELATIVES.at(tokens, at + 1)) comma = at;
      if (at === target.last || hasSpaceBefore(tokens, at)) words++;
    }
    for (; end < terminators.length && (terminators[end] as { last: number }).last <= hit.first; end++) {
      const { value, first, last } = terminators[end] as { value: string; first: number; last: number };
      // "a herniation which has resolved": the relative clause is the target's
      if (value === 'all' && !(last === hit.first && RELATIVES.at(tokens, first))) return applying;
    }
    for (const one of hit.value)
      if (one.direction === 'backward' && words <= one.reach && reachesBack(tokens, reading, hit, one, target, comma))
        applying.push({ hit, cue: one });
  }
  return applying;
}

function clauseEndsAt(tokens: Tokens, at: number, first: number, target: Target): boolean {
  return (
    markAt(tokens, at) === SEMICOLON ||
    (at > target.last && (isLabelColon(tokens, at, first) || isColumnGap(tokens, at)))
  );
}

function reachesBack(tokens: Tokens, reading: Reading, hit: CueHit, cue: Cue, target: Target, comma: number): boolean {
  if (cue.says === 'historical')
    return (
      !isTaken(reading, hit, target) &&
      !isOfNextItem(reading, hit, target, comma) &&
      !isStillPlanned(tokens, hit) &&
      !isOnset(tokens, reading, hit, target)
    );
  if (cue.says === 'uncertain' && isAdjective(tokens, hit) && !entryEndsAt(tokens, hit.last, reading.last))
    return false;
  if (REFERRING.at(tokens, hit.last - 1)) return true;
  return (
    comma < 0 ||
    (cue.says === 'uncertain' && isRemark(tokens, reading, hit, comma)) ||
    isEnumeration(tokens, reading, comma, hit.first)
  );
}

/** "Herniation was weighed, nothing supports it": a cue that names its finding by a pronoun reaches over commas. */
const REFERRING = wordSet('it this');

/** "Disc herniation, presumed.": the cue alone is all that follows the comma. */
function isRemark(tokens: Tokens, reading: Reading, hit: CueHit, comma: number): boolean {
  return hit.first === comma + 1 && entryEndsAt(tokens, hit.last, reading.last);
}

/** "Bulge with probable impingement": an adjective before its own noun; "bulge, probable." is the finding's. */
function isAdjective(tokens: Tokens, hit: CueHit): boolean {
  const word = wordAt(tokens, hit.first);
  if (hit.last - hit.first > 1) return false;
  return word !== '' && word !== 'versus' && word !== 'vs' && hit.value.some((cue) => cue.direction === 'forward');
}

/** "Back pain began about two years ago": how long it has been going on. */
function isOnset(tokens: Tokens, reading: Reading, hit: CueHit, target: Target): boolean {
  if (wordAt(tokens, hit.last - 1) !== 'ago') return false;
  for (let at = Math.max(reading.first, target.first - FARTHEST_ONSET); at < hit.first; at++)
    if (ONSET.at(tokens, at)) return true;
  return false;
}

/** "Bulge at L4-5 and sciatica, resolved": another finding between them takes the cue. */
function isTaken(reading: Reading, hit: CueHit, target: Target): boolean {
  const other = reading.candidates[lastBegun(reading.candidates, target.last) + 1];
  return other !== undefined && other.last <= hit.first;
}

/** "Low back pain, history of leg pain which has resolved": past the comma another cue opened an item of its own. */
function isOfNextItem(reading: Reading, hit: CueHit, target: Target, comma: number): boolean {
  if (comma < 0) return false;
  const cues = reading.hits.get('cue');
  for (let at = lastBegun(cues, target.last) + 1; at < cues.length && (cues[at] as CueHit).first < hit.first; at++) {
    const other = cues[at] as CueHit;
    if (other.first > comma && other.value.every(({ direction }) => direction === 'forward')) return true;
  }
  return false;
}

/** "C5-6 herniation, ACDF scheduled". */
function isStillPlanned(tokens: Tokens, hit: CueHit): boolean {
  for (let at = hit.last; at < hit.last + 3; at++) if (PLANNING.at(tokens, at)) return true;
  return false;
}
