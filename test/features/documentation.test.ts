/** Every promise on documentation by its number: what of a note is captured, what its checklist says, and what is asked. */
import { beforeAll, describe, expect, test } from 'vitest';
import { type Analysis, type AnalyzeOptions, type Analyzer, checklist, createAnalyzer } from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

interface Promised {
  /** The number of the promise, and what this row proves of it. */
  readonly row: string;
  readonly note: string;
  /** "part/line standing" of the checklist. */
  readonly lines?: readonly string[];
  /** "kind" or "kind: value" of elements that must be captured; "@section" after them where it counts. */
  readonly elements?: readonly string[];
  readonly studies?: string;
  /** "condition region levels size" of facts, as far as known. */
  readonly facts?: readonly string[];
  readonly codes?: string;
  /** Query kinds that must be asked. */
  readonly asks?: string;
  /** Query kinds that must not be asked. */
  readonly silent?: string;
  readonly options?: AnalyzeOptions;
}

const LOW_BACK_PAIN: readonly Promised[] = [
  { row: 'B9 acute', note: 'Assessment: Acute low back pain.', elements: ['duration: acute'], silent: 'pain-duration' },
  {
    row: 'B9 subacute',
    note: 'Assessment: Subacute low back pain.',
    elements: ['duration: subacute'],
    silent: 'pain-duration',
  },
  {
    row: 'B9 chronic',
    note: 'Assessment: Chronic low back pain.',
    elements: ['duration: chronic'],
    silent: 'pain-duration',
  },
  { row: 'B9 missing', note: 'Assessment: Low back pain.', asks: 'pain-duration' },
  {
    row: 'B10 in the objective part',
    note: 'Objective: Straight leg raise positive on the left.\nAssessment: Low back pain.',
    elements: ['exam @exam'],
  },
  {
    row: 'B10 in the assessment',
    note: 'Assessment: Low back pain with positive straight leg raise on the left.',
    elements: ['exam @assessment'],
  },
  {
    row: 'B11 by the provider',
    note: 'Assessment: Low back pain. No spondylolisthesis, no spinal stenosis.',
    elements: ['ruled-out: spondylolisthesis', 'ruled-out: spinal-stenosis'],
  },
  {
    row: 'B11 by imaging',
    note: 'X-ray lumbar spine: No compression fracture.\nAssessment: Low back pain.',
    elements: ['ruled-out: vertebral-fracture'],
  },
  {
    row: 'B12 each contributing diagnosis is coded',
    note: 'Assessment: Lumbar spondylosis. Lumbar spinal stenosis without claudication. L5-S1 disc degeneration.',
    codes: 'M47.816 M48.061 M51.379',
  },
  { row: 'B13 met', note: 'Assessment: Lumbar spondylosis.', lines: ['low-back-pain/diagnosis met'] },
  {
    row: 'B13 not met',
    note: 'Assessment: Low back pain.',
    lines: ['low-back-pain/diagnosis not-met'],
    asks: 'pain-specificity',
  },
  { row: 'B14 met', note: 'Assessment: Chronic low back pain.', lines: ['low-back-pain/duration met'] },
  {
    row: 'B14 not met',
    note: 'Assessment: Low back pain.',
    lines: ['low-back-pain/duration not-met'],
    asks: 'pain-duration',
  },
  {
    row: 'B14 not applicable',
    note: 'Assessment: Lumbar spondylosis.',
    lines: ['low-back-pain/duration not-applicable'],
  },
  {
    row: 'B15 met',
    note: 'MRI lumbar spine: Modic type 2 change at L5-S1.\nAssessment: Low back pain caused by the endplate changes.',
    lines: ['low-back-pain/imaging-link met'],
  },
  {
    row: 'B15 not met',
    note: 'MRI lumbar spine: Modic type 2 change at L5-S1.\nAssessment: Low back pain.',
    lines: ['low-back-pain/imaging-link not-met'],
    asks: 'imaging-linkage',
  },
  {
    row: 'B15 not applicable',
    note: 'Assessment: Low back pain.',
    lines: ['low-back-pain/imaging-link not-applicable'],
  },
  { row: 'B16 met', note: 'Assessment: Low back pain, no radiculopathy.', lines: ['low-back-pain/ruled-out met'] },
  { row: 'B16 not met', note: 'Assessment: Low back pain.', lines: ['low-back-pain/ruled-out not-met'] },
  {
    row: 'B16 not applicable',
    note: 'Assessment: Lumbar spondylosis.',
    lines: ['low-back-pain/ruled-out not-applicable'],
  },
  { row: 'B17 met', note: 'Assessment: Low back pain. Lumbar spondylosis.', lines: ['low-back-pain/contributing met'] },
  {
    row: 'B17 not met',
    note: 'MRI lumbar spine: L4-5 disc herniation.\nAssessment: Low back pain.',
    lines: ['low-back-pain/contributing not-met'],
    asks: 'imaging-only-finding',
  },
  {
    row: 'B17 not applicable',
    note: 'Assessment: Low back pain.',
    lines: ['low-back-pain/contributing not-applicable'],
  },
  { row: 'B18 met', note: 'Assessment: Low back pain (M54.50).', lines: ['low-back-pain/current met'] },
  {
    row: 'B18 not met, written',
    note: 'Assessment: L5-S1 disc herniation. M54.50.',
    lines: ['low-back-pain/current not-met'],
  },
  {
    row: 'B18 not met, sent',
    note: 'Assessment: L5-S1 disc herniation.',
    options: { meta: { codes: ['M54.50'] } },
    lines: ['low-back-pain/current not-met'],
  },
  { row: 'B18 not applicable', note: 'Assessment: Low back pain.', lines: ['low-back-pain/current not-applicable'] },
  {
    row: 'B19 met',
    note: 'Assessment: Vertebrogenic low back pain.',
    lines: ['low-back-pain/specific met'],
    codes: 'M54.51',
  },
  {
    row: 'B19 not met',
    note: 'Assessment: Low back pain.',
    lines: ['low-back-pain/specific not-met'],
    asks: 'pain-specificity',
  },
  {
    row: 'B19 not applicable',
    note: 'Assessment: L5-S1 disc herniation.',
    lines: ['low-back-pain/specific not-applicable'],
  },
  {
    row: 'B20 met',
    note: 'HPI: Pain runs down the left leg; cannot sit through a meeting.\nExam: Straight leg raise positive.\nAssessment: Low back pain.',
    lines: ['low-back-pain/assessed met'],
    elements: ['leg-pain', 'function', 'exam'],
  },
  { row: 'B20 not met', note: 'Assessment: Low back pain.', lines: ['low-back-pain/assessed not-met'] },
];

const ANNULUS: readonly Promised[] = [
  {
    row: 'A21 level and size',
    note: 'MRI lumbar spine reviewed.\nAssessment: Small annular tear at L5-S1.',
    facts: ['annulus-fibrosus-defect lumbosacral L5-S1 small'],
    lines: ['annulus-fibrosus-defect/level met', 'annulus-fibrosus-defect/size met'],
  },
  {
    row: 'A21 source: annular tear on MRI',
    note: 'MRI lumbar spine: annular tear at L5-S1.\nAssessment: Small annular tear at L5-S1.',
    studies: 'MRI',
    lines: ['annulus-fibrosus-defect/shown-by met'],
  },
  {
    row: 'A21 source: high-intensity zone',
    note: 'MRI lumbar spine: HIZ at L5-S1.\nAssessment: Small annular tear at L5-S1.',
    elements: ['high-intensity-zone'],
    lines: ['annulus-fibrosus-defect/shown-by met'],
  },
  {
    row: 'A21 source: operative note',
    note: 'Preoperative diagnosis: L5-S1 disc herniation.\nPostoperative diagnosis: L5-S1 disc herniation, small annular tear at L5-S1.\nProcedure: L5-S1 microdiscectomy.\nFindings: A small annular tear was seen at L5-S1.',
    elements: ['operative-finding: annulus-fibrosus-defect'],
    lines: ['annulus-fibrosus-defect/shown-by met'],
  },
  {
    row: 'A21 none of it',
    note: 'Assessment: Annular tear of the lumbar spine.',
    lines: ['annulus-fibrosus-defect/size not-met', 'annulus-fibrosus-defect/shown-by not-met'],
    asks: 'annular-defect-size annular-defect-imaging',
  },
  {
    row: 'A22 the herniation is coded first, and the line says so',
    note: 'Assessment: Small annular tear at L5-S1. L5-S1 disc herniation.',
    codes: 'M51.27 M51.A4',
    lines: ['annulus-fibrosus-defect/code-first met'],
  },
  {
    row: 'A22 no herniation, no reminder',
    note: 'Assessment: Small annular tear at L5-S1.',
    codes: 'M51.A4',
    lines: ['annulus-fibrosus-defect/code-first not-applicable'],
  },
];

const SUPPORTED =
  'HPI: She can no longer garden. Eight weeks of physical therapy and naproxen did not help.\nMRI lumbar spine 5/2/2026: facet edema.\n';
const DORSOPATHY: readonly Promised[] = [
  {
    row: 'C4 captured',
    note: `${SUPPORTED}Assessment: Lumbosacral facet syndrome.`,
    elements: ['function'],
    lines: ['other-dorsopathy-lumbosacral/function met'],
  },
  {
    row: 'C4 missing',
    note: 'Assessment: Lumbosacral facet syndrome.',
    lines: ['other-dorsopathy-lumbosacral/function not-met'],
    asks: 'dorsopathy-support',
  },
  {
    row: 'C5 captured',
    note: `${SUPPORTED}Assessment: Lumbosacral facet syndrome.`,
    elements: ['treatment: physical therapy', 'treatment: naproxen'],
    lines: ['other-dorsopathy-lumbosacral/treatment met'],
  },
  {
    row: 'C5 missing',
    note: 'HPI: Cannot work.\nMRI lumbar spine reviewed.\nAssessment: Lumbosacral facet syndrome.',
    lines: ['other-dorsopathy-lumbosacral/treatment not-met'],
    asks: 'dorsopathy-support',
  },
  {
    row: 'C20 name, imaging, function, treatment',
    note: `${SUPPORTED}Assessment: Lumbosacral facet syndrome.`,
    codes: 'M53.87',
    studies: 'MRI',
    lines: [
      'other-dorsopathy-lumbosacral/name met',
      'other-dorsopathy-lumbosacral/imaging met',
      'other-dorsopathy-lumbosacral/function met',
      'other-dorsopathy-lumbosacral/treatment met',
    ],
    silent: 'dorsopathy-support',
  },
  {
    row: 'D4 duration, prior care, function',
    note: `${SUPPORTED}Assessment: Chronic lumbar facet syndrome.`,
    elements: ['duration: chronic', 'treatment: physical therapy', 'function'],
    lines: [
      'other-dorsopathy-lumbar/duration met',
      'other-dorsopathy-lumbar/treatment met',
      'other-dorsopathy-lumbar/function met',
    ],
    silent: 'dorsopathy-support',
  },
  {
    row: 'D4 missing',
    note: 'Assessment: Lumbar facet syndrome.',
    lines: ['other-dorsopathy-lumbar/duration not-met', 'other-dorsopathy-lumbar/treatment not-met'],
    asks: 'dorsopathy-support',
  },
  {
    row: 'D19 name, region, imaging, chronicity, treatment',
    note: `${SUPPORTED}Assessment: Chronic lumbar facet syndrome.`,
    facts: ['other-dorsopathy lumbar'],
    codes: 'M53.86',
    studies: 'MRI',
    lines: [
      'other-dorsopathy-lumbar/name met',
      'other-dorsopathy-lumbar/region met',
      'other-dorsopathy-lumbar/imaging met',
      'other-dorsopathy-lumbar/duration met',
      'other-dorsopathy-lumbar/treatment met',
    ],
  },
  {
    row: 'D19 no name: not a low back pain, a question',
    note: 'Assessment: Lumbar spine disorder.',
    codes: 'M53.9',
    lines: ['other-dorsopathy-lumbar/name not-met'],
    asks: 'named-condition',
  },
];

function prove({
  note,
  options,
  lines = [],
  elements = [],
  studies,
  facts = [],
  codes,
  asks = '',
  silent = '',
}: Promised) {
  const analysis = analyzer.analyze(note, options);
  const judged = checklist(analysis).parts.flatMap((part) => part.lines);
  for (const promised of lines) {
    const [id] = promised.split(' ');
    expect(judged.filter((line) => line.id === id).map(({ standing }) => `${id} ${standing}`)).toEqual([promised]);
  }
  const captured = elementWords(analysis);
  for (const element of elements) expect(captured).toContain(element.toLowerCase());
  const found = analysis.facts.map(({ condition, region, levels, size }) =>
    [condition, region, ...levels, size ?? ''].join(' ').trim(),
  );
  for (const fact of facts) expect(found).toContain(fact);
  if (studies !== undefined) expect(analysis.imaging.map(({ modality }) => modality).join(' ')).toBe(studies);
  if (codes !== undefined)
    expect(
      analysis.codes
        .filter(({ standing }) => standing === 'assigned')
        .map(({ code }) => code)
        .join(' '),
    ).toBe(codes);
  const asked = analysis.queries.map(({ kind }) => kind as string);
  for (const kind of asks.split(' ').filter(Boolean)) expect(asked).toContain(kind);
  for (const kind of silent.split(' ').filter(Boolean)) expect(asked).not.toContain(kind);
}

/** Each element as "kind", "kind: value" and "kind @section". */
function elementWords({ elements }: Analysis): readonly string[] {
  return elements.flatMap(({ kind, value, section }) => [
    kind,
    `${kind}: ${value.toLowerCase()}`,
    `${kind} @${section}`,
  ]);
}

describe.each([
  ['B9-B20, low back pain', LOW_BACK_PAIN],
  ['A21-A22, annulus fibrosus defect', ANNULUS],
  ['C4, C5, C20, D4, D19, other dorsopathy', DORSOPATHY],
])('%s', (_group, rows) => {
  test.each(rows.map((each) => [each.row, each] as const))('%s', (_row, promised) => prove(promised));
});

test('A22: the reminder names the instruction and both codes', () => {
  const { parts } = checklist(analyzer.analyze('Assessment: Small annular tear at L5-S1. L5-S1 disc herniation.'));
  const line = parts.flatMap(({ lines }) => lines).find(({ id }) => id === 'annulus-fibrosus-defect/code-first');
  expect(line?.why).toMatch(/Code First: M51\.27 .* M51\.A4/);
});
