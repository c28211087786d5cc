/** lexicons/tips.yaml: what to document, with example sentences; no entry says a code, the analyzer does. */
import { z } from 'zod';
import { defineLexicon } from './define.ts';

const text = z.string().trim().min(1);

const step = z.strictObject({
  /** A sentence of the assessment, as a provider would write it. */
  says: text,
  /** What stands elsewhere in the same example note, as a result that the sentence refers to. */
  record: text.optional(),
});

const ladder = z.strictObject({
  /** What the wording adds from one step to the next. */
  adds: text,
  /** Weakest first: each step documents more than the one before it. */
  steps: z.array(step).min(2),
});

const family = z.strictObject({
  /** Permanent: the command line takes it. */
  id: z.string().regex(/^[a-z][a-z-]*$/, 'an id is written like-this'),
  title: text,
  /** Other names that lead here. */
  aliases: z.array(z.string().regex(/^[a-z][a-z0-9 -]*$/, 'an alias is written in small letters')).default([]),
  /** Codes that lead here: each of these and all below it. */
  codes: z.array(z.string().regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/, 'a code is written M51.A')).min(1),
  document: z.array(text).min(1),
  ladders: z.array(ladder).min(1),
});

export const tipsLexicon = defineLexicon(
  'tips',
  z.strictObject({
    families: z.array(family).superRefine((families, context) => {
      const names = families.flatMap(({ id, aliases }) => [id, ...aliases]);
      const repeated = names.find((name, index) => names.indexOf(name) !== index);
      if (repeated !== undefined) {
        context.addIssue({ code: 'custom', message: `"${repeated}" names two families; give each its own names` });
      }
    }),
  }),
);

export type TipFamily = z.infer<typeof tipsLexicon.schema>['families'][number];
