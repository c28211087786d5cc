/** Sacroiliac joint and coccyx. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  { says: 'sacroiliitis', given: ['sacroiliac-disorder "chronic sacroiliitis"'], codes: 'M46.1' },
  { says: 'sacroiliitis, misspelt', given: ['sacroiliac-disorder "scaroilitis"'], codes: 'M46.1' },
  { says: 'arthritis', given: ['sacroiliac-disorder "sacroiliac arthritis"'], codes: 'M53.3' },
  {
    says: 'an infection in doubt',
    given: ['sacroiliac-disorder uncertain left "infection of the left SI joint"'],
    codes: '',
    unconfirmed: 'M46.1',
  },
  { says: 'dysfunction', given: ['sacroiliac-disorder left "SI joint dysfunction"'], codes: 'M53.3' },
  { says: 'coccydynia', given: ['sacroiliac-disorder "coccydynia"'], codes: 'M53.3' },
  { says: 'a complaint alone', given: ['sacroiliac-disorder patient "SI joint pain"'], codes: '' },
  { says: 'sacroiliitis in two words', given: ['sacroiliac-disorder "sacro iliitis"'], codes: 'M46.1' },
  { says: 'with a hyphen', given: ['sacroiliac-disorder "sacro-iliitis"'], codes: 'M46.1' },
  { says: 'a letter short', given: ['sacroiliac-disorder "sacroliitis"'], codes: 'M46.1' },
];
