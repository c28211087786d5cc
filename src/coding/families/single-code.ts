/** Conditions with one code wherever they are: postlaminectomy syndrome, cauda equina syndrome, dorsopathy without a name. */
import { defineFamily, documented } from '../family.ts';

export const postlaminectomySyndrome = defineFamily({
  id: 'postlaminectomy-syndrome',
  name: 'Postlaminectomy syndrome',
  conditions: ['postlaminectomy-syndrome'],
  axes: [],
  tables: [{ fromYear: 2016, cells: 'M96.1' }],
  cites: ['ICD-10-CM Tabular, M96.1'],
});

export const caudaEquinaSyndrome = defineFamily({
  id: 'cauda-equina-syndrome',
  name: 'Cauda equina syndrome',
  conditions: ['cauda-equina-syndrome'],
  axes: [],
  tables: [{ fromYear: 2016, cells: 'G83.4' }],
  cites: ['ICD-10-CM Tabular, G83.4'],
});

export const unspecifiedDorsopathy = defineFamily({
  id: 'unspecified-dorsopathy',
  name: 'Dorsopathy without a name',
  conditions: ['unspecified-dorsopathy'],
  axes: [
    // "Lumbosacral dorsopathy": a place is no name. Nothing that this condition holds can answer, so it is always asked.
    documented('name', [], {
      asks: 'named-condition',
      why: 'A named condition has a code of its own or M53.8- by region; without a name only M53.9 stands.',
      read: () => undefined,
    }),
  ],
  tables: [{ fromYear: 2016, cells: { undocumented: 'M53.9' } }],
  cites: ['ICD-10-CM Tabular, M53.9'],
});
