/**
 * What a human says that a note says: the shape of a gold note, and JSON -> gold notes, each quote proved to stand in
 * its note. A topic that a gold file leaves out (codes, say) is not scored for that note, never scored as empty.
 */
import { z } from 'zod';
import {
  CONDITIONS,
  type Condition,
  DETAILS,
  IMAGING_STATUSES,
  LATERALITIES,
  MODALITIES,
  NOTE_KINDS,
  type NoteKind,
  QUERY_KINDS,
  REGIONS,
  SIZES,
  SOURCES,
  STATUSES,
} from '../index.ts';

/** A quote; without `start` and `end` it is known that the words stand there, but not where. */
const quote = z
  .strictObject({ start: z.int().min(0).optional(), end: z.int().min(0).optional(), text: z.string().min(1) })
  .refine(({ start, end }) => (start === undefined) === (end === undefined), 'give start and end, or neither')
  .refine(({ start, end, text }) => start === undefined || end === start + text.length, 'end must be start + length');
const quotes = z.array(quote);

const goldFact = z.strictObject({
  condition: z.enum(CONDITIONS),
  status: z.enum(STATUSES).optional(),
  source: z.enum(SOURCES).optional(),
  region: z.enum(REGIONS).optional(),
  levels: z.array(z.string()).optional(),
  laterality: z.enum(LATERALITIES).optional(),
  size: z.enum(SIZES).nullable().optional(),
  detail: z.array(z.enum(DETAILS)).optional(),
  evidence: quotes.min(1),
});

const goldCodes = z.strictObject({
  required: z.array(z.string()),
  optional: z.array(z.string()).optional(),
  unconfirmed: z.array(z.string()).optional(),
  unconfirmedOptional: z.array(z.string()).optional(),
});

export const goldSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(NOTE_KINDS).optional(),
  tags: z.array(z.string()).optional(),
  tests: z.string().optional(),
  dateOfService: z.iso.date().nullable().optional(),
  facts: z.array(goldFact),
  factsOptional: z.array(z.string()).optional(),
  imaging: z
    .array(
      z.strictObject({
        modality: z.enum(MODALITIES),
        region: z.enum(REGIONS).optional(),
        status: z.enum(IMAGING_STATUSES),
        evidence: quotes.optional(),
      }),
    )
    .optional(),
  imagingOptional: z.array(z.string()).optional(),
  linkages: z
    .array(
      z.strictObject({
        from: z.enum(CONDITIONS),
        to: z.enum(CONDITIONS),
        status: z.enum(STATUSES),
        evidence: quotes.optional(),
      }),
    )
    .optional(),
  linkagesOptional: z.array(z.string()).optional(),
  codes: goldCodes.optional(),
  queries: z.array(z.enum(QUERY_KINDS)).optional(),
  queriesOptional: z.array(z.enum(QUERY_KINDS)).optional(),
  remarks: z.string().optional(),
});

export type GoldRecord = z.infer<typeof goldSchema>;
export type GoldFact = GoldRecord['facts'][number];
export type GoldQuote = z.infer<typeof quote>;

/** What a gold note speaks of; `status` and `region` are topics because plain labelled spans have neither. */
export const TOPICS = ['status', 'region', 'imaging', 'linkages', 'codes', 'queries', 'kind'] as const;
export type Topic = (typeof TOPICS)[number];

export interface GoldNote extends GoldRecord {
  readonly text: string;
  readonly topics: ReadonlySet<Topic>;
}

/** A fault of a file: where it is and what was expected there. It holds no note text. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface CorpusReading {
  readonly notes: readonly GoldNote[];
  readonly problems: readonly Problem[];
}

export function topicsOf(gold: GoldRecord): ReadonlySet<Topic> {
  const spoken: Record<Topic, boolean> = {
    status: gold.facts.every((fact) => fact.status !== undefined),
    region: gold.facts.every((fact) => fact.region !== undefined),
    imaging: gold.imaging !== undefined,
    linkages: gold.linkages !== undefined,
    codes: gold.codes !== undefined,
    queries: gold.queries !== undefined,
    kind: gold.kind !== undefined,
  };
  return new Set(TOPICS.filter((topic) => spoken[topic]));
}

/** What is wrong with a record, and where in it. */
export interface Breach {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A checked gold note, or the first thing that is wrong with it. */
export function checkGold(record: unknown, textOf: (id: string) => string | null): GoldNote | Breach {
  const result = goldSchema.safeParse(record);
  if (!result.success) {
    const issue = result.error.issues[0]!;
    const where = issue.path.length > 0 ? `"${issue.path.map(String).join('.')}": ` : '';
    return {
      path: issue.path,
      message: `${where}${issue.message}. corpus/README.md lists the fields and their words.`,
    };
  }
  const gold = result.data;
  const text = textOf(gold.id);
  if (text === null)
    return {
      path: ['id'],
      message: 'no note has this id. Put its text beside the gold, or name the notes with --notes.',
    };
  return findMisquote(gold, text) ?? { ...gold, text, topics: topicsOf(gold) };
}

export const isBreach = (checked: GoldNote | Breach): checked is Breach => !('topics' in checked);

function findMisquote(gold: GoldRecord, text: string): Breach | null {
  for (const list of ['facts', 'imaging', 'linkages'] as const) {
    for (const [index, entry] of (gold[list] ?? []).entries()) {
      for (const [at, { start, end, text: words }] of (entry.evidence ?? []).entries()) {
        const stands = start === undefined ? text.includes(words) : text.slice(start, end) === words;
        if (stands) continue;
        const what =
          start === undefined ? 'the quote does not stand in the note' : `the note has other words at ${start}-${end}`;
        return {
          path: [list, index, 'evidence', at],
          message: `"${list}.${index}.evidence.${at}": ${what}; it must be the exact words, offsets in UTF-16 code units.`,
        };
      }
    }
  }
  return null;
}

/** The condition that a label of another tool means: `Disc_Herniation` is `disc-herniation`; null when it is none. */
export function readCondition(label: string): Condition | null {
  return readWord(label, CONDITIONS);
}

export function readWord<Word extends string>(word: string, words: readonly Word[]): Word | null {
  const spelt = word
    .trim()
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
  return words.find((candidate) => candidate.toLowerCase() === spelt) ?? null;
}

export type { NoteKind };
