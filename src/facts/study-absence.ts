/** Studies that a note says were not done, and words that name no study at all. */
import { markAt, WORD, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { StudyMention } from './study-mention.ts';

const EMPTY_BOX = /(?:__|\[\s*(?:_\s*)?\]|\(\s*(?:_\s*)?\))\s*$/;

const WORDS_AROUND = 60;

const EVIDENCE = wordSet('evidence');

/**
 * "EMG was watched throughout" during an operation; "___ MRI" among boxes to tick; "pacemaker, no MRI possible"; "has
 * brought no films".
 */
export function isNoStudy({ note, hit }: StudyMention): boolean {
  const { tokens, text } = note;
  const before = text.slice(Math.max(0, (tokens.start[hit.first] as number) - WORDS_AROUND), tokens.start[hit.first]);
  const after = text.slice(tokens.end[hit.last - 1], (tokens.end[hit.last - 1] as number) + WORDS_AROUND);
  if (EMPTY_BOX.test(before)) return true;
  if (/\bno\s+$/i.test(before) && /^\s+(possible|needed|required|necessary|indicated)\b/i.test(after)) return true;
  if (
    /(not|n't)\s+(have|bring)\s+(any |the |his |her )?$/i.test(before) &&
    /^[^.;]*\b(for review|with (him|her|them)|available)\b/i.test(after)
  )
    return true;
  if (/\b(cannot|can't|can not|unable to)\s+(undergo|have|get|tolerate)\s+(an? |the )?$/i.test(before)) return true;
  // "An x-ray technician was present ..."
  if (/^\s+(technician|tech|technologist|machine)\b/i.test(after)) return true;
  const around = before + after;
  return (
    hit.value === 'EMG' &&
    note.kind === 'procedure-note' &&
    /monitor|ssep|\bmeps?\b|evoked|free.?running|stimulat|neurophysiolog|silent|quiet|electrodes|tracings/i.test(around)
  );
}

const NEGATORS = new Set([
  'no',
  'not',
  'never',
  'none',
  'nor',
  'nobody',
  'doesn',
  'didn',
  'hasn',
  'haven',
  'hadn',
  'wasn',
  'weren',
  'isn',
  'don',
]);

const DOING = new Set([
  'obtain',
  'done',
  'underwent',
  'received',
  'shot',
  'approve',
  'performed',
  'undergo',
  'undergone',
  'had',
  'obtained',
  'undergo',
  'taken',
  'approved',
  'completed',
  'made',
]);

const REFUSING = new Set(['denied', 'refused', 'declined', 'cancelled', 'canceled', 'rejected', 'unavailable']);

const OF_THE_STUDY = wordSet(
  'recent prior previous new lumbar cervical thoracic spine spinal any imaging or x ray rays mri ct an a',
);

/** "has not had an MRI", "MRI: authorization denied", "no recent x-rays"; not "MRI shows no herniation", "no MRI possible". */
export function isNotDone(mention: StudyMention): boolean {
  const { note, reading, hit } = mention;
  const { tokens } = note;
  const end = Math.min(reading.last, hit.last + 16);
  if (isAnsweredNo(mention)) return true;
  let negated = false;
  for (let at = hit.last; at < end; at++) {
    const word = wordAt(tokens, at);
    if (markAt(tokens, at) === 0x3b) break;
    if (NEGATORS.has(word)) negated = true;
    else if (REFUSING.has(word)) return !['that', 'which'].includes(wordAt(tokens, hit.last));
    else if (negated && DOING.has(word)) return true;
  }
  let done = false;
  for (let at = hit.first - 1; at >= Math.max(reading.first, hit.first - 9); at--) {
    const word = wordAt(tokens, at);
    // "unclear whether or not an EMG had been performed"
    if (word === 'not' && wordAt(tokens, at - 1) === 'or') return false;
    if (NEGATORS.has(word) || word === 'without') return done || isPlainNo({ note, reading, hit }, at);
    const isRefusal = REFUSING.has(word) || (word === 'turned' && wordAt(tokens, at + 1) === 'down');
    if (isRefusal && hit.first - at <= 4) return true;
    if (DOING.has(word)) done = true;
  }
  return false;
}

const COLON = 0x3a;
const ANSWERS = wordSet('none nil no never');

/** "Lumbar films: none so far"; not "MRI: no fracture". */
function isAnsweredNo({ note: { tokens }, hit }: StudyMention): boolean {
  if (markAt(tokens, hit.last) !== COLON || !ANSWERS.at(tokens, hit.last + 1)) return false;
  const next = hit.last + 2;
  return tokens.kind[next] !== WORD || ['so', 'yet', 'to', 'done'].includes(wordAt(tokens, next));
}

/** "No MRI." "no recent x-rays available"; not "no MRI evidence of", "no MRI possible". */
function isPlainNo({ note, reading, hit }: StudyMention, negator: number): boolean {
  const { tokens } = note;
  for (let at = negator + 1; at < hit.first; at++)
    if (wordAt(tokens, at) !== '' && !OF_THE_STUDY.at(tokens, at)) return false;
  const next = hit.last < reading.last ? wordAt(tokens, hit.last) : '';
  return (
    !['evidence', 'possible', 'signs', 'sign', 'findings', 'finding', 'correlate', 'abnormality', 'changes'].includes(
      next,
    ) && !EVIDENCE.isIn(tokens, hit.last, Math.min(reading.last, hit.last + 4))
  );
}
