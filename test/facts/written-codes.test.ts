/** Codes written in a note: the author's own, and the numbers that only look like codes. */
import { describe, expect, it } from 'vitest';
import { elementsIn } from './found.ts';

describe('written codes', () => {
  it.each<[text: string, codes: string[]]>([
    ['Low back pain (M54.50).', ['M54.50']],
    ['Lumbar strain S39.012A, seen today.', ['S39.012A']],
    ['M53.2X7 and M51.362.', ['M53.2X7', 'M51.362']],
    ['Lumbago, m54.5', []],
    ['DX M51.2-', ['M51.2-']],
    ['Lumbago 724.2', ['724.2']],
    ['M50 with back pain.', []],
    ['Temp T98.6, weight W75.5.', []],
    ['AXIS II: V71.09', []],
    ['Disc at L4.5 and C5.6.', []],
    ['Hemoglobin 13.5, creatinine 0.9, INR 1.1.', []],
    ['Glucose 724.', []],
  ])('%s', (text, codes) => {
    expect(elementsIn(`ASSESSMENT: ${text}`, 'written-code').map((each) => each.split(' ')[1])).toEqual(codes);
  });
});
