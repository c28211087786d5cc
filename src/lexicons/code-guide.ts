/** lexicons/code-guide.yaml: what a code page says beyond the official list; a title is a slot, never typed. */
import { z } from 'zod';
import { defineLexicon } from './define.ts';

const code = z
  .string()
  .regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'a code is written with capitals and its point: M51.A4');
const fiscalYear = z.int().min(2016, 'a fiscal year is a whole number such as 2027');

const text = z.string().trim().min(1);

/** Holds for some codes of its guide, or from one fiscal year to another, where it says so. */
const limits = { codes: z.array(code).min(1).optional(), from: fiscalYear.optional(), to: fiscalYear.optional() };
const line = z.union([text, z.strictObject({ text, ...limits })]);

const answer = z.strictObject({
  /** Permanent: links and tests name it. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is written like-this'),
  question: text,
  answer: text,
  /** What is often said instead, and why it is not so. */
  correction: z.union([text, z.strictObject({ text, ...limits })]).optional(),
  cites: z.array(text).min(1),
  ...limits,
});

const guide = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'an id is written like-this'),
    /** The codes that the guide speaks of, each with the values of its slots. `use`: when this one is right. */
    codes: z.record(code, z.looseObject({ use: text }).catchall(text)),
    /** What decides among the siblings. */
    separates: text,
    tips: z.array(line).min(1),
    pitfalls: z.array(line).min(1),
    faq: z.array(answer).min(1),
    sources: z.array(text).min(1),
  })
  .superRefine((entry, context) => {
    const stranger = limitedCodes(entry).find((limited) => !Object.hasOwn(entry.codes, limited));
    if (stranger !== undefined) {
      const message = `"${stranger}" limits an entry but is no code of this guide; name it under codes`;
      context.addIssue({ code: 'custom', message });
    }
    // An answer that changes with a year keeps its id: each version has its dates.
    const ids = entry.faq.filter(({ from, to }) => from === undefined && to === undefined).map(({ id }) => id);
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
    if (repeated !== undefined) {
      context.addIssue({ code: 'custom', path: ['faq'], message: `"${repeated}" is answered twice; keep one entry` });
    }
  });

interface Limited {
  readonly codes?: readonly string[] | undefined;
}

function limitedCodes(entry: {
  readonly tips: readonly (string | Limited)[];
  readonly pitfalls: readonly (string | Limited)[];
  readonly faq: readonly (Limited & { readonly correction?: string | Limited | undefined })[];
}): readonly string[] {
  const lines = [
    ...entry.tips,
    ...entry.pitfalls,
    ...entry.faq,
    ...entry.faq.map(({ correction }) => correction ?? ''),
  ];
  return lines.flatMap((each) => (typeof each === 'string' ? [] : (each.codes ?? [])));
}

export const codeGuideLexicon = defineLexicon(
  'code-guide',
  z.strictObject({
    /** The part of the spine of a code whose title names none; the longest prefix counts. */
    regions: z.record(z.string().min(3), text),
    /** Codes that a list other than ICD-10-CM flags as chronic. */
    chronic: z.array(z.strictObject({ code, says: text, source: text })),
    /** Related procedures by number only: the descriptions are not ours to print. */
    procedures: z.array(
      z.strictObject({
        code,
        numbers: z.array(z.string().regex(/^\d{4}[0-9A-Z]$/, 'a procedure number has five characters')).min(1),
        source: text,
      }),
    ),
    guides: z.array(guide).min(1),
  }),
);

export type CodeGuide = z.infer<typeof codeGuideLexicon.schema>['guides'][number];
export type GuideLine = CodeGuide['tips'][number];
export type GuideAnswer = CodeGuide['faq'][number];
