/**
 * The engine: a family is axes and dated tables; walking a table with a fact gives its codes and, for each documented
 * axis that the note leaves open, a gap. So a code and its question cannot disagree. It knows no family.
 */
import type { Condition, Fact, QueryKind } from '../model.ts';
import type { Chart } from './chart.ts';

export type CodeText = `${'G' | 'M' | 'S'}${number}${string}`;

/** What the words suggest but do not support: it belongs in a query, never on a claim. */
export interface Suggestion {
  readonly unconfirmed: readonly CodeText[];
}

export type Cell = CodeText | readonly CodeText[] | Suggestion | null;

interface AxisOf<Value extends string> {
  readonly id: string;
  readonly values: readonly Value[];
  read(fact: Fact, chart: Chart): Value | undefined;
}

/** The author states it; left open, the `undocumented` row holds and `asks` is what a query would ask. */
export interface DocumentedAxis<Value extends string = string> extends AxisOf<Value> {
  readonly mode: 'documented';
  readonly asks: QueryKind;
  /** What the answer decides. */
  readonly why: string;
}

/** A pure function of the facts: always has a value, is never asked. */
export interface DerivedAxis<Value extends string = string> extends AxisOf<Value> {
  readonly mode: 'derived';
  read(fact: Fact, chart: Chart): Value;
}

export type Axis = DocumentedAxis | DerivedAxis;

type RowOf<A> =
  A extends DocumentedAxis<infer Value> ? Value | 'undocumented' : A extends DerivedAxis<infer Value> ? Value : never;

/** A row may end early in a cell: the later axes then decide nothing, and are not asked. */
export type Cells<Axes extends readonly unknown[]> = Axes extends readonly [infer First, ...infer Rest]
  ? { readonly [Row in RowOf<First>]: Cells<Rest> | Cell }
  : Cell;

interface DatedTable<Axes extends readonly unknown[]> {
  /** First fiscal year in which the cells hold. */
  readonly fromYear: number;
  readonly cells: Cells<Axes>;
}

export interface FamilySpec<Axes extends readonly Axis[]> {
  readonly id: string;
  /** As a coder would call it, for the `why` of a code. */
  readonly name: string;
  readonly conditions: readonly Condition[];
  /** Which facts of these conditions; all when left out. */
  takes?(fact: Fact, chart: Chart): boolean;
  /** A fact that has a code for each of its parts ("C4-5 and C5-6"), as one fact a part. */
  parts?(fact: Fact): readonly Fact[];
  /** The other facts that the code speaks of too: the radiculopathy of M51.16. */
  companions?(fact: Fact, chart: Chart): readonly Fact[];
  readonly axes: Axes;
  /** Oldest first. Before the first there is no code. */
  readonly tables: readonly DatedTable<Axes>[];
  readonly cites: readonly string[];
}

export interface Reading {
  readonly axis: string;
  /** Undefined: the note leaves it open. */
  readonly value: string | undefined;
}

/** What one fact gives. */
export interface Selection {
  readonly family: string;
  readonly name: string;
  readonly fact: Fact;
  readonly companions: readonly Fact[];
  readonly codes: readonly CodeText[];
  readonly standing: 'assigned' | 'unconfirmed';
  readonly readings: readonly Reading[];
  readonly open: readonly DocumentedAxis[];
  readonly cites: readonly string[];
  /** Why there is no code, when there is none. */
  readonly without: string | null;
}

/** One way through a table to a code: what the note must say on each axis that decides. */
export interface DatedCode {
  readonly code: CodeText;
  readonly fromYear: number;
  /** Last fiscal year of its table; null while it holds. */
  readonly toYear: number | null;
  readonly row: readonly Reading[];
  readonly standing: 'assigned' | 'unconfirmed';
}

/** A family without its types: what the registry holds. */
export interface Family {
  readonly id: string;
  readonly name: string;
  readonly conditions: readonly Condition[];
  readonly cites: readonly string[];
  /** Axes that the author states and a query can ask for. */
  readonly documented: readonly DocumentedAxis[];
  select(fact: Fact, chart: Chart): readonly Selection[];
  /** Every code that a table can give, with its years and rows; once for each row. */
  readonly codes: readonly DatedCode[];
}

export function documented<const Value extends string>(
  id: string,
  values: readonly Value[],
  ask: { readonly asks: QueryKind; readonly why: string; read(fact: Fact, chart: Chart): NoInfer<Value> | undefined },
): DocumentedAxis<Value> {
  return { mode: 'documented', id, values, ...ask };
}

export function derived<const Value extends string>(
  id: string,
  values: readonly Value[],
  read: (fact: Fact, chart: Chart) => NoInfer<Value>,
): DerivedAxis<Value> {
  return { mode: 'derived', id, values, read };
}

type Row = { readonly [row: string]: Node };
type Node = Cell | Row;

function isRow(node: Node): node is Row {
  return typeof node === 'object' && node !== null && !Array.isArray(node) && !('unconfirmed' in node);
}

function codesOf(cell: Cell): readonly CodeText[] {
  if (cell === null) return [];
  if (typeof cell === 'string') return [cell];
  return isSuggestion(cell) ? cell.unconfirmed : cell;
}

const isSuggestion = (cell: Cell): cell is Suggestion =>
  cell !== null && typeof cell === 'object' && 'unconfirmed' in cell;

/** Every way down a table, with the codes at its end. */
function listRows(node: Node, axes: readonly Axis[], row: readonly Reading[] = []) {
  if (!isRow(node)) {
    const cell = node as Cell;
    const standing = isSuggestion(cell) ? ('unconfirmed' as const) : ('assigned' as const);
    return codesOf(cell).map((code) => ({ code, row, standing }));
  }
  const [axis, ...rest] = axes;
  return Object.entries(node).flatMap(
    ([value, below]): { code: CodeText; row: readonly Reading[]; standing: DatedCode['standing'] }[] =>
      listRows(below, rest, [...row, { axis: axis?.id ?? '', value: value === 'undocumented' ? undefined : value }]),
  );
}

/** @throws TypeError when an axis gives a value that its table has no row for: the family is wrong, not the note. */
function walk(spec: FamilySpec<readonly Axis[]>, cells: Node, fact: Fact, chart: Chart) {
  const readings: Reading[] = [];
  const open: DocumentedAxis[] = [];
  let node = cells;
  for (const axis of spec.axes) {
    if (!isRow(node)) break;
    const value = axis.read(fact, chart);
    if (value === undefined && axis.mode === 'documented') open.push(axis);
    readings.push({ axis: axis.id, value });
    const next: Node | undefined = node[value ?? 'undocumented'];
    if (next === undefined) {
      throw new TypeError(
        `Family ${spec.id}: axis ${axis.id} gave "${value}", which its table has no row for. Declare the value.`,
      );
    }
    node = next;
  }
  return { cell: node as Cell, readings, open };
}

const NO_CODE = 'No code in scope says this condition in this place.';
const NO_TABLE: ReturnType<typeof walk> = { cell: null, readings: [], open: [] };

export function defineFamily<const Axes extends readonly Axis[]>(spec: FamilySpec<Axes>): Family {
  const tables = spec.tables as readonly { fromYear: number; cells: Node }[];
  const first = tables[0]?.fromYear ?? 0;

  function selectPart(fact: Fact, chart: Chart): Selection {
    const table = tables.findLast((t) => t.fromYear <= chart.fiscalYear);
    const { cell, readings, open } = table ? walk(spec as never, table.cells, fact, chart) : NO_TABLE;
    const codes = codesOf(cell);
    // written out, not spread: every fact of every what-if answer comes through here
    return {
      family: spec.id,
      name: spec.name,
      fact,
      companions: spec.companions?.(fact, chart) ?? [],
      codes,
      standing: isSuggestion(cell) ? 'unconfirmed' : 'assigned',
      readings,
      open,
      cites: spec.cites,
      without: codes.length > 0 ? null : table ? NO_CODE : hadNoCodeYet(chart.fiscalYear),
    };
  }

  const hadNoCodeYet = (year: number): string =>
    `ICD-10-CM has had a code for it since FY${first}; the date of service falls in FY${year}.`;

  return {
    id: spec.id,
    name: spec.name,
    conditions: spec.conditions,
    cites: spec.cites,
    documented: spec.axes.filter((axis) => axis.mode === 'documented'),
    select(fact, chart) {
      if (!spec.conditions.includes(fact.condition) || !(spec.takes?.(fact, chart) ?? true)) return [];
      return (spec.parts?.(fact) ?? [fact]).map((part) => selectPart(part, chart));
    },
    codes: tables.flatMap(({ fromYear, cells }, i) => {
      const next = tables[i + 1];
      const toYear = next ? next.fromYear - 1 : null;
      return listRows(cells, spec.axes).map((found) => ({ ...found, fromYear, toYear }));
    }),
  };
}
