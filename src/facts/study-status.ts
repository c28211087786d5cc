/**
 * What a note says of a study: that it was performed (its results are at hand), ordered, an old one named only, not done;
 * or nothing of the kind (considered, monitoring of nerves, an empty box), which gives no imaging entry.
 */
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { StudyWord } from '../mentions/terms.ts';
import type { ImagingStatus, Modality } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { isNoStudy, isNotDone } from './study-absence.ts';
import { isDated, isOld } from './study-dates.ts';
import { phraseOf, type StudyMention, wordsNear } from './study-mention.ts';
import { hasWord, LOOKED_AT, wordAt } from './study-words.ts';

export type StudyStatus = ImagingStatus | 'no-study';

export function studyStatusOf(
  note: NoteReading,
  reading: Reading,
  hit: Hit<Modality>,
  fallback: ImagingStatus,
): StudyStatus {
  const mention: StudyMention = { note, reading, hit };
  if (isNoStudy(mention)) return 'no-study';
  const isNear = (kind: StudyWord): boolean => wordsNear(mention, kind).length > 0;
  if (hit.value === 'fluoroscopy' && wordAt(note.tokens, hit.first - 1) === 'without') return 'none';
  if (hit.value === 'fluoroscopy')
    return note.kind === 'procedure-note' || !(isNear('ordered') || fallback === 'ordered') ? 'performed' : 'no-study';
  const conditional = isConditional(mention);
  const looked = !conditional && (isLookedAt(mention) || isSeenOn(mention));
  if (isNotDone(mention) && !looked) return 'none';
  if (conditional) return 'no-study';
  if (isOld(mention)) return 'historical';
  if (looked) return 'performed';
  if (isNear('considered')) return 'no-study';
  if (isOrdered(mention)) return 'ordered';
  if (isNear('historical')) return 'historical';
  if (fallback === 'ordered' && isAwaited(mention)) return 'ordered';
  return fallback === 'ordered' && (isDated(mention) || isNear('results')) ? 'performed' : fallback;
}

const CONDITIONS = new Set(['if', 'unless', 'should', 'depending', 'in the future']);

const CONDITION_REACH = 12;

/** "MRI of the lumbar spine if symptoms return", "should this fail, an MRI". */
function isConditional({ note, reading, hit }: StudyMention): boolean {
  return reading.hits.get('study-word').some((word) => {
    if (word.value !== 'considered' || !CONDITIONS.has(wordAt(note.tokens, word.first))) return false;
    const gap = word.first >= hit.last ? word.first - hit.last : hit.first - word.last;
    return gap <= CONDITION_REACH;
  });
}

/** Before a verb: not (yet) so. */
const LEAVING_OPEN = new Set(['to', 'will', 'may', 'might', 'would', 'could', 'should', 'not', 'be']);

const RESULTS_REACH = 16;

/** "MRI shows ...", "x-rays were reviewed"; not "an MRI to confirm ...". */
function isLookedAt({ note, reading, hit }: StudyMention): boolean {
  const { tokens } = note;
  const end = Math.min(reading.last, hit.last + RESULTS_REACH);
  for (let at = hit.last; at < end; at++) {
    const word = wordAt(tokens, at);
    if (word === 'to' || word === 'whether') return false;
    if (LOOKED_AT.has(word) && !LEAVING_OPEN.has(wordAt(tokens, at - 1))) return true;
  }
  return false;
}

/** "nothing is expected on x-ray" */
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
function isSeenOn({ note, reading, hit }: StudyMention): boolean {
  const { tokens } = note;
  for (let at = hit.first - 1; at >= Math.max(reading.first, hit.first - 4); at--) {
    const word = wordAt(tokens, at);
    if (RESULT_ADJECTIVES.has(word)) return true;
    if (SEEN_ON.has(word)) return at > reading.first && !hasWord(tokens, reading.first, at, EXPECTING);
    if (!BETWEEN.has(word)) return false;
  }
  return false;
}

/** During an operation an x-ray is obtained, not ordered. */
const AT_OPERATION = /obtain|order|get|request|refer/;

const FUTURE = /schedul|pending|await|set up|will/;

/** "We will be obtaining films in the morning". */
function isAhead({ note }: StudyMention, { first }: Hit<StudyWord>): boolean {
  return [first, first - 1, first - 2].some((at) => wordAt(note.tokens, at) === 'will');
}

function isOrdered(mention: StudyMention): boolean {
  const orders = wordsNear(mention, 'ordered');
  const isDone = (word: Hit<StudyWord>): boolean =>
    AT_OPERATION.test(phraseOf(mention.note, word)) && !isAhead(mention, word);
  if (mention.note.kind === 'procedure-note' && orders.every(isDone)) return false;
  return orders.some((word) => !isDated(mention) || FUTURE.test(phraseOf(mention.note, word)));
}

const AWAITING = new Set(['after', 'until', 'once', 'following', 'when']);

/** "Return visit after the MRI." */
function isAwaited({ note, reading, hit }: StudyMention): boolean {
  return hasWord(note.tokens, Math.max(reading.first, hit.first - 3), hit.first, AWAITING);
}
