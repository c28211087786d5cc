/** The outputs of all shards -> one file, in order, each checked against its receipt; nothing is written unless all are done. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../failure.ts';
import { writeDurably } from './durable-file.ts';
import { type Manifest, outputFile, type Receipt, type Shard } from './manifest.ts';
import { stateOf } from './state.ts';

export async function mergeShards(folder: string, manifest: Manifest, target: string): Promise<void> {
  const states = manifest.shards.map((shard) => ({ shard, state: stateOf(folder, manifest, shard) }));
  const left = states.filter(({ state }) => state.kind !== 'done').length;
  if (left > 0) {
    throw new UsageError(`${left} of ${states.length} shards are not done. Run them first: spinenote shard run.`);
  }
  async function* parts(): AsyncGenerator<Uint8Array> {
    for (const { shard, state } of states) {
      if (state.kind === 'done') yield* checked(folder, shard, state.receipt);
    }
  }
  await writeDurably(target, parts());
  await removeRemains(folder);
}

/** What killed runs left half written quotes notes; with all shards done, nobody needs it. */
async function removeRemains(folder: string): Promise<void> {
  const names = await readdir(folder);
  const remains = names.filter((name) => /^shard-\d+\..+\.tmp$/.test(name));
  for (const name of remains) await rm(join(folder, name), { force: true });
}

async function* checked(folder: string, shard: Shard, receipt: Receipt): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(outputFile(folder, shard)) as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== receipt.sha256) {
    throw new UsageError(
      `shard ${shard.number}: its output is not what was written. Remove shard-${String(shard.number).padStart(6, '0')}.* and run it again.`,
    );
  }
}
