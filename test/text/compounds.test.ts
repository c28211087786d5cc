/** Two words that are one, by their ids: in this order, and no other two. */
import { expect, it } from 'vitest';
import { Compounds } from '../../src/text/compounds.ts';
import { UNKNOWN } from '../../src/text/spellings.ts';

/** The least and the greatest id that a word can have. */
const [LEAST, GREATEST] = [1, 65535];
const [END, PLATE, ENDPLATE, BASE, BASEPLATE, WIDEST] = [2, 3, 4, 5, 6, 7];

const compounds = new Compounds();
compounds.add(END, PLATE, ENDPLATE);
compounds.add(BASE, PLATE, BASEPLATE);
compounds.add(LEAST, GREATEST, WIDEST);

it.each<[what: string, first: number, second: number, joined: number]>([
  ['two that are one', END, PLATE, ENDPLATE],
  ['the same second after another first', BASE, PLATE, BASEPLATE],
  ['the least and the greatest id', LEAST, GREATEST, WIDEST],
  ['the other way round', PLATE, END, UNKNOWN],
  ['the greatest and the least', GREATEST, LEAST, UNKNOWN],
  ['two firsts', END, BASE, UNKNOWN],
  ['a second by itself', PLATE, PLATE, UNKNOWN],
  ['after an unknown word', UNKNOWN, PLATE, UNKNOWN],
  ['before an unknown word', END, UNKNOWN, UNKNOWN],
])('%s', (_what, first, second, joined) => {
  expect(compounds.join(first, second)).toBe(joined);
});

it.each<[what: string, word: number, isSecond: boolean]>([
  ['the second of two', PLATE, true],
  ['the greatest id', GREATEST, true],
  ['the first of two', END, false],
  ['the two as one', ENDPLATE, false],
  ['an unknown word', UNKNOWN, false],
])('%s is a second word: %j', (_what, word, isSecond) => {
  expect(compounds.isSecond(word)).toBe(isSecond);
});
