/** The addresses of CDS Hooks: discovery, the services, and their feedback. */
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Analyzer } from '../index.ts';
import { writeCards } from './cards.ts';
import { failureSchema, Refusal } from './failure.ts';
import { HOOK_SERVICES, type HookService, readHookNote } from './hooks.ts';
import { cardsSchema, feedbackSchema, hookRequestSchema } from './requests.ts';

export interface HeardFeedback {
  readonly service: string;
  readonly card: string;
  readonly outcome: 'accepted' | 'overridden';
  /** One of the reasons that we offered, or null. */
  readonly reason: string | null;
}

const params = z.object({ id: z.string() });
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function addHookRoutes(
  plain: FastifyInstance,
  analyzer: Analyzer,
  onFeedback: (heard: HeardFeedback) => void,
): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get('/cds-services', { schema: { summary: 'CDS Hooks 2.0 discovery.' } }, async () => ({
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
    { schema: { summary: 'CDS Hooks 2.0 feedback: what became of a card.', params, body: feedbackSchema } },
    async ({ params: { id }, body }) => {
      const service = findService(id).id;
      for (const { card, outcome, overrideReason } of body.feedback) {
        const code = overrideReason?.reason?.code ?? null;
        // What does not have the form of an id may be anything that a person typed.
        if (UUID.test(card))
          onFeedback({ service, card, outcome, reason: code !== null && /^[a-z-]{1,40}$/.test(code) ? code : null });
      }
      return {};
    },
  );
}

function findService(id: string): HookService {
  const service = HOOK_SERVICES.find((each) => each.id === id);
  if (service) return service;
  throw new Refusal(404, 'not-found', 'There is no such CDS service. GET /cds-services lists them.');
}
