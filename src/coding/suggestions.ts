/**
 * What imaging or an uncertain statement suggests: each such fact is supposed in turn, beside what is established, and
 * the code that it would then have is unconfirmed. Never a code that is assigned or excluded, nor the same disc
 * said again.
 */
import type { Condition, Fact, Linkage } from '../model.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { type Chart, isLinked } from './chart.ts';
import { type Settled, settle } from './exclusions.ts';
import { areApart } from './regions.ts';
import { ruleOn } from './reportable.ts';

export interface Suggested {
  readonly candidate: Candidate;
  /** The fact that is only supposed; null where the established words themselves suggest no more than this. */
  readonly supposed: Fact | null;
}

const PAINS: readonly Condition[] = ['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain'];
const DISPLACEMENT: readonly Condition[] = ['disc-herniation', 'disc-bulge'];
const DISC: readonly Condition[] = [...DISPLACEMENT, 'disc-degeneration'];
/** Codes of a displaced disc, or of a disc with what it carries: below the neck they speak of the region. */
const DISC_OF_REGION = /^M51\.[0-2]/;

/** "Disc desiccation" on the film of a disc that the provider calls herniated adds nothing to ask. */
function isSameDisc(fact: Fact, assigned: readonly Candidate[]): boolean {
  if (!DISC.includes(fact.condition)) return false;
  return assigned.some(
    (c) =>
      DISC_OF_REGION.test(c.code) &&
      c.subjects.some((f) => f.region === fact.region && (DISPLACEMENT.includes(fact.condition) || !areApart(f, fact))),
  );
}

function isToldAgain(fact: Fact, assigned: readonly Candidate[]): boolean {
  return assigned.some((c) =>
    c.subjects.some((f) => {
      if (f.condition !== fact.condition || f.region !== fact.region || areApart(f, fact)) return false;
      return fact.condition !== 'annulus-fibrosus-defect' || fact.size === 'unspecified' || fact.size === f.size;
    }),
  );
}

/** "Possible back pain" suggests nothing; "possibly vertebrogenic" does. */
function isWorthSupposing(fact: Fact): boolean {
  return !PAINS.includes(fact.condition) || fact.detail.includes('vertebrogenic');
}

function suppose(chart: Chart, fact: Fact): readonly Suggested[] {
  const supposed = { ...chart, facts: [...chart.facts, fact], supposed: fact.id };
  return settle(findCandidates(supposed).codes, supposed)
    .kept.filter((c) => c.facts.some((f) => f.id === fact.id))
    .map((candidate) => ({ candidate, supposed: fact }));
}

/** Bare low back pain beside an endplate change: M54.51 if the provider tied the two, which only the provider can. */
function supposeVertebrogenic(chart: Chart, assigned: readonly Candidate[]): readonly Suggested[] {
  if (!assigned.some((c) => c.code === 'M54.50')) return [];
  const answered = chart.linkages.some((l) => l.from === 'low-back-pain' && l.status === 'present');
  if (answered || isLinked(chart, 'low-back-pain', 'endplate-change', 'absent')) return [];
  const changes = chart.findings.facts.filter(
    (f) =>
      f.condition === 'endplate-change' &&
      f.source !== 'patient' &&
      ['present', 'uncertain'].includes(f.status) &&
      ['thoracolumbar', 'lumbar', 'lumbosacral', 'unspecified'].includes(f.region),
  );
  if (changes.length === 0 && !isLinked(chart, 'low-back-pain', 'endplate-change', 'uncertain')) return [];
  const link: Linkage = { from: 'low-back-pain', to: 'endplate-change', status: 'present', evidence: [] };
  const supposed = {
    ...chart,
    facts: [...chart.facts.filter((f) => f.condition !== 'endplate-change'), ...changes],
    linkages: [...chart.linkages, link],
  };
  return findCandidates(supposed)
    .codes.filter((c) => c.code === 'M54.51')
    .map((candidate) => ({ candidate, supposed: changes[0] ?? null }));
}

export function findSuggestions(chart: Chart, { kept, dropped }: Settled): readonly Suggested[] {
  const assigned = kept.filter((c) => c.standing === 'assigned');
  // What was excluded stays so: a film that says it again is no new ground for it.
  const decided = new Set(
    [...assigned, ...dropped.map((d) => d.candidate).filter((c) => c.standing === 'assigned')].map((c) => c.code),
  );
  const supposable = chart.findings.facts.filter(
    (f) =>
      ruleOn(f, chart.findings).reportability === 'suggestive' &&
      isWorthSupposing(f) &&
      !isSameDisc(f, assigned) &&
      !isToldAgain(f, assigned),
  );
  const found = [
    ...kept.filter((c) => c.standing === 'unconfirmed').map((candidate) => ({ candidate, supposed: null })),
    ...supposable.flatMap((f) => suppose(chart, f)),
    ...supposeVertebrogenic(chart, assigned),
  ];
  const placed = [...assigned, ...found.map((s) => s.candidate)].some((c) => /^M5[01]\.[0-3]/.test(c.code));
  return found.filter(({ candidate: { code } }, i) => {
    // A disc "somewhere" says nothing beside a disc whose place is known.
    if (code === 'M51.9' && placed) return false;
    const first = found.findIndex((s) => s.candidate.code === code);
    return first === i && !decided.has(code);
  });
}
