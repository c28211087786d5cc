/** Every word that a rule asks for by its set is a word that a note can have: one token, found again by its number. */
import { expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { compileLanguage } from '../../src/mentions/language.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { numberedWords } from '../../src/text/word-sets.ts';

it('no set of a rule holds a word that can never match ("multi-level" is three tokens)', async () => {
  await createAnalyzer({ linguistics: 'none' });
  const { words } = compileLanguage(compiledLexicons);
  const numbered = numberedWords();
  expect(numbered.length).toBeGreaterThan(500);
  const dead = numbered.filter((word, at) => {
    const { count, number } = tokenize(word, words);
    return count !== 1 || number[0] !== at + 1;
  });
  expect(dead).toEqual([]);
});
