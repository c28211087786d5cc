/** Instability. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['spinal-instability lumbar L4-L5'], codes: 'M53.2X6' },
  { says: 'C10 lumbosacral', given: ['spinal-instability lumbosacral L5-S1'], codes: 'M53.2X7' },
  { says: 'denied', given: ['spinal-instability absent lumbar'], codes: '' },
];
