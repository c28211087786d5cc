/** `spinenote cluster enqueue | work | status`: the shards of a plan handed out to many machines by BullMQ and a Redis. */
import { InvalidArgumentError, Option } from 'commander';
import type { ClusterOptions } from '../../cluster/index.ts';
import { UsageError } from '../failure.ts';
import { loadPart } from '../optional-part.ts';
import { addJobsOption } from '../options.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const CLUSTER_PACKAGES = ['bullmq', 'ioredis'];
const USUAL_REDIS = 'redis://127.0.0.1:6379';
const USUAL_LEASE = 30;
const INTERRUPTED = 130;

const HELP = `
Example:
  spinenote shard plan notes.jsonl --into run1
  spinenote cluster work run1 --jobs all      (on as many machines as you like; each ends when all shards are done)
  spinenote cluster status run1
  spinenote shard merge run1 --output analyses.jsonl

The folder is shared by the machines (it may be mounted elsewhere on each; notes that lie elsewhere are named with --input).
The queue holds hashes and numbers of shards, never a path or a note. A password belongs into SPINENOTE_REDIS, not into an
argument, which others on the machine can read.
Exit code: 0 done; 1 shards were given up, or (status) are open; 2 this machine cannot go on, and why; 130 interrupted
(Ctrl-C, SIGTERM): its shards are handed back; a second signal ends it at once.`;

interface QueueOptions {
  readonly redis?: string;
}

interface WorkOptions extends QueueOptions {
  readonly jobs: number;
  readonly lease: number;
  readonly input?: string;
}

export const defineCluster: DefineCommand = (command, context) => {
  command.addHelpText('after', HELP);
  const add = (name: string, description: string) =>
    command
      .command(name)
      .description(description)
      .argument('<folder>', 'folder of the plan')
      .addOption(new Option('--redis <address>', `the Redis; SPINENOTE_REDIS unless named, else ${USUAL_REDIS}`));
  add('enqueue', 'Put the open shards into the queue; those that were given up get a new start.').action(
    (folder: string, options: QueueOptions) => enqueue(folder, options, context),
  );
  addJobsOption(add('work', 'Do shards until all are done.'))
    .addOption(
      new Option('--lease <seconds>', 'after how long the shard of a worker that died goes to another')
        .argParser(parseLease)
        .default(USUAL_LEASE),
    )
    .option('--input <file>', 'where the notes are on this machine, if not where they were planned')
    .action((folder: string, options: WorkOptions) => work(folder, options, context));
  add('status', 'Tell how many shards are done, and what the queue holds.').action(
    (folder: string, options: QueueOptions) => tellStanding(folder, options, context),
  );
};

async function enqueue(folder: string, options: QueueOptions, context: CommandContext): Promise<void> {
  const queue = { folder, connection: addressOf(options, context) };
  const { left, done } = await withCluster(({ enqueueShards }) => enqueueShards(queue));
  await context.output.write(`${left.length} shards queued, ${done} done already\n`);
}

async function work(folder: string, options: WorkOptions, context: CommandContext): Promise<void> {
  const { io, complain, endWith } = context;
  const interrupt = new AbortController();
  const stopListening = io.onInterrupt(() => interrupt.abort());
  try {
    const { status, failed } = await withCluster(({ workShards }) =>
      workShards({
        folder,
        connection: addressOf(options, context),
        jobs: options.jobs,
        lease: options.lease * 1000,
        input: options.input,
        signal: interrupt.signal,
        onTrouble: complain,
      }),
    );
    for (const { shard, reason } of failed) complain(`shard ${shard} was given up: ${reason}`);
    if (failed.length > 0) {
      complain(`Look into it, then: spinenote cluster enqueue ${folder}`);
      endWith(1);
    } else if (interrupt.signal.aborted) endWith(INTERRUPTED);
    await context.output.write(`${status.done} of ${status.shards} shards are done\n`);
  } finally {
    stopListening();
  }
}

async function tellStanding(folder: string, options: QueueOptions, context: CommandContext): Promise<void> {
  const queue = { folder, connection: addressOf(options, context) };
  const standing = await withCluster(({ readStanding }) => readStanding(queue));
  await context.output.write(`${JSON.stringify(standing)}\n`);
  if (standing.left.length > 0) context.endWith(1);
}

const addressOf = ({ redis }: QueueOptions, { io }: CommandContext): NonNullable<ClusterOptions['connection']> =>
  redis ?? (io.env.SPINENOTE_REDIS || USUAL_REDIS);

async function withCluster<Result>(
  use: (cluster: typeof import('../../cluster/index.ts')) => Promise<Result>,
): Promise<Result> {
  return loadPart('cluster', CLUSTER_PACKAGES, async () => {
    const cluster = await import('../../cluster/index.ts');
    return use(cluster).catch((error: unknown) => {
      throw error instanceof cluster.ClusterError ? new UsageError(error.message) : error;
    });
  });
}

function parseLease(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a number of seconds, from 1 to 9999.');
}
