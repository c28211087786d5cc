/**
 * What a note says of a study: that it was performed (its results are at hand), ordered, an old one named only, not done;
 * or nothing of the kind (considered, monitoring of nerves, an empty box), which gives no imaging entry.
 */

import type { StudyWord } from '../mentions/terms.ts';
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Hit } from '../text/phrases.ts';
import type { Reading } from '../mentions/reading.ts';
import type { ImagingStatus, Modality } from '../model.ts';
import { fold } from '../text/characters.ts';
import { markAt } from '../text/tokens.ts';
import { hasWord, LOOKED_AT, wordAt } from './study-words.ts';

export type StudyStatus = ImagingStatus | 'no-study';

/** How far from a study, in tokens, a word of each kind still speaks of it. */
const REACH: Readonly<Record<StudyWord, { readonly before: number; readonly after: number }>> = {
  ordered: { before: 9, after: 7 },
  considered: { before: 10, after: 4 },
  historical: { before: 3, after: 9 },
  none: { before: 7, after: 8 },
  results: { before: 5, after: 5 },
};
/** Of these the study itself must be the object: "repeat MRI", not "no new fracture on the x-rays". */
const ADJACENT = new Set([
  'new',
  'repeat',
  'plan',
  'need',
  'needs',
  'get',
  'order',
  'orders',
  'old',
  'past',
  'prior',
  'previous',
  'earlier',
  'possible',
]);
const CONDITIONS = new Set(['if', 'unless', 'should', 'depending', 'in the future']);
/** Before a verb: not (yet) so. */
const LEAVING_OPEN = new Set(['to', 'will', 'may', 'might', 'would', 'could', 'should', 'not', 'be']);
const RESULTS_REACH = 12;
const CONDITION_REACH = 12;
/** Years between an old study, named only, and the note. */
const OLD = 3;

interface Context {
  readonly note: NoteReading;
  readonly reading: Reading;
  readonly hit: Hit<Modality>;
}

export function studyStatusOf(
  note: NoteReading,
  reading: Reading,
  hit: Hit<Modality>,
  fallback: ImagingStatus,
): StudyStatus {
  const context: Context = { note, reading, hit };
  if (isNoStudy(context)) return 'no-study';
  const isNear = (kind: StudyWord): boolean => wordsNear(context, kind).length > 0;
  if (hit.value === 'fluoroscopy')
    return note.kind === 'procedure-note' || !(isNear('ordered') || fallback === 'ordered') ? 'performed' : 'no-study';
  const conditional = isConditional(context);
  const looked = !conditional && (isLookedAt(context) || isSeenOn(context));
  if (isNotDone(context) && !looked) return 'none';
  if (conditional) return 'no-study';
  if (isOld(context)) return 'historical';
  if (looked) return 'performed';
  if (isNear('considered')) return 'no-study';
  if (isOrdered(context)) return 'ordered';
  if (isNear('historical')) return 'historical';
  if (fallback === 'ordered' && isAwaited(context)) return 'ordered';
  return fallback === 'ordered' && (isDated(context) || isNear('results')) ? 'performed' : fallback;
}

const EMPTY_BOX = /(?:_{2,}|\[\s*_?\s*\]|\(\s*_?\s*\))\s*$/;
const WORDS_AROUND = 60;

/**
 * "free-running EMGs and SSEPs" during an operation; "___ MRI" among boxes to tick; "pacemaker, no MRI possible"; "does not
 * have x-rays for review".
 */
function isNoStudy({ note, hit }: Context): boolean {
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
  // "The x-ray technician was instructed ..."
  if (/^\s+(technician|tech|technologist|machine)\b/i.test(after)) return true;
  const around = before + after;
  return (
    hit.value === 'EMG' &&
    note.kind === 'procedure-note' &&
    /monitor|ssep|\bmeps?\b|evoked|free.?running|stimulat|neurophysiolog/i.test(around)
  );
}

/** The study words of one kind that are near enough to speak of this study. */
function wordsNear({ note, reading, hit }: Context, kind: StudyWord): Hit<StudyWord>[] {
  const { before, after } = REACH[kind];
  return reading.hits.get('study-word').filter((word) => {
    if (word.value !== kind) return false;
    const phrase = phraseOf(note, word);
    const isAdjacent = ADJACENT.has(phrase);
    if (word.last <= hit.first)
      return hit.first - word.last <= (isAdjacent ? 2 : before) && !hasComma(note, word.last, hit.first);
    return word.first >= hit.last && word.first - hit.last <= after && !isAdjacent;
  });
}

function phraseOf({ text, tokens }: NoteReading, { first, last }: { first: number; last: number }): string {
  return fold(text.slice(tokens.start[first], tokens.end[last - 1]));
}

function hasComma({ tokens }: NoteReading, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === 0x2c) return true;
  return false;
}

/** "MRI of the lumbar spine if symptoms return", "should this fail, an MRI". */
function isConditional({ note, reading, hit }: Context): boolean {
  return reading.hits.get('study-word').some((word) => {
    if (word.value !== 'considered' || !CONDITIONS.has(wordAt(note.tokens, word.first))) return false;
    const gap = word.first >= hit.last ? word.first - hit.last : hit.first - word.last;
    return gap <= CONDITION_REACH;
  });
}

/** "MRI shows ...", "x-rays were reviewed"; not "an MRI to confirm ...". */
function isLookedAt({ note, reading, hit }: Context): boolean {
  const { tokens } = note;
  const end = Math.min(reading.last, hit.last + RESULTS_REACH);
  for (let at = hit.last; at < end; at++) {
    const word = wordAt(tokens, at);
    if (word === 'to' || word === 'whether') return false;
    if (LOOKED_AT.has(word) && !LEAVING_OPEN.has(wordAt(tokens, at - 1))) return true;
  }
  return false;
}

/** "I do not expect to see anything on x-ray" */
const EXPECTING = new Set(['expect', 'expected', 'anticipate']);
const SEEN_ON = new Set(['on', 'by', 'per']);
const BETWEEN = new Set([
  'the',
  'a',
  'an',
  'his',
  'her',
  'their',
  'recent',
  'lumbar',
  'outside',
  'last',
  'negative',
  'normal',
  'abnormal',
]);
const RESULT_ADJECTIVES = new Set(['negative', 'normal', 'abnormal', 'positive', 'unremarkable']);

/** "no fracture on the x-rays from last month", "after a negative discogram". */
function isSeenOn({ note, reading, hit }: Context): boolean {
  const { tokens } = note;
  for (let at = hit.first - 1; at >= Math.max(reading.first, hit.first - 4); at--) {
    const word = wordAt(tokens, at);
    if (RESULT_ADJECTIVES.has(word)) return true;
    if (SEEN_ON.has(word)) return at > reading.first && !hasWord(tokens, reading.first, at, EXPECTING);
    if (!BETWEEN.has(word)) return false;
  }
  return false;
}

const NEGATORS = new Set([
  'no',
  'not',
  'never',
  'none',
  'nor',
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
  'performed',
  'undergo',
  'undergone',
  'had',
  'obtained',
  'taken',
  'approved',
  'completed',
  'made',
]);
const REFUSING = new Set(['denied', 'refused', 'declined', 'cancelled', 'canceled', 'unavailable']);
const OF_THE_STUDY = new Set([
  'recent',
  'prior',
  'previous',
  'new',
  'lumbar',
  'cervical',
  'thoracic',
  'spine',
  'spinal',
  'any',
  'imaging',
  'or',
  'x',
  'ray',
  'rays',
  'mri',
  'ct',
  'an',
  'a',
]);

/** "has not had an MRI", "MRI: authorization denied", "no recent x-rays"; not "MRI shows no herniation", "no MRI possible". */
function isNotDone({ note, reading, hit }: Context): boolean {
  const { tokens } = note;
  const end = Math.min(reading.last, hit.last + 16);
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
    // "whether or not Dr. P had performed an EMG"
    if (word === 'not' && wordAt(tokens, at - 1) === 'or') return false;
    if (NEGATORS.has(word) || word === 'without') return done || isPlainNo({ note, reading, hit }, at);
    if (REFUSING.has(word) && hit.first - at <= 3) return true;
    if (DOING.has(word)) done = true;
  }
  return false;
}

/** "No MRI." "no recent x-rays available"; not "no MRI evidence of", "no MRI possible". */
function isPlainNo({ note, reading, hit }: Context, negator: number): boolean {
  const { tokens } = note;
  for (let at = negator + 1; at < hit.first; at++)
    if (wordAt(tokens, at) !== '' && !OF_THE_STUDY.has(wordAt(tokens, at))) return false;
  const next = hit.last < reading.last ? wordAt(tokens, hit.last) : '';
  return (
    !['evidence', 'possible', 'signs', 'sign', 'findings', 'finding', 'correlate', 'abnormality', 'changes'].includes(
      next,
    ) && !hasWord(tokens, hit.last, Math.min(reading.last, hit.last + 4), new Set(['evidence']))
  );
}

/** During an operation an x-ray is obtained, not ordered. */
const AT_OPERATION = /obtain|order|get|request|refer/;
const FUTURE = /schedul|pending|await|set up|will/;

function isOrdered(context: Context): boolean {
  const orders = wordsNear(context, 'ordered');
  if (context.note.kind === 'procedure-note' && orders.every((word) => AT_OPERATION.test(phraseOf(context.note, word))))
    return false;
  return orders.some((word) => !isDated(context) || FUTURE.test(phraseOf(context.note, word)));
}

const AWAITING = new Set(['after', 'until', 'once', 'following', 'when']);

/** "He will follow up after his MRI for results." */
function isAwaited({ note, reading, hit }: Context): boolean {
  return hasWord(note.tokens, Math.max(reading.first, hit.first - 3), hit.first, AWAITING);
}

/** A date or a year stands behind the study. */
function isDated({ note, hit, reading }: Context): boolean {
  return /\d{1,2}[/-]\d{1,2}|\b(?:19|20)\d\d\b/.test(behind(note, hit, reading));
}

function behind({ text, tokens }: NoteReading, hit: Hit<Modality>, reading: Reading): string {
  return text.slice(tokens.end[hit.last - 1], tokens.end[Math.min(hit.last + 10, reading.last) - 1]);
}

/** COMPARISON: MRI of 2024; "MRI of the lumbar spine 2017 at the county hospital" in a note of 2026. */
function isOld({ note, hit, reading }: Context): boolean {
  if (note.kind === 'imaging-report' && /\b(compar\w*|since|previous|prior)\b/i.test(leadIn(note, hit))) return true;
  const year = /\b((?:19|20)\d\d)\b/.exec(behind(note, hit, reading));
  if (year === null) return false;
  return latestYear(note.text) - Number(year[1]) >= OLD || /\brecords?\b/i.test(leadIn(note, hit));
}

/** The heading that a study stands under and the words just before it. */
function leadIn({ text, tokens, sections }: NoteReading, hit: Hit<Modality>): string {
  const section = sections.find((each) => each.first <= hit.first && hit.first < each.last);
  const heading =
    section && section.headLast > section.headFirst
      ? text.slice(tokens.start[section.headFirst], tokens.end[section.headLast - 1])
      : '';
  return `${heading} ${text.slice(tokens.start[Math.max(section?.headLast ?? 0, hit.first - 4)], tokens.start[hit.first])}`;
}

function latestYear(text: string): number {
  let latest = 0;
  for (const [year] of text.matchAll(/\b(?:19|20)\d\d\b/g)) latest = Math.max(latest, Number(year));
  return latest;
}
