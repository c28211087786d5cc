/** Pars defect: M43.0-, by region; yields to spondylolisthesis of the same region. */
import { defineFamily } from '../family.ts';
import { anyRegion } from '../regions.ts';

export const spondylolysis = defineFamily({
  id: 'spondylolysis',
  name: 'Spondylolysis',
  conditions: ['spondylolysis'],
  axes: [anyRegion],
  tables: [
    {
      fromYear: 2016,
      cells: {
        cervical: 'M43.02',
        cervicothoracic: 'M43.03',
        thoracic: 'M43.04',
        thoracolumbar: 'M43.05',
        lumbar: 'M43.06',
        lumbosacral: 'M43.07',
        sacral: 'M43.08',
        unspecified: 'M43.00',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M43.0-'],
});
