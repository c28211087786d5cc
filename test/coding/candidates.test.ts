/** Facts to candidate codes: one a code, with every fact that supports it, in the order of the families. */
import { describe, expect, it, test } from 'vitest';
import { findCandidates, sharesFact } from '../../src/coding/candidates.ts';
import type { Chart } from '../../src/coding/chart.ts';
import { readShortForm } from './short-form.ts';

function chartOf(given: readonly string[]): Chart {
  const findings = readShortForm(given);
  return { findings, facts: findings.facts, linkages: findings.linkages, fiscalYear: 2027, supposed: null };
}

const candidates = (given: readonly string[]) => findCandidates(chartOf(given));

describe('codes', () => {
  test.each<[says: string, given: readonly string[], codes: string]>([
    ['each with its facts', ['spondylosis lumbar', 'neck-pain'], 'M47.816 f1 (f1), M54.2 f2 (f2)'],
    ['two facts of one code', ['spondylosis lumbar L3-L4', 'spondylosis lumbar L4-L5'], 'M47.816 f1 f2 (f1 f2)'],
    [
      'what a disc carries, beside the disc',
      ['radiculopathy lumbar', 'disc-herniation lumbar L4-L5'],
      'M51.16 f2 (f2 f1), M54.16 f1 (f1)',
    ],
    [
      'a root shared by two discs, once',
      ['disc-herniation lumbar L4-L5', 'disc-bulge lumbar L4-L5', 'radiculopathy lumbar'],
      'M51.16 f1 f2 (f1 f2 f3), M54.16 f3 (f3)',
    ],
    [
      'in the order of the families, then of the note',
      ['neck-pain', 'spondylosis cervical', 'disc-herniation cervical C6-C7', 'disc-herniation cervical C5-C6'],
      'M50.223 f3 (f3), M50.222 f4 (f4), M47.812 f2 (f2), M54.2 f1 (f1)',
    ],
    ['two codes of one fact', ['sciatica bilateral'], 'M54.31 f1 (f1), M54.32 f1 (f1)'],
    ['only suggested', ['disc-herniation'], '?M51.9 f1 (f1)'],
    [
      'suggested by one and given by another: twice',
      [
        'annulus-fibrosus-defect lumbar L4-L5 small',
        'annulus-fibrosus-defect lumbar L4-L5 large',
        'annulus-fibrosus-defect lumbar L2-L3 small',
      ],
      '?M51.A1 f1 f2 (f1 f2), ?M51.A2 f1 f2 (f1 f2), M51.A1 f3 (f3)',
    ],
    ['none', ['endplate-change lumbar'], ''],
  ])('%s', (_, given, codes) => {
    const ids = (facts: readonly { id: string }[]) => facts.map(({ id }) => id).join(' ');
    const found = candidates(given).codes.map(
      ({ code, standing, subjects, facts }) =>
        `${standing === 'unconfirmed' ? '?' : ''}${code} ${ids(subjects)} (${ids(facts)})`,
    );
    expect(found.join(', ')).toBe(codes);
  });

  it('keep what was read of each fact', () => {
    const [code] = candidates([
      'annulus-fibrosus-defect lumbar L4-L5 small',
      'annulus-fibrosus-defect lumbar L2-L3 small',
    ]).codes;
    expect(code?.selections.map(({ fact, family }) => [fact.id, family])).toEqual([
      ['f1', 'annulus-fibrosus-defect'],
      ['f2', 'annulus-fibrosus-defect'],
    ]);
  });
});

it('says which facts have no code, and why', () => {
  const { without } = candidates(['annulus-fibrosus-defect small', 'low-back-pain']);
  expect(without.map(({ fact }) => fact.id)).toEqual(['f1']);
  expect(without[0]?.without).toContain('No code in scope');
});

test.each([
  [['disc-herniation lumbar L4-L5', 'radiculopathy lumbar'], true],
  [['disc-herniation lumbar L4-L5', 'radiculopathy cervical'], false],
])('%j: two codes share a fact: %s', (given, shares) => {
  const [disc, root] = candidates(given).codes;
  expect([sharesFact(disc!, root!), sharesFact(root!, disc!)]).toEqual([shares, shares]);
});
