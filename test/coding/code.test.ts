/** What a code says of itself: its title, its facts, on what it rests in one sentence, and whence the rule. */
import { describe, expect, it, test } from 'vitest';
import { assignCodes, codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { readShortForm } from './short-form.ts';

function coding(given: readonly string[]) {
  const findings = readShortForm(given);
  return codeFindings(findings, codeYearOn(findings.note.dateOfService));
}

describe('why', () => {
  test.each<[code: string, given: readonly string[], why: string]>([
    // assigned: what the table read, and who said it
    [
      'M51.A4',
      ['annulus-fibrosus-defect lumbosacral small'],
      'Annulus fibrosus defect, region lumbosacral, size small: stated by the provider.',
    ],
    [
      'M51.A3',
      ['annulus-fibrosus-defect lumbosacral operative'],
      'Annulus fibrosus defect, region lumbosacral, size not documented: found at operation.',
    ],
    [
      'M51.26',
      ['note imaging-report', 'disc-herniation lumbar L4-L5 imaging'],
      'Disc herniation or bulge, region lumbar: a definite statement of the interpretation.',
    ],
    [
      'M51.26',
      ['disc-herniation lumbar L4-L5', 'disc-bulge lumbar L2-L3 operative'],
      'Disc herniation or bulge, region lumbar: stated by the provider and found at operation.',
    ],
    [
      'M51.16',
      ['disc-herniation lumbar L4-L5', 'radiculopathy lumbar'],
      'Disc herniation or bulge, region lumbar, with radiculopathy: stated by the provider.',
    ],
    [
      'M51.16',
      ['disc-herniation lumbar L4-L5', 'disc-degeneration lumbar L4-L5', 'radiculopathy lumbar'],
      'Disc herniation or bulge, region lumbar, with radiculopathy; Disc degeneration, region lumbar, with radiculopathy: stated by the provider.',
    ],
    [
      'M51.372',
      ['disc-degeneration lumbosacral back-and-leg-pain'],
      'Disc degeneration, region lumbosacral, pain back and leg pain: stated by the provider.',
    ],
    // unconfirmed: what is wanting
    [
      'M51.26',
      ['disc-herniation lumbar L4-L5 uncertain'],
      'Disc herniation or bulge, region lumbar: stated only as uncertain.',
    ],
    [
      'M51.26',
      ['disc-herniation lumbar L4-L5 imaging'],
      'Disc herniation or bulge, region lumbar: an imaging finding that the provider has not made a diagnosis.',
    ],
    [
      'M51.26',
      ['disc-herniation lumbar L4-L5 imaging uncertain'],
      'Disc herniation or bulge, region lumbar: stated only as uncertain.',
    ],
    [
      'M51.9',
      ['disc-herniation'],
      'Disc herniation or bulge, region not documented: documented, but not in words that settle the code.',
    ],
    [
      'M54.51',
      ['low-back-pain', 'endplate-change lumbar imaging'],
      'Low back pain, kind vertebrogenic: the provider has not tied the endplate finding to the pain.',
    ],
    [
      'M54.51',
      ['low-back-pain', 'endplate-change lumbar'],
      'Low back pain, kind vertebrogenic: the provider has not tied the endplate finding to the pain.',
    ],
    // excluded: what stays
    [
      'M54.50',
      ['low-back-pain', 'disc-herniation lumbar L4-L5'],
      'Low back pain, kind unspecified: not reported, M51.26 stays: lumbago due to disc displacement is the displacement.',
    ],
  ])('%s of %j', (code, given, why) => {
    expect(coding(given).codes.find((each) => each.code === code)?.why).toBe(why);
  });
});

describe('a code', () => {
  const given = [
    'disc-herniation lumbar L4-L5',
    'radiculopathy lumbar L5',
    'low-back-pain acute',
    'spinal-stenosis lumbar imaging without-claudication',
  ];

  it('has its title of the year, its standing and its facts: its own first, then those that it takes in', () => {
    expect(coding(given).codes.map(({ code, title, standing, facts }) => [code, title, standing, facts])).toEqual([
      ['M51.16', 'Intervertebral disc disorders with radiculopathy, lumbar region', 'assigned', ['f1', 'f2']],
      ['M48.061', 'Spinal stenosis, lumbar region without neurogenic claudication', 'unconfirmed', ['f4']],
      ['M54.16', 'Radiculopathy, lumbar region', 'excluded', ['f2']],
      ['M54.50', 'Low back pain, unspecified', 'excluded', ['f3']],
    ]);
  });

  it('cites its table, then what lets each fact be coded, each once', () => {
    const rules = coding(given).codes.map(({ code, rules }) => [code, rules.map(({ rule }) => rule)]);
    expect(rules).toEqual([
      ['M51.16', ['disc-displacement', 'disc-displacement', 'diagnostic-statement']],
      ['M48.061', ['spinal-stenosis', 'imaging-not-owned']],
      ['M54.16', ['excludes1']],
      ['M54.50', ['integral-symptom']],
    ]);
  });

  it('rests on each fact of its kind', () => {
    const [code] = coding(['spinal-stenosis cervical C3-C4', 'spinal-stenosis cervical C5-C6']).codes;
    expect(code?.facts).toEqual(['f1', 'f2']);
  });
});

describe('what has no code', () => {
  test.each<[given: readonly string[], uncoded: readonly (readonly [fact: string, why: string])[]]>([
    [[], []],
    [['disc-herniation lumbar L4-L5'], []],
    [
      ['low-back-pain', 'annulus-fibrosus-defect small'],
      [['f2', 'Annulus fibrosus defect: No code in scope says this condition in this place.']],
    ],
    [
      ['note on 2022-09-30', 'annulus-fibrosus-defect lumbar small'],
      [
        [
          'f1',
          'Annulus fibrosus defect: ICD-10-CM has had a code for it since FY2023; the date of service falls in FY2022.',
        ],
      ],
    ],
    [['annulus-fibrosus-defect small imaging'], []],
  ])('%j', (given, uncoded) => {
    expect(coding(given).uncoded?.map(({ fact, why }) => [fact, why])).toEqual(uncoded);
  });

  it('cites the table that has no code for it', () => {
    expect(coding(['annulus-fibrosus-defect small']).uncoded?.[0]?.cites).toHaveLength(1);
  });

  it('gives an empty note nothing', () => {
    expect(coding([])).toEqual({ codes: [], gaps: [], uncoded: [] });
  });
});

it('gives the assigned codes alone, in the order of the claim', () => {
  const findings = readShortForm([
    'low-back-pain chronic',
    'spondylosis lumbar',
    'radiculopathy cervical imaging',
    'spinal-stenosis cervical',
  ]);
  expect(assignCodes(findings, codeYearOn(null))).toEqual(['M47.816', 'M48.02', 'M54.50']);
});
