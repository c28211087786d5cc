/** Whose words a note's parts are: the patient's lines of a transcript, the reason for a study, a story under a heading. */
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { SectionKind } from '../model.ts';
import { markAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';

export interface Speakers {
  /** The note has a pre- or postoperative diagnosis, an impression or an assessment. */
  readonly hasDiagnosis: boolean;
  /** Paragraphs that the patient speaks ("Patient: ...", "PT> ..."). */
  readonly patientItems: ReadonlySet<number>;
  /** The first paragraph of each section. */
  readonly firstItems: ReadonlyMap<number, number>;
  /** A short text of diagnoses, without headings and story. */
  readonly isBare: boolean;
}

export const DIAGNOSIS_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'impression',
]);

const PATIENT = wordSet('patient pt');
const COLON = 0x3a;
const MORE = 0x3e;
const BARE_TOKENS = 40;
/** Words of somebody's story, or of one who does not treat. */
const STORY =
  /\b(he|she|his|her|him|i|my|we|they|patient|pt|presents?|presented|complains?|complaining|complaint|complaints|c\/o|cc|denies|states|stated|reports?|seen|thinks|wonders|asks|says|told|mother|father|sister|brother|family)\b/;

export function findSpeakers(note: NoteReading): Speakers {
  const patientItems = new Set<number>();
  const firstItems = new Map<number, number>();
  const isTalk = isDialogue(note);
  for (const { span } of note.sentences) {
    if (!firstItems.has(span.section)) {
      firstItems.set(span.section, span.item);
      if (isTalk && PATIENT.at(note.tokens, note.sections[span.section]?.headFirst ?? 0)) patientItems.add(span.item);
    }
    const mark = markAt(note.tokens, span.first + 1);
    if (PATIENT.at(note.tokens, span.first) && (mark === COLON || mark === MORE)) patientItems.add(span.item);
  }
  return {
    hasDiagnosis: note.sentences.some((sentence) => DIAGNOSIS_SECTIONS.has(sentence.sectionKind)),
    patientItems,
    firstItems,
    isBare: isBare(note),
  };
}

const CLINICIANS = wordSet('dr doctor provider physician clinician md');

/** "Dr: Ever hurt it before?" answers "Pt: Once": a line of each, so that "Pt:" is no heading of a history. */
function isDialogue({ sentences, tokens }: NoteReading): boolean {
  return sentences.some(
    ({ first }) => CLINICIANS.at(tokens, first) && [COLON, MORE].includes(markAt(tokens, first + 1)),
  );
}

/** "Chronic low back pain with left sciatica.": a diagnosis pasted by itself is its author's. */
function isBare({ kind, sections, tokens }: NoteReading): boolean {
  return (
    kind === 'office-note' &&
    sections.length === 1 &&
    sections[0]?.kind === 'preamble' &&
    tokens.count < BARE_TOKENS &&
    !STORY.test(tokens.folded)
  );
}

/** Longest list of procedure names, and longest entry of another heading, in tokens. */
const TITLE_TOKENS = 160;
const ENTRY_TOKENS = 60;

/** A heading's text of some length is a story, not a title. */
export function isNarrative(note: NoteReading, sentence: SentenceReading): boolean {
  const section = note.sections[sentence.span.section];
  if (!section) return false;
  return section.last - section.first > (section.kind === 'other' ? ENTRY_TOKENS : TITLE_TOKENS);
}
