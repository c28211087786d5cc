/**
 * One code and one analysis -> the chain behind the code: facts, the words that carry them, the rule and its citation;
 * and where the code is not assigned, what is missing. It decides nothing: every link is what assigned the codes.
 */
import { spellCode } from '../claims/spelling.ts';
import { judgeSupport } from '../claims/support.ts';
import { findFault } from '../claims/validity.ts';
import { codeYearOn } from '../coding/codeset.ts';
import { findNearest, type Near } from '../coding/nearest.ts';
import type {
  Analysis,
  Code,
  Evidence,
  Fact,
  Linkage,
  Query,
  RuleCitation,
  SectionKind,
  Standing,
  WhatIf,
} from '../model.ts';
import { listNeeds, type Need } from './needs.ts';

/** Where a code stands in the analysis; `not-supported` where the analysis does not name it. */
export type TraceStanding = Standing | 'not-supported' | 'retired' | 'not-billable' | 'outside-scope';

/** Words of the note with the section that holds them. */
export interface TraceWords extends Evidence {
  readonly section: SectionKind;
}

export interface TraceFact {
  readonly fact: Fact;
  readonly words: readonly TraceWords[];
}

export interface TraceLinkage {
  readonly linkage: Linkage;
  readonly words: readonly TraceWords[];
}

export interface TraceQuery {
  readonly id: string;
  readonly question: string;
  /** The answers that would give the code, or take it away; for coders only. */
  readonly answers: readonly WhatIf[];
}

export interface Trace {
  /** In the spelling of the tabular list. */
  readonly code: string;
  readonly title: string | null;
  /** The code set that was in force on the date of service. */
  readonly fiscalYear: number;
  readonly standing: TraceStanding;
  /** Place in claim order, from 1; null when it is not assigned. */
  readonly position: number | null;
  /** Why it is there, or why it is not. */
  readonly why: string;
  /** What the code rests on, or comes nearest to. */
  readonly facts: readonly TraceFact[];
  readonly linkages: readonly TraceLinkage[];
  readonly rules: readonly RuleCitation[];
  /** What would have to be documented; empty for an assigned code. */
  readonly needs: readonly Need[];
  /** Codes that the documentation supports in its place. */
  readonly instead: readonly { readonly code: string; readonly title: string }[];
  /** The queries of this analysis whose answer bears on the code. */
  readonly queries: readonly TraceQuery[];
}

/** The chain behind one code; pure over the analysis and the code set of its date of service. */
export function explainCode(analysis: Analysis, asked: string): Trace {
  const year = codeYearOn(analysis.note.dateOfService);
  const code = spellCode(asked, year);
  const found = analysis.codes.find((other) => other.code === code);
  const title = year.entry(code)?.title ?? null;
  if (found) return traceFound(found, analysis);
  const fault = findFault(code, analysis, year);
  if (fault) {
    const instead = analysis.codes.filter((other) => other.standing === 'assigned' && other.code.startsWith(code));
    const standing = fault.rule === 'retired-code' ? 'retired' : 'not-billable';
    const needs = listNeeds({ code, near: undefined, fault: fault.rule }, year);
    return { ...bare(code, title, analysis), standing, why: fault.message, needs, instead: instead.map(nameOf) };
  }
  const judgement = judgeSupport(code, analysis, year);
  const near = nearestTo(code, analysis);
  const says = `${judgement.says.charAt(0).toUpperCase()}${judgement.says.slice(1)}.`;
  const facts = judgement.facts.length > 0 ? judgement.facts : near ? [near.fact] : [];
  return {
    ...bare(code, title, analysis),
    standing: judgement.verdict === 'outside-scope' ? 'outside-scope' : 'not-supported',
    why: says,
    facts: facts.map((fact) => traceFact(fact, analysis)),
    linkages: linkagesOf(facts, analysis),
    rules: judgement.cites.map((cites) => ({ rule: cites.includes('Tabular') ? 'tabular-list' : 'guideline', cites })),
    needs: judgement.verdict === 'outside-scope' ? [] : listNeeds({ code, near }, year),
    instead: judgement.instead.map(nameOf),
    queries: queriesFor(code, near, analysis),
  };
}

/** Every code of the analysis, in its order. */
export function explainCodes(analysis: Analysis): readonly Trace[] {
  return analysis.codes.map(({ code }) => explainCode(analysis, code));
}

const bare = (code: string, title: string | null, { codeSet }: Analysis) => ({
  code,
  title,
  fiscalYear: codeSet.fiscalYear,
  position: null,
  facts: [],
  linkages: [],
  rules: [],
  needs: [],
  instead: [],
  queries: [],
});

const nameOf = ({ code, title }: Code) => ({ code, title });

function traceFound(found: Code, analysis: Analysis): Trace {
  const year = codeYearOn(analysis.note.dateOfService);
  const { code, title, standing, why, rules } = found;
  const facts = analysis.facts.filter(({ id }) => found.facts.includes(id));
  const isAssigned = standing === 'assigned';
  const near = isAssigned ? undefined : nearestTo(code, analysis);
  return {
    code,
    title,
    fiscalYear: analysis.codeSet.fiscalYear,
    standing,
    position: isAssigned ? analysis.codes.indexOf(found) + 1 : null,
    why,
    facts: facts.map((fact) => traceFact(fact, analysis)),
    linkages: linkagesOf(facts, analysis),
    rules,
    needs: isAssigned ? [] : listNeeds({ code, near, found }, year),
    instead: isAssigned ? [] : judgeSupport(code, analysis, year).instead.map(nameOf),
    queries: queriesFor(code, near, analysis),
  };
}

function nearestTo(code: string, analysis: Analysis): Near | undefined {
  const year = codeYearOn(analysis.note.dateOfService);
  const [nearest] = findNearest(code, analysis, year);
  return nearest;
}

function traceFact(fact: Fact, analysis: Analysis): TraceFact {
  return { fact, words: fact.evidence.map((words) => placeWords(words, analysis)) };
}

/** The innermost section that holds the words. */
function placeWords(words: Evidence, { sections }: Analysis): TraceWords {
  const holding = sections.filter(({ start, end }) => start <= words.start && words.start < end);
  const [inner] = [...holding].sort((a, b) => b.start - a.start);
  return { ...words, section: inner?.kind ?? 'other' };
}

/** What the provider says of the cause is part of the chain of both sides. */
function linkagesOf(facts: readonly Fact[], analysis: Analysis): readonly TraceLinkage[] {
  const conditions = new Set(facts.map(({ condition }) => condition));
  return analysis.linkages
    .filter(({ from }) => conditions.has(from))
    .map((linkage) => ({ linkage, words: linkage.evidence.map((words) => placeWords(words, analysis)) }));
}

/** Queries with an answer that gives the code, else those about its facts that change a code. */
function queriesFor(code: string, near: Near | undefined, analysis: Analysis): readonly TraceQuery[] {
  const giving = analysis.queries.filter((query) => answersOf(query, code, analysis).length > 0);
  const kinds = new Set(near?.family.documented.map(({ asks }) => asks));
  const asking = analysis.queries.filter(
    ({ kind, facts, changes }) => changes === 'code' && near && facts.includes(near.fact.id) && kinds.has(kind),
  );
  return (giving.length > 0 ? giving : asking).map((query) => ({
    id: query.id,
    question: query.question,
    answers: answersOf(query, code, analysis),
  }));
}

/** Answers by which the code comes or goes. */
function answersOf({ whatIf = [] }: Query, code: string, { codes }: Analysis): readonly WhatIf[] {
  const isAssigned = codes.some((other) => other.code === code && other.standing === 'assigned');
  return whatIf.filter((answer) => answer.codes.includes(code) !== isAssigned);
}
