/**
 * ConText-style assertion: the cues whose scope reaches a mention, and the answers of forms and replies -> one status per
 * mention, with the cues that decided it (Chapman et al. 2001; Harkema et al. 2009).
 */
import type { Reading } from '../mentions/reading.ts';
import type { Status } from '../model.ts';
import { markAt, type Tokens } from '../text/tokens.ts';
import { type Box, findBoxes, statusByBox } from './boxes.ts';
import { lastBegun } from './layout.ts';
import { findBackwardCues } from './postfix.ts';
import { findReply, isQuestion } from './replies.ts';
import { findForwardCues } from './scope.ts';
import type { Applying, CueHit, Target, TokenAssertion } from './target.ts';
import { findYear, findYearBefore } from './years.ts';

/** Whether a cue among the target's own words speaks of it ("disc is not herniated") or is part of its name ("chest nontender"). */
export type InnerCues = 'speak' | 'name';

/** In the order in which they win (annotation guide, section 2). */
const ORDER: readonly Status[] = ['other-person', 'hypothetical', 'absent', 'historical', 'uncertain'];

/** Status of `target` in a sentence that was read. */
export function assertTarget(
  tokens: Tokens,
  reading: Reading,
  target: Target,
  boxes: readonly Box[] = findBoxes(tokens, reading),
  inner: InnerCues = 'speak',
): TokenAssertion {
  const byBox = statusByBox(reading, boxes, target);
  if (byBox) return byBox;
  const applying = [
    ...findForwardCues(tokens, reading, target),
    ...findInnerCues(reading, target, inner),
    ...findBackwardCues(tokens, reading, target),
  ];
  const isAnothers = applying.some(({ cue }) => cue.says === 'other-person');
  const reply = isAnothers ? undefined : findReply(tokens, reading, target);
  if (reply) return { status: reply.says, cues: [{ first: reply.first, last: reply.last }] };
  const own = statusOf(
    isQuestion(tokens, reading) ? applying.filter(({ hit }) => !isFinalMark(tokens, reading, hit)) : applying,
  );
  const year =
    own.status === 'present'
      ? (findYear(tokens, reading, target) ?? findYearBefore(tokens, reading, target))
      : undefined;
  return year ? { status: 'historical', cues: [year] } : own;
}

function statusOf(applying: readonly Applying[]): TokenAssertion {
  for (const status of ORDER) {
    const deciding = applying.filter(({ cue }) => cue.says === status);
    if (deciding.length > 0) return { status, cues: deciding.map(({ hit }) => ({ first: hit.first, last: hit.last })) };
  }
  return { status: 'present', cues: [] };
}

/** The question mark of "Was a herniation found?" asks for the answer in the next sentence; it is no doubt of the writer's. */
function isFinalMark(tokens: Tokens, reading: Reading, hit: CueHit): boolean {
  return hit.last === reading.last && markAt(tokens, hit.first) !== 0;
}

/** "Discs which could speed up their degeneration", "disc possibly herniated". */
const INNER: ReadonlySet<string> = new Set(['uncertain', 'hypothetical']);

/** Cues among the target's own words. */
function findInnerCues(reading: Reading, target: Target, inner: InnerCues): Applying[] {
  const cues = reading.hits.get('cue');
  const applying: Applying[] = [];
  for (let at = lastBegun(cues, target.first) + 1; at < cues.length && (cues[at] as CueHit).first < target.last; at++) {
    const hit = cues[at] as CueHit;
    if (hit.last > target.last) break;
    // "no known drug allergies" as a span of its own; "possible" opens no phrase of ours
    const speaks = hit.first === target.first ? inner === 'name' : inner === 'speak';
    if (!speaks) continue;
    for (const cue of hit.value)
      if (cue.direction === 'forward' && (cue.says === 'absent' || (inner === 'speak' && INNER.has(cue.says))))
        applying.push({ hit, cue });
  }
  return applying;
}
