/** Disc degeneration: sixth character, rivals for the pain, years. */
import type { Case } from '../case.ts';

/** Region, then the codes: alone, with radiculopathy, with myelopathy, with both; before FY2025 and since. */
const PLACES = [
  ['note on 2024-09-30', 'thoracic T7-T8', 'M51.34', 'M51.14', 'M51.04', 'M51.04 M51.14'],
  ['note on 2024-09-30', 'thoracolumbar T12-L1', 'M51.35', 'M51.15', 'M51.05', 'M51.05 M51.15'],
  ['note on 2024-09-30', 'lumbar L1-L2', 'M51.36', 'M51.16', 'M51.06', 'M51.06 M51.16'],
  ['note on 2024-09-30', 'lumbosacral L5-S1', 'M51.37', 'M51.17', 'M51.37', 'M51.17'],
  ['note on 2024-10-01', 'thoracic T7-T8', 'M51.34', 'M51.14', 'M51.04', 'M51.04 M51.14'],
  ['note on 2024-10-01', 'thoracolumbar T12-L1', 'M51.35', 'M51.15', 'M51.05', 'M51.05 M51.15'],
  ['note on 2024-10-01', 'lumbar L1-L2', 'M51.369', 'M51.16', 'M51.06', 'M51.06 M51.16'],
  ['note on 2024-10-01', 'lumbosacral L5-S1', 'M51.379', 'M51.17', 'M51.379', 'M51.17'],
] as const;

/** The pain that the disc gives, as the provider words it. */
const PAINS = [
  ['lumbar L4-L5', 'back-pain', 'M51.360'],
  ['lumbar L4-L5', 'leg-pain', 'M51.361'],
  ['lumbar L4-L5', 'back-and-leg-pain', 'M51.362'],
  ['lumbar L4-L5', 'none-stated', 'M51.369'],
  ['lumbosacral L5-S1', 'back-pain', 'M51.370'],
  ['lumbosacral L5-S1', 'leg-pain', 'M51.371'],
  ['lumbosacral L5-S1', 'back-and-leg-pain', 'M51.372'],
  ['lumbosacral L5-S1', 'none-stated', 'M51.379'],
] as const;

export const cases: readonly Case[] = [
  { says: 'stated discogenic back pain', given: ['disc-degeneration lumbar L4-L5 back-pain'], codes: 'M51.360' },
  { says: 'stated leg pain', given: ['disc-degeneration lumbosacral L5-S1 leg-pain'], codes: 'M51.371' },
  { says: 'stated both', given: ['disc-degeneration lumbar L4-L5 back-and-leg-pain'], codes: 'M51.362' },
  { says: 'no pain in the record: not asked', given: ['disc-degeneration lumbar L4-L5'], codes: 'M51.369' },
  {
    says: 'B6 low back pain and nothing else: the "with" convention',
    given: ['disc-degeneration lumbosacral L5-S1', 'low-back-pain chronic'],
    codes: 'M51.370',
    excluded: 'M54.50',
  },
  {
    says: 'with leg pain in the history',
    given: ['disc-degeneration lumbar L4-L5', 'low-back-pain chronic', 'element leg-pain'],
    codes: 'M51.362',
    excluded: 'M54.50',
  },
  {
    says: 'a complaint counts as mention',
    given: ['disc-degeneration lumbar L4-L5', 'low-back-pain patient'],
    codes: 'M51.360',
  },
  {
    says: 'two regions',
    given: ['disc-degeneration lumbar L4-L5', 'disc-degeneration lumbosacral L5-S1', 'low-back-pain chronic'],
    codes: 'M51.360 M51.370',
  },
  {
    says: 'a facet joint may hurt as well: asked, and the listed pain keeps its code',
    given: ['disc-degeneration lumbar L4-L5', 'spondylosis lumbar L4-L5', 'low-back-pain chronic'],
    codes: 'M51.369 M47.816 M54.50',
    gaps: 'disc-degeneration-pain',
  },
  {
    says: 'the pain is denied to the disc and given to the endplate',
    given: [
      'disc-degeneration lumbar L4-L5',
      'endplate-change lumbar L4-L5',
      'low-back-pain chronic',
      'link low-back-pain -> endplate-change',
      'link low-back-pain -> disc-degeneration absent',
    ],
    codes: 'M51.369 M54.51',
  },
  {
    says: 'the provider ties the pain to the facets: answered',
    given: [
      'disc-degeneration lumbar L4-L5',
      'spondylosis lumbar',
      'low-back-pain chronic @history',
      'link low-back-pain -> spondylosis',
    ],
    codes: 'M51.369 M47.816',
    excluded: 'M54.50',
  },
  {
    says: 'the provider ties it to the disc though facets are there',
    given: [
      'disc-degeneration lumbar L4-L5',
      'spondylosis lumbar',
      'low-back-pain chronic',
      'link low-back-pain -> disc-degeneration',
    ],
    codes: 'M51.360 M47.816',
    excluded: 'M54.50',
  },
  {
    says: 'back pain of no part does not decide it',
    given: ['disc-degeneration lumbar L4-L5', 'back-pain patient'],
    codes: 'M51.369',
  },
  {
    says: 'radiculopathy of the disc',
    given: ['disc-degeneration lumbar', 'radiculopathy lumbar'],
    codes: 'M51.16',
    excluded: 'M54.16',
  },
  {
    says: 'herniation and degeneration of one disc, no radiculopathy: both',
    given: ['disc-herniation lumbar L4-L5', 'disc-degeneration lumbar L4-L5'],
    codes: 'M51.26 M51.369',
  },
  {
    says: 'the herniated disc carries the root, the other disc does not',
    given: ['disc-herniation lumbar L4-L5', 'disc-degeneration lumbar L2-L3', 'radiculopathy lumbar'],
    codes: 'M51.16 M51.369',
  },
  { says: 'no region', given: ['disc-degeneration'], codes: '', unconfirmed: 'M51.9', gaps: 'herniation-level' },
  {
    says: 'on imaging, no region',
    given: ['disc-degeneration imaging'],
    codes: '',
    unconfirmed: 'M51.9',
    gaps: 'herniation-level',
  },
  {
    says: 'a report never asks for the pain',
    given: [
      'note imaging-report',
      'disc-degeneration imaging lumbar L4-L5',
      'spondylosis imaging lumbar',
      'low-back-pain patient',
    ],
    codes: 'M51.369 M47.816',
  },
  {
    says: 'thoracic and thoracolumbar',
    given: ['disc-degeneration thoracic T5-T6', 'disc-degeneration thoracolumbar T12-L1'],
    codes: 'M51.34 M51.35',
  },
  {
    says: 'before 2024-10-01 five characters',
    given: ['note on 2024-09-30', 'disc-degeneration lumbar L4-L5', 'low-back-pain chronic patient'],
    codes: 'M51.36',
  },
  {
    says: 'leg pain alone beside a stenosis is not asked of the disc',
    given: ['disc-degeneration lumbar L4-L5', 'spinal-stenosis lumbar with-claudication', 'element leg-pain'],
    codes: 'M51.369 M48.062',
  },
  {
    says: 'leg pain alone, nothing else',
    given: ['disc-degeneration lumbar L4-L5', 'element leg-pain'],
    codes: 'M51.361',
  },
  ...PLACES.flatMap(([date, place, alone, withRoot, withCord, withBoth]): readonly Case[] => {
    const [disc, root, cord] = [`disc-degeneration ${place}`, `radiculopathy ${place}`, `myelopathy ${place}`];
    return [
      { says: `${date}, ${place}: alone`, given: [date, disc], codes: alone },
      { says: `${date}, ${place}: with its root`, given: [date, disc, root], codes: withRoot },
      { says: `${date}, ${place}: with the cord`, given: [date, disc, cord], codes: withCord },
      { says: `${date}, ${place}: with root and cord`, given: [date, disc, root, cord], codes: withBoth },
    ];
  }),
  ...PAINS.map(
    ([place, pain, codes]): Case => ({
      says: `${place}, ${pain}`,
      given: [`disc-degeneration ${place} ${pain}`],
      codes,
    }),
  ),
  {
    says: 'no region, before FY2025',
    given: ['note on 2024-09-30', 'disc-degeneration'],
    codes: '',
    unconfirmed: 'M51.9',
    gaps: 'herniation-level',
  },
  {
    says: 'tied to the disc, with leg pain: both',
    given: [
      'disc-degeneration lumbar L4-L5',
      'spondylosis lumbar',
      'low-back-pain chronic',
      'link low-back-pain -> disc-degeneration',
      'element leg-pain',
    ],
    codes: 'M51.362 M47.816',
    excluded: 'M54.50',
  },
  {
    says: 'only asked whether the disc is its source, facets beside it: open',
    given: [
      'disc-degeneration lumbar L4-L5',
      'spondylosis lumbar',
      'low-back-pain chronic',
      'link low-back-pain -> disc-degeneration uncertain',
    ],
    codes: 'M51.369 M47.816 M54.50',
    gaps: 'disc-degeneration-pain',
  },
  {
    says: 'the pain is vertebrogenic, not the disc’s',
    given: ['disc-degeneration lumbar L4-L5', 'low-back-pain vertebrogenic chronic'],
    codes: 'M51.369 M54.51',
  },
  {
    says: 'vertebrogenic back pain leaves the disc the leg pain',
    given: ['disc-degeneration lumbar L4-L5', 'low-back-pain vertebrogenic chronic', 'element leg-pain'],
    codes: 'M51.361 M54.51',
  },
  {
    says: 'the pain is denied to the disc, nothing else is named',
    given: [
      'disc-degeneration lumbar L4-L5',
      'low-back-pain chronic',
      'link low-back-pain -> disc-degeneration absent',
    ],
    codes: 'M51.369 M54.50',
    gaps: '',
  },
  {
    says: 'the pain is tied to a fracture',
    given: [
      'disc-degeneration lumbar L4-L5',
      'vertebral-fracture lumbar L1',
      'low-back-pain chronic',
      'link low-back-pain -> vertebral-fracture',
    ],
    codes: 'M51.369',
    excluded: 'M54.50',
  },
  {
    says: 'low back pain of years ago, or feared, decides nothing',
    given: ['disc-degeneration lumbar L4-L5', 'low-back-pain historical', 'low-back-pain hypothetical'],
    codes: 'M51.369',
  },
  {
    says: 'a disc of the neck is no rival for the low back',
    given: ['disc-degeneration lumbar L4-L5', 'disc-herniation cervical C5-C6', 'low-back-pain chronic'],
    codes: 'M51.360 M50.222',
    excluded: 'M54.50',
  },
  {
    says: 'a report has no pain to give the disc',
    given: ['note imaging-report', 'disc-degeneration imaging lumbar L4-L5', 'low-back-pain patient'],
    codes: 'M51.369',
  },
  {
    says: 'a report that says discogenic pain has',
    given: ['note imaging-report', 'disc-degeneration imaging lumbar L4-L5 back-pain'],
    codes: 'M51.360',
  },
  {
    says: 'another symptom has its cause elsewhere: the pain is the disc’s all the same',
    given: ['disc-degeneration lumbar L4-L5', 'low-back-pain chronic', 'link myelopathy -> vertebral-fracture'],
    codes: 'M51.360',
    excluded: 'M54.50',
  },
  {
    says: 'a trouble of function is no leg pain',
    given: ['disc-degeneration lumbar L4-L5', 'element function'],
    codes: 'M51.369',
  },
];
