/** Claim order and what a code says of itself. */
import { expect, it } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { readShortForm } from './short-form.ts';

function code(lines: readonly string[]) {
  return codeFindings(readShortForm(lines), codeYearOn(null)).codes;
}

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
])('%s', (_, given, codes) => {
  expect(
    code(given)
      .map((c) => c.code)
      .join(' '),
  ).toBe(codes);
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
