/**
 * The queue of a plan: one job for each shard, named by its number, in a queue named by the hash of the plan. A job holds
 * that number and that hash: no path, no word of a note. The files say what is done; the queue only says who does it.
 */
import { type ConnectionOptions, type Job, Queue, type RedisOptions } from 'bullmq';
import { ClusterError } from './failure.ts';
import type { PlanStatus } from './shard-command.ts';

export interface ClusterOptions {
  /** Folder of a plan (`spinenote shard plan`), as this machine sees it; all machines share it. */
  readonly folder: string;
  /** Address of a Redis (`redis://`, `rediss://`), or what the back end chosen for BullMQ takes. */
  readonly connection: string | ConnectionOptions;
}

/** What stands in the queue. */
export interface Delivery {
  /** SHA-256 of the manifest. */
  readonly plan: string;
  /** 1-based. */
  readonly shard: number;
}

export interface FailedShard {
  readonly shard: number;
  readonly reason: string;
}

export type ShardJob = Job<Delivery, void>;
export type ShardQueue = Queue<Delivery, void>;

/** `prompt` fails at once where the server cannot be reached; `patient` waits for it to come back. */
export type Patience = 'prompt' | 'patient';

/** Times that a shard may take its process with it before it is given up. */
const ATTEMPTS = 3;
/** Milliseconds before it is tried again; doubled each time. */
const FIRST_PAUSE = 1000;
/** Nobody reads the stream of events; BullMQ keeps 10,000 of them unless told. */
const EVENTS_KEPT = 100;
/** Milliseconds. */
const CONNECT_TIMEOUT = 10_000;

/** Names the keys of all our queues. */
export const PREFIX = 'spinenote';
/** Long enough that two plans never share a queue. */
export const queueName = ({ plan }: Pick<PlanStatus, 'plan'>): string => plan.slice(0, 32);

export async function connectionOf(
  connection: ClusterOptions['connection'],
  patience: Patience,
): Promise<ConnectionOptions> {
  if (typeof connection !== 'string') return connection;
  if (!/^rediss?:$/.test(protocolOf(connection))) {
    throw new ClusterError('the address of the queue is none of a Redis. Write it as redis://host:6379.');
  }
  // BullMQ loads it by itself; asked for here, its absence is told like that of any other package.
  await import('ioredis');
  const prompt: RedisOptions = { maxRetriesPerRequest: 1, retryStrategy: () => null };
  return {
    url: connection,
    connectTimeout: CONNECT_TIMEOUT,
    ...(patience === 'prompt' ? prompt : { maxRetriesPerRequest: null }),
  };
}

function protocolOf(address: string): string {
  try {
    return new URL(address).protocol;
  } catch {
    return '';
  }
}

export async function openQueue(
  connection: ClusterOptions['connection'],
  status: PlanStatus,
  patience: Patience,
): Promise<ShardQueue> {
  return new Queue<Delivery, void>(queueName(status), {
    connection: await connectionOf(connection, patience),
    prefix: PREFIX,
    streams: { events: { maxLen: EVENTS_KEPT } },
    defaultJobOptions: {
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: FIRST_PAUSE },
      removeOnComplete: true,
    },
  });
}

/**
 * Does something with the queue of a plan and lets go of it.
 * @throws ClusterError when the server cannot be reached
 */
export async function withQueue<Result>(
  connection: ClusterOptions['connection'],
  status: PlanStatus,
  use: (queue: ShardQueue) => Promise<Result>,
): Promise<Result> {
  const queue = await openQueue(connection, status, 'prompt');
  queue.on('error', () => {});
  try {
    await queue.waitUntilReady();
    return await use(queue);
  } catch (error) {
    throw new ClusterError(`the queue cannot be used: ${explain(error)}. Start the server, or name another.`);
  } finally {
    // where there was no connection, there is none to end
    await queue.disconnect().catch(() => {});
  }
}

/** Host and port may be told, a password may not: the messages of client and server hold none. */
export const explain = (error: unknown): string => {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || 'no reason was given';
};

/** A shard that is in the queue already, waiting, at work or failed, is not added a second time. */
export async function addShards(queue: ShardQueue, { plan }: PlanStatus, shards: readonly number[]): Promise<void> {
  await queue.addBulk(
    shards.map((shard) => ({ name: 'shard', data: { plan, shard }, opts: { jobId: `shard-${shard}` } })),
  );
}

export async function readFailed(queue: ShardQueue): Promise<FailedShard[]> {
  const failed = await queue.getFailed();
  return failed.map(({ data, failedReason }) => ({ shard: data.shard, reason: failedReason }));
}
