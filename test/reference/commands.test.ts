/** `code` and `tips` on the command line: formats, dates, wrong arguments; an unknown code is an answer. */
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { run } from '../cli/world.ts';

const tips = (...argv: string[]) => run(['tips', ...argv], { io: { createAnalyzer } });

describe('spinenote code', () => {
  test.each([
    // arguments, what stands in the text
    [['M51.A4'], 'M51.A4 Intervertebral annulus fibrosus defect, small, lumbosacral region'],
    [['m51a4'], 'Code first: if applicable, lumbosacral disc herniation (M51.17, M51.27)'],
    [['M54.5'], 'Since then M54.50, M54.51 and M54.59 take its place'],
    [['--date', '2021-05-05', 'M54.5'], 'Complete and valid for dates of service in fiscal year 2021'],
    [['--date', '2030-01-01', 'M54.50'], 'the date is after the lists held'],
    [['M53.86'], 'flagged chronic by at least one payer source'],
    [['M53.87'], '97110, 97140, 97032, 99213, 99214, 20552'],
    [['M51.07'], 'There is no such code'],
    [['M51.362'], 'The year of the change is not proved by a list'],
  ])('%j', async (argv, words) => {
    const { exitCode, out, err } = await run(['code', ...argv]);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out.replace(/\s+/g, ' ')).toContain(words);
  });

  test('json: one object for one code, a list for several', async () => {
    const one = JSON.parse((await run(['code', '-f', 'json', 'M51.A4'])).out);
    const two = JSON.parse((await run(['code', '-f', 'json', 'M53.86', 'M53.87'])).out);
    expect([one.schema, one.code, two.map((page: { code: string }) => page.code)]).toEqual([
      'spinenote/code-page@1',
      'M51.A4',
      ['M53.86', 'M53.87'],
    ]);
  });

  test.each([
    [['the patient has pain'], 'argument 1 has not the form of an ICD-10-CM code'],
    [['M51.A4', '724.2'], 'argument 2 has not the form'],
    [['--date', '2026-02-30', 'M51.A4'], 'day of the calendar'],
    [['--format', 'html', 'M51.A4'], 'Allowed choices are text, json'],
    [[], 'missing required argument'],
  ])('%j is refused, and the argument is not repeated', async (argv, words) => {
    const { exitCode, out, err } = await run(['code', ...argv]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).not.toContain('the patient');
  });
});

describe('spinenote tips', () => {
  test('one family, by name or by code', async () => {
    const { out, exitCode } = await tips('M54.51');
    expect(exitCode).toBe(0);
    expect(out).toContain('LOW BACK PAIN');
    expect(out).toContain('-> M54.51 Vertebrogenic low back pain');
    expect(out).not.toContain('SCIATICA');
    expect((await tips('low-back-pain')).out).toBe(out);
  });

  test.each([
    ['markdown', /^# What to document/],
    ['html', /^<!doctype html>/],
    ['json', /^\{\n {2}"schema": "spinenote\/tip-sheet@1"/],
    ['text', /^What to document/],
  ])('--format %s', async (format, start) => expect((await tips('--format', format, 'sciatica')).out).toMatch(start));

  test('a family that is not there is refused with those that are', async () => {
    const { exitCode, out, err } = await tips('knee');
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain('It has annulus-fibrosus-defect');
  });
});
