/** Herniation and bulge below the neck: region, what they carry, unplaced discs. */
import type { Case } from '../case.ts';

/** Region, then the codes: alone, with radiculopathy, with myelopathy, with both. M51.07 does not exist. */
const PLACES = [
  ['thoracic T7-T8', 'M51.24', 'M51.14', 'M51.04', 'M51.04 M51.14'],
  ['thoracolumbar T12-L1', 'M51.25', 'M51.15', 'M51.05', 'M51.05 M51.15'],
  ['lumbar L1-L2', 'M51.26', 'M51.16', 'M51.06', 'M51.06 M51.16'],
  ['lumbosacral L5-S1', 'M51.27', 'M51.17', 'M51.27', 'M51.17'],
] as const;

export const cases: readonly Case[] = [
  { says: 'lumbar', given: ['disc-herniation lumbar L4-L5'], codes: 'M51.26' },
  { says: 'lumbosacral', given: ['disc-herniation lumbosacral L5-S1'], codes: 'M51.27' },
  { says: 'thoracic', given: ['disc-herniation thoracic T7-T8'], codes: 'M51.24' },
  { says: 'thoracolumbar', given: ['disc-herniation thoracolumbar T12-L1'], codes: 'M51.25' },
  { says: 'a bulge is coded as a displacement', given: ['disc-bulge lumbar L3-L4 L4-L5'], codes: 'M51.26' },
  {
    says: 'with radiculopathy of the region',
    given: ['disc-herniation lumbosacral L5-S1', 'radiculopathy lumbosacral S1'],
    codes: 'M51.17',
    excluded: 'M54.17',
  },
  {
    says: 'A18 L5-S1 disc, "lumbar radiculopathy": the only disc carries it',
    given: ['disc-herniation lumbosacral L5-S1', 'radiculopathy lumbar'],
    codes: 'M51.17',
    excluded: 'M54.16',
  },
  {
    says: 'two discs, root named: its own disc carries it',
    given: ['disc-herniation lumbar L4-L5', 'disc-herniation lumbosacral L5-S1', 'radiculopathy lumbosacral S1'],
    codes: 'M51.26 M51.17',
  },
  {
    says: 'radiculopathy without site takes the only disc',
    given: ['disc-herniation lumbar L4-L5', 'radiculopathy'],
    codes: 'M51.16',
  },
  {
    says: 'radiculopathy without site, neck and low back discs, nothing said',
    given: ['disc-herniation lumbar L4-L5', 'disc-herniation cervical C5-C6', 'radiculopathy'],
    codes: 'M51.26 M50.222 M54.10',
    gaps: 'radiculopathy-site',
  },
  {
    says: 'cervical radiculopathy is not the lumbar disc’s',
    given: ['disc-herniation lumbar L4-L5', 'radiculopathy cervical'],
    codes: 'M51.26 M54.12',
  },
  {
    says: 'sciatica of the disc',
    given: ['disc-herniation lumbar L4-L5', 'sciatica left'],
    codes: 'M51.16',
    excluded: 'M54.32',
  },
  {
    says: 'the provider denies the link',
    given: ['disc-herniation lumbar L4-L5', 'radiculopathy lumbar', 'link radiculopathy -> disc-herniation absent'],
    codes: 'M51.26 M54.16',
  },
  {
    says: 'with myelopathy, thoracic',
    given: ['disc-herniation thoracic T7-T8', 'myelopathy thoracic'],
    codes: 'M51.04',
  },
  { says: 'M51.07 does not exist', given: ['disc-herniation lumbosacral L5-S1', 'myelopathy'], codes: 'M51.27' },
  {
    says: 'root and cord: both combination codes',
    given: ['disc-herniation lumbar L1-L2', 'myelopathy lumbar', 'radiculopathy lumbar'],
    codes: 'M51.06 M51.16',
  },
  {
    says: 'D-level: lumbar herniation without level is coded, the level asked',
    given: ['disc-herniation lumbar'],
    codes: 'M51.26',
    gaps: 'herniation-level',
  },
  {
    says: 'no region: M51.9 is only suggested',
    given: ['disc-herniation'],
    codes: '',
    unconfirmed: 'M51.9',
    gaps: 'herniation-level',
  },
  {
    says: 'low back pain goes (Excludes1 at M54.5)',
    given: ['low-back-pain chronic', 'disc-herniation lumbar L4-L5'],
    codes: 'M51.26',
    excluded: 'M54.50',
  },
  {
    says: 'low back pain stays beside a thoracic disc',
    given: ['low-back-pain chronic', 'disc-herniation thoracic T7-T8'],
    codes: 'M51.24 M54.50',
  },
  {
    says: 'on imaging with the provider’s radiculopathy: the combination is suggested',
    given: ['radiculopathy lumbar', 'disc-herniation imaging lumbar L4-L5'],
    codes: 'M54.16',
    unconfirmed: 'M51.16',
  },
  {
    says: 'possible herniation: the symptom is coded',
    given: ['low-back-pain acute', 'disc-herniation uncertain lumbar'],
    codes: 'M54.50',
    unconfirmed: 'M51.26',
  },
  {
    says: 'possible at discharge of an inpatient: coded as if it existed',
    given: ['note inpatient', 'disc-herniation uncertain lumbar L4-L5'],
    codes: 'M51.26',
  },
  {
    says: 'imaging of the same disc adds nothing',
    given: [
      'disc-herniation lumbar L4-L5',
      'radiculopathy lumbar',
      'disc-bulge imaging lumbar',
      'disc-degeneration imaging lumbar',
    ],
    codes: 'M51.16',
  },
  {
    says: 'imaging of another region is suggested',
    given: ['disc-herniation lumbar L4-L5', 'disc-bulge imaging lumbosacral L5-S1'],
    codes: 'M51.26',
    unconfirmed: 'M51.27',
  },
  {
    says: 'historical, hypothetical, of a relative: nothing',
    given: [
      'disc-herniation historical lumbar',
      'disc-herniation hypothetical lumbar',
      'disc-herniation other-person lumbar',
    ],
    codes: '',
  },
  ...['disc-herniation', 'disc-bulge'].flatMap((disc) =>
    PLACES.flatMap(([place, alone, withRoot, withCord, withBoth]): readonly Case[] => {
      const [disorder, root, cord] = [`${disc} ${place}`, `radiculopathy ${place}`, `myelopathy ${place}`];
      return [
        { says: `${disorder}: alone`, given: [disorder], codes: alone },
        { says: `${disorder}: with its root`, given: [disorder, root], codes: withRoot },
        { says: `${disorder}: with the cord`, given: [disorder, cord], codes: withCord },
        { says: `${disorder}: with root and cord`, given: [disorder, root, cord], codes: withBoth },
      ];
    }),
  ),
];
