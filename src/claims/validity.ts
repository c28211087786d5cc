/** A code against the list in force: retired, incomplete, unknown, not yet valid, or of ICD-9-CM; at most one fault for each. */
import { CODE_YEARS, type CodeYear, codeStanding, codeYearOn, isInCodeScope } from '../coding/codeset.ts';
import type { CodedNote } from '../coding/nearest.ts';
import type { NoteInfo, Severity } from '../model.ts';
import { isIcd9, isIcd10 } from './spelling.ts';

/** ICD-10-CM took the place of ICD-9-CM for encounters from this day on (45 CFR 162.1002). */
const ICD_10_BEGINS = '2015-10-01';

/** More codes than these make a list that nobody reads. */
const LONGEST_LIST = 8;

/** What is wrong with a code in itself, whatever the note says. */
export interface Fault {
  readonly rule: 'retired-code' | 'not-billable-code' | 'not-yet-valid-code' | 'unknown-code' | 'icd-9-code';
  readonly severity: Severity;
  readonly message: string;
}

/** The codes of the note are named where they could take the place of the faulty one. */
type CodeList = Pick<CodedNote, 'codes' | 'note'>;

export function findFault(code: string, note: CodeList, year: CodeYear): Fault | undefined {
  return isIcd9(code) ? describeIcd9(code, note.note) : describeFault(code, note, year);
}

/** Whether the list in force lets the code be reported, whatever the words support. */
export function isReportable(code: string, year: CodeYear): boolean {
  return year.entry(code)?.billable === true;
}

function describeIcd9(code: string, { dateOfService }: NoteInfo): Fault | undefined {
  if (dateOfService !== null && dateOfService < ICD_10_BEGINS) return undefined;
  return {
    rule: 'icd-9-code',
    severity: 'info',
    message:
      `${code} has the form of an ICD-9-CM code. ICD-9-CM ended with encounters before ${ICD_10_BEGINS}, so it ` +
      'identifies no diagnosis on a later one. Replace it with the ICD-10-CM code that the documentation supports.',
  };
}

function describeFault(code: string, note: CodeList, year: CodeYear): Fault | undefined {
  if (!isIcd10(code) || year.entry(code)?.billable) return undefined;
  if (!isInCodeScope(code) && !year.entry(code)) return undefined;
  const { fiscalYear } = year;
  const others = CODE_YEARS.filter((other) => codeStanding(code, other.fiscalYear) === 'billable');
  const last = others.filter((other) => other.fiscalYear < fiscalYear).at(-1);
  if (last) return describeRetired(code, last.fiscalYear, note, year);
  if (year.completeCodes(code).length > 0) return describeIncomplete(code, note, year);
  const first = CODE_YEARS.find((other) => codeStanding(code, other.fiscalYear) !== 'unlisted');
  return first ? describeNotYet(code, first, year) : describeUnknown(code, note, year);
}

function describeRetired(code: string, lastYear: number, note: CodeList, year: CodeYear): Fault {
  const entry = year.entry(code);
  const since = CODE_YEARS.find(({ fiscalYear }) => fiscalYear === lastYear + 1) as (typeof CODE_YEARS)[number];
  const now = entry ? ` and is now the heading of ${listCodes(entry.replacedBy)}` : '';
  const supported = nameSupported(code, note);
  return {
    rule: 'retired-code',
    severity: 'error',
    message:
      `${nameCode(code, codeYearOn(since.from))} was retired on ${since.from}${now}. It is not a valid code for an ` +
      `encounter from that day on. Replace it with the complete code that the documentation supports${supported}.`,
  };
}

function describeIncomplete(code: string, note: CodeList, year: CodeYear): Fault {
  const children = year.completeCodes(code);
  const isSeventh = children.every((child) => child.code.length === 'S39.012A'.length);
  const what = isSeventh ? 'lacks its 7th character' : 'is a heading, not a complete code';
  // Below M53 or S33 we hold only a part: a list would look complete.
  const choice = isInCodeScope(code) ? listCodes(children.map((child) => child.code)) : 'the complete codes below it';
  const supported = nameSupported(code, note);
  return {
    rule: 'not-billable-code',
    severity: 'error',
    message:
      `${nameCode(code, year)} ${what}. A diagnosis code is reported with all the characters that it has ` +
      `(ICD-10-CM Guidelines, Section I.B.2). Choose among ${choice}${supported}.`,
  };
}

function describeNotYet(code: string, first: (typeof CODE_YEARS)[number], year: CodeYear): Fault {
  const replaced = codeYearOn(first.from)
    .ancestors(code)
    .find((heading) => heading.replacedBy.includes(code) && isReportable(heading.code, year));
  const then = replaced
    ? `Use ${nameCode(replaced.code, year)}, the code of that time.`
    : 'Use the code that the list in force then has for the documented condition.';
  return {
    rule: 'not-yet-valid-code',
    severity: 'error',
    message:
      `${nameCode(code, codeYearOn(first.from))} begins on ${first.from}, after the date of service (fiscal year ` +
      `${year.fiscalYear}). Only the code set in force on the date of service counts. ${then}`,
  };
}

function describeUnknown(code: string, note: CodeList, year: CodeYear): Fault {
  const heading = findHeading(code, year);
  const children = heading ? year.completeCodes(heading).map((child) => child.code) : [];
  const near = children[0] === heading ? `the nearest is ${heading}` : `${heading} has ${listCodes(children)}`;
  const supported = nameSupported(heading ?? code, note) || nameSupported(code.slice(0, 3), note);
  return {
    rule: 'unknown-code',
    severity: 'error',
    message:
      `${code} is not an ICD-10-CM code of fiscal year ${year.fiscalYear}, so it identifies no diagnosis. Check it for ` +
      `a slip of the pen${heading ? `; ${near}` : ''}${supported}.`,
  };
}

/** The longest beginning of a code that the list has: M51.0 for M51.07, M53.8 for M53.89. */
function findHeading(code: string, year: CodeYear): string | undefined {
  for (let length = code.length - 1; length >= 3; length--) {
    const prefix = code.slice(0, length);
    if (year.entry(prefix)) return prefix;
  }
  return undefined;
}

export function nameCode(code: string, year: CodeYear): string {
  const title = year.entry(code)?.title;
  return title === undefined ? code : `${code} (${title})`;
}

function listCodes(codes: readonly string[]): string {
  const shown = codes.slice(0, LONGEST_LIST).join(', ');
  return codes.length > LONGEST_LIST ? `${shown} and ${codes.length - LONGEST_LIST} more` : shown;
}

function nameSupported(prefix: string, { codes }: CodeList): string {
  const supported = codes.filter(({ code, standing }) => standing === 'assigned' && code.startsWith(prefix));
  if (supported.length === 0) return '';
  return `; the words of this note support ${supported.map(({ code, title }) => `${code} (${title})`).join(' and ')}`;
}
