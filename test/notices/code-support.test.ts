/** Notices on a written code against the words: unsupported codes and codes in the wrong sequence, with their opposites. */
import { describe, expect, test } from 'vitest';
import { notify, tellNotices } from './record.ts';

describe('a written code that the words do not support', () => {
  test.each([
    // written codes, standing of codes by the words, notices
    ['M51.A1', ['assigned M51.17', 'assigned M51.A4'], 'unsupported-code warning M51.A1'],
    ['M51.A4', ['assigned M51.17', 'assigned M51.A4'], ''],
    ['M54.51', ['assigned M54.50'], 'unsupported-code warning M54.51'],
    ['M47.816', ['assigned M47.26'], 'unsupported-code warning M47.816'],
    ['M53.87', ['assigned M53.9'], 'unsupported-code warning M53.87'],
    ['M51.A1', ['unconfirmed M51.A1: only the MRI report speaks of it'], 'unsupported-code warning M51.A1'],
    ['M54.50', ['assigned M51.27', 'excluded M54.50: Excludes1 at M54.5'], 'unsupported-code warning M54.50'],
    ['M54.16', [], 'unsupported-code warning M54.16'],
    ['M25.551', [], ''],
    ['M54.16 historical', [], ''],
    ['M54.16 absent', [], ''],
    ['M54.16 uncertain', [], 'unsupported-code warning M54.16'],
    // A code that is wrong in itself gets that notice only.
    ['M54.5', [], 'retired-code error M54.5'],
    ['M51.A', [], 'not-billable-code error M51.A'],
  ])('%s beside %j -> %s', (written, codes, expected) => {
    const text = `Assessment: see ${written.split(' ')[0]}.`;
    expect(tellNotices({ text, written: [written], codes }).join(' | ')).toBe(expected);
  });

  test.each([
    [
      'M51.A1',
      ['assigned M51.17', 'assigned M51.A4'],
      'support M51.A4 (Intervertebral annulus fibrosus defect, small, lumbosacral region)',
    ],
    ['M51.26', ['assigned M51.27', 'assigned M51.A4'], 'support M51.27'],
    ['M54.16', ['assigned M51.16'], 'no code of category M54'],
    [
      'M51.A1',
      ['unconfirmed M51.A1: only the MRI report speaks of it.'],
      'only suggest it: only the MRI report speaks of it. A code',
    ],
    ['M54.50', ['assigned M51.27', 'excluded M54.50: Excludes1 at M54.5'], 'left out: Excludes1 at M54.5. A code'],
  ])('%s beside %j: the message says "%s"', (written, codes, part) => {
    const [notice] = notify({ text: `Assessment: ${written}.`, written: [written], codes });
    expect(notice?.message).toContain(part);
    expect(notice?.message).toContain('Section I.A.19');
  });

  test('an unsupported code is told once, at its first place', () => {
    const text = 'Problems: M54.41\nAssessment: M54.41\nCodes: M54.41';
    const notices = notify({ text, written: ['M54.41', 'M54.41', 'M54.41'], codes: ['assigned M51.16'] });
    expect(notices.map(({ start, end }) => text.slice(start, end))).toEqual(['M54.41']);
    expect(notices[0]?.start).toBe(10);
  });
});

describe('the herniation is coded before the annular defect', () => {
  const lumbosacral = ['assigned M51.17', 'assigned M51.A4'];
  test.each([
    // written, assigned, notice
    [['M51.A4', 'M51.17'], lumbosacral, 'code-sequence warning M51.A4'],
    [['M51.17', 'M51.A4'], lumbosacral, ''],
    [
      ['M51.A1', 'M54.50', 'M51.26'],
      ['assigned M51.26', 'assigned M51.A1', 'assigned M54.50'],
      'code-sequence warning M51.A1',
    ],
    [['M51.A4'], lumbosacral, ''],
    // The herniation of another region is not named by the note at M51.A4.
    [['M51.A4', 'M51.26'], ['assigned M51.26', 'assigned M51.A4'], ''],
    [['M51.A4 present past-history', 'M51.17 present assessment'], lumbosacral, ''],
    [
      ['M51.17 present assessment', 'M51.A4 present assessment', 'M51.A4 present billing', 'M51.17 present billing'],
      lumbosacral,
      'code-sequence warning M51.A4',
    ],
    [['M51.A4 historical', 'M51.17 historical'], lumbosacral, ''],
    [['M51.A4', 'M51.17'], ['assigned M51.A4'], 'unsupported-code warning M51.17'],
  ])('%j with %j -> %s', (written, codes, expected) => {
    const text = written.map((line) => line.split(' ')[0]).join(', ');
    expect(tellNotices({ text, written, codes }).join(' | ')).toBe(expected);
  });

  test('the message quotes the note of the list and gives the order', () => {
    const [notice] = notify({ text: 'M51.A4, M51.17', written: ['M51.A4', 'M51.17'], codes: lumbosacral });
    expect(notice?.message).toContain('"Code first, if applicable, lumbosacral disc herniation (M51.17, M51.27)"');
    expect(notice?.message).toContain('Write M51.17 first, then M51.A4');
    expect([notice?.start, notice?.end]).toEqual([0, 6]);
  });
});
