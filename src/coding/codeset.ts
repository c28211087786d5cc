/** Which ICD-10-CM codes exist in which fiscal year: one table per year, built when first asked for, never altered. */
import { compiledLexicons } from '../lexicons/compiled.ts';
import type { CodeSetYear } from '../model.ts';
import { type CodeNote, isReferredTo, readReferences } from './code-notes.ts';

export type { CodeNote, CodeReference } from './code-notes.ts';

export const CODE_KINDS = ['chapter', 'block', 'category', 'subcategory', 'code'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** One code, or one heading above codes, as it stands in one fiscal year. Notes are its own, not those above it. */
export interface CodeEntry {
  readonly code: string;
  readonly title: string;
  readonly kind: CodeKind;
  /** Complete and reportable in that year. A code that wants a 7th character is listed complete (`S39.012A`). */
  readonly billable: boolean;
  readonly parent: string | null;
  readonly replacedBy: readonly string[];
  readonly inclusionTerms: readonly string[];
  readonly includes: readonly string[];
  readonly excludes1: readonly CodeNote[];
  readonly excludes2: readonly CodeNote[];
  readonly codeFirst: readonly CodeNote[];
  readonly useAdditional: readonly CodeNote[];
  readonly codeAlso: readonly CodeNote[];
  readonly notes: readonly string[];
}

/** Whether the lists that we hold reach the date of service. */
export type Coverage = 'covered' | 'before' | 'after';

/** What a code is in a year: `unlisted` when that year has no such code, or the code is outside our scope. */
export type CodeStanding = 'billable' | 'heading' | 'unlisted';

/** An Excludes note that keeps two codes apart, and where it is printed. */
export interface ExcludesNote {
  readonly kind: 'excludes1' | 'excludes2';
  readonly on: string;
  readonly names: string;
  readonly text: string;
}

/** The code set in force on a date of service. */
export interface CodeYear extends CodeSetYear {
  readonly coverage: Coverage;
  entry(code: string): CodeEntry | undefined;
  /** The headings above a code, nearest first: category, block and chapter have notes that hold for it too. */
  ancestors(code: string): readonly CodeEntry[];
  /** The billable codes that begin with these characters, in the order of the list: `S33.5XX` has three. */
  completeCodes(prefix: string): readonly CodeEntry[];
  /** Excludes notes printed at either code, or above it, that name the other; Excludes1 first. */
  excludesBetween(a: string, b: string): readonly ExcludesNote[];
  /** Excludes notes printed outside our scope (G54, G89 ...) that name the code. */
  excludesElsewhere(code: string): readonly ExcludesNote[];
}

const source = compiledLexicons['code-set'];
type SourceEntry = Exclude<(typeof source.codes)[string], string>;
type SourceNote = NonNullable<SourceEntry['notes']>[number];

const years = source.years;
const oldest = years[0] as (typeof years)[number];
const newest = years[years.length - 1] as (typeof years)[number];

/** The fiscal years that we hold, oldest first. */
export const CODE_YEARS: readonly CodeSetYear[] = years.map(({ fiscalYear, from, to }) => ({
  system: source.system,
  fiscalYear,
  from,
  to,
}));

const sourceOf = (code: string): SourceEntry | undefined => {
  const entry = Object.hasOwn(source.codes, code) ? source.codes[code] : undefined;
  return typeof entry === 'string' ? { title: entry, billable: true } : entry;
};

const holds = (dated: { from?: number | undefined; to?: number | undefined }, fiscalYear: number): boolean =>
  (dated.from ?? fiscalYear) <= fiscalYear && fiscalYear <= (dated.to ?? fiscalYear);

function isBillable(entry: SourceEntry, fiscalYear: number): boolean {
  if (typeof entry.billable === 'boolean') return entry.billable;
  let billable = false;
  // Integer keys of an object come in ascending order.
  for (const [from, value] of Object.entries(entry.billable)) if (Number(from) <= fiscalYear) billable = value;
  return billable;
}

/** What `code` is in a fiscal year, without building that year's table. */
export function codeStanding(code: string, fiscalYear: number): CodeStanding {
  const entry = sourceOf(code);
  if (!entry || !holds(entry, fiscalYear)) return 'unlisted';
  return isBillable(entry, fiscalYear) ? 'billable' : 'heading';
}

/** Whether a code, real or not, would stand among those that we speak of: M51.07 would, M53.1 would not. */
export function isInCodeScope(code: string): boolean {
  return source.scope.some(
    (prefix) => code.startsWith(prefix) && (prefix.includes('.') || code.length === 3 || code[3] === '.'),
  );
}

function readNotes(notes: readonly SourceNote[] | undefined, fiscalYear: number): readonly string[] {
  return (notes ?? []).flatMap((note) =>
    typeof note === 'string' ? [note] : holds(note, fiscalYear) ? [note.text] : [],
  );
}

function kindOf(code: string, billable: boolean): CodeKind {
  if (code.startsWith('Chapter')) return 'chapter';
  if (code.includes('-')) return 'block';
  if (code.length === 3) return 'category';
  return billable ? 'code' : 'subcategory';
}

/** The parent of a code is the longest heading that it begins with. */
function parentOf(code: string): string | null {
  for (let length = code.length - 1; length >= 3; length--) {
    const prefix = code.slice(0, length);
    if (Object.hasOwn(source.codes, prefix)) return prefix;
  }
  return null;
}

function readEntry(code: string, entry: SourceEntry, fiscalYear: number): CodeEntry {
  const billable = isBillable(entry, fiscalYear);
  const withRefs = (notes: readonly SourceNote[] | undefined): readonly CodeNote[] =>
    readNotes(notes, fiscalYear).map((text) => ({ text, refs: readReferences(text) }));
  return {
    code,
    title: entry.title,
    kind: kindOf(code, billable),
    billable,
    parent: entry.parent ?? parentOf(code),
    replacedBy: billable ? [] : (entry.replacedBy ?? []),
    inclusionTerms: readNotes(entry.inclusionTerms, fiscalYear),
    includes: readNotes(entry.includes, fiscalYear),
    excludes1: withRefs(entry.excludes1),
    excludes2: withRefs(entry.excludes2),
    codeFirst: withRefs(entry.codeFirst),
    useAdditional: withRefs(entry.useAdditional),
    codeAlso: withRefs(entry.codeAlso),
    notes: readNotes(entry.notes, fiscalYear),
  };
}

function buildYear({ fiscalYear, from, to }: (typeof years)[number]): Omit<CodeYear, 'coverage'> {
  const table = new Map<string, CodeEntry>();
  for (const code of Object.keys(source.codes)) {
    const entry = sourceOf(code);
    if (entry && holds(entry, fiscalYear)) table.set(code, readEntry(code, entry, fiscalYear));
  }
  const ancestors = (code: string): readonly CodeEntry[] => {
    const parent = table.get(table.get(code)?.parent ?? '');
    return parent ? [parent, ...ancestors(parent.code)] : [];
  };
  const excludesAt = (code: string, named: string): readonly ExcludesNote[] => {
    const own = table.get(code);
    return (own ? [own, ...ancestors(code)] : []).flatMap((entry) =>
      (['excludes1', 'excludes2'] as const).flatMap((kind) =>
        entry[kind]
          .filter(({ refs }) => refs.some((ref) => isReferredTo(named, ref)))
          .map(({ text }) => ({ kind, on: entry.code, names: named, text })),
      ),
    );
  };
  return {
    system: source.system,
    fiscalYear,
    from,
    to,
    entry: (code) => table.get(code),
    ancestors,
    completeCodes: (prefix) => [...table.values()].filter(({ code, billable }) => billable && code.startsWith(prefix)),
    excludesElsewhere: (code) =>
      source.elsewhere
        .filter((note) => holds(note, fiscalYear) && readReferences(note.text).some((ref) => isReferredTo(code, ref)))
        .map(({ kind, on, text }) => ({ kind, on, names: code, text })),
    excludesBetween: (a, b) =>
      [...excludesAt(a, b), ...excludesAt(b, a)].sort((x, y) => (x.kind < y.kind ? -1 : x.kind > y.kind ? 1 : 0)),
  };
}

const built = new Map<string, CodeYear>();

/** The year in force on `dateOfService`; the newest where it is null. Outside the known years: the nearest one. */
export function codeYearOn(dateOfService: string | null): CodeYear {
  const day = dateOfService?.slice(0, 10) ?? newest.from;
  const year = years.find(({ from, to }) => from <= day && day <= to) ?? (day < oldest.from ? oldest : newest);
  const coverage: Coverage = day < year.from ? 'before' : day > year.to ? 'after' : 'covered';
  const key = `${year.fiscalYear} ${coverage}`;
  const known = built.get(key);
  if (known) return known;
  const table = coverage === 'covered' ? buildYear(year) : codeYearOn(year.from);
  const result: CodeYear = { ...table, coverage };
  built.set(key, result);
  return result;
}
