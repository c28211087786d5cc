/** Sciatica: M54.3- by side, or M54.4- when the provider documents low back pain too; both sides are two codes. */
import type { Fact } from '../../model.ts';
import type { Chart } from '../chart.ts';
import { defineFamily, derived, documented } from '../family.ts';
import { isCurrentInjury } from './back-strain.ts';

/** The pain of a current strain is the strain's, not half of "lumbago with sciatica". */
function findLumbago(_: Fact, chart: Chart): readonly Fact[] {
  return chart.facts.some(isCurrentInjury) ? [] : chart.facts.filter((f) => f.condition === 'low-back-pain');
}

export const sciatica = defineFamily({
  id: 'sciatica',
  name: 'Sciatica',
  conditions: ['sciatica'],
  companions: findLumbago,
  axes: [
    derived('low back pain', ['documented', 'not documented'], (fact, chart) =>
      findLumbago(fact, chart).length > 0 ? 'documented' : 'not documented',
    ),
    documented('side', ['left', 'right', 'bilateral'], {
      asks: 'sciatica-laterality',
      why: 'The code names the side; without it the unspecified side stands.',
      read: ({ laterality }) => (laterality === 'midline' || laterality === 'unspecified' ? undefined : laterality),
    }),
  ],
  tables: [
    {
      fromYear: 2016,
      cells: {
        documented: { right: 'M54.41', left: 'M54.42', bilateral: ['M54.41', 'M54.42'], undocumented: 'M54.40' },
        'not documented': { right: 'M54.31', left: 'M54.32', bilateral: ['M54.31', 'M54.32'], undocumented: 'M54.30' },
      },
    },
  ],
  cites: [
    'ICD-10-CM Tabular, M54.3-, M54.4-',
    'ICD-10-CM Official Guidelines, Section I.B.13: laterality; there is no bilateral code',
  ],
});
