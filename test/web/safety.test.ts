/** The note cannot leave the page and cannot become more than text: policy, requests, hostile notes, the server's answers. */
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGAIN, codesOf, type Desk, hasChromium, inkOf, openDesk, PAGE_FOLDER, paste, read } from './browser.ts';

const soon = { timeout: 15_000, interval: 40 };
const NOTE = 'ASSESSMENT: Annular tear L5-S1.';

describe.skipIf(!hasChromium)('the page and the note', AGAIN, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk?.close());

  it('asks for its own files only, once, and for nothing after a note is pasted', async () => {
    const { page, context, requests, faults } = await desk.open();
    await paste(page, 'warm up');
    await read(page, 'wink');
    const before = requests.length;
    await page.locator('#note').fill(`${NOTE} CANARY-7731`);
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await page.locator('#codes .code-link').first().click();
    await page.locator('dialog[open]').waitFor();
    // the icon of the tab is asked for again whenever the address changes
    expect(requests.slice(before).filter((url) => !url.endsWith('/mark.svg'))).toEqual([]);
    const own = new URL(desk.server.address).origin;
    for (const url of requests)
      expect([url, url.startsWith(`${own}/`) || url.startsWith(`blob:${own}/`)]).toEqual([url, true]);
    expect(requests.join('\n')).not.toContain('CANARY');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the policy blocks every way out of the page', async () => {
    const { page, context } = await desk.open({ text: NOTE });
    const tried = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.push(effectiveDirective),
      );
      const outcome = async (attempt: () => unknown): Promise<string> => {
        try {
          await attempt();
          return 'went out';
        } catch {
          return 'blocked';
        }
      };
      const results = {
        fetch: await outcome(() => fetch('/?note=secret')),
        xhr: await outcome(
          () =>
            new Promise((resolve, reject) => {
              const call = new XMLHttpRequest();
              call.onload = resolve;
              call.onerror = reject;
              call.open('GET', '/?note=secret');
              call.send();
            }),
        ),
        socket: await outcome(
          () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket(`ws://${location.host}/`);
              socket.onopen = resolve;
              socket.onerror = reject;
            }),
        ),
        image: await outcome(
          () =>
            new Promise((resolve, reject) => {
              const image = new Image();
              image.onload = resolve;
              image.onerror = reject;
              image.src = 'http://127.0.0.2/?note=secret';
            }),
        ),
        html: await outcome(() => {
          document.createElement('div').innerHTML = '<b>note</b>';
        }),
        script: await outcome(() => Function('return 1')()),
      };
      navigator.sendBeacon('/?note=secret', 'secret');
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { results, violations };
    });
    expect(tried.results).toEqual({
      fetch: 'blocked',
      xhr: 'blocked',
      socket: 'blocked',
      image: 'blocked',
      html: 'blocked',
      script: 'blocked',
    });
    expect(tried.violations.filter((directive) => directive === 'connect-src').length).toBeGreaterThanOrEqual(4);
    await context.close();
  });

  it('a static host without headers serves it as well, and the worker too cannot connect', async () => {
    const asked: string[] = [];
    const types: Record<string, string> = {
      '.html': 'text/html',
      '.js': 'text/javascript',
      '.css': 'text/css',
      '.svg': 'image/svg+xml',
    };
    const plain = createServer((incoming, response) => {
      asked.push(incoming.url ?? '');
      // under a folder, as on a project's pages
      const path = (incoming.url ?? '').replace(/^\/deep\/folder\//, '').split('?')[0] || 'index.html';
      try {
        const body = readFileSync(join(PAGE_FOLDER, path));
        response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'text/plain' }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => {
      plain.listen(0, '127.0.0.1', resolve);
    });
    const context = await desk.browser.newContext();
    const page = await context.newPage();
    const started = page.waitForEvent('worker');
    await page.goto(`http://127.0.0.1:${(plain.address() as AddressInfo).port}/deep/folder/`);
    const worker = await started;
    await paste(page, NOTE);
    await expect.poll(() => codesOf(page), soon).toEqual(['M51.A3']);
    await read(page, 'wink');
    const at = page.workers()[0] ?? worker;
    const outcome = await at.evaluate(
      async (url) => {
        try {
          await fetch(url);
          return 'went out';
        } catch {
          return 'blocked';
        }
      },
      `http://127.0.0.1:${(plain.address() as AddressInfo).port}/?note=secret`,
    );
    expect(outcome).toBe('blocked');
    expect(asked.filter((url) => url.includes('secret'))).toEqual([]);
    await context.close();
    plain.closeAllConnections();
    plain.close();
  });

  const HOSTILE: readonly (readonly [string, string, string])[] = [
    [
      'HTML',
      '<img src=x onerror="window.stolen=1"><b>Annular tear</b> L5-S1',
      '<img src=x onerror="window.stolen=1"><b>Annular tear</b> L5-S1',
    ],
    [
      'script',
      '</textarea><script>window.stolen=1</script> annular tear L5-S1',
      '</textarea><script>window.stolen=1</script> annular tear L5-S1',
    ],
    ['a reversing mark', 'annular \u202etear\u202c L5-S1', 'annular ⟦RLO⟧tear⟦PDF⟧ L5-S1'],
    ['isolates and marks', '\u2067no\u2069 stenosis\u200f, annular tear', '⟦RLI⟧no⟦PDI⟧ stenosis⟦RLM⟧, annular tear'],
    [
      'control characters',
      'bell\u0007 esc\u001b[31m back\u0008 annular tear',
      'bell⟦BEL⟧ esc⟦ESC⟧[31m back⟦BS⟧ annular tear',
    ],
    ['zero width', 'annu\u200blar tear\ufeff', 'annu⟦ZWSP⟧lar tear⟦BOM⟧'],
    [
      'a template',
      '{{constructor.constructor("window.stolen=1")()}} ${window.stolen=1} annular tear',
      '{{constructor.constructor("window.stolen=1")()}} ${window.stolen=1} annular tear',
    ],
    [
      'keys of objects',
      '__proto__ constructor: annular tear\nhasOwnProperty: stenosis',
      '__proto__ constructor: annular tear\nhasOwnProperty: stenosis',
    ],
  ];

  it('hostile notes are shown as text, on the sheet and in the results', async () => {
    const { page, context, faults } = await desk.open();
    for (const [name, note, shown] of HOSTILE) {
      await page.locator('#note').fill(`ASSESSMENT: ${note}`);
      expect([name, await inkOf(page)]).toEqual([name, `ASSESSMENT: ${shown}`]);
      await page.waitForTimeout(120);
      expect([name, await inkOf(page)]).toEqual([name, `ASSESSMENT: ${shown}`]);
      const made = await page
        .locator('.ink, #panels')
        .evaluateAll((parts) =>
          parts.flatMap((part) =>
            [...part.querySelectorAll('img, script, b b, iframe, object')].map(({ outerHTML }) => outerHTML),
          ),
        );
      expect([name, made]).toEqual([name, []]);
      // nothing in the results may carry a character that reorders or hides
      const results = (await page.locator('#panels').textContent()) ?? '';
      const hiding = [...results].filter((character) =>
        '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200e\u200f\u0007\u0008\u001b\ufeff'.includes(
          character,
        ),
      );
      expect([name, hiding]).toEqual([name, []]);
    }
    await expect.poll(() => page.evaluate(() => 'stolen' in window), soon).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('symbols of hidden characters stand in sight, and the words around them do not move', async () => {
    const { page, context } = await desk.open({ text: 'ab\u202ecd\u0007ef' });
    const boxes = await page.locator('.ink .hidden-character').evaluateAll((symbols) =>
      symbols.map((symbol) => ({
        shown: getComputedStyle(symbol, '::before').content,
        width: symbol.getBoundingClientRect().width,
      })),
    );
    expect(boxes).toEqual([
      { shown: '"RLO"', width: 0 },
      { shown: '"BEL"', width: 0 },
    ]);
    await context.close();
  });
});

describe('what the server answers', () => {
  let address: string;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { servePage } = await import('../../src/cli/page-server.ts');
    ({ address, close } = await servePage(PAGE_FOLDER, 0));
  });
  afterAll(() => close?.());

  const ask = (
    path: string,
    options: { method?: string; host?: string } = {},
  ): Promise<{ status: number; headers: Record<string, unknown>; body: string }> =>
    new Promise((resolve, reject) => {
      const { hostname, port, host } = new URL(address);
      const call = request(
        { hostname, port, path, method: options.method ?? 'GET', headers: { Host: options.host ?? host } },
        (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
        },
      );
      call.on('error', reject);
      call.end();
    });

  it.each([
    ['GET', '/', 200],
    ['HEAD', '/', 200],
    ['GET', '/index.html?x=1', 200],
    ['GET', '/../package.json', 404],
    ['GET', '/%2e%2e/package.json', 404],
    ['GET', '/assets/', 404],
    ['GET', '/nothing', 404],
    ['POST', '/', 405],
    ['PUT', '/index.html', 405],
  ])('%s %s: %i', async (method, path, status) => {
    const { status: found, headers } = await ask(path, { method });
    expect(found).toBe(status);
    expect(headers['content-security-policy']).toContain("connect-src 'none'");
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '[::1]:80'])('Host %s is turned away', async (host) => {
    const { status, body } = await ask('/', { host });
    expect(status).toBe(421);
    expect(body).not.toContain('<html');
  });

  it('listens on loopback only, and the page’s own policy is the header’s', async () => {
    expect(new URL(address).hostname).toBe('127.0.0.1');
    const { body, headers } = await ask('/');
    const inPage = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(body)?.[1]?.split('; ') ?? [];
    const inHeader = String(headers['content-security-policy']).split('; ');
    // frame-ancestors has no effect in a page
    expect(inPage).toEqual(inHeader.filter((directive) => !directive.startsWith('frame-ancestors')));
  });
});
