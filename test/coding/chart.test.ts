/** What the provider ties to what, in which words, and the words that carry a fact. */
import { describe, expect, it, test } from 'vitest';
import { type Chart, findLinked, isLinked, wordsOf } from '../../src/coding/chart.ts';
import { readShortForm } from './short-form.ts';

function chartOf(given: readonly string[]): Chart {
  const findings = readShortForm(given);
  return { findings, facts: findings.facts, linkages: findings.linkages, fiscalYear: 2027, supposed: null };
}

describe('a tie between two conditions', () => {
  const PAIN = 'low-back-pain';
  test.each<[link: string, present: boolean, absent: boolean]>([
    ['link low-back-pain -> disc-bulge', true, false],
    ['link low-back-pain -> disc-bulge absent', false, true],
    ['link low-back-pain -> disc-bulge uncertain', false, false],
    ['link low-back-pain -> spondylosis', false, false],
    ['link neck-pain -> disc-bulge', false, false],
  ])('%s', (link, present, absent) => {
    const chart = chartOf([PAIN, 'disc-bulge lumbar', link]);
    expect(isLinked(chart, 'low-back-pain', 'disc-bulge')).toBe(present);
    expect(isLinked(chart, 'low-back-pain', 'disc-bulge', 'absent')).toBe(absent);
  });

  it('is one of several', () => {
    const chart = chartOf([PAIN, 'link low-back-pain -> spondylosis', 'link low-back-pain -> disc-bulge']);
    expect(isLinked(chart, 'low-back-pain', 'disc-bulge')).toBe(true);
  });
});

describe('what a symptom is tied to', () => {
  const DISCS = [
    'disc-bulge lumbar L3-L4',
    'disc-bulge lumbosacral L5-S1',
    'spondylosis lumbar',
    'radiculopathy lumbar',
  ];
  const linked = (links: readonly string[]) => {
    const chart = chartOf([...DISCS, ...links]);
    return findLinked(chart, 'radiculopathy', chart.facts).map(({ id }) => id);
  };

  test.each<[links: readonly string[], ids: readonly string[]]>([
    [[], []],
    // its words name none of the two: both
    [['link radiculopathy -> disc-bulge'], ['f1', 'f2']],
    [['link radiculopathy -> disc-bulge naming f2'], ['f2']],
    [['link radiculopathy -> disc-bulge naming f3'], ['f1', 'f2']],
    [['link radiculopathy -> disc-bulge absent'], []],
    [['link radiculopathy -> disc-bulge uncertain'], []],
    [['link low-back-pain -> disc-bulge'], []],
    [
      ['link radiculopathy -> disc-bulge naming f1', 'link radiculopathy -> spondylosis'],
      ['f1', 'f3'],
    ],
  ])('%j: %j', (links, ids) => expect(linked(links)).toEqual(ids));

  test.each<[says: string, by: (start: number, end: number) => readonly [number, number], ids: readonly string[]]>([
    ['ends in them', (start) => [start - 1, start + 1], ['f2']],
    ['begins in them', (_, end) => [end - 1, end + 2], ['f2']],
    ['ends right before them', (start) => [start - 1, start], ['f1', 'f2']],
    ['begins right after them', (_, end) => [end, end + 1], ['f1', 'f2']],
  ])('a tie names a fact where it %s', (_, by, ids) => {
    const chart = chartOf([...DISCS, 'link radiculopathy -> disc-bulge']);
    const named = chart.facts[1]!.evidence[0]!;
    const [start, end] = by(named.start, named.end);
    const linkages = chart.linkages.map((link) => ({ ...link, evidence: [{ start, end, text: '' }] }));
    expect(findLinked({ ...chart, linkages }, 'radiculopathy', chart.facts).map(({ id }) => id)).toEqual(ids);
  });
});

it('has the words of every mention, lower case, a blank between', () => {
  const [fact] = readShortForm(['sacroiliac-disorder @assessment @plan "SI joint"']).facts;
  expect(wordsOf(fact!)).toBe('si joint si joint');
});
