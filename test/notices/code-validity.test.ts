/** Notices on a written code against the list in force: each rule with notes that call for it and notes that do not. */
import { describe, expect, test } from 'vitest';
import { notify, tellNotices } from './record.ts';

describe('a code as it is written', () => {
  test.each([
    // written, date of service, assigned, notice
    ['M54.5', null, 'M54.50', 'retired-code error M54.5'],
    ['M54.5', '2021-10-01', 'M54.50', 'retired-code error M54.5'],
    ['M54.5', '2021-09-30', 'M54.5', ''],
    ['M545', null, 'M54.50', 'retired-code error M545'],
    ['m54.5', null, 'M54.50', 'retired-code error m54.5'],
    ['M54.5-', null, 'M54.50', 'retired-code error M54.5-'],
    ['M54.5x', null, 'M54.50', 'retired-code error M54.5x'],
    ['M5450', null, 'M54.50', ''],
    ['M51.36', '2024-09-30', 'M51.36', ''],
    ['M51.36', '2024-10-01', 'M51.369', 'retired-code error M51.36'],
    ['M51.37', null, 'M51.379', 'retired-code error M51.37'],
    ['M51.A', null, 'M51.A4', 'not-billable-code error M51.A'],
    ['M51.A4', null, 'M51.A4', ''],
    ['M51.A4', '2022-10-01', 'M51.A4', ''],
    ['M51.A4', '2022-09-30', 'M51.27', 'not-yet-valid-code error M51.A4'],
    ['M51.A', '2022-09-30', 'M51.27', 'not-yet-valid-code error M51.A'],
    ['M54.51', '2021-09-30', 'M54.5', 'not-yet-valid-code error M54.51'],
    ['M51.360', '2024-09-30', 'M51.36', 'not-yet-valid-code error M51.360'],
    ['M48.06', null, 'M48.061', 'not-billable-code error M48.06'],
    ['M54', null, 'M54.16', 'not-billable-code error M54'],
    ['S39.012', null, 'S39.012A', 'not-billable-code error S39.012'],
    ['S33.5XX', null, 'S33.5XXA', 'not-billable-code error S33.5XX'],
    ['M53', null, 'M53.3', 'not-billable-code error M53'],
    ['M53.2X', null, 'M53.2X7', 'not-billable-code error M53.2X'],
    ['S39.012A', null, 'S39.012A', ''],
    ['M51.07', null, 'M51.06', 'unknown-code error M51.07'],
    ['M53.89', null, 'M53.80', 'unknown-code error M53.89'],
    ['M54.52', null, 'M54.50', 'unknown-code error M54.52'],
    ['M54.501', null, 'M54.50', 'unknown-code error M54.501'],
    ['722.10', null, 'M51.26', 'icd-9-code info 722.10'],
    ['724.2', '2016-01-01', 'M54.5', 'date-outside-code-set warning | icd-9-code info 724.2'],
    ['724.2', '2014-01-01', 'M54.5', 'date-outside-code-set warning'],
    // Codes outside our scope may well exist: nothing is said of them.
    ['M53.1', null, '', ''],
    ['M48.54XA', null, '', ''],
    ['E11.9', null, '', ''],
    ['Z98.1', null, '', ''],
  ])('%s on %s, words support %s -> %s', (written, dateOfService, assigned, expected) => {
    const codes = assigned ? [`assigned ${assigned}`] : [];
    const record = { text: `Assessment: back ${written} today.`, dateOfService, written: [written], codes };
    expect(tellNotices(record).join(' | ')).toBe(expected);
  });
});

describe('who claims it', () => {
  test.each([
    ['present', 'retired-code error M54.5'],
    ['uncertain', 'retired-code error M54.5'],
    ['historical', 'retired-code info M54.5'],
    ['absent', ''],
    ['hypothetical', ''],
    ['other-person', ''],
  ])('M54.5 told as %s -> %s', (status, expected) => {
    const record = { text: 'Problem list: M54.5', written: [`M54.5 ${status} past-history`] };
    expect(tellNotices(record).join(' | ')).toBe(expected);
  });

  test('each place of a retired code is told', () => {
    const text = 'Problems: M54.5\nAssessment: back pain, M54.5\nCodes: M54.50';
    const notices = notify({
      text,
      written: ['M54.5 present past-history', 'M54.5', 'M54.50 present billing'],
      codes: ['assigned M54.50'],
    });
    expect(notices.map(({ start }) => start)).toEqual([10, 39]);
    for (const { start, end, text: words } of notices) expect(text.slice(start, end)).toBe(words);
  });
});

describe('the message says what is wrong, why, and what to do', () => {
  test.each([
    [
      'M54.5',
      null,
      'M54.50',
      ['retired on 2021-10-01', 'heading of M54.50, M54.51, M54.59', 'support M54.50 (Low back pain, unspecified)'],
    ],
    ['M54.5', null, 'M51.16', ['heading of M54.50, M54.51, M54.59', 'the documentation supports.']],
    ['M51.36', null, 'M51.362', ['retired on 2024-10-01', 'M51.360, M51.361, M51.362, M51.369', 'support M51.362']],
    [
      'M51.A',
      null,
      'M51.A4',
      ['M51.A0, M51.A1, M51.A2, M51.A3, M51.A4, M51.A5', 'support M51.A4 (Intervertebral annulus', 'Section I.B.2'],
    ],
    ['M51.A', null, 'M51.27', ['heading, not a complete code', 'Choose among M51.A0', 'M51.A5.']],
    ['S39.012', null, 'S39.012D', ['lacks its 7th character', 'S39.012A, S39.012D, S39.012S', 'support S39.012D']],
    ['M51', null, '', ['heading', 'and 28 more']],
    ['M53', null, '', ['heading', 'Choose among the complete codes below it.']],
    ['M51.07', null, 'M51.17', ['M51.0 has M51.04', 'support M51.17']],
    ['M54.501', null, '', ['the nearest is M54.50.']],
    [
      'M51.07',
      null,
      'M51.06',
      ['not an ICD-10-CM code of fiscal year 2027', 'M51.0 has M51.04, M51.05, M51.06', 'support M51.06'],
    ],
    [
      'M51.A4',
      '2022-01-01',
      '',
      ['begins on 2022-10-01', 'fiscal year 2022', 'Use the code that the list in force then has'],
    ],
    [
      'M51.360',
      '2023-01-01',
      '',
      ['begins on 2024-10-01', 'Use M51.36 (Other intervertebral disc degeneration, lumbar region)'],
    ],
    ['M54.59', '2021-01-01', '', ['begins on 2021-10-01', 'Use M54.5 (Low back pain), the code of that time']],
    ['724.2', null, '', ['ICD-9-CM ended', '2015-10-01', 'Replace it']],
  ])('%s on %s, words support %s', (written, dateOfService, assigned, parts) => {
    const codes = assigned ? [`assigned ${assigned}`] : [];
    const [notice] = notify({ text: `Dx ${written}`, dateOfService, written: [written], codes });
    for (const part of parts) expect(notice?.message).toContain(part);
    expect(notice?.message).not.toMatch(/\b(pay|paid|payment|payer|reimburse|revenue|denial|denied|DRG)/i);
  });
});
