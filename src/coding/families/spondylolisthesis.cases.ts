/** Slips. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M43.12'],
  ['cervicothoracic', 'M43.13'],
  ['thoracic', 'M43.14'],
  ['thoracolumbar', 'M43.15'],
  ['lumbar', 'M43.16'],
  ['lumbosacral', 'M43.17'],
  ['sacral', 'M43.18'],
  ['unspecified', 'M43.10'],
] as const;

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['spondylolisthesis lumbar L4-L5'], codes: 'M43.16' },
  { says: 'lumbosacral', given: ['spondylolisthesis lumbosacral L5-S1'], codes: 'M43.17' },
  { says: 'cervical', given: ['spondylolisthesis cervical'], codes: 'M43.12' },
  { says: 'no site', given: ['spondylolisthesis'], codes: 'M43.10' },
  { says: 'resolved by fusion', given: ['spondylolisthesis historical lumbar'], codes: '' },
  ...PLACES.map(
    ([region, codes]): Case => ({ says: `every region: ${region}`, given: [`spondylolisthesis ${region}`], codes }),
  ),
];
