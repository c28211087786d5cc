/** What a code is on a date, since when, until when, and what took its place; each statement rests on a list held. */
import { CODE_YEARS, type CodeYear, codeStanding, codeYearOn, isInCodeScope } from '../coding/codeset.ts';
import { compiledLexicons } from '../lexicons/compiled.ts';

export const CODE_STATUSES = ['billable', 'parent', 'retired', 'not-yet-valid', 'unknown'] as const;
/** `parent` is a heading with complete codes below it; `retired` was complete before the date and is so no more. */
export type CodeStatus = (typeof CODE_STATUSES)[number];

/** Days between which a code is complete, or for a heading listed. */
export interface Validity {
  /** First day; null for a code that no list has. */
  readonly from: string | null;
  /** `on-or-before`: the oldest list held has it already. */
  readonly fromIs: 'exact' | 'on-or-before' | null;
  /** Last day; null while it stands in the newest list. */
  readonly to: string | null;
  /** How sure the change of year is, where there was one. */
  readonly standing: 'proved' | 'year not proved' | null;
  readonly evidence: string | null;
}

const { changes, scope } = compiledLexicons['code-set'];
const oldest = CODE_YEARS[0] as (typeof CODE_YEARS)[number];
const newest = CODE_YEARS[CODE_YEARS.length - 1] as (typeof CODE_YEARS)[number];

export const replacedCode = (code: string): string | null =>
  changes.find(({ codes }) => codes.includes(code))?.replaces ?? null;

export const replacingCodes = (code: string): readonly string[] =>
  changes.find(({ replaces }) => replaces === code)?.codes ?? [];

const billableYears = (code: string) =>
  CODE_YEARS.filter(({ fiscalYear }) => codeStanding(code, fiscalYear) === 'billable');
const listedYears = (code: string) =>
  CODE_YEARS.filter(({ fiscalYear }) => codeStanding(code, fiscalYear) !== 'unlisted');

export function statusOn(code: string, year: CodeYear): CodeStatus {
  const entry = year.entry(code);
  if (entry?.billable) return 'billable';
  if (billableYears(code).some(({ fiscalYear }) => fiscalYear < year.fiscalYear)) return 'retired';
  if (entry) return 'parent';
  const listed = listedYears(code);
  if (listed.some(({ fiscalYear }) => fiscalYear > year.fiscalYear)) return 'not-yet-valid';
  return listed.length > 0 ? 'retired' : 'unknown';
}

/** The year whose facts a page shows: the one in force, or the nearest that lists the code. */
export function yearListing(code: string, year: CodeYear): CodeYear | null {
  if (year.entry(code)) return year;
  const listed = listedYears(code);
  const nearest = listed.find(({ fiscalYear }) => fiscalYear > year.fiscalYear) ?? listed.at(-1);
  return nearest ? codeYearOn(nearest.from) : null;
}

export function findValidity(code: string): Validity {
  const complete = billableYears(code);
  const years = complete.length > 0 ? complete : listedYears(code);
  const first = years[0];
  const last = years.at(-1);
  if (!first || !last) return { from: null, fromIs: null, to: null, standing: null, evidence: null };
  const change = changes.find(({ codes, replaces }) => codes.includes(code) || replaces === code);
  return {
    from: first.from,
    fromIs: first.fiscalYear === oldest.fiscalYear ? 'on-or-before' : 'exact',
    to: last.fiscalYear === newest.fiscalYear ? null : last.to,
    standing: change?.standing ?? null,
    evidence: change?.evidence ?? null,
  };
}

const list = (codes: readonly string[]): string =>
  codes.length > 1 ? `${codes.slice(0, -1).join(', ')} and ${codes.at(-1)}` : (codes[0] ?? '');

/** The status in a sentence, with what to do. */
export function explainStatus(code: string, status: CodeStatus, year: CodeYear, below: readonly string[]): string {
  const { from, to } = findValidity(code);
  const successors = replacingCodes(code);
  switch (status) {
    case 'billable':
      return `Complete and valid for dates of service in fiscal year ${year.fiscalYear}.`;
    case 'parent':
      return `A heading, not a complete code. Report the complete code below it that the documentation supports: ${list(below)}.`;
    case 'retired': {
      const now = successors.length > 0 ? ` Since then ${list(successors)} take its place.` : '';
      return `No complete code any more: its last day was ${to}.${now}`;
    }
    case 'not-yet-valid': {
      const before = replacedCode(code);
      return `Not valid yet on this date: its first day is ${from}.${before ? ` Until then the code is ${before}.` : ''}`;
    }
    case 'unknown':
      return explainUnknown(code, year);
  }
}

function explainUnknown(code: string, year: CodeYear): string {
  if (!isInCodeScope(code)) {
    return `Outside the codes that SpineNote speaks of (${scope.join(', ')}), so nothing is said about it here.`;
  }
  let heading = code.slice(0, -1);
  while (heading.length > 3 && !year.entry(heading.replace(/\.$/, ''))) heading = heading.slice(0, -1);
  const near = year.completeCodes(heading.replace(/\.$/, '')).map((entry) => entry.code);
  const instead =
    near.length > 0 && near.length <= 12 ? ` Complete codes under ${heading.replace(/\.$/, '')}: ${list(near)}.` : '';
  return `There is no such code in any list from fiscal year ${oldest.fiscalYear} to ${newest.fiscalYear}.${instead}`;
}
