/**
 * SpineNote over HTTP, as a Fastify instance that the caller starts: nothing is logged, nothing is kept, nothing is
 * fetched, and no answer that refuses repeats a word of what was sent.
 */
import swagger from '@fastify/swagger';
import { type FastifyInstance, fastify } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject, validatorCompiler } from 'fastify-type-provider-zod';
import { type Analyzer, VERSION } from '../index.ts';
import type { TrustsClient } from './cds-clients.ts';
import { answerFailures } from './failure.ts';
import type { HeardFeedback } from './feedback.ts';
import { guardService } from './guard.ts';
import { addHookRoutes } from './hook-routes.ts';
import { SERVICE_LIMITS, type ServiceLimits } from './limits.ts';
import { addNoteRoutes } from './note-routes.ts';
import { addPage } from './page.ts';

export { type CdsClients, readCdsClients, type TrustsClient, trustClients } from './cds-clients.ts';
export { type FeedbackTally, type HeardFeedback, openTally } from './feedback.ts';
export { SERVICE_LIMITS, type ServiceLimits } from './limits.ts';

export interface ServiceOptions {
  readonly analyzer: Analyzer;
  /** Values of the Host header that are answered; asked at each request. */
  readonly hosts: () => readonly string[];
  /** Asked of every request that reads a note; null where only loopback can ask. */
  readonly token?: string | null;
  /** From `trustClients`: the JWT of CDS Hooks is then asked of the hooks, and opens them in place of the token. */
  readonly trusts?: TrustsClient | null;
  readonly limits?: Partial<ServiceLimits>;
  /** Folder of the built page. */
  readonly page?: string | null;
  /** Told of each card that was accepted or overridden: ids and codes only, never a comment. */
  readonly onFeedback?: (heard: HeardFeedback) => void;
}

export async function createService(options: ServiceOptions): Promise<FastifyInstance> {
  const limits = { ...SERVICE_LIMITS, ...options.limits };
  const app = fastify({
    logger: false,
    bodyLimit: limits.body,
    // The guard times bodies: a batch may arrive for as long as it takes.
    requestTimeout: 0,
    http: { headersTimeout: 10_000 },
    connectionTimeout: limits.requestTimeout,
    keepAliveTimeout: 5_000,
    forceCloseConnections: 'idle',
    // What arrived before the end is answered.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 100 },
  });
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  // Answers are ours and already checked by tests; reading them again through zod would cost as much as the analysis.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'SpineNote', version: VERSION, description: 'Spine notes in, facts, codes and queries out.' },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  guardService(app, {
    hosts: options.hosts,
    token: options.token ?? null,
    trusts: options.trusts ?? null,
    concurrency: limits.concurrency,
    requestTimeout: limits.requestTimeout,
  });
  answerFailures(app);
  addNoteRoutes(app, options.analyzer, limits);
  addHookRoutes(app, options.analyzer, options.onFeedback ?? (() => {}));
  app.get('/openapi.json', { schema: { hide: true }, config: { isOpen: true } }, () => app.swagger());
  app.get(
    '/healthz',
    { schema: { summary: 'Whether the service stands; no data.' }, config: { isOpen: true, isUncounted: true } },
    () => ({ status: 'ok', version: VERSION }),
  );
  addPage(app, options.page ?? null);
  endPromptly(app);
  await app.ready();
  return app;
}

/** A connection that was at work when the service was told to stop is closed with its answer, not kept for another request. */
function endPromptly(app: FastifyInstance): void {
  let isClosing = false;
  app.addHook('preClose', async () => {
    isClosing = true;
  });
  app.addHook('onResponse', async () => {
    if (isClosing) setImmediate(() => app.server.closeIdleConnections());
  });
}
