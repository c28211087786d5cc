/** Which regions lie next to each other, and which levels are two places. */
import { expect, test } from 'vitest';
import { areApart, areNeighbours, LOW_BACK, MID_BACK, NECK } from '../../src/coding/regions.ts';
import { REGIONS } from '../../src/model.ts';
import { readShortForm } from './short-form.ts';

test.each([
  ['cervical', 'cervical cervicothoracic'],
  ['cervicothoracic', 'cervical cervicothoracic thoracic thoracolumbar'],
  ['thoracic', 'cervicothoracic thoracic thoracolumbar'],
  ['thoracolumbar', 'cervicothoracic thoracic thoracolumbar lumbar lumbosacral sacral'],
  ['lumbar', 'thoracolumbar lumbar lumbosacral sacral'],
  ['lumbosacral', 'thoracolumbar lumbar lumbosacral sacral'],
  ['sacral', 'thoracolumbar lumbar lumbosacral sacral'],
  ['unspecified', 'unspecified'],
] as const)('%s has beside it: %s', (region, beside) => {
  expect(REGIONS.filter((other) => areNeighbours(region, other)).join(' ')).toBe(beside);
});

test('the low back, the neck and the mid back', () => {
  expect(LOW_BACK).toEqual(['thoracolumbar', 'lumbar', 'lumbosacral', 'sacral']);
  expect(NECK).toEqual(['cervical', 'cervicothoracic']);
  expect(MID_BACK).toEqual(['thoracic', 'thoracolumbar']);
});

test.each([
  ['L4-L5', 'L4-L5', false],
  ['L4-L5', 'L3-L4', true],
  ['L3-L4 L4-L5', 'L4-L5 L5-S1', false],
  ['L4-L5', 'L3-L4 L4-L5', false],
  ['L2-L3 L3-L4', 'L4-L5 L5-S1', true],
  // a level that nobody names may be the same
  ['', 'L4-L5', false],
  ['L4-L5', '', false],
  ['', '', false],
])('"%s" and "%s" are two places: %s', (a, b, apart) => {
  const [one, other] = readShortForm([`disc-bulge lumbar ${a}`, `disc-bulge lumbar ${b}`]).facts;
  expect(areApart(one!, other!)).toBe(apart);
});
