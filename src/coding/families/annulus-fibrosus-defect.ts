/** Annular tear, fissure or defect: M51.A-, by region and by the author's word for its size, never by millimetres. */
import type { Fact } from '../../model.ts';
import type { Chart } from '../chart.ts';
import { defineFamily, documented } from '../family.ts';
import { areApart, regionAmong } from '../regions.ts';

/**
 * One defect told twice ("annular tear L4-5", later "small annular tear") has the size that one of them names. Two
 * sizes for one defect ("large" in the assessment, "small" in the plan) have none until the author settles it.
 */
function readSize(fact: Fact, chart: Chart) {
  const told = chart.facts.filter(
    (f) => f.condition === fact.condition && f.region === fact.region && !areApart(f, fact) && f.id !== chart.supposed,
  );
  const sizes = new Set([fact, ...(fact.id === chart.supposed ? [] : told)].map((f) => f.size));
  if (sizes.has('small') && sizes.has('large')) return 'conflicting';
  if (sizes.has('small')) return 'small';
  return sizes.has('large') ? 'large' : undefined;
}

export const annulusFibrosusDefect = defineFamily({
  id: 'annulus-fibrosus-defect',
  name: 'Annulus fibrosus defect',
  conditions: ['annulus-fibrosus-defect'],
  // "Annular tear C5-6": M51 speaks of thoracic to lumbosacral discs, and M51.A- of the two lowest regions.
  takes: (fact) => ['lumbar', 'lumbosacral', 'unspecified'].includes(fact.region),
  axes: [
    documented('region', ['lumbar', 'lumbosacral'], {
      asks: 'annular-defect-level',
      why: 'Lumbar gives M51.A0-M51.A2, lumbosacral (L5-S1) M51.A3-M51.A5; without either there is no code.',
      read: (fact) => regionAmong(fact, ['lumbar', 'lumbosacral']),
    }),
    documented('size', ['small', 'large', 'conflicting'], {
      asks: 'annular-defect-size',
      why: 'Small and large have codes of their own; without the size the unspecified one stands.',
      read: readSize,
    }),
  ],
  tables: [
    {
      fromYear: 2023,
      cells: {
        lumbar: {
          small: 'M51.A1',
          large: 'M51.A2',
          conflicting: { unconfirmed: ['M51.A1', 'M51.A2'] },
          undocumented: 'M51.A0',
        },
        lumbosacral: {
          small: 'M51.A4',
          large: 'M51.A5',
          conflicting: { unconfirmed: ['M51.A4', 'M51.A5'] },
          undocumented: 'M51.A3',
        },
        undocumented: null,
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M51.A0-M51.A5 (since FY2023)'],
});
