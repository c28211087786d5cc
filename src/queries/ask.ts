/** Gaps, indicators and conflicts -> queries, ranked; one query for each thing that the record leaves open. */
import type { Coding } from '../coding/code.ts';
import type { Lexicons } from '../lexicons/definitions.ts';
import type { Condition, Fact, Findings, Gap, Query, QueryKind } from '../model.ts';
import { composeQuery } from './compose.ts';
import { findConflicts } from './conflicts.ts';
import { findImagingOnly, findMissingLinkage, findMissingStudy } from './imaging-issues.ts';
import { type Issue, makeIssue, mayBeSamePart, partOf } from './issue.ts';
import { findPlannedSide } from './planned-side.ts';
import { findInjury, findSymptomOnly, findUncertain } from './statement-issues.ts';

const FINDERS = [
  findPlannedSide,
  findConflicts,
  findInjury,
  findUncertain,
  findImagingOnly,
  findSymptomOnly,
  findMissingLinkage,
  findMissingStudy,
];

export function askQueries(findings: Findings, coding: Coding, wording: Lexicons['query-wording']): readonly Query[] {
  // every query is about a finding or a tie between two
  if (findings.facts.length === 0 && findings.linkages.length === 0) return [];
  const codes = coding.codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code);
  const found = FINDERS.flatMap((find) => find(findings, codes));
  const gaps = coding.gaps.map((gap) => fromGap(gap, findings.facts));
  const issues = tellApart(dropAnswered([...gaps, ...found]));
  const rank = rankOf(wording);
  return issues
    .map((issue) => ({ issue, query: composeQuery(issue, findings, wording) }))
    .filter((asked): asked is { issue: Issue; query: Query } => asked.query !== null)
    .sort((one, other) => rank(one) - rank(other) || (one.query.id < other.query.id ? -1 : 1))
    .map(({ query }) => query);
}

function fromGap({ kind, place, facts: ids, changes, why, cites }: Gap, facts: readonly Fact[]): Issue {
  return makeIssue(kind, place, { facts: facts.filter(({ id }) => ids.includes(id)), coding: { changes, why, cites } });
}

/** A query (key) is not asked beside one of these about the same part: the answer to the one answers the other. */
const ANSWERED_BY: { readonly [kind in QueryKind]?: readonly QueryKind[] } = {
  'pain-specificity': ['imaging-linkage', 'imaging-only-finding', 'uncertain-diagnosis', 'symptom-only-assessment'],
  'symptom-only-assessment': ['imaging-only-finding', 'uncertain-diagnosis'],
};

function dropAnswered(all: readonly Issue[]): readonly Issue[] {
  const issues = leaveToConflict(all);
  return issues.filter((issue) => {
    const others = issues.filter(
      (other) =>
        other !== issue &&
        other.facts.some((fact) => issue.facts.some((own) => mayBeSamePart(partOf(own), partOf(fact)))),
    );
    if (issue.kind === 'imaging-linkage')
      return !others.some(({ kind, axis }) => kind === 'uncertain-diagnosis' && axis === 'origin');
    // Two sizes are a contradiction, not a silence.
    if (issue.kind === 'annular-defect-size')
      return !others.some(
        ({ axis, facts }) => axis === 'size' && facts.some(({ id }) => issue.facts.some((own) => own.id === id)),
      );
    return !others.some(({ kind }) => ANSWERED_BY[issue.kind]?.includes(kind));
  });
}

/** A finding whose level is disputed is asked about once, as the dispute. */
function leaveToConflict(issues: readonly Issue[]): readonly Issue[] {
  const disputed = issues.filter(({ axis }) => axis === 'level').flatMap(({ facts }) => facts);
  return issues.flatMap((issue) => {
    if (issue.kind !== 'imaging-only-finding') return [issue];
    const facts = issue.facts.filter((fact) => !disputed.includes(fact));
    return facts.length > 0 ? [{ ...issue, facts }] : [];
  });
}

/** The same kind and place twice: the condition tells them apart, and what even that does not is one query. */
function tellApart(issues: readonly Issue[]): readonly Issue[] {
  const keyOf = ({ kind, place, topic }: Issue) => `${kind}/${place}/${topic ?? ''}`;
  const shared = (issue: Issue) => issues.filter((other) => keyOf(other) === keyOf(issue)).length > 1;
  const named = issues.map((issue) =>
    issue.topic === null && shared(issue) ? { ...issue, topic: issue.facts[0]?.condition ?? null } : issue,
  );
  const merged = new Map<string, Issue>();
  for (const issue of named) {
    const first = merged.get(keyOf(issue));
    const facts = first ? [...new Set([...first.facts, ...issue.facts])] : issue.facts;
    const evidence = first ? [...first.evidence, ...issue.evidence] : issue.evidence;
    merged.set(keyOf(issue), { ...(first ?? issue), facts, evidence });
  }
  return [...merged.values()];
}

/** Of two queries of one kind the one about these is asked first. */
const GRAVE: readonly Condition[] = [
  'cauda-equina-syndrome',
  'myelopathy',
  'vertebral-fracture',
  'discitis',
  'spinal-instability',
  'disc-herniation',
  'radiculopathy',
  'spinal-stenosis',
];

function rankOf({ queries }: Lexicons['query-wording']) {
  return ({ issue, query }: { issue: Issue; query: Query }): number => {
    const weight = queries.findIndex(({ kind, axis }) => kind === issue.kind && (axis ?? null) === issue.axis);
    const graves = issue.facts.map(({ condition }) => GRAVE.indexOf(condition)).filter((at) => at >= 0);
    return (query.changes === 'code' ? 0 : 100_000) + weight * 100 + Math.min(99, ...graves);
  };
}
