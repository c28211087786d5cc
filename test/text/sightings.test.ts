/** A pattern sighted place after place: what begins in a place is seen there, and only there. */
import { expect, test } from 'vitest';
import { Sightings } from '../../src/text/sightings.ts';

type Place = readonly [start: number, end: number];

test.each<[says: string, text: string, asked: readonly Place[], seen: readonly boolean[]]>([
  [
    'in the second sentence only',
    'no pain. leg pain.',
    [
      [0, 8],
      [9, 18],
    ],
    [false, true],
  ],
  [
    'in none',
    'no pain. no ache.',
    [
      [0, 8],
      [9, 17],
    ],
    [false, false],
  ],
  [
    'in both',
    'leg. leg.',
    [
      [0, 4],
      [5, 9],
    ],
    [true, true],
  ],
  [
    'twice in one',
    'leg, leg. arm.',
    [
      [0, 9],
      [10, 14],
    ],
    [true, false],
  ],
  [
    'asked twice of one place',
    'a leg.',
    [
      [0, 6],
      [0, 6],
    ],
    [true, true],
  ],
  [
    'between two places',
    'arm leg arm',
    [
      [0, 3],
      [8, 11],
    ],
    [false, false],
  ],
  ['begun before the place', 'legs', [[1, 4]], [false]],
  ['begun in the place, ended behind it', 'a leg', [[0, 4]], [true]],
  [
    'at the very end',
    'a leg',
    [
      [0, 2],
      [2, 5],
    ],
    [false, true],
  ],
  ['in an empty place', 'leg', [[0, 0]], [false]],
  ['in an empty text', '', [[0, 0]], [false]],
])('%s', (_says, text, asked, seen) => {
  const legs = new Sightings(/leg/g, text);
  expect(asked.map(([start, end]) => legs.beginsIn(start, end))).toEqual(seen);
});

test('two notes asked in turns do not disturb each other', () => {
  const pattern = /leg/g;
  const one = new Sightings(pattern, 'arm. leg.');
  const other = new Sightings(pattern, 'leg. arm.');
  expect([one.beginsIn(0, 4), other.beginsIn(0, 4), one.beginsIn(5, 9), other.beginsIn(5, 9)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
