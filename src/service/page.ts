/** The built page at `/`: a fixed list of files read into memory at the start, so that no request can name any other. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page reads notes in the browser; it can send them nowhere, not even to this service. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; worker-src 'self' blob:; connect-src 'none'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types spinenote";

/** False where the page is not built; the service stands without it. */
export function addPage(app: FastifyInstance, folder: string | null): boolean {
  if (folder === null) return false;
  let found = false;
  for (const file of listFiles(folder)) {
    const type = TYPES[extname(file)];
    if (!type) continue;
    const name = `/${relative(folder, file).split(sep).join('/')}`;
    const body = readFileSync(file);
    const path = name === '/index.html' ? '/' : name;
    found ||= path === '/';
    app.get(path, { schema: { hide: true } }, (_request, reply) =>
      reply
        .header('Content-Security-Policy', POLICY)
        .header('Cross-Origin-Opener-Policy', 'same-origin')
        .type(type)
        .send(body),
    );
  }
  return found;
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
