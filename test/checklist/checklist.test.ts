/** The documentation checklists: each line with a note that meets it, one that does not, and one that it does not apply to. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Analyzer, checklist, createAnalyzer } from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

const lineOf = (note: string, id: string, codes?: readonly string[]) => {
  const analysis = analyzer.analyze(note, codes ? { meta: { codes } } : {});
  const line = checklist(analysis)
    .parts.flatMap(({ lines }) => lines)
    .find((each) => each.id === id);
  if (!line) throw new TypeError(`no line ${id}`);
  return line;
};

type Row = readonly [
  line: string,
  note: string,
  standing: string,
  queries?: string | undefined,
  codes?: readonly string[],
];
const named = (rows: readonly Row[]) => rows.map((row) => [row[0], row[1], row] as const);

function prove(part: string, [line, note, standing, queries = '', codes]: Row) {
  const judged = lineOf(note, `${part}/${line}`, codes);
  expect([judged.standing, judged.queries.join(' ')]).toEqual([standing, queries]);
}

describe('low back pain', () => {
  test.each(
    named([
      ['diagnosis', 'Assessment: Lumbar spondylosis.', 'met'],
      ['diagnosis', 'Assessment: Low back pain.', 'not-met', 'pain-specificity/low-back-pain'],
      ['diagnosis', 'Assessment: Low back pain due to vertebral endplate degeneration.', 'met'],
      ['duration', 'Assessment: Chronic low back pain.', 'met'],
      ['duration', 'Assessment: Low back pain.', 'not-met', 'pain-duration/low-back-pain'],
      ['duration', 'Assessment: Lumbar spondylosis.', 'not-applicable'],
      [
        'imaging-link',
        'MRI lumbar spine: Modic 1 change at L4-5.\nAssessment: Low back pain.',
        'not-met',
        'imaging-linkage/lumbar',
      ],
      [
        'imaging-link',
        'MRI lumbar spine: Modic 1 change at L4-5.\nAssessment: Low back pain due to the Modic changes.',
        'met',
      ],
      ['imaging-link', 'Assessment: Low back pain.', 'not-applicable'],
      ['imaging-link', 'X-ray lumbar spine: No fracture.\nAssessment: Low back pain.', 'not-applicable'],
      ['ruled-out', 'Assessment: Low back pain. No radiculopathy, no stenosis.', 'met'],
      ['ruled-out', 'Assessment: Low back pain.', 'not-met', 'pain-specificity/low-back-pain'],
      ['ruled-out', 'Assessment: Lumbar spondylosis.', 'not-applicable'],
      ['contributing', 'Assessment: Low back pain. Lumbar spondylosis. Lumbar spinal stenosis.', 'met'],
      [
        'contributing',
        'MRI lumbar spine: L4-5 disc herniation.\nAssessment: Low back pain.',
        'not-met',
        'imaging-only-finding/lumbar',
      ],
      ['contributing', 'Assessment: Low back pain.', 'not-applicable'],
      ['current', 'Assessment: Low back pain M54.5.', 'not-met'],
      ['current', 'Assessment: Low back pain M54.50.', 'met'],
      ['current', 'Assessment: Low back pain.', 'not-applicable'],
      ['current', 'Assessment: Lumbar spondylosis.', 'not-met', undefined, ['M54.50']],
      ['current', 'Assessment: Low back pain.', 'met', undefined, ['M54.50']],
      ['specific', 'Assessment: Vertebrogenic low back pain.', 'met'],
      ['specific', 'Assessment: Myofascial low back pain.', 'met'],
      ['specific', 'Assessment: Low back pain.', 'not-met', 'pain-specificity/low-back-pain'],
      ['specific', 'Assessment: L5-S1 disc herniation.', 'not-applicable'],
      [
        'assessed',
        'HPI: no leg pain. Cannot lift her child.\nExam: straight leg raise negative, reflexes equal.\nAssessment: Low back pain.',
        'met',
      ],
      ['assessed', 'Assessment: Low back pain.', 'not-met'],
    ]),
  )('%s: %s', (_line, _note, row) => prove('low-back-pain', row));
});

describe('annulus fibrosus defect', () => {
  test.each(
    named([
      ['level', 'Assessment: Annular tear at L5-S1.', 'met'],
      ['level', 'Assessment: Annular tear of a disc.', 'not-met', 'annular-defect-level/annulus-fibrosus-defect'],
      ['size', 'Assessment: Small annular tear at L5-S1.', 'met'],
      ['size', 'Assessment: Annular tear at L5-S1.', 'not-met', 'annular-defect-size/lumbosacral'],
      ['shown-by', 'MRI lumbar spine: high-intensity zone at L5-S1.\nAssessment: Small annular tear at L5-S1.', 'met'],
      ['shown-by', 'Assessment: Small annular tear at L5-S1.', 'not-met', 'annular-defect-imaging/lumbosacral'],
      ['code-first', 'Assessment: L5-S1 disc herniation. Small annular tear at L5-S1.', 'met'],
      ['code-first', 'Assessment: Small annular tear at L5-S1.', 'not-applicable'],
      [
        'code-first',
        'MRI lumbar spine: L5-S1 disc herniation.\nAssessment: Small annular tear at L5-S1.',
        'not-met',
        'imaging-only-finding/lumbar',
      ],
      ['symptoms', 'Assessment: Small annular tear at L5-S1. Low back pain.', 'met'],
      ['symptoms', 'HPI: low back pain.\nAssessment: Small annular tear at L5-S1.', 'not-met'],
      ['symptoms', 'Assessment: Small annular tear at L5-S1.', 'not-applicable'],
    ]),
  )('%s: %s', (_line, _note, row) => prove('annulus-fibrosus-defect', row));
});

describe('other dorsopathy', () => {
  const FULL =
    'HPI: Unable to work for eight weeks. Physical therapy failed.\nMRI lumbar spine 5/2/2026 reviewed.\nAssessment: Chronic lumbar facet syndrome. No stenosis, no radiculopathy.';
  const SUPPORT = 'dorsopathy-support/lumbar';
  test.each(
    named([
      ['name', FULL, 'met'],
      ['name', 'Assessment: Lumbar spine disorder.', 'not-met', 'named-condition/unspecified-dorsopathy'],
      ['region', FULL, 'met'],
      ['imaging', FULL, 'met'],
      ['imaging', 'Assessment: Lumbar facet syndrome.', 'not-met', SUPPORT],
      ['nothing-more-specific', FULL, 'met'],
      ['nothing-more-specific', 'Assessment: Lumbar facet syndrome.', 'not-met', SUPPORT],
      ['function', FULL, 'met'],
      ['function', 'Assessment: Lumbar facet syndrome.', 'not-met', SUPPORT],
      ['treatment', FULL, 'met'],
      ['treatment', 'Assessment: Lumbar facet syndrome.', 'not-met', SUPPORT],
      ['duration', FULL, 'met'],
      ['duration', 'Assessment: Lumbar facet syndrome.', 'not-met'],
      ['injury', FULL, 'not-applicable'],
      [
        'injury',
        'HPI: Back pain since she fell on ice.\nAssessment: Lumbar facet syndrome.',
        'not-met',
        'injury-status/lumbar',
      ],
    ]),
  )('%s: %s', (_line, _note, row) => prove('other-dorsopathy-lumbar', row));

  it('has no lumbar lines at the junction', () => {
    const { parts } = checklist(analyzer.analyze('Assessment: Lumbosacral facet syndrome.'));
    expect(parts.map(({ id }) => id)).toContain('other-dorsopathy-lumbosacral');
    expect(parts.map(({ id }) => id)).not.toContain('other-dorsopathy-lumbar');
  });
});

describe('a checklist', () => {
  const NOTE =
    'HPI: low back pain, no leg pain.\nMRI lumbar spine: annular tear at L5-S1.\nAssessment: Chronic low back pain. Annular tear at L5-S1.';

  it('quotes the note, with the section', () => {
    const { parts } = checklist(analyzer.analyze(NOTE));
    const words = parts.flatMap(({ lines }) => lines.flatMap(({ evidence }) => evidence));
    expect(words.length).toBeGreaterThan(5);
    for (const { start, end, text } of words) expect(NOTE.slice(start, end)).toBe(text);
    expect(new Set(words.map(({ section }) => section))).toContain('assessment');
  });

  it('says what to document where a line is not met, and only there', () => {
    for (const line of checklist(analyzer.analyze(NOTE)).parts.flatMap(({ lines }) => lines)) {
      expect(line.document !== null).toBe(line.standing === 'not-met');
      expect(line.why).toMatch(/\.$/);
      if (line.standing === 'met') expect([line.id, line.evidence.length > 0]).toEqual([line.id, true]);
      if (line.standing !== 'not-met') expect(line.queries).toEqual([]);
    }
  });

  test.each(['', 'Assessment: Hypertension.', 'Assessment: Neck pain.'])('has no part for "%s"', (note) => {
    expect(checklist(analyzer.analyze(note)).parts).toEqual([]);
  });
});
