/**
 * Which study, if any, a sentence reports: the studies of a note, and for each sentence the one whose results it gives.
 * A knee MRI is a study of elsewhere: it gives no imaging entry and places nothing.
 */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Condition, ImagingStatus, SectionKind } from '../model.ts';
import { hasSpaceBefore, markAt, type Tokens, wordAt } from '../text/tokens.ts';
import { findNamedStudies, type NamedStudies, type Study, studyPlacesOf } from './named-studies.ts';
import { OPENED, SHOWING, SPEAKING, TELLING } from './study-words.ts';

export { mainRegion, wholeRegion } from './note-region.ts';

import { type WordSet, wordSet } from '../text/word-sets.ts';

/** What a sentence has to do with studies. */
export interface StudyContext {
  /** Studies named in it. */
  readonly studies: readonly Study[];
  /** The study whose results it reports; null for the author's own words. */
  readonly reports: Study | null;
  /** The study that governs the text here, reported or not: it places findings without a place. */
  readonly governing: Study | null;
  /** A study of another part of the body governs. */
  readonly elsewhere: boolean;
}

/** A study whose results are being told, sentence after sentence of one item. */
interface Telling {
  readonly study: Study;
  readonly item: number;
}

/** What was said before a sentence. */
interface Before {
  readonly governing: Study | null;
  readonly telling: Telling | null;
}

/** Lines of a radiologist's report that a provider's note quotes. */
interface Pasted {
  readonly block: number;
  readonly section: number;
}

const ASSESSING: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'procedure',
  'billing',
  'education',
]);
const REPORTING: ReadonlySet<SectionKind> = new Set(['imaging', 'findings', 'impression', 'technique', 'tests']);
const COLON = 0x3a;
const HYPHEN = 0x2d;

/** One for each sentence; none at all where the note names neither a study nor anything that one might show. */
export function findStudyContexts(note: NoteReading): StudyContext[] {
  const contexts: StudyContext[] = [];
  const isStudy = ({ hits }: Reading): boolean => hits.get('modality').length > 0;
  if (!note.sentences.some((each) => each.candidates.length > 0 || isStudy(each)) && !note.headings.some(isStudy))
    return contexts;
  const places = studyPlacesOf(note);
  let governing: Study | null = null;
  let elsewhere = false;
  let section = -1;
  let telling: Telling | null = null;
  let pasted: Pasted | null = null;
  const govern = (named: NamedStudies, study: Study | undefined): void => {
    if (study) [governing, elsewhere] = [study, false];
    else if (named.elsewhere) elsewhere = true;
  };
  note.sentences.forEach((sentence, at) => {
    // a title without text of its own ("MRI LUMBAR SPINE" over "FINDINGS:") governs, too
    for (; section < sentence.span.section; section++) {
      telling = null;
      const named = findNamedStudies(note, note.headings[section + 1] as Reading, null, 'performed', places);
      govern(named, named.studies[0]);
    }
    const named = findNamedStudies(note, sentence, neighbourOf(note, at), fallbackOf(sentence), places);
    govern(named, named.studies.find((study) => study.status === 'performed') ?? named.studies[0]);
    if (named.studies.length === 0 && !named.elsewhere && elsewhere && speaksOfSpine(sentence)) elsewhere = false;
    if (pasted && !isPasted(note, at, pasted)) pasted = null;
    const reports = pasted
      ? (governing ?? anyStudy(sentence))
      : (reportOf(note, sentence, named.studies, { governing, telling }) ??
        (named.elsewhere && showsResults(note.tokens, sentence) ? anyStudy(sentence) : null));
    if (opensPasted(note, sentence)) pasted = { block: sentence.span.block, section: sentence.span.section };
    const opened = reports ?? openedStudy(note, sentence, named.studies);
    if (opened) telling = { study: opened, item: sentence.span.item };
    else if (!goesOnTelling(note.tokens, sentence, telling)) telling = null;
    contexts.push({ studies: named.studies, reports, governing, elsewhere });
  });
  return contexts;
}

const RADIOLOGIST = /radiolog|report|pasted|copied|read (by|as)/i;
const RULER = /[-=_*]{3,}/;

/** "Impression per radiology:", "Radiologist's words, copied:": what follows in the same lines is the radiologist's. */
function opensPasted(note: NoteReading, sentence: SentenceReading): boolean {
  return (
    note.kind !== 'imaging-report' &&
    markAt(note.tokens, sentence.last - 1) === COLON &&
    RADIOLOGIST.test(textOf(note, sentence))
  );
}

const textOf = ({ text, tokens }: NoteReading, { first, last }: SentenceReading): string =>
  text.slice(tokens.start[first], tokens.end[last - 1]);

function isPasted({ text, tokens, sentences }: NoteReading, at: number, { block, section }: Pasted): boolean {
  const sentence = sentences[at] as SentenceReading;
  const gap = text.slice(tokens.end[(sentences[at - 1] as SentenceReading).last - 1], tokens.start[sentence.first]);
  return sentence.span.block === block && sentence.span.section === section && !RULER.test(gap);
}

/** The sentence before, where it is of the same item. */
function neighbourOf(note: NoteReading, at: number): Reading | null {
  const before = note.sentences[at - 1];
  return before && before.span.item === note.sentences[at]?.span.item ? before : null;
}

/** A study that a plan or the patient's instructions name is ordered, unless something says otherwise. */
function fallbackOf(sentence: SentenceReading): ImagingStatus {
  return sentence.sectionKind === 'plan' || sentence.sectionKind === 'education' ? 'ordered' : 'performed';
}

function speaksOfSpine(sentence: Reading): boolean {
  return sentence.levels.length > 0 || sentence.hits.get('region').length > 0;
}

function goesOnTelling(tokens: Tokens, sentence: SentenceReading, telling: Telling | null): boolean {
  return (
    telling !== null &&
    telling.item === sentence.span.item &&
    !isSpoken(tokens, sentence) &&
    !isOwned(tokens, sentence) &&
    !sentence.candidates.some(
      ({ condition }) => FELT.has(condition) && !(telling.study.modality === 'EMG' && condition === 'radiculopathy'),
    )
  );
}

const OWNERS = wordSet('he she patient');

/** "In the lumbar spine she does have disc degeneration": after the readings the author says what the patient has. */
function isOwned(tokens: Tokens, { first, last }: SentenceReading): boolean {
  for (let at = first; at + 2 < last; at++)
    if (OWNERS.at(tokens, at) && wordAt(tokens, at + 1) === 'does' && wordAt(tokens, at + 2) === 'have') return true;
  return false;
}

/** No radiologist sees a pain; needles in muscles find the root. */
const FELT: ReadonlySet<Condition> = new Set([
  'low-back-pain',
  'neck-pain',
  'thoracic-back-pain',
  'back-pain',
  'radiculopathy',
  'sciatica',
]);

/** "I pulled up the lumbar MRI on our own screen. Marrow edema hugs both endplates ..." */
function openedStudy({ tokens }: NoteReading, sentence: SentenceReading, studies: readonly Study[]): Study | null {
  if (ASSESSING.has(sentence.sectionKind)) return null;
  const done = studies.find((study) => study.status === 'performed' && study.modality !== 'fluoroscopy');
  return done && OPENED.isIn(tokens, sentence.first, sentence.last) ? done : null;
}

/** Whether the sentence gives the results of a study. */
function reportOf(
  note: NoteReading,
  sentence: SentenceReading,
  studies: readonly Study[],
  { governing, telling }: Before,
): Study | null {
  const { tokens } = note;
  if (note.kind === 'imaging-report') return governing ?? studies[0] ?? anyStudy(sentence);
  const done = studies.find((study) => study.status === 'performed' || study.status === 'historical');
  if (REPORTING.has(sentence.sectionKind) && note.kind !== 'other')
    return !done && isSpoken(tokens, sentence) ? null : (done ?? governing ?? anyStudy(sentence));
  const assessing = ASSESSING.has(sentence.sectionKind);
  if (done && done.modality !== 'fluoroscopy' && tellsResults(tokens, sentence, done, assessing ? SHOWING : TELLING))
    return done;
  if (assessing) return null;
  if (MAY_SHOW.isIn(tokens, sentence.first, sentence.last) && IMAGES_SHOW.test(textOf(note, sentence)))
    return governing ?? anyStudy(sentence);
  return goesOnTelling(tokens, sentence, telling) ? (telling as Telling).study : null;
}

/** "This scan shows a Modic change"; "a bit of Modic 1 on here"; 'Report: "small tear of the annulus"'. */
const IMAGES_SHOW =
  /^(so |and )?(this|it|(the |his |her |recent |preoperative |diagnostic |radiographic |advanced )*(scans?|images|imaging|films?|study|studies|imaging studies|report))( also)? (shows?|showed|reveals?|revealed|demonstrates?|demonstrated)\b|\bon (here|this (one|scan|film|picture|image|study)|th(e|ese) (screen|films?|pictures?|images|scans?|cuts))\b|\b(report|radiologist|radiology)\s*:\s*["\u201c]/i;

/** Looked for first: every such sentence has one of these. */
const MAY_SHOW = wordSet(
  'show shows showed reveal reveals revealed demonstrate demonstrates demonstrated here one scan scans film films picture pictures image images study screen cuts report radiologist radiology',
);

/** "CT of the chest showed enlarged nodes. Bones show disc degeneration": found by the way, on a study of another part. */
function showsResults(tokens: Tokens, sentence: SentenceReading): boolean {
  return (
    !ASSESSING.has(sentence.sectionKind) &&
    !isSpoken(tokens, sentence) &&
    SHOWING.isIn(tokens, sentence.first, sentence.last)
  );
}

/** An imaging section that names no study still gives a study's results. */
function anyStudy(sentence: Reading): Study {
  return { modality: 'MRI', regions: [], status: 'performed', first: sentence.first, last: sentence.first };
}

function isSpoken(tokens: Tokens, sentence: Reading): boolean {
  return SPEAKING.isIn(tokens, sentence.first, sentence.last);
}

const POINTING = wordSet('on review reviewed per by');
const POINTING_REACH = 8;

/** "MRI shows ...", "MRI: ...", "... on review of his MRI". */
function tellsResults(tokens: Tokens, sentence: Reading, study: Study, verbs: WordSet): boolean {
  if (verbs.isIn(tokens, study.last, sentence.last)) return true;
  for (let at = study.last; at < sentence.last; at++) {
    if (markAt(tokens, at) === COLON) return true;
    // "CT cervical spine, 09/30/2026 - no fracture"
    if (
      markAt(tokens, at) === HYPHEN &&
      hasSpaceBefore(tokens, at) &&
      at + 1 < sentence.last &&
      hasSpaceBefore(tokens, at + 1)
    )
      return true;
  }
  return (
    verbs !== SHOWING && POINTING.isIn(tokens, Math.max(sentence.first, study.first - POINTING_REACH), study.first)
  );
}
