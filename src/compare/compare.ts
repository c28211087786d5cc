/**
 * Two analyses of one note, before and after an addendum -> what it changed in facts, codes and queries. A query is the
 * same by its id alone, so that a question keeps its standing however the words around it were edited.
 */
import type { Analysis, Code, Evidence, Fact, Query, Standing } from '../model.ts';
import { type ChangedFact, matchFacts } from './facts.ts';

export type { ChangedFact } from './facts.ts';

export interface CodeChange {
  readonly code: string;
  readonly title: string;
  /** Null where the analysis does not name the code. */
  readonly before: Standing | null;
  readonly after: Standing | null;
  /** Why it stands as it does after, or stood before where it is gone. */
  readonly why: string;
}

export interface ResolvedQuery {
  readonly query: Query;
  /** `answered`: what it asked about is documented, and open no more; `withdrawn`: it is no longer documented at all. */
  readonly by: 'answered' | 'withdrawn';
  /** The words after the edit that speak of what was asked. */
  readonly evidence: readonly Evidence[];
}

export interface AnalysisComparison {
  readonly schema: 'spinenote/comparison@1';
  readonly facts: {
    readonly new: readonly Fact[];
    readonly gone: readonly Fact[];
    readonly changed: readonly ChangedFact[];
    readonly same: number;
  };
  readonly codes: {
    /** Assigned codes in claim order. */
    readonly before: readonly string[];
    readonly after: readonly string[];
    /** Codes whose standing differs; those assigned after come first, in claim order. */
    readonly changed: readonly CodeChange[];
    readonly order: 'same' | 'changed';
  };
  readonly queries: {
    readonly new: readonly Query[];
    readonly open: readonly Query[];
    readonly resolved: readonly ResolvedQuery[];
  };
  /** Why the two may differ though the note does not: another code year, other lexicons, another kind of note. */
  readonly basis: readonly string[];
}

export function compareAnalyses(before: Analysis, after: Analysis): AnalysisComparison {
  const { same, changed, gone, added } = matchFacts(before.facts, after.facts);
  return {
    schema: 'spinenote/comparison@1',
    facts: { new: added, gone, changed, same },
    codes: compareCodes(before, after),
    queries: compareQueries(before, after),
    basis: compareBasis(before, after),
  };
}

const assignedOf = ({ codes }: Analysis): readonly string[] =>
  codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code);

function compareCodes(before: Analysis, after: Analysis): AnalysisComparison['codes'] {
  const [was, is] = [assignedOf(before), assignedOf(after)];
  const codes = [...new Set([...after.codes, ...before.codes].map(({ code }) => code))];
  const changed = codes.flatMap((code): CodeChange[] => {
    const [one, other] = [find(before, code), find(after, code)];
    const named = other ?? one;
    if (!named || one?.standing === other?.standing) return [];
    const { title, why } = named;
    return [{ code, title, before: one?.standing ?? null, after: other?.standing ?? null, why }];
  });
  const kept = is.filter((code) => was.includes(code));
  const order = was.filter((code) => is.includes(code)).every((code, index) => code === kept[index])
    ? 'same'
    : 'changed';
  return { before: was, after: is, changed, order };
}

const find = ({ codes }: Analysis, code: string): Code | undefined => codes.find((each) => each.code === code);

function compareQueries(before: Analysis, after: Analysis): AnalysisComparison['queries'] {
  const asked = new Set(before.queries.map(({ id }) => id));
  const asks = new Set(after.queries.map(({ id }) => id));
  return {
    new: after.queries.filter(({ id }) => !asked.has(id)),
    open: after.queries.filter(({ id }) => asked.has(id)),
    resolved: before.queries.filter(({ id }) => !asks.has(id)).map((query) => resolve(query, before, after)),
  };
}

function resolve(query: Query, before: Analysis, after: Analysis): ResolvedQuery {
  const about = new Set(before.facts.filter(({ id }) => query.facts.includes(id)).map(({ condition }) => condition));
  const said = after.facts.filter(({ condition, source }) => about.has(condition) && source !== 'patient');
  const evidence = said.flatMap((fact) => fact.evidence.slice(0, 1));
  return { query, by: said.length > 0 ? 'answered' : 'withdrawn', evidence };
}

function compareBasis(before: Analysis, after: Analysis): readonly string[] {
  const differs: readonly (readonly [string, unknown, unknown])[] = [
    ['fiscal year of the codes', before.codeSet.fiscalYear, after.codeSet.fiscalYear],
    ['kind of note', before.note.kind, after.note.kind],
    ['setting', before.note.setting, after.note.setting],
    ['version', before.tool.version, after.tool.version],
    ['lexicons', before.tool.lexicons, after.tool.lexicons],
  ];
  return differs
    .filter(([, one, other]) => one !== other)
    .map(([what, one, other]) => `The ${what} differs: ${String(one)} before, ${String(other)} after.`);
}
