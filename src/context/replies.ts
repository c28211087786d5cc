/**
 * Replies to what a sentence only names: "Herniation: none", "Radiculopathy ..... N", "whether this was sciatica; it is
 * not". A reply ends its entry and speaks of the finding nearest before it.
 */
import type { Reading } from '../mentions/reading.ts';
import { hasSpaceBefore, markAt, ORNAMENT, PUNCTUATION, type Tokens, WORD, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { answerOf, answersEnd } from './boxes.ts';
import { entryEndsAt, isColumnGap, lastBegun } from './layout.ts';
import type { CueHit, Target } from './target.ts';

const OPEN = 0x28;
const COLON = 0x3a;
const QUESTION = 0x3f;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const HYPHEN = 0x2d;
const EQUALS = 0x3d;

/** Words between a finding and its reply ("lumbar herniation at L4-5 on the left: none"). */
const FARTHEST_REPLY = 12;
const FARTHEST_PRONOUN = 24;
const PRONOUNS = wordSet('it he she they you there that this we');
const VERBS = wordSet('is are was were has have had does do did');
const DENIALS = new Set('not none never'.split(' '));
const NOW = wordSet('now today present currently');
const ASKING = wordSet('has have had is are was were does do did any could can which what');

export interface Reply {
  readonly says: 'present' | 'absent' | 'uncertain';
  readonly first: number;
  readonly last: number;
}

/** The reply to a target; undefined where none stands after it. */
export function findReply(tokens: Tokens, reading: Reading, target: Target): Reply | undefined {
  const last = lastInList(tokens, reading, target);
  const next = reading.candidates[lastBegun(reading.candidates, last.last) + 1];
  const stop = Math.min(reading.last, last.last + FARTHEST_PRONOUN, next?.first ?? reading.last);
  const cues = reading.hits.get('cue');
  for (let at = lastBegun(cues, last.last) + 1; at < cues.length && (cues[at] as CueHit).first < stop; at++) {
    const hit = cues[at] as CueHit;
    const says = hit.value.find((cue) => cue.direction === 'answer')?.says;
    if ((says === 'absent' || says === 'uncertain') && isReply(tokens, reading, hit, last, target))
      return { says, first: hit.first, last: hit.last };
  }
  if (last !== target) return undefined;
  return (
    findShort(tokens, reading, target, stop) ?? findAnswer(tokens, target, next?.first ?? answersEnd(tokens, reading))
  );
}

/** A reply is to the finding right before it, or to the list that this one ends: "Herniation, stenosis and slip: none". */
function lastInList(tokens: Tokens, reading: Reading, target: Target): Target {
  let last = target;
  for (let at = lastBegun(reading.candidates, target.last) + 1; at < reading.candidates.length; at++) {
    const next = reading.candidates[at] as Target;
    if (!isJoined(tokens, last.last, next.first)) break;
    last = next;
  }
  return last;
}

const LIST_GAP = 6;
const JOINING = wordSet('and or nor');

/** ", ", " and ", ", cord contusion or": what stands between two items of one list. */
function isJoined(tokens: Tokens, first: number, last: number): boolean {
  if (last - first > LIST_GAP || last <= first) return false;
  let joined = false;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    if (mark === COMMA || JOINING.at(tokens, at)) joined = true;
    else if (tokens.kind[at] !== WORD || VERBS.at(tokens, at) || PRONOUNS.at(tokens, at)) return false;
  }
  return joined;
}

/** @param last the finding that the reply follows; `target` may stand before it in one list */
function isReply(tokens: Tokens, reading: Reading, hit: CueHit, last: Target, target: Target): boolean {
  if (!entryEndsAt(tokens, hit.last, reading.last)) return false;
  const between = marksBetween(tokens, last.last, hit.first);
  if (last !== target) return between.direct && hit.first - last.last <= FARTHEST_REPLY;
  // "radiculopathy (-)", "low back pain none, not now"
  if (hit.first === last.last) return true;
  if (PRONOUNS.at(tokens, hit.first)) return between.any;
  // "herniation, none whatsoever", "herniation (none)"; "history of sciatica, none now" is history
  if (hit.first === last.last + 1 && (between.any || markAt(tokens, last.last) === OPEN))
    return !NOW.at(tokens, hit.last - 1);
  return between.direct && hit.first - last.last <= FARTHEST_REPLY;
}

/** "Whether this was sciatica; it is not", "if you have stenosis: you do not", "stenosis, there is none". */
function findShort(tokens: Tokens, reading: Reading, target: Target, stop: number): Reply | undefined {
  let asked = false;
  for (let at = target.last; at < stop; at++) {
    if (tokens.kind[at] === PUNCTUATION) asked = true;
    if (!asked || !PRONOUNS.at(tokens, at) || !VERBS.at(tokens, at + 1)) continue;
    const denial = wordAt(tokens, at + 2);
    if (DENIALS.has(denial) && entryEndsAt(tokens, at + 3, reading.last))
      return { says: 'absent', first: at, last: at + 3 };
  }
  return undefined;
}

/** "Radiculopathy? No", "Facet syndrome ..... Y". */
function findAnswer(tokens: Tokens, target: Target, last: number): Reply | undefined {
  const stop = Math.min(last, target.last + FARTHEST_REPLY);
  for (let at = target.last + 1; at < stop; at++) {
    const answer = answerOf(wordAt(tokens, at));
    if (!answer || !entryEndsAt(tokens, at + 1, tokens.count) || !marksBetween(tokens, target.last, at).direct)
      continue;
    return { says: answer === 'yes' ? 'present' : 'absent', first: at, last: at + 1 };
  }
  return undefined;
}

/** Whether a mark that asks for a reply stands in the gap, and whether one stands right before its end. */
function marksBetween(tokens: Tokens, first: number, last: number): { any: boolean; direct: boolean } {
  let any = false;
  let direct = false;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    const asks = mark === COLON || mark === QUESTION || mark === EQUALS || tokens.kind[at] === ORNAMENT;
    if (asks || mark === SEMICOLON || mark === COMMA) any = true;
    // a dash that stands apart, not the hyphen of "L4-5"
    if (asks || (mark === HYPHEN && hasSpaceBefore(tokens, at))) direct = true;
    else if (tokens.kind[at] === WORD || mark === COMMA || mark === SEMICOLON) direct = false;
  }
  return { any, direct: direct || isColumnGap(tokens, last) };
}

/** "Was a disc herniation found?": it asks, and by itself says neither yes nor no. */
export function isQuestion(tokens: Tokens, reading: Reading): boolean {
  return markAt(tokens, reading.last - 1) === QUESTION && ASKING.at(tokens, reading.first);
}
