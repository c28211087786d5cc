/** Where batch writes: stdout, or a file that only its owner may read, and never the file that is being read. */

import { once } from 'node:events';
import { createWriteStream, realpathSync } from 'node:fs';
import { explainSystemError, UsageError } from './failure.ts';
import { type Output, openBufferedOutput } from './output.ts';

/** So much is gathered before it is waited for. */
const GATHERED_BYTES = 262_144;

export interface Target extends Output {
  readonly close: () => Promise<void>;
}

/** @param kept bytes of the file that stay and are written on from; without it the file is begun anew */
export async function openTarget(
  file: string | undefined,
  input: string | null,
  stdout: Output,
  kept?: number,
): Promise<Target> {
  if (file === undefined || file === '-') return { write: stdout.write, close: async () => {} };
  if (input !== null && isSameFile(file, input)) {
    throw new UsageError('--output names the file that is being read, and would empty it. Name another file.');
  }
  const sink = createWriteStream(file, {
    mode: 0o600,
    highWaterMark: GATHERED_BYTES,
    ...(kept === undefined ? {} : { flags: 'r+', start: kept }),
  });
  try {
    await once(sink, 'open');
  } catch (error) {
    throw new UsageError(`--output ${file}: ${explainSystemError(error) ?? 'cannot be written.'}`);
  }
  const { write, finish } = openBufferedOutput(sink);
  return { write, close: finish };
}

function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
