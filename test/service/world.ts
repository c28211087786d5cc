/** A service in memory with the real analyzer, and a note full of words that may never come back in a refusal or a log. */
import type { FastifyInstance, InjectOptions } from 'fastify';
import { createAnalyzer } from '../../src/index.ts';
import { createService, type ServiceOptions } from '../../src/service/index.ts';

export const HOST = '127.0.0.1:4871';
export const CANARY = 'zebrafinch';
export const NOTE = `ASSESSMENT:\n1. Annular tear L5-S1.\n2. Low back pain. Mr ${CANARY} agrees.\n`;

const analyzer = await createAnalyzer();

export const openService = (options: Partial<ServiceOptions> = {}): Promise<FastifyInstance> =>
  createService({ analyzer, hosts: () => [HOST], ...options });

export async function ask(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  url: string,
  options: Omit<InjectOptions, 'url' | 'method'> = {},
) {
  const response = await app.inject({ method, url, ...options, headers: { host: HOST, ...options.headers } });
  return {
    status: response.statusCode,
    body: response.body,
    headers: response.headers,
    json: () => JSON.parse(response.body),
  };
}

export const documentOf = (text: string) => ({
  resourceType: 'DocumentReference',
  status: 'current',
  content: [{ attachment: { contentType: 'text/plain; charset=utf-8', data: Buffer.from(text).toString('base64') } }],
  context: { period: { start: '2026-11-02' } },
});
