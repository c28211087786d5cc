/** The page at `/` of the service: the same files under the same headers as `spinenote page` serves, open without a token. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { servePage } from '../../src/cli/page-server.ts';
import { ask, HOST, openService } from './world.ts';

const folder = mkdtempSync(join(tmpdir(), 'spinenote-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const page = join(folder, 'web');
mkdirSync(join(page, 'assets'), { recursive: true });
for (const [name, words] of [
  ['index.html', '<!doctype html><title>the page</title>'],
  ['mark.svg', '<svg/>'],
  ['assets/index-1.js', 'export {};'],
  ['assets/index-1.css', 'body{}'],
  ['assets/notes.txt', 'not a file of a page'],
  ['../secret.html', 'outside'],
] as const)
  writeFileSync(join(page, name), words);

const app = await openService({ page });
const locked = await openService({ page, token: 'a-token-of-forty-characters-aaaaaaaaaaaa' });
afterAll(() => Promise.all([app.close(), locked.close()]));

describe('the page of the service', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/mark.svg', 200, 'image/svg+xml'],
    ['/assets/index-1.js', 200, 'text/javascript; charset=utf-8'],
    ['/assets/index-1.css', 200, 'text/css; charset=utf-8'],
    ['/assets/notes.txt', 404, 'application/json; charset=utf-8'],
    ['/assets/', 404, 'application/json; charset=utf-8'],
    ['/../secret.html', 404, 'application/json; charset=utf-8'],
    ['/%2e%2e/secret.html', 404, 'application/json; charset=utf-8'],
  ])('GET %s: %i, with a token set or not', async (url, status, type) => {
    for (const each of [app, locked]) {
      const answer = await ask(each, 'GET', url);
      // an address that is nothing of the page is asked for the token, as any other
      expect([answer.status, answer.headers['content-type']]).toEqual([
        each === locked && status === 404 ? 401 : status,
        type,
      ]);
    }
  });

  it('answers HEAD, and to no other Host', async () => {
    const head = await app.inject({ method: 'HEAD', url: '/', headers: { host: HOST } });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect((await ask(app, 'GET', '/', { headers: { host: 'evil.example' } })).status).toBe(421);
  });

  it('is served under the headers of `spinenote page`', async () => {
    const server = await servePage(page, 0);
    const response = await fetch(server.address);
    const { headers } = await ask(app, 'GET', '/');
    for (const name of [
      'content-security-policy',
      'cache-control',
      'x-content-type-options',
      'referrer-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'permissions-policy',
    ])
      expect([name, headers[name]]).toEqual([name, response.headers.get(name)]);
    expect(headers['content-security-policy']).toContain("connect-src 'none'");
    expect(await response.text()).toBe((await ask(app, 'GET', '/')).body);
    await server.close();
  });

  it('is absent where it is not built, and the service stands without it', async () => {
    const bare = await openService({ page: join(folder, 'nowhere') });
    expect((await ask(bare, 'GET', '/')).status).toBe(404);
    expect((await ask(bare, 'GET', '/healthz')).status).toBe(200);
    await bare.close();
  });
});
