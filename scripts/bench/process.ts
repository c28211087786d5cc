/** The program as a process: how long it takes to start, what memory it takes, what a second worker brings. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { median, table } from './measure.ts';
import type { NoteSet } from './notes.ts';

const BIN = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
const TELL_MEMORY =
  "--import=data:text/javascript,process.on('exit',()=>process.stderr.write('RSS'+process.resourceUsage().maxRSS))";

function timeProcess(argv: readonly string[], input = ''): { readonly ms: number; readonly megabytes: number } {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, argv, { input, maxBuffer: 1 << 30 });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`node ${argv.join(' ')} ended with ${status}: ${stderr}`);
  return { ms, megabytes: Number(/RSS(\d+)/.exec(String(stderr))?.[1] ?? Number.NaN) / 1024 };
}

export function measureStart(): string {
  const commands: readonly (readonly [name: string, argv: readonly string[], input: string])[] = [
    ['node, empty', ['-e', ''], ''],
    ['spinenote --version', [BIN, '--version'], ''],
    ['spinenote --help', [BIN, '--help'], ''],
    ['spinenote code M51.36', [BIN, 'code', 'M51.36'], ''],
    ['spinenote tips M51.A4', [BIN, 'tips', 'M51.A4'], ''],
    ['spinenote analyze', [BIN, 'analyze'], 'ASSESSMENT: Low back pain.\n'],
    ['spinenote analyze, a sentence asks wink', [BIN, 'analyze'], 'ASSESSMENT: Sciatica. She left the office.\n'],
  ];
  const taken = commands.map(() => [] as number[]);
  for (let round = 0; round < 11; round++) {
    for (const [at, [, argv, input]] of commands.entries()) taken[at]?.push(timeProcess(argv, input).ms);
  }
  const medians = taken.map(median);
  const leasts = taken.map((times) => Math.min(...times));
  const show = (values: readonly number[], at: number): readonly string[] => {
    const [empty = Number.NaN, own = Number.NaN] = [values[0], values[at]];
    return [own.toFixed(0), (own / empty).toFixed(2)];
  };
  return table(
    ['command', 'ms', 'times empty node', 'least ms', 'times the least of empty node'],
    commands.map(([name], at) => [name, ...show(medians, at), ...show(leasts, at)]),
  );
}

/** A batch in which every note stands so many times, run so often with each number of jobs. */
interface Batch {
  readonly times: number;
  readonly jobs: readonly number[];
  readonly rounds: number;
}

/** A short archive, in which V8 is still compiling, and one eight times as long: their difference is what a warm worker does. */
const SHORT: Batch = { times: 5, jobs: [1, 2, 4], rounds: 3 };
const LONG: Batch = { times: 40, jobs: [1, 2], rounds: 2 };

export function measureBatch({ name, notes, characters }: NoteSet): string {
  const folder = mkdtempSync(join(tmpdir(), 'spinenote-bench-'));
  try {
    const taken = new Map<string, { readonly ms: number; readonly megabytes: number }>();
    let isSame = true;
    for (const { times, jobs, rounds } of [SHORT, LONG]) {
      const input = join(folder, `notes-${times}.jsonl`);
      const lines = Array.from({ length: times }, (_, time) =>
        notes.map(({ id, text }) => `${JSON.stringify({ id: `${id}-${time}`, text })}\n`).join(''),
      );
      writeFileSync(input, lines.join(''));
      const runs = jobs.map(() => [] as { ms: number; megabytes: number }[]);
      for (let round = 0; round < rounds; round++) {
        for (const [at, number] of jobs.entries()) {
          const output = join(folder, `out-${number}`);
          runs[at]?.push(timeProcess([TELL_MEMORY, BIN, 'batch', input, '--jobs', String(number), '--output', output]));
        }
      }
      const [first, ...others] = jobs.map((number) => readFileSync(join(folder, `out-${number}`)));
      isSame &&= others.every((output) => output.equals(first as Buffer));
      for (const [at, number] of jobs.entries())
        taken.set(`${times}/${number}`, {
          ms: median((runs[at] ?? []).map(({ ms }) => ms)),
          megabytes: median((runs[at] ?? []).map(({ megabytes }) => megabytes)),
        });
      rmSync(input);
    }
    const msOf = (times: number, jobs: number): number => taken.get(`${times}/${jobs}`)?.ms ?? Number.NaN;
    const row = (what: string, jobs: number, times: number, ms: number, one: number, megabytes?: number) => [
      what,
      jobs,
      (ms / 1000).toFixed(2),
      ((times * notes.length * 1000) / ms).toFixed(0),
      ((times * characters) / 1000 / ms).toFixed(2),
      (one / ms).toFixed(2),
      megabytes?.toFixed(0) ?? '',
    ];
    const further = LONG.times - SHORT.times;
    const furtherOf = (jobs: number): number => msOf(LONG.times, jobs) - msOf(SHORT.times, jobs);
    return [
      table(
        ['batch of', 'jobs', 's', 'notes/s', 'MB/s', 'against one', 'memory, MB'],
        [
          ...[SHORT, LONG].flatMap(({ times, jobs }) =>
            jobs.map((number) =>
              row(
                `${name}, ${times} times`,
                number,
                times,
                msOf(times, number),
                msOf(times, 1),
                taken.get(`${times}/${number}`)?.megabytes,
              ),
            ),
          ),
          ...LONG.jobs.map((number) =>
            row(`the ${further} times more of the second`, number, further, furtherOf(number), furtherOf(1)),
          ),
        ],
      ),
      '',
      `Outputs of all jobs: ${isSame ? 'the same bytes' : 'DIFFERENT'}.`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every note in three orders over 1, 2 and 4 workers: nine runs, one set of lines. */
export function compareOrders({ notes }: NoteSet): string {
  const folder = mkdtempSync(join(tmpdir(), 'spinenote-bench-'));
  try {
    const lines = notes.map((note) => JSON.stringify(note));
    const shuffled = lines.map((line, at) => ({ line, key: (at * 7919) % 2333 })).sort((a, b) => a.key - b.key);
    const orders = [lines, lines.toReversed(), shuffled.map(({ line }) => line)];
    const seen = new Set<string>();
    orders.forEach((order, at) => {
      const input = join(folder, `order-${at}`);
      writeFileSync(input, order.join('\n'));
      for (const jobs of ['1', '2', '4']) {
        const { stdout } = spawnSync(process.execPath, [BIN, 'batch', input, '--jobs', jobs], { maxBuffer: 1 << 30 });
        seen.add(String(stdout).trimEnd().split('\n').sort().join('\n'));
      }
    });
    return `${notes.length} notes, 1, 2 and 4 workers, 3 orders: ${seen.size} different result${seen.size === 1 ? '' : 's'}.`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function measureBundle(): Promise<string> {
  const entry = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
  const sizes = async (external: string[]): Promise<string[]> => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      external,
      platform: 'browser',
    });
    const code = outputFiles[0]?.contents ?? new Uint8Array();
    return [code, gzipSync(code, { level: 9 }), brotliCompressSync(code)].map(({ length }) =>
      (length / 1024).toFixed(0),
    );
  };
  return table(
    ['bundle', 'KB', 'gzip', 'brotli'],
    [
      ['with wink and its model', ...(await sizes([]))],
      ['without (loaded when needed)', ...(await sizes(['wink-nlp', 'wink-eng-lite-web-model']))],
    ],
  );
}
