/** Many workers, dying workers, killed runs: the bytes of one job, nothing lost, nothing twice. Runs where it has been built. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { answerWithCrew } from '../../src/cli/jobs/crew.ts';
import { splitLines } from '../../src/cli/lines.ts';
import { makeFolder } from '../cli/world.ts';
import { manyNotes } from '../notes.ts';

const BIN = fileURLToPath(new URL('../../bin/spinenote.js', import.meta.url));
const WORKER = new URL('../../dist/cli/jobs/worker.js', import.meta.url);
const isBuilt = existsSync(WORKER);
const folder = makeFolder();
afterAll(folder.remove);

const bin = (...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], { maxBuffer: 1 << 28 });
  return { exitCode: status, out: String(stdout), err: String(stderr) };
};

const LONG = manyNotes(400);
const long = folder.put('long.jsonl', `${LONG.join('\n')}\n`);
const short = folder.put('short.jsonl', ['oops', '', ...manyNotes(300), '{"id":"x"}'].join('\n'));
let whole: string | undefined;
/** What one job makes of the long file. */
const wholeOf = (): string => {
  whole ??= bin('batch', long).out;
  return whole;
};

/** Starts a run and kills it as soon as `file` holds more than `bytes`. */
async function killWhen(file: string, bytes: number, argv: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [BIN, ...argv], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && (!existsSync(file) || readFileSync(file).length <= bytes)) await sleep(5);
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

describe.runIf(isBuilt)('batch --jobs', () => {
  it.each(['3'])('%s jobs give the bytes of one, bad lines and their numbers included', (jobs) => {
    const one = bin('batch', short);
    expect(bin('batch', '--jobs', jobs, short)).toEqual(one);
    expect(one.out.split('\n')).toHaveLength(303);
  });

  it('a mistake in a lexicon is told once, and nothing is written', () => {
    const lexicon = folder.put('wrong.yaml', 'conditions: 7\n');
    const output = join(folder.path, 'never.jsonl');
    const { exitCode, err } = bin('batch', '--jobs', '2', '--lexicon', lexicon, '--output', output, short);
    expect([exitCode, existsSync(output)]).toEqual([2, false]);
    expect(err.split('\n')).toHaveLength(2);
  });

  it.each(['0', 'two', '1000'])('--jobs %s is refused', (jobs) => {
    expect(bin('batch', `--jobs=${jobs}`, short)).toMatchObject({ exitCode: 2, out: '' });
  });

  it('killed and resumed, again and again, gives the bytes of an undisturbed run', async () => {
    const output = join(folder.path, 'resumed.jsonl');
    const argv = ['batch', '--jobs', '2', long, '--output', output, '--resume'];
    const size = wholeOf().length;
    for (const share of [0.2, 0.6]) await killWhen(output, size * share, argv);
    expect(bin(...argv)).toEqual({ exitCode: 0, out: '', err: '' });
    expect(readFileSync(output, 'utf8') === wholeOf()).toBe(true);
  });
});

describe.runIf(isBuilt)('batch --resume', () => {
  const output = join(folder.path, 'half.jsonl');
  const half = (): string => wholeOf().slice(0, wholeOf().length >> 1);

  it.each<[what: string, done: () => string]>([
    ['a line that was cut off', half],
    ['whole lines only', () => half().slice(0, half().lastIndexOf('\n') + 1)],
    ['nothing yet', () => ''],
    ['everything', wholeOf],
  ])('goes on behind %s', (_what, done) => {
    writeFileSync(output, done());
    expect(bin('batch', long, '--output', output, '--resume').exitCode).toBe(0);
    expect(readFileSync(output, 'utf8') === wholeOf()).toBe(true);
  });

  it.each<[what: string, argv: string[]]>([
    ['other notes', [short]],
    ['other options', [long, '--setting', 'inpatient']],
    ['fewer notes than it has answers', [folder.put('few.jsonl', manyNotes(3).join('\n'))]],
  ])('stops at an output made from %s', (_what, argv) => {
    writeFileSync(output, half());
    const { exitCode, err } = bin('batch', ...argv, '--output', output, '--resume');
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/--resume: the output was not made from this input/)]);
  });

  it('needs a file', () => {
    expect(bin('batch', short, '--resume')).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/needs --output/),
    });
  });
});

describe.runIf(isBuilt)('a worker that dies', () => {
  const flag = join(folder.path, 'died');
  /** Ends itself at the note n70: the first time it sees it, or always. */
  const dying = (always: boolean): URL => {
    const code = `
      import { existsSync, writeFileSync } from 'node:fs';
      import answerParcel from ${JSON.stringify(WORKER.href)};
      export default async (parcel) => {
        const holdsIt = parcel.lines.some(({ bytes }) => Buffer.from(bytes).includes('"n70"'));
        if (holdsIt && (${always} || !existsSync(${JSON.stringify(flag)}))) {
          writeFileSync(${JSON.stringify(flag)}, '');
          process.exit(1);
        }
        return answerParcel(parcel);
      };`;
    return new URL(`file://${folder.put(`dying-${always}.mjs`, code)}`);
  };
  const answers = async (worker: URL | undefined): Promise<string[]> => {
    const lines = splitLines(
      (async function* () {
        yield Buffer.from(manyNotes(80).join('\n'));
      })(),
      1 << 20,
    );
    let text = '';
    for await (const each of answerWithCrew(lines, 2, { lexicons: [], defaults: {} }, worker)) text += each.text;
    return text.trimEnd().split('\n');
  };

  it('is replaced and its notes are done again, in their places', async () => {
    const undisturbed = await answers(WORKER);
    expect(await answers(dying(false))).toEqual(undisturbed);
    expect(existsSync(flag)).toBe(true);
  });

  it('again and again at one note: that note has an error record, the others their analyses', async () => {
    const undisturbed = await answers(WORKER);
    const disturbed = await answers(dying(true));
    const changed = disturbed.flatMap((line, at) => (line === undisturbed[at] ? [] : [at]));
    expect([disturbed.length, changed]).toEqual([80, [70]]);
    expect(JSON.parse(disturbed[70] as string)).toMatchObject({ id: null, line: 71, error: { code: 'internal' } });
  });
});

describe.runIf(isBuilt)('shards whose processes are killed', () => {
  it('nothing lost, nothing twice, the bytes of batch', async () => {
    const into = join(folder.path, 'killed');
    bin('shard', 'plan', long, '--into', into, '--size', '50');
    for (const shard of ['2', '5'])
      await killWhen(join(into, `shard-00000${shard}.receipt.json`), 0, ['shard', 'run', into]);
    const { done, open } = JSON.parse(bin('shard', 'status', into).out);
    expect(done + open).toBe(8);
    expect(open).toBeGreaterThan(0);
    // two processes at once over all that is left: the same shards are delivered twice
    const twice = [0, 1].map(() =>
      once(spawn(process.execPath, [BIN, 'shard', 'run', into], { stdio: 'ignore' }), 'exit'),
    );
    for (const ended of twice) expect((await ended)[0]).toBe(0);
    const merged = join(folder.path, 'merged.jsonl');
    expect(bin('shard', 'merge', into, '--output', merged).exitCode).toBe(0);
    expect(readFileSync(merged, 'utf8') === wholeOf()).toBe(true);
  });
});

describe.runIf(isBuilt)('no memory of earlier notes', () => {
  it('1, 2 and 3 workers, each with an order of its own, give every note the same bytes', () => {
    const some = LONG.slice(0, 100);
    const orders = [some, some.toReversed(), some.toSorted()];
    const answers = orders.map((order, at) => {
      const file = folder.put(`order-${at}.jsonl`, order.join('\n'));
      return bin('batch', '--jobs', String(at + 1), file)
        .out.trimEnd()
        .split('\n')
        .sort()
        .join('\n');
    });
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]?.split('\n')).toHaveLength(100);
  });
});
