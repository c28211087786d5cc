/**
 * One shard -> its output and receipt. Doing it again, at once or later, gives the same bytes, so a scheduler may deliver
 * a shard as often as it likes. The input is checked against the plan before a byte of output counts.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Analyzer } from '../../index.ts';
import { answerLine, LINE_CAP } from '../answer-line.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { splitLines } from '../lines.ts';
import { only, writeDurably } from './durable-file.ts';
import { type Manifest, outputFile, type Receipt, receiptFile, type Shard } from './manifest.ts';

export interface ShardRun {
  readonly folder: string;
  readonly manifest: Manifest;
  /** Where the input is found on this machine. */
  readonly input: string;
  readonly analyzer: Analyzer;
  /** Stops between two lines; the shard then stays open. */
  readonly signal?: AbortSignal | undefined;
}

export async function runShard(
  { folder, manifest, input, analyzer, signal }: ShardRun,
  shard: Shard,
): Promise<Receipt> {
  const made = createHash('sha256');
  const count = { records: 0, errors: 0, bytes: 0 };
  async function* records(): AsyncGenerator<Uint8Array> {
    const lines = splitLines(readRange(input, shard), LINE_CAP, shard.firstLine - 1);
    for await (const line of lines) {
      if (signal?.aborted) throw new UsageError(`shard ${shard.number}: interrupted; it stays open.`);
      const answered = answerLine(line, analyzer, manifest.options);
      if (!answered) continue;
      const bytes = Buffer.from(answered.text);
      made.update(bytes);
      count.records++;
      count.bytes += bytes.length;
      if (answered.outcome === 'error') count.errors++;
      yield bytes;
    }
  }
  await writeDurably(outputFile(folder, shard), records());
  const receipt: Receipt = { input: shard.sha256, tool: manifest.tool, ...count, sha256: made.digest('hex') };
  await writeDurably(receiptFile(folder, shard), only(`${JSON.stringify(receipt)}\n`));
  return receipt;
}

/** The bytes of a shard; fails at the end, before the output gets its name, where they are not those of the plan. */
async function* readRange(input: string, shard: Shard): AsyncGenerator<Uint8Array> {
  const seen = createHash('sha256');
  try {
    const stream = createReadStream(input, { start: shard.start, end: shard.end - 1 });
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      seen.update(chunk);
      yield chunk;
    }
  } catch (error) {
    const reason = explainSystemError(error);
    throw reason === null ? error : new UsageError(`shard ${shard.number}: the input: ${reason}`);
  }
  if (seen.digest('hex') !== shard.sha256) {
    throw new UsageError(
      `shard ${shard.number}: the input has changed since the plan was made. Plan the run anew, into another folder.`,
    );
  }
}
