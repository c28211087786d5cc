/** What the lines of a checklist read of an analysis, and the three verdicts that a line can give; nothing here reads text. */
import type {
  Analysis,
  Condition,
  Element,
  ElementKind,
  Evidence,
  Fact,
  QueryKind,
  Region,
  SectionKind,
} from '../model.ts';

/** Words of the note with the section that holds them. */
export interface ChecklistWords extends Evidence {
  readonly section: SectionKind;
}

export interface Chart {
  readonly analysis: Analysis;
  /** Conditions of the patient now, whoever says so. */
  readonly present: readonly Fact[];
  /** Those that the author states; in an imaging report, those that the radiologist reads. */
  readonly stated: readonly Fact[];
}

export type LineStanding = 'met' | 'not-met' | 'not-applicable';

export interface Verdict {
  readonly standing: LineStanding;
  readonly why: string;
  readonly evidence: readonly ChecklistWords[];
  /** Kinds of the queries that ask for what is not met. */
  readonly asks: readonly QueryKind[];
}

/** One line: what it looks for, and how it is judged. */
export interface Line {
  /** Last part of the line's id. */
  readonly id: string;
  /** What is looked for, as a question to the note. */
  readonly looksFor: string;
  /** What to document where it is not met. */
  readonly document: string;
  readonly judge: (chart: Chart) => Verdict;
}

export function readChart(analysis: Analysis): Chart {
  const present = analysis.facts.filter(({ status }) => status === 'present');
  const speaks = (fact: Fact) =>
    fact.source === 'provider' ||
    fact.source === 'operative' ||
    (analysis.note.kind === 'imaging-report' && fact.source === 'imaging');
  return { analysis, present, stated: present.filter(speaks) };
}

export const met = (why: string, evidence: readonly ChecklistWords[]): Verdict => ({
  standing: 'met',
  why,
  evidence,
  asks: [],
});
export const notMet = (why: string, asks: readonly QueryKind[], evidence: readonly ChecklistWords[] = []): Verdict => ({
  standing: 'not-met',
  why,
  evidence,
  asks,
});
export const notApplicable = (why: string): Verdict => ({ standing: 'not-applicable', why, evidence: [], asks: [] });

const PAINS: ReadonlySet<Condition> = new Set(['low-back-pain', 'back-pain', 'neck-pain', 'thoracic-back-pain']);
export const isPain = ({ condition }: Fact): boolean => PAINS.has(condition);
export const isLowBackPain = ({ condition }: Fact): boolean =>
  condition === 'low-back-pain' || condition === 'back-pain';

/** A structure, not a complaint and not a name for "something of the spine". */
export const isDiagnosis = (fact: Fact): boolean => !isPain(fact) && fact.condition !== 'unspecified-dorsopathy';

export const isLow = ({ region }: { readonly region: Region }): boolean =>
  region === 'lumbar' || region === 'lumbosacral' || region === 'sacral' || region === 'unspecified';

/** The words of each fact once, in the order of the note; a fact that is told everywhere gives its first two places. */
export function wordsOf({ analysis }: Chart, facts: readonly Fact[]): readonly ChecklistWords[] {
  return placeAll(
    analysis,
    facts.flatMap(({ evidence }) => evidence.slice(0, 2)),
  );
}

export function placeAll(analysis: Analysis, evidence: readonly Evidence[]): readonly ChecklistWords[] {
  const seen = new Map(evidence.map((words) => [`${words.start}-${words.end}`, words]));
  return [...seen.values()]
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((words) => ({ ...words, section: sectionAt(analysis, words.start) }));
}

function sectionAt({ sections }: Analysis, start: number): SectionKind {
  const around = sections.filter((section) => section.start <= start && start < section.end);
  return around.sort((one, other) => other.start - one.start)[0]?.kind ?? 'other';
}

/** What the note says of the patient, done or denied: a gait that is normal has been examined. */
export function elementsOf({ analysis }: Chart, ...kinds: readonly ElementKind[]): readonly Element[] {
  return analysis.elements.filter(
    ({ kind, status }) => kinds.includes(kind) && status !== 'hypothetical' && status !== 'other-person',
  );
}

export function wordsOfElements({ analysis }: Chart, elements: readonly Element[]): readonly ChecklistWords[] {
  return placeAll(
    analysis,
    elements.slice(0, MOST_SHOWN).flatMap(({ evidence }) => evidence),
  );
}

/** Conditions that the author or a study denies; a symptom denied by the patient rules nothing out. */
export function ruledOut({ analysis }: Chart): readonly Fact[] {
  return analysis.facts.filter((fact) => fact.status === 'absent' && fact.source !== 'patient' && isDiagnosis(fact));
}

const MOST_SHOWN = 6;

/** Studies of the low back (or of no region named) whose results are at hand. */
export function studiesOf({ analysis }: Chart): Analysis['imaging'] {
  return analysis.imaging.filter(
    (study) => isLow(study) && (study.status === 'performed' || study.status === 'historical'),
  );
}

export const assignedOf = ({ analysis }: Chart): readonly string[] =>
  analysis.codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code);

export function hasQuery({ analysis }: Chart, ...kinds: readonly QueryKind[]): boolean {
  return analysis.queries.some(({ kind }) => kinds.includes(kind));
}
