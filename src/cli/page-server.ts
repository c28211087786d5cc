/**
 * The built page on loopback: a fixed list of files read into memory at the start, so no request can name any other.
 * Nothing a browser sends is read but the method, the path and the Host; nothing is logged.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGE_HEADERS, type PageFile, readPageFiles } from '../service/page-files.ts';
import { UsageError } from './failure.ts';

const LOOPBACK = '127.0.0.1';

export interface PageServer {
  /** `http://127.0.0.1:4870/` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @throws UsageError when the page is not built, or the port is taken */
export async function servePage(folder: string, port: number): Promise<PageServer> {
  const files = readPageFiles(folder);
  if (files.size === 0) throw new UsageError('the page is not built, so there is nothing to serve. Run: npm run build');
  const server = createServer(
    { requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    (request, response) => answer(request, response, files, (server.address() as AddressInfo | null)?.port ?? port),
  );
  await listen(server, port);
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reason =
        code === 'EADDRINUSE' ? 'is in use' : code === 'EACCES' ? 'may not be used by you' : `was refused (${code})`;
      reject(new UsageError(`port ${port} ${reason}. Choose another: spinenote page --port 0 takes any free one.`));
    });
    server.listen(port, LOOPBACK, resolve);
  });
}

type Refusal = { readonly status: number; readonly words: string };

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, PageFile>,
  port: number,
): void {
  const found = choose(request, files, port);
  const { type, body } =
    'status' in found ? { type: 'text/plain; charset=utf-8', body: Buffer.from(found.words) } : found;
  response.writeHead('status' in found ? found.status : 200, {
    ...PAGE_HEADERS,
    'Content-Type': type,
    'Content-Length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function choose(
  { method, url, headers }: IncomingMessage,
  files: ReadonlyMap<string, PageFile>,
  port: number,
): PageFile | Refusal {
  // A page elsewhere whose name was made to point here (DNS rebinding) still sends its own name.
  if (![`${LOOPBACK}:${port}`, `localhost:${port}`].includes(headers.host ?? ''))
    return { status: 421, words: 'This page is served on loopback only.\n' };
  if (method !== 'GET' && method !== 'HEAD')
    return { status: 405, words: 'The page is only read: nothing can be sent to it.\n' };
  const path = (url ?? '/').split(/[?#]/, 1)[0] as string;
  return files.get(path) ?? { status: 404, words: 'No such file of the page.\n' };
}
