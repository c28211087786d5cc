/** Notes in, analyses out; and what there is to say of a code. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readEncounterRecord } from '../encounters/encounter-line.ts';
import { reviewEncounters } from '../encounters/review.ts';
import { type Analyzer, analysisSchema, describeCode } from '../index.ts';
import { answerBatch, readOptions } from './batch.ts';
import { failureSchema, Refusal } from './failure.ts';
import type { ServiceLimits } from './limits.ts';
import { noteRequestSchema, reviewRequestSchema } from './requests.ts';

const CODE_FORM = /^[A-Za-z]\d[0-9A-Za-z]\.?[0-9A-Za-z]{0,4}[.-]*$/;

export function addNoteRoutes(plain: FastifyInstance, analyzer: Analyzer, limits: ServiceLimits): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post(
    '/analyze',
    {
      schema: {
        summary: 'Analyse one note.',
        body: noteRequestSchema,
        response: { 200: analysisSchema, default: failureSchema },
      },
    },
    async ({ body }) => analyzer.analyze(body.text, readOptions(body)) as z.infer<typeof analysisSchema>,
  );

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The stream itself: each line has its limit, the whole has none.
    scope.addContentTypeParser(
      ['application/x-ndjson', 'application/jsonl'],
      { bodyLimit: Number.MAX_SAFE_INTEGER },
      (_request, body, done) => done(null, body),
    );
    scope.post(
      '/batch',
      {
        schema: {
          summary:
            'Analyse many notes: a NoteRequest per line of application/x-ndjson in, an analysis or an error record per line out.',
        },
        config: { isStream: true },
      },
      (request, reply) =>
        reply
          .type('application/x-ndjson')
          .send(Readable.from(answerBatch(request.body as AsyncIterable<Uint8Array>, analyzer, limits.body))),
    );
  });

  app.post(
    '/review',
    { schema: { summary: 'Review the encounters of patients over time.', body: reviewRequestSchema } },
    async ({ body }) => {
      const encounters = body.encounters.map((record, index) => {
        const read = readEncounterRecord(record, index + 1);
        if (read.kind === 'refused') throw new Refusal(400, 'bad-field', `encounter ${index + 1}: ${read.message}`);
        return read.encounter;
      });
      return { reviews: reviewEncounters(encounters, analyzer) };
    },
  );

  app.get(
    '/codes/:code',
    {
      schema: {
        summary: 'Tell about an ICD-10-CM code of the spine; an unknown one is an answer.',
        params: z.object({ code: z.string().regex(CODE_FORM) }),
        querystring: z.object({ date: z.iso.date().optional() }),
      },
    },
    async ({ params, query }) => describeCode(params.code, { dateOfService: query.date ?? null }),
  );
}
