/** Stenosis: region, claudication. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M48.02'],
  ['cervicothoracic', 'M48.03'],
  ['thoracic', 'M48.04'],
  ['thoracolumbar', 'M48.05'],
  ['lumbar', 'M48.061'],
  ['lumbosacral', 'M48.07'],
  ['sacral', 'M48.08'],
  ['unspecified', 'M48.00'],
] as const;

export const cases: readonly Case[] = [
  {
    says: 'lumbar, claudication open: asked',
    given: ['spinal-stenosis lumbar L4-L5'],
    codes: 'M48.061',
    gaps: 'stenosis-claudication',
  },
  { says: 'with claudication', given: ['spinal-stenosis lumbar with-claudication'], codes: 'M48.062' },
  { says: 'without claudication', given: ['spinal-stenosis lumbar without-claudication'], codes: 'M48.061' },
  { says: 'lumbosacral has no such character', given: ['spinal-stenosis lumbosacral L5-S1'], codes: 'M48.07' },
  { says: 'cervical', given: ['spinal-stenosis cervical'], codes: 'M48.02' },
  { says: 'thoracic', given: ['spinal-stenosis thoracic'], codes: 'M48.04' },
  { says: 'no site', given: ['spinal-stenosis'], codes: 'M48.00' },
  {
    says: 'a report is not asked',
    given: ['note imaging-report', 'spinal-stenosis imaging lumbar L4-L5'],
    codes: 'M48.061',
  },
  {
    says: 'on imaging in an office note',
    given: ['spinal-stenosis imaging lumbar L4-L5'],
    codes: '',
    unconfirmed: 'M48.061',
  },
  {
    says: 'an inpatient’s imaging report: the attending must own it',
    given: ['note imaging-report', 'note inpatient', 'spinal-stenosis imaging lumbar L4-L5'],
    codes: '',
    unconfirmed: 'M48.061',
  },
  ...PLACES.map(
    ([region, codes]): Case => ({
      says: `every region: ${region}`,
      given: [`spinal-stenosis ${region} without-claudication`],
      codes,
    }),
  ),
];
