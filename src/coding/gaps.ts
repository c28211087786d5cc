/** What the codes leave open: each documented axis without a value, and what no table can see. All conditions stand here. */
import type { Fact, Gap, QueryKind } from '../model.ts';
import type { Candidate } from './candidates.ts';
import type { Chart } from './chart.ts';
import type { Selection } from './family.ts';

/** A radiologist has no symptoms to ask of: these are the treating provider's to answer. */
const NOT_OF_A_REPORT: readonly QueryKind[] = ['stenosis-claudication'];

const NAMES_A_CONDITION: readonly QueryKind[] = ['named-condition', 'sciatica-laterality'];

function placeOf(kind: QueryKind, fact: Fact): string {
  return NAMES_A_CONDITION.includes(kind) || fact.region === 'unspecified' ? fact.condition : fact.region;
}

/** One gap for each documented axis that a walk left open. */
function openAxes(selections: readonly Selection[], chart: Chart): readonly Gap[] {
  const report = chart.findings.note.kind === 'imaging-report';
  return selections.flatMap(({ fact, open, cites }) =>
    open
      .filter((axis) => !(report && NOT_OF_A_REPORT.includes(axis.asks)))
      .map(({ asks, why }) => ({
        kind: asks,
        place: placeOf(asks, fact),
        facts: [fact.id],
        changes: 'code',
        why,
        cites,
      })),
  );
}

const DURATIONS = ['acute', 'subacute', 'chronic'] as const;

/** The pain that is coded, in an office note, has no acute, subacute or chronic. A procedure note is not asked. */
function durations(assigned: readonly Candidate[], chart: Chart): readonly Gap[] {
  if (!['office-note', 'other'].includes(chart.findings.note.kind)) return [];
  const coded = assigned.flatMap((c) => c.facts);
  const pains = coded.filter(
    (f) =>
      f.condition.endsWith('-pain') && !f.detail.some((d) => DURATIONS.includes(d as 'acute')) && !isTimed(f, chart),
  );
  return pains.map((f) => ({
    kind: 'pain-duration',
    place: f.condition,
    facts: [f.id],
    changes: 'documentation',
    why: 'Acute, subacute or chronic supports the plan and the choice of pain codes; no code in scope turns on it.',
    cites: ['ICD-10-CM Official Guidelines, Section I.B.8: acute and chronic conditions'],
  }));
}

const BESIDE = 24;

/** "Chronic myofascial low back pain": the duration stands before words that belong to another fact. */
function isTimed(pain: Fact, { findings }: Chart): boolean {
  const durations = findings.elements.filter(({ kind }) => kind === 'duration').flatMap(({ evidence }) => evidence);
  return durations.some(({ start, end }) =>
    pain.evidence.some((words) => words.start - end <= BESIDE && start < words.end),
  );
}

/** What could be the origin of a pain: if the note names any of it, that is what to ask about instead. */
function isLead(fact: Fact): boolean {
  if (fact.condition.endsWith('-pain') || fact.condition === 'unspecified-dorsopathy') return false;
  return fact.status === 'present' || fact.status === 'uncertain';
}

function hasCharacter({ readings }: Selection): boolean {
  return readings.some(({ axis, value }) => axis === 'kind' && value !== 'unspecified');
}

/** Only "low back pain" or "back pain", nothing on its origin, and no finding anywhere in the note to ask about. */
function specificity(assigned: readonly Candidate[], chart: Chart): readonly Gap[] {
  if (chart.findings.facts.some(isLead)) return [];
  return assigned
    .filter((c) => /^M54\.[59]/.test(c.code) && !c.selections.some(hasCharacter))
    .map((c) => ({
      kind: 'pain-specificity',
      place: c.subjects[0]?.condition ?? c.code,
      facts: c.subjects.map((f) => f.id),
      changes: 'code',
      why: `The origin or character of the pain, if known, has a more specific code than ${c.code}.`,
      cites: ['ICD-10-CM Official Guidelines, Section I.B.18: unspecified codes'],
    }));
}

/** "Lumbar disc herniation", no level: L5-S1 would be lumbosacral; a cervical disc has a code for each level. */
function discLevels(assigned: readonly Candidate[], chart: Chart): readonly Gap[] {
  if (chart.findings.note.kind === 'imaging-report') return [];
  const discs = assigned
    .flatMap((c) => c.subjects)
    .filter(
      (f) => f.condition === 'disc-herniation' && f.levels.length === 0 && ['cervical', 'lumbar'].includes(f.region),
    );
  return discs.map((f) => ({
    kind: 'herniation-level',
    place: f.region,
    facts: [f.id],
    changes: 'code',
    why: 'The level decides the code: L5-S1 is lumbosacral, and each cervical disc has a code of its own.',
    cites: ['ICD-10-CM Tabular, M50.-, M51.-'],
  }));
}

/** M53.8- is looked at closely: imaging done, function and earlier treatment are what supports it. */
function dorsopathySupport(assigned: readonly Candidate[], chart: Chart): readonly Gap[] {
  const { imaging, elements } = chart.findings;
  const documents = (kind: 'function' | 'treatment') =>
    elements.some((e) => e.kind === kind && e.status !== 'hypothetical' && e.status !== 'other-person');
  const missing = [
    imaging.some((i) => i.status === 'performed' || i.status === 'historical') ? null : 'imaging',
    documents('function') ? null : 'function',
    documents('treatment') ? null : 'earlier treatment',
  ].filter((m) => m !== null);
  if (missing.length === 0) return [];
  return assigned
    .filter((c) => c.code.startsWith('M53.8'))
    .map((c) => ({
      kind: 'dorsopathy-support',
      place: c.subjects[0]?.region ?? c.code,
      facts: c.subjects.map((f) => f.id),
      changes: 'documentation',
      why: `Not documented in support of ${c.code}: ${missing.join(', ')}.`,
      cites: ['ICD-10-CM Tabular, M53.8-'],
    }));
}

function mergeGaps(gaps: readonly Gap[]): readonly Gap[] {
  const merged = new Map<string, Gap>();
  for (const gap of gaps) {
    const key = `${gap.kind}/${gap.place}`;
    const before = merged.get(key);
    merged.set(key, before ? { ...before, facts: [...new Set([...before.facts, ...gap.facts])] } : gap);
  }
  return [...merged.values()];
}

export interface GapSources {
  readonly assigned: readonly Candidate[];
  readonly unconfirmed: readonly Candidate[];
  /** Codable facts that gave no code: a defect whose region is open. */
  readonly without: readonly Selection[];
}

/** Of what is only suggested, these are worth asking in one breath with the suggestion: a definite finding of a study. */
const ASKED_OF_SUGGESTIONS: readonly QueryKind[] = ['annular-defect-size', 'herniation-level'];

export function findGaps({ assigned, unconfirmed, without }: GapSources, chart: Chart): readonly Gap[] {
  const definite = unconfirmed.flatMap((c) => c.selections).filter((s) => s.fact.status === 'present');
  return mergeGaps([
    ...openAxes([...assigned.flatMap((c) => c.selections), ...without], chart),
    ...openAxes(definite, chart).filter((gap) => ASKED_OF_SUGGESTIONS.includes(gap.kind)),
    ...discLevels(assigned, chart),
    ...dorsopathySupport(assigned, chart),
    ...specificity(assigned, chart),
    ...durations(assigned, chart),
  ]);
}
