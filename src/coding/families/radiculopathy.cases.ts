/** Radiculopathy on its own. */
import type { Case } from '../case.ts';

const PLACES = [
  ['cervical', 'M54.12'],
  ['cervicothoracic', 'M54.13'],
  ['thoracic', 'M54.14'],
  ['thoracolumbar', 'M54.15'],
  ['lumbar', 'M54.16'],
  ['lumbosacral', 'M54.17'],
  ['sacral', 'M54.18'],
] as const;

export const cases: readonly Case[] = [
  { says: 'cervical', given: ['radiculopathy cervical C6'], codes: 'M54.12' },
  { says: 'thoracic', given: ['radiculopathy thoracic'], codes: 'M54.14' },
  { says: 'lumbar', given: ['radiculopathy lumbar'], codes: 'M54.16' },
  { says: 'S1 root', given: ['radiculopathy lumbosacral S1'], codes: 'M54.17' },
  { says: 'no site: asked', given: ['radiculopathy'], codes: 'M54.10', gaps: 'radiculopathy-site' },
  {
    says: 'of a stenosis: takes its place, and both stand',
    given: ['spinal-stenosis lumbar L4-L5 with-claudication', 'radiculopathy', 'link radiculopathy -> spinal-stenosis'],
    codes: 'M48.062 M54.16',
  },
  { says: 'absent', given: ['radiculopathy absent lumbar'], codes: '' },
  { says: 'uncertain', given: ['radiculopathy uncertain lumbar L5'], codes: '', unconfirmed: 'M54.16' },
  {
    says: 'uncertain, beside a definite herniation',
    given: ['disc-herniation lumbar L4-L5', 'radiculopathy uncertain lumbar'],
    codes: 'M51.26',
    unconfirmed: 'M51.16',
  },
  { says: 'a complaint alone', given: ['radiculopathy patient lumbar'], codes: '' },
  {
    says: 'two discs, the sentence names the lower one',
    given: [
      'disc-herniation lumbar L3-L4',
      'disc-herniation lumbosacral L5-S1',
      'radiculopathy lumbar L5',
      'link radiculopathy -> disc-herniation naming f2',
    ],
    codes: 'M51.26 M51.17',
  },
  {
    says: 'no site, a disc in the low back and facets in the neck: the disc',
    given: ['disc-herniation lumbar L4-L5', 'spondylosis cervical', 'radiculopathy'],
    codes: 'M51.16 M47.812',
  },
  ...PLACES.flatMap(([region, codes]): readonly Case[] => [
    { says: `every region: ${region}`, given: [`radiculopathy ${region}`], codes },
    {
      says: `the place of its stated cause: ${region}`,
      given: [`vertebral-fracture ${region}`, 'radiculopathy', 'link radiculopathy -> vertebral-fracture'],
      codes,
    },
  ]),
  {
    says: 'its own place stands, whatever the cause',
    given: ['vertebral-fracture lumbar', 'radiculopathy lumbosacral', 'link radiculopathy -> vertebral-fracture'],
    codes: 'M54.17',
  },
  {
    says: 'causes in two regions give it no place',
    given: [
      'spinal-stenosis cervical',
      'spinal-stenosis lumbar with-claudication',
      'radiculopathy',
      'link radiculopathy -> spinal-stenosis',
    ],
    codes: 'M48.02 M48.062 M54.10',
    gaps: 'radiculopathy-site',
  },
  {
    says: 'a cause without a place gives it none',
    given: ['spinal-stenosis', 'radiculopathy', 'link radiculopathy -> spinal-stenosis'],
    codes: 'M48.00 M54.10',
    gaps: 'radiculopathy-site',
  },
  {
    says: 'what is ruled out as its cause gives it none',
    given: ['vertebral-fracture lumbar', 'radiculopathy', 'link radiculopathy -> vertebral-fracture absent'],
    codes: 'M54.10',
    gaps: 'radiculopathy-site',
  },
];
