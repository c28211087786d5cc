/** The code set by date of service: what our file says is what the tabular lists say, year by year. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isReferredTo, readReferences } from '../../src/coding/code-notes.ts';
import { CODE_YEARS, codeStanding, codeYearOn, isInCodeScope } from '../../src/coding/codeset.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';

const lists = process.env.SPINENOTE_TABULAR_LISTS ?? new URL('../../../shared/icd10cm/', import.meta.url).pathname;

describe('the date of service picks the fiscal year', () => {
  test.each([
    // date of service, fiscal year, coverage
    ['2020-09-30', 2021, 'before'],
    ['2020-10-01', 2021, 'covered'],
    ['2021-09-30', 2021, 'covered'],
    ['2021-10-01', 2022, 'covered'],
    ['2022-09-30', 2022, 'covered'],
    ['2022-10-01', 2023, 'covered'],
    ['2024-02-29', 2024, 'covered'],
    ['2024-09-30', 2024, 'covered'],
    ['2024-10-01', 2025, 'covered'],
    ['2026-09-30', 2026, 'covered'],
    ['2026-10-01', 2027, 'covered'],
    ['2027-09-30', 2027, 'covered'],
    ['2027-10-01', 2027, 'after'],
    ['1999-01-01', 2021, 'before'],
    [null, 2027, 'covered'],
  ])('%s -> FY%i, %s', (date, fiscalYear, coverage) => {
    const year = codeYearOn(date);
    expect([year.fiscalYear, year.coverage]).toEqual([fiscalYear, coverage]);
    expect([year.from, year.to]).toEqual([`${fiscalYear - 1}-10-01`, `${fiscalYear}-09-30`]);
  });

  test('years follow one another without a gap', () => {
    for (const [index, year] of CODE_YEARS.entries()) {
      const before = CODE_YEARS[index - 1];
      if (before) expect(Date.parse(year.from) - Date.parse(before.to)).toBe(86_400_000);
    }
  });

  test('a day with its time is that day', () => {
    expect(codeYearOn('2022-10-01T08:30:00').fiscalYear).toBe(2023);
  });

  test('years have their code system', () => {
    expect(new Set(CODE_YEARS.map(({ system }) => system))).toEqual(new Set(['ICD-10-CM']));
    expect(codeYearOn(null).system).toBe('ICD-10-CM');
    expect(CODE_YEARS.map(({ fiscalYear }) => fiscalYear)).toEqual([2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });

  test('a year is built once', () => {
    expect(codeYearOn('2023-01-01')).toBe(codeYearOn('2023-05-05'));
    expect(codeYearOn('2019-01-01').entry('M51.26')).toBe(codeYearOn('2021-01-01').entry('M51.26'));
  });
});

describe('a code by fiscal year', () => {
  // B: billable, h: heading, -: not listed. FY2021 ... FY2027
  test.each([
    ['M54.5', 'B h h h h h h'],
    ['M54.50', '- B B B B B B'],
    ['M54.51', '- B B B B B B'],
    ['M54.59', '- B B B B B B'],
    ['M51.A', '- - h h h h h'],
    ['M51.A0', '- - B B B B B'],
    ['M51.A4', '- - B B B B B'],
    ['M51.A6', '- - - - - - -'],
    ['M51.36', 'B B B B h h h'],
    ['M51.37', 'B B B B h h h'],
    ['M51.360', '- - - - B B B'],
    ['M51.379', '- - - - B B B'],
    ['M51.34', 'B B B B B B B'],
    ['M51.35', 'B B B B B B B'],
    ['M51.07', '- - - - - - -'],
    ['M53.89', '- - - - - - -'],
    ['M53.2X', 'h h h h h h h'],
    ['M53.2X7', 'B B B B B B B'],
    ['M53.3', 'B B B B B B B'],
    ['M96.1', 'B B B B B B B'],
    ['G83.4', 'B B B B B B B'],
    ['S39.012', 'h h h h h h h'],
    ['S39.012A', 'B B B B B B B'],
    ['S33.5XXS', 'B B B B B B B'],
    ['M50-M54', 'h h h h h h h'],
    ['constructor', '- - - - - - -'],
  ])('%s %s', (code, expected) => {
    const signs = { billable: 'B', heading: 'h', unlisted: '-' } as const;
    expect(CODE_YEARS.map(({ fiscalYear }) => signs[codeStanding(code, fiscalYear)]).join(' ')).toBe(expected);
    for (const { from, fiscalYear } of CODE_YEARS) {
      const entry = codeYearOn(from).entry(code);
      const standing = entry ? (entry.billable ? 'billable' : 'heading') : 'unlisted';
      expect(standing).toBe(codeStanding(code, fiscalYear));
    }
  });

  test('a retired code names what replaced it, and only once it is retired', () => {
    expect(codeYearOn('2021-10-01').entry('M54.5')?.replacedBy).toEqual(['M54.50', 'M54.51', 'M54.59']);
    expect(codeYearOn('2021-09-30').entry('M54.5')?.replacedBy).toEqual([]);
    expect(codeYearOn('2024-10-01').entry('M51.37')?.replacedBy).toEqual(['M51.370', 'M51.371', 'M51.372', 'M51.379']);
  });
});

describe('headings, complete codes and scope', () => {
  const year = () => codeYearOn(null);
  test.each([
    ['M51.A4', 'M51.A M51 M50-M54 Chapter 13'],
    ['M53.2X7', 'M53.2X M53.2 M53 M50-M54 Chapter 13'],
    ['M47.816', 'M47.81 M47.8 M47 M45-M49 Chapter 13'],
    ['M96.1', 'M96 Chapter 13'],
    ['S33.5XXA', 'S33.5 S33 S30-S39 Chapter 19'],
    ['S39.012D', 'S39.012 S39.01 S39.0 S39 S30-S39 Chapter 19'],
    ['M51.07', ''],
  ])('%s stands below %s', (code, expected) => {
    expect(
      year()
        .ancestors(code)
        .map((entry) => entry.code)
        .join(' '),
    ).toBe(expected);
  });

  test.each([
    ['M51.A', 'M51.A0 M51.A1 M51.A2 M51.A3 M51.A4 M51.A5'],
    ['M54.5', 'M54.50 M54.51 M54.59'],
    ['M48.06', 'M48.061 M48.062'],
    ['S33.5XX', 'S33.5XXA S33.5XXD S33.5XXS'],
    ['M53.3', 'M53.3'],
    ['M51.07', ''],
  ])('%s has the complete codes %s', (prefix, expected) => {
    expect(
      year()
        .completeCodes(prefix)
        .map(({ code }) => code)
        .join(' '),
    ).toBe(expected);
  });

  test.each([
    ['M51.07', true],
    ['M51', true],
    ['M54.5', true],
    ['S39.012A', true],
    ['M53.1', false],
    ['M53', false],
    ['M48.54XA', false],
    ['S39.011A', false],
    ['Z98.1', false],
    ['M50.222', true],
    ['M500', false],
    ['M47-M48', false],
    ['M96.1', true],
    ['M96.10', true],
    ['M96', false],
  ])('%s in scope: %s', (code, expected) => expect(isInCodeScope(code)).toBe(expected));

  test.each([
    ['Chapter 13', 'chapter', false, null],
    ['M50-M54', 'block', false, 'Chapter 13'],
    ['M51', 'category', false, 'M50-M54'],
    ['M96', 'category', false, 'Chapter 13'],
    ['M51.A', 'subcategory', false, 'M51'],
    ['M53.2X', 'subcategory', false, 'M53.2'],
    ['S39.012', 'subcategory', false, 'S39.01'],
    ['S39.012A', 'code', true, 'S39.012'],
    ['M51.A4', 'code', true, 'M51.A'],
  ])('%s is a %s, billable: %s, below %s', (code, kind, billable, parent) => {
    const entry = year().entry(code);
    expect([entry?.kind, entry?.billable, entry?.parent]).toEqual([kind, billable, parent]);
  });

  test('a category that was complete is named by its length', () => {
    expect(year().entry('M54.5')?.kind).toBe('subcategory');
    expect(codeYearOn('2021-01-01').entry('M54.5')?.kind).toBe('code');
  });
});

describe('notes', () => {
  test.each([
    // a, b, the note that ties them; FY2027
    ['M54.50', 'M51.27', 'excludes1 at M54.5'],
    ['M51.27', 'M54.50', 'excludes1 at M54.5'],
    ['M54.59', 'S39.012A', 'excludes1 at M54.5, excludes2 at Chapter 13'],
    ['M54.51', 'M54.41', 'excludes1 at M54.5'],
    ['M54.50', 'M51.360', 'excludes1 at M54.5'],
    ['M54.50', 'M51.362', ''],
    ['M54.31', 'M51.17', 'excludes1 at M54.3, excludes1 at M51.1'],
    ['M54.16', 'M51.16', 'excludes1 at M54.1, excludes1 at M51.1'],
    ['M54.17', 'M51.17', 'excludes1 at M54.1'],
    ['M54.2', 'M50.222', 'excludes1 at M54.2'],
    ['M54.6', 'M51.24', 'excludes1 at M54.6'],
    ['M46.46', 'M51.16', 'excludes1 at M50-M54'],
    ['S33.5XXA', 'M51.26', 'excludes1 at S33, excludes2 at Chapter 13'],
    ['S33.5XXA', 'S39.012A', 'excludes2 at S33, excludes2 at S39'],
    ['M51.A4', 'M53.3', 'excludes2 at M51'],
    ['M51.A4', 'M50.20', 'excludes2 at M51'],
    ['M51.A4', 'M51.17', ''],
    ['M48.061', 'M47.816', ''],
    ['M43.06', 'M43.16', 'excludes1 at M43.0'],
  ])('%s and %s: %s', (a, b, expected) => {
    const found = codeYearOn(null).excludesBetween(a, b);
    expect(found.map(({ kind, on }) => `${kind} at ${on}`).join(', ')).toBe(expected);
  });

  test.each([
    ['M51.A1', 'if applicable, lumbar disc herniation (M51.06, M51.16, M51.26)', 'M51.06 M51.16 M51.26'],
    ['M51.A4', 'if applicable, lumbosacral disc herniation (M51.17, M51.27)', 'M51.17 M51.27'],
  ])('%s: code first %s', (code, text, refs) => {
    const [note] = codeYearOn(null).entry(code)?.codeFirst ?? [];
    expect(note?.text).toBe(text);
    expect(note?.refs.map(({ from }) => from).join(' ')).toBe(refs);
    expect(codeYearOn(null).entry('M51.A')?.codeFirst).toEqual([]);
  });

  test('a note is printed only in its years', () => {
    const excludes = (date: string) => codeYearOn(date).entry('M54.4')?.excludes1.length;
    expect([excludes('2024-09-30'), excludes('2024-10-01')]).toEqual([1, 3]);
    expect(codeYearOn('2021-01-01').entry('M50')?.notes).toEqual(['code to the most superior level of disorder']);
    expect(codeYearOn('2025-01-01').entry('M50')?.notes).toEqual([]);
  });

  test('notes outside our scope are told for the codes they name', () => {
    const elsewhere = (code: string) =>
      new Set(
        codeYearOn(null)
          .excludesElsewhere(code)
          .map(({ on }) => on),
      );
    expect(elsewhere('M54.50')).toEqual(new Set(['G55', 'G89']));
    expect(elsewhere('M51.27')).toEqual(new Set(['G54', 'S33.0']));
    expect(elsewhere('M54.31')).toEqual(new Set(['G55', 'G57.0', 'G89']));
  });

  test.each([
    ['cervical and cervicothoracic disc disorders (M50.-)', 'M50.222', true],
    ['cervical and cervicothoracic disc disorders (M50.-)', 'M51.26', false],
    ['vertebral subluxation (M43.3-M43.5X9)', 'M43.4', true],
    ['vertebral subluxation (M43.3-M43.5X9)', 'M43.16', false],
    ['intervertebral disc disorders (M50-M51)', 'M51.A4', true],
    ['intervertebral disc disorders (M50-M51)', 'M53.3', false],
    ['dorsopathies (M53.-, M54.-)', 'M54.50', true],
    ['sciatica attributed to intervertebral disc disorder (M51.1.-)', 'M51.17', true],
    ['current injury - see injury of spine by body region', 'S39.012A', false],
  ])('"%s" names %s: %s', (text, code, expected) => {
    expect(readReferences(text).some((ref) => isReferredTo(code, ref))).toBe(expected);
  });

  test.each([
    ['(M50.-)', 'M50'],
    ['(M51.06, M51.16, M51.26)', 'M51.06 M51.16 M51.26'],
    ['(M43.3-M43.5X9)', 'M43.3-M43.5X9'],
    ['(M51.1.-)', 'M51.1'],
    ['(M45-M49, M50.-)', 'M45-M49 M50'],
    ['strains (S30-S39) and pains (M54.5-)', 'S30-S39 M54.5'],
    ['low back strain S39.012', ''],
    ['paralysis (complete) (incomplete)', ''],
    ['()', ''],
  ])('"%s" refers to: %s', (text, refs) => {
    const written = readReferences(text).map(({ from, to }) => (from === to ? from : `${from}-${to}`));
    expect(written.join(' ')).toBe(refs);
  });

  test.each([
    ['M43.3', 'M43.3', 'M43.5X9', true],
    ['M43.5X9', 'M43.3', 'M43.5X9', true],
    ['M43.6', 'M43.3', 'M43.5X9', false],
    ['M43.2', 'M43.3', 'M43.5X9', false],
    ['M51.17', 'M51.1', 'M51.1', true],
    ['M51.1', 'M51.1', 'M51.1', true],
    ['M51', 'M51.1', 'M51.1', false],
  ])('%s lies from %s to %s: %s', (code, from, to, expected) => {
    expect(isReferredTo(code, { from, to })).toBe(expected);
  });

  test.each([
    ['M48.061', 'inclusionTerms', 'Spinal stenosis, lumbar region NOS'],
    ['M47', 'includes', 'arthrosis or osteoarthritis of spine'],
    ['M54.5', 'excludes1', 'low back strain (S39.012)'],
    ['M51', 'excludes2', 'cervical and cervicothoracic disc disorders (M50.-)'],
    ['M51.A4', 'codeFirst', 'if applicable, lumbosacral disc herniation (M51.17, M51.27)'],
    ['Chapter 19', 'useAdditional', 'code to identify any retained foreign body, if applicable (Z18.-)'],
    ['S39', 'codeAlso', 'any associated open wound (S31.-)'],
  ] as const)('%s prints under %s: %s', (code, field, text) => {
    const printed = codeYearOn(null).entry(code)?.[field] ?? [];
    expect(printed.map((note) => (typeof note === 'string' ? note : note.text))).toContain(text);
  });

  test('Excludes1 notes come first, each with the code that it names', () => {
    const [first, second] = codeYearOn(null).excludesBetween('S39.012A', 'M54.59');
    expect(first).toEqual({ kind: 'excludes1', on: 'M54.5', names: 'S39.012A', text: 'low back strain (S39.012)' });
    expect([second?.kind, second?.on]).toEqual(['excludes2', 'Chapter 13']);
  });

  test('a code that a year does not list has no notes, and is named by none', () => {
    expect(codeYearOn('2021-01-01').excludesBetween('M51.A4', 'M53.3')).toEqual([]);
    expect(codeYearOn(null).excludesBetween('M51.07', 'M46.46')).toEqual([]);
    expect(codeYearOn(null).entry('M51.07')).toBeUndefined();
  });

  test('a note outside our scope is told in its years, in its words', () => {
    const lumbar = (date: string) =>
      codeYearOn(date)
        .excludesElsewhere('M54.5')
        .filter(({ text }) => text.startsWith('lumbar region pain'));
    expect(lumbar('2021-01-01')).toEqual([
      { kind: 'excludes2', on: 'G89', names: 'M54.5', text: 'lumbar region pain (M54.5)' },
    ]);
    expect(lumbar('2026-01-01').map(({ text }) => text)).toEqual(['lumbar region pain (M54.5-)']);
  });

  test('every change of the file is what the tables do', () => {
    for (const { fiscalYear, codes, replaces } of compiledLexicons['code-set'].changes) {
      for (const code of codes) {
        expect([code, codeStanding(code, fiscalYear - 1)]).toEqual([code, 'unlisted']);
        expect([code, codeStanding(code, fiscalYear) === 'unlisted']).toEqual([code, false]);
      }
      if (replaces) expect(codeStanding(replaces, fiscalYear - 1)).toBe('billable');
      if (replaces) expect(codeStanding(replaces, fiscalYear)).toBe('heading');
    }
  });
});

const NOTES = [
  'inclusionTerms',
  'includes',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditional',
  'codeAlso',
  'notes',
] as const;

interface Listed extends Record<(typeof NOTES)[number], string[]> {
  code: string;
  title: string;
  parent: string | null;
  billable: boolean;
  ancestors?: string[];
  completeCodes?: { code: string; title: string }[];
}

function readList(fiscalYear: number): Map<string, Listed> {
  const list = new Map<string, Listed>();
  for (const entry of JSON.parse(readFileSync(`${lists}spine-fy${fiscalYear}.json`, 'utf8')).entries as Listed[]) {
    // M96 is printed as a block and as its only category.
    const twin = list.get(entry.code);
    const merged = NOTES.map((field) => [field, [...(twin?.[field] ?? []), ...entry[field]]]);
    list.set(entry.code, { ...entry, ...Object.fromEntries(merged), parent: twin?.parent ?? entry.parent });
  }
  return list;
}

/** The lists of FY2025 and FY2026 hold M40-M54 only. */
const reaches = (fiscalYear: number, code: string): boolean =>
  fiscalYear === 2021 || fiscalYear === 2027 || /^M(4|5[0-4])/.test(code);

describe.skipIf(!existsSync(lists))('against the tabular lists (skipped where that folder is not at hand)', () => {
  test.each([
    2021, 2025, 2026, 2027,
  ])('FY%i: the same codes, titles, parents, billable flags and notes', (fiscalYear) => {
    const year = codeYearOn(`${fiscalYear}-01-01`);
    const list = readList(fiscalYear);
    const ours = Object.keys(compiledLexicons['code-set'].codes).filter(
      (code) => year.entry(code) && reaches(fiscalYear, code),
    );
    let compared = 0;
    for (const code of ours.filter((code) => code.length < 8 || code.startsWith('Chapter'))) {
      const printed = list.get(code);
      const entry = year.entry(code);
      expect(printed, code).toBeDefined();
      expect([code, entry?.title, entry?.billable, entry?.parent]).toEqual([
        code,
        printed?.title,
        printed?.billable,
        printed?.parent,
      ]);
      for (const field of NOTES) {
        const text = entry?.[field].map((note) => (typeof note === 'string' ? note : note.text));
        // ", if applicable, lumbar disc herniation": the comma joins it to the words "Code first".
        expect([code, field, text]).toEqual([code, field, printed?.[field].map((note) => note.replace(/^, /, ''))]);
      }
      for (const complete of printed?.completeCodes ?? []) {
        if (isInCodeScope(complete.code)) {
          expect([complete.code, year.entry(complete.code)?.title]).toEqual([complete.code, complete.title]);
        }
      }
      compared++;
    }
    expect(compared).toBeGreaterThan(240);
  });

  test.each([2021, 2025, 2026, 2027])('FY%i: no code of the scope is missing, none is too many', (fiscalYear) => {
    const year = codeYearOn(`${fiscalYear}-01-01`);
    const listed = [...readList(fiscalYear).values()]
      .filter(({ code }) => isInCodeScope(code))
      .flatMap(({ code, completeCodes = [] }) => [code, ...completeCodes.map((complete) => complete.code)]);
    const ours = Object.keys(compiledLexicons['code-set'].codes).filter(
      (code) => isInCodeScope(code) && year.entry(code) && reaches(fiscalYear, code),
    );
    expect(ours.sort()).toEqual(listed.filter((code) => reaches(fiscalYear, code)).sort());
  });

  test('the codes read from FY2027 notes are those of the list of pairs', () => {
    const pairs: { type: string; on: string; text: string; refs: { prefix?: string; from?: string; to?: string }[] }[] =
      JSON.parse(readFileSync(`${lists}excludes-pairs-fy2027.json`, 'utf8'));
    const wanted = pairs.filter(({ on, text }) => codeYearOn(null).entry(on) && text.includes('('));
    expect(wanted.length).toBeGreaterThan(60);
    for (const { on, text, refs } of wanted) {
      const expected = refs.map(({ prefix, from = prefix, to = prefix }) => ({ from, to }));
      expect([on, text, readReferences(text)]).toEqual([on, text, expected]);
    }
  });
});
