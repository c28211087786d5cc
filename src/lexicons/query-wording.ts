/** lexicons/query-wording.yaml: the words of every query kind; a template may use only slots that a query can fill. */
import { z } from 'zod';
import { CONDITIONS, ELEMENT_KINDS, QUERY_KINDS, REGIONS } from '../model.ts';
import { defineLexicon } from './define.ts';

/** What tells two wordings of one kind apart: the point on which the record differs, or what is uncertain. */
export const QUERY_AXES = ['level', 'laterality', 'planned-side', 'size', 'status', 'origin'] as const;
export type QueryAxis = (typeof QUERY_AXES)[number];

/** What may stand behind an option: a condition, an element of the note, or a study. */
export const GROUNDS = [...CONDITIONS, ...ELEMENT_KINDS, 'imaging'] as const;
export type Ground = (typeof GROUNDS)[number];

export const QUESTION_SLOTS = ['condition', 'place'] as const;
/** `{value}` repeats its option for each finding, level, side or size that the query lists. */
export const OPTION_SLOTS = [...QUESTION_SLOTS, 'value'] as const;

const slotsOf = (text: string): readonly string[] => [...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');

function template(accepted: readonly string[]) {
  return z
    .string()
    .trim()
    .min(1)
    .superRefine((text, context) => {
      const unknown = slotsOf(text).find((slot) => !accepted.includes(slot));
      if (unknown !== undefined) {
        const message = `the slot {${unknown}} is not known here, so it would be shown unfilled; use ${accepted.map((slot) => `{${slot}}`).join(', ')}`;
        context.addIssue({ code: 'custom', message });
      } else if (/[{}]/.test(text.replace(/\{[^{}]*\}/g, ''))) {
        context.addIssue({ code: 'custom', message: 'a brace stands alone; a slot is written {condition}' });
      }
    });
}

const label = z.string().trim().min(1).max(80);

const option = z.union([
  template(OPTION_SLOTS),
  z.strictObject({
    text: template(OPTION_SLOTS),
    /** Offered only where an indicator of the query is one of these. */
    needs: z.array(z.enum(GROUNDS)).min(1).optional(),
    /** Left out where the note documents one of these already. */
    unless: z.array(z.enum(GROUNDS)).min(1).optional(),
    /** Offered only where the query speaks of one of these regions. */
    regions: z.array(z.enum(REGIONS)).min(1).optional(),
  }),
]);

const wording = z.strictObject({
  kind: z.enum(QUERY_KINDS),
  axis: z.enum(QUERY_AXES).optional(),
  /** What the answer changes, where the coding does not say it. */
  changes: z.enum(['code', 'documentation']),
  question: template(QUESTION_SLOTS),
  /** Without the two that end every query. */
  options: z.array(option).min(1),
  /** What else in the same part of the spine is quoted as an indicator. */
  quotes: z.array(z.enum(GROUNDS)).optional(),
  why: template(QUESTION_SLOTS),
  cites: z.array(z.string().min(1)).min(1),
  source: z.string().min(1),
});

export const queryWordingLexicon = defineLexicon(
  'query-wording',
  z.strictObject({
    closing: z.strictObject({ other: label, undetermined: label }),
    conditions: z.record(z.enum(CONDITIONS), label),
    places: z.record(z.enum(REGIONS), z.string()),
    sides: z.strictObject({ left: label, right: label, bilateral: label, midline: label }),
    /** By clinical weight: of two queries that both change a code, the one that stands first here is asked first. */
    queries: z.array(wording).superRefine((entries, context) => {
      const keys = entries.map(({ kind, axis }) => `${kind}/${axis ?? ''}`);
      const repeated = keys.findIndex((key, index) => keys.indexOf(key) !== index);
      if (repeated >= 0) {
        const message = `"${keys[repeated]}" is worded twice; keep one entry for each kind and axis`;
        context.addIssue({ code: 'custom', path: [repeated], message });
      }
      const silent = QUERY_KINDS.find((kind) => entries.every((entry) => entry.kind !== kind));
      if (silent) context.addIssue({ code: 'custom', message: `no entry words "${silent}"; add one for each kind` });
    }),
  }),
);

export type QueryWording = z.infer<typeof queryWordingLexicon.schema>;
export type Wording = QueryWording['queries'][number];
