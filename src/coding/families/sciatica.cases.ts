/** Sciatica: side, low back pain, discs. */
import type { Case } from '../case.ts';

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
];
