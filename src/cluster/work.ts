/**
 * A worker: takes shards from the queue of a plan until all are done. A shard may come twice, to two workers at once even;
 * its result is a file that is renamed into place, so the second delivery finds it done or writes the same bytes.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnrecoverableError, WaitingError, Worker } from 'bullmq';
import { ClusterError } from './failure.ts';
import {
  addShards,
  type ClusterOptions,
  connectionOf,
  type Delivery,
  explain,
  type FailedShard,
  openQueue,
  PREFIX,
  queueName,
  readFailed,
  type ShardJob,
  type ShardQueue,
  withQueue,
} from './queue.ts';
import { type Ended, type PlanStatus, readStatus, runShard } from './shard-command.ts';

export interface WorkOptions extends ClusterOptions {
  /** Shards at a time, each in a process of its own; 1 unless told. */
  readonly jobs?: number;
  /** Milliseconds after which the shard of a worker that died goes to another; 30,000 unless told. */
  readonly lease?: number;
  /** Where the notes are on this machine, if not where they were planned. */
  readonly input?: string | undefined;
  /** Ends the work early: the shards at work are handed back. */
  readonly signal?: AbortSignal;
  /** Told, once for each spell, what keeps the worker from the queue; it waits until that is over. */
  readonly onTrouble?: (message: string) => void;
}

export interface WorkReport {
  readonly status: PlanStatus;
  /** Shards that were given up: their process died again and again. */
  readonly failed: readonly FailedShard[];
}

/** Milliseconds. */
const LEASE = 30_000;
/** Workers that may die at one shard before it is held to be the cause. */
const DEATHS = 5;
/** Milliseconds between two looks at the queue. */
const POLL = 500;
/** Milliseconds that the server has to take shards back; where it is away, the end of their leases gives them back. */
const FAREWELL = 5_000;

/** @throws ClusterError when this machine cannot go on (full disk, changed input, other version); its shards are handed back */
export async function workShards(options: WorkOptions): Promise<WorkReport> {
  const { folder, connection, signal, onTrouble = () => {} } = options;
  const plan = await readStatus(folder);
  if (plan.left.length === 0) return { status: plan, failed: [] };
  await withQueue(connection, plan, (queue) => addShards(queue, plan, plan.left));
  const end = new AbortController();
  const endEarly = (): void => end.abort();
  if (signal?.aborted) endEarly();
  signal?.addEventListener('abort', endEarly, { once: true });
  const queue = await openQueue(connection, plan, 'patient');
  const atWork = new Set<Promise<Ended>>();
  const worker = await openWorker(options, plan, { end, atWork });
  const tell = tellSpells(queue, worker, onTrouble);
  try {
    const settled = untilSettled(queue, folder, tell, end.signal);
    // given up when the end comes from elsewhere
    settled.catch(() => {});
    const ended = Promise.race([settled, once(end.signal, 'abort').then(() => null)]);
    const report = await ended.finally(() => takeLeave(worker, queue, atWork));
    if (end.signal.reason instanceof ClusterError) throw end.signal.reason;
    return report ?? { status: await readStatus(folder), failed: [] };
  } finally {
    signal?.removeEventListener('abort', endEarly);
  }
}

/**
 * No process of a shard is left, and no connection. A server that is away is not waited for: its clients would wait until
 * it is back, and with them whoever stops this machine.
 */
async function takeLeave(worker: Worker, queue: ShardQueue, atWork: ReadonlySet<Promise<Ended>>): Promise<void> {
  const handedBack = worker.close();
  await Promise.allSettled(atWork);
  const enough = new AbortController();
  const pause = sleep(FAREWELL, undefined, { signal: enough.signal }).catch(() => {});
  await Promise.race([handedBack, pause]);
  await Promise.race([Promise.allSettled([worker.disconnect(), queue.disconnect()]), pause]);
  enough.abort();
}

/** How the worker is told to stop, and what it has in hand. */
interface Reins {
  readonly end: AbortController;
  readonly atWork: Set<Promise<Ended>>;
}

async function openWorker(options: WorkOptions, plan: PlanStatus, { end, atWork }: Reins): Promise<Worker> {
  const { folder, input, jobs = 1, lease = LEASE } = options;
  async function work(job: ShardJob, token?: string): Promise<void> {
    const { shard } = job.data;
    if (!(Number.isInteger(shard) && shard >= 1 && shard <= plan.shards)) throw new UnrecoverableError('no shard');
    const running = runShard({ folder, shard, shards: plan.shards, input }, end.signal);
    atWork.add(running);
    const ended = await running.finally(() => atWork.delete(running));
    if (ended.kind === 'done') return;
    if (ended.kind === 'to-mend') end.abort(new ClusterError(ended.reason));
    if (!end.signal.aborted) throw new Error(ended.reason);
    await job.moveToWait(token);
    throw new WaitingError();
  }
  return new Worker<Delivery, void>(queueName(plan), work, {
    connection: await connectionOf(options.connection, 'patient'),
    prefix: PREFIX,
    concurrency: jobs,
    lockDuration: lease,
    stalledInterval: lease,
    maxStalledCount: DEATHS,
  });
}

/** Waits until every shard is done or given up; what keeps it from looking is told, and it looks again. */
async function untilSettled(
  queue: ShardQueue,
  folder: string,
  tell: (error: unknown) => void,
  signal: AbortSignal,
): Promise<WorkReport | null> {
  while (!signal.aborted) {
    try {
      const report = await settle(queue, folder);
      if (report) return report;
    } catch (error) {
      if (error instanceof ClusterError) throw error;
      tell(error);
    }
    await sleep(POLL, undefined, { signal });
  }
  return null;
}

/**
 * Null while shards are in the queue. Open shards that are in no queue (a server that came back without its data, a result
 * that was deleted) are put in again: what the files say counts.
 */
async function settle(queue: ShardQueue, folder: string): Promise<WorkReport | null> {
  if ((await queue.getJobCountByTypes('waiting', 'active', 'delayed')) > 0) return null;
  const status = await readStatus(folder);
  const failed = (await readFailed(queue)).filter(({ shard }) => status.left.includes(shard));
  if (status.left.length === 0) await queue.obliterate({ force: true });
  if (status.left.every((each) => failed.some(({ shard }) => shard === each))) return { status, failed };
  await addShards(queue, status, status.left);
  return null;
}

/** Tells what parts us from the server: the same words again and again are one spell, over when a shard is taken. */
function tellSpells(queue: ShardQueue, worker: Worker, onTrouble: (message: string) => void): (error: unknown) => void {
  let told = '';
  const tell = (error: unknown): void => {
    const message = explain(error);
    if (message !== told) onTrouble(`the queue: ${message}; it is tried again.`);
    told = message;
  };
  queue.on('error', tell);
  worker.on('error', tell);
  worker.on('active', () => {
    told = '';
  });
  return tell;
}
