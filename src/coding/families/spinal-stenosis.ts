/** Stenosis of canal, recess or foramen: M48.0-; only the lumbar region has a character for neurogenic claudication. */
import { defineFamily, documented } from '../family.ts';
import { anyRegion } from '../regions.ts';

export const spinalStenosis = defineFamily({
  id: 'spinal-stenosis',
  name: 'Spinal stenosis',
  conditions: ['spinal-stenosis'],
  axes: [
    anyRegion,
    documented('claudication', ['with', 'without'], {
      asks: 'stenosis-claudication',
      why: 'Neurogenic claudication documented gives M48.062; absent or not documented, M48.061.',
      read: ({ detail }) => {
        if (detail.includes('with-claudication')) return 'with';
        return detail.includes('without-claudication') ? 'without' : undefined;
      },
    }),
  ],
  tables: [
    {
      fromYear: 2018,
      cells: {
        cervical: 'M48.02',
        cervicothoracic: 'M48.03',
        thoracic: 'M48.04',
        thoracolumbar: 'M48.05',
        lumbar: { with: 'M48.062', without: 'M48.061', undocumented: 'M48.061' },
        lumbosacral: 'M48.07',
        sacral: 'M48.08',
        unspecified: 'M48.00',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M48.0-; M48.061 includes lumbar stenosis NOS'],
});
