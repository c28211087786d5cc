/**
 * A file or a pipe of JSON Lines -> its lines as text with their numbers, one at a time; what is no JSON Lines at all
 * is refused for what it looks like, and a line that cannot be read is told, never skipped in silence.
 */
import { createReadStream, statSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { DEFAULT_LIMITS } from '../index.ts';
import { decodeStrictly, refuseForeignFormats } from './decode.ts';
import { explainSystemError, UsageError } from './failure.ts';
import type { CliIo } from './io.ts';
import { splitLines } from './lines.ts';
import { nameFile } from './sources.ts';

/** JSON spells a UTF-16 code unit in six bytes at most; an analysis is longer than its note. */
const LINE_CAP = 12 * DEFAULT_LIMITS.textLength;

export interface RecordLine {
  /** 1-based, blank lines counted. */
  readonly number: number;
  /** Null where it cannot be read; then `fault` says why. */
  readonly text: string | null;
  readonly fault: string | null;
}

export interface RecordSource {
  /** As it is named in messages. */
  readonly name: string;
  /** The path, where the source can be read twice; null for a pipe. */
  readonly file: string | null;
  /** Reads from the start; a pipe can be read once. */
  readonly open: (signal: AbortSignal) => AsyncIterable<RecordLine>;
}

/** @throws UsageError when nothing is named and nothing is piped in */
export function openRecords(file: string | undefined, io: CliIo, command: string): RecordSource {
  const fromStdin = file === undefined || file === '-';
  if (file === undefined && !io.hasPipedInput()) {
    throw new UsageError(`no input given. Name a file (spinenote ${command} FILE.jsonl) or pipe JSON Lines in.`);
  }
  const name = fromStdin ? '<stdin>' : nameFile(file);
  return {
    name,
    file: !fromStdin && isRegularFile(file) ? file : null,
    open: (signal) => readLines(addAbortSignal(signal, fromStdin ? io.stdin : createReadStream(file)), name),
  };
}

/** `<(zcat notes.gz)` has a path and can still be read only once. */
function isRegularFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function* readLines(source: Readable, name: string): AsyncIterable<RecordLine> {
  for await (const { number, bytes } of splitLines(readChunks(source, name), LINE_CAP)) {
    if (bytes === null) {
      yield {
        number,
        text: null,
        fault: `longer than ${LINE_CAP} bytes, the limit for one line. Give each record a line of its own.`,
      };
      continue;
    }
    const text = decodeStrictly(bytes);
    if (text === null) yield { number, text, fault: 'not valid UTF-8. Convert the file to UTF-8.' };
    else if (text.trim() !== '') yield { number, text, fault: null };
  }
}

async function* readChunks(source: Readable, name: string): AsyncIterable<Uint8Array> {
  let first = true;
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (first) refuseForeignFormats(bytes);
      first = false;
      yield bytes;
    }
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : explainSystemError(error);
    throw reason === null ? error : new UsageError(`${name}: ${reason}`);
  }
}
