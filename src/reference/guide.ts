/** The guide to a code: lines and answers that hold for it in a year, every slot filled, every title the official one. */
import type { CodeYear } from '../coding/codeset.ts';
import type { CodeGuide, GuideLine } from '../lexicons/code-guide.ts';
import { compiledLexicons } from '../lexicons/compiled.ts';
import { yearListing } from './code-status.ts';

export interface GuideAnswer {
  /** Permanent. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  /** What is often said instead, and why it is not so. */
  readonly correction: string | null;
  readonly cites: readonly string[];
}

/** What the guide says of one code in one year. */
export interface CodeAdvice {
  readonly use: string;
  readonly separates: string;
  readonly tips: readonly string[];
  readonly pitfalls: readonly string[];
  readonly faq: readonly GuideAnswer[];
  readonly sources: readonly string[];
}

const { guides, procedures, chronic, regions } = compiledLexicons['code-guide'];

const guideOf = (code: string): CodeGuide | undefined => guides.find(({ codes }) => Object.hasOwn(codes, code));

/** When the code is right, in plain words. */
export const useOf = (code: string): string | null => guideOf(code)?.codes[code]?.use ?? null;

export const proceduresOf = (code: string) => procedures.find((entry) => entry.code === code) ?? null;
export const chronicFlagOf = (code: string) => chronic.find((entry) => entry.code === code) ?? null;

/** The part of the spine where the title names none; the longest prefix counts. */
export function regionByPrefix(code: string): string | null {
  const prefix = Object.keys(regions)
    .filter((key) => code.startsWith(key))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? null : (regions[prefix] ?? null);
}

export function adviseOn(code: string, year: CodeYear): CodeAdvice | null {
  const guide = guideOf(code);
  const values = guide?.codes[code];
  if (!guide || !values) return null;
  const fill = (template: string): string => fillSlots(template, code, values, year);
  const lines = (entries: readonly GuideLine[]): readonly string[] =>
    entries.flatMap((entry) => {
      const text = typeof entry === 'string' ? entry : holds(entry, code, year) ? entry.text : null;
      return text === null ? [] : [fill(text)];
    });
  return {
    use: fill(values.use),
    separates: fill(guide.separates),
    tips: lines(guide.tips),
    pitfalls: lines(guide.pitfalls),
    faq: guide.faq
      .filter((entry) => holds(entry, code, year))
      .map(({ id, question, answer, correction, cites }) => ({
        id,
        question: fill(question),
        answer: fill(answer),
        correction: correction === undefined ? null : (lines([correction])[0] ?? null),
        cites,
      })),
    sources: guide.sources,
  };
}

interface Limits {
  readonly codes?: readonly string[] | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

const holds = ({ codes, from, to }: Limits, code: string, { fiscalYear }: CodeYear): boolean =>
  (codes?.includes(code) ?? true) && (from ?? fiscalYear) <= fiscalYear && fiscalYear <= (to ?? fiscalYear);

/** A value may hold slots itself: `first` is "{M51.17} or {M51.27}". */
function fillSlots(template: string, code: string, values: Readonly<Record<string, string>>, year: CodeYear): string {
  return template.replace(/\{([^{}]+)\}/g, (slot, name: string) => {
    if (name === 'code') return code;
    if (name === 'title') return year.entry(code)?.title ?? code;
    if (name === 'procedures') return nameProcedures(code);
    if (/^[A-Z]\d/.test(name)) return nameCode(name, year);
    const value = values[name];
    if (value === undefined)
      throw new Error(
        `lexicons/code-guide.yaml: ${code} has no value for the slot ${slot}. Give it one under its codes.`,
      );
    return fillSlots(value, code, values, year);
  });
}

/** "M51.17 (its title)"; on a page for an earlier year a later code says since when it is valid. */
function nameCode(code: string, year: CodeYear): string {
  const now = year.entry(code);
  if (now) return `${code} (${now.title})`;
  const later = yearListing(code, year);
  if (!later) {
    throw new Error(`lexicons/code-guide.yaml: ${code} is in no list, so it has no title. Correct the code.`);
  }
  return `${code} (${later.entry(code)?.title}; valid from ${later.from})`;
}

function nameProcedures(code: string): string {
  const named = proceduresOf(code);
  return named
    ? `By number, as a practice article names them: ${named.numbers.join(', ')}.`
    : 'No article that this page answers names one by number for this code.';
}
