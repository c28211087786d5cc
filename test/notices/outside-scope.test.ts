/** What the note documents and our codes do not reach: a row is the chart, and what the notice names; empty: none. */
import { describe, expect, test } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { giveNotices } from '../../src/notices/notice.ts';
import { readShortForm } from '../coding/short-form.ts';

function tell(given: readonly string[]): string {
  const findings = readShortForm(given);
  const year = codeYearOn(null);
  return giveNotices(findings, codeFindings(findings, year), year)
    .filter(({ rule }) => rule === 'outside-code-scope')
    .map(({ message }) => /[A-Z]\d\d(?:\.[0-9A-Z]+)?/.exec(message)?.[0])
    .join(' ');
}

describe('a present condition with no code here', () => {
  test.each<[readonly string[], string]>([
    [['vertebral-fracture lumbar L2'], 'S12'],
    [['other-dorsopathy lumbar "ligamentous laxity"'], 'M24.28'],
    [['other-dorsopathy lumbar "lax, very lax posterior ligaments"'], 'M24.28'],
    [['other-dorsopathy lumbar "ligaments, above all the ligamentum flavum, are lax"'], 'M24.28'],
    [['other-dorsopathy lumbosacral "transitional vertebra"'], 'Q76.4'],
    [['back-strain cervical'], 'S16.1XX'],
    [['back-strain thoracic'], 'S29.012'],
    [['back-strain sacral'], 'S39.013'],
    [['annulus-fibrosus-defect cervical C5-C6'], 'M51.A'],
    [['annulus-fibrosus-defect thoracic'], 'M51.A'],
    [['myelopathy thoracic'], 'G95.9'],
    // The opposites: a code speaks of it, or it is not present, or not now.
    [['other-dorsopathy lumbosacral "Bertolotti syndrome"'], ''],
    [['other-dorsopathy lumbar "lax muscles. Ligaments firm"'], ''],
    [['other-dorsopathy lumbar "relaxed ligaments"'], ''],
    [['back-strain lumbar'], ''],
    [['back-strain cervical past'], ''],
    [['annulus-fibrosus-defect lumbar L4-L5'], ''],
    [['myelopathy cervical', 'disc-herniation cervical C5-C6'], ''],
    [['myelopathy cervical', 'spondylosis cervical'], ''],
    [['vertebral-fracture lumbar absent'], ''],
    [['vertebral-fracture lumbar historical'], ''],
    [['myelopathy uncertain'], ''],
  ])('%j -> %s', (given, named) => {
    expect(tell(given)).toBe(named);
  });
});
