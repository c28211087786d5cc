/** `spinenote serve` and `spinenote mcp` as installed, in processes of their own: all that they print is searched for the note. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CANARY, documentOf, NOTE } from './world.ts';

const BIN = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
const isBuilt = existsSync(new URL('../../dist/cli/main.js', import.meta.url));
const hasPage = existsSync(new URL('../../dist/web/index.html', import.meta.url));
const soon = { timeout: 30_000, interval: 30 };

function start(argv: readonly string[]) {
  const child = spawn(process.execPath, [BIN, ...argv], { env: { ...process.env, SPINENOTE_TOKEN: '' } });
  const heard = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    heard.out += words;
  });
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    heard.err += words;
  });
  return { child, heard, ended: once(child, 'close').then(([code]) => code as number | null) };
}

describe.runIf(isBuilt && process.platform !== 'win32')('in a process of its own', () => {
  it('serve answers, prints its address and a count, never a word of a note, and ends with 0 on SIGINT', async () => {
    const { child, heard, ended } = start(['serve', '--port', '0']);
    await expect.poll(() => heard.out, soon).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\n$/);
    const address = heard.out.trim();
    const post = async (path: string, body: string, type = 'application/json') =>
      (await fetch(address + path, { method: 'POST', headers: { 'content-type': type }, body })).status;
    const hook = {
      hook: 'note-sign',
      hookInstance: CANARY,
      context: { document: documentOf(NOTE), patientId: CANARY },
    };
    const feedback = [
      {
        card: '0c0c0c0c-0c0c-8c0c-8c0c-0c0c0c0c0c0c',
        outcome: 'overridden',
        overrideReason: { reason: { code: CANARY }, userComment: CANARY },
      },
    ];
    const statuses = [
      await post('analyze', JSON.stringify({ text: NOTE })),
      await post('analyze', `{"text": "${CANARY}`),
      await post('analyze', JSON.stringify({ text: NOTE, [CANARY]: CANARY })),
      await post('batch', `${JSON.stringify({ text: NOTE })}\n{"${CANARY}`, 'application/x-ndjson'),
      await post('review', JSON.stringify({ encounters: [{ patient: CANARY, text: NOTE, date: '2026-10-05' }] })),
      await post('cds-services/spine-note', JSON.stringify(hook)),
      await post('cds-services/spine-note/feedback', JSON.stringify({ feedback })),
      await post(CANARY, '{}'),
    ];
    expect(statuses).toEqual([200, 400, 400, 200, 200, 200, 200, 404]);
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual(
      hasPage ? [200, 'text/html; charset=utf-8'] : [404, 'application/json; charset=utf-8'],
    );
    await page.text();
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(heard.err).toBe('spinenote: feedback on cards: 0 accepted, 1 overridden\n');
    expect(heard.out + heard.err).not.toContain(CANARY);
  });

  it('mcp speaks over stdin and stdout, and ends with 0 when they are closed', async () => {
    const { child, heard, ended } = start(['mcp']);
    const send = (message: object) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    const answers = () =>
      heard.out
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as { id: number; result: { content: { text: string }[] } });
    const clientInfo = { name: 'test', version: '0' };
    send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
    await expect.poll(() => answers().length, soon).toBe(1);
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/call', params: { name: 'check_claim', arguments: { text: NOTE, codes: ['M54.5'] } } });
    await expect.poll(() => answers().length, soon).toBe(2);
    expect(answers()[1]!.result.content[0]!.text).toContain('retired');
    child.stdin.end();
    expect(await ended).toBe(0);
    expect(heard.err).toBe('');
  });
});
