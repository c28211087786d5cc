/** B33: the tip sheet. Every code on it is the analyzer's, better words give the more specific code, and it prints. */
import { describe, expect, test } from 'vitest';
import { codeYearOn, isInCodeScope } from '../../src/coding/codeset.ts';
import { type Analyzer, createAnalyzer, type TipStep, tipSheet, writeTipSheet } from '../../src/index.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { speaksOfImpact } from '../../src/queries/compliance.ts';
import { findTipFamily, TIP_FAMILIES } from '../../src/reference/tip-families.ts';
import { escapeHtml, escapeMarkdown } from '../../src/reference/tip-sheet-formats.ts';
import { ANALYSIS } from '../formats/sample.ts';

/** Other disc disorders, panniculitis and other dorsalgia: no words of a spine note lead to them. */
const NO_SHEET = ['M50.8', 'M50.9', 'M51.4', 'M51.8', 'M51.9', 'M54.0', 'M54.8'];

const analyzer = await createAnalyzer();
const sheet = tipSheet(analyzer);
const ladders = sheet.families.flatMap(({ id, ladders }) => ladders.map(({ adds, steps }) => ({ id, adds, steps })));
const pairs = ladders.flatMap(({ id, steps }) =>
  steps.slice(1).map((better, index) => ({ id, weak: steps[index] as TipStep, better })),
);

describe('B33: the words and the code that each one gives', () => {
  test.each(
    ladders.flatMap(({ id, steps }) => steps.map((step) => [id, step.says, step] as const)),
  )('%s: "%s" gives a code', (_id, _says, { codes }) => expect(codes.length).toBeGreaterThan(0));

  test.each(
    pairs.map(({ id, weak, better }) => [id, weak.says, better.says, weak, better] as const),
  )('%s: "%s" < "%s"', (_id, _weak, _better, weak, better) => expect(waysMoreSpecific(weak, better)).not.toEqual([]));

  test.each([
    // family, words, codes in claim order
    ['annulus-fibrosus-defect', 'Annular tear at L5-S1.', ['M51.A3']],
    ['annulus-fibrosus-defect', 'Small annular tear at L5-S1.', ['M51.A4']],
    ['annulus-fibrosus-defect', 'L5-S1 disc herniation with a small annular tear at L5-S1.', ['M51.27', 'M51.A4']],
    ['low-back-pain', 'Chronic low back pain.', ['M54.50']],
    ['low-back-pain', 'Chronic low back pain due to the L4-L5 vertebral endplate changes seen on MRI.', ['M54.51']],
    ['low-back-pain', 'Chronic mechanical low back pain.', ['M54.59']],
    ['other-specified-dorsopathy', 'Lumbar facet syndrome at L4-L5.', ['M53.86']],
    ['other-specified-dorsopathy', 'Bertolotti syndrome at L5-S1.', ['M53.87']],
  ])('%s: "%s" -> %j', (id, says, codes) => {
    const step = ladders
      .filter((ladder) => ladder.id === id)
      .flatMap(({ steps }) => steps)
      .find((each) => each.says === says);
    expect(step?.codes.map(({ code }) => code)).toEqual(codes);
  });

  test('another date gives the codes of that date', () => {
    const old = tipSheet(analyzer, { family: 'low-back-pain', dateOfService: '2021-05-05' });
    expect(old.codeSet.fiscalYear).toBe(2021);
    expect(old.families[0]?.ladders[0]?.steps[0]?.codes.map(({ code }) => code)).toEqual(['M54.5']);
  });

  test('no code is typed into the file: another analyzer gives another sheet', () => {
    expect(
      JSON.stringify(compiledLexicons.tips.families.map(({ document, ladders }) => [document, ladders])),
    ).not.toMatch(/[MSG]\d\d\./);
    const steps = tipSheet(saying('X00.0', 'Another title')).families.flatMap((each) =>
      each.ladders.flatMap((ladder) => ladder.steps),
    );
    for (const { codes } of steps) expect(codes).toEqual([{ code: 'X00.0', title: 'Another title' }]);
  });

  test('every family of the scope is there, under its names and its codes', () => {
    expect(TIP_FAMILIES.length).toBe(sheet.families.length);
    const complete = codeYearOn(null)
      .completeCodes('')
      .map(({ code }) => code);
    const without = complete.filter((code) => isInCodeScope(code) && findTipFamily(code) === null);
    expect(without.filter((code) => !NO_SHEET.some((prefix) => code.startsWith(prefix)))).toEqual([]);
    expect(complete.length).toBeGreaterThan(200);
  });

  test.each([
    ['low-back-pain', 'low-back-pain'],
    ['LBP', 'low-back-pain'],
    ['M54.51', 'low-back-pain'],
    ['m51a4', 'annulus-fibrosus-defect'],
    ['M51.17', 'disc-herniation'],
    ['M51.362', 'disc-degeneration'],
    ['Facet Syndrome', 'other-specified-dorsopathy'],
    ['listhesis', 'spondylolisthesis'],
    ['S39.012A', 'back-strain'],
    ['knee', null],
    ['M17.11', null],
  ])('%s means %s', (name, id) => expect(findTipFamily(name)).toBe(id));

  test('a family that the sheet has not is refused with those that it has', () => {
    expect(() => tipSheet(analyzer, { family: 'knee' })).toThrow(/It has annulus-fibrosus-defect, low-back-pain/);
  });

  test('a provider reads nothing of payment', () => {
    const words = sheet.families.flatMap(({ title, document, ladders }) => [
      title,
      ...document,
      ...ladders.flatMap(({ adds, steps }) => [adds, ...steps.map(({ says }) => says)]),
    ]);
    for (const each of [...words, ...writeTipSheet(sheet, 'text').split('\n').slice(0, 6)])
      expect(speaksOfImpact(each), each).toBe(false);
  });
});

describe('formats', () => {
  const hostile = tipSheet(saying('X00.0', '<img src=x onerror="a()"> & \'b\' | *c* [d](e)'), { family: 'sciatica' });

  test('html is one page: no script, nothing loaded, escaped, made to print', () => {
    const html = writeTipSheet(hostile, 'html');
    expect(html).not.toMatch(/<(script|img|link)|<[^>]*\s(src|href)=|https?:|url\(|@import/i);
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;b&#39;');
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/@media print[\s\S]*break-inside: avoid/);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
  });

  test('html is well formed and has a heading for each family and a row for each sentence', () => {
    const html = writeTipSheet(sheet, 'html');
    for (const tag of ['section', 'table', 'tr', 'td', 'th', 'ul', 'li', 'h2', 'h3', 'code', 'main', 'body']) {
      const count = (pattern: string): number => html.match(new RegExp(pattern, 'g'))?.length ?? 0;
      expect([tag, count(`<${tag}[ >]`)]).toEqual([tag, count(`</${tag}>`)]);
    }
    expect(html.match(/<h2>/g)?.length).toBe(sheet.families.length);
    expect(html.match(/<tr><td/g)?.length).toBe(ladders.flatMap(({ steps }) => steps).length);
  });

  test('markdown keeps its table whatever a title holds', () => {
    const markdown = writeTipSheet(hostile, 'markdown');
    expect(markdown).toContain('\\<img');
    expect(markdown).toContain('\\| \\*c\\* \\[d\\](e)');
    for (const row of markdown.split('\n').filter((line) => line.startsWith('|')))
      expect(row.match(/(?<!\\)\|/g)?.length).toBe(4);
  });

  test('text and JSON hold every sentence with its code', () => {
    const text = writeTipSheet(sheet, 'text').replace(/\s+/g, ' ');
    const { families } = JSON.parse(writeTipSheet(sheet, 'json'));
    expect(families).toEqual(sheet.families);
    for (const { says, codes } of ladders.flatMap(({ steps }) => steps)) {
      expect(text).toContain(`"${says}"`);
      for (const { code, title } of codes) expect(text).toContain(`${code} ${title}`);
    }
  });

  test.each([
    ['<b>&"\'', '&lt;b&gt;&amp;&quot;&#39;'],
    ['L5-S1', 'L5-S1'],
  ])('%s in html', (text, html) => expect(escapeHtml(text)).toBe(html));
  test.each([
    ['a|b', 'a\\|b'],
    ['<b> *x*', '\\<b\\> \\*x\\*'],
  ])('%s in markdown', (text, markdown) => expect(escapeMarkdown(text)).toBe(markdown));
});

/** An analyzer that gives the same code for every note. */
function saying(code: string, title: string): Analyzer {
  const assigned = { code, title, standing: 'assigned' as const, facts: [], why: 'because.', rules: [] };
  return { analyze: () => ({ ...ANALYSIS, codes: [assigned], queries: [] }) as never, assertSpans: () => [] };
}

const UNSPECIFIC = /unspecified|NOS|site unspecified|without/;
const SYMPTOM = /^M54\./;
const COMBINED = ['radiculopathy', 'myelopathy', 'sciatica', 'claudication'];

/** How the better words are better coded: each way is one that a coder would name. */
function waysMoreSpecific(weak: TipStep, better: TipStep): readonly string[] {
  const [weakCodes, betterCodes] = [weak, better].map(({ codes }) => codes.map(({ code }) => code)) as [
    string[],
    string[],
  ];
  const [weakTitles, betterTitles] = [weak, better].map(({ codes }) => codes.map(({ title }) => title).join('; ')) as [
    string,
    string,
  ];
  if (weakCodes.join() === betterCodes.join()) return [];
  const asks = (step: TipStep) => step.open.filter(({ changes }) => changes === 'code').map(({ kind }) => kind);
  const ways: readonly (readonly [string, boolean])[] = [
    [
      'a question that decides the code is answered',
      asks(weak).some((kind) => !asks(better).includes(kind)) && asks(better).length < asks(weak).length,
    ],
    [
      'the title says no longer "unspecified" or "without"',
      UNSPECIFIC.test(weakTitles) && !UNSPECIFIC.test(betterTitles),
    ],
    [
      'a diagnosis is added',
      weakCodes.every((code) => betterCodes.includes(code)) && betterCodes.length > weakCodes.length,
    ],
    [
      'a symptom gives way to a diagnosis',
      weakCodes.every((code) => SYMPTOM.test(code)) && betterCodes.every((code) => !SYMPTOM.test(code)),
    ],
    [
      'the title combines what was said apart',
      COMBINED.some((word) => betterTitles.includes(`with ${word}`) && !weakTitles.includes(`with ${word}`)),
    ],
    ['the region is named', /site unspecified/.test(weakTitles) && !/site unspecified/.test(betterTitles)],
  ];
  return ways.filter(([, holds]) => holds).map(([way]) => way);
}
