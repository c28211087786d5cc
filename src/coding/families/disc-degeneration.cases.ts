/** Disc degeneration: sixth character, rivals for the pain, years. */
import type { Case } from '../case.ts';

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
];
