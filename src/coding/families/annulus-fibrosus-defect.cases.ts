/** Annular defects: region, size, Code First, conflicting sizes. */
import type { Case } from '../case.ts';

export const cases: readonly Case[] = [
  { says: 'A1 A2 small, L5-S1', given: ['annulus-fibrosus-defect lumbosacral L5-S1 small'], codes: 'M51.A4' },
  { says: 'A2 large, L5-S1', given: ['annulus-fibrosus-defect lumbosacral L5-S1 large'], codes: 'M51.A5' },
  {
    says: 'A2 no size, L5-S1: asked',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1'],
    codes: 'M51.A3',
    gaps: 'annular-defect-size',
  },
  { says: 'A1 small, L4-5', given: ['annulus-fibrosus-defect lumbar L4-L5 small'], codes: 'M51.A1' },
  { says: 'A1 large, lumbar', given: ['annulus-fibrosus-defect lumbar large'], codes: 'M51.A2' },
  {
    says: 'A1 no size, lumbar: asked',
    given: ['annulus-fibrosus-defect lumbar'],
    codes: 'M51.A0',
    gaps: 'annular-defect-size',
  },
  {
    says: 'A1 no place: no code, the level is asked',
    given: ['annulus-fibrosus-defect small'],
    codes: '',
    gaps: 'annular-defect-level',
  },
  {
    says: 'A20 cervical: no M51.A- code, nothing to ask',
    given: ['annulus-fibrosus-defect cervical C5-C6'],
    codes: '',
  },
  {
    says: 'A4 A7 herniation of the region goes first',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1 small', 'disc-herniation lumbosacral L5-S1'],
    codes: 'M51.27 M51.A4',
  },
  {
    says: 'A4 with radiculopathy, lumbar',
    given: ['annulus-fibrosus-defect lumbar L4-L5 large', 'radiculopathy lumbar', 'disc-herniation lumbar L4-L5'],
    codes: 'M51.16 M51.A2',
    excluded: 'M54.16',
  },
  {
    says: 'A4 herniation of another region is not what Code first means',
    given: ['annulus-fibrosus-defect lumbar L2-L3 small', 'disc-herniation lumbosacral L5-S1'],
    codes: 'M51.A1 M51.27',
  },
  {
    says: 'A5 radiculopathy beside a defect alone has its own code',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1 small', 'radiculopathy lumbosacral S1'],
    codes: 'M51.A4 M54.17',
  },
  {
    says: 'A9 the film says small, the provider names no size: size never crosses',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1', 'annulus-fibrosus-defect imaging lumbosacral L5-S1 small'],
    codes: 'M51.A3',
    unconfirmed: 'M51.A4',
    gaps: 'annular-defect-size',
  },
  {
    says: 'A10 A11 sacral and cervical disorders stand beside it',
    given: [
      'annulus-fibrosus-defect lumbosacral L5-S1 small',
      'sacroiliac-disorder "coccydynia"',
      'disc-herniation cervical C5-C6',
    ],
    codes: 'M51.A4 M53.3 M50.222',
  },
  {
    says: 'A12 before FY2023 there is no code',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1 small', 'note on 2022-09-30'],
    codes: '',
  },
  {
    says: 'A12 the first day of FY2023',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1 small', 'note on 2022-10-01'],
    codes: 'M51.A4',
  },
  {
    says: 'two sizes at one level wait for the author',
    given: ['annulus-fibrosus-defect lumbar L4-L5 large', 'annulus-fibrosus-defect lumbar L4-L5 small'],
    codes: '',
    unconfirmed: 'M51.A1 M51.A2',
  },
  {
    says: 'two sizes at two levels are two defects',
    given: ['annulus-fibrosus-defect lumbar L3-L4 large', 'annulus-fibrosus-defect lumbar L4-L5 small'],
    codes: 'M51.A2 M51.A1',
  },
  {
    says: 'told twice, once with size: one code',
    given: ['annulus-fibrosus-defect lumbar L4-L5', 'annulus-fibrosus-defect lumbar small'],
    codes: 'M51.A1',
  },
  {
    says: 'A17 on imaging alone: unconfirmed, and the size is asked too',
    given: ['annulus-fibrosus-defect imaging lumbar L4-L5'],
    codes: '',
    unconfirmed: 'M51.A0',
    gaps: 'annular-defect-size',
  },
  {
    says: 'the radiologist’s own report codes it',
    given: ['note imaging-report', 'annulus-fibrosus-defect imaging lumbosacral L5-S1 large'],
    codes: 'M51.A5',
  },
  {
    says: 'possible: no code',
    given: ['annulus-fibrosus-defect uncertain lumbar L4-L5 small'],
    codes: '',
    unconfirmed: 'M51.A1',
  },
  { says: 'absent: nothing', given: ['annulus-fibrosus-defect absent lumbar'], codes: '' },
  {
    says: 'two sizes at L5-S1 wait for the author',
    given: ['annulus-fibrosus-defect lumbosacral L5-S1 large', 'annulus-fibrosus-defect lumbosacral small'],
    codes: '',
    unconfirmed: 'M51.A4 M51.A5',
  },
  {
    says: 'two sizes in two regions are two defects',
    given: ['annulus-fibrosus-defect lumbar large', 'annulus-fibrosus-defect lumbosacral small'],
    codes: 'M51.A2 M51.A4',
  },
];
