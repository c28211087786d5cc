/** `spinenote explain` and the claim options of `analyze` and `batch`, with the analyzer itself. */
import { afterAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { makeFolder, parseLines, run as runWith } from './world.ts';

const folder = makeFolder();
afterAll(folder.remove);
const words = 'MRI reviewed.\nASSESSMENT:\n1. Annular tear, L5-S1.\n2. Low back pain.\n';
const note = folder.put('note.txt', words);
const second = folder.put('second.txt', 'Assessment: Sciatica, left.');
const analyzer = await createAnalyzer({ linguistics: 'none' });
const run = (argv: readonly string[], stdin = '') =>
  runWith(argv, { stdin, io: { createAnalyzer: async () => analyzer } });

describe('explain', () => {
  it('shows the chain of an assigned code', async () => {
    const { exitCode, out, err } = await run(['explain', note, '--code', 'M51.A3']);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^M51\.A3 Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size \(FY2027\)\n/,
    );
    expect(out).toContain('assigned, number 1 on the claim');
    expect(out).toMatch(/fact +annulus fibrosus defect, lumbosacral L5-S1, size not stated: present, source provider/);
    expect(out).toMatch(/words +3:4 Assessment "Annular tear/);
    expect(out).toMatch(/rule +annulus-fibrosus-defect: ICD-10-CM Tabular/);
  });

  it('shows what is missing for a code, and what asks for it', async () => {
    const { out } = await run(['explain', note, '--code', 'M51.A4']);
    expect(out).toContain('not supported by this note');
    expect(out).toMatch(/needed +The size, in the provider's words/);
    expect(out).toMatch(/instead +M51\.A3/);
    expect(out).toMatch(/query +annular-defect-size\/lumbosacral\n +Small -> M51\.A4, M54\.50/);
  });

  it.each([
    ['codes with commas', ['--code', 'M51.A3,M54.50'], ['M51.A3', 'M54.50']],
    ['the option repeated', ['--code', 'M51.A3', '--code', 'm5450'], ['M51.A3', 'M54.50']],
    ['every code of the note when none is named', [], ['M51.A3', 'M54.50']],
  ])('takes %s', async (_, options, codes) => {
    const { out } = await run(['explain', note, '--format', 'json', ...options]);
    expect(JSON.parse(out).map(({ code }: { code: string }) => code)).toEqual(codes);
  });

  it('reads stdin, and codes by the date of service', async () => {
    const { out } = await run(['explain', '--date', '2021-09-30', '--code', 'M54.5'], 'Assessment: Low back pain.');
    expect(out).toContain('assigned, number 1');
  });

  it.each([
    ['a file that is not there', ['explain', `${folder.path}/none.txt`], /none\.txt: no such file/],
    ['a code that is empty', ['explain', note, '--code', ' '], /Write the codes with commas/],
    ['a format that is none', ['explain', note, '-f', 'html'], /text, json/],
  ])('refuses %s', async (_, argv, message) => {
    const { exitCode, out, err } = await run(argv);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('says so when no note is given', async () => {
    const { exitCode, err } = await runWith(['explain', '--code', 'M51.A4'], { tty: ['stdin'] });
    expect(exitCode).toBe(2);
    expect(err).toContain('no note given');
  });

  it('lets no control character of a note through', async () => {
    const { out } = await run(['explain', '--code', 'M51.A3'], 'Assessment: Annular\x1b[31m tear L5-S1.');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not come out.
    expect(out).not.toMatch(/\x1b/);
  });
});

describe('analyze --codes', () => {
  it('checks the claim in the report', async () => {
    const { exitCode, out } = await run(['analyze', note, '--codes', 'M54.5,M51.A4']);
    expect(exitCode).toBe(0);
    const claim = out.slice(out.indexOf('Claim check'), out.indexOf('Queries'));
    expect(claim).toMatch(/M54\.5 +retired: Low back pain\n/);
    expect(claim).toMatch(/M51\.A4 +unsupported: /);
    expect(claim).toMatch(/M51\.A3 +missing: /);
    expect(claim).toContain('the documentation supports: M54.50');
  });

  it('gives it as `claim` in json, and echoes what was sent', async () => {
    const { out } = await run(['analyze', note, '--codes', 'M51.A3 M54.50', '--format', 'json']);
    const analysis = JSON.parse(out);
    expect(analysis.note.meta).toEqual({ codes: ['M51.A3', 'M54.50'] });
    expect(analysis.claim.codes.map(({ verdict }: { verdict: string }) => verdict)).toEqual(['supported', 'supported']);
  });

  it('gives a line for each code in line', async () => {
    const { out } = await run(['analyze', note, '--codes', 'M54.5', '--format', 'line']);
    expect(out.split('\n').filter((line) => line.includes(': claim: '))).toHaveLength(3);
  });

  it('is left out where nothing was sent', async () => {
    const { out } = await run(['analyze', note, '--format', 'json']);
    expect(JSON.parse(out)).not.toHaveProperty('claim');
  });

  it('is the claim of one note', async () => {
    const { exitCode, err } = await run(['analyze', note, second, '--codes', 'M54.50']);
    expect(exitCode).toBe(2);
    expect(err).toMatch(/--codes is the claim of one note.*batch/);
  });
});

describe('batch', () => {
  it('checks the claim of each line that has one', async () => {
    const lines = [{ text: words, meta: { codes: ['M54.50'] } }, { text: words }, { text: words, meta: { codes: [] } }];
    const { out } = await run(['batch'], lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(parseLines(out).map(({ claim }) => claim?.codes.map(({ code, verdict }) => `${code} ${verdict}`))).toEqual([
      ['M54.50 supported', 'M51.A3 missing'],
      undefined,
      ['M51.A3 missing', 'M54.50 missing'],
    ]);
  });
});

describe('what the answers would give', () => {
  it('is shown to coders on request, and never between the rules', async () => {
    const { out } = await run(['analyze', note, '--what-if']);
    expect(out).toContain('For the coder: "Small" would give M51.A4, M54.50');
    const blocks = out.split(/^-{60}$/m).filter((_, index) => index % 2 === 1);
    expect(blocks.length).toBeGreaterThan(0);
    for (const block of blocks) expect(block).not.toMatch(/would give|M5\d\./);
  });

  it('is not in the report otherwise, and always in json', async () => {
    expect((await run(['analyze', note])).out).not.toContain('would give');
    const { out } = await run(['analyze', note, '--format', 'json']);
    const query = JSON.parse(out).queries.find(({ kind }: { kind: string }) => kind === 'annular-defect-size');
    expect(query.whatIf).toEqual([
      { answer: 'Small', codes: ['M51.A4', 'M54.50'] },
      { answer: 'Large', codes: ['M51.A5', 'M54.50'] },
    ]);
  });
});
