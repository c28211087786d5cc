/**
 * A code against what the note documents: which facts come near it, and on which axes of its table they differ. It
 * reads the same tables that assign codes, so that a reason and a code cannot disagree.
 */
import type { Analysis, Fact, Findings, RuleCitation } from '../model.ts';
import type { Chart } from './chart.ts';
import type { CodeYear } from './codeset.ts';
import { isInjuryOfThePast } from './families/back-strain.ts';
import { FAMILIES } from './families.ts';
import type { DatedCode, Family, Reading } from './family.ts';
import { ruleOn } from './reportable.ts';

/** What is read of an analysis to judge a code against it. */
export type CodedNote = Omit<Findings, 'text'> & Pick<Analysis, 'codes'>;

/** How far the words that carry a fact support a code at all. */
export type Footing =
  | 'codable'
  | 'imaging-only'
  | 'uncertain'
  | 'complaint'
  | 'absent'
  | 'historical'
  | 'hypothetical'
  | 'other-person';

/**
 * `open`: the code says something that the note leaves open. `finer`: the note says something that the code leaves
 * open. `other`: both speak, and say different things.
 */
export type DifferenceKind = 'open' | 'finer' | 'other';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly axis: string;
  /** What the code says; null where it leaves the axis open. */
  readonly code: string | null;
  /** What the note says; null where it leaves the axis open. */
  readonly note: string | null;
}

/** One fact beside one code. */
export interface Near {
  readonly family: Family;
  readonly fact: Fact;
  readonly footing: Footing;
  readonly ruling: RuleCitation;
  /** The row of the table that comes nearest. */
  readonly row: readonly Reading[];
  readonly differences: readonly Difference[];
}

export function chartOf(note: CodedNote, year: CodeYear): Chart {
  const findings: Findings = { ...note, text: '' };
  const facts = note.facts.filter((fact) => ruleOn(fact, findings).reportability === 'codable');
  return { findings, facts, linkages: note.linkages, fiscalYear: year.fiscalYear, supposed: null };
}

interface CodeRows {
  readonly family: Family;
  readonly rows: readonly DatedCode[];
}

/** The families whose tables give the code in that year, with the rows that lead to it. */
export function familiesOf(code: string, fiscalYear: number): readonly CodeRows[] {
  return FAMILIES.flatMap((family): readonly CodeRows[] => {
    const rows = family.codes.filter(
      (row) => row.code === code && row.fromYear <= fiscalYear && fiscalYear <= (row.toYear ?? fiscalYear),
    );
    // Two sizes only suggest M51.A4; what gives it is the small one.
    const giving = rows.filter(({ standing }) => standing === 'assigned');
    return rows.length === 0 ? [] : [{ family, rows: giving.length > 0 ? giving : rows }];
  });
}

/** Every fact of the code's conditions, nearest first. */
export function findNearest(code: string, note: CodedNote, year: CodeYear): readonly Near[] {
  const chart = chartOf(note, year);
  return familiesOf(code, year.fiscalYear)
    .flatMap(({ family, rows }) =>
      note.facts
        .filter(({ condition }) => family.conditions.includes(condition))
        .flatMap((fact) => readNear(family, rows, fact, chart)),
    )
    .sort((a, b) => distanceOf(a) - distanceOf(b));
}

function readNear(family: Family, rows: readonly DatedCode[], fact: Fact, chart: Chart): readonly Near[] {
  const established = chart.facts.some(({ id }) => id === fact.id);
  const supposed = established ? chart : { ...chart, facts: [...chart.facts, fact], supposed: fact.id };
  const ruling = ruleOn(fact, chart.findings).citation;
  const taken = family.select(fact, supposed);
  // "Annular tear C5-6" is no row of M51.A-: its region still tells why.
  const readings =
    taken.length > 0 ? taken.map((selection) => selection.readings) : [[{ axis: 'region', value: fact.region }]];
  return readings.flatMap((read) => {
    const compared = rows.map(({ row }) => ({ row, differences: compare(row, read, fact) }));
    const [nearest] = compared.sort((a, b) => weigh(a.differences) - weigh(b.differences));
    if (!nearest || (taken.length === 0 && nearest.differences.length === 0 && !isInjuryOfThePast(fact))) return [];
    return [{ family, fact, footing: footingOf(fact, established), ruling, ...nearest }];
  });
}

function footingOf(fact: Fact, established: boolean): Footing {
  if (established) return 'codable';
  if (fact.status !== 'present') return fact.status;
  return fact.source === 'patient' ? 'complaint' : 'imaging-only';
}

/** Values by which a table says that something is not said. */
const SILENT: ReadonlySet<string> = new Set(['unspecified', 'neither', 'none-stated', 'not documented', 'conflicting']);

const spoken = (value: string | undefined): string | null => (value === undefined || SILENT.has(value) ? null : value);

/** Axes on which two values exclude each other; on the others the code only says more than the note. */
const EXCLUSIVE: ReadonlySet<string> = new Set(['region', 'level', 'size', 'side', 'claudication', 'pain']);

/** M50.220 says mid-cervical and no more: less than a disc, more than nothing. */
const HOLDS: { readonly [value: string]: readonly string[] } = { mid: ['C4-C5', 'C5-C6', 'C6-C7'] };

function compare(row: readonly Reading[], read: readonly Reading[], fact: Fact): readonly Difference[] {
  return row.flatMap(({ axis, value }): readonly Difference[] => {
    const reading = read.find((other) => other.axis === axis);
    // A table row that ended early: the region differs already, and says so.
    if (!reading) return [];
    // A table may have no row for the fact's region, and the fact still names one.
    const said = axis === 'region' && reading.value === undefined ? fact.region : reading.value;
    const [code, note] = [spoken(value), spoken(said)];
    if (code === note) return [];
    if (code === null || HOLDS[code]?.includes(note ?? '')) return [{ kind: 'finer', axis, code, note }];
    if (note === null || HOLDS[note]?.includes(code)) return [{ kind: 'open', axis, code, note }];
    return [{ kind: EXCLUSIVE.has(axis) ? 'other' : 'open', axis, code, note }];
  });
}

const WEIGHT: { readonly [kind in DifferenceKind]: number } = { finer: 1, open: 3, other: 10 };

const weigh = (differences: readonly Difference[]): number =>
  differences.reduce((sum, { kind }) => sum + WEIGHT[kind], 0);

/** A finding that only the provider lacks is nearer than a diagnosis of another place; a denial is nearer than that. */
const STEP: { readonly [footing in Footing]: number } = {
  codable: 0,
  uncertain: 4,
  'imaging-only': 4,
  complaint: 5,
  absent: 8,
  historical: 8,
  hypothetical: 20,
  'other-person': 20,
};

const distanceOf = ({ footing, differences }: Near): number => STEP[footing] + weigh(differences);

/** Whether the fact speaks of the place, size and side that the code names. */
export const isOfTheSame = ({ differences }: Near): boolean => differences.every(({ kind }) => kind !== 'other');
