/** Shards in one process: the merged output is that of batch; what is repeated, changed or spoilt never slips through. */
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/cli/shards/manifest.ts';
import { echoAnalyzer, makeFolder, run } from '../cli/world.ts';
import { manyNotes } from '../notes.ts';

const folder = makeFolder();
afterAll(folder.remove);

let runs = 0;
/** A plan of 10 lines in shards of 4, with its input and what `batch` makes of it. */
async function plan(lines: readonly string[] = manyNotes(10), ending = '\n') {
  const input = folder.put(`notes-${++runs}.jsonl`, lines.join('\n') + ending);
  const into = join(folder.path, `run-${runs}`);
  const planned = await run(['shard', 'plan', input, '--into', into, '--size', '4']);
  expect([planned.exitCode, planned.err]).toEqual([0, '']);
  return { input, into, batch: (await run(['batch', input])).out };
}

async function merge(into: string) {
  const file = `${into}.merged`;
  const { exitCode, err } = await run(['shard', 'merge', into, '--output', file]);
  return { exitCode, err, text: existsSync(file) ? readFileSync(file, 'utf8') : null };
}

const statusOf = async (into: string) => JSON.parse((await run(['shard', 'status', into])).out);

describe('plan, run, merge', () => {
  it.each<[what: string, lines: string[], ending: string]>([
    ['ten notes', manyNotes(10), '\n'],
    ['no line end at the end', manyNotes(10), ''],
    ['a number of lines that fills the shards', manyNotes(8), '\n'],
    ['blank lines and bad ones, with their numbers', ['', 'oops', ...manyNotes(4), ' ', '{"id":"x"}', 'oops'], '\n'],
    ['a mark in the middle that looks like the start of a file', [...manyNotes(4), '\ufeff{"text":"x"}'], '\n'],
    ['CRLF', manyNotes(9).map((line) => `${line}\r`), '\n'],
    ['no note at all', [], ''],
  ])('%s: the bytes of batch', async (_what, lines, ending) => {
    const { into, batch } = await plan(lines, ending);
    expect((await run(['shard', 'run', into])).exitCode).toBe(0);
    expect((await merge(into)).text).toBe(batch);
  });

  it('in parts, in any order, one of them twice', async () => {
    const { into, batch } = await plan();
    for (const part of ['3/3', '1/3', '3/3', '2/3']) {
      expect((await run(['shard', 'run', into, '--part', part])).exitCode).toBe(0);
    }
    expect((await merge(into)).text).toBe(batch);
  });

  it('does a finished shard no second time', async () => {
    const { into } = await plan();
    await run(['shard', 'run', into]);
    const file = join(into, 'shard-000001.jsonl');
    utimesSync(file, 1, 1);
    await run(['shard', 'run', into]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(5);
    expect((await import('node:fs')).statSync(file).mtimeMs).toBe(1000);
  });

  it('tells how far it is', async () => {
    const { into } = await plan();
    await run(['shard', 'run', into, '--part', '2/3']);
    expect(await statusOf(into)).toEqual({
      plan: sha256(readFileSync(join(into, 'manifest.json'))),
      shards: 3,
      done: 1,
      open: 2,
      stale: 0,
      records: 4,
      errors: 0,
      left: [1, 3],
    });
    expect((await run(['shard', 'status', into])).exitCode).toBe(1);
    await run(['shard', 'run', into]);
    expect((await run(['shard', 'status', into])).exitCode).toBe(0);
  });

  it('holds no word of a note in plan or receipts', async () => {
    const { into } = await plan();
    await run(['shard', 'run', into]);
    const files = readdirSync(into).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(4);
    for (const name of files) expect(readFileSync(join(into, name), 'utf8')).not.toMatch(/pain|Annular|HISTORY/i);
  });
});

describe('what is refused', () => {
  it('a merge while shards are open', async () => {
    const { into } = await plan();
    await run(['shard', 'run', into, '--part', '1/3']);
    expect(await merge(into)).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/2 of 3 shards are not done/),
      text: null,
    });
  });

  it('an input that has changed since the plan, and leaves no output of it', async () => {
    const { input, into } = await plan();
    writeFileSync(input, readFileSync(input, 'utf8').replace('Neck pain', 'Back pain'));
    const { exitCode, err } = await run(['shard', 'run', into]);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/shard 1: the input has changed/)]);
    expect(readdirSync(into)).toEqual(['manifest.json']);
  });

  it('an input that was cut short', async () => {
    const { input, into } = await plan();
    writeFileSync(input, readFileSync(input, 'utf8').slice(0, -100));
    expect((await run(['shard', 'run', into])).err).toMatch(/shard 3: the input has changed/);
    expect((await statusOf(into)).done).toBe(2);
  });

  it('but not one that has grown behind what was planned', async () => {
    const { input, into, batch } = await plan();
    appendFileSync(input, '{"text":"later"}\n');
    await run(['shard', 'run', into]);
    expect((await merge(into)).text).toBe(batch);
  });

  it.each(['version', 'lexicons'] as const)('another %s than the one of the plan', async (part) => {
    const { into } = await plan();
    const other = {
      ...echoAnalyzer,
      analyze: (text: string, options = {}) => {
        const analysis = echoAnalyzer.analyze(text, options);
        return { ...analysis, tool: { ...analysis.tool, [part]: 'other' } };
      },
    };
    const { exitCode, err } = await run(['shard', 'run', into], { io: { createAnalyzer: async () => other } });
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/planned by version .* plan the run anew/)]);
    expect((await statusOf(into)).done).toBe(0);
  });

  it.each<[what: string, change: (text: string) => string, expected: RegExp]>([
    ['changed', (text) => text.replace('n1', 'n9'), /shard 1: its output is not what was written/],
    ['cut off', (text) => text.slice(0, -5), /1 of 3 shards are not done/],
  ])('a result that was %s afterwards', async (_what, change, expected) => {
    const { into } = await plan();
    await run(['shard', 'run', into]);
    const file = join(into, 'shard-000001.jsonl');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(await merge(into)).toMatchObject({ exitCode: 2, err: expect.stringMatching(expected), text: null });
  });

  it('an output that is no plain file: a rename would take its place', async () => {
    const { into } = await plan();
    await run(['shard', 'run', into]);
    const { exitCode, err } = await run(['shard', 'merge', into, '--output', folder.path]);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/no plain file/)]);
  });

  it('a lost result is made again', async () => {
    const { into, batch } = await plan();
    await run(['shard', 'run', into]);
    rmSync(join(into, 'shard-000002.jsonl'));
    expect((await statusOf(into)).left).toEqual([2]);
    await run(['shard', 'run', into]);
    expect((await merge(into)).text).toBe(batch);
  });

  it.each<[what: string, argv: (into: string, input: string) => string[], expected: RegExp]>([
    ['a folder with something in it', (into, input) => ['plan', input, '--into', into], /not empty/],
    ['a folder without a plan', () => ['run', folder.path], /no plan in it/],
    ['a part beyond its number', (into) => ['run', into, '--part', '4/3'], /3\/8/],
    ['a size of nothing', (into, input) => ['plan', input, '--into', `${into}-x`, '--size', '0'], /number of lines/],
    [
      'notes that are not there',
      (into) => ['plan', 'nowhere.jsonl', '--into', `${into}-y`],
      /nowhere\.jsonl: no such file/,
    ],
  ])('%s', async (_what, argv, expected) => {
    const { into, input } = await plan();
    const { exitCode, err } = await run(['shard', ...argv(into, input)]);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(expected)]);
  });
});
