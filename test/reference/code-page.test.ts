/** The page of a code: status on a date, place, siblings, notes with those above, what replaced what. */
import { describe, expect, test } from 'vitest';
import { CODE_YEARS, codeYearOn } from '../../src/coding/codeset.ts';
import { describeCode } from '../../src/index.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { writeCodePage } from '../../src/reference/code-page-text.ts';
import { compareTitles } from '../../src/reference/siblings.ts';

const ALL_CODES = Object.keys(compiledLexicons['code-set'].codes).filter(
  (code) => /^[A-Z]\d/.test(code) && !code.includes('-'),
);
const ANNULAR = ['M51.A0', 'M51.A1', 'M51.A2', 'M51.A3', 'M51.A4', 'M51.A5'];
const DORSOPATHY = ['M53.80', 'M53.81', 'M53.82', 'M53.83', 'M53.84', 'M53.85', 'M53.86', 'M53.87', 'M53.88'];
const BACK_PAIN = ['M54.50', 'M54.51', 'M54.59'];
const COMPLETE = [...ANNULAR, ...BACK_PAIN, ...DORSOPATHY];

describe('status on a date (A12, A19, A23, B4, B5)', () => {
  test.each([
    // code, date, status, from, to
    ['M51.A4', '2022-09-30', 'not-yet-valid', '2022-10-01', null],
    ['M51.A4', '2022-10-01', 'billable', '2022-10-01', null],
    ['M51.A4', null, 'billable', '2022-10-01', null],
    ['M51.A', '2027-01-01', 'parent', '2022-10-01', null],
    ['M51.A', '2021-01-01', 'not-yet-valid', '2022-10-01', null],
    ['M54.5', '2021-09-30', 'billable', '2020-10-01', '2021-09-30'],
    ['M54.5', '2021-10-01', 'retired', '2020-10-01', '2021-09-30'],
    ['M54.50', '2021-09-30', 'not-yet-valid', '2021-10-01', null],
    ['M54.50', '2021-10-01', 'billable', '2021-10-01', null],
    ['M51.36', '2024-09-30', 'billable', '2020-10-01', '2024-09-30'],
    ['M51.36', '2024-10-01', 'retired', '2020-10-01', '2024-09-30'],
    ['M51.362', '2024-09-30', 'not-yet-valid', '2024-10-01', null],
    ['M51.07', null, 'unknown', null, null],
    ['M53.89', null, 'unknown', null, null],
    ['M53.1', null, 'unknown', null, null],
    ['M54', null, 'parent', '2020-10-01', null],
    ['S39.012', null, 'parent', '2020-10-01', null],
    ['S39.012A', null, 'billable', '2020-10-01', null],
  ] as const)('%s on %s is %s', (code, dateOfService, status, from, to) => {
    const page = describeCode(code, { dateOfService });
    expect([page.code, page.status, page.valid.from, page.valid.to]).toEqual([code, status, from, to]);
    expect(page.statusNote).toMatch(/\.$/);
  });

  test.each([
    ['M51.07', 'M51.04, M51.05 and M51.06'],
    ['M54.5', 'M54.50, M54.51 and M54.59'],
    ['M51.A', 'M51.A0, M51.A1, M51.A2, M51.A3, M51.A4 and M51.A5'],
    ['M53.1', 'Outside the codes'],
  ])('%s says what to do: %s', (code, words) => expect(describeCode(code).statusNote).toContain(words));

  test.each([
    ['M54.51', 'M54.5', []],
    ['M54.5', null, ['M54.50', 'M54.51', 'M54.59']],
    ['M51.37', null, ['M51.370', 'M51.371', 'M51.372', 'M51.379']],
    ['M51.A4', null, []],
  ])('%s replaces %s and is replaced by %j', (code, before, after) => {
    const { replaces, replacedBy } = describeCode(code);
    expect([replaces?.code ?? null, replacedBy.map((each) => each.code)]).toEqual([before, after]);
  });

  test('a year that no list proves is said to be so', () => {
    expect(describeCode('M51.362').valid.standing).toBe('year not proved');
    expect(describeCode('M51.A4').valid.standing).toBe('proved');
    expect(describeCode('M47.816').valid.fromIs).toBe('on-or-before');
  });

  test.each(['m51a4', 'M51A4', ' M51.A4 ', 'm51.a4'])('%s is M51.A4', (typed) => {
    expect(describeCode(typed)).toEqual(describeCode('M51.A4'));
  });

  test.each(['', 'hello', 'M5', '724.2', 'M51.A4567'])('%j is no code, and the page says so', (typed) => {
    expect(describeCode(typed)).toMatchObject({ status: 'unknown', title: null, faq: [] });
    expect(describeCode(typed).statusNote).toContain('has not the form');
  });

  test('a date that is none, or an option that is none, is refused', () => {
    expect(() => describeCode('M51.A4', { dateOfService: '2026-02-30' })).toThrow(/dateOfService/);
    expect(() => describeCode('M51.A4', { date: '2026-02-03' } as never)).toThrow(/no option date/);
  });
});

describe('A23, C19, D11: status, place, procedures and the chronic flag', () => {
  test.each([
    // feature, code, region, block, procedures, chronic
    ['A23', 'M51.A4', 'lumbosacral', 'M50-M54', null, null],
    ['A23', 'M51.A1', 'lumbar', 'M50-M54', null, null],
    ['C19', 'M53.87', 'lumbosacral', 'M50-M54', ['97110', '97140', '97032', '99213', '99214', '20552'], null],
    ['D11', 'M53.86', 'lumbar', 'M50-M54', null, 'flagged chronic by at least one payer source'],
    ['A23', 'M53.88', 'sacral and sacrococcygeal', 'M50-M54', null, null],
    ['A23', 'M53.80', null, 'M50-M54', null, null],
    ['A23', 'M54.50', 'lumbar or lumbosacral', 'M50-M54', null, null],
    ['A23', 'M50.222', 'cervical', 'M50-M54', null, null],
    ['A23', 'M48.061', 'lumbar', 'M45-M49', null, null],
    ['A23', 'M53.3', 'sacral and sacrococcygeal', 'M50-M54', null, null],
    ['A23', 'S39.012A', 'lower back', 'S30-S39', null, null],
    ['A23', 'M96.1', null, null, null, null],
  ])('%s %s', (_feature, code, region, block, numbers, chronic) => {
    const page = describeCode(code);
    expect(page.status).toBe('billable');
    expect([page.region, page.block?.code ?? null]).toEqual([region, block]);
    expect([page.relatedProcedures?.numbers ?? null, page.chronic?.says ?? null]).toEqual([numbers, chronic]);
    expect(page.chapter?.code).toBe(code.startsWith('S') ? 'Chapter 19' : 'Chapter 13');
  });

  test('C19: a procedure is a number and nothing more', () => {
    for (const { numbers } of compiledLexicons['code-guide'].procedures)
      for (const each of numbers) expect(each).toMatch(/^\d{4}[0-9A-Z]$/);
  });
});

describe('A13, C11: siblings and what separates them', () => {
  test.each([
    ['A13', ANNULAR, /region.*size/],
    ['B22', BACK_PAIN, /origin/],
    ['C11', DORSOPATHY, /part of the spine/],
  ] as const)('%s %j', (_feature, family, separates) => {
    for (const code of family) {
      const page = describeCode(code);
      expect(page.siblings.map((sibling) => sibling.code)).toEqual(family.filter((each) => each !== code));
      expect(page.separates).toMatch(separates);
      for (const { use, standing } of page.siblings) expect([standing, use === null]).toEqual(['billable', false]);
    }
  });

  test.each([
    [
      'Intervertebral annulus fibrosus defect, small, lumbosacral region',
      'Intervertebral annulus fibrosus defect, large, lumbosacral region',
      'small',
      'large',
    ],
    ['Sciatica, right side', 'Sciatica, left side', 'right', 'left'],
    ['Low back pain, unspecified', 'Other low back pain', 'Low back pain, unspecified', 'Other low back pain'],
    [
      'Spinal stenosis, lumbar region with neurogenic claudication',
      'Spinal stenosis, lumbar region without neurogenic claudication',
      'with',
      'without',
    ],
  ])('%s / %s', (a, b, here, there) => expect(compareTitles(a, b)).toEqual({ here, there }));

  test('a heading shows the next level below it', () => {
    expect(describeCode('M51.A').children.map(({ code }) => code)).toEqual(ANNULAR);
    expect(describeCode('M53').children.map(({ code }) => code)).toEqual(['M53.2', 'M53.3', 'M53.8', 'M53.9']);
    expect(describeCode('S33.5').children.map(({ code }) => code)).toEqual(['S33.5XXA', 'S33.5XXD', 'S33.5XXS']);
  });
});

describe('notes that hold for a code, its own and those above', () => {
  test.each([
    // code, kind, printed at, words
    ['M51.A4', 'codeFirst', 'M51.A4', 'M51.17, M51.27'],
    ['M51.A1', 'codeFirst', 'M51.A1', 'M51.06, M51.16, M51.26'],
    ['M51.A4', 'excludes2', 'M51', 'M50.-'],
    ['M51.A4', 'excludes2', 'M51', 'M53.3'],
    ['M51.A4', 'excludes1', 'M50-M54', 'current injury'],
    ['M53.87', 'excludes1', 'M50-M54', 'discitis NOS (M46.4-)'],
    ['M54.50', 'excludes1', 'M54.5', 'M51.2-'],
    ['M54.50', 'excludes1', 'M54.5', 'M51.360'],
    ['M54.50', 'excludes1', 'M54', 'F45.41'],
    ['M54.16', 'inclusionTerms', 'M54.1', 'Lumbar neuritis or radiculitis NOS'],
    ['M47.816', 'includes', 'M47', 'degeneration of facet joints'],
  ])('%s %s at %s: %s', (code, kind, on, words) => {
    const texts = describeCode(code)
      .notes.filter((note) => note.kind === kind && note.on === on)
      .map(({ text }) => text);
    expect(texts.some((text) => text.includes(words))).toBe(true);
  });

  test('notes are those of the year', () => {
    const notes = (dateOfService: string) =>
      describeCode('M54.50', { dateOfService })
        .notes.map(({ text }) => text)
        .join(' ');
    expect(notes('2023-05-05')).not.toContain('M51.360');
    expect(notes('2025-05-05')).toContain('M51.360');
  });

  test('a note that names a fifth character reaches only the codes that have it', () => {
    const at = (code: string) => describeCode(code).outsideNotes.map(({ on }) => on);
    expect(at('M51.26')).toContain('S33.0');
    expect(at('M51.A4')).not.toContain('S33.0');
  });
});

describe('every page of the scope', () => {
  test('says the official title, fills every slot, and can be written, in every year', () => {
    expect(ALL_CODES.length).toBeGreaterThan(250);
    for (const { from } of CODE_YEARS) {
      const year = codeYearOn(from);
      for (const code of ALL_CODES) {
        const page = describeCode(code, { dateOfService: from });
        const entry = year.entry(code);
        if (entry) expect([page.title, page.factsOf]).toEqual([entry.title, year.fiscalYear]);
        expect(page.status === 'billable').toBe(entry?.billable === true);
        expect(JSON.stringify({ ...page, evidence: '' })).not.toMatch(/\{[a-z]+\}|undefined/);
        if (page.status === 'billable') expect(page.siblings.every((sibling) => sibling.title !== '')).toBe(true);
      }
    }
  });

  test.each(COMPLETE)('%s is complete: use, tips, pitfalls, questions, sources', (code) => {
    const page = describeCode(code);
    expect(page.use).not.toBeNull();
    expect(page.documentationTips.length).toBeGreaterThanOrEqual(5);
    expect(page.pitfalls.length).toBeGreaterThanOrEqual(5);
    expect(page.faq.length).toBeGreaterThanOrEqual(7);
    expect(page.sources.length).toBeGreaterThanOrEqual(2);
  });

  test('the text shows what the page holds, in lines that fit', () => {
    const page = describeCode('M51.A4');
    const text = writeCodePage(page);
    const flat = text.replace(/\s+/g, ' ');
    for (const words of [
      page.statusNote,
      page.title,
      ...page.documentationTips,
      ...page.pitfalls,
      ...page.faq.map(({ answer }) => answer),
    ]) {
      expect(flat).toContain(words);
    }
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(96);
    expect(writeCodePage(describeCode('M51.07'))).toContain('There is no such code');
  });
});
