/** Cervical discs: one code a level, combinations, neck pain. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  {
    says: 'each level its own code',
    given: ['disc-herniation cervical C4-C5 C5-C6 C6-C7'],
    codes: 'M50.221 M50.222 M50.223',
  },
  { says: 'high cervical', given: ['disc-herniation cervical C3-C4'], codes: 'M50.21' },
  { says: 'C7-T1', given: ['disc-herniation cervicothoracic C7-T1'], codes: 'M50.23' },
  { says: 'level not named: asked', given: ['disc-herniation cervical'], codes: 'M50.20', gaps: 'herniation-level' },
  { says: 'a vertebra for a disc is mid-cervical', given: ['disc-bulge cervical C5'], codes: 'M50.220' },
  {
    says: 'with radiculopathy, all levels',
    given: ['disc-herniation cervical C5-C6 C6-C7', 'radiculopathy cervical'],
    codes: 'M50.122 M50.123',
    excluded: 'M54.12',
  },
  {
    says: 'radiculopathy of one named level',
    given: ['disc-herniation cervical C5-C6 C6-C7', 'radiculopathy cervical C5-C6'],
    codes: 'M50.122 M50.223',
  },
  { says: 'with myelopathy', given: ['disc-herniation cervical C5-C6', 'myelopathy cervical'], codes: 'M50.022' },
  {
    says: 'myeloradiculopathy: both',
    given: ['disc-herniation cervical C5-C6', 'myelopathy cervical', 'radiculopathy cervical'],
    codes: 'M50.022 M50.122',
  },
  { says: 'degeneration', given: ['disc-degeneration cervical C5-C6'], codes: 'M50.322' },
  { says: 'degeneration, level not named', given: ['disc-degeneration cervical'], codes: 'M50.30' },
  {
    says: 'degeneration with radiculopathy',
    given: ['disc-degeneration cervical C6-C7', 'radiculopathy cervical C7'],
    codes: 'M50.123',
  },
  {
    says: 'disc and spondylosis share the radiculopathy',
    given: ['disc-herniation cervical C5-C6', 'spondylosis cervical', 'radiculopathy cervical'],
    codes: 'M50.122 M47.22',
  },
  {
    says: 'neck pain goes, listed or not',
    given: ['neck-pain chronic', 'disc-degeneration cervical C5-C6'],
    codes: 'M50.322',
    excluded: 'M54.2',
  },
  {
    says: 'several degenerated discs and a root without a level: which disc is its own is not said',
    given: ['radiculopathy cervical left', 'disc-degeneration cervical C3-C4 C6-C7'],
    codes: 'M54.12 M50.31 M50.323',
  },
  {
    says: 'one degenerated disc is the root’s own ("with")',
    given: ['radiculopathy cervical left', 'disc-degeneration cervical C6-C7'],
    codes: 'M50.123',
    excluded: 'M54.12',
  },
];
