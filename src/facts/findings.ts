/**
 * Candidates -> what the note says of each: status with its cues, source, places, side, size and the other words that
 * belong to it. What is only mentioned (an empty tick box, a tender joint on examination, a knee) is left out here.
 */
import { type Box, findBoxes } from '../context/boxes.ts';
import { assertTarget, type TokenAssertion } from '../context/assertion.ts';
import type { Condition, Detail, Evidence, Laterality, Mention, SectionKind, Size, Source, Status } from '../model.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Candidate, Reading } from '../mentions/reading.ts';
import { fold } from '../text/characters.ts';
import { markAt, type Tokens, WORD } from '../text/tokens.ts';
import { answerTo } from './answers.ts';
import { type Governing, findGoverning, type Place, placesOf, sideOf } from './place.ts';
import { durationOf, sizeOf } from './qualities.ts';
import { sourceOf } from './source.ts';
import type { StudyContext } from './studies.ts';

/** One mention with everything its own words say. */
export interface Finding {
  readonly mention: Mention;
  readonly condition: Condition;
  readonly status: Status;
  readonly source: Source;
  readonly places: readonly Place[];
  readonly laterality: Laterality;
  readonly size: Size | null;
  readonly detail: readonly Detail[];
  readonly evidence: Evidence;
  readonly candidate: Candidate;
  /** Index of its sentence. */
  readonly at: number;
  /** A list of diagnoses names it. */
  readonly listed: boolean;
}

const DIAGNOSIS_SECTIONS: ReadonlySet<SectionKind> = new Set(['assessment', 'assessment-and-plan', 'preoperative-diagnosis', 'postoperative-diagnosis', 'impression']);
const OPERATIVE: ReadonlySet<SectionKind> = new Set(['procedure-details', 'operative-findings', 'procedure']);
const REPORTING: ReadonlySet<SectionKind> = new Set(['imaging', 'findings', 'impression', 'tests', 'technique', 'preamble']);
/** Longest list of procedure names, in tokens. */
const TITLE_TOKENS = 160;
const EXAM_SIGNS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain', 'sacroiliac-disorder', 'sciatica', 'radiculopathy', 'other-dorsopathy', 'spinal-instability', 'back-strain']);

export function findFindings(note: NoteReading, studies: readonly StudyContext[]): Finding[] {
  const findings: Finding[] = [];
  const governing = findGoverning(note);
  const hasDiagnosis = note.sentences.some((sentence) => DIAGNOSIS_SECTIONS.has(sentence.sectionKind));
  note.sentences.forEach((sentence, at) => {
    if (sentence.candidates.length === 0 || sentence.sectionKind === 'billing') return;
    const boxes = findBoxes(note.tokens, sentence);
    for (const candidate of sentence.candidates) {
      const study = studies[at] as StudyContext;
      if (!isOurs(note, at, candidate, study, governing)) continue;
      const assertion = assertionOf(note, at, candidate, assertTarget(note.tokens, sentence, candidate, boxes));
      if (assertion.status === 'unstated' || isOpenDenial(note, candidate, assertion)) continue;
      const finding = findingOf(note, at, candidate, { ...assertion, status: assertion.status }, { study, governing, boxes, hasDiagnosis }, findings.length);
      if (finding) findings.push(finding);
    }
  });
  return findings;
}

/** What stands around a candidate. */
interface Around {
  readonly study: StudyContext;
  readonly governing: readonly Governing[];
  readonly boxes: readonly Box[];
  readonly hasDiagnosis: boolean;
}

function findingOf(
  note: NoteReading,
  at: number,
  candidate: Candidate,
  assertion: TokenAssertion & { status: Status },
  around: Around,
  count: number,
): Finding | null {
  const { study, governing, boxes, hasDiagnosis } = around;
  const sentence = note.sentences[at] as SentenceReading;
  const { tokens, language } = note;
  const speech = { note: note.kind, section: sentence.sectionKind, reportsStudy: reportsOn(note, sentence, candidate, study), opinion: sentence.hits.get('opinion').length > 0, narrates: isNarrative(note, sentence), hasDiagnosis };
  const source = sourceOf(candidate.condition, assertion.status, speech);
  if (candidate.need === 'provider' && source !== 'provider') return null;
  const evidence = evidenceOf(tokens, candidate.first, candidate.last);
  const cues = assertion.cues.map((cue) => evidenceOf(tokens, cue.first, cue.last));
  const mention: Mention = { id: `m${count + 1}`, concept: candidate.condition, ...evidence, section: sentence.sectionKind, assertion: { status: assertion.status, cues } };
  return {
    mention,
    condition: candidate.condition,
    status: assertion.status,
    source,
    places: placesOf(note, at, candidate, governing, boxes),
    laterality: sideOf(tokens, sentence, candidate),
    size: candidate.condition === 'annulus-fibrosus-defect' ? sizeOf(tokens, sentence, candidate) : null,
    detail: language.symptoms.has(candidate.condition) ? durationOf(tokens, sentence, candidate) : [],
    evidence,
    candidate,
    at,
    listed: DIAGNOSIS_SECTIONS.has(sentence.sectionKind),
  };
}

const GRADES_ABOVE_MILD = new Set(['moderate', 'severe', 'high', 'critical', 'marked', 'advanced']);

/** "no moderate or severe stenosis" leaves a mild one open: it denies nothing definite (annotation guide, section 6). */
function isOpenDenial(note: NoteReading, candidate: Candidate, assertion: TokenAssertion): boolean {
  if (assertion.status !== 'absent' || candidate.condition !== 'spinal-stenosis') return false;
  const cue = assertion.cues.filter((each) => each.last <= candidate.first).at(-1);
  if (!cue || candidate.first - cue.last > 8) return false;
  for (let at = cue.last; at < candidate.first; at++) if (GRADES_ABOVE_MILD.has(fold(note.text.slice(note.tokens.start[at], note.tokens.end[at])))) return true;
  return false;
}

/** A heading's text of some length is a story, not a title. */
function isNarrative(note: NoteReading, sentence: SentenceReading): boolean {
  const section = note.sections[sentence.span.section];
  return section !== undefined && section.last - section.first > TITLE_TOKENS;
}

/** "L2-3 annular fissure (MRI 10/22)": a study named behind a finding only dates it, unless "on", "per" or "by" ties them. */
function reportsOn(note: NoteReading, sentence: SentenceReading, candidate: Candidate, study: StudyContext): boolean {
  if (!study.reports) return false;
  if (note.kind === 'imaging-report' || sentence.sectionKind === 'imaging' || sentence.sectionKind === 'findings') return true;
  const own = study.studies.includes(study.reports);
  if (!own || study.reports.first < candidate.last) return true;
  return ['on', 'per', 'by', 'via', 'from', 'the', 'recent', 'lumbar', 'cervical'].includes(fold(note.text.slice(note.tokens.start[study.reports.first - 1], note.tokens.end[study.reports.first - 1])));
}

export function evidenceOf(tokens: Tokens, first: number, last: number): Evidence {
  const start = tokens.start[first] as number;
  const end = tokens.end[last - 1] as number;
  return { start, end, text: tokens.text.slice(start, end) };
}

/** What the section, its heading and the answer to a question make of an assertion. */
function assertionOf(note: NoteReading, at: number, candidate: Candidate, own: TokenAssertion): TokenAssertion {
  const sentence = note.sentences[at] as SentenceReading;
  if (candidate.denies && own.status === 'present') return { status: 'absent', cues: [{ first: candidate.first, last: candidate.last }] };
  if (own.status === 'unstated') return own;
  if (sentence.sectionKind === 'family-history' && own.status !== 'absent') return { status: 'other-person', cues: own.cues };
  if (sentence.sectionKind === 'education' && own.status === 'present') return { status: 'hypothetical', cues: own.cues };
  if (own.status !== 'absent' && own.status !== 'other-person' && namesHazards(sentence, candidate)) return { status: 'hypothetical', cues: own.cues };
  // "most of her pain seems to be in her low back": where it is may be in doubt, that it hurts is not
  if (own.status === 'uncertain' && candidate.paired && note.language.symptoms.has(candidate.condition) && own.cues.every((cue) => cue.first >= candidate.first && cue.last <= candidate.last)) {
    return { status: 'present', cues: own.cues };
  }
  // "the herniation was removed" at operation: it was there
  if (own.status === 'historical' && OPERATIVE.has(sentence.sectionKind) && own.cues.every((cue) => cue.first >= candidate.last)) return { status: 'present', cues: own.cues };
  const answered = answerTo(note, at, own);
  if (answered) return answered;
  if (own.status === 'historical' && note.language.symptoms.has(candidate.condition) && own.cues.every((cue) => isOngoing(note.tokens, cue))) {
    return { status: 'present', cues: own.cues };
  }
  if (own.status === 'present') {
    const heading = note.headings[sentence.span.section] as Reading;
    const doubt = heading.hits.get('cue').find((hit) => hit.value.some((cue) => cue.says === 'uncertain'));
    if (doubt) return { status: 'uncertain', cues: [{ first: doubt.first, last: doubt.last }] };
  }
  return own;
}

/** "Risks include infection, bleeding, recurrent stenosis": what stands in a list of hazards has not happened. */
function namesHazards(sentence: SentenceReading, candidate: Candidate): boolean {
  const risks = sentence.hits.get('risk');
  return risks.length >= 2 && risks.some((risk) => risk.last <= candidate.first && candidate.first - risk.last <= 30);
}

/** "a long history of low back pain" is a pain that goes on; "remote history", "resolved" is not. */
function isOngoing(tokens: Tokens, cue: { first: number; last: number }): boolean {
  const words = fold(tokens.text.slice(tokens.start[cue.first], tokens.end[cue.last - 1]));
  return /\b(history|hx|h\/o|had)\b/.test(words) && !/\b(remote|past|prior|previous|distant|resol)/.test(words);
}

/** Whether a candidate is a finding of the spine at all: its context words, the study it stands in, the part of the body. */
function isOurs(note: NoteReading, at: number, candidate: Candidate, study: StudyContext, governing: readonly Governing[]): boolean {
  const sentence = note.sentences[at] as SentenceReading;
  if (sentence.sectionKind === 'exam' && EXAM_SIGNS.has(candidate.condition) && !study.reports) return false;
  const place = governing[at] as Governing;
  const placed = sentence.levels.length > 0 || place.levels.length > 0;
  if (isOfElsewhere(note.tokens, sentence, candidate)) return false;
  if (study.elsewhere && REPORTING.has(sentence.sectionKind) && !placed && sentence.hits.get('region').length === 0 && !note.language.symptoms.has(candidate.condition)) return false;
  if (candidate.need === 'disc') return placed || sentence.hits.get('disc-word').length > 0 || discBefore(note, at);
  if (candidate.need === 'root') return namesRoot(sentence, candidate);
  if (candidate.need === 'spine-word') return placed || namesSpine(sentence, candidate);
  if (candidate.need !== 'spine') return true;
  // "right vertebral artery with no stenosis": beside another part of the body only a level or a region makes it the spine's
  const beside = sentence.hits.get('elsewhere').length > 0;
  if (placed || (namesSpine(sentence, candidate) && (!beside || namesRegion(sentence)))) return true;
  if (study.reports && study.reports.regions.length > 0 && !study.elsewhere && note.kind === 'imaging-report') return true;
  if (sentence.hits.get('elsewhere').length > 0) return false;
  if (study.reports && study.reports.regions.length > 0 && !study.elsewhere) return true;
  if (place.region !== 'unspecified') return true;
  const before = note.sentences[at - 1];
  return before !== undefined && before.span.block === sentence.span.block && speaksOfSpine(before) && before.hits.get('elsewhere').length === 0;
}

/** "the right L4 distribution", "S1 nerve root distribution": a root beside its field. */
function namesRoot(sentence: SentenceReading, candidate: Candidate): boolean {
  return sentence.levels.some((group) => group.first >= candidate.first - 6 && group.last <= candidate.last + 4);
}

function speaksOfSpine(sentence: Reading): boolean {
  return sentence.levels.length > 0 || sentence.hits.get('region').length > 0 || sentence.hits.get('spine-word').length > 0;
}

/** A word of the spine beside the candidate's own. */
function namesSpine(sentence: SentenceReading, candidate: Candidate): boolean {
  const isOther = (hit: { first: number; last: number }): boolean => hit.last <= candidate.first || hit.first >= candidate.last;
  const isLimb = (hit: { first: number }): boolean => sentence.hits.get('limb').some((limb) => limb.first === hit.first);
  return sentence.hits.get('region').some((hit) => !isLimb(hit)) || sentence.hits.get('spine-word').some(isOther);
}

function namesRegion(sentence: SentenceReading): boolean {
  return sentence.hits.get('region').some((hit) => !sentence.hits.get('limb').some((limb) => limb.first === hit.first));
}

function discBefore(note: NoteReading, at: number): boolean {
  const sentence = note.sentences[at] as SentenceReading;
  const before = note.sentences[at - 1];
  return before !== undefined && before.span.block === sentence.span.block && (before.hits.get('disc-word').length > 0 || before.levels.length > 0);
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
      if (tokens.kind[at] === WORD && ['and', 'with', 'or', 'no', 'but'].includes(fold(tokens.text.slice(tokens.start[at], tokens.end[at])))) return false;
    }
    return true;
  });
}
