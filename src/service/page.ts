/** The built page at `/`; it reads notes in the browser, so that its files hold no data and are open without a token. */
import type { FastifyInstance } from 'fastify';
import { PAGE_HEADERS, readPageFiles } from './page-files.ts';

/** Nothing where the page is not built; the service stands without it. */
export function addPage(app: FastifyInstance, folder: string | null): void {
  if (folder === null) return;
  for (const [path, { type, body }] of readPageFiles(folder))
    app.get(path, { schema: { hide: true }, config: { isOpen: true } }, (_request, reply) =>
      reply.headers(PAGE_HEADERS).type(type).send(body),
    );
}
