/** Findings -> codes in claim order, and the gaps that the codes leave: every code is billable in its year and cites why. */
import type { Code, Fact, Findings, Gap, RuleCitation } from '../model.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import type { Chart } from './chart.ts';
import type { CodeYear } from './codeset.ts';
import { type Dropped, settle } from './exclusions.ts';
import type { Selection } from './family.ts';
import { findGaps } from './gaps.ts';
import { ruleOn } from './reportable.ts';
import { citeCodeFirst, sequence } from './sequence.ts';
import { findSuggestions, type Suggested } from './suggestions.ts';

/** A fact that may be coded and has no code: why, for whoever looks for one. */
export interface Uncoded {
  readonly fact: string;
  readonly why: string;
  readonly cites: readonly string[];
}

export interface Coding {
  /** Assigned in claim sequence, then unconfirmed, then excluded. */
  readonly codes: readonly Code[];
  readonly gaps: readonly Gap[];
  /** Codable facts that the tables have no code for in this year or place. */
  readonly uncoded?: readonly Uncoded[];
}

const SAID_BY: { readonly [source in Fact['source']]: string } = {
  operative: 'found at operation',
  provider: 'stated by the provider',
  imaging: 'a definite statement of the interpretation',
  patient: 'a complaint',
};

/** "Annulus fibrosus defect, region lumbosacral, size small". */
function describe({ name, readings }: Selection): string {
  const read = readings
    .filter(({ axis, value }) => !(axis === 'with' && value === 'neither'))
    .map(({ axis, value }) => `${axis} ${value?.replaceAll('-', ' ') ?? 'not documented'}`);
  return [name, ...read].join(', ');
}

function describeAll(candidate: Candidate): string {
  return [...new Set(candidate.selections.map(describe))].join('; ');
}

function citationsOf(candidate: Candidate, findings: Findings): readonly RuleCitation[] {
  const tables = candidate.selections.flatMap((s) => s.cites.map((cites) => ({ rule: s.family, cites })));
  const rulings = candidate.facts.map((f) => ruleOn(f, findings).citation);
  const all = [...tables, ...rulings];
  return all.filter((a, i) => all.findIndex((b) => b.cites === a.cites) === i);
}

function writeAssigned(candidate: Candidate, all: readonly string[], chart: Chart, year: CodeYear): Code {
  const first = citeCodeFirst(candidate.code, all, year.fiscalYear);
  const sources = [...new Set(candidate.subjects.map((f) => SAID_BY[f.source]))].join(' and ');
  const after = first ? ', after the herniation of the region' : '';
  return {
    code: candidate.code,
    title: year.entry(candidate.code)?.title ?? '',
    standing: 'assigned',
    facts: candidate.facts.map((f) => f.id),
    why: `${describeAll(candidate)}: ${sources}${after}.`,
    rules: [...(first ? [first] : []), ...citationsOf(candidate, chart.findings)],
  };
}

function writeUnconfirmed({ candidate, supposed }: Suggested, chart: Chart, year: CodeYear): Code {
  const ground =
    supposed === null
      ? 'documented, but not in words that settle the code'
      : supposed.status === 'uncertain'
        ? 'stated only as uncertain'
        : supposed.source === 'imaging' && supposed.condition !== 'endplate-change'
          ? 'an imaging finding that the provider has not made a diagnosis'
          : 'the provider has not tied the endplate finding to the pain';
  return {
    code: candidate.code,
    title: year.entry(candidate.code)?.title ?? '',
    standing: 'unconfirmed',
    facts: candidate.facts.map((f) => f.id),
    why: `${describeAll(candidate)}: ${ground}.`,
    rules: citationsOf(candidate, chart.findings),
  };
}

function writeExcluded({ candidate, reason, citation }: Dropped, year: CodeYear): Code {
  return {
    code: candidate.code,
    title: year.entry(candidate.code)?.title ?? '',
    standing: 'excluded',
    facts: candidate.facts.map((f) => f.id),
    why: `${describeAll(candidate)}: not reported, ${reason}.`,
    rules: [citation],
  };
}

/** The pass over what may be coded: candidates, what may not stand together, claim order. */
function assign(findings: Findings, year: CodeYear) {
  const facts = findings.facts.filter((f) => ruleOn(f, findings).reportability === 'codable');
  const chart: Chart = { findings, facts, linkages: findings.linkages, fiscalYear: year.fiscalYear, supposed: null };
  const isReportable = ({ code }: Candidate) => year.entry(code)?.billable === true;
  const candidates = findCandidates(chart);
  const { kept, dropped } = settle(candidates.codes.filter(isReportable), chart);
  const assigned = sequence(
    kept.filter((c) => c.standing === 'assigned'),
    chart,
  );
  return { chart, isReportable, candidates, settled: { kept, dropped }, assigned };
}

/** The assigned codes alone, in claim order: for findings that are only supposed. */
export function assignCodes(findings: Findings, year: CodeYear): readonly string[] {
  return assign(findings, year).assigned.map(({ code }) => code);
}

export function codeFindings(findings: Findings, year: CodeYear): Coding {
  if (findings.facts.length === 0) return { codes: [], gaps: [], uncoded: [] };
  const { chart, isReportable, candidates, settled, assigned } = assign(findings, year);
  const suggested = findSuggestions(chart, settled).filter((s) => isReportable(s.candidate));
  const codes = assigned.map((c) => c.code);
  return {
    codes: [
      ...assigned.map((c) => writeAssigned(c, codes, chart, year)),
      ...suggested.map((s) => writeUnconfirmed(s, chart, year)),
      ...settled.dropped.filter((d) => d.candidate.standing === 'assigned').map((d) => writeExcluded(d, year)),
    ],
    uncoded: candidates.without.map(({ fact, name, without, cites }) => ({
      fact: fact.id,
      why: `${name}: ${without}`,
      cites,
    })),
    gaps: findGaps({ assigned, unconfirmed: suggested.map((s) => s.candidate), without: candidates.without }, chart),
  };
}
