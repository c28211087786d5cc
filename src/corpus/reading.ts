/**
 * What the program says of a note, as far as it is scored: an Analysis without the note's words, so that a saved
 * result can be kept and sent where the notes may not go.
 */
import { z } from 'zod';
import {
  CONDITIONS,
  DETAILS,
  IMAGING_STATUSES,
  LATERALITIES,
  MODALITIES,
  NOTE_KINDS,
  QUERY_KINDS,
  REGIONS,
  SECTION_KINDS,
  SIZES,
  SOURCES,
  STANDINGS,
  STATUSES,
} from '../index.ts';

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });
const spans = z.array(span);
const condition = z.enum(CONDITIONS);
const status = z.enum(STATUSES);

/** Strips what it does not name, so parsing an Analysis gives its Reading. */
export const readingSchema = z.object({
  note: z.object({ id: z.string().nullable(), kind: z.enum(NOTE_KINDS), length: z.int().min(0) }),
  sections: z.array(
    z
      .object({ kind: z.enum(SECTION_KINDS), start: z.int(), end: z.int() })
      .transform((section) => ({ ...section, heading: null })),
  ),
  facts: z.array(
    z.object({
      id: z.string().default(''),
      condition,
      status,
      source: z.enum(SOURCES),
      region: z.enum(REGIONS),
      levels: z.array(z.string()),
      laterality: z.enum(LATERALITIES),
      size: z.enum(SIZES).nullable(),
      detail: z.array(z.enum(DETAILS)),
      evidence: spans,
    }),
  ),
  imaging: z.array(
    z.object({
      modality: z.enum(MODALITIES),
      region: z.enum(REGIONS),
      status: z.enum(IMAGING_STATUSES),
      evidence: spans,
    }),
  ),
  linkages: z.array(z.object({ from: condition, to: condition, status, evidence: spans })),
  codes: z.array(z.object({ code: z.string(), standing: z.enum(STANDINGS), facts: z.array(z.string()).default([]) })),
  queries: z.array(z.object({ kind: z.enum(QUERY_KINDS), indicators: spans })),
});

export type Reading = z.infer<typeof readingSchema>;
export type ReadFact = Reading['facts'][number];
