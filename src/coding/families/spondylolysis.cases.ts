/** Pars defects. */
import type { Case } from '../case.ts';

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
];
