/** Named dorsopathies without a code of their own, and those that have one elsewhere. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M53.82'],
  ['cervicothoracic', 'M53.83'],
  ['thoracic', 'M53.84'],
  ['thoracolumbar', 'M53.85'],
  ['lumbar', 'M53.86'],
  ['lumbosacral', 'M53.87'],
  ['sacral', 'M53.88'],
  ['unspecified', 'M53.80'],
] as const;

export const cases: readonly Case[] = [
  {
    says: 'C10 Bertolotti, L5-S1, fully supported',
    given: [
      'other-dorsopathy lumbosacral L5-S1 "Bertolotti syndrome, transitional vertebra"',
      'study CT',
      'element function',
      'element treatment',
    ],
    codes: 'M53.87',
  },
  {
    says: 'C2 C4 C5 support missing',
    given: ['other-dorsopathy lumbar "facet syndrome"'],
    codes: 'M53.86',
    gaps: 'dorsopathy-support',
  },
  {
    says: 'C2 imaging only ordered is not imaging',
    given: ['other-dorsopathy lumbar "facet syndrome"', 'study MRI ordered', 'element function', 'element treatment'],
    codes: 'M53.86',
    gaps: 'dorsopathy-support',
  },
  {
    says: 'D2 no site',
    given: ['other-dorsopathy "facet syndrome"', 'study CT', 'element function', 'element treatment'],
    codes: 'M53.80',
  },
  {
    says: 'sacral',
    given: ['other-dorsopathy sacral "iliolumbar syndrome"', 'study CT', 'element function', 'element treatment'],
    codes: 'M53.88',
  },
  {
    says: 'C6 D7 facet arthropathy of the region is more specific',
    given: ['other-dorsopathy lumbar "facet syndrome"', 'spondylosis lumbar'],
    codes: 'M47.816',
    excluded: 'M53.86',
  },
  { says: 'myofascial pain is no M53.8-', given: ['other-dorsopathy lumbar "myofascial pain"'], codes: '' },
  {
    says: 'ligamentous laxity is M24.28, out of scope',
    given: ['other-dorsopathy lumbar "ligamentous laxity"'],
    codes: '',
  },
  {
    says: 'a bare transitional vertebra is Q76.4-, out of scope',
    given: ['other-dorsopathy lumbosacral "transitional lumbosacral vertebra"'],
    codes: '',
  },
  { says: 'sacralized L5', given: ['other-dorsopathy lumbosacral "sacralized L5"'], codes: '' },
  {
    says: 'its pain, not listed, is explained',
    given: [
      'other-dorsopathy lumbosacral "Bertolotti syndrome"',
      'low-back-pain chronic @history',
      'study CT',
      'element function',
      'element treatment',
    ],
    codes: 'M53.87',
    excluded: 'M54.50',
  },
  ...PLACES.map(
    ([region, codes]): Case => ({
      says: `every region: ${region}`,
      given: [`other-dorsopathy ${region} "facet syndrome"`],
      codes,
      gaps: 'dorsopathy-support',
    }),
  ),
];
