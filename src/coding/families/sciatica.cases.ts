/** Sciatica: side, low back pain, discs. */
import type { Case } from '../case.ts';

/** Side, alone, with low back pain. */
const SIDES = [
  ['right', 'M54.31', 'M54.41'],
  ['left', 'M54.32', 'M54.42'],
  ['bilateral', 'M54.31 M54.32', 'M54.41 M54.42'],
] as const;

export const cases: readonly Case[] = [
  { says: 'right', given: ['sciatica right'], codes: 'M54.31' },
  { says: 'left', given: ['sciatica left'], codes: 'M54.32' },
  { says: 'side not named: asked', given: ['sciatica'], codes: 'M54.30', gaps: 'sciatica-laterality' },
  { says: 'both sides are two codes', given: ['sciatica bilateral'], codes: 'M54.31 M54.32' },
  {
    says: 'with low back pain: one code instead of two',
    given: ['low-back-pain acute', 'sciatica left'],
    codes: 'M54.42',
    excluded: 'M54.50',
  },
  {
    says: 'with low back pain, both sides, duration open',
    given: ['low-back-pain', 'sciatica bilateral'],
    codes: 'M54.41 M54.42',
    gaps: 'pain-duration',
  },
  {
    says: 'a complaint of back pain is no diagnosis of lumbago',
    given: ['low-back-pain patient', 'sciatica left'],
    codes: 'M54.32',
  },
  {
    says: 'the disc explains all three',
    given: ['disc-herniation lumbosacral L5-S1 right', 'low-back-pain acute', 'sciatica right'],
    codes: 'M51.17',
    excluded: 'M54.41 M54.50',
  },
  {
    says: 'facet arthropathy explains no sciatica',
    given: ['spondylosis lumbar', 'sciatica right'],
    codes: 'M47.816 M54.31',
  },
  {
    says: 'strain with pain, and sciatica',
    given: ['back-strain', 'low-back-pain acute', 'sciatica right'],
    codes: 'S39.012A M54.31',
    excluded: 'M54.50',
  },
  { says: 'historical', given: ['sciatica historical right'], codes: '' },
  ...SIDES.flatMap(([side, alone, withPain]): readonly Case[] => [
    { says: `${side}: alone`, given: [`sciatica ${side}`], codes: alone },
    { says: `${side}: with low back pain`, given: [`sciatica ${side}`, 'low-back-pain acute'], codes: withPain },
  ]),
  {
    says: 'side not named, with low back pain',
    given: ['sciatica', 'low-back-pain acute'],
    codes: 'M54.40',
    excluded: 'M54.50',
    gaps: 'sciatica-laterality',
  },
  { says: 'a midline has no side', given: ['sciatica midline'], codes: 'M54.30', gaps: 'sciatica-laterality' },
  {
    says: 'with neck pain: no lumbago',
    given: ['neck-pain acute', 'sciatica left'],
    codes: 'M54.32 M54.2',
  },
  {
    says: 'a strain of long ago leaves the low back pain to the sciatica',
    given: ['back-strain past', 'low-back-pain acute', 'sciatica right'],
    codes: 'M54.41',
    excluded: 'M54.50',
  },
];
