/** A Redis of the test's own on a free port of the loopback, with its log on disk, to be killed and started again. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { vi } from 'vitest';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis) {
  console.warn(
    'No redis-server is installed, so the tests of the cluster are skipped. Install it (Debian: apt-get install redis-server).',
  );
}

export interface Redis {
  /** Addresses of its sixteen databases. */
  readonly address: (database: number) => string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Everything that was ever written to it since its data were lost, as text. */
  readonly log: () => string;
  readonly loseData: () => void;
}

export async function makeRedis(folder: string): Promise<Redis> {
  const port = await findPort();
  const data = join(folder, 'redis');
  let server: ChildProcess | null = null;
  mkdirSync(data);
  return {
    address: (database) => `redis://127.0.0.1:${port}/${database}`,
    async start() {
      const options = ['--bind', '127.0.0.1', '--dir', data, '--save', '', '--appendonly', 'yes'];
      server = spawn('redis-server', ['--port', String(port), ...options], { stdio: 'ignore' });
      await vi.waitUntil(() => answersPing(port), { timeout: 30_000 });
    },
    async kill() {
      if (server === null || server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
    log() {
      const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
      return files.map((each) => readFileSync(join(each.parentPath, each.name), 'utf8')).join('');
    },
    loseData() {
      rmSync(data, { recursive: true });
      mkdirSync(data);
    },
  };
}

async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      resolve(String(answer).startsWith('+PONG'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}
