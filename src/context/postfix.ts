/** Cues that stand after their target ("herniation is not seen", "sciatica, resolved"): one bounded sweep from the target on. */
import type { Cue } from '../mentions/language.ts';
import type { Reading } from '../mentions/reading.ts';
import { hasSpaceBefore, markAt, NUMBER, type Tokens } from '../text/tokens.ts';
import { entryEndsAt, isColumnGap, isLabelColon, wordAt } from './layout.ts';
import { isEnumeration } from './lists.ts';
import { type Applying, type CueHit, FARTHEST, lastBegun, type Target } from './scope.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN = 0x28;
const RELATIVES = new Set(['which', 'who', 'that']);
const PLANNING = new Set('recommended scheduled planned discussed considered offered candidate next pending tomorrow'.split(' '));

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
      if (comma < 0 && markAt(tokens, at) === COMMA && !RELATIVES.has(wordAt(tokens, at + 1))) comma = at;
      if (at === target.last || hasSpaceBefore(tokens, at)) words++;
    }
    for (; end < terminators.length && (terminators[end] as { last: number }).last <= hit.first; end++) {
      const { value, first, last } = terminators[end] as { value: string; first: number; last: number };
      // "a herniation which has resolved": the relative clause is the target's
      if (value === 'all' && !(last === hit.first && RELATIVES.has(wordAt(tokens, first)))) return applying;
    }
    for (const one of hit.value) if (one.direction === 'backward' && words <= one.reach && reachesBack(tokens, reading, hit, one, target, comma)) applying.push({ hit, cue: one });
  }
  return applying;
}

function clauseEndsAt(tokens: Tokens, at: number, first: number, target: Target): boolean {
  return markAt(tokens, at) === SEMICOLON || (at > target.last && (isLabelColon(tokens, at, first) || isColumnGap(tokens, at)));
}

function reachesBack(tokens: Tokens, reading: Reading, hit: CueHit, cue: Cue, target: Target, comma: number): boolean {
  if (cue.says === 'historical') return !isTaken(reading, hit, target) && !isStillPlanned(tokens, hit);
  return comma < 0 || isEnumeration(tokens, reading, comma, hit.first);
}

/** "Bulge at L4-5 and sciatica, resolved": another finding between them takes the cue. */
function isTaken(reading: Reading, hit: CueHit, target: Target): boolean {
  const other = reading.candidates[lastBegun(reading.candidates, target.last) + 1];
  return other !== undefined && other.last <= hit.first;
}

/** "C5-6 herniation, ACDF scheduled". */
function isStillPlanned(tokens: Tokens, hit: CueHit): boolean {
  for (let at = hit.last; at < hit.last + 3; at++) if (PLANNING.has(wordAt(tokens, at))) return true;
  return false;
}

const YEAR = /^(19|20)\d\d$/;
const FARTHEST_YEAR = 9;
/** "Since 2019", "diagnosed in 2015", "seen 2021": the year of something else than an end. */
const OTHER_YEARS = new Set('since from until onset began started starting diagnosed dx known first noted seen dated surgery scheduled after before following to on accident fall collision january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));

/** "Low back strain at the bakery, 2011", "whiplash in 2014": an event with nothing but its year is over. */
export function findYear(tokens: Tokens, reading: Reading, target: Target): { first: number; last: number } | undefined {
  const stop = Math.min(reading.last, target.last + FARTHEST_YEAR);
  for (let at = target.last; at < stop; at++) {
    if (OTHER_YEARS.has(wordAt(tokens, at)) || markAt(tokens, at) === SEMICOLON) return undefined;
    if (tokens.kind[at] !== NUMBER || !YEAR.test(tokens.text.slice(tokens.start[at], tokens.end[at]))) continue;
    // "10/2019", "on 7/7, 2019"
    const isDate = (!hasSpaceBefore(tokens, at) && markAt(tokens, at - 1) !== OPEN) || (markAt(tokens, at - 1) === COMMA && tokens.kind[at - 2] === NUMBER);
    if (isDate || !entryEndsAt(tokens, at + 1, reading.last) || isStudied(reading, target.last, at)) return undefined;
    return { first: at, last: at + 1 };
  }
  return undefined;
}

function isStudied(reading: Reading, first: number, last: number): boolean {
  const studies = reading.hits.get('modality');
  const study = studies[lastBegun(studies, last)];
  const other = reading.candidates[lastBegun(reading.candidates, last)];
  return (study !== undefined && study.first >= first - 6) || (other !== undefined && other.first >= first);
}
