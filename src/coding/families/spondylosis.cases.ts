/** Spondylosis and facet disease. */
import type { Case } from '../case.ts';

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
];
