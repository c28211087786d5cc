/** The installed program in a process of its own; runs where it has been built. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { analysisSchema } from '../../src/schema.ts';
import { makeFolder, parseLines } from './world.ts';

const BIN = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
const isBuilt = existsSync(new URL('../../dist/cli/main.js', import.meta.url));
const folder = makeFolder();
afterAll(folder.remove);

const NOTE = 'ASSESSMENT:\n1. Low back pain.\n';
const line = (id: number): string => `${JSON.stringify({ id, text: NOTE })}\n`;

function start(argv: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [BIN, ...argv], {
    env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '', ...env },
  });
  const heard = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heard.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    heard.err += text;
  });
  // The child may leave before it has read everything.
  child.stdin.on('error', () => {});
  const ended = once(child, 'close').then(([exitCode]) => ({ exitCode, ...heard }));
  return { child, heard, ended };
}

async function runBin(argv: readonly string[], stdin = '', env: Record<string, string> = {}) {
  const { child, ended } = start(argv, env);
  child.stdin.end(stdin);
  return ended;
}

describe.runIf(isBuilt)('the program in a process of its own', () => {
  it('says its version', async () => {
    expect(await runBin(['--version'])).toEqual({ exitCode: 0, out: '0.1.0\n', err: '' });
  });

  it('analyses a piped note', async () => {
    const { exitCode, out, err } = await runBin(['analyze', '--format', 'json'], NOTE);
    expect([exitCode, err]).toEqual([0, '']);
    expect(analysisSchema.parse(JSON.parse(out)).note.length).toBe(NOTE.length);
  });

  it.each(['analyze', 'batch'])('%s says how to give it a note when stdin is /dev/null, as under cron', (command) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, command], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect([status, String(stdout)]).toEqual([2, '']);
    expect(String(stderr)).toMatch(/no notes? given.*Name a file/);
  });

  it('exits with 2 and names what it could not read', async () => {
    const { exitCode, out, err } = await runBin(['analyze', folder.put('a.txt', NOTE), `${folder.path}/b.txt`]);
    expect(exitCode).toBe(2);
    expect(out).toContain('a.txt');
    expect(err).toMatch(/b\.txt: no such file/);
  });

  it('FORCE_COLOR paints a pipe', async () => {
    expect((await runBin(['analyze'], NOTE, { FORCE_COLOR: '1' })).out).toContain('\x1b[1m');
    expect((await runBin(['analyze'], NOTE)).out).not.toContain('\x1b[');
  });

  it('keeps the order of a batch', async () => {
    const { exitCode, out } = await runBin(['batch'], [1, 2, 3, 4].map(line).join(''));
    expect(exitCode).toBe(0);
    expect(parseLines(out).map(({ note }) => note.id)).toEqual(['1', '2', '3', '4']);
  });

  it('ends with 0 and in silence when the pipe is closed, as by head', async () => {
    const { child, heard, ended } = start(['batch']);
    for (let id = 0; id < 2000; id++) child.stdin.write(line(id));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write(line(2000));
    const { exitCode } = await ended;
    expect([exitCode, heard.err]).toEqual([0, '']);
  });

  const stops = process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM'] as const);
  it.each(stops)('leaves whole lines at %s', async (signal) => {
    const { child, heard, ended } = start(['batch']);
    child.stdin.write(`${line(1)}${line(2)}{"id":3,"text":"cut`);
    while (heard.out.split('\n').length < 3) await once(child.stdout, 'data');
    child.kill(signal);
    const { exitCode, out } = await ended;
    expect(exitCode).toBe(130);
    expect(out.endsWith('\n')).toBe(true);
    expect(parseLines(out)).toHaveLength(2);
  });
});
