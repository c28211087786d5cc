/**
 * The built page on loopback: a fixed list of files read into memory at the start, so no request can name any other.
 * Nothing a browser sends is read but the method, the path and the Host; nothing is logged.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { UsageError } from './failure.ts';

const LOOPBACK = '127.0.0.1';

/** The policy of index.html, and what only a header may say; the page cannot send the note anywhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types spinenote',
].join('; ');

const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), clipboard-write=(self)',
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

export interface PageServer {
  /** `http://127.0.0.1:4870/` */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** @throws UsageError when the page is not built, or the port is taken */
export async function servePage(folder: string, port: number): Promise<PageServer> {
  const files = readPage(folder);
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

function readPage(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || !type) continue;
      const file = join(entry.parentPath, entry.name);
      files.set(`/${relative(folder, file).split(sep).join('/')}`, { type, body: readFileSync(file) });
    }
  } catch {
    // Said below, with what to do.
  }
  const index = files.get('/index.html');
  if (!index) throw new UsageError('the page is not built, so there is nothing to serve. Run: npm run build');
  files.set('/', index);
  return files;
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
    ...HEADERS,
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
