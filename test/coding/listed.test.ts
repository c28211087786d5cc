/** Whether the provider lists a pain as a diagnosis of its own. */
import { describe, expect, it, test } from 'vitest';
import { isDiagnosisSection, isListed } from '../../src/coding/listed.ts';
import { type Findings, SECTION_KINDS, type Status } from '../../src/model.ts';
import { readShortForm } from './short-form.ts';

function listed(given: readonly string[], change: (findings: Findings) => Findings = (same) => same): boolean {
  const findings = change(readShortForm(given));
  const { facts, linkages } = findings;
  return isListed(facts[0]!, { findings, facts, linkages, fiscalYear: 2027, supposed: null });
}

describe('by section', () => {
  const DIAGNOSES = 'impression assessment assessment-and-plan plan preoperative-diagnosis postoperative-diagnosis';

  it('lists diagnoses under these headings only', () => {
    expect(new Set(SECTION_KINDS.filter(isDiagnosisSection))).toEqual(new Set(DIAGNOSES.split(' ')));
  });

  it('takes a pain as listed there, and where a note has no headings that we know', () => {
    const sections = SECTION_KINDS.filter((section) => listed([`low-back-pain @${section}`]));
    expect(new Set(sections)).toEqual(new Set([...DIAGNOSES.split(' '), 'preamble', 'other']));
  });
});

describe('by its mentions and what it is tied to', () => {
  test.each<[says: string, given: readonly string[], expected: boolean]>([
    ['one mention of two', ['low-back-pain @history @assessment'], true],
    ['in the history and the plan of another', ['low-back-pain @history', 'neck-pain @assessment'], false],
    ['tied to its cause in the same words', ['low-back-pain', 'link low-back-pain -> spondylosis'], false],
    ['tied in doubt', ['low-back-pain', 'link low-back-pain -> spondylosis uncertain'], true],
    ['the tie denied', ['low-back-pain', 'link low-back-pain -> spondylosis absent'], true],
    ['tied at its later mention', ['low-back-pain @assessment @plan', 'link low-back-pain -> spondylosis'], true],
    [
      'tied at both',
      ['low-back-pain @assessment @plan', 'link low-back-pain -> spondylosis', 'link low-back-pain -> disc-bulge'],
      true,
    ],
    [
      'another symptom is tied in the same words',
      ['low-back-pain', 'link radiculopathy -> spondylosis naming f1'],
      true,
    ],
    [
      'tied in other words, before',
      ['low-back-pain', 'neck-pain', 'link low-back-pain -> spondylosis naming f2'],
      true,
    ],
  ])('%s', (_, given, expected) => expect(listed(given)).toBe(expected));

  const GIVEN = ['neck-pain', 'low-back-pain', 'radiculopathy', 'link low-back-pain -> spondylosis'];
  const shifted = (by: (start: number, end: number) => { start: number; end: number }) =>
    listed(['low-back-pain @history', ...GIVEN], (findings) => {
      const listedMention = findings.mentions.find(({ id }) => id === 'f3m1')!;
      const own = { ...listedMention, id: 'f1m1' };
      const evidence = [{ ...by(own.start, own.end), text: '' }];
      return { ...findings, mentions: [own], linkages: findings.linkages.map((link) => ({ ...link, evidence })) };
    });

  test.each<[says: string, by: (start: number, end: number) => { start: number; end: number }, expected: boolean]>([
    ['a tie that ends in its words', (start) => ({ start: start - 4, end: start + 1 }), false],
    ['a tie that begins in its words', (_, end) => ({ start: end - 1, end: end + 9 }), false],
    ['a tie that ends right before it', (start) => ({ start: start - 4, end: start }), true],
    ['a tie that begins right after it', (_, end) => ({ start: end, end: end + 9 }), true],
  ])('%s', (_, by, expected) => expect(shifted(by)).toBe(expected));

  it('counts a tie that holds its words in one of two places', () => {
    const inTwo = listed(['low-back-pain', 'link low-back-pain -> spondylosis'], (findings) => ({
      ...findings,
      linkages: findings.linkages.map((link) => ({
        ...link,
        evidence: [...link.evidence, { start: 900, end: 910, text: '' }],
      })),
    }));
    expect(inTwo).toBe(false);
  });

  test.each<[Status, boolean]>([
    ['present', true],
    ['absent', false],
    ['uncertain', false],
    ['historical', false],
  ])('a mention that is %s: %s', (status, expected) => {
    const found = listed(['low-back-pain'], (findings) => ({
      ...findings,
      mentions: findings.mentions.map((mention) => ({ ...mention, assertion: { status, cues: [] } })),
    }));
    expect(found).toBe(expected);
  });
});
