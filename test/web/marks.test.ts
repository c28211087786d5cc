/** Marks and segments without a browser: every segment is the note's own words, and a line is covered without gap or overlap. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';
import { compareSides } from '../../src/web/comparison.ts';
import { EXAMPLES } from '../../src/web/examples.ts';
import { showHidden } from '../../src/web/hidden-characters.ts';
import { composeLetter } from '../../src/web/letter.ts';
import { carryMarks, collectMarks, cutLines, type Mark } from '../../src/web/marks.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer({ linguistics: 'none' });
});

const mark = (start: number, end: number, kind: Mark['kind'] = 'structure', item = 'fact:f1'): Mark => ({
  start,
  end,
  kind,
  status: 'present',
  items: [item],
});

const drawn = (text: string, marks: readonly Mark[]): string =>
  cutLines(text, marks)
    .map(({ segments }) =>
      segments
        .map(({ start, end, lead }) => (lead ? `[${lead.kind} ${text.slice(start, end)}]` : text.slice(start, end)))
        .join(''),
    )
    .join('⏎');

describe('segments', () => {
  it.each<[string, string, readonly Mark[], string]>([
    ['no marks', 'one\ntwo', [], 'one⏎two'],
    ['empty text', '', [], ''],
    ['one mark', 'an annular tear', [mark(3, 15)], 'an [structure annular tear]'],
    [
      'overlap: the stronger kind leads',
      'abcdef',
      [mark(0, 4, 'quote'), mark(2, 6, 'nerve')],
      '[quote ab][nerve cd][nerve ef]',
    ],
    ['over a line end', 'ab\ncd', [mark(1, 4)], 'a[structure b]⏎[structure c]d'],
    ['over an empty line', 'a\n\nb', [mark(0, 4)], '[structure a]⏎⏎[structure b]'],
    ['at the last character', 'ab', [mark(1, 2)], 'a[structure b]'],
  ])('%s', (_, text, marks, expected) => {
    expect(drawn(text, marks)).toBe(expected);
  });

  it('cover every line of every example exactly', () => {
    for (const { text, dateOfService } of EXAMPLES) {
      const lines = cutLines(text, collectMarks(analyzer.analyze(text, { dateOfService })));
      expect(
        lines.map(({ segments }) => segments.map(({ start, end }) => text.slice(start, end)).join('')).join('\n'),
      ).toBe(text);
    }
  });
});

describe('marks over an edit', () => {
  const text = 'no stenosis, annular tear';
  const marks = [mark(3, 11), mark(13, 25)];
  it.each<[string, string, string]>([
    [
      'words put before both',
      'There is no stenosis, annular tear',
      'There is no [structure stenosis], [structure annular tear]',
    ],
    ['words put between', 'no stenosis, small annular tear', 'no [structure stenosis], small [structure annular tear]'],
    ['one of them changed', 'no stenosis, annular fissure', 'no [structure stenosis], annular fissure'],
    ['the first taken out', 'no annular tear', 'no [structure annular tear]'],
    ['all taken out', '', ''],
  ])('%s', (_, after, expected) => {
    expect(drawn(after, carryMarks(marks, text, after))).toBe(expected);
  });
});

describe('examples', () => {
  it.each([
    ['Annular tear, L5-S1', ['M51.A3', 'M54.50']],
    ['Annular defect with herniation', ['M51.17', 'M51.A4']],
    ['Low back pain, unspecified', ['M54.50']],
    ['Vertebrogenic low back pain', ['M54.51']],
    ['Lumbosacral dorsopathy', ['M53.87']],
    ['Lumbar dorsopathy', ['M53.86']],
  ])('%s gives %j', (name, codes) => {
    const example = EXAMPLES.find((one) => one.name.startsWith(name));
    const { codes: found } = analyzer.analyze(example?.text ?? '', { dateOfService: example?.dateOfService ?? null });
    expect(found.filter(({ standing }) => standing === 'assigned').map(({ code }) => code)).toEqual(codes);
  });

  it('the annular tear is asked for its size, and imaging stands beside assessment', () => {
    const { text } = EXAMPLES[0] as (typeof EXAMPLES)[number];
    const analysis = analyzer.analyze(text);
    expect(analysis.queries.map(({ kind }) => kind)).toContain('annular-defect-size');
    const verdicts = compareSides(analysis, text).map(({ facts, verdict }) => `${facts[0]?.condition}: ${verdict}`);
    expect(verdicts).toContain('annulus-fibrosus-defect: size left open');
    expect(verdicts).toContain('disc-degeneration: not in the assessment');
    expect(verdicts.some((verdict) => verdict.startsWith('low-back-pain'))).toBe(false);
  });

  it('no letter holds what is written for coders', () => {
    for (const { text } of EXAMPLES) {
      const analysis = analyzer.analyze(text);
      for (const query of analysis.queries) {
        const letter = composeLetter(query, analysis, text);
        expect(letter).toContain(query.question);
        for (const option of query.options) expect(letter).toContain(`[ ] ${option}`);
        for (const { text: quote } of query.indicators) expect(letter).toContain(quote.replace(/\s+/g, ' '));
        expect(letter).not.toContain(query.why);
        expect(letter).not.toMatch(/\b[MGS]\d\d\.|ICD|\bcode/i);
      }
    }
  });
});

describe('hidden characters', () => {
  it.each([
    ['plain words\tand tabs', 'plain words\tand tabs'],
    ['a\u202eb', 'a⟦RLO⟧b'],
    ['\u0007bell', '⟦BEL⟧bell'],
    ['zero\u200bwidth', 'zero⟦ZWSP⟧width'],
    ['\ufeffstart', '⟦BOM⟧start'],
    ['lone \ud800 half', 'lone ⟦U+D800⟧ half'],
    ['whole 😀 face', 'whole 😀 face'],
  ])('%j is shown as %s', (text, shown) => {
    expect(showHidden(text)).toBe(shown);
  });
});
