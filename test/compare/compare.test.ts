/** What an addendum changed, told in facts, codes and queries; nothing where nothing changed. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type AnalysisComparison, type Analyzer, compareAnalyses, createAnalyzer } from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

const BEFORE = `CC: low back pain
MRI lumbar spine 03/12/2026: Modic type 1 change at L4-5. Annular tear at L5-S1.
Assessment: Low back pain. Annular tear at L5-S1.
`;
const compare = (before: string, after: string): AnalysisComparison =>
  compareAnalyses(analyzer.analyze(before), analyzer.analyze(after));

const inShort = ({ codes, queries, facts }: AnalysisComparison) => ({
  codes: codes.changed.map(({ code, before, after }) => `${code} ${before ?? '-'} > ${after ?? '-'}`),
  resolved: queries.resolved.map(({ query, by }) => `${query.id} ${by}`),
  open: queries.open.map(({ id }) => id),
  new: queries.new.map(({ id }) => id),
  facts: facts.changed.map(({ after, fields }) => `${after.condition}: ${fields.join(' ')}`),
});

describe('an addendum', () => {
  test.each<[what: string, addendum: string, change: Partial<ReturnType<typeof inShort>>]>([
    [
      'that gives the size',
      'Addendum, assessment: Small annular tear at L5-S1.',
      {
        codes: ['M51.A4 - > assigned', 'M51.A3 assigned > -'],
        resolved: ['annular-defect-size/lumbosacral answered'],
        open: ['imaging-linkage/lumbar', 'pain-duration/low-back-pain'],
        new: [],
        facts: ['annulus-fibrosus-defect: size'],
      },
    ],
    [
      'that gives the duration',
      'Addendum, assessment: Chronic low back pain.',
      { codes: [], resolved: ['pain-duration/low-back-pain answered'], new: [], facts: ['low-back-pain: detail'] },
    ],
    [
      'that raises a doubt',
      'Addendum, assessment: Possible left L5 radiculopathy.',
      { resolved: [], new: ['uncertain-diagnosis/lumbar/radiculopathy'], facts: [] },
    ],
    ['that says nothing of it', 'Addendum: Flu shot given.', { codes: [], resolved: [], new: [], facts: [] }],
  ])('%s', (_what, addendum, change) =>
    expect(inShort(compare(BEFORE, `${BEFORE}\n${addendum}\n`))).toMatchObject(change));

  it('is told with the claim before and after', () => {
    const { codes } = compare(BEFORE, `${BEFORE}\nAddendum, assessment: Small annular tear at L5-S1.\n`);
    expect([codes.before, codes.after]).toEqual([
      ['M51.A3', 'M54.50'],
      ['M51.A4', 'M54.50'],
    ]);
  });
});

test('a diagnosis taken out is a query withdrawn and a fact gone', () => {
  const comparison = compare('Assessment: Annular tear at L5-S1. Chronic neck pain.', 'Assessment: Chronic neck pain.');
  expect(inShort(comparison).resolved).toEqual([
    'annular-defect-size/lumbosacral withdrawn',
    'annular-defect-imaging/lumbosacral withdrawn',
  ]);
  expect(comparison.facts.gone.map(({ condition }) => condition)).toEqual(['annulus-fibrosus-defect']);
});

test('a note beside itself has changed nothing', () => {
  const comparison = compare(BEFORE, BEFORE);
  expect(inShort(comparison)).toMatchObject({ codes: [], resolved: [], new: [], facts: [] });
  expect(comparison.facts).toMatchObject({ new: [], gone: [], same: 3 });
  expect(comparison.basis).toEqual([]);
});

test('another code year is said, so that it is not taken for the addendum', () => {
  const [one, other] = ['2024-09-30', '2024-10-01'].map((dateOfService) => analyzer.analyze(BEFORE, { dateOfService }));
  expect(compareAnalyses(one!, other!).basis).toEqual([expect.stringMatching(/fiscal year.*2024 before, 2025 after/)]);
});

test('every answer points back to the note after', () => {
  const after = `${BEFORE}\nAddendum, assessment: Small annular tear at L5-S1.\n`;
  const evidence = compare(BEFORE, after).queries.resolved.flatMap((resolved) => resolved.evidence);
  expect(evidence.length).toBeGreaterThan(0);
  for (const { start, end, text } of evidence) expect(after.slice(start, end)).toBe(text);
});
