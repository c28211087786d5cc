/**
 * A disk that obeys a test: for programs started with `env`, every write of a result waits while it is held, fails with
 * ENOSPC while it is full, and kills the process that does a deadly part. What the kernel would say is said by a module
 * that Node loads first (`--import`); the program itself knows nothing of it.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Results are written through FileHandle.writeFile, a piece at a time; two pieces still fit on a full disk. */
const MODULE = `
import { existsSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const state = (name) => join(process.env.TEST_DISK, name);
const handle = await open(process.execPath);
const prototype = Object.getPrototypeOf(handle);
await handle.close();
const { writeFile } = prototype;
let room = 2;
prototype.writeFile = async function (...given) {
  while (existsSync(state('held'))) await sleep(20);
  const deadly = existsSync(state('deadly')) ? readFileSync(state('deadly'), 'utf8') : null;
  if (process.argv.includes(deadly)) process.kill(process.pid, 'SIGKILL');
  if (existsSync(state('full')) && room-- <= 0) {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
  return writeFile.apply(this, given);
};
`;

export interface Disk {
  readonly env: Readonly<Record<string, string>>;
  readonly hold: () => void;
  readonly fill: () => void;
  /** @param part as in \`--part\` */
  readonly makeDeadly: (part: string) => void;
  /** Ends all of it. */
  readonly release: () => void;
}

/** @param folder for the module and its state; it must exist */
export function makeDisk(folder: string): Disk {
  const file = join(folder, 'disk.mjs');
  const states = join(folder, 'disk');
  mkdirSync(states, { recursive: true });
  writeFileSync(file, MODULE);
  const put = (name: string, content = ''): void => writeFileSync(join(states, name), content);
  return {
    env: { NODE_OPTIONS: `--import=${pathToFileURL(file)}`, TEST_DISK: states },
    hold: () => put('held'),
    fill: () => put('full'),
    makeDeadly: (part) => put('deadly', part),
    release: () => {
      for (const name of ['held', 'full', 'deadly']) rmSync(join(states, name), { force: true });
    },
  };
}
