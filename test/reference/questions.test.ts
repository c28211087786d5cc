/** The questions of the four articles, by feature number: which page answers each, what it must say, and what it may not. */
import { describe, expect, test } from 'vitest';
import { CODE_YEARS, codeStanding, isInCodeScope } from '../../src/coding/codeset.ts';
import { createAnalyzer, describeCode } from '../../src/index.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { speaksOfImpact } from '../../src/queries/compliance.ts';

const OFFICIAL_17 = 'M51.17 (Intervertebral disc disorders with radiculopathy, lumbosacral region)';

/** feature, page, answer, words that it must hold. */
const QUESTIONS: readonly (readonly [string, string, string, readonly (string | RegExp)[]])[] = [
  ['A14', 'M51.A4', 'small-or-large', ['author says so', 'M51.A4', 'M51.A5', 'M51.A3', 'millimetres']],
  ['A14', 'M51.A1', 'small-or-large', ['M51.A1', 'M51.A2', 'M51.A0']],
  [
    'A15',
    'M51.A4',
    'first-or-second',
    [
      'Second',
      OFFICIAL_17,
      'M51.27 (Other intervertebral disc displacement, lumbosacral region)',
      'if applicable',
      /M51\.37- and does not/,
    ],
  ],
  ['A15', 'M51.A2', 'first-or-second', ['M51.06 (', 'M51.16 (', 'M51.26 (']],
  ['A16', 'M51.A4', 'with-low-back-pain', ['Yes', 'M54.50 (', 'M51.2-', 'only their heading']],
  ['A17', 'M51.A4', 'imaging-before-procedure', ['Yes', "provider's own diagnosis", 'consistent with']],
  [
    'A18',
    'M51.A4',
    'versus-radiculopathy-code',
    [OFFICIAL_17, 'nerve root', /degeneration of the lumbosacral disc is M51\.37-/],
  ],
  [
    'A18',
    'M51.A1',
    'versus-radiculopathy-code',
    ['M51.16 (Intervertebral disc disorders with radiculopathy, lumbar region)', 'M51.36-'],
  ],
  ['A19', 'M51.A4', 'since-when', ['2022-10-01', 'fiscal year 2023']],
  ['A20', 'M51.A4', 'cervical-or-thoracic', ['No', 'M50.-']],
  [
    'B21',
    'M54.5',
    'is-m545-valid',
    ['Not for dates of service from 2021-10-01', 'M54.50 (', 'M54.51 (', 'M54.59 (', 'five'],
  ],
  ['B21', 'M54.50', 'is-m545-valid', ['For an earlier date of service M54.5 is the valid code']],
  ['B22', 'M54.50', 'unspecified-or-vertebrogenic', ['statement', 'endplate', 'not a bar']],
  ['B23', 'M54.59', 'other-as-default', ['No.', 'M54.50 (Low back pain, unspecified)']],
  ['B24', 'M54.50', 'with-disc-disorder', ['M51.2-', 'M51.360', 'M54.4-', 'S39.012-', 'M51.26 or M51.27']],
  ['B25', 'M54.51', 'wording-for-vertebrogenic', ['definite', 'imaging report by itself does not', 'Consistent with']],
  ['B26', 'M54.50', 'prior-authorization', ['current note supports', 'decides no code']],
  ['B27', 'M54.50', 'every-back-pain-visit', ['No.', 'stenosis', 'fracture']],
  ['B28', 'M54.50', 'how-often-updated', ['every encounter', 'third visit']],
  [
    'C12',
    'M53.87',
    'lumbar-or-lumbosacral',
    ['L5-S1', 'M53.86 (Other specified dorsopathies, lumbar region)', 'M53.87 ('],
  ],
  ['C13', 'M53.87', 'radiculopathy', ['No.', 'M54.17 (Radiculopathy, lumbosacral region)', 'lumbago with sciatica']],
  ['C14', 'M53.87', 'bertolotti', ['Yes', 'Q76.4-', 'M24.28', 'M53.2X-']],
  ['C15', 'M53.87', 'seventh-character', ['No.', 'S39.012A (']],
  ['C16', 'M53.87', 'procedures', ['97110', '97140', '97032', '99213', '99214', '20552']],
  ['C17', 'M53.87', 'beside-surgery', ['Yes', 'listed first']],
  [
    'C18',
    'M53.87',
    'read-as-unspecified',
    ['named in the assessment', 'imaging', 'keeps the patient from', 'do not apply'],
  ],
  ['D12', 'M53.86', 'versus-pain', ['named disorder', 'stays pain']],
  ['D13', 'M53.86', 'lumbar-or-lumbosacral', ['spans the junction', 'M53.80 (']],
  ['D14', 'M53.86', 'first-listed-for-injection', ['allows it', 'not a reason to change the code']],
  ['D15', 'M53.86', 'physical-therapy', ['Yes']],
  ['D16', 'M53.86', 'seventh-character', ['No.']],
  ['D17', 'M53.86', 'imaging', ['Kellgren-Lawrence', 'X-ray, CT or MRI']],
  ['D18', 'M53.86', 'beside-specific-code', ['another disorder', 'discitis NOS']],
];

describe('the questions of the articles', () => {
  test.each(QUESTIONS)('%s on %s: %s', (_feature, code, id, words) => {
    const found = describeCode(code).faq.find((each) => each.id === id);
    expect(found, `${code} answers ${id}`).toBeDefined();
    const said = `${found?.answer} ${found?.correction ?? ''}`;
    for (const each of words)
      expect(said).toMatch(typeof each === 'string' ? new RegExp(each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : each);
    expect(found?.question).toMatch(/\?$/);
    expect(found?.cites.length).toBeGreaterThan(0);
  });

  test('every number of A14-A20, B21-B28, C12-C18 and D12-D18 has its row', () => {
    const numbers = (letter: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${letter}${from + index}`);
    const wanted = [...numbers('A', 14, 20), ...numbers('B', 21, 28), ...numbers('C', 12, 18), ...numbers('D', 12, 18)];
    expect(wanted.filter((number) => !QUESTIONS.some(([feature]) => feature === number))).toEqual([]);
  });

  test('each sibling answers the questions of its family', () => {
    const idsOf = (code: string) => describeCode(code).faq.map(({ id }) => id);
    for (const code of ['M51.A0', 'M51.A1', 'M51.A2', 'M51.A3', 'M51.A5']) expect(idsOf(code)).toEqual(idsOf('M51.A4'));
    for (const code of ['M54.51', 'M54.59']) expect(idsOf(code)).toEqual(idsOf('M54.50'));
    expect(idsOf('M53.86')).toEqual(idsOf('M53.87'));
  });
});

describe('the pitfalls and tips of the articles, and where they are put right', () => {
  test.each([
    // feature, page, where, words
    ['A1', 'M51.A4', 'documentationTips', /"Lumbar" alone/],
    ['A3', 'M51.A4', 'documentationTips', /high-intensity zone/],
    ['A6', 'M51.A1', 'pitfalls', /at L5-S1 is lumbosacral and belongs to M51\.A4/],
    ['A7', 'M51.A4', 'pitfalls', /M51\.17 \(.*\) or M51\.27 \(.*\) goes before M51\.A4/],
    ['A8', 'M51.A4', 'pitfalls', /M51\.A is only the heading/],
    ['A9', 'M51.A3', 'pitfalls', /calls the defect small or large/],
    ['A10', 'M51.A4', 'pitfalls', /M53\.3 \(Sacrococcygeal disorders, not elsewhere classified\).*Excludes2/],
    ['A11', 'M51.A4', 'pitfalls', /cervical disc disorder \(M50\.-\)/],
    ['B2', 'M54.51', 'pitfalls', /report alone never carries it/],
    ['B3', 'M54.59', 'pitfalls', /avoid "unspecified"/],
    ['B9', 'M54.50', 'documentationTips', /acute, subacute or chronic/],
    ['B12', 'M54.50', 'pitfalls', /Each supported diagnosis is coded/],
    ['C3', 'M53.87', 'documentationTips', /looked for and not found/],
    ['C6', 'M53.87', 'pitfalls', /M54\.4- is lumbago with sciatica and no code for radiculopathy/],
    ['C7', 'M53.87', 'pitfalls', /articulation with the sacrum/],
    ['C8', 'M53.87', 'pitfalls', /M53\.9 \(Dorsopathy, unspecified\)/],
    ['C9', 'M53.86', 'pitfalls', /Excludes1 for the whole block M50-M54/],
    ['D3', 'M53.86', 'documentationTips', /Kellgren-Lawrence/],
    ['D6', 'M53.86', 'pitfalls', /M54\.50 \(.*\) or M54\.59 \(.*\), not M53\.86/],
    [
      'D7',
      'M53.86',
      'pitfalls',
      /M47\.816 \(Spondylosis without myelopathy or radiculopathy, lumbar region\) or with radiculopathy M47\.26/,
    ],
    [
      'D7',
      'M53.86',
      'pitfalls',
      /M51\.16 means a disc disorder with radiculopathy; degeneration of a lumbar disc is M51\.36-/,
    ],
    ['D9', 'M53.86', 'pitfalls', /S series with its 7th character/],
    ['D10', 'M53.86', 'pitfalls', /for its own sake/],
  ] as const)('%s on %s, %s: %s', (_feature, code, where, words) => {
    expect(describeCode(code)[where].join('\n')).toMatch(words);
  });
});

/** A code of our scope as a text names it; "M51.2-" and "M54" stand for all below. */
const NAMED = /\b([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(\.?-)?/g;
/** Codes of which the text says that they are not, or no longer, complete codes. */
const SAID_TO_BE_NONE = new Set(['M54.5', 'M51.A', 'M53.8', 'M54']);

describe('what a page says is so in its year', () => {
  test.each(
    CODE_YEARS.map(({ fiscalYear, from }) => [fiscalYear, from] as const),
  )('FY%i names only codes of that year', (fiscalYear, from) => {
    for (const { codes } of compiledLexicons['code-guide'].guides) {
      for (const code of Object.keys(codes)) {
        const page = describeCode(code, { dateOfService: from });
        if (page.status !== 'billable') continue;
        const text = [
          ...page.documentationTips,
          ...page.pitfalls,
          page.use,
          page.separates,
          ...page.faq.flatMap(({ answer, correction }) => [answer, correction]),
        ].join(' ');
        // "M54.50 (Low back pain, unspecified; valid from 2021-10-01)" says itself that it is not of this year.
        const said = text.replace(/\S+ \([^()]*; valid from [^()]*\)/g, '');
        for (const [, named = '', dash] of said.matchAll(NAMED)) {
          if (!isInCodeScope(named) || SAID_TO_BE_NONE.has(named) || named === code) continue;
          const standing = codeStanding(named, fiscalYear);
          const isHeading = dash !== undefined || named.length === 3;
          expect(
            [named, isHeading ? standing !== 'unlisted' : standing === 'billable'],
            `${code} names ${named}`,
          ).toEqual([named, true]);
        }
      }
    }
  });

  test('a provider reads nothing of payment', () => {
    for (const { codes } of compiledLexicons['code-guide'].guides) {
      for (const code of Object.keys(codes))
        for (const tip of describeCode(code).documentationTips) expect(speaksOfImpact(tip), tip).toBe(false);
    }
  });

  test('D10: a coverage rule is told without steering', () => {
    const told = describeCode('M53.86').pitfalls.find((each) => each.includes('Coverage rules')) ?? '';
    expect(told).toContain('still follows the documentation');
    expect(told).not.toMatch(/reimburs|denial|paid|payment|avoid/i);
  });
});

const analyzer = await createAnalyzer();

describe('what the pages say is what the analyzer does', () => {
  test.each([
    // feature, date, assessment, codes
    ['A14', null, 'Annular tear at L5-S1.', ['M51.A3']],
    ['A14', null, 'Large annular tear at L5-S1.', ['M51.A5']],
    ['A15', null, 'Small annular tear at L5-S1 and L5-S1 disc herniation.', ['M51.27', 'M51.A4']],
    ['A17', null, 'Possible annular tear at L5-S1.', []],
    ['A19', '2022-09-30', 'Small annular tear at L5-S1.', []],
    ['A19', '2022-10-01', 'Small annular tear at L5-S1.', ['M51.A4']],
    ['A20', null, 'Annular tear at C5-C6.', []],
    ['B21', '2021-09-30', 'Low back pain.', ['M54.5']],
    ['B21', '2021-10-01', 'Low back pain.', ['M54.50']],
    ['B22', null, 'Vertebrogenic low back pain.', ['M54.51']],
    ['B23', null, 'Mechanical low back pain.', ['M54.59']],
    ['B24', null, 'L4-L5 disc herniation with low back pain.', ['M51.26']],
    ['B25', null, 'Low back pain secondary to vertebral endplate degeneration.', ['M54.51']],
    ['C12', null, 'Facet syndrome at L5-S1.', ['M53.87']],
    ['C13', null, 'Left S1 radiculopathy.', ['M54.17']],
    ['C14', null, 'Bertolotti syndrome at L5-S1.', ['M53.87']],
    ['D13', null, 'Lumbar facet syndrome at L3-L4.', ['M53.86']],
    ['D12', null, 'Lumbar spine pain.', ['M54.50']],
  ] as const)('%s on %s: %s -> %j', (_feature, dateOfService, says, codes) => {
    const analysis = analyzer.analyze(`Assessment:\n${says}\n`, { dateOfService, noteKind: 'office-note' });
    expect(analysis.codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code)).toEqual(codes);
  });
});
