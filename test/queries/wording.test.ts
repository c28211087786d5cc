/** lexicons/query-wording.yaml is refused, with file, line and remedy, where a query could not be made of it. */
import { describe, expect, test } from 'vitest';
import { parseLexicon } from '../../src/lexicons/parse.ts';
import { queryWordingLexicon } from '../../src/lexicons/query-wording.ts';
import { QUERY_KINDS } from '../../src/model.ts';
import { wording, wordingFile } from './wording.ts';

const read = (text: string) => parseLexicon(queryWordingLexicon.schema, text, 'lexicons/query-wording.yaml');

test('every kind is worded, and cites where it comes from', () => {
  expect([...new Set(wording.queries.map(({ kind }) => kind))].sort()).toEqual([...QUERY_KINDS].sort());
  for (const { cites, source } of wording.queries) expect(cites.length > 0 && source.length > 3).toBe(true);
});

describe('a mistake is told', () => {
  test.each([
    [
      'a slot that nothing fills',
      (file: string) => file.replace('annulus fibrosus defect {place}; the', 'annulus fibrosus defect {where}; the'),
      /slot \{where\} is not known.*use \{condition\}, \{place\}/,
    ],
    [
      '{value} in a question',
      (file: string) =>
        file.replace('named {place}', '').replace('describes {condition}. Based', 'describes {value}. Based'),
      /slot \{value\} is not known/,
    ],
    [
      'a brace alone',
      (file: string) => file.replace('options: [Small, Large]', 'options: ["Small}", Large]'),
      /brace stands alone/,
    ],
    [
      'a kind without words',
      (file: string) => file.replace(/\n {2}- kind: sciatica-laterality[\s\S]*?(?=\n {2}- kind)/, ''),
      /no entry words "sciatica-laterality"/,
    ],
    ['a kind worded twice', (file: string) => file.replace('axis: laterality', 'axis: size'), /worded twice/],
    [
      'a key that is not known',
      (file: string) => file.replace('    quotes: [duration]', '    quote: [duration]'),
      /quote/,
    ],
    ['no closing option', (file: string) => file.replace('undetermined: Unable to determine', ''), /closing/],
  ])('%s', (_why, edit, message) => {
    const edited = edit(wordingFile);
    expect(edited).not.toBe(wordingFile);
    expect(() => read(edited)).toThrow(message);
    expect(() => read(edited)).toThrow(/^lexicons\/query-wording\.yaml:\d+: /);
  });
});
