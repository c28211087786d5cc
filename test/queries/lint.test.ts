/** A user's own query, as text or as data, against the rules: what it breaks, and what it may say. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Analyzer, createAnalyzer, type LintableQuery, lintQuery } from '../../src/index.ts';
import { readQueryText } from '../../src/queries/query-text.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});
const rulesOf = (query: string | LintableQuery, note?: string) =>
  lintQuery(query, { analyzer, note })
    .map(({ rule }) => rule)
    .join(' ');

const RECORD = 'Documented in this record:\n- Imaging, 03/12/2026: "annular tear at L5-S1"\n';
const ASK = 'The record describes an annular tear at L5-S1. Based on your clinical judgment, what is its size?\n';
const OPTIONS = '[ ] Small\n[ ] Large\n';
const CLOSING = '[ ] Other (please specify): ____\n[ ] Unable to determine\n';

describe('a query in plain text', () => {
  test.each<[why: string, query: string, rules: string]>([
    ['compliant', RECORD + ASK + OPTIONS + CLOSING, ''],
    [
      'with closing options in other words and order',
      `${RECORD + ASK + OPTIONS}[ ] Clinically undetermined\n[ ] Other: ____`,
      '',
    ],
    [
      'with bullets and a greeting',
      `Dear Dr. Lund,\n${RECORD + ASK}- Small\n- Large\n- Other: ____\n- Unable to determine`,
      '',
    ],
    [
      'with quotes in a sentence',
      `The record says "annular tear at L5-S1". What is its size?\n${OPTIONS}${CLOSING}`,
      '',
    ],
    ['without words of the record', ASK + OPTIONS + CLOSING, 'clinical-indicator'],
    ['without a way out', RECORD + ASK + OPTIONS, 'closing-options'],
    ['with a title', `Annular defect clarification\n${RECORD}${ASK}${OPTIONS}${CLOSING}`, 'no-title'],
    ['leading', `${RECORD}Do you agree that the tear is small?\n${OPTIONS}${CLOSING}`, 'neutral-opener'],
    ['with a code in an option', `${RECORD + ASK}[ ] Small (M51.A4)\n[ ] Large\n${CLOSING}`, 'code-free'],
    [
      'with money after the options',
      `${RECORD + ASK + OPTIONS + CLOSING}Thank you: this affects payment.`,
      'impact-free',
    ],
    ['urging', `${RECORD}Please choose the size, which is required. What is it?\n${OPTIONS}${CLOSING}`, 'no-pressure'],
    ['with two questions', `${RECORD + ASK}Is it old?\n${OPTIONS}${CLOSING}`, 'one-question'],
    [
      'with yes or no of a new diagnosis',
      `${RECORD}What of it: could there be sciatica?\n[ ] Yes\n[ ] No\n${CLOSING}`,
      'no-yes-no',
    ],
    [
      'offering what no indicator supports',
      `${RECORD + ASK}[ ] Small\n[ ] Small, with radiculopathy\n${CLOSING}`,
      'supported-option',
    ],
    [
      'offering it under another name',
      `${RECORD + ASK}[ ] Small\n[ ] Neurogenic claudication\n${CLOSING}`,
      'supported-option',
    ],
    [
      'with a slot',
      `${RECORD}The record describes {condition}. What is its size?\n${OPTIONS}${CLOSING}`,
      'slot-filled',
    ],
  ])('%s', (_why, query, rules) => expect(rulesOf(query)).toBe(rules));

  it('is held to the note when there is one', () => {
    const query = RECORD + ASK + OPTIONS + CLOSING;
    expect(rulesOf(query, 'MRI: small annular\n  tear at L5-S1.')).toBe('');
    expect(rulesOf(query, 'MRI: annular tear at L4-5.')).toBe('clinical-indicator');
  });
});

test('yes or no may answer how two documented diagnoses relate', () => {
  const query = (question: string) =>
    `- "low back pain"\n- "Modic type 1 endplate change at L4-5"\n${question}\n[ ] Yes\n[ ] No\n${CLOSING}`;
  expect(rulesOf(query('In your judgment, is low back pain due to Modic type 1 endplate change?'))).toBe('');
  expect(rulesOf(query('In your judgment, is low back pain due to discitis?'))).toBe('no-yes-no');
});

describe('a query as data', () => {
  const query: LintableQuery = {
    question: 'The record describes an annular tear. Based on your clinical judgment, what is its size?',
    options: ['Small', 'Large', 'Other (please specify): ____', 'Unable to determine'],
    indicators: ['annular tear at L5-S1'],
  };
  test.each<[string, Partial<LintableQuery>, string]>([
    ['compliant', {}, ''],
    ['a title of its own', { title: 'Size' }, 'no-title'],
    ['indicators as an analysis has them', { indicators: [{ text: 'annular tear' }] }, ''],
    ['no indicators', { indicators: undefined }, 'clinical-indicator'],
    ['words beside it', { beside: ['A larger one is better paid.'] }, 'impact-free'],
  ])('%s', (_why, change, rules) => expect(rulesOf({ ...query, ...change })).toBe(rules));

  it('says why, what to do and on whose word', () => {
    const [broken] = lintQuery({ ...query, title: 'Size' });
    expect(broken).toMatchObject({ rule: 'no-title', what: expect.stringMatching(/title/) });
    for (const words of [broken?.reason, broken?.remedy, broken?.source]) expect(words).toMatch(/\w{4}/);
  });

  it('is not judged by what stands behind an option where nothing can read it', () => {
    const unread = { ...query, options: ['Small', 'Radiculopathy', ...query.options.slice(2)] };
    expect(lintQuery(unread)).toEqual([]);
    expect(rulesOf(unread)).toBe('supported-option');
  });
});

test('every line of a text finds its place', () => {
  const read = readQueryText(
    'Tear clarification\n\nDr. Lund,\nClinical indicators:\n1. Exam: "SLR positive"\n2) no quotes here\nThe record says so. What is it?\n( ) A\n☐ B\nSigned, the desk',
  );
  expect(read).toEqual({
    title: 'Tear clarification',
    indicators: ['SLR positive', 'no quotes here'],
    question: 'The record says so. What is it?',
    options: ['A', 'B'],
    beside: ['Clinical indicators:', 'Signed, the desk'],
  });
});
