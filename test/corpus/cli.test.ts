import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { makeFolder, run } from '../cli/world.ts';

const folder = makeFolder();
afterAll(folder.remove);
const analyzer = await createAnalyzer();
const corpus = (...argv: string[]) => run(['corpus', ...argv], { io: { createAnalyzer: async () => analyzer } });

let round = 0;
let root = '';
const put = (name: string, content: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
  return join(root, name);
};
const TEXT = 'ASSESSMENT: Chronic low back pain.\n';
const fact = {
  condition: 'low-back-pain',
  status: 'present',
  source: 'provider',
  region: 'lumbar',
  evidence: [{ start: 20, end: 33, text: 'low back pain' }],
};
const gold = (id: string, facts: unknown[] = [fact]) => ({
  id,
  kind: 'office-note',
  facts,
  codes: { required: ['M54.50'] },
});

beforeEach(() => {
  root = join(folder.path, String(round++));
  for (const id of ['a', 'b']) {
    put(`gold/${id}.json`, JSON.stringify(gold(id), null, 2));
    put(`notes/${id}.txt`, TEXT);
  }
});

describe('corpus score', () => {
  it('a folder of gold and notes', async () => {
    const { exitCode, out, err } = await corpus('score', root);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/2 notes, 0 without an analysis/);
    expect(out).toMatch(/facts: \+ region +1\.000 +1\.000 +1\.000 /);
  });

  it('a broken file is named with its line; the others are scored', async () => {
    put('gold/b.json', JSON.stringify(gold('b', [{ ...fact, status: 'maybe' }]), null, 2));
    put('gold/c.json', '{');
    const { exitCode, out, err } = await corpus('score', root);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/gold\/b\.json:7: "facts\.0\.status"/);
    expect(err).toMatch(/gold\/c\.json:1: not valid JSON/);
    expect(out).toMatch(/1 notes, .*2 problems/);
  });

  it('sets of JSON Lines in gold/ and notes/', async () => {
    put('sets/gold/dev.jsonl', `${JSON.stringify(gold('x:1'))}\n`);
    put('sets/notes/dev.jsonl', `${JSON.stringify({ id: 'x:1', text: TEXT })}\n`);
    expect((await corpus('score', join(root, 'sets'))).out).toMatch(/1 notes/);
  });

  it('GOLD.jsonl needs --notes', async () => {
    const file = put('g.jsonl', JSON.stringify(gold('x')));
    expect(await corpus('score', file)).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/--notes NOTES\.jsonl/),
    });
    const notes = put('n.jsonl', JSON.stringify({ id: 'x', text: TEXT }));
    expect((await corpus('score', file, '--notes', notes)).exitCode).toBe(0);
  });

  it('labelled spans and brat', async () => {
    const spans = put(
      's.jsonl',
      JSON.stringify({ text: TEXT, spans: [{ start: 20, end: 33, label: 'low-back-pain|present' }] }),
    );
    expect((await corpus('score', spans)).out).toMatch(/spans: overlap +1\.000/);
    put('brat/a.txt', TEXT);
    put('brat/a.ann', 'T1\tlow-back-pain 20 33\tlow back pain\n');
    put('brat/b.ann', 'T1\tlow-back-pain 20 33\tlow back pain\n');
    const { exitCode, out, err } = await corpus('score', join(root, 'brat'));
    expect([exitCode, /spans: overlap +1\.000/.test(out)]).toEqual([2, true]);
    expect(err).toMatch(/b\.ann:1: .*b\.txt: no such file/);
  });

  it.each(['json', 'markdown', 'junit', 'html'])('--format %s --output', async (format) => {
    const file = join(root, `out.${format}`);
    const { exitCode, out } = await corpus('score', root, '--format', format, '--output', file);
    expect([exitCode, out]).toEqual([0, '']);
    expect(readFileSync(file, 'utf8').length).toBeGreaterThan(200);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it.each<[string, string[], RegExp]>([
    ['a path that is not there', ['score', 'nowhere'], /nowhere: no such file.*Expected a folder/],
    ['a folder of something else', ['score', folder.path], /holds neither gold\/ nor \.ann/],
    [
      'a format that is none',
      ['score', 'x', '--format', 'pdf'],
      /Allowed choices are text, json, markdown, junit, html/,
    ],
    ['--allow that is no count', ['diff', 'x', '--allow', '-1'], /whole number/],
  ])('%s', async (_name, argv, message) => {
    expect(await corpus(...argv)).toMatchObject({ exitCode: 2, err: expect.stringMatching(message) });
  });
});

describe('corpus diff', () => {
  const analysisLine = (id: string, text: string) => JSON.stringify(analyzer.analyze(text, { id }));

  it('against a saved result: the same is no change', async () => {
    const base = join(root, 'base.json');
    expect((await corpus('score', root, '--save', base)).exitCode).toBe(0);
    expect(readFileSync(base, 'utf8')).not.toContain('back pain.');
    const { exitCode, out } = await corpus('diff', base, root);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/newly wrong +0/);
  });

  it('against analyses: newly wrong ends with 1, and --allow lets it pass', async () => {
    const base = put('base.jsonl', ['a', 'b'].map((id) => analysisLine(id, TEXT)).join('\n'));
    // Judged are analyses that found nothing; the length is that of the note.
    const worse = put('worse.jsonl', ['a', 'b'].map((id) => analysisLine(id, 'x'.repeat(TEXT.length))).join('\n'));
    const argv = ['diff', base, root, '--analyses', worse];
    const { exitCode, out, err } = await corpus(...argv);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/a +newly wrong +facts: \+ region +low-back-pain\|present\|lumbar +right +missed +20-33/);
    const count = /(\d+) newly wrong, 0 allowed/.exec(err)?.[1];
    expect((await corpus(...argv, '--allow', count!)).exitCode).toBe(0);
    expect((await corpus('diff', worse, root, '--analyses', base)).exitCode).toBe(0);
  });

  it('a base that holds nothing', async () => {
    const base = put('empty.jsonl', '\n');
    expect(await corpus('diff', base, root)).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/holds no analysis.*--save/),
    });
  });
});

describe('corpus convert', () => {
  it('to brat and back to gold: the same facts', async () => {
    const [brat, back] = [join(root, 'brat-out'), join(root, 'back')];
    const first = await corpus('convert', root, brat, '--to', 'brat');
    expect(first).toMatchObject({
      exitCode: 0,
      err: expect.stringMatching(/codes, queries and optional readings are left out/),
    });
    expect((await corpus('convert', brat, back, '--to', 'gold')).exitCode).toBe(0);
    expect(JSON.parse(readFileSync(join(back, 'gold/a.json'), 'utf8')).facts).toEqual([fact]);
  });

  it('never writes over what is there', async () => {
    const file = put('spans.jsonl', '');
    expect(await corpus('convert', root, file, '--to', 'spans')).toMatchObject({
      exitCode: 2,
      err: expect.stringMatching(/already there/),
    });
  });
});
