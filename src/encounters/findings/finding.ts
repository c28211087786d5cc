/** What the record over time shows: each finding rests on at least two encounters and quotes what stands in them. */
import type { Evidence, Severity } from '../../model.ts';
import { isStructural, isUnspecified } from '../complaint.ts';
import type { EncounterRef, EncounterSummary, NotedCode, NotedFact } from '../encounter.ts';
import { referTo } from '../timeline.ts';

export const REVIEW_FINDINGS = [
  'unspecified-repeated',
  'code-changed',
  'unspecified-kept',
  'copied-forward',
  'problem-list-outdated',
  'retired-code-listed',
  'contradicts-earlier',
  'initial-encounter-repeated',
  'query-open',
  'query-answered',
] as const;
export type ReviewFindingKind = (typeof REVIEW_FINDINGS)[number];

/** One of the encounters that a finding rests on. */
export interface Witness extends EncounterRef {
  readonly codes: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface ReviewFinding {
  readonly kind: ReviewFindingKind;
  readonly severity: Severity;
  /** What, why, what to do; never words of a note. */
  readonly message: string;
  /** Oldest first. */
  readonly encounters: readonly Witness[];
  readonly cites: readonly string[];
  /** Share of the runs of five words that the later note has from the earlier one. */
  readonly copied?: { readonly note: number | null; readonly assessment: number | null };
}

/** Reads a patient's dated encounters, oldest first. */
export type FindInRecord = (encounters: readonly EncounterSummary[]) => readonly ReviewFinding[];

export const witness = (
  encounter: EncounterSummary,
  evidence: readonly Evidence[],
  codes: readonly string[] = [],
): Witness => ({ ...referTo(encounter), codes, evidence: inOrder(evidence) });

function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  const places = new Map(evidence.map((quote) => [`${quote.start}-${quote.end}`, quote]));
  return [...places.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

export const quotesOf = (facts: readonly NotedFact[]): readonly Evidence[] => facts.flatMap(({ evidence }) => evidence);

/** A code in use at an encounter: as sent, or where the claim is not known as documented. */
export interface UsedCode {
  readonly code: string;
  readonly title: string;
  readonly facts: readonly NotedFact[];
}

export type Basis = 'sent' | 'documented';

export const basisOf = (...encounters: readonly EncounterSummary[]): Basis =>
  encounters.every(({ sent }) => sent !== null) ? 'sent' : 'documented';

export function usedCodes(encounter: EncounterSummary, basis: Basis = basisOf(encounter)): readonly UsedCode[] {
  if (basis === 'documented') return encounter.assigned;
  return (encounter.sent ?? []).map(({ code, title }) => ({
    code,
    title: title ?? '',
    facts: encounter.assigned.find((assigned) => assigned.code === code)?.facts ?? [],
  }));
}

export const unspecifiedOf = (codes: readonly UsedCode[]): readonly UsedCode[] =>
  codes.filter(({ title }) => isUnspecified(title));

/** Quotes for a code: its own facts, else those of what the note supports in its group, else the code as written. */
export function quotesForCode(
  encounter: EncounterSummary,
  code: string,
  siblings: readonly NotedCode[],
): readonly Evidence[] {
  const own = encounter.assigned.find((assigned) => assigned.code === code);
  if (own) return quotesOf(own.facts);
  const written = encounter.written.filter((each) => each.code === code).flatMap(({ evidence }) => evidence);
  return written.length > 0 ? written : quotesOf(siblings.flatMap(({ facts }) => facts));
}

/** What happened between two encounters that lets a diagnosis change: a study, an operation, an injury. */
export function findEvents(
  earlier: EncounterSummary,
  later: EncounterSummary,
  encounters: readonly EncounterSummary[],
): readonly Evidence[] {
  const known = new Set(earlier.imaging.filter(isPerformed).map(nameStudy));
  const from = encounters.indexOf(earlier);
  return encounters
    .slice(from + 1, encounters.indexOf(later) + 1)
    .flatMap((encounter) => [
      ...encounter.imaging.filter((study) => isPerformed(study) && !known.has(nameStudy(study))).flatMap(quotesIn),
      ...(encounter.kind === 'procedure-note' ? quotesOf(encounter.facts) : []),
      ...(encounter.kind === 'imaging-report' ? quotesOf(encounter.facts) : []),
      ...encounter.injuries.filter(() => earlier.injuries.length === 0),
    ]);
}

type Study = EncounterSummary['imaging'][number];
const isPerformed = ({ status }: Study): boolean => status === 'performed';
const nameStudy = ({ modality, region }: Study): string => `${modality} ${region}`;
const quotesIn = ({ evidence }: Study) => evidence;

/** What the author holds to be so: not what a study shows or the patient tells. */
export const isStated = ({ source }: NotedFact): boolean => source === 'provider' || source === 'operative';

export const isStatedStructure = (fact: NotedFact): boolean =>
  fact.status === 'present' && isStated(fact) && isStructural(fact.condition);

const list = (values: readonly string[]): string =>
  values.length > 1 ? `${values.slice(0, -1).join(', ')} and ${values.at(-1)}` : (values[0] ?? '');
export const listWords = list;
