/** The same question about an edited note keeps its id: edits elsewhere add, drop and rename no query. */
import { beforeAll, expect, test } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';
import fc from '../property.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

/** Notes in parts, which an edit may part further, and the queries that each leaves open. */
const NOTES: readonly (readonly string[])[] = [
  [
    'CC: Low back pain.',
    'HPI: Low back pain for a while after she fell on ice.',
    'MRI lumbar spine: Modic type 1 change at L4-5. Annular tear at L5-S1.',
    'Assessment: Low back pain.',
  ],
  [
    'HPI: Pain runs down the left leg.',
    'Imaging: MRI lumbar spine shows an L4-5 herniation to the right.',
    'Assessment:\n1. Possible left L5 radiculopathy.\n2. Lumbar disc herniation.',
    'Plan: therapy.',
  ],
  [
    'Subjective: Walking brings leg pain.',
    'Assessment: Lumbar stenosis at L4-5. Sciatica.\nLumbosacral facet syndrome.',
  ],
  ['Impression: Annular tear. Neck pain.', 'Plan: return in a month.'],
];
const ELSEWHERE = [
  'Vitals: 120/80, pulse 70.',
  'Social history: retired teacher, two grown children, does not smoke.',
  'Allergies: penicillin (rash).',
  'Medications: lisinopril 10 mg daily.',
  'Family history: father with hypertension.',
  'Immunizations: influenza given today.',
  'Past medical history: asthma, appendectomy 1998.',
];

const idsOf = (text: string) =>
  analyzer
    .analyze(text)
    .queries.map(({ id }) => id)
    .sort();

test('the notes leave something open', () => {
  for (const parts of NOTES) expect(idsOf(parts.join('\n\n')).length).toBeGreaterThan(0);
});

test('ids are kept through edits elsewhere', () => {
  const edit = fc.record({ words: fc.constantFrom(...ELSEWHERE), at: fc.nat() });
  const property = fc.property(
    fc.constantFrom(...NOTES),
    fc.array(edit, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('\n\n', '\r\n\r\n', '\n\n\n'),
    (parts, edits, gap) => {
      const edited = [...parts];
      for (const { words, at } of edits) edited.splice(at % edited.length, 0, words);
      expect(idsOf(edited.join(gap))).toEqual(idsOf(parts.join('\n\n')));
    },
  );
  fc.assert(property, { numRuns: 200 });
});

test('ids are kept while other queries are answered', () => {
  const before = idsOf('Assessment: Annular tear at L5-S1. Low back pain.');
  const after = idsOf('Assessment: Annular tear at L5-S1. Chronic low back pain.');
  expect(before.filter((id) => !after.includes(id))).toEqual(['pain-duration/low-back-pain']);
  expect(after.filter((id) => !before.includes(id))).toEqual([]);
});
