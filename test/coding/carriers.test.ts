/** Which disorder carries a radiculopathy, sciatica or myelopathy, presumed ("with") unless the provider denies it. */
import { describe, expect, it, test } from 'vitest';
import { findCarried, readWith } from '../../src/coding/carriers.ts';
import type { Chart } from '../../src/coding/chart.ts';
import { CONDITIONS } from '../../src/model.ts';
import { readShortForm } from './short-form.ts';

function chartOf(given: readonly string[], supposed: string | null = null): Chart {
  const findings = readShortForm(given);
  return { findings, facts: findings.facts, linkages: findings.linkages, fiscalYear: 2027, supposed };
}

/** "f1: f2 f3": what each fact carries, where it carries anything. */
function carried(given: readonly string[], supposed: string | null = null): string {
  const chart = chartOf(given, supposed);
  const found = chart.facts.map((fact) => [fact.id, findCarried(fact, chart).map(({ id }) => id)] as const);
  return found.flatMap(([id, symptoms]) => (symptoms.length > 0 ? [`${id}: ${symptoms.join(' ')}`] : [])).join(', ');
}

type Row = readonly [says: string, given: readonly string[], carries: string];
const testRows = (rows: readonly Row[]) =>
  test.each(rows)('%s', (_, given, carries) => expect(carried(given)).toBe(carries));

describe('by condition', () => {
  test.each([
    ['radiculopathy', 'disc-herniation disc-bulge disc-degeneration spondylosis'],
    ['myelopathy', 'disc-herniation disc-bulge disc-degeneration spondylosis'],
    ['sciatica', 'disc-herniation disc-bulge disc-degeneration'],
    ['low-back-pain', ''],
  ])('%s is carried by: %s', (symptom, carriers) => {
    const able = CONDITIONS.filter((disorder) => carried([`${disorder} lumbar`, `${symptom} lumbar`]).includes(': '));
    expect(new Set(able)).toEqual(new Set(carriers.split(' ').filter(Boolean)));
  });
});

describe('by place', () => {
  testRows([
    ['its own region', ['disc-herniation cervical C5-C6', 'radiculopathy cervical'], 'f1: f2'],
    ['the next region', ['disc-herniation lumbosacral L5-S1', 'radiculopathy lumbar'], 'f1: f2'],
    ['no further', ['disc-herniation cervical C5-C6', 'radiculopathy lumbar'], ''],
    [
      'its own region before the next',
      ['disc-herniation lumbar L4-L5', 'disc-herniation lumbosacral L5-S1', 'radiculopathy lumbar'],
      'f1: f3',
    ],
    [
      'the tied disorder before that',
      [
        'disc-herniation lumbar L4-L5',
        'disc-herniation lumbosacral L5-S1',
        'radiculopathy lumbar',
        'link radiculopathy -> disc-herniation naming f2',
      ],
      'f2: f3',
    ],
    [
      'and with the tied one, those of its region',
      [
        'disc-degeneration lumbosacral L5-S1',
        'disc-herniation lumbosacral L5-S1',
        'disc-herniation lumbar L4-L5',
        'radiculopathy lumbar',
        'link radiculopathy -> disc-herniation naming f2',
      ],
      'f1: f4, f2: f4',
    ],
    [
      'no place of the root: the disc before the facets',
      ['spondylosis cervical', 'disc-herniation lumbar L4-L5', 'radiculopathy'],
      'f2: f3',
    ],
    ['no place, facets alone', ['spondylosis cervical', 'radiculopathy'], 'f1: f2'],
    [
      'no place, discs of neck and low back: neither',
      ['disc-herniation cervical C5-C6', 'disc-herniation lumbar L4-L5', 'radiculopathy'],
      '',
    ],
    [
      'no place, discs of two regions side by side: both',
      ['disc-herniation lumbar L4-L5', 'disc-herniation lumbosacral L5-S1', 'radiculopathy'],
      'f1: f3, f2: f3',
    ],
    [
      'a named place: the facets of it share',
      ['spondylosis lumbar', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar'],
      'f1: f3, f2: f3',
    ],
    [
      'a named place: its facets before the disc of the next region',
      ['disc-herniation lumbosacral L5-S1', 'spondylosis lumbar', 'radiculopathy lumbar'],
      'f2: f3',
    ],
    [
      'no place, discs in three regions, the first and the last apart: none',
      ['disc-bulge thoracic T7-T8', 'disc-bulge thoracolumbar T12-L1', 'disc-bulge lumbar L4-L5', 'radiculopathy'],
      '',
    ],
    ['a disc of no place carries nothing', ['disc-herniation', 'radiculopathy'], ''],
    ['nor a root of some place', ['disc-herniation', 'radiculopathy lumbar'], ''],
    ['facets of no place carry a root of none', ['spondylosis', 'radiculopathy'], 'f1: f2'],
    ['but none of some place', ['spondylosis', 'radiculopathy lumbar'], ''],
    ['cord: the lumbar region, where it ends', ['disc-herniation lumbar L1-L2', 'myelopathy lumbar'], 'f1: f2'],
    ['cord: not below', ['disc-herniation lumbosacral L5-S1', 'myelopathy lumbar'], ''],
    ['cord: not at the sacrum', ['spondylosis sacral', 'myelopathy'], ''],
    ['a root at the sacrum', ['spondylosis sacral', 'radiculopathy sacral'], 'f1: f2'],
    ['sciatica of a low disc', ['disc-herniation lumbar L4-L5', 'sciatica'], 'f1: f2'],
    ['sciatica of no neck', ['disc-herniation cervical C5-C6', 'sciatica'], ''],
    ['sciatica of no chest', ['disc-herniation thoracic T7-T8', 'sciatica'], ''],
  ]);
});

describe('by the provider’s word', () => {
  testRows([
    [
      'denied',
      ['disc-herniation lumbar L4-L5', 'radiculopathy lumbar', 'link radiculopathy -> disc-herniation absent'],
      '',
    ],
    [
      'denied to the disc, left to the facets',
      [
        'disc-herniation lumbar L4-L5',
        'spondylosis lumbar',
        'radiculopathy lumbar',
        'link radiculopathy -> disc-herniation absent',
      ],
      'f2: f3',
    ],
    [
      'several degenerated discs and a root of no level',
      ['disc-degeneration lumbar L3-L4 L4-L5', 'radiculopathy lumbar'],
      '',
    ],
    [
      'several, and tied',
      ['disc-degeneration lumbar L3-L4 L4-L5', 'radiculopathy lumbar', 'link radiculopathy -> disc-degeneration'],
      'f1: f2',
    ],
    ['several, and a root of one level', ['disc-degeneration lumbar L3-L4 L4-L5', 'radiculopathy lumbar L5'], 'f1: f2'],
    ['several herniated discs', ['disc-herniation lumbar L3-L4 L4-L5', 'radiculopathy lumbar'], 'f1: f2'],
    [
      'several degenerated discs and a cord',
      ['disc-degeneration cervical C4-C5 C5-C6', 'myelopathy cervical'],
      'f1: f2',
    ],
  ]);
});

describe('two discs of a region', () => {
  testRows([
    [
      'the displaced one carries, the degenerated one at another level does not',
      ['disc-degeneration lumbar L2-L3', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar'],
      'f2: f3',
    ],
    [
      'at one level both do',
      ['disc-degeneration lumbar L4-L5', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar'],
      'f1: f3, f2: f3',
    ],
    [
      'one of two displaced is at its level',
      [
        'disc-degeneration lumbar L4-L5',
        'disc-herniation lumbar L4-L5',
        'disc-bulge lumbar L2-L3',
        'radiculopathy lumbar',
      ],
      'f1: f4, f2: f4, f3: f4',
    ],
    [
      'a displaced one elsewhere leaves it the root',
      ['disc-degeneration lumbar L4-L5', 'spondylosis lumbar L2-L3', 'radiculopathy lumbar'],
      'f1: f3, f2: f3',
    ],
    [
      'facets at another level than the displaced disc share all the same',
      ['spondylosis lumbar L2-L3', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar'],
      'f1: f3, f2: f3',
    ],
    [
      'a displaced one of the next region takes nothing from it',
      ['disc-degeneration lumbar L4-L5', 'disc-herniation lumbosacral L5-S1', 'radiculopathy'],
      'f1: f3, f2: f3',
    ],
    [
      'a displaced one of no level may be the same',
      ['disc-degeneration lumbar L4-L5', 'disc-herniation lumbar', 'radiculopathy lumbar'],
      'f1: f3, f2: f3',
    ],
  ]);
});

it('leaves with an established disorder what only a supposed one would take over', () => {
  const given = ['disc-herniation lumbar L4-L5', 'spondylosis lumbar', 'radiculopathy lumbar'];
  expect(carried(given, 'f2')).toBe('f1: f3');
  expect(carried(given, 'f1')).toBe('f2: f3');
  expect(carried(given)).toBe('f1: f3, f2: f3');
});

it('lets a supposed disorder carry what nothing established does', () => {
  expect(carried(['disc-herniation lumbar L4-L5', 'radiculopathy lumbar'], 'f1')).toBe('f1: f2');
});

test.each<[symptoms: readonly string[], reads: string]>([
  [[], 'neither'],
  [['radiculopathy lumbar'], 'radiculopathy'],
  [['sciatica left'], 'radiculopathy'],
  [['myelopathy lumbar'], 'myelopathy'],
  [['myelopathy lumbar', 'radiculopathy lumbar'], 'radiculopathy and myelopathy'],
  [['myelopathy lumbar', 'sciatica left'], 'radiculopathy and myelopathy'],
])('a lumbar disc with %j reads "%s"', (symptoms, reads) => {
  const chart = chartOf(['disc-herniation lumbar L1-L2', ...symptoms]);
  expect(readWith(chart.facts[0]!, chart)).toBe(reads);
});
