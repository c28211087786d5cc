/** The compliance rules, each with queries that break it and queries that do not; and the built-in wording, clean. */
import { describe, expect, test } from 'vitest';
import type { Ground, Wording } from '../../src/lexicons/query-wording.ts';
import { COMPLIANCE_RULES, type Draft, lintDraft } from '../../src/queries/compliance.ts';
import { withoutCode } from '../../src/queries/indicators.ts';
import { findWordingFaults } from '../../src/queries/wording-check.ts';
import { wording } from './wording.ts';

const TEXT = 'Impression: annular tear at L5-S1. Lumbago M54.51.';
const quote = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, text: words });
const CLOSING = [wording.closing.other, wording.closing.undetermined];
const plain = (texts: readonly string[]) => texts.map((text) => ({ text, needs: [] as Ground[] }));

const GOOD: Draft = {
  question:
    'The record describes an annulus fibrosus defect at L5-S1. Based on your clinical judgment, what is its size?',
  options: plain(['Small', 'Large', ...CLOSING]),
  indicators: [quote('annular tear at L5-S1')],
  grounds: new Set<Ground>(['annulus-fibrosus-defect']),
};
const rulesOf = (draft: Partial<Draft>) =>
  lintDraft({ ...GOOD, ...draft }, TEXT, wording)
    .map(({ rule }) => rule)
    .join(' ');
const asking = (question: string) => rulesOf({ question });
const offering = (...texts: string[]) => rulesOf({ options: plain([...texts, ...CLOSING]) });

test('a good query breaks no rule', () => expect(rulesOf({})).toBe(''));

test('every rule says why, what to do and on whose word', () => {
  for (const { id, reason, remedy, source } of COMPLIANCE_RULES)
    expect([id, reason, remedy, source].every((words) => words.length > 6)).toBe(true);
  expect(new Set(COMPLIANCE_RULES.map(({ id }) => id)).size).toBe(COMPLIANCE_RULES.length);
});

describe('clinical-indicator', () => {
  test.each([
    ['none', [], 'clinical-indicator'],
    ['blank', [{ start: 11, end: 12, text: ' ' }], 'clinical-indicator'],
    ['not what stands there', [{ start: 0, end: 4, text: 'tear' }], 'clinical-indicator'],
    ['quoted exactly', [quote('annular tear')], ''],
  ])('%s', (_why, indicators, rules) => expect(rulesOf({ indicators })).toBe(rules));
});

describe('closing-options', () => {
  test.each([
    [['Small', 'Large'], 'closing-options'],
    [['Small', wording.closing.other], 'closing-options'],
    [['Small', wording.closing.undetermined, wording.closing.other], 'closing-options'],
    [[wording.closing.other, 'Small', ...CLOSING], 'closing-options answer-offered'],
    [['Small', ...CLOSING], ''],
  ])('%j', (texts, rules) =>
    expect(
      rulesOf({ options: plain(texts) })
        .split(' ')
        .filter((rule) => rules === '' || rules.includes(rule))
        .join(' '),
    ).toBe(rules));
});

describe('answer-offered', () => {
  test.each([
    [[], 'answer-offered'],
    [['Small', 'small'], 'answer-offered'],
    [['Small', ' '], 'answer-offered'],
    [['Size: ____'], ''],
  ])('%j', (texts, rules) => expect(offering(...texts)).toBe(rules));
});

describe('supported-option', () => {
  test.each([
    ['Radiculopathy', ['annulus-fibrosus-defect'], 'supported-option'],
    ['Radiculopathy', ['radiculopathy'], ''],
    ['Disc herniation at L5-S1', ['disc-bulge'], 'supported-option'],
    ['Vertebrogenic pain', ['low-back-pain'], 'supported-option'],
    ['Vertebrogenic pain', ['endplate-change'], ''],
    ['Pain of disc origin', ['disc-degeneration'], ''],
    ['Back pain and leg pain', ['low-back-pain'], 'supported-option'],
    ['Back pain and leg pain', ['low-back-pain', 'leg-pain'], ''],
    ['Low back pain', ['neck-pain'], 'supported-option'],
    ['Small', [], ''],
  ] as [string, Ground[], string][])('%s on %j', (text, grounds, rules) =>
    expect(rulesOf({ options: plain([text, ...CLOSING]), grounds: new Set(grounds) })).toBe(rules));
  test('what an option says it needs must be among the indicators', () => {
    const options = [{ text: 'As imaged', needs: ['endplate-change'] as Ground[] }, ...plain(CLOSING)];
    expect(rulesOf({ options })).toBe('supported-option');
    expect(rulesOf({ options, grounds: new Set<Ground>(['endplate-change']) })).toBe('');
  });
});

describe('impact-free', () => {
  test.each([
    ['For reimbursement, what is the size?', 'impact-free'],
    ['So that the payer accepts it, what is the size?', 'impact-free no-pressure'],
    ['For the quality measures of the practice, what is the size?', 'impact-free'],
    ['To reflect severity of illness, what is the size?', 'impact-free'],
    ['As the HCC is open, what is the size?', 'impact-free'],
    ['The claim was sent. What is the size?', 'impact-free'],
    ['The record describes severe stenosis. What is the size?', ''],
    ['The record describes neurogenic claudication. What is the side?', ''],
    ['The record describes a defect. Based on your clinical judgment, what is its quality and size?', ''],
  ])('%s', (question, rules) => expect(asking(question)).toBe(rules));
});

describe('code-free', () => {
  test.each([
    ['Is M51.A4 or M51.A5 meant, in your judgment?', 'code-free'],
    ['Which ICD description fits?', 'code-free'],
    ['Which size decides the code?', 'code-free'],
    ['Which size of the defect at L5-S1, T12-L1 or L5S1 applies?', ''],
  ])('%s', (question, rules) => expect(asking(question)).toBe(rules));
  test.each([['M54.50'], ['M5450'], ['S39.012A'], ['G83.4'], ['724.2']])('an option %s', (text) =>
    expect(offering(text)).toBe('code-free'));
  test('nor in what is quoted', () => expect(rulesOf({ indicators: [quote('Lumbago M54.51')] })).toBe('code-free'));
  test.each([
    ['Lumbago   M54.51', 'Lumbago'],
    ['Low back syndrome (724.2)', 'Low back syndrome'],
    ['M51.26 - HNP L4-5', 'HNP L4-5'],
    ['M54.50, M51.26', null],
    ['L5S1 HNP, C5C6 bulge', 'L5S1 HNP, C5C6 bulge'],
    ['7.24 cm, T 98.6', '7.24 cm, T 98.6'],
  ])('%s is quoted as %s', (text, quoted) => {
    const line = `Dx: ${text}`;
    const span = withoutCode({ start: 4, end: line.length, text });
    expect(span?.text ?? null).toBe(quoted);
    if (span) expect(line.slice(span.start, span.end)).toBe(span.text);
  });
});

describe('neutral-opener', () => {
  test.each([
    ['Do you agree that the tear is small?', 'neutral-opener'],
    ["Wouldn't you call the tear small?", 'neutral-opener'],
    ['Are you treating a small tear?', 'neutral-opener'],
    ['The tear measures 2 mm. Is this a small tear?', 'neutral-opener'],
    ['Please confirm that it is small?', 'neutral-opener'],
    ['Can you add the size?', 'neutral-opener'],
    ['It appears that the tear is small, correct?', 'neutral-opener'],
    ['The record describes a tear. Based on your clinical judgment, can its size be specified?', ''],
  ])('%s', (question, rules) => expect(asking(question)).toBe(rules));
});

describe('no-pressure', () => {
  test.each([
    ['The size must be documented. What is it?', 'no-pressure'],
    ['What is the size, in order to complete the record?', 'no-pressure'],
    ['Clearly the tear is small. What is its size?', 'no-pressure'],
    ['The record suggests a small tear. What is its size?', 'no-pressure'],
    ['The record describes shoulder and back pain. What is its duration?', ''],
  ])('%s', (question, rules) => expect(asking(question)).toBe(rules));
});

describe('no-title', () => {
  test.each([
    ['Query: what is the size?', 'no-title'],
    ['Re: annular tear. What is its size?', 'no-title'],
    ['ANNULAR TEAR: what is its size?', 'no-title'],
    ['MRI and CT disagree. Which size applies?', ''],
  ])('%s', (question, rules) => expect(asking(question)).toBe(rules));
});

describe('one-question', () => {
  test.each([
    ['State the size.', 'one-question'],
    ['What is the size? And the side?', 'one-question'],
    ['What is the size? Thank you.', 'one-question'],
    ['A defect is described. What is its size?', ''],
  ])('%s', (question, rules) => expect(asking(question)).toBe(rules));
});

describe('no-yes-no', () => {
  test.each([['Yes'], ['No'], ['Agree'], ['Disagree.'], [' Yes , ']])('%s', (text) =>
    expect(offering(text)).toBe('no-yes-no'));
  test.each([['No study available'], ['No, none']])('worded out: %s', (text) => expect(offering(text)).toBe(''));
});

test('slot-filled', () => {
  expect(asking('What is the size {place}?')).toBe('slot-filled');
  expect(offering('{value}')).toBe('slot-filled');
});

describe('the wording, before any note', () => {
  test('the built-in one breaks no rule', () => expect(findWordingFaults(wording)).toEqual([]));

  /** The built-in wording with one entry changed. */
  const withEntry = (change: Partial<Wording>) => ({
    ...wording,
    queries: wording.queries.map((entry) => (entry.kind === 'annular-defect-size' ? { ...entry, ...change } : entry)),
  });
  test.each<[string, Partial<Wording>, string]>([
    ['a leading question', { question: 'Do you agree that the defect {place} is small?' }, 'neutral-opener'],
    ['talk of payment', { question: 'The payer asks for the size {place}. What is it?' }, 'impact-free'],
    ['a code', { options: ['Small (M51.A1)', 'Large'] }, 'code-free'],
    ['a diagnosis without its indicator', { options: ['Small', 'With radiculopathy'] }, 'supported-option'],
    ['the same with it', { options: ['Small', { text: 'With radiculopathy', needs: ['radiculopathy'] }] }, ''],
    ['a title', { question: 'Query: what is the size {place}?' }, 'no-title'],
  ])('%s', (_why, change, rule) => {
    const faults = findWordingFaults(withEntry(change));
    expect(faults.map((fault) => fault.rule).join(' ')).toBe(rule);
    expect(faults.every((fault) => fault.kind === 'annular-defect-size')).toBe(true);
  });
});
