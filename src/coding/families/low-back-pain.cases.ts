/** Low back pain: kind, cause, what it yields to, what is asked. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  {
    says: 'B1 no cause: unspecified, and what is open is asked',
    given: ['low-back-pain'],
    codes: 'M54.50',
    gaps: 'pain-specificity pain-duration',
  },
  { says: 'B9 duration stated', given: ['low-back-pain chronic'], codes: 'M54.50', gaps: 'pain-specificity' },
  { says: 'B2 vertebrogenic in words', given: ['low-back-pain vertebrogenic chronic'], codes: 'M54.51' },
  {
    says: 'B8 linked to the endplate by the provider',
    given: ['low-back-pain chronic', 'endplate-change lumbar L4-L5', 'link low-back-pain -> endplate-change'],
    codes: 'M54.51',
  },
  {
    says: 'B7 endplate change on imaging, no link',
    given: ['low-back-pain chronic', 'endplate-change imaging lumbar L4-L5'],
    codes: 'M54.50',
    unconfirmed: 'M54.51',
  },
  {
    says: 'B2 "consistent with" is uncertain',
    given: ['low-back-pain chronic', 'endplate-change lumbar L4-L5', 'link low-back-pain -> endplate-change uncertain'],
    codes: 'M54.50',
    unconfirmed: 'M54.51',
  },
  {
    says: 'the provider rules the endplate out',
    given: ['low-back-pain chronic', 'endplate-change lumbar L1-L2', 'link low-back-pain -> endplate-change absent'],
    codes: 'M54.50',
  },
  { says: 'B3 mechanical', given: ['low-back-pain other acute'], codes: 'M54.59' },
  {
    says: 'B3 myofascial source',
    given: ['low-back-pain chronic', 'other-dorsopathy lumbar "myofascial pain"'],
    codes: 'M54.59',
  },
  {
    says: 'B5 before FY2022 one code',
    given: ['note on 2021-09-30', 'low-back-pain vertebrogenic chronic'],
    codes: 'M54.5',
  },
  {
    says: 'B35 a definite cause explains it and it stands only in the history',
    given: ['low-back-pain chronic @history', 'spinal-stenosis lumbar without-claudication'],
    codes: 'M48.061',
    excluded: 'M54.50',
  },
  {
    says: 'listed on its own beside the cause',
    given: ['low-back-pain chronic', 'spinal-stenosis lumbar without-claudication'],
    codes: 'M48.061 M54.50',
  },
  {
    says: '"low back pain due to facet arthropathy" is not listed on its own',
    given: ['low-back-pain chronic', 'spondylosis lumbar', 'link low-back-pain -> spondylosis'],
    codes: 'M47.816',
    excluded: 'M54.50',
  },
  {
    says: 'listed, and tied to its cause elsewhere',
    given: [
      'low-back-pain chronic @postoperative-diagnosis @indication',
      'spondylosis lumbar',
      'link low-back-pain -> spondylosis',
      'note procedure-note',
    ],
    codes: 'M47.816 M54.50',
  },
  {
    says: 'beside M51.1- never needed',
    given: ['low-back-pain', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar'],
    codes: 'M51.16',
    excluded: 'M54.16 M54.50',
  },
  {
    says: 'with radiculopathy of no disc: both',
    given: ['low-back-pain chronic', 'radiculopathy lumbar'],
    codes: 'M54.16 M54.50',
  },
  {
    says: 'the vertebrogenic pain is a diagnosis beside facet arthropathy',
    given: ['low-back-pain vertebrogenic chronic @history', 'spondylosis lumbar'],
    codes: 'M47.816 M54.51',
  },
  {
    says: 'Excludes1 holds for M54.51 too',
    given: ['low-back-pain vertebrogenic chronic', 'disc-herniation lumbosacral L5-S1'],
    codes: 'M51.27',
    excluded: 'M54.51',
  },
  { says: 'current strain', given: ['low-back-pain', 'back-strain'], codes: 'S39.012A', excluded: 'M54.50' },
  {
    says: 'current sprain: its pain goes',
    given: ['low-back-pain', 'back-strain "lumbar sprain"'],
    codes: 'S33.5XXA',
    excluded: 'M54.50',
  },
  {
    says: 'chronic pain beside a new sprain is another complaint',
    given: ['low-back-pain chronic', 'back-strain "lumbar sprain"'],
    codes: 'S33.5XXA M54.50',
  },
  { says: 'a complaint alone, no assessment', given: ['low-back-pain patient'], codes: '' },
  {
    says: 'a finding to ask about: no bare specificity query',
    given: ['low-back-pain chronic', 'spondylolisthesis imaging lumbosacral L5-S1'],
    codes: 'M54.50',
    unconfirmed: 'M43.17',
  },
  {
    says: 'a procedure note is not asked for duration',
    given: ['note procedure-note', 'low-back-pain', 'radiculopathy lumbar'],
    codes: 'M54.16 M54.50',
  },
];
