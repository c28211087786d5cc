/** lint-query, checklist and compare on the command line: what they print, and how they end. */
import { afterAll, describe, expect, it, test } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { makeFolder, run } from './world.ts';

const folder = makeFolder();
afterAll(folder.remove);
const io = { io: { createAnalyzer } };

const NOTE = 'MRI lumbar spine 03/12/2026: annular tear at L5-S1.\nAssessment: Annular tear at L5-S1. Low back pain.\n';
const GOOD =
  '- "annular tear at L5-S1"\nThe record describes it. Based on your clinical judgment, what is its size?\n[ ] Small\n[ ] Large\n[ ] Other: ____\n[ ] Unable to determine\n';
const note = folder.put('note.txt', NOTE);

describe('lint-query', () => {
  test.each<[what: string, name: string, content: string, exitCode: number, out: RegExp]>([
    ['a good text', 'good.txt', GOOD, 0, /none of the 12 rules broken/],
    [
      'a leading text',
      'leading.txt',
      GOOD.replace('Based on', 'Do you agree, based on'),
      1,
      /neutral-opener[\s\S]*source/,
    ],
    [
      'a list of queries',
      'list.json',
      JSON.stringify([{ id: 'one', question: 'What?', options: [] }]),
      1,
      /one: .*broken[\s\S]*clinical-indicator/,
    ],
    [
      'a wording',
      'wording.yaml',
      'query-wording:\n  queries:\n    - kind: annular-defect-size\n      question: "Confirm the size {place}?"\n',
      1,
      /wording\.yaml:3 annular-defect-size[\s\S]*neutral-opener/,
    ],
    [
      'a bare wording',
      'bare.yaml',
      'queries:\n  - kind: annular-defect-size\n    question: "Confirm the size {place}?"\n',
      1,
      /bare\.yaml:2 annular-defect-size/,
    ],
  ])('%s', async (_what, name, content, exitCode, out) => {
    const ran = await run(['lint-query', folder.put(name, content)], io);
    expect([ran.exitCode, ran.err]).toEqual([exitCode, '']);
    expect(ran.out).toMatch(out);
  });

  it('reads an analysis, and holds it to its note', async () => {
    const { out: analysis } = await run(['analyze', '--format', 'json', note], io);
    expect((await run(['lint-query', '-', '--note', note], { ...io, stdin: analysis })).exitCode).toBe(0);
    const other = folder.put('other.txt', 'Nothing of it.');
    expect((await run(['lint-query', '-', '--note', other], { ...io, stdin: analysis })).exitCode).toBe(1);
  });

  it('gives a list of what is broken as JSON', async () => {
    const ran = await run(['lint-query', '--format', 'json', folder.put('short.txt', 'Is it small?\n[ ] Yes\n')], io);
    const [query] = JSON.parse(ran.out);
    expect(query.broken[0]).toMatchObject({
      rule: 'clinical-indicator',
      reason: expect.any(String),
      source: expect.any(String),
    });
    expect(ran.exitCode).toBe(1);
  });

  test.each([
    ['no such file', 'missing.txt', null, /no such file/],
    ['an empty one', 'empty.txt', ' \n', /nothing stands in it/],
    ['JSON of something else', 'else.json', '{"a": 1}', /no query, list of queries or analysis/],
    ['a wording that is none', 'broken.yaml', 'query-wording:\n  queries: 3\n', /broken\.yaml:\d/],
  ])('refuses %s', async (_what, name, content, err) => {
    const ran = await run(['lint-query', content === null ? name : folder.put(name, content)], io);
    expect([ran.exitCode, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(err);
  });

  it('lists the rules', async () => {
    const ran = await run(['lint-query', '--rules', '--format', 'json'], io);
    expect(JSON.parse(ran.out)).toHaveLength(12);
  });
});

describe('checklist', () => {
  it('prints each line with its evidence or its query', async () => {
    const { out, exitCode } = await run(['checklist', note], io);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/\[x\] Is the level[\s\S]*"Annular tear/);
    expect(out).toMatch(/\[ \] Is the size[\s\S]*query: annular-defect-size\/lumbosacral/);
  });

  it('gives the same as JSON', async () => {
    const { out } = await run(['checklist', '--format', 'json', '-'], { ...io, stdin: NOTE });
    expect(JSON.parse(out)).toMatchObject({
      schema: 'spinenote/checklist@1',
      parts: [{ id: 'low-back-pain' }, { id: 'annulus-fibrosus-defect' }],
    });
  });

  it('says when it has nothing to say', async () => {
    expect((await run(['checklist', '-'], { ...io, stdin: 'Assessment: Hypertension.' })).out).toMatch(/^Nothing/);
  });
});

describe('compare', () => {
  const after = folder.put('after.txt', `${NOTE}Addendum, assessment: Small annular tear at L5-S1.\n`);

  it('prints what was resolved', async () => {
    const { out, exitCode } = await run(['compare', note, after], io);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/before: M51\.A3, M54\.50\n\s+after:\s+M51\.A4, M54\.50/);
    expect(out).toMatch(/answered annular-defect-size\/lumbosacral/);
  });

  it('takes an analysis in place of a note', async () => {
    const { out: analysis } = await run(['analyze', '--format', 'json', note], io);
    const { out } = await run(['compare', '--format', 'json', folder.put('before.json', analysis), after], io);
    expect(JSON.parse(out).queries.resolved).toHaveLength(1);
  });

  it('names the file that it cannot read', async () => {
    const ran = await run(['compare', note, 'missing.txt'], io);
    expect([ran.exitCode, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/missing\.txt: no such file/);
  });
});

describe('the report', () => {
  const many = `${NOTE}\nPlan: therapy.\nSubjective: walking brings leg pain.\nAssessment: Lumbar stenosis. Sciatica. Lumbar spine disorder.\n`;

  it('shows the three queries that weigh most, and all when asked', async () => {
    const file = folder.put('many.txt', many);
    const count = (out: string) => out.match(/Unable to determine/g)?.length;
    const { out } = await run(['analyze', file], io);
    expect(count(out)).toBe(3);
    expect(out).toMatch(/\d more \(--all-queries shows them\): /);
    const all = (await run(['analyze', '--all-queries', file], io)).out;
    expect(count(all)).toBeGreaterThan(3);
    expect(all).not.toMatch(/more \(--all-queries/);
  });

  it('gives section and date with each indicator', async () => {
    const { out } = await run(['analyze', '--date', '2026-10-05', note], io);
    expect(out).toContain('- Imaging, 03/12/2026: "annular tear at L5-S1"');
    expect(out).toContain('- Assessment, 2026-10-05: "Low back pain"');
  });
});
