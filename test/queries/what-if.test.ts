/** What each answer would give: a row is the chart, the query, the answer, and the codes in claim order. */
import { describe, expect, it, test } from 'vitest';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { hasAnswer } from '../../src/queries/what-if-answers.ts';
import { analyzeShortForm } from '../claims/coded.ts';

const queryOf = (given: readonly string[], kind: string) =>
  analyzeShortForm(given).queries.find((query) => query.kind === kind);
const tellOf = (given: readonly string[], kind: string) =>
  Object.fromEntries((queryOf(given, kind)?.whatIf ?? []).map(({ answer, codes }) => [answer, codes.join(' ')]));

const TEAR = 'annulus-fibrosus-defect';
const HNP = 'disc-herniation lumbosacral L5-S1';

describe('the codes that each answer would give', () => {
  test.each<[string, readonly string[], Record<string, string>]>([
    ['annular-defect-size', [`${TEAR} lumbosacral L5-S1`, HNP], { Small: 'M51.27 M51.A4', Large: 'M51.27 M51.A5' }],
    ['annular-defect-size', [`${TEAR} lumbar L4-L5`], { Small: 'M51.A1', Large: 'M51.A2' }],
    [
      'annular-defect-size',
      ['low-back-pain chronic', `${TEAR} imaging lumbar L4-L5`],
      { Small: 'M51.A1 M54.50', Large: 'M51.A2 M54.50' },
    ],
    ['annular-defect-level', [`${TEAR} small`], { 'L1-L2 to L4-L5, level: ____': 'M51.A1', 'L5-S1': 'M51.A4' }],
    [
      'conflicting-documentation',
      [`${TEAR} lumbar L4-L5 large`, `${TEAR} lumbar L4-L5 small`],
      { Small: 'M51.A1', Large: 'M51.A2' },
    ],
    [
      'herniation-level',
      ['disc-herniation lumbar', 'radiculopathy'],
      { 'L1-L2 to L4-L5, level: ____': 'M51.16', 'L5-S1': 'M51.17' },
    ],
    [
      'imaging-linkage',
      ['low-back-pain chronic', 'endplate-change imaging lumbar L4-L5'],
      {
        'The pain is of vertebral endplate origin': 'M54.51',
        'The endplate findings are not the source of the pain': 'M54.50',
        'The source of the pain is not established at this encounter': 'M54.50',
      },
    ],
    [
      'imaging-linkage',
      ['low-back-pain chronic', 'endplate-change imaging lumbar L4-L5', 'disc-degeneration imaging lumbar L4-L5'],
      {
        'The pain is of vertebral endplate origin': 'M54.51',
        'The pain is of disc origin': 'M51.360',
        'The endplate findings are not the source of the pain': 'M54.50',
        'The source of the pain is not established at this encounter': 'M54.50',
      },
    ],
    [
      'imaging-only-finding',
      ['low-back-pain chronic', 'disc-herniation imaging lumbar L4-L5', 'spinal-stenosis imaging lumbar L3-L4'],
      {
        'Disc herniation at L4-L5': 'M51.26',
        'Spinal stenosis at L3-L4': 'M48.061 M54.50',
        'Incidental findings without clinical significance at this encounter': 'M54.50',
      },
    ],
    [
      'uncertain-diagnosis',
      ['low-back-pain chronic', 'spondylolisthesis uncertain lumbar L4-L5'],
      {
        'Spondylolisthesis at L4-L5: established': 'M43.16 M54.50',
        'Spondylolisthesis at L4-L5: ruled out': 'M54.50',
        'Spondylolisthesis at L4-L5: still under evaluation': 'M54.50',
      },
    ],
    ['sciatica-laterality', ['sciatica'], { Right: 'M54.31', Left: 'M54.32', 'Both sides': 'M54.31 M54.32' }],
    [
      'sciatica-laterality',
      ['sciatica', 'low-back-pain'],
      { Right: 'M54.41', Left: 'M54.42', 'Both sides': 'M54.41 M54.42' },
    ],
    [
      'radiculopathy-site',
      ['radiculopathy'],
      {
        'Cervical, root: ____': 'M54.12',
        'Thoracic, root: ____': 'M54.14',
        'Lumbar, root: ____': 'M54.16',
        'Lumbosacral, root: ____': 'M54.17',
      },
    ],
    [
      'stenosis-claudication',
      ['spinal-stenosis lumbar'],
      { 'With neurogenic claudication': 'M48.062', 'Without neurogenic claudication': 'M48.061' },
    ],
    [
      'disc-degeneration-pain',
      ['disc-degeneration lumbar', 'spinal-stenosis lumbar', 'low-back-pain', 'element leg-pain'],
      {
        'Back pain only': 'M51.360 M48.061',
        'Leg pain only': 'M51.361 M48.061 M54.50',
        'Back pain and leg pain': 'M51.362 M48.061',
        'No pain from the disc degeneration': 'M51.369 M48.061 M54.50',
      },
    ],
    [
      'conflicting-documentation',
      ['disc-herniation lumbar L4-L5', 'disc-herniation imaging lumbosacral L5-S1'],
      { 'L4-L5': 'M51.26', 'L5-S1': 'M51.27', 'More than one of the levels named': 'M51.26 M51.27' },
    ],
  ])('%s of %j', (kind, given, expected) => {
    expect(tellOf(given, kind)).toEqual(expected);
  });
});

describe('a query', () => {
  it.each([
    ['whose answers all leave the codes as they are', ['unspecified-dorsopathy lumbosacral'], 'named-condition'],
    [
      'about a condition with codes outside those read here',
      ['low-back-pain', 'vertebral-fracture uncertain lumbar'],
      'uncertain-diagnosis',
    ],
  ])('%s has none', (_, given, kind) => {
    expect(queryOf(given, kind)?.changes).toBe('code');
    expect(queryOf(given, kind)).not.toHaveProperty('whatIf');
  });

  it('that changes only the documentation has none', () => {
    const query = queryOf(['low-back-pain'], 'pain-duration');
    expect(query?.changes).toBe('documentation');
    expect(query).not.toHaveProperty('whatIf');
  });

  it('has its own options as answers, and never "other" or "unable to determine"', () => {
    const given = [
      `${TEAR} lumbar L4-L5`,
      'low-back-pain',
      'spinal-stenosis uncertain lumbar',
      'disc-bulge imaging lumbosacral L5-S1',
    ];
    const { queries } = analyzeShortForm(given);
    expect(queries.length).toBeGreaterThan(3);
    const { other, undetermined } = compiledLexicons['query-wording'].closing;
    for (const { whatIf = [], options } of queries)
      for (const { answer } of whatIf) {
        expect(options).toContain(answer);
        expect([other, undetermined]).not.toContain(answer);
      }
  });

  it('never shows a code to the provider', () => {
    const given = [`${TEAR} lumbar L4-L5`, 'low-back-pain', 'sciatica', 'endplate-change imaging lumbar'];
    for (const { question, options } of analyzeShortForm(given).queries) {
      expect([question, ...options].join(' ')).not.toMatch(/\b[MSG]\d\d\./);
    }
  });
});

/** Options that settle no code: something is filled in, or an injury whose code is of another chapter. */
const OPEN = /^(Named condition|Origin or character): ____$|^Due to a current injury$/;

describe('the built-in wording', () => {
  const asked = compiledLexicons['query-wording'].queries.filter(({ changes }) => changes === 'code');
  test.each(
    asked.map(({ kind, axis, options }) => [`${kind} ${axis ?? ''}`.trim(), kind, options] as const),
  )('of %s: every option that is fixed has an answer or is known to be open', (_, kind, options) => {
    const fixed = options.map((option) => (typeof option === 'string' ? option : option.text));
    const unread = fixed.filter((text) => !text.includes('{value}') && !OPEN.test(text) && !hasAnswer(kind, text));
    expect(unread).toEqual([]);
  });
});
