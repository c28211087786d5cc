/** Discitis and what it excludes. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M46.42'],
  ['cervicothoracic', 'M46.43'],
  ['thoracic', 'M46.44'],
  ['thoracolumbar', 'M46.45'],
  ['lumbar', 'M46.46'],
  ['lumbosacral', 'M46.47'],
  ['sacral', 'M46.48'],
  ['unspecified', 'M46.40'],
] as const;

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['discitis lumbar L3-L4'], codes: 'M46.46' },
  { says: 'lumbosacral', given: ['discitis lumbosacral L5-S1'], codes: 'M46.47' },
  { says: 'no site', given: ['discitis'], codes: 'M46.40' },
  {
    says: 'C9 the same disc is not coded twice',
    given: ['discitis lumbar L3-L4', 'disc-degeneration lumbar L3-L4'],
    codes: 'M46.46',
    excluded: 'M51.369',
  },
  {
    says: 'another disc stays',
    given: ['discitis lumbar L3-L4', 'disc-degeneration lumbar L4-L5'],
    codes: 'M46.46 M51.369',
  },
  {
    says: 'its pain goes',
    given: ['discitis lumbar L3-L4', 'low-back-pain acute'],
    codes: 'M46.46',
    excluded: 'M54.50',
  },
  { says: 'possible', given: ['discitis uncertain lumbar L3-L4'], codes: '', unconfirmed: 'M46.46' },
  ...PLACES.map(([region, codes]): Case => ({ says: `every region: ${region}`, given: [`discitis ${region}`], codes })),
];
