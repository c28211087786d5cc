/** What the tests of the lower layers read notes with: our own lexicons, no linguistics, and answers in short form. */
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { compileLanguage } from '../../src/mentions/language.ts';
import { findLevels } from '../../src/mentions/levels.ts';
import { type NoteReading, readNote } from '../../src/mentions/note-reading.ts';
import { fold } from '../../src/text/characters.ts';
import { UNKNOWN } from '../../src/text/spellings.ts';
import { NEWLINE, type Tokens, tokenize } from '../../src/text/tokens.ts';

export const language = compileLanguage(compiledLexicons);

export const read = (text: string): NoteReading => readNote(text, language, () => false);

/** Each token as it stands in the text, line breaks left out. */
export function wordsOf(text: string): string[] {
  const tokens = tokenize(text, language.words);
  return indexes(tokens)
    .filter((at) => tokens.kind[at] !== NEWLINE)
    .map((at) => text.slice(tokens.start[at], tokens.end[at]));
}

/** `start-end` of each token, line breaks included. */
export function spansOf(text: string): string[] {
  const tokens = tokenize(text, language.words);
  return indexes(tokens).map((at) => `${tokens.start[at]}-${tokens.end[at]}`);
}

/** Sentences as they stand in the text, white space folded. */
export function sentencesOf(text: string): string[] {
  const { tokens, sentences } = read(text);
  return sentences.map(({ first, last }) => text.slice(tokens.start[first], tokens.end[last - 1]).replace(/\s+/g, ' '));
}

/** The levels named in a text, one string for each notation: `L4-L5 L5-S1`. */
export function levelsOf(text: string): string[] {
  const tokens = tokenize(text, language.words);
  return findLevels(tokens, 0, tokens.count).map(({ levels }) => levels.join(' '));
}

/** Whether the lexicons take the two for one word (spelling, plural, misspelling). */
export function areOneWord(a: string, b: string): boolean {
  const id = wordId(a);
  return id !== UNKNOWN && id === wordId(b);
}

/** Id of a text that is one token; the vocabulary is asked as the scanner asks it. */
function wordId(text: string): number {
  const tokens = tokenize(text, language.words);
  return tokens.count === 1 ? (tokens.word[0] as number) : UNKNOWN;
}

/** Whether a word that no lexicon lists stays unknown. */
export function isLeftAlone(word: string): boolean {
  return language.words.vocabulary.idOf(fold(word)) !== UNKNOWN || wordId(word) === UNKNOWN;
}

const indexes = (tokens: Tokens): number[] => Array.from({ length: tokens.count }, (_, at) => at);
