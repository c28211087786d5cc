/**
 * `spinenote shard ...` in a process of its own, as any scheduler starts it: what it computes holds up no lease, and what
 * kills it kills nothing else. It is tied to us by a channel, so that it stops between two notes when we are gone.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ClusterError } from './failure.ts';

/** The same from src/cluster and from dist/cluster. */
const PROGRAM = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
/** Exit code of our commands for what a person has to mend: a full disk, a changed input, another version. */
const TO_MEND = 2;

export type Ended =
  | { readonly kind: 'done' }
  /** Trying again here would end the same way; `reason` is what the command said. */
  | { readonly kind: 'to-mend'; readonly reason: string }
  /** It was told to stop, or it died. */
  | { readonly kind: 'cut-off'; readonly reason: string };

/** How a plan stands, as `spinenote shard status` tells it. */
export interface PlanStatus {
  /** SHA-256 of the manifest: the name of the run. */
  readonly plan: string;
  readonly shards: number;
  readonly done: number;
  readonly open: number;
  readonly stale: number;
  readonly records: number;
  readonly errors: number;
  /** Numbers of the shards that are not done. */
  readonly left: readonly number[];
}

/** @throws ClusterError when there is no plan in the folder */
export async function readStatus(folder: string): Promise<PlanStatus> {
  const { out, err } = await run(['status', folder]);
  if (out === '') throw new ClusterError(said(err));
  return JSON.parse(out) as PlanStatus;
}

export interface ShardOrder {
  readonly folder: string;
  /** 1-based, and how many the plan has. */
  readonly shard: number;
  readonly shards: number;
  /** Where the notes are on this machine, if not where they were planned. */
  readonly input?: string | undefined;
}

/** A shard that is already done is left as it is. */
export async function runShard({ folder, shard, shards, input }: ShardOrder, signal: AbortSignal): Promise<Ended> {
  if (signal.aborted) return { kind: 'cut-off', reason: 'it was told to stop' };
  const where = input === undefined ? [] : ['--input', input];
  const { exitCode, killedBy, err } = await run(['run', folder, '--part', `${shard}/${shards}`, ...where], signal);
  if (exitCode === 0) return { kind: 'done' };
  if (exitCode === TO_MEND) return { kind: 'to-mend', reason: said(err) };
  return { kind: 'cut-off', reason: `its process ended by ${killedBy ?? `exit code ${exitCode}`}` };
}

async function run(argv: readonly string[], signal?: AbortSignal) {
  const child = spawn(process.execPath, [PROGRAM, 'shard', ...argv], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const stop = (): void => {
    if (child.connected) child.disconnect();
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    // not 'close', which does not come when it was we who let go of the channel
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    const heard = [text(child.stdout as Readable), text(child.stderr as Readable)] as const;
    const [[exitCode, killedBy], out, err] = await Promise.all([ended, ...heard]);
    return { exitCode, killedBy, out, err };
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

const said = (stderr: string): string => stderr.trim().replace(/^spinenote: /, '');
