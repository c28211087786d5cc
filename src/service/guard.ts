/**
 * Who may ask: the right Host (a page elsewhere whose name was made to point here sends its own), no foreign Origin, the
 * token where one is set, and only so many at a time.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TrustsClient } from './cds-clients.ts';
import { explainError, Refusal, sendFailure } from './failure.ts';

export interface GuardOptions {
  /** `127.0.0.1:4871`, asked at each request because the port is only known once the service listens. */
  readonly hosts: () => readonly string[];
  readonly token: string | null;
  /** Where the clients of CDS Hooks are known by their keys: asked of the routes that are theirs, in place of the token. */
  readonly trusts: TrustsClient | null;
  readonly concurrency: number;
  /** Milliseconds in which a body that is no stream must have arrived. */
  readonly requestTimeout: number;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers without a token, because it holds no data; a route says so of itself. */
    readonly isOpen?: boolean;
    /** Is asked by clients of CDS Hooks, which send a JWT of their own where others send the token. */
    readonly isForCdsClients?: boolean;
    /** Answers however many are at work. */
    readonly isUncounted?: boolean;
    /** Its body may take as long as it takes; only its socket may not fall silent. */
    readonly isStream?: boolean;
  }
}

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export function guardService(app: FastifyInstance, options: GuardOptions): void {
  const { hosts, concurrency, requestTimeout } = options;
  let atWork = 0;
  const counted = new WeakSet<object>();
  const release = (request: object): void => {
    if (counted.delete(request)) atWork--;
  };
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    const { isOpen = false, isUncounted = false, isStream = false } = request.routeOptions.config;
    try {
      checkHost(request.headers.host, hosts());
      checkOrigin(request.headers.origin, hosts());
      if (!isOpen) await checkToken(request, options);
      if (isUncounted) return;
      if (atWork >= concurrency) throw busy(concurrency);
    } catch (error) {
      return sendFailure(reply, explainError(error));
    }
    atWork++;
    counted.add(request);
    const late = isStream ? undefined : setTimeout(() => request.raw.destroy(), requestTimeout);
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

/** Where clients are known by their keys, their routes ask for a JWT even where no token is set. */
async function checkToken({ headers, url, routeOptions }: FastifyRequest, { token, trusts }: GuardOptions) {
  const isForClients = trusts !== null && routeOptions.config.isForCdsClients === true;
  if (token === null && !isForClients) return;
  const sent = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  if (token !== null && isSame(sent, token)) return;
  if (isForClients && (await trusts(sent, url.split('?', 1)[0] as string))) return;
  const what = isForClients ? 'a JWT of a client that it knows' : 'its token';
  throw new Refusal(401, 'no-token', `This service asks for ${what}. Send the header Authorization: Bearer <token>.`);
}

function isSame(sent: string, token: string): boolean {
  const digest = (words: string): Buffer => createHash('sha256').update(words).digest();
  return timingSafeEqual(digest(sent), digest(token));
}
