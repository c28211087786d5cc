/** Spondylosis and facet disease. */
import type { Case } from '../case.ts';

/** Region, then the codes: alone, with radiculopathy, with myelopathy, with both. The cord ends above L5-S1. */
const PLACES = [
  ['cervical', 'M47.812', 'M47.22', 'M47.12', 'M47.12 M47.22'],
  ['cervicothoracic', 'M47.813', 'M47.23', 'M47.13', 'M47.13 M47.23'],
  ['thoracic', 'M47.814', 'M47.24', 'M47.14', 'M47.14 M47.24'],
  ['thoracolumbar', 'M47.815', 'M47.25', 'M47.15', 'M47.15 M47.25'],
  ['lumbar', 'M47.816', 'M47.26', 'M47.16', 'M47.16 M47.26'],
  ['lumbosacral', 'M47.817', 'M47.27', 'M47.817', 'M47.27'],
  ['sacral', 'M47.818', 'M47.28', 'M47.818', 'M47.28'],
  ['unspecified', 'M47.819', 'M47.20', 'M47.10', 'M47.10 M47.20'],
] as const;

export const cases: readonly Case[] = [
  { says: 'D7 lumbar, no root: M47.816', given: ['spondylosis lumbar'], codes: 'M47.816' },
  { says: 'lumbosacral', given: ['spondylosis lumbosacral L5-S1'], codes: 'M47.817' },
  { says: 'cervical', given: ['spondylosis cervical'], codes: 'M47.812' },
  { says: 'no site', given: ['spondylosis'], codes: 'M47.819' },
  {
    says: 'with radiculopathy',
    given: ['spondylosis lumbar', 'radiculopathy lumbar'],
    codes: 'M47.26',
    excluded: 'M54.16',
  },
  { says: 'with myelopathy', given: ['spondylosis cervical', 'myelopathy cervical'], codes: 'M47.12' },
  {
    says: 'with both',
    given: ['spondylosis cervical', 'myelopathy cervical', 'radiculopathy cervical'],
    codes: 'M47.12 M47.22',
  },
  {
    says: 'shares a lumbar radiculopathy with the disc',
    given: ['disc-herniation lumbar L4-L5', 'spondylosis lumbar', 'radiculopathy lumbar'],
    codes: 'M51.16 M47.26',
  },
  {
    says: 'radiculopathy of the other region is not its',
    given: ['spondylosis cervical', 'radiculopathy lumbar'],
    codes: 'M47.812 M54.16',
  },
  {
    says: 'on imaging, root carried by an established disc already',
    given: ['disc-herniation lumbar L4-L5', 'radiculopathy lumbar', 'spondylosis imaging lumbar'],
    codes: 'M51.16',
    unconfirmed: 'M47.816',
  },
  {
    says: 'on imaging, root carried by nothing',
    given: ['radiculopathy lumbar', 'spondylosis imaging lumbar'],
    codes: 'M54.16',
    unconfirmed: 'M47.26',
  },
  ...PLACES.flatMap(([region, alone, withRoot, withCord, withBoth]): readonly Case[] => {
    const [disorder, root, cord] = [`spondylosis ${region}`, `radiculopathy ${region}`, `myelopathy ${region}`];
    return [
      { says: `${region}: alone`, given: [disorder], codes: alone },
      { says: `${region}: with its root`, given: [disorder, root], codes: withRoot },
      { says: `${region}: with the cord`, given: [disorder, cord], codes: withCord },
      { says: `${region}: with root and cord`, given: [disorder, root, cord], codes: withBoth },
    ];
  }),
];
