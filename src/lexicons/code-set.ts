/** lexicons/code-set.yaml: the ICD-10-CM codes of our scope; every value holds in all years unless it is dated. */
import { z } from 'zod';
import { defineLexicon } from './define.ts';

const fiscalYear = z.int().min(2016, 'a fiscal year is a whole number such as 2027');
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written 2026-10-01');
const code = z
  .string()
  .regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'a code is written with capitals and its point: M51.A4');

/** A note of the tabular list; `from` and `to` are the first and last fiscal year that print it. */
const note = z.union([
  z.string().min(1),
  z.strictObject({ text: z.string().min(1), from: fiscalYear.optional(), to: fiscalYear.optional() }),
]);
const notes = z.array(note).min(1).optional();

/** `{ 2021: true, 2022: false }`: each value holds from its fiscal year until the next one named. */
const datedBillable = z.record(z.string().regex(/^20\d\d$/), z.boolean());

const entry = z.union([
  /** The title of a complete code that is the same in every year. */
  z.string().min(1),
  z.strictObject({
    title: z.string().min(1),
    /** Only where the code does not begin with its parent: categories and blocks. */
    parent: z.string().optional(),
    billable: z.union([z.boolean(), datedBillable]).default(true),
    from: fiscalYear.optional(),
    to: fiscalYear.optional(),
    replacedBy: z.array(code).min(1).optional(),
    inclusionTerms: notes,
    includes: notes,
    excludes1: notes,
    excludes2: notes,
    codeFirst: notes,
    useAdditional: notes,
    codeAlso: notes,
    notes,
  }),
]);

const heading = z
  .string()
  .regex(/^(Chapter \d+|[A-Z]\d\d-[A-Z]\d\d|[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?)$/, 'a key is a code, block or chapter');

export const codeSetLexicon = defineLexicon(
  'code-set',
  z.strictObject({
    system: z.literal('ICD-10-CM'),
    /** Without gaps, oldest first. */
    years: z.array(z.strictObject({ fiscalYear, from: isoDate, to: isoDate, basis: z.string().min(1) })).min(1),
    /** What codes we speak of: each of these and all below it. */
    scope: z.array(code).min(1),
    changes: z.array(
      z.strictObject({
        fiscalYear,
        codes: z.array(code).min(1),
        replaces: code.optional(),
        standing: z.enum(['proved', 'year not proved']),
        evidence: z.string().min(1),
      }),
    ),
    codes: z.record(heading, entry),
    /** Notes printed outside our scope that name a code in it. */
    elsewhere: z.array(
      z.strictObject({
        on: heading,
        title: z.string().min(1),
        kind: z.enum(['excludes1', 'excludes2']),
        text: z.string().min(1),
        from: fiscalYear.optional(),
        to: fiscalYear.optional(),
      }),
    ),
  }),
);
