/** Which queries a note calls for, and which it does not: a table for each kind. */
import { describe, expect, test } from 'vitest';
import type { NoteKind } from '../../src/model.ts';
import { askQueries } from '../../src/queries/ask.ts';
import { note } from './findings.ts';
import { wording } from './wording.ts';

function ask(lines: readonly string[], kind: NoteKind = 'office-note') {
  const { findings, coding } = note(lines, kind);
  return askQueries(findings, coding, wording);
}

const idsOf = (lines: readonly string[], kind?: NoteKind) =>
  ask(lines, kind)
    .map(({ id }) => id)
    .join(' | ');

const LBP = 'present provider low-back-pain lumbar: Low back pain';
const MODIC = 'present imaging endplate-change lumbar L4-L5: Modic 1 change at L4-5';
const HNP = 'present provider disc-herniation lumbosacral L5-S1: L5-S1 herniation';

type Row = [why: string, lines: readonly string[], ids: string, kind?: NoteKind];

describe('annular-defect-imaging', () => {
  const TEAR = 'present provider annulus-fibrosus-defect lumbar L4-L5 small: small annular tear L4-5';
  test.each<Row>([
    ['A3: no study is named', [TEAR], 'annular-defect-imaging/lumbar'],
    ['a plain film shows no annulus', [TEAR, 'study performed X-ray lumbar'], 'annular-defect-imaging/lumbar'],
    ['a study only ordered shows nothing', [TEAR, 'study ordered MRI lumbar'], 'annular-defect-imaging/lumbar'],
    ['a neck study shows no lumbar disc', [TEAR, 'study performed MRI cervical'], 'annular-defect-imaging/lumbar'],
    ['the MRI is named', [TEAR, 'study performed MRI lumbar'], ''],
    ['an old MRI is named', [TEAR, 'study historical MRI'], ''],
    ['the zone that defines it is named', [TEAR, 'element present high-intensity-zone imaging: HIZ at L4-5'], ''],
    ['seen at operation', ['present operative annulus-fibrosus-defect lumbar: torn annulus'], '', 'procedure-note'],
    ['the report is the study', ['present imaging annulus-fibrosus-defect lumbar: annular tear'], '', 'imaging-report'],
    [
      'only suspected',
      ['uncertain imaging annulus-fibrosus-defect lumbar: possible tear'],
      'imaging-only-finding/lumbar',
    ],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));
});

describe('imaging-linkage', () => {
  test.each<Row>([
    ['B7: pain here, endplates there', [LBP, MODIC, 'code M54.50'], 'imaging-linkage/lumbar'],
    [
      'the pain is only complained of',
      ['present patient low-back-pain lumbar: my back hurts', MODIC],
      'imaging-linkage/lumbar',
    ],
    ['back pain without a part', ['present provider back-pain: Back pain', MODIC], 'imaging-linkage/lumbar'],
    [
      'the provider links them',
      [LBP, MODIC, 'linkage present low-back-pain endplate-change: due to the endplates'],
      '',
    ],
    [
      'the provider denies the link',
      [LBP, MODIC, 'linkage absent low-back-pain endplate-change: not from the endplates'],
      '',
    ],
    ['another cause is stated', [LBP, MODIC, 'linkage present low-back-pain spondylosis: from the facets'], ''],
    ['called vertebrogenic', ['present provider low-back-pain lumbar vertebrogenic: vertebrogenic pain', MODIC], ''],
    [
      'the link is doubted: the doubt is asked',
      [LBP, MODIC, 'linkage uncertain low-back-pain endplate-change: could be the endplates'],
      'uncertain-diagnosis/lumbar/low-back-pain',
    ],
    ['no pain', [MODIC], ''],
    ['no endplate change', [LBP, 'absent imaging endplate-change lumbar: no Modic change'], ''],
    ['a neck finding', [LBP, 'present imaging endplate-change cervical: Modic 2 at C5-6'], ''],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));

  test('changes a code only where the pain is coded', () => {
    expect(ask([LBP, MODIC, 'code M54.50'])[0]?.changes).toBe('code');
    expect(ask([LBP, MODIC, 'code M51.26'])[0]?.changes).toBe('documentation');
  });
});

describe('imaging-only-finding', () => {
  const STENOSIS = 'present imaging spinal-stenosis lumbar L4-L5: canal stenosis L4-5';
  const BULGE = 'present imaging disc-bulge lumbar L3-L4: bulge L3-4';
  test.each<Row>([
    ['the assessment says pain', [LBP, STENOSIS], 'imaging-only-finding/lumbar'],
    [
      'one query for the whole part',
      [LBP, STENOSIS, BULGE, 'present imaging spondylosis lumbosacral: facets L5-S1'],
      'imaging-only-finding/lumbar',
    ],
    [
      'one query a part',
      [LBP, STENOSIS, 'present imaging disc-herniation cervical C5-C6: HNP C5-6'],
      'imaging-only-finding/cervical | imaging-only-finding/lumbar',
    ],
    ['in a procedure note', [LBP, STENOSIS], 'imaging-only-finding/lumbar', 'procedure-note'],
    [
      'a finding in doubt',
      [LBP, 'uncertain imaging disc-herniation lumbar: appears herniated'],
      'imaging-only-finding/lumbar',
    ],
    ['the radiologist is no provider to ask', [STENOSIS], '', 'imaging-report'],
    ['diagnosed', [STENOSIS, 'present provider spinal-stenosis lumbar: Lumbar stenosis'], ''],
    [
      'diagnosed at another level',
      [STENOSIS, 'present provider spinal-stenosis lumbar L2-L3: L2-3 stenosis'],
      'imaging-only-finding/lumbar',
    ],
    [
      '"lumbar spondylosis" covers the facets of L5-S1',
      [
        'present provider spondylosis lumbar: Lumbar spondylosis',
        'present imaging spondylosis lumbosacral L5-S1: facets L5-S1',
      ],
      '',
    ],
    ['an L5-S1 diagnosis does not cover L3-4', [HNP, BULGE], 'imaging-only-finding/lumbar'],
    [
      'a herniation speaks of the bulge of its disc',
      ['present provider disc-herniation lumbar L3-L4: HNP L3-4', BULGE],
      '',
    ],
    [
      'and of its desiccation',
      [
        'present provider disc-herniation lumbar: lumbar HNP',
        'present imaging disc-degeneration lumbar L4-L5: desiccated',
      ],
      '',
    ],
    [
      'a degeneration does not speak of a herniation',
      ['present provider disc-degeneration lumbar: DDD', 'present imaging disc-herniation lumbar: protrusion'],
      'imaging-only-finding/lumbar',
    ],
    [
      'expressly not the cause',
      [LBP, STENOSIS, 'linkage absent low-back-pain spinal-stenosis: not from the stenosis'],
      '',
    ],
    [
      'the provider doubts the same',
      [STENOSIS, 'uncertain provider spinal-stenosis lumbar: possible stenosis'],
      'uncertain-diagnosis/lumbar/spinal-stenosis',
    ],
    ['endplate changes have no code', ['present imaging endplate-change lumbar: Modic 2'], ''],
    ['an old fracture is told as old', ['present imaging vertebral-fracture lumbar L2 past: old wedge of L2'], ''],
    ['denied', [LBP, 'absent imaging spinal-stenosis lumbar: no stenosis'], ''],
    ['of a relative', [LBP, 'other-person patient disc-herniation lumbar: his father has a herniation'], ''],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));

  test('each finding is an option of its own, each with its words', () => {
    const [query] = ask([LBP, STENOSIS, BULGE]);
    expect(query?.options.slice(0, 2)).toEqual(['Spinal stenosis at L4-L5', 'Disc bulge at L3-L4']);
    expect(query?.indicators.map(({ text }) => text)).toEqual(['canal stenosis L4-5', 'bulge L3-4']);
    expect(query?.facts).toEqual(['f2', 'f3']);
  });
});

describe('uncertain-diagnosis', () => {
  const MAYBE = 'uncertain provider disc-herniation lumbar L4-L5: probable HNP L4-5';
  test.each<Row>([
    ['probable', [LBP, MAYBE], 'uncertain-diagnosis/lumbar/disc-herniation'],
    [
      'seen at operation, in doubt',
      ['uncertain operative spinal-stenosis lumbar: consistent with stenosis'],
      'uncertain-diagnosis/lumbar/spinal-stenosis',
      'procedure-note',
    ],
    [
      'the radiologist in doubt',
      ['uncertain imaging spinal-stenosis lumbar: possible stenosis'],
      'uncertain-diagnosis/lumbar/spinal-stenosis',
      'imaging-report',
    ],
    [
      'two of one place are two',
      [MAYBE, 'uncertain provider radiculopathy lumbar: ?radiculopathy'],
      'uncertain-diagnosis/lumbar/disc-herniation | uncertain-diagnosis/lumbar/radiculopathy',
    ],
    [
      'suspected origin',
      ['uncertain provider low-back-pain lumbar vertebrogenic: suspect vertebrogenic pain'],
      'uncertain-diagnosis/lumbar/low-back-pain',
    ],
    ['stated definitely elsewhere', [MAYBE, 'present provider disc-herniation lumbar L4-L5: L4-5 herniation'], ''],
    [
      'definite at another level',
      [MAYBE, 'present provider disc-herniation lumbar L2-L3: L2-3 herniation'],
      'uncertain-diagnosis/lumbar/disc-herniation',
    ],
    ['a symptom', ['uncertain provider low-back-pain lumbar: maybe some back pain'], ''],
    ['the patient wonders', ['uncertain patient sciatica left: thinks it may be sciatica'], ''],
    ['only a hazard', ['hypothetical provider disc-herniation lumbar: can end in herniation'], ''],
    ['ruled out', ['absent provider disc-herniation lumbar: no herniation'], ''],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));
});

test('at the end of a stay no code waits for an uncertain diagnosis', () => {
  const { findings, coding } = note(['uncertain provider disc-herniation lumbar: probable HNP']);
  const stay = { ...findings, note: { ...findings.note, setting: 'inpatient' as const } };
  expect(askQueries(findings, coding, wording).map(({ changes }) => changes)).toEqual(['code']);
  expect(askQueries(stay, coding, wording).map(({ changes }) => changes)).toEqual(['documentation']);
});

describe('injury-status', () => {
  /** A paragraph between the event and the pain, so that nothing but its own words ties it to the spine. */
  const FAR = `element present exam exam: ${'Lungs clear, heart regular, abdomen soft. '.repeat(12)}`;
  const FELL = 'element present injury history: He fell from a ladder';
  test.each<Row>([
    ['D5: a fall, and pain coded', [LBP, FELL, 'code M54.50'], 'injury-status/lumbar'],
    [
      'a fall, and two pains',
      [LBP, 'present provider neck-pain cervical: Neck pain', FELL, 'code M54.50'],
      'injury-status/spine',
    ],
    ['a fall, and a herniation', [HNP, FELL, 'code M51.27'], 'injury-status/lumbar'],
    [
      'far from the pain, tied to the problem',
      ['element present injury history: the current problem began with a fall', FAR, LBP, 'code M54.50'],
      'injury-status/lumbar',
    ],
    ['far from the pain, not tied', ['element present injury history: fell off a horse', FAR, LBP, 'code M54.50'], ''],
    ['another part', [LBP, 'element present injury history: retinal injury in 1990', 'code M54.50'], ''],
    ['no event of this kind', [LBP, 'element present injury history: cerebrovascular accident', 'code M54.50'], ''],
    ['only feared', [LBP, 'element present injury history: if there is any trauma she may worsen', 'code M54.50'], ''],
    [
      'the strain is current',
      [LBP, 'present provider back-strain lumbar current: Lumbar strain', FELL, 'code S39.012A'],
      '',
    ],
    [
      'D5: the strain is past',
      [LBP, 'historical provider back-strain lumbar past: old strain', FELL, 'code M54.50'],
      '',
    ],
    [
      'D5: an old fracture does not time a new fall',
      [LBP, 'historical provider vertebral-fracture lumbar L2 past: remote L2 fracture', FELL, 'code M54.50'],
      'injury-status/lumbar',
    ],
    ['nothing was lifted', [LBP, 'element present injury history: lifted nothing', 'code M54.50'], ''],
    ['injury denied', [LBP, FELL, 'element absent injury history: denies any injury', 'code M54.50'], ''],
    ['past by its section', [LBP, 'element present injury past-history: MVA 2005', 'code M54.50'], ''],
    ['advice', [LBP, 'element present injury plan: avoid heavy lifting', 'code M54.50'], ''],
    ['a risk', [LBP, 'element hypothetical injury history: risk of a fall', 'code M54.50'], ''],
    ['nothing of the spine is coded', [FELL, 'present patient neck-pain cervical: neck sore'], ''],
    ['a report', [FELL, 'present imaging disc-herniation lumbar: HNP', 'code M51.26'], '', 'imaging-report'],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));
});

describe('conflicting-documentation', () => {
  const CD = 'conflicting-documentation';
  const LARGE = 'present provider annulus-fibrosus-defect lumbar L4-L5 large: large annular defect';
  const MRI = 'study performed MRI lumbar';
  const RIGHT = 'present provider disc-herniation lumbosacral L5-S1 right: right L5-S1 herniation';
  const LEFT_ESI = 'element present treatment plan: left S1 transforaminal ESI';
  test.each<Row>([
    [
      'size: large, then small',
      [MRI, LARGE, 'present provider annulus-fibrosus-defect lumbar L4-L5 small: only a small defect'],
      `${CD}/lumbar/annulus-fibrosus-defect/size`,
    ],
    [
      'size: of two discs',
      [MRI, LARGE, 'present provider annulus-fibrosus-defect lumbar L2-L3 small: small tear L2-3'],
      '',
    ],
    [
      'size: of two regions',
      [MRI, LARGE, 'present provider annulus-fibrosus-defect lumbosacral L5-S1 small: small tear L5-S1'],
      '',
    ],
    [
      'size: not said is no contradiction',
      [MRI, LARGE, 'present imaging annulus-fibrosus-defect lumbar: annular tear'],
      '',
    ],
    ['planned side', [RIGHT, LEFT_ESI], `${CD}/lumbar/planned-side`],
    ['planned side, short', [RIGHT, 'element present treatment plan: L L5-S1 TFESI'], `${CD}/lumbar/planned-side`],
    ['planned on the side found', [RIGHT, 'element present treatment plan: right S1 transforaminal ESI'], ''],
    ['an earlier one on the other side', [RIGHT, 'element historical treatment history: left L4-5 ESI last year'], ''],
    ['a level is no side', [RIGHT, 'element present treatment plan: L5-S1 interlaminar ESI'], ''],
    ['another joint', [RIGHT, 'element present treatment plan: left knee injection'], ''],
    [
      'both sides documented',
      [RIGHT, 'present provider radiculopathy lumbosacral left: left S1 radiculopathy', LEFT_ESI],
      `${CD}/lumbosacral/radiculopathy/laterality`,
    ],
    [
      'nerve left, disc right',
      [
        'present provider radiculopathy lumbar L5 left: left L5 radiculopathy',
        'present provider disc-herniation lumbar L4-L5 right: right HNP L4-5',
      ],
      `${CD}/lumbar/radiculopathy/laterality`,
    ],
    [
      'nerve left, discs on both sides',
      [
        'present provider radiculopathy lumbar left: left radiculopathy',
        'present provider disc-herniation lumbar L4-L5 right: right HNP',
        'present provider spinal-stenosis lumbar bilateral: stenosis',
      ],
      '',
    ],
    [
      'nerve left, disc without side',
      [
        'present provider radiculopathy lumbar left: left radiculopathy',
        'present provider disc-herniation lumbar: lumbar HNP',
      ],
      '',
    ],
    [
      'level: the imaging shows another disc degenerated than the one assessed',
      [
        'present provider disc-degeneration lumbosacral L5-S1 @assessment: L5-S1 DDD',
        'present imaging disc-degeneration lumbar L4-L5 @imaging: L4-5 desiccation',
      ],
      `${CD}/lumbosacral/disc-degeneration/level`,
    ],
    [
      'status: affirmed and denied',
      [
        'present provider spondylolisthesis lumbar L4-L5: L4-5 listhesis',
        'absent provider spondylolisthesis lumbar: no spondylolisthesis',
      ],
      `${CD}/lumbar/spondylolisthesis/status`,
    ],
    [
      'status: denied at another level',
      [
        'present provider disc-herniation lumbar L4-L5: HNP L4-5',
        'absent imaging disc-herniation lumbar L1-L2: no herniation L1-2',
      ],
      '',
    ],
    [
      'status: no other herniation',
      [
        'present provider disc-herniation lumbar L4-L5: HNP L4-5',
        'absent imaging disc-herniation lumbar: no other herniation',
      ],
      '',
    ],
    [
      'status: a report denies the very level',
      [
        'present provider spinal-stenosis lumbar L4-L5: stenosis L4-5',
        'absent imaging spinal-stenosis lumbar L4-L5: no stenosis at L4-5',
      ],
      `${CD}/lumbar/spinal-stenosis/status`,
    ],
    [
      'status: a report denies at large',
      [
        'present provider spinal-stenosis lumbar L4-L5: stenosis L4-5',
        'absent imaging spinal-stenosis lumbar: no stenosis',
      ],
      '',
    ],
    [
      'status: an EMG refutes no root',
      [
        'present provider radiculopathy lumbar: radiculopathy',
        'absent imaging radiculopathy lumbar: EMG without radiculopathy',
      ],
      '',
    ],
    [
      'status: foramen narrow, canal open',
      [
        'present provider spinal-stenosis lumbar: foraminal stenosis',
        'absent imaging spinal-stenosis lumbar: no central canal stenosis',
      ],
      '',
    ],
    [
      'status: the patient denies',
      ['present provider sciatica left: sciatica', 'absent patient sciatica left: denies sciatica'],
      '',
    ],
    [
      'status: two dorsopathies',
      [
        'present provider other-dorsopathy lumbosacral: transitional segment',
        'absent provider other-dorsopathy lumbosacral: no Bertolotti',
      ],
      '',
    ],
    [
      'level: assessed L4-5, shown L5-S1',
      [
        'present provider disc-herniation lumbar L4-L5 @assessment: HNP L4-5',
        'present imaging disc-herniation lumbosacral L5-S1 @imaging: herniation L5-S1',
      ],
      `${CD}/lumbar/disc-herniation/level`,
    ],
    [
      'level: both shown',
      [
        'present provider disc-herniation lumbar L4-L5 @imaging: HNP L4-5',
        'present imaging disc-herniation lumbosacral L5-S1 @imaging: herniation L5-S1',
      ],
      'imaging-only-finding/lumbar',
    ],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));
});

describe('symptom-only-assessment', () => {
  const ROOT = 'present patient radiculopathy lumbosacral left: pain in the left S1 distribution';
  test.each<Row>([
    ['the story names the root', [LBP, ROOT], 'symptom-only-assessment/lumbar/low-back-pain'],
    ['the root is diagnosed', [LBP, ROOT, 'present provider radiculopathy lumbosacral: S1 radiculopathy'], ''],
    [
      'the doubt is asked already',
      [LBP, ROOT, 'uncertain provider disc-herniation lumbar: ?HNP'],
      'uncertain-diagnosis/lumbar/disc-herniation',
    ],
    ['of another part', ['present provider neck-pain cervical: Neck pain', ROOT], ''],
    ['only a complaint', ['present patient low-back-pain lumbar: back hurts', ROOT], ''],
    ['a symptom alone', [LBP], ''],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));
});

describe('gaps of the coding', () => {
  const TEAR = 'present provider annulus-fibrosus-defect lumbosacral L5-S1: annular tear L5-S1';
  test.each<Row>([
    [
      'A2: size',
      ['study performed MRI', TEAR, 'gap annular-defect-size lumbosacral annulus-fibrosus-defect'],
      'annular-defect-size/lumbosacral',
    ],
    [
      'A1: level',
      [
        'study performed MRI',
        'present provider annulus-fibrosus-defect: annular tear',
        'gap annular-defect-level unspecified annulus-fibrosus-defect',
      ],
      'annular-defect-level/unspecified',
    ],
    [
      'disc level',
      ['present provider disc-herniation lumbar: lumbar HNP', 'gap herniation-level lumbar disc-herniation'],
      'herniation-level/lumbar',
    ],
    [
      'side',
      ['present provider sciatica: sciatica', 'gap sciatica-laterality unspecified sciatica'],
      'sciatica-laterality/unspecified',
    ],
    [
      'root',
      ['present provider radiculopathy: radiculopathy', 'gap radiculopathy-site unspecified radiculopathy'],
      'radiculopathy-site/unspecified',
    ],
    [
      'claudication',
      ['present provider spinal-stenosis lumbar: stenosis', 'gap stenosis-claudication lumbar spinal-stenosis'],
      'stenosis-claudication/lumbar',
    ],
    [
      'pain of the disc',
      [LBP, 'present provider disc-degeneration lumbar: DDD', 'gap disc-degeneration-pain lumbar disc-degeneration'],
      'disc-degeneration-pain/lumbar',
    ],
    ['B9: duration', [LBP, 'gap pain-duration lumbar low-back-pain'], 'pain-duration/lumbar'],
    ['specificity', [LBP, 'gap pain-specificity lumbar low-back-pain'], 'pain-specificity/lumbar'],
    [
      'C1, C8, D1: name',
      [
        'present provider unspecified-dorsopathy lumbar: lumbar disorder',
        'gap named-condition lumbar unspecified-dorsopathy',
      ],
      'named-condition/lumbar',
    ],
    [
      'C2, C4, C5, D4: support',
      ['present provider other-dorsopathy lumbar: facet syndrome', 'gap dorsopathy-support lumbar other-dorsopathy'],
      'dorsopathy-support/lumbar',
    ],
    [
      'specificity yields to a finding to ask about',
      [LBP, MODIC, 'code M54.50', 'gap pain-specificity lumbar low-back-pain'],
      'imaging-linkage/lumbar',
    ],
    ['a gap without a fact has no indicator', ['gap sciatica-laterality unspecified sciatica'], ''],
    [
      'two of one place',
      [
        'present provider back-pain: Back pain',
        LBP,
        'gap pain-duration lumbar back-pain',
        'gap pain-duration lumbar low-back-pain',
      ],
      'pain-duration/lumbar/back-pain | pain-duration/lumbar/low-back-pain',
    ],
  ])('%s', (_why, lines, ids, kind) => expect(idsOf(lines, kind)).toBe(ids));

  test('the why and the standing are those of the coding', () => {
    const [query] = ask([LBP, 'gap pain-duration lumbar low-back-pain']);
    expect(query).toMatchObject({ changes: 'code', why: 'what the answer decides' });
    expect(query?.cites).toContain('Tabular List');
  });

  test('A9: a size in the report is quoted and not chosen', () => {
    const [query] = ask([
      'study performed MRI',
      TEAR,
      'present imaging annulus-fibrosus-defect lumbosacral small: small fissure L5-S1',
      'gap annular-defect-size lumbosacral annulus-fibrosus-defect',
    ]).filter(({ kind }) => kind === 'annular-defect-size');
    expect(query?.options.slice(0, 2)).toEqual(['Small', 'Large']);
    expect(query?.indicators.map(({ text }) => text)).toContain('small fissure L5-S1');
  });
});

describe('what is quoted beside the facts', () => {
  const quotes = (lines: readonly string[]) => ask(lines)[0]?.indicators.map(({ text }) => text);
  const GAP = 'gap pain-duration lumbar low-back-pain';
  const FAR = `element present exam exam: ${'Lungs clear, heart regular, abdomen soft. '.repeat(18)}`;
  test('a duration in the same words as the pain', () => {
    const { findings, coding } = note([LBP, GAP]);
    const text = 'Low back pain for 3 weeks';
    const weeks = {
      kind: 'duration',
      value: '',
      status: 'present',
      section: 'history',
      evidence: [{ start: 18, end: 25, text: '3 weeks' }],
    } as const;
    const [query] = askQueries({ ...findings, text, elements: [weeks] }, coding, wording);
    expect(query?.indicators).toEqual([{ start: 0, end: 25, text }]);
  });
  test('no duration of something else', () =>
    expect(quotes([LBP, 'element present duration exam: no acute distress', GAP])).toEqual(['Low back pain']));
  const DDD = ['present provider disc-degeneration lumbar: DDD', 'gap disc-degeneration-pain lumbar disc-degeneration'];
  test('a leg pain told near the back', () =>
    expect(quotes(['element present leg-pain history: pain down the leg', ...DDD])).toEqual([
      'pain down the leg',
      'DDD',
    ]));
  test('none told far from it', () =>
    expect(quotes(['element present leg-pain history: chest pain that radiates down', FAR, ...DDD])).toEqual(['DDD']));
  test('the same words once', () =>
    expect(
      quotes([LBP, 'present provider back-pain: low back pain', GAP, 'gap pain-duration lumbar back-pain']),
    ).toEqual(['low back pain']));
});

describe('options', () => {
  test.each([
    [
      'a thoracic level is not credible for a lumbar disc',
      ['present provider disc-herniation lumbar: lumbar HNP', 'gap herniation-level lumbar disc-herniation'],
      'L1-L2 to L4-L5, level: ____ | L5-S1',
    ],
    [
      'every region is, where none is named',
      ['present provider disc-herniation: HNP', 'gap herniation-level unspecified disc-herniation'],
      'Cervical, level: ____ | Thoracic, level: ____ | L1-L2 to L4-L5, level: ____ | L5-S1',
    ],
    [
      'leg pain only where the record has it',
      [LBP, 'present provider disc-degeneration lumbar: DDD', 'gap disc-degeneration-pain lumbar disc-degeneration'],
      'Back pain only | No pain from the disc degeneration',
    ],
    [
      'as here',
      [
        LBP,
        'present provider disc-degeneration lumbar: DDD',
        'element present leg-pain history: leg pain',
        'gap disc-degeneration-pain lumbar disc-degeneration',
      ],
      'Back pain only | Leg pain only | Back pain and leg pain | No pain from the disc degeneration',
    ],
    [
      'disc origin only beside a disc',
      [LBP, MODIC],
      'The pain is of vertebral endplate origin | The endplate findings are not the source of the pain | The source of the pain is not established at this encounter',
    ],
    [
      'what is documented is not asked for',
      [
        'present provider other-dorsopathy lumbar: facet syndrome',
        'study performed MRI',
        'element present function history: cannot stoop',
        'gap dorsopathy-support lumbar other-dorsopathy',
      ],
      'Treatment tried and its result: ____ | No further information available',
    ],
  ])('%s', (_why, lines, options) => {
    const [query] = ask(lines);
    expect(query?.options.slice(0, -2).join(' | ')).toBe(options);
    expect(query?.options.slice(-2)).toEqual(['Other (please specify): ____', 'Unable to determine']);
  });
});

describe('order and identity', () => {
  const LINES = [
    LBP,
    'present imaging spinal-stenosis lumbar L4-L5: stenosis L4-5',
    'element present injury history: fell',
    'code M54.50',
    'gap pain-duration lumbar low-back-pain',
  ];
  test('what changes a code comes before what does not, the weightier first', () => {
    expect(idsOf(LINES)).toBe('injury-status/lumbar | imaging-only-finding/lumbar | pain-duration/lumbar');
    const queries = ask([
      HNP,
      'present provider radiculopathy lumbosacral left: left S1 radiculopathy',
      'present imaging disc-herniation lumbar right: right HNP',
      'present imaging spinal-stenosis lumbar: stenosis',
    ]);
    expect(queries.map(({ changes }) => changes)).toEqual([...queries.map(({ changes }) => changes)].sort());
  });
  test('an edited note keeps the ids of what it still leaves open', () => {
    const before = ask(LINES).map(({ id }) => id);
    const after = ask(['element present exam exam: tender L4', ...LINES.slice(0, 2), ...LINES.slice(4)]).map(
      ({ id }) => id,
    );
    expect(before.filter((id) => after.includes(id))).toEqual(after);
  });
  test('nothing documented, nothing asked', () => expect(ask([])).toEqual([]));
});
