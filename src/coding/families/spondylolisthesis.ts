/** Slipped vertebra (antero-, retro-, laterolisthesis): M43.1-, by region. */
import { defineFamily } from '../family.ts';
import { anyRegion } from '../regions.ts';

export const spondylolisthesis = defineFamily({
  id: 'spondylolisthesis',
  name: 'Spondylolisthesis',
  conditions: ['spondylolisthesis'],
  axes: [anyRegion],
  tables: [
    {
      fromYear: 2016,
      cells: {
        cervical: 'M43.12',
        cervicothoracic: 'M43.13',
        thoracic: 'M43.14',
        thoracolumbar: 'M43.15',
        lumbar: 'M43.16',
        lumbosacral: 'M43.17',
        sacral: 'M43.18',
        unspecified: 'M43.10',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M43.1-'],
});
