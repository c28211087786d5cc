/** Every promise on codes by its number: a short note, and the codes, queries and notices that it must give. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import {
  type Analysis,
  type AnalyzeOptions,
  type Analyzer,
  createAnalyzer,
  describeCode,
  explainCode,
} from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

interface Promised {
  /** The number of the promise, and what this row proves of it. */
  readonly row: string;
  readonly note: string;
  /** Assigned codes in claim order; any when left out. */
  readonly codes?: string;
  readonly unconfirmed?: string;
  /** Codes left out by a rule. */
  readonly excluded?: string;
  /** Query ids or kinds that must be asked. */
  readonly asks?: string;
  /** Query kinds that must not be asked. */
  readonly silent?: string;
  /** "rule words" of notices that must be given; none of a written code when left out. */
  readonly notices?: readonly string[];
  /** "code verdict" of the claim that `options.meta.codes` sends. */
  readonly claim?: string;
  /** "kind" or "kind: value" of elements that must be captured. */
  readonly elements?: readonly string[];
  readonly studies?: string;
  readonly options?: AnalyzeOptions;
}

const sent = (...codes: string[]): AnalyzeOptions => ({ meta: { codes } });
const on = (dateOfService: string): AnalyzeOptions => ({ dateOfService });

const ANNULUS: readonly Promised[] = [
  {
    row: 'A1 L5-S1 written',
    note: 'MRI reviewed.\nAssessment: Small annular tear at L5-S1.',
    codes: 'M51.A4',
    silent: 'annular-defect-level',
  },
  {
    row: 'A1 lumbosacral written',
    note: 'Assessment: Lumbosacral annular fissure, large.',
    codes: 'M51.A5',
    silent: 'annular-defect-level',
  },
  {
    row: 'A1 lumbar written',
    note: 'Assessment: Small annular tear of the lumbar spine, L4-5.',
    codes: 'M51.A1',
    silent: 'annular-defect-level',
  },
  { row: 'A1 neither written', note: 'Assessment: Small annular tear.', codes: '', asks: 'annular-defect-level' },
  {
    row: 'A2 A14 small, lumbar',
    note: 'Assessment: Small annular tear L3-4.',
    codes: 'M51.A1',
    silent: 'annular-defect-size',
  },
  {
    row: 'A2 A14 large, lumbar',
    note: 'Assessment: Large annular tear L3-4.',
    codes: 'M51.A2',
    silent: 'annular-defect-size',
  },
  { row: 'A2 no size, lumbar', note: 'Assessment: Annular tear L4-5.', codes: 'M51.A0', asks: 'annular-defect-size' },
  {
    row: 'A2 no size, lumbosacral',
    note: 'Assessment: Annular tear L5-S1.',
    codes: 'M51.A3',
    asks: 'annular-defect-size',
  },
  {
    row: 'A2 millimetres are no size',
    note: 'Assessment: Annular tear L5-S1, 4 mm.',
    codes: 'M51.A3',
    asks: 'annular-defect-size',
  },
  {
    row: 'A3 high-intensity zone',
    note: 'MRI lumbar spine: high-intensity zone in the posterior annulus at L5-S1.\nAssessment: Small annular tear L5-S1.',
    codes: 'M51.A4',
    elements: ['high-intensity-zone'],
    studies: 'MRI performed',
    silent: 'annular-defect-imaging',
  },
  {
    row: 'A3 no study named',
    note: 'Assessment: Small annular tear L5-S1.',
    codes: 'M51.A4',
    asks: 'annular-defect-imaging',
  },
  {
    row: 'A4 with displacement, lumbosacral',
    note: 'MRI reviewed.\nAssessment:\n1. Small annular tear L5-S1.\n2. Disc herniation L5-S1.',
    codes: 'M51.27 M51.A4',
  },
  {
    row: 'A4 with radiculopathy, lumbosacral',
    note: 'Assessment:\n1. Small annular tear L5-S1.\n2. L5-S1 disc herniation with left S1 radiculopathy.',
    codes: 'M51.17 M51.A4',
  },
  {
    row: 'A4 lumbar',
    note: 'Assessment:\n1. Large annular tear L4-5.\n2. L4-5 disc protrusion.',
    codes: 'M51.26 M51.A2',
  },
  {
    row: 'A4 herniation of the other region keeps its place',
    note: 'Assessment:\n1. Small annular tear L5-S1.\n2. L3-4 disc protrusion.',
    codes: 'M51.A4 M51.26',
  },
  {
    row: 'A5 low back pain listed on its own',
    note: 'MRI reviewed.\nAssessment:\n1. Small annular tear L5-S1.\n2. Chronic low back pain.',
    codes: 'M51.A4 M54.50',
  },
  {
    row: 'A5 radiculopathy of its own',
    note: 'Assessment:\n1. Small annular tear L5-S1.\n2. Lumbosacral radiculopathy.',
    codes: 'M51.A4 M54.17',
  },
  {
    row: 'A6 lumbar code for L5-S1',
    note: 'Assessment: Small annular tear at L5-S1 (M51.A1).',
    codes: 'M51.A4',
    notices: ['contradicted-code M51.A1'],
  },
  {
    row: 'A6 on the claim',
    note: 'Assessment: Small annular tear at L5-S1.',
    codes: 'M51.A4',
    options: sent('M51.A1'),
    claim: 'M51.A1 contradicted, M51.A4 missing',
  },
  {
    row: 'A7 written before the herniation',
    note: 'Assessment:\n1. Small annular tear L5-S1 M51.A4\n2. Disc herniation L5-S1 M51.27',
    codes: 'M51.27 M51.A4',
    notices: ['code-sequence M51.A4'],
  },
  {
    row: 'A7 sent before the herniation',
    note: 'Assessment: Small annular tear and disc herniation at L5-S1.',
    codes: 'M51.27 M51.A4',
    options: sent('M51.A4', 'M51.27'),
    claim: 'M51.A4 out-of-order, M51.27 supported',
  },
  {
    row: 'A8 heading written',
    note: 'Assessment: Small annular tear L5-S1, M51.A.',
    codes: 'M51.A4',
    notices: ['not-billable-code M51.A4'],
  },
  {
    row: 'A8 heading sent',
    note: 'Assessment: Small annular tear L5-S1.',
    codes: 'M51.A4',
    options: sent('M51.A'),
    claim: 'M51.A not-billable, M51.A4 missing',
  },
  {
    row: 'A9 report says small',
    note: 'MRI lumbar spine: small annular fissure at L5-S1.\nAssessment: Annular tear L5-S1, M51.A3.',
    codes: 'M51.A3',
    asks: 'annular-defect-size/lumbosacral',
  },
  {
    row: 'A10 sacral disorder beside it',
    note: 'Assessment:\n1. Small annular tear L5-S1.\n2. Coccydynia.',
    codes: 'M51.A4 M53.3',
  },
  {
    row: 'A11 cervical disc beside it',
    note: 'Assessment:\n1. Small annular tear L5-S1.\n2. C5-6 disc herniation.',
    codes: 'M51.A4 M50.222',
  },
  { row: 'A12 before FY2023', note: 'Assessment: Small annular tear L5-S1.', codes: '', options: on('2022-09-30') },
  {
    row: 'A12 A19 from FY2023',
    note: 'Assessment: Small annular tear L5-S1.',
    codes: 'M51.A4',
    options: on('2022-10-01'),
  },
  {
    row: 'A12 a date in the text decides nothing',
    note: 'Seen 05/03/2022.\nAssessment: Small annular tear L5-S1.',
    codes: 'M51.A4',
  },
  {
    row: 'A15 first where it stands alone',
    note: 'Assessment: Small annular tear L5-S1. Chronic low back pain.',
    codes: 'M51.A4 M54.50',
  },
  {
    row: 'A16 a pain code beside it',
    note: 'Assessment:\n1. Large annular tear L4-5.\n2. Low back pain, chronic.',
    codes: 'M51.A2 M54.50',
  },
  {
    row: 'A17 on imaging alone',
    note: 'MRI lumbar spine: small annular tear L5-S1.\nAssessment: Chronic low back pain.',
    codes: 'M54.50',
    unconfirmed: 'M51.A4',
    asks: 'imaging-only-finding',
  },
  {
    row: 'A17 on imaging that the provider adopts',
    note: 'MRI lumbar spine: annular fissure L5-S1.\nAssessment: Small annular tear at L5-S1 on MRI.',
    codes: 'M51.A4',
  },
  {
    row: 'A18 M51.17 is the herniation with radiculopathy',
    note: 'Assessment: L5-S1 disc herniation with radiculopathy.',
    codes: 'M51.17',
  },
  { row: 'A20 cervical', note: 'Assessment: Annular tear C5-6.', codes: '', notices: ['outside-code-scope M51.A-'] },
  { row: 'A20 thoracic', note: 'Assessment: Annular tear T8-9.', codes: '', notices: ['outside-code-scope M51.A-'] },
  {
    row: 'A21 level, size, source',
    note: 'Operative findings: small annular tear at L5-S1 seen on inspection.\nPostoperative diagnosis: Small annular tear L5-S1.',
    codes: 'M51.A4',
  },
  {
    row: 'A22 the reminder stands with the code',
    note: 'Assessment: Small annular tear and disc herniation at L5-S1.',
    codes: 'M51.27 M51.A4',
  },
];

const LOW_BACK: readonly Promised[] = [
  {
    row: 'B1 first visit without imaging',
    note: 'New patient. No imaging yet.\nAssessment: Low back pain.',
    codes: 'M54.50',
  },
  {
    row: 'B1 acute, self-limiting',
    note: 'Back went out lifting a box two days ago.\nAssessment: Acute low back pain, expected to resolve.',
    codes: 'M54.50',
  },
  {
    row: 'B1 postural',
    note: 'Assessment: Low back pain, worse with prolonged sitting and poor posture.',
    codes: 'M54.50',
  },
  { row: 'B1 symptom without source', note: 'Assessment: Lumbago, cause not determined.', codes: 'M54.50' },
  {
    row: 'B2 the report alone',
    note: 'MRI lumbar spine: Modic type 1 endplate changes L4-5.\nAssessment: Chronic low back pain.',
    codes: 'M54.50',
    unconfirmed: 'M54.51',
  },
  {
    row: 'B2 an uncertain link',
    note: 'MRI: Modic changes L4-5.\nAssessment: Low back pain, possibly vertebrogenic.',
    codes: 'M54.50',
    asks: 'uncertain-diagnosis',
  },
  {
    row: 'B2 on the claim',
    note: 'MRI lumbar spine: Modic type 1 endplate changes L4-5.\nAssessment: Chronic low back pain.',
    codes: 'M54.50',
    options: sent('M54.51'),
    claim: 'M54.51 unsupported, M54.50 missing',
  },
  {
    row: 'B3 myofascial',
    note: 'Assessment: Chronic low back pain, myofascial.',
    codes: 'M54.59',
  },
  {
    row: 'B3 a myofascial component',
    note: 'Assessment: Low back pain with a myofascial component.',
    codes: 'M54.59',
  },
  { row: 'B3 muscle pain named', note: 'Assessment: Myofascial low back pain.', codes: 'M54.59' },
  { row: 'B3 mechanical', note: 'Assessment: Mechanical low back pain.', codes: 'M54.59' },
  {
    row: 'B3 never a default',
    note: 'Assessment: Low back pain.',
    codes: 'M54.50',
    options: sent('M54.59'),
    claim: 'M54.59 unsupported, M54.50 missing',
  },
  {
    row: 'B4 in the assessment',
    note: 'Assessment: Low back pain M54.5.',
    codes: 'M54.50',
    notices: ['retired-code M54.50'],
  },
  {
    row: 'B4 in a problem list',
    note: 'Problem list:\n- Low back pain (M54.5)\n- Hypertension (I10)\nAssessment: Low back pain, chronic.',
    codes: 'M54.50',
    notices: ['retired-code M54.5'],
  },
  {
    row: 'B4 in a code list',
    note: 'Assessment: Low back pain.\nICD-10 codes: M54.5',
    codes: 'M54.50',
    notices: ['retired-code M54.5'],
  },
  { row: 'B5 before 2021-10-01', note: 'Assessment: Low back pain M54.5.', codes: 'M54.5', options: on('2021-09-30') },
  {
    row: 'B5 from 2021-10-01',
    note: 'Assessment: Low back pain M54.5.',
    codes: 'M54.50',
    options: on('2021-10-01'),
    notices: ['retired-code M54.5'],
  },
  {
    row: 'B6 discogenic',
    note: 'MRI reviewed.\nAssessment: Discogenic low back pain, L4-5 disc degeneration.',
    codes: 'M51.360',
  },
  {
    row: 'B7 no link, therapy planned',
    note: 'MRI lumbar spine: endplate edema at L4-5, Modic 1.\nAssessment: Low back pain.\nPlan: Physical therapy, naproxen.',
    codes: 'M54.50',
    asks: 'imaging-linkage/lumbar',
  },
  {
    row: 'B8 secondary to',
    note: 'Assessment: Low back pain secondary to vertebral endplate degeneration.',
    codes: 'M54.51',
  },
  {
    row: 'B8 vertebrogenic confirmed',
    note: 'Assessment: Vertebrogenic lumbar pain confirmed on MRI.',
    codes: 'M54.51',
  },
  { row: 'B8 arising from', note: 'Assessment: Her low back pain arises from the L4-5 endplates.', codes: 'M54.51' },
  {
    row: 'B8 pain generator',
    note: 'Assessment: Modic changes at L5-S1 are the pain generator for his low back pain.',
    codes: 'M54.51',
  },
  {
    row: 'B8 attributed',
    note: 'Assessment: Chronic low back pain, which I attribute to the Modic type 1 changes at L4-5.',
    codes: 'M54.51',
  },
  {
    row: 'B8 denied',
    note: 'MRI: Modic changes L4-5.\nAssessment: Low back pain, not vertebrogenic.',
    codes: 'M54.50',
  },
  {
    row: 'B12 degeneration, spondylosis',
    note: 'Assessment:\n1. Lumbar spondylosis.\n2. Spinal stenosis L3-4.\n3. Low back pain.',
    codes: 'M47.816 M48.061 M54.50',
  },
  {
    row: 'B12 radiculopathy of the spondylosis',
    note: 'Assessment: Lumbar spondylosis with radiculopathy.',
    codes: 'M47.26',
  },
  {
    row: 'B21 M54.5 today',
    note: 'Assessment: Low back pain.',
    codes: 'M54.50',
    options: sent('M54.5'),
    claim: 'M54.5 retired, M54.50 missing',
  },
  {
    row: 'B22 the link parts .50 from .51',
    note: 'Assessment: Low back pain due to vertebral endplate changes at L4-5.',
    codes: 'M54.51',
  },
  { row: 'B23 .59 is no general code', note: 'Assessment: Low back pain, chronic.', codes: 'M54.50' },
  {
    row: 'B24 not beside displacement',
    note: 'Assessment:\n1. L4-5 disc herniation.\n2. Low back pain.',
    codes: 'M51.26',
    excluded: 'M54.50',
  },
  {
    row: 'B24 beside stenosis when listed',
    note: 'Assessment:\n1. Lumbar spinal stenosis.\n2. Low back pain, chronic.',
    codes: 'M48.061 M54.50',
  },
  {
    row: 'B25 a statement without imaging carries it',
    note: 'Assessment: Vertebrogenic low back pain.',
    codes: 'M54.51',
  },
  {
    row: 'B27 the structural diagnosis leads',
    note: 'Low back pain for a year.\nAssessment: Lumbar spinal stenosis with neurogenic claudication.',
    codes: 'M48.062',
  },
  {
    row: 'B27 a fracture has codes elsewhere',
    note: 'Assessment: Acute L1 compression fracture.',
    codes: '',
    notices: ['outside-code-scope S32.-'],
  },
  {
    row: 'B28 the code of today',
    note: 'HPI: Low back pain, now with an MRI.\nAssessment: L5-S1 disc herniation.',
    codes: 'M51.27',
    options: sent('M54.50'),
    claim: 'M54.50 less-specific, M51.27 missing',
  },
  {
    row: 'B34 most specific',
    note: 'Assessment: Sciatica, left.',
    codes: 'M54.32',
    options: sent('M54.30'),
    claim: 'M54.30 less-specific, M54.32 missing',
  },
  {
    row: 'B34 supported',
    note: 'Assessment: Lumbar spinal stenosis with neurogenic claudication.',
    codes: 'M48.062',
    options: sent('M48.062'),
    claim: 'M48.062 supported',
  },
  { row: 'B35 pain of a herniation', note: 'Assessment: Low back pain due to L5-S1 disc herniation.', codes: 'M51.27' },
  {
    row: 'B35 pain told in the history only',
    note: 'HPI: Low back pain for months.\nAssessment: Lumbar spondylolisthesis L4-5.',
    codes: 'M43.16',
  },
];

const DORSOPATHY: readonly Promised[] = [
  { row: 'C1 a name', note: 'Assessment: Lumbosacral facet syndrome.', codes: 'M53.87', silent: 'named-condition' },
  { row: 'C1 no name', note: 'Assessment: Lumbosacral dorsopathy.', codes: 'M53.9', asks: 'named-condition' },
  {
    row: 'C2 study at L5-S1',
    note: 'X-ray lumbosacral spine: enlarged L5 transverse process.\nAssessment: Bertolotti syndrome at L5-S1.',
    codes: 'M53.87',
    studies: 'X-ray performed',
  },
  {
    row: 'C6 spondylosis wins',
    note: 'Assessment: Lumbosacral spondylosis.',
    codes: 'M47.817',
    options: sent('M53.87'),
    claim: 'M53.87 unsupported, M47.817 missing',
  },
  { row: 'C7 lumbar', note: 'Assessment: Lumbar facet syndrome L3-4.', codes: 'M53.86' },
  { row: 'C7 junction', note: 'Assessment: Facet syndrome at the lumbosacral junction.', codes: 'M53.87' },
  {
    row: 'C7 the other region on the claim',
    note: 'Assessment: Facet syndrome L5-S1.',
    codes: 'M53.87',
    options: sent('M53.86'),
    claim: 'M53.86 contradicted, M53.87 missing',
  },
  { row: 'C8 nothing specific', note: 'Assessment: Lumbar spine disorder.', codes: 'M53.9', asks: 'named-condition' },
  {
    row: 'C8 on the claim',
    note: 'Assessment: Lumbosacral spine disorder.',
    codes: 'M53.9',
    options: sent('M53.87'),
    claim: 'M53.87 unsupported, M53.9 missing',
  },
  {
    row: 'C9 current injury',
    note: 'Slipped and fell yesterday.\nAssessment: Acute lumbar strain with low back pain.',
    codes: 'S39.012A',
  },
  { row: 'C9 discitis', note: 'Assessment: L4-5 discitis with low back pain.', codes: 'M46.46' },
  { row: 'C10 Bertolotti', note: 'Assessment: Bertolotti syndrome, lumbosacral.', codes: 'M53.87' },
  { row: 'C10 instability', note: 'Assessment: Segmental instability L5-S1.', codes: 'M53.2X7' },
  { row: 'C12 M53.86 or M53.87', note: 'Assessment: Facet syndrome L2-3.', codes: 'M53.86' },
  {
    row: 'C13 radiculopathy is not M53.87',
    note: 'Assessment: Lumbosacral radiculopathy.',
    codes: 'M54.17',
    options: sent('M53.87'),
    claim: 'M53.87 unsupported, M54.17 missing',
  },
  {
    row: 'C14 a bare transitional vertebra',
    note: 'Assessment: Lumbosacral transitional vertebra.',
    codes: '',
    notices: ['outside-code-scope Q76.4'],
  },
  {
    row: 'C14 ligamentous laxity',
    note: 'Assessment: Lumbosacral ligamentous laxity.',
    codes: '',
    notices: ['outside-code-scope M24.28'],
  },
  {
    row: 'C15 no 7th character',
    note: 'Assessment: Lumbosacral facet syndrome.',
    codes: 'M53.87',
    options: sent('M53.87A'),
    claim: 'M53.87A not-billable, M53.87 missing',
  },
  {
    row: 'C17 beside a postoperative state',
    note: 'Assessment:\n1. Postlaminectomy syndrome.\n2. Lumbosacral facet syndrome.',
    codes: 'M96.1 M53.87',
  },
  {
    row: 'C18 support missing is asked for',
    note: 'Assessment: Lumbosacral facet syndrome.',
    codes: 'M53.87',
    asks: 'dorsopathy-support',
  },
  { row: 'D1 a name', note: 'Assessment: Lumbar facet syndrome.', codes: 'M53.86', silent: 'named-condition' },
  { row: 'D1 no name', note: 'Assessment: Lumbar dorsopathy.', codes: 'M53.9', asks: 'named-condition' },
  { row: 'D2 within L1-L5', note: 'Assessment: Facet syndrome L4-5.', codes: 'M53.86' },
  { row: 'D2 reaching the sacrum', note: 'Assessment: Facet syndrome L5-S1.', codes: 'M53.87' },
  { row: 'D2 site missing', note: 'Assessment: Facet syndrome.', codes: 'M53.80' },
  {
    row: 'D3 a study with its grade',
    note: 'X-ray lumbar spine: L4-5 facet joints, Kellgren-Lawrence grade 3.\nAssessment: Lumbar facet syndrome L4-5.',
    codes: 'M53.86',
    elements: ['grade'],
    studies: 'X-ray performed',
  },
  {
    row: 'D5 current',
    note: 'Lifted a crate on Monday.\nAssessment: Lumbar strain, initial encounter.',
    codes: 'S39.012A',
  },
  {
    row: 'D5 past',
    note: 'Past history: lumbar strain 2015, resolved.\nAssessment: Low back pain, chronic.',
    codes: 'M54.50',
  },
  {
    row: 'D5 not said which',
    note: 'HPI: Low back pain since a fall down the stairs.\nAssessment: Low back pain.',
    codes: 'M54.50',
    asks: 'injury-status',
  },
  {
    row: 'D6 nonspecific pain',
    note: 'Assessment: Lumbar pain.',
    codes: 'M54.50',
    options: sent('M53.86'),
    claim: 'M53.86 unsupported, M54.50 missing',
  },
  { row: 'D7 M47.816 is without radiculopathy', note: 'Assessment: Lumbar facet arthropathy.', codes: 'M47.816' },
  {
    row: 'D7 with radiculopathy',
    note: 'Assessment: Lumbar spondylosis with radiculopathy.',
    codes: 'M47.26',
    options: sent('M47.816'),
    claim: 'M47.816 less-specific, M47.26 missing',
  },
  {
    row: 'D7 M54.16',
    note: 'Assessment: Lumbar radiculopathy.',
    codes: 'M54.16',
    options: sent('M53.86'),
    claim: 'M53.86 unsupported, M54.16 missing',
  },
  {
    row: 'D7 facet arthropathy beside its syndrome',
    note: 'Assessment: Lumbar facet syndrome due to lumbar facet arthropathy.',
    codes: 'M47.816',
  },
  {
    row: 'D8 junction',
    note: 'Assessment: Lumbosacral facet syndrome.',
    codes: 'M53.87',
    options: sent('M53.86'),
    claim: 'M53.86 contradicted, M53.87 missing',
  },
  { row: 'D9 sprain', note: 'Twisted her back at work today.\nAssessment: Lumbar sprain.', codes: 'S33.5XXA' },
  {
    row: 'D10 a more specific code, neutrally',
    note: 'Assessment: Lumbar facet arthropathy.',
    codes: 'M47.816',
    options: sent('M53.86'),
    claim: 'M53.86 unsupported, M47.816 missing',
  },
  {
    row: 'D12 versus M54.50',
    note: 'Assessment: Lumbar facet syndrome with low back pain.',
    codes: 'M53.86',
  },
  { row: 'D13 versus M53.87', note: 'Assessment: Facet syndrome of the lumbosacral junction.', codes: 'M53.87' },
  { row: 'D16 no 7th character', note: 'Assessment: Lumbar facet syndrome.', codes: 'M53.86' },
  {
    row: 'D17 imaging asked for',
    note: 'Unable to sit longer than ten minutes. Failed six weeks of physical therapy.\nAssessment: Lumbar facet syndrome.',
    codes: 'M53.86',
    asks: 'dorsopathy-support',
  },
  {
    row: 'D18 beside a more specific code of another condition',
    note: 'Assessment:\n1. Lumbar spinal stenosis.\n2. Bertolotti syndrome L5-S1.',
    codes: 'M48.061 M53.87',
  },
];

const CODE_NOTICES = /-code$|^code-sequence$|^outside-code-scope$/;

describe.each([
  ['A. annulus fibrosus defect', ANNULUS],
  ['B. low back pain', LOW_BACK],
  ['C and D. other dorsopathies', DORSOPATHY],
])('%s', (_, rows) => {
  const prove = (_row: string, promised: Promised): void => {
    const analysis = analyzer.analyze(promised.note, promised.options);
    expect(readPromise(analysis, promised)).toEqual(expectPromise(promised));
  };
  test.each(rows.map((promised) => [promised.row, promised] as const))('%s', prove);
});

const words = (text: string): string[] => text.split(' ').filter(Boolean);

/** What the analysis says on each point that the row promises. */
function readPromise({ codes, queries, notices, claim, elements, imaging }: Analysis, promised: Promised): object {
  const standing = (wanted: string) => codes.filter((code) => code.standing === wanted).map(({ code }) => code);
  const asked = queries.flatMap(({ id, kind }) => [id, kind]);
  const told = notices.filter(({ rule }) => CODE_NOTICES.test(rule));
  return {
    ...(promised.codes !== undefined && { codes: standing('assigned').join(' ') }),
    ...(promised.unconfirmed && {
      unconfirmed: words(promised.unconfirmed).filter((code) => standing('unconfirmed').includes(code)),
    }),
    ...(promised.excluded && {
      excluded: words(promised.excluded).filter((code) => standing('excluded').includes(code)),
    }),
    ...(promised.asks && { asks: words(promised.asks).filter((query) => asked.includes(query)) }),
    ...(promised.silent && { silent: words(promised.silent).filter((query) => asked.includes(query)) }),
    notices: (promised.notices ?? []).filter((each) =>
      told.some(({ rule, message }) => rule === each.split(' ')[0] && message.includes(each.split(' ')[1] ?? '')),
    ),
    unpromised: told
      .filter(({ rule }) => !(promised.notices ?? []).some((each) => each.startsWith(`${rule} `)))
      .map(({ rule }) => rule),
    ...(promised.claim && { claim: claim?.codes.map(({ code, verdict }) => `${code} ${verdict}`).join(', ') }),
    ...(promised.elements && {
      elements: promised.elements.filter((kind) => elements.some((element) => element.kind === kind)),
    }),
    ...(promised.studies && { studies: imaging.map(({ modality, status }) => `${modality} ${status}`).join(', ') }),
  };
}

function expectPromise(promised: Promised): object {
  return {
    ...(promised.codes !== undefined && { codes: promised.codes }),
    ...(promised.unconfirmed && { unconfirmed: words(promised.unconfirmed) }),
    ...(promised.excluded && { excluded: words(promised.excluded) }),
    ...(promised.asks && { asks: words(promised.asks) }),
    ...(promised.silent && { silent: [] }),
    notices: promised.notices ?? [],
    unpromised: [],
    ...(promised.claim && { claim: promised.claim }),
    ...(promised.elements && { elements: promised.elements }),
    ...(promised.studies && { studies: promised.studies }),
  };
}

describe('what is said beside the code', () => {
  const explain = (note: string, code: string) => explainCode(analyzer.analyze(note), code);

  it('A4 A22 the instruction stands with the defect that follows a herniation', () => {
    const note = 'Assessment: Small annular tear and disc herniation at L5-S1.';
    const { rules } = explain(note, 'M51.A4');
    expect(rules.find(({ rule }) => rule === 'code-first')?.cites).toContain('M51.17, M51.27');
  });

  it('A12 the reason names the first year', () => {
    const analysis = analyzer.analyze('Assessment: Small annular tear L5-S1.', on('2022-09-30'));
    expect(explainCode(analysis, 'M51.A4').why).toContain('begins on 2022-10-01');
  });

  it('A21 level, size and source are structured, with evidence', () => {
    const note = 'MRI lumbar spine 3/4: HIZ at L5-S1.\nAssessment: Small annular tear L5-S1.';
    const { facts, imaging } = analyzer.analyze(note);
    const defect = facts.find(
      ({ condition, source }) => condition === 'annulus-fibrosus-defect' && source === 'provider',
    );
    expect([defect?.region, defect?.levels, defect?.size]).toEqual(['lumbosacral', ['L5-S1'], 'small']);
    for (const { start, end, text } of [...(defect?.evidence ?? []), ...(imaging[0]?.evidence ?? [])])
      expect(note.slice(start, end)).toBe(text);
    expect(imaging[0]?.modality).toBe('MRI');
  });

  it('C3 the why of M53.8- says that nothing more specific applies', () => {
    const { why } = explain('Assessment: Lumbosacral facet syndrome.', 'M53.87');
    for (const family of ['M47', 'M48.0', 'M51', 'M54.1']) expect(why).toContain(family);
  });

  it('D10 names no payment anywhere', () => {
    const analysis = analyzer.analyze('Assessment: Lumbar facet syndrome M53.86.', sent('M53.87', 'M54.5'));
    expect(JSON.stringify(analysis)).not.toMatch(/\b(pay|paid|payer|payment|reimburse\w*|denial|denied|revenue)\b/i);
  });
});

/** What the pages answer is proved word by word in test/reference; here, that each promise has its place. */
describe('answered on the page of a code', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'A14-A20',
      'M51.A4',
      [
        'small-or-large',
        'first-or-second',
        'with-low-back-pain',
        'imaging-before-procedure',
        'versus-radiculopathy-code',
        'since-when',
        'cervical-or-thoracic',
      ],
    ],
    [
      'B21-B28',
      'M54.50',
      [
        'is-m545-valid',
        'unspecified-or-vertebrogenic',
        'other-as-default',
        'with-disc-disorder',
        'wording-for-vertebrogenic',
        'prior-authorization',
        'every-back-pain-visit',
        'how-often-updated',
      ],
    ],
    [
      'C12-C18',
      'M53.87',
      [
        'lumbar-or-lumbosacral',
        'radiculopathy',
        'bertolotti',
        'seventh-character',
        'procedures',
        'beside-surgery',
        'read-as-unspecified',
      ],
    ],
    [
      'D12-D18',
      'M53.86',
      [
        'versus-pain',
        'lumbar-or-lumbosacral',
        'first-listed-for-injection',
        'physical-therapy',
        'seventh-character',
        'imaging',
        'beside-specific-code',
      ],
    ],
  ])('%s: the questions of %s', (_, code, asked) => {
    const answers = new Map(describeCode(code).faq.map(({ id, answer }) => [id, answer]));
    for (const id of asked) expect([id, (answers.get(id) ?? '').length > 40]).toEqual([id, true]);
  });

  test.each([
    ['A13', 'M51.A4', 'M51.A0 M51.A1 M51.A2 M51.A3 M51.A5'],
    ['C11', 'M53.87', 'M53.80 M53.81 M53.82 M53.83 M53.84 M53.85 M53.86 M53.88'],
  ])('%s: the siblings of %s, and what separates them', (_, code, siblings) => {
    const page = describeCode(code);
    const own = new Set([code]);
    expect(
      page.siblings
        .map((sibling) => sibling.code)
        .filter((each) => !own.has(each))
        .join(' '),
    ).toBe(siblings);
    expect(page.separates).toMatch(/\w/);
  });

  it('A23 C19 D11: status, chapter, region, procedures, chronic flag', () => {
    const page = describeCode('M53.87');
    expect([page.status, page.chapter?.code, page.region]).toEqual(['billable', 'Chapter 13', 'lumbosacral']);
    expect(page.relatedProcedures?.numbers).toEqual(['97110', '97140', '97032', '99213', '99214', '20552']);
    expect(describeCode('M53.86').chronic?.says).toContain('chronic');
  });
});
