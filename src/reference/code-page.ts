/** A code's page: the official facts on a date, and where there is a guide our advice; nothing is said of a code that no list has. */

import { type CodeEntry, type CodeYear, type Coverage, codeYearOn } from '../coding/codeset.ts';
import { checkedOptions } from '../input.ts';
import type { CodeSetYear } from '../model.ts';
import { type CodePageNote, findRegion, listSources, meansFifthCharacter, readNotes } from './code-facts.ts';
import { readCodeForm } from './code-form.ts';
import {
  type CodeStatus,
  explainStatus,
  findValidity,
  replacedCode,
  replacingCodes,
  statusOn,
  type Validity,
  yearListing,
} from './code-status.ts';
import { adviseOn, chronicFlagOf, type GuideAnswer, proceduresOf, useOf } from './guide.ts';
import { childrenOf, findSiblings, type NamedCode, type Sibling } from './siblings.ts';
import { familyOfCode } from './tip-families.ts';

/** An Excludes note printed outside our scope that names the code. */
export interface OutsideNote {
  readonly kind: 'excludes1' | 'excludes2';
  readonly on: string;
  readonly text: string;
}

export interface CodePage {
  readonly schema: 'spinenote/code-page@1';
  readonly code: string;
  readonly title: string | null;
  readonly status: CodeStatus;
  /** The status in a sentence. */
  readonly statusNote: string;
  readonly dateOfService: string | null;
  /** The code set in force on that date, and whether the lists held reach it. */
  readonly codeSet: CodeSetYear & { readonly coverage: Coverage };
  /** The fiscal year whose list the facts below are from; null for an unknown code. */
  readonly factsOf: number | null;
  readonly valid: Validity;
  readonly replaces: NamedCode | null;
  readonly replacedBy: readonly NamedCode[];
  readonly chapter: NamedCode | null;
  readonly block: NamedCode | null;
  readonly category: NamedCode | null;
  /** The part of the spine; null where the code names none. */
  readonly region: string | null;
  /** When this code is right. */
  readonly use: string | null;
  readonly siblings: readonly Sibling[];
  /** What decides among the siblings; of a heading, among the codes below it. */
  readonly separates: string | null;
  /** Of a heading: the next level below it. */
  readonly children: readonly NamedCode[];
  /** Printed at the code itself; those printed above it stand among the notes. */
  readonly inclusionTerms: readonly string[];
  /** Own notes first, then those of the headings above, nearest first. */
  readonly notes: readonly CodePageNote[];
  readonly outsideNotes: readonly OutsideNote[];
  /** For providers. */
  readonly documentationTips: readonly string[];
  readonly pitfalls: readonly string[];
  readonly faq: readonly GuideAnswer[];
  /** Numbers only. */
  readonly relatedProcedures: { readonly numbers: readonly string[]; readonly source: string } | null;
  readonly chronic: { readonly says: string; readonly source: string } | null;
  /** The tip sheet with example sentences. */
  readonly tipFamily: string | null;
  readonly sources: readonly string[];
}

export interface CodePageOptions {
  /** ISO date YYYY-MM-DD; the newest year known where it is not given. */
  readonly dateOfService?: string | null | undefined;
}

/**
 * The page of a code, real or not; `m51a4` and `M51.A4` are one code.
 * @throws InputError when `dateOfService` is no day of the calendar.
 */
export function describeCode(typed: string, options: CodePageOptions = {}): CodePage {
  const { dateOfService = null } = options;
  checkedOptions({}, options);
  const year = codeYearOn(dateOfService);
  const code = readCodeForm(typed);
  const listing = code === null ? null : yearListing(code, year);
  const entry = code === null ? undefined : listing?.entry(code);
  const about = { dateOfService, codeSet: nameYear(year) };
  if (code === null) return { ...BLANK, ...about, code: typed.trim(), statusNote: NO_CODE };
  if (!listing || !entry) return { ...BLANK, ...about, code, statusNote: explainStatus(code, 'unknown', year, []) };
  return { ...BLANK, ...about, ...describeEntry(entry, listing), ...describeStanding(code, year, listing) };
}

const NO_CODE =
  'This has not the form of an ICD-10-CM code, such as M51.A4: a letter, two characters, a point, up to four more.';
const UNKNOWN_VALIDITY: Validity = { from: null, fromIs: null, to: null, standing: null, evidence: null };

const BLANK = {
  schema: 'spinenote/code-page@1',
  code: '',
  title: null,
  status: 'unknown',
  statusNote: '',
  factsOf: null,
  valid: UNKNOWN_VALIDITY,
  replaces: null,
  replacedBy: [],
  chapter: null,
  block: null,
  category: null,
  region: null,
  use: null,
  siblings: [],
  separates: null,
  children: [],
  inclusionTerms: [],
  notes: [],
  outsideNotes: [],
  documentationTips: [],
  pitfalls: [],
  faq: [],
  relatedProcedures: null,
  chronic: null,
  tipFamily: null,
  sources: [],
} as const satisfies Partial<CodePage>;

const nameYear = ({ system, fiscalYear, from, to, coverage }: CodeYear): CodePage['codeSet'] => ({
  system,
  fiscalYear,
  from,
  to,
  coverage,
});
const nameCode = ({ code, title }: CodeEntry): NamedCode => ({ code, title });

function describeStanding(code: string, year: CodeYear, listing: CodeYear) {
  const status = statusOn(code, year);
  const below = childrenOf(code, listing).map((child) => child.code);
  const replaced = replacedCode(code);
  const named = (other: string): NamedCode => nameListed(other, year);
  return {
    code,
    status,
    statusNote: explainStatus(code, status, year, below),
    valid: findValidity(code),
    replaces: replaced === null ? null : named(replaced),
    replacedBy: replacingCodes(code).map(named),
  };
}

function nameListed(code: string, year: CodeYear): NamedCode {
  return { code, title: yearListing(code, year)?.entry(code)?.title ?? '' };
}

function describeEntry(entry: CodeEntry, year: CodeYear) {
  const above = year.ancestors(entry.code);
  const find = (kind: CodeEntry['kind']): NamedCode | null => {
    const found = [entry, ...above].find((each) => each.kind === kind);
    return found ? nameCode(found) : null;
  };
  const advice = adviseOn(entry.code, year);
  const family = familyOfCode(entry.code);
  const procedures = proceduresOf(entry.code);
  const flag = chronicFlagOf(entry.code);
  return {
    title: entry.title,
    factsOf: year.fiscalYear,
    chapter: find('chapter'),
    block: find('block'),
    category: find('category'),
    region: findRegion(entry),
    use: advice?.use ?? null,
    siblings: findSiblings(entry, year, (code) => useOf(code)),
    separates: advice?.separates ?? null,
    children: entry.billable ? [] : childrenOf(entry.code, year).map(nameCode),
    inclusionTerms: entry.inclusionTerms,
    notes: [entry, ...above]
      .flatMap(readNotes)
      .filter(({ kind, on }) => kind !== 'inclusionTerms' || on !== entry.code),
    outsideNotes: year
      .excludesElsewhere(entry.code)
      .filter(({ text }) => meansFifthCharacter(text, entry.code))
      .map(({ kind, on, text }) => ({ kind, on, text })),
    documentationTips: advice?.tips ?? family?.document ?? [],
    pitfalls: advice?.pitfalls ?? [],
    faq: advice?.faq ?? [],
    relatedProcedures: procedures && { numbers: procedures.numbers, source: procedures.source },
    chronic: flag && { says: flag.says, source: flag.source },
    tipFamily: family?.id ?? null,
    sources: [...listSources(entry.code, year), ...(advice?.sources ?? [])],
  };
}
