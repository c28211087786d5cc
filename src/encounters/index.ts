/** What the library offers for records over time and for a practice; nothing here touches a file. */
export { type AuditReport, buildAuditReport } from './audit/report.ts';
export { type Audit, type AuditOptions, createAudit } from './audit/tally.ts';
export { AUDIT_FORMATS, type AuditFormat, writeAudit } from './audit/writers.ts';
export type { Encounter, EncounterRef, EncounterSummary } from './encounter.ts';
export type { ReviewFinding, ReviewFindingKind, Witness } from './findings/finding.ts';
export { REVIEW_FINDINGS } from './findings/finding.ts';
export type { QueryState, TrackedQuery } from './findings/queries-over-time.ts';
export {
  type PatientReview,
  type ReadsNotes,
  readEncounter,
  reviewEncounters,
  reviewPatient,
  type TimelineEntry,
} from './review.ts';
export { writeReviewText } from './review-text.ts';
export type { RecordProblem } from './timeline.ts';
