/** Notices on the record around the codes: dates, empty headings, conditions coded elsewhere, and the order of all. */
import { describe, expect, test } from 'vitest';
import type { Condition, SectionKind, Status } from '../../src/model.ts';
import { notify, tellNotices } from './record.ts';

describe('a date of service that no list here reaches', () => {
  test.each([
    ['2020-09-30', 'date-outside-code-set warning'],
    ['2020-10-01', ''],
    ['2027-09-30', ''],
    ['2027-10-01', 'date-outside-code-set warning'],
    [null, ''],
  ])('%s -> %s', (dateOfService, expected) => {
    expect(tellNotices({ text: 'Low back pain.', dateOfService }).join(' | ')).toBe(expected);
  });

  test.each([
    ['2019-01-01', ['2019-01-01', 'before the first', '2020-10-01 to 2027-09-30', 'fiscal year 2021']],
    ['2030-01-01', ['2030-01-01', 'after the last', 'fiscal year 2027']],
  ])('%s: the message says which list was used', (dateOfService, parts) => {
    const [notice] = notify({ text: 'Low back pain.', dateOfService });
    for (const part of parts) expect(notice?.message).toContain(part);
    expect(notice).not.toHaveProperty('start');
  });
});

describe('a heading with nothing below it', () => {
  test.each<[string, [SectionKind, string][], string]>([
    ['PLAN:\n', [['plan', 'PLAN:']], 'empty-section info PLAN:'],
    ['\nPAIN FOLLOW-UP\n\n', [['history', 'PAIN FOLLOW-UP']], ''],
    ['Seen.\nPLAN\n', [['plan', 'PLAN']], 'empty-section info PLAN'],
    ['PLAN:\n***\n', [['plan', 'PLAN:']], 'empty-section info PLAN:'],
    ['PLAN: none\n', [['plan', 'PLAN:']], ''],
    ['PLAN: 1\n', [['plan', 'PLAN:']], ''],
    [
      'IMPRESSION:\nPLAN: therapy',
      [
        ['impression', 'IMPRESSION:'],
        ['plan', 'PLAN:'],
      ],
      'empty-section info IMPRESSION:',
    ],
    [
      'ASSESSMENT:\n\nPLAN:\n',
      [
        ['assessment', 'ASSESSMENT:'],
        ['plan', 'PLAN:'],
      ],
      'empty-section info ASSESSMENT: | empty-section info PLAN:',
    ],
    // A heading right above its own sub-headings is their title.
    [
      'EXAM:\nGait: normal',
      [
        ['exam', 'EXAM:'],
        ['exam', 'Gait:'],
      ],
      '',
    ],
    [
      'HISTORY:\nMedications: none',
      [
        ['history', 'HISTORY:'],
        ['medications', 'Medications:'],
      ],
      '',
    ],
    [
      'A/P:\nAssessment: LBP',
      [
        ['assessment-and-plan', 'A/P:'],
        ['assessment', 'Assessment:'],
      ],
      '',
    ],
    [
      'MRI:\nFindings: normal',
      [
        ['imaging', 'MRI:'],
        ['findings', 'Findings:'],
      ],
      '',
    ],
    [
      'MRI:\nAssessment: LBP',
      [
        ['imaging', 'MRI:'],
        ['assessment', 'Assessment:'],
      ],
      'empty-section info MRI:',
    ],
    [
      'Surgeon:\nPLAN: rest',
      [
        ['other', 'Surgeon:'],
        ['plan', 'PLAN:'],
      ],
      '',
    ],
  ])('%j -> %s', (text, _sections, expected) => {
    expect(tellNotices({ text, sections: _sections }).join(' | ')).toBe(expected);
  });
});

describe('a condition of the spine that is coded elsewhere', () => {
  test.each<[Condition, string[], Status, string]>([
    ['other-dorsopathy', ['ligamentous laxity'], 'present', 'M24.28'],
    ['other-dorsopathy', ['laxity of the lumbar ligaments'], 'present', 'M24.28'],
    ['other-dorsopathy', ['ligamentous laxity'], 'absent', ''],
    ['other-dorsopathy', ['ligamentous laxity'], 'uncertain', ''],
    ['other-dorsopathy', ['transitional vertebra'], 'present', 'Q76.4-'],
    ['other-dorsopathy', ['lumbarized S1'], 'present', 'Q76.4-'],
    ['other-dorsopathy', ['Sacralization of L5'], 'present', 'Q76.4-'],
    ['other-dorsopathy', ['hemisacralised'], 'present', 'Q76.4-'],
    ['other-dorsopathy', ['LSTV'], 'present', 'Q76.4-'],
    ['other-dorsopathy', ['Bertolotti syndrome', 'transitional vertebra'], 'present', ''],
    ['other-dorsopathy', ['facet syndrome'], 'present', ''],
    ['other-dorsopathy', ['facet syndrome', 'ligament laxity'], 'present', 'M24.28'],
    ['other-dorsopathy', ['sacral region', 'relaxed'], 'present', ''],
    ['vertebral-fracture', ['L1 compression fracture'], 'present', 'M80.-'],
    ['vertebral-fracture', ['L1 compression fracture'], 'historical', ''],
    ['vertebral-fracture', ['no fracture'], 'absent', ''],
    ['disc-herniation', ['laxity'], 'present', ''],
  ])('%s %j, %s -> %s', (condition, says, status, code) => {
    const notices = notify({ text: says.join(' and '), facts: [{ condition, says, status }] });
    expect(notices.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(code ? ['outside-code-scope info'] : []);
    if (code) expect(notices[0]?.message).toContain(code);
  });
});

test('notices come in the order of the text, the whole note first, and their spans slice', () => {
  const text = 'Problems: 724.2\nPLAN:\nAssessment: burst fracture L1, M54.5, M51.A4, M51.17';
  const record = {
    text,
    dateOfService: '2028-01-01',
    written: ['724.2 present past-history', 'M54.5', 'M51.A4', 'M51.17'],
    codes: ['assigned M51.17', 'assigned M51.A4'],
    sections: [
      ['past-history', 'Problems:'],
      ['plan', 'PLAN:'],
      ['assessment', 'Assessment:'],
    ] as [SectionKind, string][],
    facts: [{ condition: 'vertebral-fracture' as const, says: ['burst fracture'] }],
  };
  const notices = notify(record);
  expect(notices.map(({ rule }) => rule)).toEqual([
    'date-outside-code-set',
    'icd-9-code',
    'empty-section',
    'outside-code-scope',
    'retired-code',
    'code-sequence',
  ]);
  for (const { start, end, text: words } of notices.slice(1)) expect(text.slice(start, end)).toBe(words);
  expect(notify(record)).toEqual(notices);
});

test('a note with nothing to say gives no notice', () => {
  expect(notify({ text: '' })).toEqual([]);
});
