/** Levels: every notation gives the long form, cranial first; what only looks like a level gives none. */
import { describe, expect, it } from 'vitest';
import { compareLevels, regionOfLevel } from '../../src/mentions/levels.ts';
import { levelsOf } from './reading.ts';

describe('a level', () => {
  it.each<[written: string, levels: string]>([
    ['L4-L5', 'L4-L5'],
    ['L4-5', 'L4-L5'],
    ['L4/5', 'L4-L5'],
    ['L4/L5', 'L4-L5'],
    ['L4 - L5', 'L4-L5'],
    ['L4–5', 'L4-L5'],
    ['L4—L5', 'L4-L5'],
    ['l4-5', 'L4-L5'],
    ['L45', 'L4-L5'],
    ['L4L5', 'L4-L5'],
    ['L4-\n5', 'L4-L5'],
    ['L4-\nL5', 'L4-L5'],
    ['L4 on L5', 'L4-L5'],
    ['L4 over L5', 'L4-L5'],
    ['L4 relative to L5', 'L4-L5'],
    ['L4 with respect to L5', 'L4-L5'],
    ['L4 which has', 'L4'],
    ['L4 slipped 5 mm forward on L5', 'L4-L5'],
    ['L4, 5 mm in front of', 'L4'],
    ['C6 on 7', 'C6-C7'],
    ['L4,5', 'L4-L5'],
    ['lumbar 4-5', 'L4-L5'],
    ['cervical 5/6', 'C5-C6'],
    ['between L5 and S1', 'L5-S1'],
    ['L5-S1', 'L5-S1'],
    ['L5/S1', 'L5-S1'],
    ['L5S1', 'L5-S1'],
    ['L5 S1', 'L5-S1'],
    ['L5-1', 'L5-S1'],
    ['L51', 'L5-S1'],
    ['l5-s1', 'L5-S1'],
    ['C5-6', 'C5-C6'],
    ['C56', 'C5-C6'],
    ['C7-T1', 'C7-T1'],
    ['C7-D1', 'C7-T1'],
    ['T12-L1', 'T12-L1'],
    ['D12-L1', 'T12-L1'],
    ['T11-12', 'T11-T12'],
    ['T7/8', 'T7-T8'],
    ['the L5 vertebra', 'L5'],
    ['the S1 root', 'S1'],
    ['an L4 radiculopathy', 'L4'],
    ['the T12 compression fracture', 'T12'],
  ])('%j is %s', (written, levels) => {
    expect(levelsOf(`Seen at ${written}.`)).toEqual([levels]);
  });

  it.each<[written: string, levels: string[]]>([
    ['L4-5 and L5-S1', ['L4-L5', 'L5-S1']],
    ['L3-4, L4-5 and L5-S1', ['L3-L4', 'L4-L5', 'L5-S1']],
    ['L3-4, 4-5 and 5-1', ['L3-L4', 'L4-L5', 'L5-S1']],
    ['L3-4/4-5', ['L3-L4', 'L4-L5']],
    ['L4-5 & L5-S1', ['L4-L5', 'L5-S1']],
    ['L4-5 + L5-S1', ['L4-L5', 'L5-S1']],
    ['C5-6, 6-7', ['C5-C6', 'C6-C7']],
    ['L3 through S1', ['L3-L4 L4-L5 L5-S1']],
    ['L3 thru S1', ['L3-L4 L4-L5 L5-S1']],
    ['L3 to L5', ['L3-L4 L4-L5']],
    ['L3-S1', ['L3-L4 L4-L5 L5-S1']],
    ['C5-C6-C7', ['C5-C6 C6-C7']],
    ['L4-L5-S1', ['L4-L5 L5-S1']],
    ['C4 through C7', ['C4-C5 C5-C6 C6-C7']],
    ['C4 down to C7', ['C4-C5 C5-C6 C6-C7']],
    ['C4 all the way to C7', ['C4-C5 C5-C6 C6-C7']],
    ['between C4 and C7', ['C4-C5 C5-C6 C6-C7']],
    ['L4-5, less L3-4', ['L4-L5', 'L3-L4']],
    ['T11-L1', ['T11-T12 T12-L1']],
  ])('%j are %j', (written, levels) => {
    expect(levelsOf(`Degeneration at ${written}.`)).toEqual(levels);
  });
});

describe('no level', () => {
  it.each([
    'Normal S1 and S2, no murmur.',
    'Heart: regular rate, S1 S2 heard.',
    'S1, S2 normal without gallop or rub.',
    'T1-weighted images.',
    'Sagittal T1, T2 and STIR sequences.',
    'T2 hyperintensity in the marrow.',
    'Axial T2 weighted images were obtained.',
    'Caries of LL5 and UR6.',
    'Vitamin B12 and D3 daily.',
    'HbA1C was 6.5.',
    'CYP2C9 poor metaboliser.',
    'Type 2 diabetes, T2DM.',
    'Coded M51.26 and M54.16.',
    'Ext 4-5, call after 9-10.',
    'Take 1-2 tablets q4-6h.',
    'Strength 4/5 in the left leg, 5/5 elsewhere.',
    'Pain 4-5 out of 10.',
    'Seen 5-1-2026.',
    'Follow up in 3-4 weeks.',
    'TSH 2.1, free T4 1.2, T3 normal.',
    'Ductal carcinoma pT2 N0 M0.',
    'Breast cancer, T1 N0.',
    'Clostridium C. 4 days ago.',
    'Chart L-12, bay S-1.',
    'Filed form C-4 with the board.',
    'L6 does not exist here.',
  ])('%s', (text) => {
    expect(levelsOf(text)).toEqual([]);
  });
});

it.each<[written: string, levels: string[]]>([
  ['Bulge at L4 -5.', ['L4-L5']],
  ['Bulge at L4- 5.', ['L4-L5']],
  ['Form C4-50 was signed.', []],
  ['C3 and C4 complement levels were normal.', []],
])('%s', (written, levels) => {
  expect(levelsOf(written)).toEqual(levels);
});

describe('the region of a level', () => {
  it.each<[string, string]>([
    ['C2-C3', 'cervical'],
    ['C7', 'cervical'],
    ['C7-T1', 'cervicothoracic'],
    ['T1', 'thoracic'],
    ['T11-T12', 'thoracic'],
    ['T12-L1', 'thoracolumbar'],
    ['L1-L2', 'lumbar'],
    ['L4-L5', 'lumbar'],
    ['L5', 'lumbar'],
    ['L5-S1', 'lumbosacral'],
    ['S1', 'lumbosacral'],
    ['S2', 'sacral'],
  ])('%s is %s', (level, region) => {
    expect(regionOfLevel(level)).toBe(region);
  });

  it('is sorted cranial first', () => {
    const sorted = ['C5-C6', 'C7-T1', 'T1', 'T12-L1', 'L4', 'L4-L5', 'L5-S1', 'S1'];
    expect([...sorted].reverse().sort(compareLevels)).toEqual(sorted);
  });
});
