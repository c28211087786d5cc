/**
 * Candidates -> what the note says of each: status with its cues, source, places, side, size and the other words that
 * belong to it.
 */
import { assertTarget } from '../context/assertion.ts';
import { type Box, findBoxes } from '../context/boxes.ts';
import type { TokenAssertion } from '../context/target.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Condition, Detail, Evidence, Laterality, Mention, Size, Source, Status } from '../model.ts';
import { markAt, type Tokens, textAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { findAtSurgery } from './at-surgery.ts';
import { isOurs, subjectOf } from './belonging.ts';
import { withEchoes } from './echoes.ts';
import { findGoverning, type Governing } from './governing.ts';
import { type Place, placesOf } from './place.ts';
import { durationOf, sizeOf } from './qualities.ts';
import { sideOf } from './side.ts';
import { sourceOf } from './source.ts';
import { DIAGNOSIS_SECTIONS, findSpeakers, isNarrative, type Speakers } from './speakers.ts';
import { assertionOf, isOpenDenial } from './statement.ts';
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
  /** A hazard of an operation ("recurrent stenosis"): another thing than what is there already. */
  readonly isRisk: boolean;
}

export function findFindings(note: NoteReading, studies: readonly StudyContext[]): Finding[] {
  const findings: Finding[] = [];
  if (note.sentences.every((sentence) => sentence.candidates.length === 0)) return findings;
  const governing = findGoverning(note);
  const speakers = findSpeakers(note);
  const subject = subjectOf(note);
  const atSurgery = findAtSurgery(note);
  note.sentences.forEach((sentence, at) => {
    if (sentence.candidates.length === 0 || sentence.sectionKind === 'billing') return;
    const boxes = findBoxes(note.tokens, sentence);
    for (const candidate of sentence.candidates) {
      const study = studies[at] as StudyContext;
      if (!isOurs(note, at, candidate, study, governing, subject)) continue;
      const assertion = assertionOf(note, at, candidate, assertTarget(note.tokens, sentence, candidate, boxes));
      if (assertion.status === 'unstated' || isOpenDenial(note, candidate, assertion)) continue;
      if (assertion.status === 'hypothetical' && isAnyBone(note.tokens, candidate)) continue;
      const finding = findingOf(
        note,
        at,
        candidate,
        { ...assertion, status: assertion.status },
        { study, governing, boxes, speakers, seenAtSurgery: atSurgery.has(at) },
        findings.length,
      );
      if (finding) findings.push(finding);
    }
  });
  return withEchoes(note, findings);
}

/** "Risks including bleeding, fracture, nerve injury": a bone, not a vertebra. */
function isAnyBone(tokens: Tokens, { condition, need, last }: Candidate): boolean {
  return condition === 'vertebral-fracture' && need === 'spine' && markAt(tokens, last) === COMMA;
}

/** What stands around a candidate. */
interface Around {
  readonly study: StudyContext;
  readonly governing: readonly Governing[];
  readonly boxes: readonly Box[];
  readonly speakers: Speakers;
  readonly seenAtSurgery: boolean;
}

function findingOf(
  note: NoteReading,
  at: number,
  candidate: Candidate,
  assertion: TokenAssertion & { status: Status },
  around: Around,
  count: number,
): Finding | null {
  const { study, governing, boxes, speakers } = around;
  const { hasDiagnosis } = speakers;
  const sentence = note.sentences[at] as SentenceReading;
  const { tokens, language } = note;
  const speech = {
    note: note.kind,
    section: sentence.sectionKind,
    reportsStudy: reportsOn(note, sentence, candidate, study),
    opinion: sentence.hits.get('opinion').length > 0,
    narrates: isNarrative(note, sentence),
    hasDiagnosis,
    patientSpeaks: speakers.patientItems.has(sentence.span.item),
    pastReason: sentence.span.item !== speakers.firstItems.get(sentence.span.section),
    isBare: speakers.isBare,
    isNamed: isNamed(note, sentence, candidate),
    needsOpinion: needsProvider(candidate),
    tellsBefore: tellsBefore(note, sentence, study),
    seenAtSurgery: around.seenAtSurgery,
    tellsComplaint: tellsComplaint(tokens, sentence, candidate),
  };
  const source = sourceOf(candidate.condition, assertion.status, speech);
  if (needsProvider(candidate) && source !== 'provider') return null;
  if (candidate.need === 'doubt' && assertion.status === 'present') return null;
  const evidence = evidenceOf(tokens, candidate.first, candidate.last);
  const cues = assertion.cues.map((cue) => evidenceOf(tokens, cue.first, cue.last));
  const mention: Mention = {
    id: `m${count + 1}`,
    concept: candidate.condition,
    ...evidence,
    section: sentence.sectionKind,
    assertion: { status: assertion.status, cues },
  };
  return {
    mention,
    condition: candidate.condition,
    status: assertion.status,
    source,
    places: placesOf(note, at, candidate, governing, boxes),
    laterality: sideOf(note, at, candidate),
    size: candidate.condition === 'annulus-fibrosus-defect' ? sizeOf(tokens, sentence, candidate) : null,
    detail: language.symptoms.has(candidate.condition) ? durationOf(tokens, sentence, candidate) : [],
    evidence: candidate.condition === 'back-strain' ? withEncounter(tokens, sentence, candidate) : evidence,
    candidate,
    at,
    listed: DIAGNOSIS_SECTIONS.has(sentence.sectionKind),
    isRisk: assertion.status === 'hypothetical' && isHazard(note, sentence, candidate),
  };
}

/** "Nerve root impingement" is a diagnosis in the provider's words only, "no cauda equina" the syndrome's denial. */
function needsProvider({ need }: Candidate): boolean {
  return need === 'provider' || need === 'doubt';
}

const NAMED = /^(?:poly)?radicul(?:opath|itis)/;
/** Who says so is somebody else, or in doubt. */
const TOLD_OF = wordSet(
  'experiences experienced experiencing complains complained complaining complaint reports reported describes described feels felt states stated denies endorses thought asked asks wonders whether diagnosis',
);

/** "He has a lumbosacral polyradiculopathy" is a diagnosis wherever it stands; "she experiences a tingling radiculopathy" is none. */
function isNamed({ tokens }: NoteReading, sentence: SentenceReading, { condition, first, last }: Candidate): boolean {
  if (condition !== 'radiculopathy') return false;
  let isName = false;
  for (let at = first; at < last; at++) isName ||= NAMED.test(textAt(tokens, at));
  if (!isName) return false;
  for (let at = sentence.first; at < first; at++) if (TOLD_OF.at(tokens, at)) return false;
  return true;
}

const HOLDERS = wordSet('patient he she who gentleman lady man woman');
const HOLDING = wordSet('has have does had presents presented developed suffers');

/** "He does have degenerative changes", "an MRI was done, which showed desiccation": told of before the operation, not seen in it. */
function tellsBefore({ kind, tokens }: NoteReading, sentence: SentenceReading, study: StudyContext): boolean {
  if (kind !== 'procedure-note') return false;
  const { reports } = study;
  if (reports && reports.modality !== 'fluoroscopy' && reports.modality !== 'X-ray' && study.studies.includes(reports))
    return true;
  for (let at = sentence.first; at < Math.min(sentence.last - 1, sentence.first + 3); at++)
    if (HOLDERS.at(tokens, at) && HOLDING.at(tokens, at + 1)) return true;
  return false;
}

const COMING = wordSet(
  'admitted presented presents presenting came comes complains complained complaining reports reported limping',
);

/** "Our patient was admitted limping and with back pain": why someone came, whatever heading it stands under. */
function tellsComplaint(tokens: Tokens, { first }: SentenceReading, candidate: Candidate): boolean {
  for (let at = first; at < candidate.first; at++) if (COMING.at(tokens, at)) return true;
  return false;
}

const HAZARDS = wordSet('risk risks hazard hazards complication complications');

function isHazard({ tokens }: NoteReading, sentence: SentenceReading, { first }: Candidate): boolean {
  for (let at = sentence.first; at < first; at++) if (HAZARDS.at(tokens, at)) return true;
  return false;
}

const COMMA = 0x2c;
const ENCOUNTER_REACH = 8;

const INJURIES = wordSet('strain sprain strains sprains');
const INJURY_REACH = 4;

/**
 * "Lumbar strain/sprain, subsequent encounter": the second injury has a code of its own, the encounter decides the seventh
 * character, so both are part of the evidence.
 */
function withEncounter(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): Evidence {
  let { first, last } = candidate;
  for (let at = last; at < Math.min(sentence.last, candidate.last + INJURY_REACH); at++) {
    if (markAt(tokens, at) === COMMA) break;
    if (INJURIES.at(tokens, at)) last = at + 1;
  }
  for (let at = first - 1; at >= Math.max(sentence.first, candidate.first - INJURY_REACH); at--) {
    if (markAt(tokens, at) === COMMA) break;
    if (INJURIES.at(tokens, at)) first = at;
  }
  for (const encounter of sentence.hits.get('encounter')) {
    if (encounter.first - last > ENCOUNTER_REACH || first - encounter.last > ENCOUNTER_REACH) continue;
    first = Math.min(first, encounter.first);
    last = Math.max(last, encounter.last);
  }
  return evidenceOf(tokens, first, last);
}

const EXAMINING = wordSet('clinical physical neurologic neurological');

/** "L2-3 annular fissure (MRI 10/22)": a study named behind a finding only dates it, unless "on", "per" or "by" ties them. */
function reportsOn(note: NoteReading, sentence: SentenceReading, candidate: Candidate, study: StudyContext): boolean {
  if (!study.reports) return false;
  if (note.kind === 'imaging-report' || sentence.sectionKind === 'imaging' || sentence.sectionKind === 'findings')
    return true;
  const own = study.studies.includes(study.reports);
  // "the MRI shows compression, the physical exam suggests radiculopathy"
  for (let at = study.reports.last; own && at < candidate.first; at++)
    if (EXAMINING.at(note.tokens, at) && textAt(note.tokens, at + 1).startsWith('exam')) return false;
  if (!own || study.reports.first < candidate.last) return true;
  if (isBorneOut(note.tokens, candidate.last, study.reports.first)) return false;
  return ['on', 'per', 'by', 'via', 'from', 'the', 'recent', 'lumbar', 'cervical'].includes(
    textAt(note.tokens, study.reports.first - 1),
  );
}

const CONFIRMING = wordSet('verified corroborated borne substantiated supported backed');

/** "facet arthrosis, evident on examination and borne out by x-rays": the author's diagnosis, which a study only supports. */
function isBorneOut(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (CONFIRMING.at(tokens, at)) return true;
  return false;
}

export function evidenceOf(tokens: Tokens, first: number, last: number): Evidence {
  const start = tokens.start[first] as number;
  const end = tokens.end[last - 1] as number;
  return { start, end, text: tokens.text.slice(start, end) };
}
