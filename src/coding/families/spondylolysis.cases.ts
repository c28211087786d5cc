/** Pars defects. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M43.02'],
  ['cervicothoracic', 'M43.03'],
  ['thoracic', 'M43.04'],
  ['thoracolumbar', 'M43.05'],
  ['lumbar', 'M43.06'],
  ['lumbosacral', 'M43.07'],
  ['sacral', 'M43.08'],
  ['unspecified', 'M43.00'],
] as const;

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['spondylolysis lumbar L5'], codes: 'M43.06' },
  { says: 'lumbosacral', given: ['spondylolysis lumbosacral L5-S1'], codes: 'M43.07' },
  {
    says: 'yields to the slip of the region',
    given: ['spondylolysis lumbosacral L5-S1', 'spondylolisthesis lumbosacral L5-S1'],
    codes: 'M43.17',
    excluded: 'M43.07',
  },
  {
    says: 'stands beside a slip elsewhere',
    given: ['spondylolysis lumbosacral L5-S1', 'spondylolisthesis lumbar L3-L4'],
    codes: 'M43.07 M43.16',
  },
  ...PLACES.map(
    ([region, codes]): Case => ({ says: `every region: ${region}`, given: [`spondylolysis ${region}`], codes }),
  ),
];
