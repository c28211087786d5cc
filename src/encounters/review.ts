/**
 * One patient's encounters -> a timeline of facts and codes, what is wrong with the record, and findings over time.
 * Pure: the same encounters give the same review, whatever else was reviewed.
 */
import type { Analysis, QueryKind, Region, Status } from '../model.ts';
import type { Encounter, EncounterRef, EncounterSummary } from './encounter.ts';
import { summarizeEncounter } from './encounter.ts';
import { findCarriedForward } from './findings/carried-forward.ts';
import { findCodeChanged } from './findings/code-changed.ts';
import { findContradictions } from './findings/contradictions.ts';
import type { FindInRecord, ReviewFinding } from './findings/finding.ts';
import { type TrackedQuery, trackQueries } from './findings/queries-over-time.ts';
import { findInitialRepeated } from './findings/seventh-character.ts';
import { findUnspecifiedKept } from './findings/unspecified-kept.ts';
import { findUnspecifiedRepeated } from './findings/unspecified-repeated.ts';
import { orderEncounters, type RecordProblem, referTo } from './timeline.ts';

/** What the review needs of an analyzer. */
export interface ReadsNotes {
  analyze(
    text: string,
    options: {
      readonly id?: string;
      readonly dateOfService: string | null;
      readonly meta: {
        readonly patient: string;
        readonly provider?: string;
        readonly site?: string;
        readonly codes?: readonly string[];
      };
    },
  ): Analysis;
}

export interface TimelineFact {
  readonly condition: string;
  readonly status: Status;
  readonly region: Region;
  readonly levels: readonly string[];
  readonly laterality: string;
  readonly size: string | null;
}

export interface TimelineEntry extends EncounterRef {
  readonly site: string | null;
  readonly kind: string;
  readonly facts: readonly TimelineFact[];
  /** What the note supports, in claim order. */
  readonly codes: readonly string[];
  /** Null where the claim is not known. */
  readonly sent: readonly string[] | null;
  readonly queries: readonly QueryKind[];
}

export interface PatientReview {
  readonly schema: 'spinenote/review@1';
  readonly patient: string;
  readonly timeline: readonly TimelineEntry[];
  readonly undated: readonly TimelineEntry[];
  readonly problems: readonly RecordProblem[];
  readonly findings: readonly ReviewFinding[];
  readonly queries: readonly TrackedQuery[];
}

const FINDERS: readonly FindInRecord[] = [
  findUnspecifiedRepeated,
  findUnspecifiedKept,
  findCodeChanged,
  findContradictions,
  findCarriedForward,
  findInitialRepeated,
];

/** @param arrived summaries of one patient, in the order in which they came */
export function reviewPatient(patient: string, arrived: readonly EncounterSummary[]): PatientReview {
  const { dated, undated, problems } = orderEncounters(arrived);
  const { queries, findings } = trackQueries(dated);
  return {
    schema: 'spinenote/review@1',
    patient,
    timeline: dated.map(enter),
    undated: undated.map(enter),
    problems,
    findings: [...FINDERS.flatMap((find) => find(dated)), ...findings],
    queries,
  };
}

function enter(encounter: EncounterSummary): TimelineEntry {
  return {
    ...referTo(encounter),
    site: encounter.site,
    kind: encounter.kind,
    facts: encounter.facts.map(({ condition, status, region, levels, laterality, size }) => ({
      condition,
      status,
      region,
      levels,
      laterality,
      size,
    })),
    codes: encounter.assigned.map(({ code }) => code),
    sent: encounter.sent?.map(({ code }) => code) ?? null,
    queries: encounter.queries.map(({ kind }) => kind),
  };
}

/** Reads one encounter; the note itself is not kept. */
export function readEncounter(encounter: Encounter, analyzer: ReadsNotes): EncounterSummary {
  const { id, patient, date, provider, site, codes, text } = encounter;
  const meta = { patient, ...(provider && { provider }), ...(site && { site }), ...(codes && { codes }) };
  return summarizeEncounter(encounter, analyzer.analyze(text, { ...(id && { id }), dateOfService: date, meta }));
}

/**
 * Reviews encounters of any number of patients, each patient apart, in the order in which the patients first come.
 * Encounters may come in any order; summaries are held, notes are not.
 */
export function reviewEncounters(encounters: Iterable<Encounter>, analyzer: ReadsNotes): readonly PatientReview[] {
  const patients = new Map<string, EncounterSummary[]>();
  for (const encounter of encounters) {
    const held = patients.get(encounter.patient);
    const summary = readEncounter(encounter, analyzer);
    if (held) held.push(summary);
    else patients.set(encounter.patient, [summary]);
  }
  return [...patients].map(([patient, summaries]) => reviewPatient(patient, summaries));
}
