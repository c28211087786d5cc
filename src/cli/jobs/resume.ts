/**
 * What an interrupted batch has done: the whole lines of its output. Every line of the input that is not blank has one line
 * there, in the same order, so their number is the place to go on from; the last one, done again, proves that it is.
 */
import { open } from 'node:fs/promises';
import type { AnalyzeOptions, Analyzer } from '../../index.ts';
import { answerLine, isBlank } from '../answer-line.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { type ByteLine, splitLines } from '../lines.ts';

export interface Done {
  /** Whole lines of the output, and the bytes that they take. */
  readonly lines: number;
  readonly bytes: number;
  /** The last of them, without its line end. */
  readonly last: string;
}

/** Undefined where there is no output yet: the run then begins at the beginning. */
export async function readDone(output: string | undefined): Promise<Done | undefined> {
  if (output === undefined || output === '-') {
    throw new UsageError('--resume needs --output <file>: only a file tells what an earlier run has done.');
  }
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(output, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new UsageError(`--output ${output}: ${explainSystemError(error) ?? 'cannot be read.'}`);
  }
  try {
    const { size } = await file.stat();
    const done = await countLines(file.createReadStream({ autoClose: false, start: 0 }), size);
    // what stands behind the last line end is a line that was cut off
    await file.truncate(done.bytes);
    return done;
  } finally {
    await file.close();
  }
}

async function countLines(chunks: AsyncIterable<Uint8Array>, size: number): Promise<Done> {
  let done: Done = { lines: 0, bytes: 0, last: '' };
  for await (const { number, bytes } of splitLines(chunks, Number.MAX_SAFE_INTEGER)) {
    const length = bytes?.length ?? 0;
    const end = done.bytes + length + 1;
    if (end <= size) done = { lines: number, bytes: end, last: Buffer.from(bytes ?? []).toString() };
  }
  return done;
}

/** The lines that are left. The last one done is answered again and compared. */
export async function* skipDone(
  lines: AsyncIterable<ByteLine>,
  done: Done,
  analyzer: Analyzer,
  defaults: AnalyzeOptions,
): AsyncGenerator<ByteLine> {
  let skipped = 0;
  for await (const line of lines) {
    if (isBlank(line)) continue;
    if (skipped === done.lines) {
      yield line;
      continue;
    }
    if (++skipped < done.lines) continue;
    const again = answerLine(line, analyzer, defaults);
    if (again?.text !== `${done.last}\n`) throw otherRun();
  }
  if (skipped < done.lines) throw otherRun();
}

function otherRun(): UsageError {
  return new UsageError(
    '--resume: the output was not made from this input by this version with these options. ' +
      'Run it with what made it, or without --resume to begin anew.',
  );
}
