/** Who is answered and who is not, and that no refusal, log line or error repeats a word of a note. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandContext } from '../../src/cli/commands/command.ts';
import { defineServe } from '../../src/cli/commands/serve.ts';
import { loadPart } from '../../src/cli/optional-part.ts';
import { createAnalyzer } from '../../src/index.ts';
import { ask, CANARY, HOST, NOTE, openService } from './world.ts';

const TOKEN = 'a-token-of-forty-characters-aaaaaaaaaaaa';
const open = await openService();
const locked = await openService({ token: TOKEN });
const small = await openService({ limits: { body: 2000 } });
afterAll(() => Promise.all([open, locked, small].map((app) => app.close())));

const json = { 'content-type': 'application/json' };

describe('Host and Origin', () => {
  it.each([
    [{ host: HOST }, 200],
    [{ host: 'evil.example' }, 421],
    [{ host: '127.0.0.1:80' }, 421],
    [{ host: HOST, origin: `http://${HOST}` }, 200],
    [{ host: HOST, origin: 'https://evil.example' }, 403],
    [{ host: HOST, origin: 'null' }, 403],
  ])('%j -> %i', async (headers, status) => {
    expect((await ask(open, 'POST', '/analyze', { payload: { text: 'x' }, headers })).status).toBe(status);
  });

  it('no answer allows another origin', async () => {
    const { headers } = await ask(open, 'POST', '/analyze', { payload: { text: 'x' } });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the token', () => {
  it.each([
    ['POST', '/analyze', undefined, 401],
    ['POST', '/analyze', 'Bearer wrong', 401],
    ['POST', '/analyze', `Basic ${TOKEN}`, 401],
    ['POST', '/analyze', `Bearer ${TOKEN}`, 200],
    ['POST', '/cds-services/spine-note', undefined, 401],
    ['GET', '/codes/M54.5', undefined, 401],
    ['GET', '/healthz', undefined, 200],
    ['GET', '/cds-services', undefined, 200],
  ] as const)('%s %s with %s -> %i', async (method, url, authorization, status) => {
    const headers = authorization ? { authorization } : {};
    const payload = method === 'POST' ? { text: 'x' } : undefined;
    expect((await ask(locked, method, url, { headers, ...(payload && { payload }) })).status).toBe(status);
  });
});

describe('no refusal repeats the note', () => {
  const said: string[] = [];
  beforeEach(() => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
    for (const method of ['log', 'warn', 'error', 'info'] as const)
      vi.spyOn(console, method).mockImplementation((...words) => void said.push(words.join(' ')));
  });
  afterEach(() => vi.restoreAllMocks());

  it.each([
    ['not JSON', open, '/analyze', `{"text": "${CANARY}`, json, 400],
    ['JSON with a poisoned key', open, '/analyze', `{"text":"x","__proto__":{"${CANARY}":1}}`, json, 400],
    ['an unknown field', open, '/analyze', JSON.stringify({ text: NOTE, [CANARY]: 1 }), json, 400],
    ['a wrong value', open, '/analyze', JSON.stringify({ text: NOTE, setting: CANARY }), json, 400],
    ['a wrong meta', open, '/analyze', JSON.stringify({ text: NOTE, meta: { codes: [{ [CANARY]: 1 }] } }), json, 400],
    ['a list', open, '/analyze', JSON.stringify([NOTE]), json, 400],
    ['too large', small, '/analyze', JSON.stringify({ text: CANARY.repeat(400) }), json, 413],
    ['text as plain text', open, '/analyze', NOTE, { 'content-type': 'text/plain' }, 415],
    ['batch as JSON', open, '/batch', JSON.stringify({ text: NOTE }), json, 415],
    [
      'a hook without a note',
      open,
      '/cds-services/spine-note',
      JSON.stringify({ hook: CANARY, hookInstance: CANARY, context: {} }),
      json,
      400,
    ],
    [
      'a service of no such name',
      open,
      `/cds-services/${CANARY}`,
      JSON.stringify({ hook: 'x', hookInstance: 'x', context: {} }),
      json,
      404,
    ],
    ['an encounter without patient', open, '/review', JSON.stringify({ encounters: [{ text: NOTE }] }), json, 400],
    ['an address', open, `/${CANARY}`, '{}', json, 404],
  ])('%s', async (_name, app, url, payload, headers, status) => {
    const answer = await ask(app, 'POST', url, { payload, headers });
    expect(answer.status).toBe(status);
    expect(answer.json().error.message).toMatch(/^[A-Z"e].{20,}\.$/);
    expect(answer.body + JSON.stringify(answer.headers) + said.join('')).not.toContain(CANARY);
  });

  it('bad lines of a batch', async () => {
    const lines = [
      `{"text": "${CANARY}`,
      JSON.stringify({ [CANARY]: 1 }),
      JSON.stringify({ text: { [CANARY]: 1 } }),
      `"${CANARY}"`,
      'null',
    ];
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await ask(open, 'POST', '/batch', { payload: lines.join('\n'), headers });
    expect(answer.body.trimEnd().split('\n')).toHaveLength(lines.length);
    expect(answer.body + said.join('')).not.toContain(CANARY);
  });

  it('a fault of our own', async () => {
    const broken = await openService({
      analyzer: {
        analyze(text) {
          throw new TypeError(`cannot read ${text}`);
        },
        assertSpans: () => [],
      },
    });
    for (const [url, payload, headers] of [
      ['/analyze', JSON.stringify({ text: NOTE }), json],
      ['/batch', JSON.stringify({ text: NOTE }), { 'content-type': 'application/x-ndjson' }],
    ] as const) {
      const { body } = await ask(broken, 'POST', url, { payload, headers });
      expect(body).toContain('internal');
      expect(body + said.join('')).not.toContain(CANARY);
    }
    await broken.close();
  });
});

/** The command in this process, on a port of its own. */
async function serve(argv: readonly string[], env: Record<string, string> = {}) {
  const said: string[] = [];
  let interrupt = (): void => {};
  const io = {
    env,
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    hasPipedInput: () => false,
    createAnalyzer,
    onInterrupt(listener: () => void) {
      interrupt = listener;
      return () => {};
    },
  };
  let address = (_words: string): void => {};
  const started = new Promise<string>((resolve) => {
    address = resolve;
  });
  const note = (words: string): void => void said.push(words);
  const context: CommandContext = {
    io,
    complain: note,
    endWith: () => {},
    output: {
      write: async (words) => {
        note(words);
        address(words.trim());
      },
    },
  };
  const command = new Command('serve').exitOverride();
  defineServe(command, context);
  const ended = command.parseAsync(['--port', '0', ...argv], { from: 'user' }).then(() => said);
  return {
    started: Promise.race([started, ended.then(() => '').catch(() => '')]),
    ended,
    stop: () => interrupt(),
    said,
  };
}

/** A batch whose lines the test sends one by one. */
function openBatch(address: string) {
  const heard: string[] = [];
  const call = httpRequest(new URL('batch', address), {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const ended = new Promise<string>((resolve, reject) => {
    call.on('error', reject);
    call.on('response', (response) => {
      response.setEncoding('utf8').on('data', (words: string) => heard.push(words));
      response.on('end', () => resolve(heard.join(''))).on('error', reject);
    });
  });
  return {
    send: (text: string) => call.write(`${JSON.stringify({ text })}\n`),
    close: () => call.end(),
    answered: () => heard.join('').split('\n').length - 1,
    ended,
  };
}
const soon = { timeout: 15_000, interval: 20 };

describe('spinenote serve', () => {
  it('answers a batch line by line, finishes what it was asked, and stops', async () => {
    const { started, ended, stop, said } = await serve([]);
    const address = await started;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const batch = openBatch(address);
    batch.send(NOTE);
    // the first answer comes while the body is still open
    await expect.poll(batch.answered, soon).toBe(1);
    stop();
    batch.send('Neck pain.');
    batch.close();
    expect(await batch.ended).toContain('neck-pain');
    await ended;
    await expect(fetch(address)).rejects.toThrow();
    expect(said.join('')).not.toContain(CANARY);
  });

  it('answers 503 above its limit, and takes requests again after that', async () => {
    const { started, ended, stop } = await serve(['--max-requests', '1']);
    const address = await started;
    const batch = openBatch(address);
    batch.send('Low back pain.');
    await expect.poll(batch.answered, soon).toBe(1);
    const second = () => fetch(`${address}analyze`, { method: 'POST', headers: json, body: '{"text":"x"}' });
    const refused = await second();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await fetch(`${address}healthz`)).status).toBe(200);
    batch.close();
    expect(await batch.ended).toContain('low-back-pain');
    await expect.poll(async () => (await second()).status, soon).toBe(200);
    stop();
    await ended;
  });

  it('counts what becomes of cards, appends it to a file, and repeats no comment', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spinenote-feedback-'));
    const file = join(folder, 'feedback.jsonl');
    const { started, ended, stop, said } = await serve(['--feedback', file]);
    const address = await started;
    const card = '0c0c0c0c-0c0c-8c0c-8c0c-0c0c0c0c0c0c';
    const feedback = [
      { card, outcome: 'accepted', outcomeTimestamp: '2026-11-02T10:00:00Z' },
      {
        card,
        outcome: 'overridden',
        overrideReason: { reason: { code: 'will-address-later' }, userComment: CANARY },
      },
      { card: CANARY, outcome: 'overridden', overrideReason: { reason: { code: CANARY } } },
    ];
    const response = await fetch(`${address}cds-services/spine-note/feedback`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ feedback }),
    });
    expect(response.status).toBe(200);
    stop();
    await ended;
    expect(said.at(-1)).toBe('feedback on cards: 1 accepted, 1 overridden (will-address-later 1)');
    const kept = readFileSync(file, 'utf8');
    expect(
      kept
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { service: 'spine-note', card, outcome: 'accepted', reason: null, at: '2026-11-02T10:00:00Z' },
      { service: 'spine-note', card, outcome: 'overridden', reason: 'will-address-later', at: null },
    ]);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(kept + said.join('')).not.toContain(CANARY);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['/analyze', 'application/json', '{"text":"Neck', ' pain."}', 'cut off'],
    ['/batch', 'application/x-ndjson', '{"text":"Neck', ' pain."}', 'neck-pain'],
  ])('%s with a body that comes slowly', async (path, type, early, late, expected) => {
    let hosts: string[] = [];
    const app = await openService({ hosts: () => hosts, limits: { requestTimeout: 1000 } });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    hosts = [new URL(address).host];
    const body = new ReadableStream<Uint8Array>({
      async start(stream) {
        stream.enqueue(new TextEncoder().encode(early));
        // longer than the limit in all, and never near it between two beats
        for (let beat = 0; beat < 8; beat++) {
          await new Promise((resolve) => setTimeout(resolve, 200));
          stream.enqueue(new TextEncoder().encode(' '));
        }
        stream.enqueue(new TextEncoder().encode(late));
        stream.close();
      },
    });
    const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' } as RequestInit;
    const heard = await fetch(address + path, init)
      .then((response) => response.text())
      .catch(() => 'cut off');
    expect(heard).toContain(expected);
    await app.close();
  });

  it.each([
    [['--host', '0.0.0.0'], {}, /no token is set/],
    [['--host', '0.0.0.0'], { SPINENOTE_TOKEN: 'short' }, /shorter than 24/],
    [['--token-file', 'no-such-file'], {}, /no such file/],
    [['--feedback', 'no-such-folder/feedback.jsonl'], {}, /cannot be appended to \(ENOENT\)/],
    [['--cds-clients', 'no-such-file'], {}, /no such file/],
    [['--cds-clients', 'package.json'], {}, /so no client can be known/],
  ])('%j with %j does not start', async (argv, env, message) => {
    await expect((await serve(argv, env)).ended).rejects.toThrow(message);
  });

  it('names the package that is missing and how to install it', async () => {
    const gone = Object.assign(new Error("Cannot find package 'fastify' imported from x"), {
      code: 'ERR_MODULE_NOT_FOUND',
    });
    await expect(loadPart('serve', ['fastify', 'other'], () => Promise.reject(gone))).rejects.toThrow(
      'spinenote serve needs the package fastify, which is optional and not installed. Run: npm install fastify other',
    );
    await expect(loadPart('serve', [], () => Promise.reject(new TypeError('fault')))).rejects.toThrow('fault');
  });
});
