/** A file that is there whole or not at all, also after a power cut: written beside its place, synced, then renamed into it. */
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { explainSystemError, UsageError } from '../failure.ts';
import { nameFile } from '../sources.ts';

/**
 * Two processes that write the same file at once, on whatever machines, never share a temporary one (a process id would
 * not do: in containers many are 1); the later rename wins with the same bytes.
 */
export async function writeDurably(file: string, parts: AsyncIterable<string | Uint8Array>): Promise<void> {
  refuseDevice(file);
  const temporary = `${file}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    try {
      for await (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = explainSystemError(error);
    throw reason === null ? error : new UsageError(`${nameFile(file)}: ${reason}`);
  }
  await syncFolder(dirname(file));
}

/** A rename would put a plain file in the place of a device or a pipe (`--output /dev/null`). */
function refuseDevice(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats && !stats.isFile()) throw new UsageError(`${nameFile(file)}: it is no plain file. Name a file.`);
}

export async function* only(text: string): AsyncGenerator<string> {
  yield text;
}

/** The new name itself must reach the disk; where a folder cannot be opened (Windows) the system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {}
}
