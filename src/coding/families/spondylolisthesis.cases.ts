/** Slips. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['spondylolisthesis lumbar L4-L5'], codes: 'M43.16' },
  { says: 'lumbosacral', given: ['spondylolisthesis lumbosacral L5-S1'], codes: 'M43.17' },
  { says: 'cervical', given: ['spondylolisthesis cervical'], codes: 'M43.12' },
  { says: 'no site', given: ['spondylolisthesis'], codes: 'M43.10' },
  { says: 'resolved by fusion', given: ['spondylolisthesis historical lumbar'], codes: '' },
];
