/** What the service takes, as zod: validation and /openapi.json come from the same schemas. */
import { z } from 'zod';
import { noteMetaSchema } from '../index.ts';
import { NOTE_KINDS, SETTINGS } from '../model.ts';

export const noteRequestSchema = z
  .strictObject({
    id: z.string().nullish().describe('Echoed as note.id.'),
    text: z.string().describe('The whole note.'),
    dateOfService: z.iso.date().nullish().describe('Only this picks the fiscal year of the codes.'),
    setting: z.enum(SETTINGS).nullish(),
    noteKind: z.enum(NOTE_KINDS).nullish().describe('Overrides the kind that the layout of the note shows.'),
    meta: noteMetaSchema
      .nullish()
      .describe('Echoed; `codes` are those that were sent, in claim order, and each is checked.'),
  })
  .meta({ id: 'NoteRequest' });
export type NoteRequest = z.infer<typeof noteRequestSchema>;

export const reviewRequestSchema = z
  .strictObject({
    encounters: z
      .array(
        z.looseObject({
          patient: z.string(),
          text: z.string(),
          date: z.string().nullish().describe('YYYY-MM-DD'),
          codes: z.array(z.string()).nullish(),
        }),
      )
      .min(1)
      .max(1000),
  })
  .meta({ id: 'ReviewRequest', description: 'Encounters in any order, of any number of patients.' });

const cards = z.object({
  summary: z.string().max(139),
  detail: z.string(),
  indicator: z.enum(['info', 'warning', 'critical']),
  source: z.object({ label: z.string() }),
  uuid: z.string(),
  overrideReasons: z.array(z.object({ code: z.string(), system: z.string(), display: z.string() })),
});
export const cardsSchema = z.object({ cards: z.array(cards) }).meta({ id: 'CdsCards' });
export type Card = z.infer<typeof cards>;

/** CDS Hooks 2.0; unknown fields are tolerated, as it asks. */
export const hookRequestSchema = z
  .looseObject({
    hook: z.string(),
    hookInstance: z.string(),
    context: z.record(z.string(), z.unknown()),
    prefetch: z.record(z.string(), z.unknown()).nullish(),
  })
  .meta({ id: 'CdsHookRequest' });
export type HookRequest = z.infer<typeof hookRequestSchema>;

export const feedbackSchema = z
  .looseObject({
    feedback: z.array(
      z.looseObject({
        card: z.string(),
        outcome: z.enum(['accepted', 'overridden']),
        overrideReason: z.looseObject({ reason: z.looseObject({ code: z.string() }).nullish() }).nullish(),
        outcomeTimestamp: z.string().nullish(),
      }),
    ),
  })
  .meta({ id: 'CdsFeedback' });
export type Feedback = z.infer<typeof feedbackSchema>;
