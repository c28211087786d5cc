/** Claim order and what a code says of itself. */
import { expect, it } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { readShortForm } from './short-form.ts';

function code(lines: readonly string[]) {
  const findings = readShortForm(lines);
  return codeFindings(findings, codeYearOn(findings.note.dateOfService)).codes;
}

const assigned = (lines: readonly string[]) =>
  code(lines)
    .filter((c) => c.standing === 'assigned')
    .map((c) => c.code)
    .join(' ');

it.each([
  ['as the note lists them', ['spondylosis lumbar', 'spinal-stenosis cervical'], 'M47.816 M48.02'],
  ['and the other way about', ['spinal-stenosis cervical', 'spondylosis lumbar'], 'M48.02 M47.816'],
  ['bare pain last', ['low-back-pain chronic', 'spondylosis lumbar'], 'M47.816 M54.50'],
  [
    'what is listed before what stands in the history',
    ['spondylosis lumbar @history', 'spinal-stenosis cervical'],
    'M48.02 M47.816',
  ],
  [
    'code first, though listed later',
    ['annulus-fibrosus-defect lumbar small', 'spinal-stenosis cervical', 'disc-herniation lumbar L4-L5'],
    'M48.02 M51.26 M51.A1',
  ],
  [
    'code first in each region',
    [
      'annulus-fibrosus-defect lumbar L4-L5 small',
      'annulus-fibrosus-defect lumbosacral L5-S1 large',
      'disc-herniation lumbosacral L5-S1',
      'disc-herniation lumbar L4-L5',
    ],
    'M51.27 M51.A5 M51.26 M51.A1',
  ],
  ['neck pain last', ['neck-pain chronic', 'spondylosis lumbar'], 'M47.816 M54.2'],
  ['thoracic pain last', ['thoracic-back-pain chronic', 'spondylosis lumbar'], 'M47.816 M54.6'],
  ['back pain last', ['back-pain chronic', 'spondylosis lumbar'], 'M47.816 M54.9'],
  ['pain of another character last', ['low-back-pain other chronic', 'spondylosis lumbar'], 'M47.816 M54.59'],
  [
    'pain before 2021-10-01 last',
    ['note on 2021-05-01', 'low-back-pain chronic', 'spondylosis lumbar'],
    'M47.816 M54.5',
  ],
  ['vertebrogenic pain where it is listed', ['low-back-pain vertebrogenic', 'spondylosis lumbar'], 'M54.51 M47.816'],
  ['radiculopathy where it is listed', ['radiculopathy lumbar', 'spinal-stenosis lumbar'], 'M54.16 M48.061'],
  ['sciatica where it is listed', ['sciatica left', 'spinal-stenosis lumbar'], 'M54.32 M48.061'],
  [
    'lumbago with sciatica where it is listed',
    ['sciatica left', 'low-back-pain acute', 'spondylolisthesis lumbar'],
    'M54.42 M43.16',
  ],
  ['two pains as listed', ['neck-pain chronic', 'low-back-pain chronic'], 'M54.2 M54.50'],
  ['two pains, the other way about', ['low-back-pain chronic', 'neck-pain chronic'], 'M54.50 M54.2'],
  [
    'two of the history as told',
    ['spondylosis lumbar @history', 'spinal-stenosis cervical @history', 'discitis thoracic'],
    'M46.44 M47.816 M48.02',
  ],
  [
    'told first and listed last',
    ['spinal-stenosis cervical @history @assessment', 'spondylosis lumbar @history'],
    'M48.02 M47.816',
  ],
  [
    'listed twice: where it is listed first',
    ['spondylolisthesis lumbar @impression', 'spondylosis cervical @assessment', 'spondylolisthesis lumbar @plan'],
    'M43.16 M47.812',
  ],
  [
    'a defect of no size follows the herniation',
    ['annulus-fibrosus-defect lumbar L4-L5', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar L5'],
    'M51.16 M51.A0',
  ],
  [
    'a large one as well',
    ['annulus-fibrosus-defect lumbar large', 'disc-herniation lumbar L4-L5', 'myelopathy lumbar'],
    'M51.06 M51.A2',
  ],
  [
    'at L5-S1, of no size',
    ['annulus-fibrosus-defect lumbosacral', 'disc-herniation lumbosacral L5-S1', 'radiculopathy lumbosacral S1'],
    'M51.17 M51.A3',
  ],
  [
    'after both codes of the herniation',
    [
      'annulus-fibrosus-defect lumbar small',
      'disc-herniation lumbar L1-L2',
      'radiculopathy lumbar',
      'myelopathy lumbar',
    ],
    'M51.06 M51.16 M51.A1',
  ],
  [
    'two defects keep their order',
    [
      'annulus-fibrosus-defect lumbar L4-L5 large',
      'annulus-fibrosus-defect lumbar L3-L4 small',
      'disc-herniation lumbar L4-L5',
    ],
    'M51.26 M51.A2 M51.A1',
  ],
  [
    'what follows already stays in its place',
    ['disc-herniation lumbar L4-L5', 'spinal-stenosis cervical', 'annulus-fibrosus-defect lumbar small'],
    'M51.26 M48.02 M51.A1',
  ],
  [
    'a degenerated disc is no herniation',
    ['annulus-fibrosus-defect lumbar small', 'disc-degeneration lumbar L4-L5'],
    'M51.A1 M51.369',
  ],
  [
    'a herniation of the other region moves nothing',
    ['annulus-fibrosus-defect lumbosacral small', 'disc-herniation lumbar L4-L5'],
    'M51.A4 M51.26',
  ],
])('%s', (_, given, codes) => {
  expect(assigned(given)).toBe(codes);
});

it('puts what one mention says in the order of the families: what carries others first', () => {
  const findings = readShortForm(['radiculopathy cervical', 'spinal-stenosis lumbar', 'spondylolisthesis lumbar']);
  const [mention] = findings.mentions;
  const facts = findings.facts.map((fact) => ({ ...fact, mentions: [mention!.id] }));
  const { codes } = codeFindings({ ...findings, facts }, codeYearOn(null));
  expect(codes.map((c) => c.code)).toEqual(['M43.16', 'M48.061', 'M54.12']);
});

it.each([
  ['M51.A0', ['annulus-fibrosus-defect lumbar', 'disc-herniation lumbar L4-L5'], 'M51.26'],
  ['M51.A1', ['annulus-fibrosus-defect lumbar small', 'disc-herniation lumbar', 'radiculopathy lumbar'], 'M51.26'],
  ['M51.A2', ['annulus-fibrosus-defect lumbar large', 'disc-herniation lumbar', 'myelopathy lumbar'], 'M51.26'],
  ['M51.A3', ['annulus-fibrosus-defect lumbosacral', 'disc-herniation lumbosacral'], 'M51.27'],
  ['M51.A5', ['annulus-fibrosus-defect lumbosacral large', 'disc-bulge lumbosacral', 'sciatica left'], 'M51.27'],
])('%s cites the herniation before it', (defect, given, named) => {
  const found = code(given).find((c) => c.code === defect);
  expect(found?.rules[0]?.cites).toContain(named);
  expect(found?.why).toMatch(/, after the herniation of the region\.$/);
});

it.each([
  ['annulus-fibrosus-defect lumbosacral', 'disc-herniation lumbar'],
  ['annulus-fibrosus-defect lumbar', 'disc-herniation lumbosacral'],
  ['annulus-fibrosus-defect lumbar', 'disc-degeneration lumbar'],
  ['annulus-fibrosus-defect lumbar', 'disc-herniation thoracic'],
  ['spinal-stenosis lumbar', 'disc-herniation lumbar'],
])('"%s" beside "%s" cites no such order', (...given) => {
  expect(
    code(given)
      .flatMap((c) => c.rules)
      .map((r) => r.rule),
  ).not.toContain('code-first');
});

it('A4 A22 shows the Code first instruction where it was obeyed, and only there', () => {
  const both = code(['annulus-fibrosus-defect lumbosacral L5-S1 small', 'disc-herniation lumbosacral L5-S1']);
  expect(both.find((c) => c.code === 'M51.A4')?.rules).toContainEqual({
    rule: 'code-first',
    cites: 'ICD-10-CM Tabular FY2027, M51.A4 Code first, if applicable, lumbosacral disc herniation (M51.17, M51.27)',
  });
  const alone = code(['annulus-fibrosus-defect lumbosacral L5-S1 small']);
  expect(alone.flatMap((c) => c.rules).filter((r) => r.rule === 'code-first')).toEqual([]);
});

it('C3 says in one sentence what the code rests on', () => {
  const [first] = code(['annulus-fibrosus-defect lumbosacral L5-S1', 'disc-herniation cervical C5-C6']);
  expect(first?.why).toBe('Annulus fibrosus defect, region lumbosacral, size not documented: stated by the provider.');
});

it('says which code an excluded one yields to', () => {
  const dropped = code(['low-back-pain chronic', 'disc-herniation lumbar L4-L5']).find(
    (c) => c.standing === 'excluded',
  );
  expect(dropped?.why).toContain('M51.26 stays');
  expect(dropped?.rules[0]?.cites).toContain('M54.5 Excludes1');
});

it('A12 gives the reason when the year has no code', () => {
  const findings = readShortForm(['annulus-fibrosus-defect lumbosacral L5-S1 small']);
  const { uncoded } = codeFindings(findings, codeYearOn('2022-09-30'));
  expect(uncoded?.map((u) => u.why).join()).toContain('since FY2023; the date of service falls in FY2022');
});
