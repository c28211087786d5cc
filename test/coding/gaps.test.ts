/** What the codes leave open: each gap with its place, its facts and what an answer would change; and when none is asked. */
import { describe, expect, it, test } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { readShortForm } from './short-form.ts';

/** What is documented (f1, f2 ...) and what is open: "pain-duration/neck-pain of f1 (documentation)". */
type Row = readonly [says: string, given: readonly string[], open: string];

function gapsOf(given: readonly string[]) {
  const findings = readShortForm(given);
  return codeFindings(findings, codeYearOn(findings.note.dateOfService)).gaps;
}

function testRows(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, given, open) => {
    const written = gapsOf(given).map(
      ({ kind, place, facts, changes }) => `${kind}/${place} of ${facts.join(' ')} (${changes})`,
    );
    expect(written.join(', ')).toBe(open);
  });
}

describe('axes left open', () => {
  testRows([
    ['a size', ['annulus-fibrosus-defect lumbar'], 'annular-defect-size/lumbar of f1 (code)'],
    [
      'two defects, one question',
      ['annulus-fibrosus-defect lumbar L3-L4', 'annulus-fibrosus-defect lumbar L4-L5'],
      'annular-defect-size/lumbar of f1 f2 (code)',
    ],
    [
      'two regions, two questions',
      ['annulus-fibrosus-defect lumbar L4-L5', 'annulus-fibrosus-defect lumbosacral L5-S1'],
      'annular-defect-size/lumbar of f1 (code), annular-defect-size/lumbosacral of f2 (code)',
    ],
    [
      'no code without the place',
      ['annulus-fibrosus-defect small'],
      'annular-defect-level/annulus-fibrosus-defect of f1 (code)',
    ],
    ['a side', ['sciatica'], 'sciatica-laterality/sciatica of f1 (code)'],
    ['a side of a sciatica whose place is named', ['sciatica lumbar'], 'sciatica-laterality/sciatica of f1 (code)'],
    ['the site of a root', ['radiculopathy'], 'radiculopathy-site/radiculopathy of f1 (code)'],
    ['a name', ['unspecified-dorsopathy lumbar'], 'named-condition/unspecified-dorsopathy of f1 (code)'],
    ['claudication', ['spinal-stenosis lumbar'], 'stenosis-claudication/lumbar of f1 (code)'],
    [
      'which of two hurts',
      ['disc-degeneration lumbar L4-L5', 'spondylosis lumbar', 'low-back-pain chronic'],
      'disc-degeneration-pain/lumbar of f1 (code)',
    ],
  ]);
});

describe('a report is not asked for symptoms', () => {
  const REPORT = 'note imaging-report';
  testRows([
    ['claudication', [REPORT, 'spinal-stenosis lumbar imaging'], ''],
    ['the level of its herniation', [REPORT, 'disc-herniation lumbar imaging'], ''],
    ['how long a pain lasts', [REPORT, 'neck-pain'], ''],
    ['but for a size', [REPORT, 'annulus-fibrosus-defect lumbar imaging'], 'annular-defect-size/lumbar of f1 (code)'],
  ]);
});

describe('asked of a suggestion', () => {
  testRows([
    [
      'the size of a definite defect',
      ['annulus-fibrosus-defect lumbar imaging'],
      'annular-defect-size/lumbar of f1 (code)',
    ],
    ['the place of a definite disc', ['disc-degeneration imaging'], 'herniation-level/disc-degeneration of f1 (code)'],
    ['nothing of a doubtful defect', ['annulus-fibrosus-defect lumbar uncertain'], ''],
    ['nothing of a doubtful disc', ['disc-degeneration uncertain'], ''],
    ['no claudication', ['spinal-stenosis lumbar imaging'], ''],
    ['no side', ['sciatica imaging'], ''],
  ]);
});

describe('the level of a herniation', () => {
  testRows([
    ['lumbar', ['disc-herniation lumbar'], 'herniation-level/lumbar of f1 (code)'],
    ['cervical', ['disc-herniation cervical'], 'herniation-level/cervical of f1 (code)'],
    ['with its root', ['disc-herniation lumbar', 'radiculopathy lumbar'], 'herniation-level/lumbar of f1 (code)'],
    [
      'cervical, with its root',
      ['disc-herniation cervical', 'radiculopathy cervical'],
      'herniation-level/cervical of f1 (code)',
    ],
    ['named', ['disc-herniation lumbar L4-L5'], ''],
    ['L5-S1 is the only lumbosacral disc', ['disc-herniation lumbosacral'], ''],
    ['a thoracic disc has one code', ['disc-herniation thoracic'], ''],
    ['a bulge is not asked', ['disc-bulge lumbar'], ''],
    ['nor a degenerated disc', ['disc-degeneration lumbar'], ''],
    [
      'of one of two',
      ['disc-herniation lumbar', 'disc-herniation cervical C5-C6'],
      'herniation-level/lumbar of f1 (code)',
    ],
  ]);
});

describe('how long a pain lasts', () => {
  const FACETS = 'spondylosis lumbar uncertain';
  testRows([
    ['low back pain', ['low-back-pain', FACETS], 'pain-duration/low-back-pain of f1 (documentation)'],
    ['neck pain', ['neck-pain'], 'pain-duration/neck-pain of f1 (documentation)'],
    ['thoracic pain', ['thoracic-back-pain'], 'pain-duration/thoracic-back-pain of f1 (documentation)'],
    ['back pain', ['back-pain', FACETS], 'pain-duration/back-pain of f1 (documentation)'],
    ['vertebrogenic pain', ['low-back-pain vertebrogenic'], 'pain-duration/low-back-pain of f1 (documentation)'],
    ['in a note of no kind', ['note other', 'neck-pain'], 'pain-duration/neck-pain of f1 (documentation)'],
    [
      'with sciatica: of the pain, not of the sciatica',
      ['low-back-pain', 'sciatica left'],
      'pain-duration/low-back-pain of f1 (documentation)',
    ],
    ['acute', ['neck-pain acute'], ''],
    ['subacute', ['neck-pain subacute'], ''],
    ['chronic', ['neck-pain chronic'], ''],
    ['in a procedure note', ['note procedure-note', 'neck-pain'], ''],
    ['sciatica alone', ['sciatica left'], ''],
    ['a pain that is not coded', ['neck-pain', 'disc-herniation cervical C5-C6'], ''],
    ['a pain that only the patient tells', ['neck-pain patient'], ''],
    [
      'the myofascial pain that gives it its character',
      ['low-back-pain chronic', 'other-dorsopathy lumbar "muscle pain"'],
      '',
    ],
    ['a duration right before its words', ['element duration', 'neck-pain'], ''],
    ['a duration after them', ['neck-pain', 'element duration'], 'pain-duration/neck-pain of f1 (documentation)'],
    ['another element before them', ['element injury', 'neck-pain'], 'pain-duration/neck-pain of f1 (documentation)'],
    [
      'a duration a sentence before them',
      ['element duration', 'spondylosis cervical uncertain "spondylosis of the lower cervical spine"', 'neck-pain'],
      'pain-duration/neck-pain of f2 (documentation)',
    ],
    [
      'a duration two words before them',
      ['element duration', 'spondylosis cervical uncertain "mild spondylosis"', 'neck-pain'],
      '',
    ],
    [
      'a duration at one of its mentions',
      ['element duration', 'neck-pain @assessment @history "pain in the neck, worse when sitting"'],
      '',
    ],
  ]);
});

describe('where a pain comes from', () => {
  const ASKED = 'pain-specificity/low-back-pain of f1 (code)';
  testRows([
    ['nothing on its origin', ['low-back-pain chronic'], ASKED],
    ['before 2021-10-01', ['note on 2021-05-01', 'low-back-pain chronic'], ASKED],
    ['back pain of no part', ['back-pain chronic'], 'pain-specificity/back-pain of f1 (code)'],
    ['another pain is no origin', ['low-back-pain chronic', 'neck-pain chronic'], ASKED],
    ['a cause denied', ['low-back-pain chronic', 'spondylosis lumbar absent'], ASKED],
    ['a cause of long ago', ['low-back-pain chronic', 'spondylosis lumbar historical'], ASKED],
    [
      'a dorsopathy without a name is no origin',
      ['low-back-pain chronic', 'unspecified-dorsopathy lumbar'],
      `named-condition/unspecified-dorsopathy of f2 (code), ${ASKED}`,
    ],
    ['a finding on a film', ['low-back-pain chronic', 'spondylosis lumbar imaging'], ''],
    ['a cause in doubt', ['low-back-pain chronic', 'spondylosis lumbar uncertain'], ''],
    ['a character', ['low-back-pain other chronic'], ''],
    ['a character, before 2021-10-01', ['note on 2021-05-01', 'low-back-pain other chronic'], ''],
    [
      'a character in one of two, before 2021-10-01',
      ['note on 2021-05-01', 'low-back-pain chronic', 'low-back-pain other chronic @plan'],
      '',
    ],
    ['neck pain has one code', ['neck-pain chronic'], ''],
    [
      'two mentions of a character, one without',
      ['low-back-pain chronic', 'low-back-pain chronic @history'],
      'pain-specificity/low-back-pain of f1 f2 (code)',
    ],
  ]);
});

describe('the support of M53.8-', () => {
  const FACET = 'other-dorsopathy lumbar "facet syndrome"';
  test.each([
    [[], 'imaging, function, earlier treatment'],
    [['study MRI performed'], 'function, earlier treatment'],
    [['study MRI historical'], 'function, earlier treatment'],
    [['study MRI ordered'], 'imaging, function, earlier treatment'],
    [['study CT', 'element function'], 'earlier treatment'],
    [['study CT', 'element treatment'], 'function'],
    [['element function', 'element treatment'], 'imaging'],
  ] as const)('beside %j: lacks %s', (support, lacks) => {
    expect(gapsOf([FACET, ...support])).toEqual([
      expect.objectContaining({
        kind: 'dorsopathy-support',
        place: 'lumbar',
        facts: ['f1'],
        changes: 'documentation',
        why: `Not documented in support of M53.86: ${lacks}.`,
      }),
    ]);
  });

  testRows([
    ['all of it', [FACET, 'study CT', 'element function', 'element treatment'], ''],
    ['no such code', ['spondylosis lumbar'], ''],
    [
      'one question a region',
      [FACET, 'other-dorsopathy cervical "facet syndrome"'],
      'dorsopathy-support/lumbar of f1 (documentation), dorsopathy-support/cervical of f2 (documentation)',
    ],
  ]);

  it('counts no function or treatment that was only planned, or is a relative’s', () => {
    for (const status of ['hypothetical', 'other-person'] as const) {
      const findings = readShortForm([FACET, 'study CT', 'element function', 'element treatment']);
      const elements = findings.elements.map((element) => ({ ...element, status }));
      const [gap] = codeFindings({ ...findings, elements }, codeYearOn(null)).gaps;
      expect(gap?.why).toContain('function, earlier treatment');
    }
  });

  it('counts a function that is denied: "no trouble dressing" documents it', () => {
    const findings = readShortForm([FACET, 'study CT', 'element function', 'element treatment']);
    const elements = findings.elements.map((element) => ({ ...element, status: 'absent' as const }));
    expect(codeFindings({ ...findings, elements }, codeYearOn(null)).gaps).toEqual([]);
  });
});

it('names the code that a pain has by default', () => {
  const [gap] = gapsOf(['low-back-pain chronic']);
  expect(gap?.why).toContain('than M54.50');
  expect(gap?.cites).toHaveLength(1);
});

it('cites the table that leaves an axis open', () => {
  const [gap] = gapsOf(['sciatica']);
  expect([gap?.why, gap?.cites[0]]).toEqual([
    expect.stringContaining('names the side'),
    expect.stringContaining('M54.3-'),
  ]);
});
