/** Sacroiliac and coccygeal disorders: inflammation is M46.1, dysfunction, pain and coccydynia are M53.3. */
import { wordsOf } from '../chart.ts';
import { defineFamily, derived } from '../family.ts';

export const sacroiliacDisorder = defineFamily({
  id: 'sacroiliac-disorder',
  name: 'Sacroiliac or coccygeal disorder',
  conditions: ['sacroiliac-disorder'],
  axes: [
    derived('kind', ['sacroiliitis', 'dysfunction'], (fact) =>
      // any word for an inflammation, however it is spelt ("scaroilitis"), but not arthritis or tendinitis; an infected joint is inflamed, too
      /\bs[acor]{3,5}-?\s?i?l[il]+i?a?tis\b|\b(?:infect|sep(?:tic|sis))/.test(wordsOf(fact))
        ? 'sacroiliitis'
        : 'dysfunction',
    ),
  ],
  tables: [{ fromYear: 2016, cells: { sacroiliitis: 'M46.1', dysfunction: 'M53.3' } }],
  cites: ['ICD-10-CM Tabular, M46.1; M53.3 includes coccygodynia'],
});
