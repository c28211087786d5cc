/**
 * Low back pain: M54.51 only by the provider's definite word or link to the endplate, M54.59 by a documented other
 * character, never as a default; else M54.50.
 */
import type { Fact } from '../../model.ts';
import { type Chart, isLinked } from '../chart.ts';
import { defineFamily, derived } from '../family.ts';
import { isMyofascial } from '../pain-causes.ts';
import { LOW_BACK } from '../regions.ts';

function findMyofascial(chart: Chart): readonly Fact[] {
  return chart.facts.filter((f) => isMyofascial(f) && [...LOW_BACK, 'unspecified'].includes(f.region));
}

function isEndplateLinked(chart: Chart): boolean {
  return isLinked(chart, 'low-back-pain', 'endplate-change');
}

function readKind(fact: Fact, chart: Chart) {
  if (fact.detail.includes('vertebrogenic') || isEndplateLinked(chart)) return 'vertebrogenic';
  // "Lumbar myofascial pain": a source that is documented and has no code of its own in M53.8-.
  if (fact.detail.includes('other') || findMyofascial(chart).length > 0) return 'other';
  return 'unspecified';
}

export const lowBackPain = defineFamily({
  id: 'low-back-pain',
  name: 'Low back pain',
  conditions: ['low-back-pain'],
  companions: (_, chart) => [
    ...findMyofascial(chart),
    ...(isEndplateLinked(chart) ? chart.facts.filter((f) => f.condition === 'endplate-change') : []),
  ],
  axes: [derived('kind', ['vertebrogenic', 'other', 'unspecified'], readKind)],
  tables: [
    { fromYear: 2016, cells: { vertebrogenic: 'M54.5', other: 'M54.5', unspecified: 'M54.5' } },
    { fromYear: 2022, cells: { vertebrogenic: 'M54.51', other: 'M54.59', unspecified: 'M54.50' } },
  ],
  cites: [
    'ICD-10-CM Tabular, M54.5- (five characters since 2021-10-01); M54.51 includes low back vertebral endplate pain',
  ],
});
