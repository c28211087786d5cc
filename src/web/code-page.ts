/** What the code set prints about one code in the fiscal year of a date, its own notes and those above it, as plain data. */
import { type CodeEntry, codeYearOn } from '../coding/codeset.ts';

export interface PrintedNote {
  /** Where it is printed: the code itself or a heading above it. */
  readonly on: string;
  readonly text: string;
}

export interface CodePage {
  readonly code: string;
  readonly title: string;
  readonly billable: boolean;
  readonly fiscalYear: number;
  readonly from: string;
  readonly to: string;
  readonly replacedBy: readonly string[];
  /** Nearest first. */
  readonly above: readonly { readonly code: string; readonly title: string }[];
  readonly notes: readonly { readonly heading: string; readonly printed: readonly PrintedNote[] }[];
  /** The complete codes of the same heading, in the order of the list. */
  readonly beside: readonly { readonly code: string; readonly title: string }[];
}

const HEADINGS: readonly (readonly [string, (entry: CodeEntry) => readonly (string | { readonly text: string })[]])[] = [
  ['Applicable to', (entry) => entry.inclusionTerms],
  ['Includes', (entry) => entry.includes],
  ['Code first', (entry) => entry.codeFirst],
  ['Use additional code', (entry) => entry.useAdditional],
  ['Code also', (entry) => entry.codeAlso],
  ['Excludes1: never together', (entry) => entry.excludes1],
  ['Excludes2: not included here', (entry) => entry.excludes2],
  ['Note', (entry) => entry.notes],
];

/** Null for a code that the year does not list. */
export function describeForPage(code: string, dateOfService: string | null): CodePage | null {
  const year = codeYearOn(dateOfService);
  const entry = year.entry(code);
  if (!entry) return null;
  const above = year.ancestors(code);
  const notes = HEADINGS.map(([heading, read]) => ({
    heading,
    printed: [entry, ...above].flatMap((at) =>
      read(at).map((note) => ({ on: at.code, text: typeof note === 'string' ? note : note.text })),
    ),
  }));
  const name = ({ code, title }: CodeEntry) => ({ code, title });
  return {
    code,
    title: entry.title,
    billable: entry.billable,
    fiscalYear: year.fiscalYear,
    from: year.from,
    to: year.to,
    replacedBy: entry.replacedBy,
    above: above.map(name),
    notes: notes.filter(({ printed }) => printed.length > 0),
    beside: year.completeCodes(entry.billable ? (above[0]?.code ?? code) : code).map(name),
  };
}
