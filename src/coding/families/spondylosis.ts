/** Spondylosis, facet arthropathy, osteoarthritis of the spine: M47.-, by region and by what it carries. */
import { findCarried, readWith, WITH } from '../carriers.ts';
import { defineFamily, derived } from '../family.ts';
import { anyRegion } from '../regions.ts';

export const spondylosis = defineFamily({
  id: 'spondylosis',
  name: 'Spondylosis',
  conditions: ['spondylosis'],
  companions: findCarried,
  axes: [derived('with', WITH, readWith), anyRegion],
  tables: [
    {
      fromYear: 2016,
      cells: {
        neither: {
          cervical: 'M47.812',
          cervicothoracic: 'M47.813',
          thoracic: 'M47.814',
          thoracolumbar: 'M47.815',
          lumbar: 'M47.816',
          lumbosacral: 'M47.817',
          sacral: 'M47.818',
          unspecified: 'M47.819',
        },
        radiculopathy: {
          cervical: 'M47.22',
          cervicothoracic: 'M47.23',
          thoracic: 'M47.24',
          thoracolumbar: 'M47.25',
          lumbar: 'M47.26',
          lumbosacral: 'M47.27',
          sacral: 'M47.28',
          unspecified: 'M47.20',
        },
        // The cord ends above the lumbosacral junction: M47.17 does not exist.
        myelopathy: {
          cervical: 'M47.12',
          cervicothoracic: 'M47.13',
          thoracic: 'M47.14',
          thoracolumbar: 'M47.15',
          lumbar: 'M47.16',
          lumbosacral: 'M47.817',
          sacral: 'M47.818',
          unspecified: 'M47.10',
        },
        'radiculopathy and myelopathy': {
          cervical: ['M47.12', 'M47.22'],
          cervicothoracic: ['M47.13', 'M47.23'],
          thoracic: ['M47.14', 'M47.24'],
          thoracolumbar: ['M47.15', 'M47.25'],
          lumbar: ['M47.16', 'M47.26'],
          lumbosacral: 'M47.27',
          sacral: 'M47.28',
          unspecified: ['M47.10', 'M47.20'],
        },
      },
    },
  ],
  cites: [
    'ICD-10-CM Tabular, M47.1-, M47.2-, M47.81-',
    'ICD-10-CM Official Guidelines, Section I.A.15: "with" presumes the link',
  ],
});
