/** Facts -> candidate codes, one per code with every fact that supports it; nothing is left out or ordered yet. */
import type { Fact } from '../model.ts';
import type { Chart } from './chart.ts';
import { FAMILIES } from './families.ts';
import type { CodeText, Selection } from './family.ts';

export interface Candidate {
  readonly code: CodeText;
  readonly standing: 'assigned' | 'unconfirmed';
  /** The facts that the code names. */
  readonly subjects: readonly Fact[];
  /** Subjects first, then what a combination code takes in. */
  readonly facts: readonly Fact[];
  readonly selections: readonly Selection[];
}

export interface Candidates {
  readonly codes: readonly Candidate[];
  /** What facts gave no code, and why. */
  readonly without: readonly Selection[];
}

function uniqueFacts(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact, i) => facts.findIndex((f) => f.id === fact.id) === i);
}

export function findCandidates(chart: Chart): Candidates {
  const selections = FAMILIES.flatMap((family) => chart.facts.flatMap((fact) => family.select(fact, chart)));
  const keys = new Set(selections.flatMap((s) => s.codes.map((code) => `${s.standing} ${code}`)));
  const codes = [...keys].map((key): Candidate => {
    const [standing, code] = key.split(' ') as ['assigned' | 'unconfirmed', CodeText];
    const own = selections.filter((s) => s.standing === standing && s.codes.includes(code));
    const subjects = uniqueFacts(own.map((s) => s.fact));
    return {
      code,
      standing,
      subjects,
      facts: uniqueFacts([...subjects, ...own.flatMap((s) => s.companions)]),
      selections: own,
    };
  });
  return { codes, without: selections.filter((s) => s.without !== null) };
}

export function sharesFact(a: Candidate, b: Candidate): boolean {
  return a.facts.some((f) => b.facts.some((g) => g.id === f.id));
}
