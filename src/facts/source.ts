/** Who says it: the provider, a study, the operation, or the patient (annotation guide, sections 1 and 2). */
import type { Condition, NoteKind, SectionKind, Source, Status } from '../model.ts';

export interface Speech {
  readonly note: NoteKind;
  readonly section: SectionKind;
  /** The sentence gives a study's results. */
  readonly reportsStudy: boolean;
  /** The author speaks for themselves: "I believe", "diagnosed with", "he has". */
  readonly opinion: boolean;
  /** The section tells what was done, rather than naming it in a line or a list. */
  readonly narrates: boolean;
  /** The note has a pre- or postoperative diagnosis or an assessment, so that a complaint elsewhere is only that. */
  readonly hasDiagnosis: boolean;
  /** The patient's own line in a transcript ("Patient: ..."). */
  readonly patientSpeaks: boolean;
  /** Past the paragraph that a section's heading stands in. */
  readonly pastReason: boolean;
  /** A short text of diagnoses, without headings and story. */
  readonly isBare: boolean;
  /** A diagnosis by its own name, not a complaint: "radiculopathy", where "radicular pain" is one. */
  readonly isNamed: boolean;
  /** Words that count only where the author gives a diagnosis ("cauda equina"). */
  readonly needsOpinion: boolean;
  /** "At surgery the disc was found extruded", in whatever section. */
  readonly seenAtSurgery: boolean;
  /** "She was admitted with back pain". */
  readonly tellsComplaint: boolean;
  /** The story before the operation: "he does have arthritic facets at L4-5". */
  readonly tellsBefore: boolean;
}

const PROVIDER_SECTIONS: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'impression',
  'education',
  'billing',
]);
const STUDY_SECTIONS: ReadonlySet<SectionKind> = new Set(['imaging', 'findings', 'technique']);
const REASONS: ReadonlySet<SectionKind> = new Set(['indication', 'history', 'complaint']);
const OPERATIVE_SECTIONS: ReadonlySet<SectionKind> = new Set(['operative-findings', 'procedure-details']);
/** What no study shows and no surgeon sees. */
const SYMPTOMS: ReadonlySet<Condition> = new Set([
  'low-back-pain',
  'neck-pain',
  'thoracic-back-pain',
  'back-pain',
  'sciatica',
]);
const PAIN: ReadonlySet<Condition> = new Set([
  'low-back-pain',
  'neck-pain',
  'thoracic-back-pain',
  'back-pain',
  'sciatica',
  'radiculopathy',
]);

export function sourceOf(condition: Condition, status: Status, speech: Speech): Source {
  const { note, section } = speech;
  if (status === 'other-person' || speech.patientSpeaks) return 'patient';
  if (note === 'imaging-report') {
    return SYMPTOMS.has(condition) || (REASONS.has(section) && !speech.pastReason) ? 'patient' : 'imaging';
  }
  if (
    note === 'procedure-note' &&
    !PAIN.has(condition) &&
    !speech.tellsBefore &&
    status !== 'hypothetical' &&
    (speech.seenAtSurgery ||
      OPERATIVE_SECTIONS.has(section) ||
      ((section === 'procedure' || section === 'other') && speech.narrates))
  )
    return 'operative';
  if (speech.reportsStudy && !SYMPTOMS.has(condition)) return 'imaging';
  if (speech.tellsComplaint && note === 'procedure-note' && PAIN.has(condition) && status === 'present')
    return 'patient';
  if (PROVIDER_SECTIONS.has(section)) return 'provider';
  if (speech.isNamed && (status === 'present' || status === 'uncertain') && !STUDY_SECTIONS.has(section))
    return 'provider';
  if (STUDY_SECTIONS.has(section) || (section === 'tests' && !PAIN.has(condition))) return 'imaging';
  if (section === 'indication' || section === 'procedure')
    return PAIN.has(condition) && speech.hasDiagnosis ? 'patient' : 'provider';
  if (speech.opinion || speech.isBare || (speech.tellsBefore && !PAIN.has(condition))) return 'provider';
  if (status === 'hypothetical') return 'provider';
  if (!PAIN.has(condition) && status === 'historical') return 'provider';
  if (
    !PAIN.has(condition) &&
    (section === 'complaint' ||
      section === 'preamble' ||
      section === 'history' ||
      section === 'past-history' ||
      (section === 'exam' && !speech.needsOpinion) ||
      section === 'other')
  )
    return 'provider';
  return 'patient';
}
