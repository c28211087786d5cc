/** Instability of a spinal segment: M53.2X-, by region. */
import { defineFamily } from '../family.ts';
import { anyRegion } from '../regions.ts';

export const spinalInstability = defineFamily({
  id: 'spinal-instability',
  name: 'Spinal instability',
  conditions: ['spinal-instability'],
  axes: [anyRegion],
  tables: [
    {
      fromYear: 2016,
      cells: {
        cervical: 'M53.2X2',
        cervicothoracic: 'M53.2X3',
        thoracic: 'M53.2X4',
        thoracolumbar: 'M53.2X5',
        lumbar: 'M53.2X6',
        lumbosacral: 'M53.2X7',
        sacral: 'M53.2X8',
        unspecified: 'M53.2X9',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M53.2X-'],
});
