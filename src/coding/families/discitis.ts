/** Discitis: M46.4-, by region. */
import { defineFamily } from '../family.ts';
import { anyRegion } from '../regions.ts';

export const discitis = defineFamily({
  id: 'discitis',
  name: 'Discitis',
  conditions: ['discitis'],
  axes: [anyRegion],
  tables: [
    {
      fromYear: 2016,
      cells: {
        cervical: 'M46.42',
        cervicothoracic: 'M46.43',
        thoracic: 'M46.44',
        thoracolumbar: 'M46.45',
        lumbar: 'M46.46',
        lumbosacral: 'M46.47',
        sacral: 'M46.48',
        unspecified: 'M46.40',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M46.4-'],
});
