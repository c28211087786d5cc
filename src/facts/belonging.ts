/**
 * Whether a candidate is a finding of the spine at all: its context words, the study it stands in, the part of the body
 * beside it. A knee, a carotid and a tender joint on examination are left out here.
 */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Condition, SectionKind } from '../model.ts';
import { markAt, NUMBER, type Tokens, textAt, WORD } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { Governing } from './governing.ts';
import type { StudyContext } from './studies.ts';

const REPORTING: ReadonlySet<SectionKind> = new Set([
  'imaging',
  'findings',
  'impression',
  'tests',
  'technique',
  'preamble',
]);
const EXAM_SIGNS: ReadonlySet<Condition> = new Set([
  'low-back-pain',
  'neck-pain',
  'thoracic-back-pain',
  'back-pain',
  'sacroiliac-disorder',
  'sciatica',
  'radiculopathy',
  'other-dorsopathy',
  'spinal-instability',
  'back-strain',
]);

/**
 * Whether a candidate is a finding of the spine at all: its context words, the study it stands in, the part of the body.
 */
export function isOurs(
  note: NoteReading,
  at: number,
  candidate: Candidate,
  study: StudyContext,
  governing: readonly Governing[],
  subject: Subject,
): boolean {
  const sentence = note.sentences[at] as SentenceReading;
  if (sentence.sectionKind === 'exam' && EXAM_SIGNS.has(candidate.condition) && !study.reports) return false;
  const place = governing[at] as Governing;
  const placed = sentence.levels.length > 0 || place.levels.length > 0;
  if (isOfElsewhere(note.tokens, sentence, candidate) || isAtWork(note.tokens, sentence, candidate)) return false;
  if (candidate.condition === 'spinal-stenosis' && isOfVessel(note.tokens, candidate)) return false;
  const isPlaceless = !placed && !namesRegion(sentence) && place.region === 'unspecified';
  if (isPlaceless && subject.isOtherSense(note.tokens, candidate)) return false;
  if (
    study.elsewhere &&
    REPORTING.has(sentence.sectionKind) &&
    !placed &&
    sentence.hits.get('region').length === 0 &&
    !note.language.symptoms.has(candidate.condition)
  )
    return false;
  if (
    subject.isAnotherPart &&
    !placed &&
    (candidate.condition === 'annulus-fibrosus-defect' || candidate.need === 'spine')
  )
    return false;
  if (candidate.need === 'disc') return placed || sentence.hits.get('disc-word').length > 0 || discBefore(note, at);
  if (candidate.need === 'root') return namesRoot(sentence, candidate);
  if (candidate.need === 'spine-word') return placed || namesSpine(sentence, candidate);
  if (candidate.need !== 'spine') return true;
  // "right vertebral artery with no stenosis": beside another part of the body only a level or a region makes it the spine's
  const beside = sentence.hits.get('elsewhere').length > 0;
  if (placed || (namesSpine(sentence, candidate) && (!beside || namesRegion(sentence)))) return true;
  if (study.reports && study.reports.regions.length > 0 && !study.elsewhere && note.kind === 'imaging-report')
    return true;
  if (sentence.hits.get('elsewhere').length > 0) return false;
  if (candidate.condition === 'spondylosis' && AT_SURGERY.has(sentence.sectionKind) && subject.isSpineOperation)
    return true;
  if (study.reports && study.reports.regions.length > 0 && !study.elsewhere) return true;
  if (place.region !== 'unspecified') return true;
  const before = note.sentences[at - 1];
  return (
    before !== undefined &&
    before.span.block === sentence.span.block &&
    speaksOfSpine(before) &&
    before.hits.get('elsewhere').length === 0
  );
}

const SOFT = wordSet('dura dural thecal flavum ligamentum ligament');
const BULGE_REACH = 7;

/** In an operation: "the dura bulged into the interspace" is a good sign, and a collapsed space is one being emptied. */
function isAtWork(
  tokens: Tokens,
  sentence: SentenceReading,
  { condition, need, paired, first, last }: Candidate,
): boolean {
  if (sentence.sectionKind !== 'procedure-details' && sentence.sectionKind !== 'procedure') return false;
  if (condition === 'disc-degeneration') return /^collaps/.test(textAt(tokens, first));
  if (condition !== 'disc-bulge' || (need !== 'disc' && !paired)) return false;
  const stop = Math.min(sentence.last, last + BULGE_REACH);
  for (let at = Math.max(sentence.first, first - BULGE_REACH); at < stop; at++) if (SOFT.at(tokens, at)) return true;
  return false;
}

/** What a whole note says of words that are not the spine's alone; worked out once. */
export interface Subject {
  readonly isAnotherPart: boolean;
  /** The diagnoses of an operation, or its name, tell a place of the spine. */
  readonly isSpineOperation: boolean;
  /** The candidate's words have another sense in this note: DDD is a pacemaker's mode, a bare stenosis a vessel's, a fracture the hip's. */
  readonly isOtherSense: (tokens: Tokens, candidate: Candidate) => boolean;
}

const VESSELS = /\b(?:angioplasty|stents?|coronary|carotids?|angiogra(?:m|phy))\b/;

const namesPlace = (sentence: SentenceReading): boolean => sentence.levels.length > 0 || namesRegion(sentence);

const PERCENT = 0x25;
const PERCENT_REACH = 3;

/** "a 30 to 40% stenosis": arteries are measured so, the canal is not. */
function isOfVessel(tokens: Tokens, { first }: Candidate): boolean {
  for (let at = first - 1; at >= Math.max(0, first - PERCENT_REACH); at--)
    if (markAt(tokens, at) === PERCENT || textAt(tokens, at) === 'percent') return true;
  return false;
}

const PACING = /\b(?:pacemakers?|pacing|paced|defibrillators?|icd)\b/;

export function subjectOf(note: NoteReading): Subject {
  let isPaced: boolean | undefined;
  let isBroken: boolean | undefined;
  let isVascular: boolean | undefined;
  const paces = () => (isPaced ??= PACING.test(note.tokens.folded));
  const treatsVessels = () => (isVascular ??= VESSELS.test(note.tokens.folded) && !note.sentences.some(namesPlace));
  const breaksElsewhere = () => (isBroken ??= breaksBone(note));
  return {
    isAnotherPart: isOfAnotherPart(note),
    isSpineOperation: note.kind === 'procedure-note' && note.sentences.some(namesOperatedSpine),
    isOtherSense: (tokens, candidate) => {
      if (candidate.last - candidate.first > 1) return false;
      const word = textAt(tokens, candidate.first);
      if (word.startsWith('ddd')) return paces();
      if (candidate.condition === 'spinal-stenosis') return candidate.need === 'spine' && treatsVessels();
      return word.startsWith('fracture') && !namesVertebra(tokens, candidate) && breaksElsewhere();
    },
  };
}

const NEAR = 5;
const VERTEBRAL = wordSet(
  'vertebra vertebrae vertebral spine spinal compression burst wedge endplate lumbar thoracic cervical sacral odontoid dens pedicle lamina pars',
);

function namesVertebra(tokens: Tokens, { first, last }: Candidate): boolean {
  for (let at = Math.max(0, first - NEAR); at < Math.min(tokens.count, last + NEAR); at++) {
    const isLevel = tokens.kind[at] === NUMBER && /^[ctl]$/.test(textAt(tokens, at - 1));
    if (isLevel || VERTEBRAL.at(tokens, at)) return true;
  }
  return false;
}

/** Somewhere in the note a bone of another part of the body is broken. */
function breaksBone({ sentences, tokens }: NoteReading): boolean {
  return sentences.some((sentence) =>
    sentence.candidates.some(
      (candidate) =>
        candidate.condition === 'vertebral-fracture' &&
        candidate.need === 'spine' &&
        isOfElsewhere(tokens, sentence, candidate),
    ),
  );
}

const AT_SURGERY: ReadonlySet<SectionKind> = new Set(['procedure-details', 'operative-findings']);
const NAMING: ReadonlySet<SectionKind> = new Set(['preoperative-diagnosis', 'postoperative-diagnosis', 'procedure']);

function namesOperatedSpine(sentence: SentenceReading): boolean {
  return NAMING.has(sentence.sectionKind) && namesPlace(sentence);
}

/** A note on another part of the body, without a word of the spine: eye, heart valve and artery have their defects, too. */
function isOfAnotherPart({ sentences, headings }: NoteReading): boolean {
  return (
    sentences.some((sentence) => sentence.hits.get('elsewhere').length > 0) &&
    !sentences.some(speaksOfSpine) &&
    !headings.some(speaksOfSpine)
  );
}

/** "the right L4 distribution", "S1 nerve root distribution": a root beside its field. */
function namesRoot(sentence: SentenceReading, candidate: Candidate): boolean {
  return sentence.levels.some((group) => group.first >= candidate.first - 6 && group.last <= candidate.last + 4);
}

function speaksOfSpine(sentence: Reading): boolean {
  return (
    sentence.levels.length > 0 || sentence.hits.get('region').length > 0 || sentence.hits.get('spine-word').length > 0
  );
}

/** A word of the spine beside the candidate's own. */
function namesSpine(sentence: SentenceReading, candidate: Candidate): boolean {
  const isOther = (hit: { first: number; last: number }): boolean =>
    hit.last <= candidate.first || hit.first >= candidate.last;
  const isLimb = (hit: { first: number }): boolean =>
    sentence.hits.get('limb').some((limb) => limb.first === hit.first);
  return sentence.hits.get('region').some((hit) => !isLimb(hit)) || sentence.hits.get('spine-word').some(isOther);
}

function namesRegion(sentence: SentenceReading): boolean {
  return sentence.hits.get('region').some((hit) => !sentence.hits.get('limb').some((limb) => limb.first === hit.first));
}

function discBefore(note: NoteReading, at: number): boolean {
  const sentence = note.sentences[at] as SentenceReading;
  const before = note.sentences[at - 1];
  return (
    before !== undefined &&
    before.span.block === sentence.span.block &&
    (before.hits.get('disc-word').length > 0 || before.levels.length > 0)
  );
}

/** "right knee degenerative joint disease", "disc displacement L TMJ": a part of the body right beside it. */
function isOfElsewhere(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): boolean {
  if (sentence.sectionKind === 'assessment' && candidate.need === null && sentence.levels.length > 0) return false;
  const isPain = EXAM_SIGNS.has(candidate.condition) && candidate.condition !== 'back-strain';
  return sentence.hits.get('elsewhere').some((part) => {
    if (part.first >= candidate.first && part.last <= candidate.last) return !isPain;
    if (isPain) return false;
    const isBefore = part.last <= candidate.first;
    const [first, last] = isBefore ? [part.last, candidate.first] : [candidate.last, part.first];
    if (last < first || last - first > (isBefore ? 2 : 4)) return false;
    for (let at = first; at < last; at++) {
      if (markAt(tokens, at) !== 0) return false;
      if (tokens.kind[at] === WORD && ['and', 'with', 'or', 'no', 'but'].includes(textAt(tokens, at))) return false;
    }
    return true;
  });
}
