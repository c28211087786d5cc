/**
 * What a note says of a study: that it was performed (its results are at hand), ordered, an old one named only, not done;
 * or nothing of the kind (considered, monitoring of nerves, an empty box), which gives no imaging entry.
 */
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { StudyWord } from '../mentions/terms.ts';
import type { ImagingStatus, Modality } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, type Tokens, WORD, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { isNoStudy, isNotDone } from './study-absence.ts';
import { isDated, isOld } from './study-dates.ts';
import { phraseOf, type StudyMention, wordsNear } from './study-mention.ts';
import { LOOKED_AT } from './study-words.ts';

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
  const looked = !conditional && (isLookedAt(mention) || isSeenOn(mention)) && !isRecounted(mention);
  if (isNotDone(mention) && !looked) return 'none';
  if (conditional) return 'no-study';
  if (isOld(mention)) return 'historical';
  if (looked) return 'performed';
  if (isNear('considered')) return 'no-study';
  if (isOrdered(mention)) return 'ordered';
  if (isNear('historical')) return 'historical';
  if (isToDecide(mention) || (fallback === 'ordered' && isAwaited(mention))) return 'ordered';
  return fallback === 'ordered' && (isDated(mention) || isNear('results')) ? 'performed' : fallback;
}

const CONDITIONS = wordSet('if unless should depending');
const CONDITION_PHRASES = new Set([
  'in case',
  'in the event',
  'in the future',
  'only if',
  'only with',
  'failing that',
  'provided that',
]);

const CONDITION_REACH = 12;

/** "MRI of the lumbar spine if symptoms return", "should this fail, an MRI", "were it to come back I would suggest an MRI". */
function isConditional(mention: StudyMention): boolean {
  const { note, reading, hit } = mention;
  if (isInverted(mention)) return true;
  return reading.hits.get('study-word').some((word) => {
    if (word.value !== 'considered') return false;
    if (!CONDITIONS.at(note.tokens, word.first) && !CONDITION_PHRASES.has(phraseOf(note, word))) return false;
    const gap = word.first >= hit.last ? word.first - hit.last : hit.first - word.last;
    return gap <= CONDITION_REACH;
  });
}

const INVERTED = wordSet('should were had');
const INVERTED_SUBJECTS = wordSet(
  'he she it they we you i this that these those there the his her any anything symptoms pain matters things',
);
const DETERMINERS = wordSet('the his her this that these those any');
const INVERTED_REACH = 24;

/** A condition without "if": the verb opens the clause, before its subject ("had there been weakness, an MRI ..."). */
function isInverted({ note: { tokens }, reading, hit }: StudyMention): boolean {
  for (let at = hit.first - 2; at >= Math.max(reading.first, hit.first - INVERTED_REACH); at--) {
    if (markAt(tokens, at) === SEMICOLON) return false;
    // "Had his MRI on Monday" is a note's short form
    if (wordAt(tokens, at) === 'had' && DETERMINERS.at(tokens, at + 1)) continue;
    if (!INVERTED.at(tokens, at) || !INVERTED_SUBJECTS.at(tokens, at + 1)) continue;
    if (at === reading.first || tokens.kind[at - 1] !== WORD) return true;
  }
  return false;
}

const TELLERS = wordSet('patient pt he she they daughter son wife husband mother family');
const RECOUNTING = wordSet(
  'say says said tell tells told report reports state states stated recall recalls believe believes think thinks understood',
);
const EARLIER = wordSet('earlier previous prior old past');

/** "Earlier MRI elsewhere, patient says it showed a bulge": an old study whose results are not at hand. */
function isRecounted({ note: { tokens }, reading, hit }: StudyMention): boolean {
  if (!EARLIER.isIn(tokens, Math.max(reading.first, hit.first - 3), hit.first)) return false;
  for (let at = hit.last; at < Math.min(reading.last - 1, hit.last + RESULTS_REACH); at++)
    if (TELLERS.at(tokens, at) && RECOUNTING.at(tokens, at + 1)) return true;
  return false;
}

const SEMICOLON = 0x3b;

/** Before a verb: not (yet) so. */
const LEAVING_OPEN = wordSet('to will may might would could should not be');

const RESULTS_REACH = 16;
const RESULTS = wordSet('results result findings report');
const SHARED = wordSet('discussed explained shared given gone');

/** "MRI shows ...", "x-rays were reviewed"; not "an MRI to confirm ...". */
function isLookedAt({ note, reading, hit }: StudyMention): boolean {
  const { tokens } = note;
  // "MRI results discussed with her"
  if (RESULTS.at(tokens, hit.last) && SHARED.isIn(tokens, hit.last, hit.last + 3)) return true;
  const end = Math.min(reading.last, hit.last + RESULTS_REACH);
  for (let at = hit.last; at < end; at++) {
    const word = wordAt(tokens, at);
    if (word === 'to' || word === 'whether') return false;
    if (LOOKED_AT.has(word) && !LEAVING_OPEN.at(tokens, at - 1)) return true;
  }
  return false;
}

/** "nothing is expected on x-ray" */
const EXPECTING = wordSet('expect expected anticipate');

const SEEN_ON = wordSet('on by per');

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
    if (SEEN_ON.has(word))
      return at > reading.first && !isToBe(tokens, at - 2) && !EXPECTING.isIn(tokens, reading.first, at);
    if (!BETWEEN.has(word)) return false;
  }
  return false;
}

/** "The level is to be decided by the MRI." */
function isToDecide({ note: { tokens }, reading, hit }: StudyMention): boolean {
  for (let at = hit.first - 1; at >= Math.max(reading.first, hit.first - 4); at--)
    if (SEEN_ON.at(tokens, at)) return isToBe(tokens, at - 2);
  return false;
}

/** "to be decided by", "will be decided by" */
function isToBe(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at) === 'be' && ['to', 'will'].includes(wordAt(tokens, at - 1));
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
  return orders.some(
    (word) => (!isDated(mention) && isAboutStudy(mention, word)) || FUTURE.test(phraseOf(mention.note, word)),
  );
}

const WISHING = /^(?:i|we)(?: want| would like|'d like)$/;
const LOOKING = wordSet('see go look review discuss compare show treat know explain');
const WHEN = new Set(['tomorrow', 'next visit']);

/** Whether an order is one for this study: "lumbar films tomorrow"; not "films were taken, he returns tomorrow". */
function isAboutStudy({ note, hit }: StudyMention, word: Hit<StudyWord>): boolean {
  const phrase = phraseOf(note, word);
  // "I would like to go over his MRI", "nothing to be done after the MRI"
  if (WISHING.test(phrase))
    return (
      word.last <= hit.first && !(wordAt(note.tokens, word.last) === 'to' && LOOKING.at(note.tokens, word.last + 1))
    );
  if (phrase.startsWith('to be ')) return word.first >= hit.last;
  if (!WHEN.has(phrase) || word.first < hit.last) return true;
  for (let at = hit.last; at < word.first; at++) if (note.tokens.kind[at] !== WORD) return false;
  return word.first - hit.last <= WHEN_REACH;
}

const WHEN_REACH = 4;

const AWAITING = wordSet('after until once following when');

/** "Return visit after the MRI." */
function isAwaited({ note, reading, hit }: StudyMention): boolean {
  return AWAITING.isIn(note.tokens, Math.max(reading.first, hit.first - 3), hit.first);
}
