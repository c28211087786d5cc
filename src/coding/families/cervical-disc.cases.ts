/** Cervical discs: one code a level, combinations, neck pain. */
import type { Case } from '../case.ts';

/** Place, then the codes of a displaced disc: alone, with radiculopathy, with myelopathy, with both; degenerated, alone. */
const PLACES = [
  ['cervical C2-C3', 'M50.21', 'M50.11', 'M50.01', 'M50.01 M50.11', 'M50.31'],
  ['cervical C3-C4', 'M50.21', 'M50.11', 'M50.01', 'M50.01 M50.11', 'M50.31'],
  ['cervical C4-C5', 'M50.221', 'M50.121', 'M50.021', 'M50.021 M50.121', 'M50.321'],
  ['cervical C5-C6', 'M50.222', 'M50.122', 'M50.022', 'M50.022 M50.122', 'M50.322'],
  ['cervical C6-C7', 'M50.223', 'M50.123', 'M50.023', 'M50.023 M50.123', 'M50.323'],
  ['cervical C4', 'M50.220', 'M50.120', 'M50.020', 'M50.020 M50.120', 'M50.320'],
  ['cervical C5', 'M50.220', 'M50.120', 'M50.020', 'M50.020 M50.120', 'M50.320'],
  ['cervical C6', 'M50.220', 'M50.120', 'M50.020', 'M50.020 M50.120', 'M50.320'],
  ['cervicothoracic C7-T1', 'M50.23', 'M50.13', 'M50.03', 'M50.03 M50.13', 'M50.33'],
  // C7-T1 by its level, C7-T1 by its region
  ['cervical C7-T1', 'M50.23', 'M50.13', 'M50.03', 'M50.03 M50.13', 'M50.33'],
  ['cervicothoracic', 'M50.23', 'M50.13', 'M50.03', 'M50.03 M50.13', 'M50.33'],
] as const;

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
  ...PLACES.flatMap(([place, alone, withRoot, withCord, withBoth, degenerated]): readonly Case[] => {
    const [root, cord] = [`radiculopathy ${place}`, `myelopathy ${place}`];
    return [
      { says: `${place}: degenerated`, given: [`disc-degeneration ${place}`], codes: degenerated },
      ...['disc-herniation', 'disc-bulge', 'disc-degeneration'].flatMap((disc): readonly Case[] => [
        ...(disc === 'disc-degeneration'
          ? []
          : [{ says: `${disc} ${place}: alone`, given: [`${disc} ${place}`], codes: alone }]),
        { says: `${disc} ${place}: with its root`, given: [`${disc} ${place}`, root], codes: withRoot },
        { says: `${disc} ${place}: with the cord`, given: [`${disc} ${place}`, cord], codes: withCord },
        { says: `${disc} ${place}: with root and cord`, given: [`${disc} ${place}`, root, cord], codes: withBoth },
      ]),
    ];
  }),
  {
    says: 'level not named, with root and cord',
    given: ['disc-herniation cervical', 'radiculopathy cervical', 'myelopathy cervical'],
    codes: 'M50.00 M50.10',
    gaps: 'herniation-level',
  },
  {
    says: 'level not named, with the cord',
    given: ['disc-herniation cervical', 'myelopathy cervical'],
    codes: 'M50.00',
    gaps: 'herniation-level',
  },
  {
    says: 'a root at the level of the degenerated disc is that disc’s, whatever is displaced elsewhere',
    given: ['disc-herniation cervical C5-C6', 'disc-degeneration cervical C6-C7', 'radiculopathy cervical C6-C7'],
    codes: 'M50.222 M50.123',
  },
  {
    says: 'a root of no named level is the displaced disc’s',
    given: ['disc-herniation cervical C5-C6', 'disc-degeneration cervical C6-C7', 'radiculopathy cervical'],
    codes: 'M50.122 M50.323',
  },
  {
    says: 'a root at a level that no disc has is shared by all',
    given: ['disc-herniation cervical C5-C6 C6-C7', 'radiculopathy cervical C4-C5'],
    codes: 'M50.122 M50.123',
  },
  {
    says: 'a cord pressed at one named level',
    given: ['disc-herniation cervical C5-C6 C6-C7', 'myelopathy cervical C5-C6'],
    codes: 'M50.022 M50.223',
  },
];
