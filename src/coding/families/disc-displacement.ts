/** Herniation or bulge of a thoracic to lumbosacral disc: M51.2-, or the combination code with what it carries. */
import { findCarried, readWith, WITH } from '../carriers.ts';
import { defineFamily, derived, documented } from '../family.ts';
import { regionAmong } from '../regions.ts';
import { isCervicalDisc } from './cervical-disc.ts';

export const discDisplacement = defineFamily({
  id: 'disc-displacement',
  name: 'Disc herniation or bulge',
  conditions: ['disc-herniation', 'disc-bulge'],
  takes: (fact) => !isCervicalDisc(fact),
  companions: findCarried,
  axes: [
    documented('region', ['thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral'], {
      asks: 'herniation-level',
      why: 'The code names the region of the disc; without it only M51.9 is left, which is not reported unasked.',
      read: (fact) => regionAmong(fact, ['thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral']),
    }),
    derived('with', WITH, readWith),
  ],
  tables: [
    {
      fromYear: 2016,
      cells: {
        thoracic: {
          neither: 'M51.24',
          radiculopathy: 'M51.14',
          myelopathy: 'M51.04',
          'radiculopathy and myelopathy': ['M51.04', 'M51.14'],
        },
        thoracolumbar: {
          neither: 'M51.25',
          radiculopathy: 'M51.15',
          myelopathy: 'M51.05',
          'radiculopathy and myelopathy': ['M51.05', 'M51.15'],
        },
        lumbar: {
          neither: 'M51.26',
          radiculopathy: 'M51.16',
          myelopathy: 'M51.06',
          'radiculopathy and myelopathy': ['M51.06', 'M51.16'],
        },
        lumbosacral: {
          neither: 'M51.27',
          radiculopathy: 'M51.17',
          myelopathy: 'M51.27',
          'radiculopathy and myelopathy': 'M51.17',
        },
        undocumented: { unconfirmed: ['M51.9'] },
      },
    },
  ],
  cites: [
    'ICD-10-CM Tabular, M51.0-, M51.1-, M51.2-',
    'ICD-10-CM Official Guidelines, Section I.A.15: "with" presumes the link',
  ],
});
