/** A practice's own wording of the queries: used when it keeps the rules, refused with file, line and reason when it does not. */
import { describe, expect, test } from 'vitest';
import { createAnalyzer, LexiconError, lintWording } from '../../src/index.ts';

const analyzerWith = (...texts: readonly string[]) =>
  createAnalyzer({
    linguistics: 'none',
    lexicons: texts.map((text, at) => ({ file: `practice-${at + 1}.yaml`, text })),
  });
const wordingOf = (question: string, rest = '') =>
  `query-wording:\n  queries:\n    - kind: sciatica-laterality\n    - kind: annular-defect-size\n      question: "${question}"\n${rest}`;

test('wording that keeps the rules is what the provider reads', async () => {
  const analyzer = await analyzerWith(
    wordingOf('An annular defect {place} is documented. Which size fits your judgment?'),
  );
  const { queries } = analyzer.analyze('MRI reviewed.\nAssessment: Annular tear at L5-S1.');
  expect(queries.map(({ question }) => question)).toContain(
    'An annular defect at L5-S1 is documented. Which size fits your judgment?',
  );
});

describe('wording that breaks a rule is refused', () => {
  test.each<[what: string, lexicon: string, line: number, words: RegExp]>([
    [
      'a leading question',
      wordingOf('Would you agree that the defect {place} is small?'),
      4,
      /annular-defect-size.*"neutral-opener"/,
    ],
    ['payment', wordingOf('For reimbursement, what is the size {place}?'), 4, /impact-free/],
    [
      'a code in an option',
      wordingOf('What is the size {place}?', '      options: [Small M51.A4, Large]\n'),
      4,
      /code-free/,
    ],
    ['yes or no', wordingOf('What of the size {place}?', '      options: ["Yes", "No"]\n'), 4, /no-yes-no/],
    [
      'a code in a label',
      'query-wording:\n  conditions:\n    sciatica: sciatica M54.30\n',
      3,
      /conditions\.sciatica.*code-free/,
    ],
    [
      'a closing option that urges',
      'query-wording:\n  closing:\n    other: Other (must be given)\n    undetermined: Unable to determine\n',
      3,
      /no-pressure/,
    ],
  ])('%s', async (_what, lexicon, line, words) => {
    const refusal = await analyzerWith(lexicon).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LexiconError);
    expect(refusal).toMatchObject({ file: 'practice-1.yaml', line, message: expect.stringMatching(words) });
    expect((refusal as Error).message).toMatch(/AHIMA\/ACDIS|SpineNote/);
    expect(lintWording({ file: 'practice-1.yaml', text: lexicon })[0]).toMatchObject({ line });
  });

  test('in the file that breaks it, of several', async () => {
    const refusal = await analyzerWith(
      wordingOf('What is the size {place}?'),
      wordingOf('Confirm the size {place}?'),
    ).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ file: 'practice-2.yaml', line: 4 });
  });
});
