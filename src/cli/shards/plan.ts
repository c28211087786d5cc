/** Input -> manifest: cut after whole lines, every shard with the hash of its bytes; one pass, constant memory. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { refuseForeignFormats } from '../decode.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { nameFile } from '../sources.ts';
import type { Manifest, Shard } from './manifest.ts';

const LF = 0x0a;

/** @param size lines of a shard, at most */
export async function planShards(file: string, size: number): Promise<Pick<Manifest, 'input' | 'shards'>> {
  const cutter = new Cutter(size);
  const whole = createHash('sha256');
  try {
    let isFirst = true;
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      if (isFirst) refuseForeignFormats(chunk);
      isFirst = false;
      whole.update(chunk);
      cutter.take(chunk);
    }
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : explainSystemError(error);
    throw reason === null ? error : new UsageError(`${nameFile(file)}: ${reason}`);
  }
  const shards = cutter.end();
  return { input: { file, bytes: shards.at(-1)?.end ?? 0, sha256: whole.digest('hex') }, shards };
}

class Cutter {
  readonly #size: number;
  readonly #shards: Shard[] = [];
  #hash = createHash('sha256');
  #start = 0;
  #at = 0;
  #lines = 0;
  #firstLine = 1;
  #lineStart = 0;

  constructor(size: number) {
    this.#size = size;
  }

  take(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, end + 1)) {
      this.#lines++;
      this.#lineStart = this.#at + end + 1;
      if (this.#lines < this.#size) continue;
      this.#hash.update(chunk.subarray(from, end + 1));
      from = end + 1;
      this.#close(this.#lineStart);
    }
    this.#hash.update(chunk.subarray(from));
    this.#at += chunk.length;
  }

  #close(end: number): void {
    const { length } = this.#shards;
    const [start, firstLine, lines] = [this.#start, this.#firstLine, this.#lines];
    this.#shards.push({ number: length + 1, start, end, firstLine, lines, sha256: this.#hash.digest('hex') });
    this.#hash = createHash('sha256');
    this.#start = end;
    this.#firstLine += lines;
    this.#lines = 0;
  }

  end(): Shard[] {
    if (this.#at > this.#lineStart) this.#lines++;
    if (this.#at > this.#start) this.#close(this.#at);
    return this.#shards;
  }
}
