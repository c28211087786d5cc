/** The addresses of CDS Hooks: discovery, the services, and their feedback. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Analyzer } from '../index.ts';
import { writeCards } from './cards.ts';
import { failureSchema, Refusal } from './failure.ts';
import { type HeardFeedback, readFeedback } from './feedback.ts';
import { HOOK_SERVICES, type HookService, readHookNote } from './hooks.ts';
import { cardsSchema, feedbackSchema, hookRequestSchema } from './requests.ts';

const params = z.object({ id: z.string() });

export function addHookRoutes(
  plain: FastifyInstance,
  analyzer: Analyzer,
  onFeedback: (heard: HeardFeedback) => void,
): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get('/cds-services', { schema: { summary: 'CDS Hooks 2.0 discovery.' }, config: { isOpen: true } }, async () => ({
    services: HOOK_SERVICES,
  }));

  app.post(
    '/cds-services/:id',
    {
      schema: {
        summary: 'CDS Hooks 2.0: one card for each open question of the note.',
        params,
        body: hookRequestSchema,
        response: { 200: cardsSchema, default: failureSchema },
      },
      config: { isForCdsClients: true },
    },
    async ({ params: { id }, body }) => {
      const note = readHookNote(findService(id), body);
      if (note === null) return { cards: [] };
      const { text, dateOfService } = note;
      return { cards: writeCards(text, analyzer.analyze(text, { dateOfService })) };
    },
  );

  app.post(
    '/cds-services/:id/feedback',
    {
      schema: { summary: 'CDS Hooks 2.0 feedback: what became of a card.', params, body: feedbackSchema },
      config: { isForCdsClients: true },
    },
    async ({ params: { id }, body }) => {
      for (const heard of readFeedback(findService(id).id, body)) onFeedback(heard);
      return {};
    },
  );
}

function findService(id: string): HookService {
  const service = HOOK_SERVICES.find((each) => each.id === id);
  if (service) return service;
  throw new Refusal(404, 'not-found', 'There is no such CDS service. GET /cds-services lists them.');
}
