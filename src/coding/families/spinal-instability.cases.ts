/** Instability. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M53.2X2'],
  ['cervicothoracic', 'M53.2X3'],
  ['thoracic', 'M53.2X4'],
  ['thoracolumbar', 'M53.2X5'],
  ['lumbar', 'M53.2X6'],
  ['lumbosacral', 'M53.2X7'],
  ['sacral', 'M53.2X8'],
  ['unspecified', 'M53.2X9'],
] as const;

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['spinal-instability lumbar L4-L5'], codes: 'M53.2X6' },
  { says: 'C10 lumbosacral', given: ['spinal-instability lumbosacral L5-S1'], codes: 'M53.2X7' },
  { says: 'denied', given: ['spinal-instability absent lumbar'], codes: '' },
  ...PLACES.map(
    ([region, codes]): Case => ({ says: `every region: ${region}`, given: [`spinal-instability ${region}`], codes }),
  ),
];
