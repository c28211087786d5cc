/**
 * The Analysis as a zod schema, strict: it accepts exactly what model.ts describes and checks the promises that types
 * cannot make (a quote is as long as its span, every id that is named exists, codes stand in claim order).
 */
import { z } from 'zod';
import {
  CLAIM_VERDICTS,
  CONDITIONS,
  DETAILS,
  ELEMENT_KINDS,
  IMAGING_STATUSES,
  LATERALITIES,
  MODALITIES,
  NOTE_KINDS,
  QUERY_KINDS,
  REGIONS,
  SECTION_KINDS,
  SETTINGS,
  SEVERITIES,
  SIZES,
  SOURCES,
  STANDINGS,
  STATUSES,
} from './model.ts';

const condition = z.enum(CONDITIONS);
const status = z.enum(STATUSES);
const region = z.enum(REGIONS);
const sectionKind = z.enum(SECTION_KINDS);
const sentence = z.string().min(1);

const offset = z.int().min(0);
const position = {
  start: offset.describe('First character, in UTF-16 code units of the text as it came in.'),
  end: offset.describe('The character after the last, in UTF-16 code units.'),
};
const quote = {
  ...position,
  text: z.string().describe('The words that stand there: text.slice(start, end) of the note.'),
};
const ordered = (span: { start: number; end: number }) => span.start <= span.end;
const sliced = (span: { start: number; end: number; text: string }) => span.end - span.start === span.text.length;
const ORDERED = 'end is before start; positions are half-open, so end is never smaller.';
const SLICED = 'text is not as long as its span; it must be text.slice(start, end) of the note.';

export const evidenceSchema = z.strictObject(quote).refine(sliced, SLICED).meta({
  id: 'Evidence',
  description: 'Words of the note with the place where they stand.',
});
const quotes = z.array(evidenceSchema);

export const assertionSchema = z
  .strictObject({ status, cues: quotes.describe('The words that decided the status.') })
  .meta({ id: 'Assertion', description: 'What the context of a mention makes of it.' });

export const sectionSchema = z
  .strictObject({
    kind: sectionKind,
    heading: evidenceSchema.nullable().describe('Null for the part before the first heading.'),
    ...position,
  })
  .refine(ordered, ORDERED)
  .meta({ id: 'Section' });

export const mentionSchema = z
  .strictObject({ id: sentence, concept: condition, ...quote, section: sectionKind, assertion: assertionSchema })
  .refine(sliced, SLICED)
  .meta({ id: 'Mention' });

export const factSchema = z
  .strictObject({
    id: sentence,
    condition,
    status,
    source: z.enum(SOURCES),
    region,
    levels: z.array(sentence).describe('Long form, cranial first: L4-L5, L5.'),
    laterality: z.enum(LATERALITIES),
    size: z.enum(SIZES).nullable().describe('Null but for annulus-fibrosus-defect.'),
    detail: z.array(z.enum(DETAILS)),
    mentions: z.array(sentence).describe('Ids of the mentions that carry it.'),
    evidence: quotes.min(1),
  })
  .meta({ id: 'Fact', description: 'One condition of one person in one place with one status.' });

export const imagingSchema = z
  .strictObject({ modality: z.enum(MODALITIES), region, status: z.enum(IMAGING_STATUSES), evidence: quotes })
  .meta({ id: 'Imaging' });

export const linkageSchema = z
  .strictObject({ from: condition, to: condition, status, evidence: quotes })
  .meta({ id: 'Linkage', description: 'The provider ties a complaint (from) to a structural cause (to).' });

export const elementSchema = z
  .strictObject({ kind: z.enum(ELEMENT_KINDS), value: z.string(), status, section: sectionKind, evidence: quotes })
  .meta({ id: 'Element', description: 'Something else that the note documents and coding or a query asks about.' });

export const codeSchema = z
  .strictObject({
    code: sentence,
    title: sentence,
    standing: z.enum(STANDINGS),
    facts: z.array(sentence).describe('Ids of the facts that support it, suggest it or would have supported it.'),
    why: sentence,
    rules: z.array(z.strictObject({ rule: sentence, cites: sentence })),
  })
  .meta({ id: 'Code', description: 'Assigned codes first and in claim sequence, then unconfirmed, then excluded.' });

export const querySchema = z
  .strictObject({
    id: sentence.describe('Kind and place, never an ordinal.'),
    kind: z.enum(QUERY_KINDS),
    changes: z.enum(['code', 'documentation']),
    question: sentence,
    options: z.array(sentence).min(1),
    indicators: quotes,
    facts: z.array(sentence),
    why: sentence.describe('For the coder; never shown to the provider.'),
    cites: z.array(sentence).describe('For the coder; never shown to the provider.'),
    whatIf: z
      .array(z.strictObject({ answer: sentence, codes: z.array(sentence) }))
      .describe('For the coder; never shown to the provider: the codes in claim order that each answer would give.')
      .exactOptional(),
  })
  .meta({ id: 'Query', description: 'Question, options and indicators are for the provider.' });

export const noticeSchema = z
  .strictObject({
    rule: sentence,
    severity: z.enum(SEVERITIES),
    message: sentence,
    start: position.start.exactOptional(),
    end: position.end.exactOptional(),
    text: quote.text.exactOptional(),
  })
  .meta({ id: 'Notice', description: 'What the note itself says that a reader should look at.' });

export const claimSchema = z
  .strictObject({
    codes: z.array(
      z.strictObject({
        sent: z.string().nullable().describe('As it was sent; null for a code that the claim lacks.'),
        code: z.string(),
        title: sentence.nullable(),
        verdict: z.enum(CLAIM_VERDICTS),
        findings: z
          .array(
            z.strictObject({
              verdict: z.enum(CLAIM_VERDICTS),
              rule: sentence,
              severity: z.enum(SEVERITIES),
              reason: sentence,
              evidence: quotes,
              cites: z.array(sentence),
            }),
          )
          .min(1)
          .describe('Gravest first; the verdict of the first stands for the code.'),
        instead: z.array(sentence).describe('Codes that the documentation supports in its place.'),
      }),
    ),
  })
  .meta({ id: 'Claim', description: 'The codes that were sent against what the note documents, then those it lacks.' });

/** What a caller may send along with a note and gets back; keys beyond the named ones pass through. */
export const noteMetaSchema = z
  .looseObject({
    patient: z.string().optional(),
    encounter: z.string().optional(),
    provider: z.string().optional(),
    site: z.string().optional(),
    codes: z.array(z.string()).optional(),
  })
  .meta({ id: 'NoteMeta' });

const analysisShape = z.strictObject({
  schema: z.literal('spinenote/analysis@1'),
  tool: z.strictObject({
    name: z.literal('spinenote'),
    version: sentence,
    lexicons: sentence.describe('sha256 of the lexicons in use.'),
  }),
  note: z.strictObject({
    id: z.string().nullable(),
    kind: z.enum(NOTE_KINDS),
    setting: z.enum(SETTINGS),
    dateOfService: z.iso.date().nullable().describe('Only this picks the fiscal year.'),
    length: offset.describe('UTF-16 code units.'),
    meta: noteMetaSchema.optional(),
  }),
  codeSet: z.strictObject({
    system: z.literal('ICD-10-CM'),
    fiscalYear: z.int(),
    from: z.iso.date(),
    to: z.iso.date(),
  }),
  sections: z.array(sectionSchema),
  mentions: z.array(mentionSchema),
  facts: z.array(factSchema),
  imaging: z.array(imagingSchema),
  linkages: z.array(linkageSchema),
  elements: z.array(elementSchema),
  codes: z.array(codeSchema),
  queries: z.array(querySchema),
  notices: z.array(noticeSchema),
  claim: claimSchema.exactOptional().describe('Present where the codes that were sent are known (note.meta.codes).'),
});

type Shape = z.infer<typeof analysisShape>;
interface Breach {
  readonly path: (string | number)[];
  readonly message: string;
}

export const analysisSchema = analysisShape
  .superRefine((analysis, context) => {
    for (const breach of [...danglingIds(analysis), ...disorderedCodes(analysis)]) {
      context.addIssue({ code: 'custom', ...breach });
    }
  })
  .meta({ title: 'SpineNote analysis', description: 'One note in, one analysis out.' });

function danglingIds(analysis: Shape): Breach[] {
  const mentions = new Set(analysis.mentions.map((mention) => mention.id));
  const facts = new Set(analysis.facts.map((fact) => fact.id));
  const missing = (list: string, index: number, field: string, ids: readonly string[], known: ReadonlySet<string>) =>
    ids.flatMap((id, at): Breach[] =>
      known.has(id) ? [] : [{ path: [list, index, field, at], message: `names an id that is not among the ${field}.` }],
    );
  return [
    ...analysis.facts.flatMap((fact, index) => missing('facts', index, 'mentions', fact.mentions, mentions)),
    ...analysis.codes.flatMap((code, index) => missing('codes', index, 'facts', code.facts, facts)),
    ...analysis.queries.flatMap((query, index) => missing('queries', index, 'facts', query.facts, facts)),
  ];
}

function disorderedCodes({ codes }: Shape): Breach[] {
  const rank = codes.map((code) => STANDINGS.indexOf(code.standing));
  const index = rank.findIndex((value, at) => at > 0 && value < (rank[at - 1] as number));
  return index < 0
    ? []
    : [
        {
          path: ['codes', index, 'standing'],
          message: `stands after a weaker one; the order is ${STANDINGS.join(', ')}.`,
        },
      ];
}
