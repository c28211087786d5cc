/** `spinenote review` and `spinenote audit` as a user runs them: files and pipes, faults that are told, exit codes. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';
import { makeFolder, run } from './world.ts';

const folder = makeFolder();
afterAll(folder.remove);
let real: Promise<Analyzer> | null = null;
const io = {
  createAnalyzer: () => {
    real ??= createAnalyzer();
    return real;
  },
};
const EXAMPLE = new URL('../../examples/encounters.jsonl', import.meta.url).pathname;
const line = (patient: string, date: string | null, text = 'Assessment: Low back pain.') =>
  JSON.stringify({ patient, date, text });
const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
const MIXED = lines(line('a', '2026-10-01'), line('b', '2026-10-02'), line('a', '2026-11-01'), line('a', '2026-12-01'));

interface Reviewed {
  readonly patient: string;
  readonly timeline: readonly unknown[];
  readonly findings: readonly { readonly kind: string }[];
}
const parse = (out: string): readonly Reviewed[] =>
  out
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each) as Reviewed);

describe('review', () => {
  it('reads the example to the findings that the README names', async () => {
    const { exitCode, out, err } = await run(['review', EXAMPLE], { io });
    expect([exitCode, err]).toEqual([0, '']);
    for (const kind of [
      'unspecified-repeated',
      'unspecified-kept',
      'contradicts-earlier',
      'initial-encounter-repeated',
      'query-answered',
    ])
      expect(out).toContain(kind);
  });

  it('gives the same reviews from a file and from a pipe, grouped or not', async () => {
    const file = folder.put('mixed.jsonl', MIXED);
    const fromFile = await run(['review', '-f', 'jsonl', file], { io });
    const fromPipe = await run(['review', '-f', 'jsonl'], { io, stdin: MIXED });
    const byPatient = (out: string) => [...parse(out)].sort((a, b) => (a.patient < b.patient ? -1 : 1));
    expect(byPatient(fromFile.out)).toEqual(byPatient(fromPipe.out));
    expect(byPatient(fromFile.out).map(({ patient, timeline }) => `${patient} ${timeline.length}`)).toEqual([
      'a 3',
      'b 1',
    ]);
    // From a file a patient is written with its last line: b before a.
    expect(parse(fromFile.out).map(({ patient }) => patient)).toEqual(['b', 'a']);
  });

  it('writes one list as json', async () => {
    const { out } = await run(['review', '-f', 'json'], { io, stdin: MIXED });
    expect((JSON.parse(out) as readonly Reviewed[]).map(({ patient }) => patient)).toEqual(['a', 'b']);
    expect((await run(['review', '-f', 'json'], { io, stdin: '' })).out).toBe('[]\n');
  });

  it('takes one patient of many', async () => {
    const { out } = await run(['review', '-f', 'jsonl', '--patient', 'b'], { io, stdin: MIXED });
    expect(parse(out).map(({ patient }) => patient)).toEqual(['b']);
  });

  it.each<[string, string, RegExp]>([
    ['no JSON', 'CANARY', /:1: not valid JSON/],
    ['no patient', '{"date":"2026-10-01","text":"CANARY"}', /:1: "patient" is missing/],
    ['no text', '{"patient":"a","note":"CANARY"}', /:1: "text" is missing/],
    ['codes that are no list', '{"patient":"a","text":"CANARY","codes":"M54.5"}', /:1: "codes" is no list/],
  ])('tells %s, and reads on', async (_name, bad, told) => {
    const { exitCode, out, err } = await run(['review', '-f', 'jsonl'], {
      io,
      stdin: lines(bad, line('b', '2026-10-01')),
    });
    expect(exitCode).toBe(2);
    expect(err).toMatch(told);
    expect(`${out}${err}`).not.toContain('CANARY');
    expect(parse(out).map(({ patient }) => patient)).toEqual(['b']);
  });

  it('counts a day that is none as no date, and says so', async () => {
    const { exitCode, out, err } = await run(['review'], { io, stdin: line('a', '2026-02-30') });
    expect(exitCode).toBe(0);
    expect(err).toContain('"date" is no day of the calendar');
    expect(out).toContain('has no date that can be read');
  });

  it('asks for input', async () => {
    expect((await run(['review'], { io, tty: ['stdin'] })).exitCode).toBe(2);
    expect((await run(['review', 'missing.jsonl'], { io })).err).toContain('no such file');
  });
});

describe('audit', () => {
  it('counts notes and the analyses of the same notes alike', async () => {
    const notes = readFileSync(EXAMPLE, 'utf8')
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each) as Record<string, unknown>)
      .map(({ id, date, text, patient, provider, site, codes }) =>
        JSON.stringify({ id, text, dateOfService: date, meta: { patient, provider, site, codes } }),
      );
    const analyses = (await run(['batch'], { io, stdin: lines(...notes) })).out;
    const one = await run(['audit', '-f', 'json', EXAMPLE], { io });
    const other = await run(['audit', '-f', 'json'], { io, stdin: analyses });
    expect(one.exitCode).toBe(0);
    expect(JSON.parse(one.out)).toMatchObject({ encounters: 9, withClaim: 9 });
    const { worksheet, ...figures } = JSON.parse(one.out);
    const { worksheet: drawn, ...same } = JSON.parse(other.out);
    expect(same).toEqual(figures);
    expect(drawn.map(({ id }: { id: string }) => id)).toEqual(worksheet.map(({ id }: { id: string }) => id));
  });

  it('needs no analyzer for ready analyses', async () => {
    const analyses = (await run(['batch'], { io, stdin: line('a', null) })).out;
    expect((await run(['audit'], { stdin: analyses })).asked).toEqual([]);
  });

  it('tells what it cannot count, and counts the rest', async () => {
    const stdin = lines(
      '{"schema":"other@1"}',
      '{"id":"x","line":2,"error":{"code":"no-text","message":"m"}}',
      '{"a":1}',
      line('a', null),
    );
    const { exitCode, out, err } = await run(['audit', '-f', 'json'], { io, stdin });
    expect(exitCode).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ encounters: 1, unread: 3 });
    for (const told of [':1: not an analysis', ':2: an error record', ':3: neither']) expect(err).toContain(told);
  });

  it('writes a file that its owner alone may read', async () => {
    const file = join(folder.path, 'audit.html');
    await run(['audit', '-f', 'html', '-o', file, EXAMPLE], { io });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, 'utf8')).toContain('<svg role="img"');
  });

  it.each(['9', '16', 'x', '12.5'])('refuses a sample of %s', async (size) => {
    const { exitCode, err } = await run(['audit', '--sample', size, EXAMPLE], { io });
    expect(exitCode).toBe(2);
    expect(err).toContain('10 to 15');
  });
});
