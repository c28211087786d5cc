/** examples/browser.ts as a reader would use it: bundled by esbuild, loaded by a page and by a module worker, in chromium. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { AGAIN, hasChromium, launchChromium } from './browser.ts';

const NOTES = [
  'ASSESSMENT:\n1. Annular tear L5-S1, small.\n2. Left disc herniation L5-S1.',
  'ASSESSMENT: Low back pain. Patient left the office.',
  '',
];
const PAGE = `<!doctype html><title>example</title><script type="module">
import { readClaim } from './analyze.js';
const worker = new Worker('./worker.js', { type: 'module' });
const ready = new Promise((resolve) => { worker.onmessage = resolve; });
const ask = (note) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage(note);
});
await ready;
globalThis.read = async (note) => ({ page: readClaim(note), worker: await ask(note) });
</script>`;
const WORKER = `import { readClaim } from './analyze.js';
addEventListener('message', ({ data }) => postMessage(readClaim(data)));
postMessage('ready');`;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../examples/browser.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
    alias: { spinenote: fileURLToPath(new URL('../../src/index.ts', import.meta.url)) },
  });
  return outputFiles[0]!.text;
}

describe.skipIf(!hasChromium)('the browser example', AGAIN, () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    const files: Record<string, readonly [string, string]> = {
      '/': ['text/html', PAGE],
      '/worker.js': ['text/javascript', WORKER],
      '/analyze.js': ['text/javascript', await bundle()],
    };
    server = createServer(({ url = '/' }, response) => {
      const [type, body] = files[url] ?? ['text/plain', ''];
      response.writeHead(files[url] ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8` }).end(body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it('reads notes in a page and in its worker as Node does, and asks for its own files only', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const [asked, faults]: [string[], string[]] = [[], []];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => 'read' in globalThis);
    const analyzer = await createAnalyzer();
    for (const note of NOTES) {
      const codes = analyzer
        .analyze(note)
        .codes.flatMap(({ code, standing }) => (standing === 'assigned' ? [code] : []));
      const read = await page.evaluate(
        (text) => (globalThis as unknown as { read: (text: string) => Promise<object> }).read(text),
        note,
      );
      expect(read).toEqual({ page: codes, worker: codes });
    }
    expect([...new Set(asked)].sort()).toEqual(
      ['/', '/analyze.js', '/favicon.ico', '/worker.js'].filter((path) => asked.includes(path)),
    );
    expect(faults).toEqual([]);
    await context.close();
  });
});
