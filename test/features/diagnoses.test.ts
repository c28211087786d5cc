/** One sentence of an assessment, or a few lines: what it says, for and against each rule of who, where and with what. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, type Analyzer, createAnalyzer } from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

const assigned = ({ codes }: Analysis): string =>
  codes
    .filter(({ standing }) => standing === 'assigned')
    .map(({ code }) => code)
    .join(' ');

describe('codes of an assessment', () => {
  it.each<[words: string, codes: string]>([
    // the encounter of an injury
    ['Lumbar strain, subsequent encounter.', 'S39.012D'],
    ['Sprain of lumbar ligaments, sequela.', 'S33.5XXS'],
    ['Lumbar strain, follow-up of her thyroid.', 'S39.012A'],
    // two injuries in one breath
    ['Lumbar spine sprain/strain.', 'S39.012A S33.5XXA'],
    ['Lumbar strain.', 'S39.012A'],
    // what a degenerated disc gives
    ['L4-L5 disc degeneration with axial back pain only.', 'M51.360'],
    ['L4-L5 disc degeneration with discogenic back pain and leg pain.', 'M51.362'],
    ['L5-S1 disc degeneration with leg pain.', 'M51.371'],
    ['L4-L5 disc degeneration with loss of height.', 'M51.369'],
    // a character of the pain, behind it
    ['Chronic low back pain with a myofascial component.', 'M54.59'],
    ['Low back pain related to the sacroiliac joint.', 'M54.59'],
    ['Chronic low back pain, no myofascial component.', 'M54.50'],
    // two complaints in one diagnosis
    ['Lumbago with sciatica, left side.', 'M54.42'],
    ['Lumbago without sciatica.', 'M54.50'],
  ])('%s', (words, codes) => {
    expect(assigned(analyzer.analyze(`Assessment: ${words}`))).toBe(codes);
  });
});

describe('linkages of a diagnosis', () => {
  it.each<[words: string, linkages: string[]]>([
    ['Cervical spondylotic myelopathy.', ['myelopathy > spondylosis']],
    ['C5-6 herniated disc with myelopathy.', ['myelopathy > disc-herniation']],
    ['C5-6 herniated disc without myelopathy.', []],
    ['Lumbar facet syndrome with low back pain.', ['low-back-pain > other-dorsopathy']],
    ['Chronic low back pain, which I attribute to the Modic changes at L4-5.', ['low-back-pain > endplate-change']],
  ])('%s', (words, linkages) => {
    const found = analyzer.analyze(`Assessment: ${words}`).linkages;
    expect(found.map(({ from, to }) => `${from} > ${to}`)).toEqual(linkages);
  });
});

describe('what is said where, and by whom', () => {
  it.each<[what: string, note: string, codes: string]>([
    ['a diagnosis in capitals is no heading', 'ASSESSMENT:\nLUMBAGO: chronic, stable.', 'M54.50'],
    ['a heading without its colon', 'Exam normal. Assessment acute low back pain. Plan naproxen.', 'M54.50'],
    ['a complaint is no diagnosis', 'Patient complains of low back pain.', ''],
    ['a diagnosis pasted by itself', 'Chronic low back pain with left sciatica', 'M54.42'],
    ['a code named on its line', 'Assessment: Low back pain.\nBill to: M51.26\nL4-5 disc herniation, too.', 'M51.26'],
    ["an eye's disc has no annulus of ours", 'Eye clinic. Optic disc pale. A: Annular field defect.', ''],
    ['a small annular tear by itself', 'Assessment: Small annular tear L5-S1.', 'M51.A4'],
  ])('%s', (_what, note, codes) => {
    expect(assigned(analyzer.analyze(note))).toBe(codes);
  });

  it.each<[what: string, note: string, fact: string]>([
    [
      'the neck of an extrusion is no neck',
      'MRI lumbar spine.\nFindings: L5-S1: large extrusion. At its neck a minimal annular defect.',
      'annulus-fibrosus-defect lumbosacral small',
    ],
    [
      "a surgeon's diagnosis sizes what the surgeon saw",
      'PREOPERATIVE DIAGNOSIS: L5-S1 disc herniation.\nPOSTOPERATIVE DIAGNOSIS: L5-S1 small annular tear.\nFINDINGS: A rent in the annulus of L5-S1 was seen.',
      'annulus-fibrosus-defect lumbosacral small',
    ],
    [
      "a study's size is not the provider's",
      'MRI lumbar spine: small annular tear L5-S1.\nAssessment: Annular tear L5-S1.',
      'annulus-fibrosus-defect lumbosacral unspecified',
    ],
  ])('%s', (_what, note, fact) => {
    const facts = analyzer.analyze(note).facts.map(({ condition, region, size }) => `${condition} ${region} ${size}`);
    expect(facts).toContain(fact);
  });
});
