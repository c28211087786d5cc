/** `shard run` on a disk that is full and twice at once: no result that is not whole, and the bytes of one run. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../cli/world.ts';
import { manyNotes } from '../notes.ts';
import { makeDisk } from './disk.ts';

const BIN = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
const isBuilt = existsSync(new URL('../../dist/cli/main.js', import.meta.url));
const folder = makeFolder();
afterAll(folder.remove);
const disk = makeDisk(folder.path);
const notes = folder.put('notes.jsonl', `${manyNotes(20).join('\n')}\n`);
let into = '';
let runs = 0;

const bin = (argv: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], { env: { ...process.env, ...env } });
  return { exitCode: status, out: String(stdout), err: String(stderr) };
};
const names = (ending: string): string[] => readdirSync(into).filter((name) => name.endsWith(ending));

function expectBytesOfBatch(): void {
  expect(bin(['shard', 'run', into])).toEqual({ exitCode: 0, out: '', err: '' });
  expect(bin(['shard', 'merge', into, '--output', `${into}.jsonl`]).exitCode).toBe(0);
  expect(readFileSync(`${into}.jsonl`, 'utf8') === bin(['batch', notes]).out).toBe(true);
  expect(readdirSync(into)).toHaveLength(1 + 2 * 2);
}

describe.runIf(isBuilt)('shard run', () => {
  beforeEach(() => {
    disk.release();
    into = join(folder.path, `run-${++runs}`);
    expect(bin(['shard', 'plan', notes, '--into', into, '--size', '10']).exitCode).toBe(0);
  });

  it('on a full disk leaves no result and nothing half written, and with room does what is left', () => {
    disk.fill();
    const { exitCode, err } = bin(['shard', 'run', into], disk.env);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/shard-000001\.jsonl: the disk is full\. Make room/)]);
    expect(readdirSync(into)).toEqual(['manifest.json']);
    disk.release();
    expectBytesOfBatch();
  });

  it.skipIf(process.platform === 'win32')('cut off by the kernel in the middle of a write, too (ulimit -f)', () => {
    const limited = `ulimit -f 8 && exec "$0" "$@"`;
    const { status, stderr } = spawnSync('sh', ['-c', limited, process.execPath, BIN, 'shard', 'run', into]);
    expect([status, String(stderr)]).toEqual([2, expect.stringMatching(/shard-000001\.jsonl: .*EFBIG/)]);
    expect(readdirSync(into)).toEqual(['manifest.json']);
    expectBytesOfBatch();
  });

  it('twice at once over the same shard has one result, and what a killed one began is gone after the merge', async () => {
    disk.hold();
    const env = { ...process.env, ...disk.env };
    const argv = [BIN, 'shard', 'run', into, '--part', '1/2'];
    const three = [1, 2, 3].map(() => spawn(process.execPath, argv, { env, stdio: 'ignore' }));
    const ended = three.map((child) => once(child, 'exit'));
    await expect.poll(() => names('.tmp').length, { timeout: 30_000 }).toBe(3);
    three[0]?.kill('SIGKILL');
    expect((await ended[0])?.[1]).toBe('SIGKILL');
    disk.release();
    for (const end of ended.slice(1)) expect((await end)[0]).toBe(0);
    expect([names('.tmp').length, names('.jsonl')]).toEqual([1, ['shard-000001.jsonl']]);
    expectBytesOfBatch();
  });
});
