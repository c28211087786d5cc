/** A named dorsopathy with no code of its own: M53.8-, by region; not muscle pain, lax ligaments or a bare transition. */
import { defineFamily } from '../family.ts';
import { isCodedElsewhere, isMyofascial } from '../pain-causes.ts';
import { anyRegion } from '../regions.ts';

export const otherDorsopathy = defineFamily({
  id: 'other-dorsopathy',
  name: 'Named dorsopathy with no more specific code (not M47.-, M48.0-, M51.- or M54.1-)',
  conditions: ['other-dorsopathy'],
  takes: (fact) => !isMyofascial(fact) && !isCodedElsewhere(fact),
  axes: [anyRegion],
  tables: [
    {
      fromYear: 2016,
      cells: {
        cervical: 'M53.82',
        cervicothoracic: 'M53.83',
        thoracic: 'M53.84',
        thoracolumbar: 'M53.85',
        lumbar: 'M53.86',
        lumbosacral: 'M53.87',
        sacral: 'M53.88',
        unspecified: 'M53.80',
      },
    },
  ],
  cites: ['ICD-10-CM Tabular, M53.8-: a disorder that is named and has no code of its own'],
});
