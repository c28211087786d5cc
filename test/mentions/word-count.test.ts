/** Different words of a list in a note: each between word boundaries, counted once, until there are enough. */
import { describe, expect, it } from 'vitest';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { compileLanguage } from '../../src/mentions/language.ts';
import { CountedPattern, CountedWords } from '../../src/mentions/word-count.ts';
import { type Tokens, tokenize } from '../../src/text/tokens.ts';
import { wordSet } from '../../src/text/word-sets.ts';
import fc from '../property.ts';

const PHRASES = ['pain', 'view', 'field of view', 't1', 't2', 'y.o', 'f wave', 'f waves', 'soft', 'soft tissue'];
const WORDS = new CountedWords(PHRASES);
/** "52M", "BP 130", "600 mg". */
const PATIENT = new CountedPattern(wordSet('m f bp mg'), /\b(?:\d{2}\s?[MF]\b|BP(?= \d)|mg)\b/y);
const { words } = compileLanguage(compiledLexicons);

const ALL = PHRASES.length;
const read = (text: string): Tokens => tokenize(text, words);

describe('counted words', () => {
  it.each<[what: string, text: string, count: number]>([
    ['a word', 'Pain.', 1],
    ['a word said again', 'pain, PAIN and pain', 1],
    ['two words', 'pain on this view', 2],
    ['with an accent', 'p\u00e1in', 1],
    ['words with a digit', 'T1 and t2', 2],
    ['a word with a stop', 'a 52 y.o man', 1],
    ['a phrase', 'F wave', 1],
    ['two phrases that begin alike', 'an f wave, then f waves', 2],
    ['a phrase said again', 'f wave, f wave', 1],
    ['a phrase, not the word in it', 'field of view', 1],
    ['a phrase, and its word elsewhere', 'field of view, lateral view', 2],
    // as in a regular expression, the first of two phrases that begin alike is taken
    ['the word that is listed before its phrase', 'soft tissue', 1],
    ['between marks', '(pain)/view-t1', 3],
    ['over a line break', 'f\nwave', 0],
    ['with two blanks', 'f  wave', 0],
    ['with a hyphen for the blank', 'f-wave', 0],
    ['a part of a word', 'painful views', 0],
    ['behind a digit', '2pain', 0],
    ['before a digit', 't12 pain4', 0],
    ['beside a low line', '_pain view_', 0],
    ['half of a phrase', 'field of wave', 0],
    ['a phrase that goes on', 'f wavelet', 0],
    ['a misspelt word', 'pane', 0],
    ['nothing', '', 0],
  ])('%s: %j is %i', (_what, text, count) => {
    expect(WORDS.count(read(text), ALL)).toBe(count);
  });

  it.each<[enough: number, count: number]>([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
  ])('%i are enough: counts %i of three', (enough, count) => {
    expect(WORDS.count(read('pain, view, pain, T1'), enough)).toBe(count);
  });

  it('counts a note anew each time', () => {
    const tokens = read('pain, view');
    expect([WORDS.count(tokens, 1), WORDS.count(tokens, ALL), WORDS.count(tokens, ALL)]).toEqual([1, 2, 2]);
  });
});

/** What a plain regular expression counts. */
function countByPattern(text: string): number {
  const pattern = new RegExp(`\\b(${PHRASES.map((phrase) => phrase.replace('.', '\\.')).join('|')})\\b`, 'g');
  return new Set(text.toLowerCase().match(pattern)).size;
}

/** Words of the list and words like them, each behind what may or may not part it from the one before. */
const piece = fc.tuple(
  fc.constantFrom(' ', ' ', '  ', '', '\n', ', ', '-', '_', '.', '/', '1'),
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...PHRASES, 'PAIN', 'F', 'wave', 'field', 'of', 'tissue', 'y', 'T', '2') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 2 }) },
  ),
);
const asciiText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.flat().join(''));

it('counts as many as a regular expression does in any ASCII text', () => {
  fc.assert(
    fc.property(asciiText, fc.integer({ min: 1, max: ALL }), (text, enough) => {
      expect(WORDS.count(read(text), enough)).toBe(Math.min(enough, countByPattern(text)));
    }),
    { numRuns: 2000 },
  );
});

describe('a counted pattern', () => {
  it.each<[what: string, text: string, count: number]>([
    ['a word', '600 mg', 1],
    ['a word behind a number', '52M', 1],
    ['a word behind a number and a blank', '52 F here', 1],
    ['a word before a number', 'BP 130/80', 1],
    ['three', '52M, BP 130/80, 600 mg', 3],
    ['texts that differ', '52M and 61M', 2],
    ['the same text again', '600 mg, 200 mg', 1],
    ['a word without its number', 'M, BP', 0],
    ['a number too long', '520M', 0],
    ['another word between', '52 years M', 0],
    ['in a case that the pattern does not take', '52m, 600 MG', 0],
    ['a part of a word', 'mgs BPs 52Ms', 0],
    ['nothing', '', 0],
  ])('%s: %j is %i', (_what, text, count) => {
    expect(PATIENT.count(read(text), 9)).toBe(count);
  });

  it('takes one text in any case for one', () => {
    const either = new CountedPattern(wordSet('mg'), /mg/iy);
    expect(either.count(read('600 mg, 600 MG, 600 Mg'), 9)).toBe(1);
  });

  it.each<[enough: number, count: number]>([
    [1, 1],
    [2, 2],
    [4, 3],
  ])('%i are enough: counts %i of three', (enough, count) => {
    expect(PATIENT.count(read('52M, BP 130/80, 600 mg'), enough)).toBe(count);
  });
});
