/** Facts -> candidate codes, one per code with every fact that supports it; nothing is left out or ordered yet. */
import { CONDITIONS, type Condition, type Fact } from '../model.ts';
import type { Chart } from './chart.ts';
import { FAMILIES } from './families.ts';
import type { CodeText, Family, Selection } from './family.ts';

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

interface RankedFamily {
  readonly family: Family;
  /** Its place among all families. */
  readonly rank: number;
}

const FAMILIES_OF: ReadonlyMap<Condition, readonly RankedFamily[]> = new Map(
  CONDITIONS.map((condition) => [
    condition,
    FAMILIES.map((family, rank) => ({ family, rank })).filter(({ family }) => family.conditions.includes(condition)),
  ]),
);

/** What each fact gives in the families of its condition: in the order of the families, then of the facts. */
function selectAll(chart: Chart): readonly Selection[] {
  const asked = chart.facts.flatMap((fact) =>
    (FAMILIES_OF.get(fact.condition) ?? []).map(({ family, rank }) => ({ rank, fact, family })),
  );
  asked.sort((a, b) => a.rank - b.rank);
  return asked.flatMap(({ fact, family }) => family.select(fact, chart));
}

/** The selections that give one code. */
interface CodeGroup {
  readonly standing: Candidate['standing'];
  readonly code: CodeText;
  readonly own: Selection[];
}

export function findCandidates(chart: Chart): Candidates {
  const selections = selectAll(chart);
  const groups = new Map<string, CodeGroup>();
  for (const selection of selections) {
    const { standing } = selection;
    for (const code of selection.codes) {
      const key = `${standing} ${code}`;
      const group = groups.get(key);
      if (group) group.own.push(selection);
      else groups.set(key, { standing, code, own: [selection] });
    }
  }
  const codes = [...groups.values()].map(({ standing, code, own }): Candidate => {
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
