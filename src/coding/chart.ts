/** What one pass of coding looks at: the facts that count in it, and nothing that may not be coded. */
import type { Condition, Fact, Findings, Linkage, Status } from '../model.ts';

export interface Chart {
  readonly findings: Findings;
  readonly fiscalYear: number;
  /** The facts that count as established in this pass. */
  readonly facts: readonly Fact[];
  readonly linkages: readonly Linkage[];
  /** Id of the one fact that is only supposed, when the pass asks what it would code to; else null. */
  readonly supposed: string | null;
}

/** Whether the provider ties the one to the other, in these words. */
export function isLinked(chart: Chart, from: Condition, to: Condition, status: Status = 'present'): boolean {
  return chart.linkages.some((l) => l.from === from && l.to === to && l.status === status);
}

/** The words of the note that carry the fact, lower case: for families whose conditions go by several names. */
export function wordsOf(fact: Fact): string {
  return fact.evidence
    .map((e) => e.text)
    .join(' ')
    .toLowerCase();
}

/**
 * Of these facts, the ones that the provider names as the cause of the symptom. Where a link's own words hold one of
 * them ("L5-S1 herniation with L5 radiculopathy"), its namesakes in other places are not meant.
 */
export function findLinked(chart: Chart, from: Condition, facts: readonly Fact[]): readonly Fact[] {
  const links = chart.linkages.filter((l) => l.from === from && l.status === 'present');
  return links.flatMap(({ to, evidence }) => {
    const named = facts.filter((f) => f.condition === to);
    const quoted = named.filter((f) =>
      f.evidence.some((e) => evidence.some((span) => e.start < span.end && span.start < e.end)),
    );
    return quoted.length > 0 ? quoted : named;
  });
}
