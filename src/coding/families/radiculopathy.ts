/** Radiculopathy that no disc or spondylosis carries: M54.1-, by the region of its root or of its stated cause. */
import type { Fact, Region } from '../../model.ts';
import { type Chart, findLinked } from '../chart.ts';
import { defineFamily, documented } from '../family.ts';
import { regionAmong } from '../regions.ts';

const ROWS = ['cervical', 'cervicothoracic', 'thoracic', 'thoracolumbar', 'lumbar', 'lumbosacral', 'sacral'] as const;

/** "L4-5 stenosis with radiculopathy": the root has the place of its cause. */
function readRegion(fact: Fact, chart: Chart): (typeof ROWS)[number] | undefined {
  const own = regionAmong(fact, ROWS);
  if (own) return own;
  const causes = findLinked(chart, 'radiculopathy', chart.facts);
  const regions: ReadonlySet<Region> = new Set(causes.map((f) => f.region));
  return regions.size === 1 && causes[0] ? regionAmong(causes[0], ROWS) : undefined;
}

export const radiculopathy = defineFamily({
  id: 'radiculopathy',
  name: 'Radiculopathy',
  conditions: ['radiculopathy'],
  axes: [
    documented('region', ROWS, {
      asks: 'radiculopathy-site',
      why: 'The code names the region of the root; without it only M54.10, site unspecified, stands.',
      read: readRegion,
    }),
  ],
  tables: [
    {
      fromYear: 2016,
      cells: {
        cervical: 'M54.12',
        cervicothoracic: 'M54.13',
        thoracic: 'M54.14',
        thoracolumbar: 'M54.15',
        lumbar: 'M54.16',
        lumbosacral: 'M54.17',
        sacral: 'M54.18',
        undocumented: 'M54.10',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M54.1-'],
});
