/** Files and streams -> bytes, never more than a limit, so that a wrong file cannot fill the memory. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { DEFAULT_LIMITS } from '../index.ts';
import { decodeStrictly } from './decode.ts';
import { explainSystemError, UsageError } from './failure.ts';
import type { ByteSource } from './io.ts';

/** No UTF-16 code unit takes more than three bytes of UTF-8: beyond this no text can be within the limit. */
const MOST_BYTES = 3 * DEFAULT_LIMITS.textLength;
const TOO_LONG = `longer than ${DEFAULT_LIMITS.textLength} characters, the limit for one note. Split it into its notes; many notes go through spinenote batch.`;

/** Reads through a descriptor rather than by size, because a pipe (`<(zcat note.gz)`) has none. */
export function readBytes(file: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    for (;;) {
      const chunk = new Uint8Array(65_536);
      const length = readSync(descriptor, chunk);
      if (length === 0) return join(chunks, total);
      total += length;
      if (total > MOST_BYTES) throw new UsageError(TOO_LONG);
      chunks.push(chunk.subarray(0, length));
    }
  } catch (error) {
    const reason = explainSystemError(error);
    throw reason ? new UsageError(reason) : error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

export async function readStream(stream: ByteSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      total += bytes.length;
      if (total > MOST_BYTES) throw new UsageError(TOO_LONG);
      chunks.push(bytes);
    }
  } catch (error) {
    const reason = explainSystemError(error);
    throw reason ? new UsageError(reason) : error;
  }
  return join(chunks, total);
}

/** A user's lexicon, read but not parsed. */
export function readLexicon(file: string): { readonly file: string; readonly text: string } {
  try {
    const text = decodeStrictly(readFileSync(file));
    if (text === null) throw new UsageError('not valid UTF-8. Save it as UTF-8.');
    return { file, text };
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : explainSystemError(error);
    if (reason === null) throw error;
    throw new UsageError(`--lexicon ${nameFile(file)}: ${reason}`);
  }
}

/** A file as it is named in messages: an argument too long or too many-lined for a name may be a pasted note. */
export function nameFile(file: string): string {
  return file.length > 255 || /[\n\r]/.test(file) ? `<an argument of ${file.length} characters>` : file;
}

function join(chunks: readonly Uint8Array[], total: number): Uint8Array {
  const whole = new Uint8Array(total);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
