/**
 * Who may ask: the right Host (a page elsewhere whose name was made to point here sends its own), no foreign Origin, the
 * token where one is set, and only so many at a time.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { explainError, Refusal, sendFailure } from './failure.ts';

export interface GuardOptions {
  /** `127.0.0.1:4871`, asked at each request because the port is only known once the service listens. */
  readonly hosts: () => readonly string[];
  readonly token: string | null;
  readonly concurrency: number;
  /** Milliseconds in which a body must have arrived; a batch is a stream, and only its socket may not fall silent. */
  readonly requestTimeout: number;
}

/** These answer without a token: they hold no data. */
const OPEN = new Set(['/healthz', '/openapi.json', '/cds-services', '/']);
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export function guardService(app: FastifyInstance, { hosts, token, concurrency, requestTimeout }: GuardOptions): void {
  let atWork = 0;
  const counted = new WeakSet<object>();
  const release = (request: object): void => {
    if (counted.delete(request)) atWork--;
  };
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    const path = request.url.split('?', 1)[0] as string;
    try {
      checkHost(request.headers.host, hosts());
      checkOrigin(request.headers.origin, hosts());
      const isOpen =
        (request.method === 'GET' || request.method === 'HEAD') && (OPEN.has(path) || path.startsWith('/assets/'));
      if (token !== null && !isOpen) checkToken(request.headers.authorization, token);
      if (path === '/healthz') return;
      if (atWork >= concurrency) throw busy(concurrency);
    } catch (error) {
      return sendFailure(reply, explainError(error));
    }
    atWork++;
    counted.add(request);
    const late = path === '/batch' ? undefined : setTimeout(() => request.raw.destroy(), requestTimeout);
    request.raw.once('end', () => clearTimeout(late));
    // A client that goes away gets no response, so the end of its socket counts as well.
    reply.raw.once('close', () => {
      clearTimeout(late);
      release(request);
    });
  });
}

const busy = (limit: number): Refusal =>
  new Refusal(
    503,
    'busy',
    `The service works on ${limit} requests already, which is its limit. Try again in a second.`,
  );

function checkHost(host: string | undefined, hosts: readonly string[]): void {
  if (host !== undefined && hosts.includes(host.toLowerCase())) return;
  throw new Refusal(
    421,
    'wrong-host',
    'The Host header does not name this service, so nothing was read. Use the address it printed, or name yours with --allow-host.',
  );
}

/** Programs send none; a browser sends one for every page that is not ours. */
function checkOrigin(origin: string | undefined, hosts: readonly string[]): void {
  if (origin === undefined) return;
  if (hosts.some((host) => origin === `http://${host}` || origin === `https://${host}`)) return;
  throw new Refusal(
    403,
    'foreign-origin',
    'A page of another origin may not ask this service. Call it from a program.',
  );
}

function checkToken(header: string | undefined, token: string): void {
  const sent = /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? '';
  const digest = (words: string): Buffer => createHash('sha256').update(words).digest();
  if (timingSafeEqual(digest(sent), digest(token))) return;
  throw new Refusal(401, 'no-token', 'This service asks for its token. Send the header Authorization: Bearer <token>.');
}
