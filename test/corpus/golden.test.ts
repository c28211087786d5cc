import { expect, it } from 'vitest';
import { drawGolden } from '../../src/corpus/golden.ts';
import { type Analysis, createAnalyzer } from '../../src/index.ts';
import { fact } from './short-gold.ts';

const analyzer = await createAnalyzer({ linguistics: 'none' });
const EMPTY = { ...analyzer.analyze('', { id: 'n1' }) };
const draw = (text: string, more: Partial<Analysis>) => drawGolden(text, { ...EMPTY, ...more });
const herniation = (text: string, quotes: string) => ({
  ...fact(text, `disc-herniation present lumbar L4-L5 left ${quotes}`),
  id: 'f1',
  mentions: [],
});

it('carets stand under the words, the rest at the end', () => {
  const text = 'IMPRESSION:\nL4-5 protrusion.';
  const drawn = draw(text, {
    sections: [{ kind: 'impression', heading: null, start: 0, end: text.length }],
    facts: [herniation(text, '"protrusion"')],
    codes: [{ code: 'M51.26', title: 't', standing: 'assigned', facts: [], why: 'w', rules: [] }],
  });
  expect(drawn).toContain(
    [
      '      # impression',
      '    1 | IMPRESSION:',
      '    2 | L4-5 protrusion.',
      '      |      ^^^^^^^^^^ disc-herniation present, provider, lumbar L4-L5, left',
      '',
      'codes',
      '  assigned    M51.26',
    ].join('\n'),
  );
  expect(drawn).toContain('queries\n  none');
});

it('a fact of two places is named once and taken up again', () => {
  const text = 'Protrusion here.\r\nThe protrusion there.';
  const lines = draw(text, { facts: [herniation(text, '"Protrusion" "protrusion"')] }).split('\n');
  expect(lines.filter((line) => line.includes('^'))).toEqual([
    '      | ^^^^^^^^^^ disc-herniation present, provider, lumbar L4-L5, left',
    '      |     ^^^^^^^^^^ … disc-herniation present lumbar',
  ]);
});

it('a long line goes on beneath, and a tab takes one column', () => {
  const text = `a\t${'word '.repeat(30)}protrusion`;
  const lines = draw(text, { facts: [herniation(text, '"protrusion"')] }).split('\n');
  expect(lines[2]).toMatch(/^ {4}1 \| a word/);
  expect(lines[3]).toMatch(/^ {4}… \| word/);
  expect(lines[4]!.indexOf('^')).toBe(lines[3]!.indexOf('protrusion'));
});

it('every line of the note is drawn, blank ones too, and no line is made up', () => {
  for (const text of ['', 'a', 'a\n', 'a\n\n', '\n\na', 'a\rb']) {
    const drawn = draw(text, {})
      .split('\n')
      .filter((line) => / \d+ \|/.test(line));
    const lines = text.split(/\r\n?|\n/);
    expect(drawn.map((line) => line.replace(/^ +\d+ \| ?/, ''))).toEqual(
      text.endsWith('\n') && text.length > 1 ? lines.slice(0, -1) : lines,
    );
  }
});
