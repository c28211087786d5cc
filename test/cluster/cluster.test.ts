/**
 * Workers, their processes and a real Redis, killed in the middle of their work; shards delivered twice; disks, notes and
 * versions that do not do: nothing is lost, nothing comes twice, and the merged bytes are those of one machine.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PlanStatus, readStanding } from '../../src/cluster/index.ts';
import { openQueue } from '../../src/cluster/queue.ts';
import { makeFolder, type Run, run } from '../cli/world.ts';
import { manyNotes } from '../notes.ts';
import { makeDisk } from '../shards/disk.ts';
import { hasRedis, makeRedis, type Redis } from './redis.ts';

const BIN = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
const isBuilt = existsSync(new URL('../../dist/cluster/index.js', import.meta.url));
/** Longer than anything here takes on a busy machine, in ms. */
const WAIT = 40_000;
/** Seconds; short, so that the shard of a dead worker comes back soon. */
const LEASE = '2';
const SHARDS = 3;

const folder = makeFolder();
afterAll(folder.remove);
const disk = makeDisk(folder.path);
let redis: Redis;
let notes: string;
let planned: string;
let batch: string;
let database = -1;
/** Of the test that runs: a copy of the plan, and a database of its own. */
let into: string;
let address: string;

const WORK = ['--jobs', '2', '--lease', LEASE];
const cluster = (argv: readonly string[]): Promise<Run> =>
  run(['cluster', ...argv], { env: { SPINENOTE_REDIS: address } });
/** A worker in this process; the shards are done in processes of their own all the same. */
const work = (...more: string[]): Promise<Run> => cluster(['work', into, ...WORK, ...more]);

/** A worker to be stopped or killed: in a group of its own, so that it can be with all its processes. */
function startWorker() {
  const argv = [BIN, 'cluster', 'work', into, '--redis', address, ...WORK];
  const child = spawn(process.execPath, argv, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  return {
    pid: child.pid as number,
    // not 'exit', before which not all need be read that was said
    ended: once(child, 'close') as Promise<[exitCode: number | null, signal: NodeJS.Signals | null]>,
    said: () => said,
    /** False when it has ended. */
    stop: (signal: NodeJS.Signals): boolean => child.kill(signal),
  };
}

const standing = () => readStanding({ folder: into, connection: address });
const statusOf = async (plan: string): Promise<PlanStatus> => JSON.parse((await run(['shard', 'status', plan])).out);
const halfWritten = (shard = ''): string[] =>
  readdirSync(into).filter((name) => name.startsWith(`shard-${shard}`) && name.endsWith('.tmp'));
const results = (): string[] => readdirSync(into).filter((name) => /^shard-\d+\.(jsonl|receipt\.json)$/.test(name));

/** A worker that ends by itself has done all that was left. */
async function expectDone(worker = work()): Promise<void> {
  expect(await worker).toMatchObject({ exitCode: 0, out: `${SHARDS} of ${SHARDS} shards are done\n` });
}

async function expectBytesOfBatch(): Promise<void> {
  const merged = `${into}.jsonl`;
  expect((await run(['shard', 'merge', into, '--output', merged])).err).toBe('');
  expect(readFileSync(merged, 'utf8') === batch).toBe(true);
  expect(results()).toHaveLength(2 * SHARDS);
  expect(halfWritten()).toEqual([]);
}

/** Waits until so many results of the run, or of one shard of it, have been begun and are held. */
const waitForHeld = (count: number, shard = '') =>
  expect.poll(() => halfWritten(shard).length, { timeout: WAIT }).toBe(count);

describe.runIf(isBuilt && hasRedis)('a cluster', { timeout: 3 * WAIT }, () => {
  beforeAll(async () => {
    notes = folder.put('notes.jsonl', `${manyNotes(SHARDS * 10).join('\n')}\n`);
    planned = join(folder.path, 'planned');
    // by the program that does the shards: the hash of its lexicons stands in the plan
    execFileSync(process.execPath, [BIN, 'shard', 'plan', notes, '--into', planned, '--size', '10']);
    batch = String(execFileSync(process.execPath, [BIN, 'batch', notes], { stdio: 'pipe', maxBuffer: 1 << 26 }));
    for (const [name, value] of Object.entries(disk.env)) vi.stubEnv(name, value);
    redis = await makeRedis(folder.path);
    await redis.start();
  });

  beforeEach(() => {
    database++;
    address = redis.address(database);
    into = join(folder.path, `run-${database}`);
    cpSync(planned, into, { recursive: true });
  });

  afterEach(disk.release);

  afterAll(() => redis?.kill());

  it('does every shard, and its queue never holds a word or a path', async () => {
    for (const _time of ['first', 'again']) {
      const { out, exitCode } = await cluster(['enqueue', into]);
      expect([exitCode, out]).toEqual([0, `${SHARDS} shards queued, 0 done already\n`]);
    }
    expect((await standing()).queue).toEqual({ waiting: SHARDS, active: 0, delayed: 0 });
    await expectDone();
    await expectBytesOfBatch();
    expect(redis.log()).toContain((await statusOf(into)).plan);
    expect(redis.log()).not.toMatch(/pain|annular|history|notes\.jsonl/i);
    expect(redis.log()).not.toContain(folder.path);
  });

  it.each<[what: string, kill: (pid: number) => void, left: number]>([
    ['alone', (pid) => process.kill(pid, 'SIGKILL'), 0],
    ['with its processes, as a machine that is lost', (pid) => process.kill(-pid, 'SIGKILL'), 2],
  ])('a worker killed %s: another does its shards', async (_what, kill, left) => {
    disk.hold();
    const killed = startWorker();
    await waitForHeld(2);
    kill(killed.pid);
    disk.release();
    expect(await killed.ended).toEqual([null, 'SIGKILL']);
    await expectDone();
    await expect.poll(() => halfWritten().length, { timeout: WAIT }).toBe(left);
    await expectBytesOfBatch();
  });

  it.each<[what: string, meanwhile: () => void]>([
    ['and started again', () => {}],
    ['and started again without its data', () => redis.loseData()],
  ])('the Redis killed %s: the worker waits for it and goes on', async (_what, meanwhile) => {
    disk.hold();
    const worker = work();
    await waitForHeld(2);
    await redis.kill();
    disk.release();
    await expect.poll(async () => (await statusOf(into)).done, { timeout: WAIT }).toBe(2);
    meanwhile();
    await redis.start();
    await expectDone(worker);
    // nothing, where it was back before anybody asked
    expect((await worker).err).toMatch(/^(spinenote: the queue: .*; it is tried again\.\n)*$/);
    await expectBytesOfBatch();
  });

  it('a shard delivered four times at once has one result, and what is no shard none', async () => {
    const status = await statusOf(into);
    const queue = await openQueue(address, status, 'prompt');
    const deliver = (id: string, shard: unknown) => ({
      name: 'shard',
      data: { plan: status.plan, shard: shard as number },
      opts: { jobId: id },
    });
    const strange = [0, SHARDS + 1, '1', '../1'].map((shard, at) => deliver(`strange-${at}`, shard));
    await queue.addBulk([...strange, ...['a', 'b', 'c'].map((id) => deliver(`again-${id}`, 1))]);
    await queue.close();
    disk.hold();
    const workers = [work(), work()];
    await waitForHeld(4, '000001');
    disk.release();
    for (const worker of workers) await expectDone(worker);
    await expectBytesOfBatch();
  });

  it('a lease is renewed as long as a shard takes: nobody else gets it', { retry: 2 }, async () => {
    const queue = await openQueue(address, await statusOf(into), 'prompt');
    disk.hold();
    const workers = [work(), work()];
    await waitForHeld(SHARDS);
    // at each check of the leases this key is set, for as long as one
    const checks = new Set<string | null>([null]);
    const backend = await queue.getBackend().connection.client;
    const look = async () => checks.add(await backend.get(queue.toKey('stalled-check'))).size - 1;
    // the first notes what is at work, from the second on it is lost unless it was renewed, the third is to be sure
    await expect.poll(look, { timeout: WAIT, interval: 200 }).toBe(3);
    expect(halfWritten()).toHaveLength(SHARDS);
    expect((await queue.getActive()).map(({ stalledCounter }) => stalledCounter)).toEqual([0, 0, 0]);
    disk.release();
    for (const worker of workers) await expectDone(worker);
    await queue.close();
    await expectBytesOfBatch();
  });

  it('a worker that is stopped hands its shards back at once; another does them', async () => {
    const stops: Record<string, (pid: number) => void> = {
      'SIGTERM to it, as of a container': (pid) => process.kill(pid, 'SIGTERM'),
      'SIGTERM to all its processes, as of a service': (pid) => process.kill(-pid, 'SIGTERM'),
      'Ctrl-C': (pid) => process.kill(-pid, 'SIGINT'),
    };
    for (const [what, stop] of Object.entries(stops)) {
      disk.hold();
      const worker = startWorker();
      await waitForHeld(2);
      stop(worker.pid);
      disk.release();
      expect([await worker.ended, worker.said()], what).toEqual([[130, null], `0 of ${SHARDS} shards are done\n`]);
      expect([results(), halfWritten()], what).toEqual([[], []]);
      expect((await standing()).queue, what).toEqual({ waiting: SHARDS, active: 0, delayed: 0 });
    }
    await expectDone();
    await expectBytesOfBatch();
  });

  it('a worker told to stop again and again ends while its shards are still held; they stop by themselves', async () => {
    disk.hold();
    const worker = startWorker();
    await waitForHeld(2);
    const isGone = () => !worker.stop('SIGTERM');
    await expect.poll(isGone, { timeout: WAIT, interval: 100 }).toBe(true);
    expect([await worker.ended, worker.said()]).toEqual([[null, 'SIGTERM'], '']);
    disk.release();
    await waitForHeld(0);
    expect(results()).toEqual([]);
    await expectDone();
    await expectBytesOfBatch();
  });

  it('a worker stopped while the Redis is away does not wait for it', async () => {
    disk.hold();
    const worker = startWorker();
    await waitForHeld(2);
    await redis.kill();
    worker.stop('SIGTERM');
    disk.release();
    expect(await worker.ended).toEqual([130, null]);
    expect(worker.said()).toMatch(/^(spinenote: the queue: .*; it is tried again\.\n)*0 of \d shards are done\n$/);
    expect([results(), halfWritten()]).toEqual([[], []]);
    await redis.start();
    await expectDone();
    await expectBytesOfBatch();
  });

  it('a full disk, changed notes, another version: each ends its worker and spoils nothing; another goes on', async () => {
    disk.fill();
    const full = await work();
    expect([full.exitCode, full.err]).toEqual([
      2,
      expect.stringMatching(/shard-\d+\.jsonl: the disk is full\. Make room/),
    ]);
    expect([results(), halfWritten()]).toEqual([[], []]);
    expect(await standing()).toMatchObject({ queue: { waiting: SHARDS, active: 0 }, failed: [] });
    disk.release();

    const file = join(into, 'manifest.json');
    const manifest = readFileSync(file, 'utf8');
    const { version } = JSON.parse(manifest).tool;
    writeFileSync(file, manifest.replace(`"version": "${version}"`, '"version": "0.0.9"'));
    const other = await work();
    expect([other.exitCode, other.err]).toEqual([
      2,
      expect.stringMatching(/planned by version 0\.0\.9 .* plan the run anew/),
    ]);
    expect(results()).toEqual([]);
    writeFileSync(file, manifest);

    const notesNow = folder.put('changed.jsonl', readFileSync(notes, 'utf8').replace('visit 25', 'visit 52'));
    const changed = await work('--input', notesNow);
    expect([changed.exitCode, changed.err]).toEqual([2, expect.stringMatching(/shard 3: the input has changed/)]);
    expect(existsSync(join(into, 'shard-000003.jsonl'))).toBe(false);

    await expectDone();
    await expectBytesOfBatch();
  });

  it('a shard at which its process dies again and again is given up and named; the others are done', async () => {
    disk.makeDeadly(`1/${SHARDS}`);
    const { exitCode, out, err } = await work();
    expect([exitCode, out]).toEqual([1, `${SHARDS - 1} of ${SHARDS} shards are done\n`]);
    expect(err).toMatch(/shard 1 was given up: its process ended by SIGKILL\n.*spinenote cluster enqueue/);
    expect(await standing()).toMatchObject({ left: [1], failed: [{ shard: 1, reason: expect.any(String) }] });
    disk.release();
    expect((await cluster(['enqueue', into])).out).toBe(`1 shards queued, ${SHARDS - 1} done already\n`);
    await expectDone();
    await expectBytesOfBatch();
  });
});

describe.runIf(isBuilt)('a cluster that cannot be', () => {
  it.each<[what: string, argv: string[], expected: RegExp]>([
    [
      'no server, and the password stays unsaid',
      ['enqueue', '--redis', 'redis://u:secret@127.0.0.1:1'],
      /^spinenote: the queue cannot be used: connect ECONNREFUSED 127\.0\.0\.1:1\. Start the server/,
    ],
    ['a worker without a server', ['work', '--redis', 'redis://127.0.0.1:1'], /ECONNREFUSED/],
    ['status without a server', ['status', '--redis', 'redis://127.0.0.1:1'], /ECONNREFUSED/],
    ['another kind of address', ['status', '--redis', 'http://u:secret@host'], /none of a Redis/],
    ['no address', ['status', '--redis', 'secret'], /none of a Redis/],
    ['no lease', ['work', '--lease', '0'], /number of seconds/],
    ['no jobs', ['work', '--jobs', '0'], /number from 1/],
  ])('%s', async (_what, [command = '', ...options], expected) => {
    const plan = join(folder.path, 'refused');
    const input = folder.put('one.jsonl', manyNotes(1)[0] as string);
    if (!existsSync(plan)) await run(['shard', 'plan', input, '--into', plan]);
    const { exitCode, out, err } = await run(['cluster', command, plan, ...options]);
    expect([exitCode, out, err]).toEqual([2, '', expect.stringMatching(expected)]);
    expect(err).not.toContain('secret');
  });

  it('a folder without a plan', async () => {
    const { exitCode, err } = await run(['cluster', 'work', '/nowhere/at/all']);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/no plan in it\. Make one: spinenote shard plan/)]);
  });
});
