/** The words of the lexicons as a vocabulary: every word of every phrase has an id, its plural and spelling variants share it. */
import type { Lexicons } from '../lexicons/definitions.ts';
import { fold } from './characters.ts';
import { Compounds } from './compounds.ts';
import type { Words } from './tokens.ts';
import { Vocabulary, type VocabularyWord } from './vocabulary.ts';
import { numberedWords } from './word-sets.ts';

/** Every word of every phrase gets an id; plurals and spelling variants share their word's. */
export function compileWords(lexicons: Lexicons, phrases: readonly string[]): Words {
  const { variants, compounds } = lexicons.words;
  const spellings = new Set<string>();
  const collect = (phrase: string): void => {
    for (const word of fold(phrase).match(/[a-z\u00c0-\uffff]+|\d+|[^\sa-z\d]/g) ?? []) spellings.add(word);
  };
  for (const phrase of [
    ...phrases,
    ...Object.keys(variants),
    ...Object.values(variants).flat(),
    ...compounds,
    ...lexicons.words.transparent,
    ...lexicons.words.lemmas,
    ...Object.keys(lexicons.words.ambiguous),
    ...lexicons.words.misspelt,
  ])
    collect(phrase);
  for (const compound of compounds) spellings.add(compound.replace(' ', ''));
  const ids = new Map<string, number>();
  const alias = new Map<string, string>();
  for (const [word, others] of Object.entries(variants)) for (const other of others) alias.set(fold(other), fold(word));
  let next = 1;
  for (const word of [...spellings].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    // a variant has its word's id: it is nobody's singular ("bulg" of "bulges")
    if (alias.has(word)) continue;
    const base = singularsOf(word).find((candidate) => ids.has(candidate));
    ids.set(word, base === undefined ? next++ : (ids.get(base) as number));
  }
  for (const [other, word] of alias) ids.set(other, ids.get(word) as number);
  const tolerant = new Set(lexicons.words.misspelt.map(fold));
  const words: VocabularyWord[] = [];
  for (const [spelling, id] of ids) words.push({ spelling, id, tolerant: tolerant.has(spelling) });
  for (const [spelling, id] of ids) {
    if (spelling.length < 3 || !/^[a-z]+$/.test(spelling)) continue;
    for (const plural of pluralsOf(spelling)) words.push({ spelling: plural, id, tolerant: tolerant.has(spelling) });
  }
  const vocabulary = new Vocabulary(words, lexicons.words['not-misspellings'], numberedWords());
  const joined = new Compounds();
  for (const compound of compounds) {
    const [first = '', second = ''] = compound.split(' ');
    joined.add(vocabulary.idOf(first), vocabulary.idOf(second), vocabulary.idOf(first + second));
  }
  return { vocabulary, compounds: joined };
}

function singularsOf(word: string): string[] {
  const singulars: string[] = [];
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss') || word.endsWith('us')) return singulars;
  if (word.endsWith('ies')) singulars.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) singulars.push(word.slice(0, -2), `${word.slice(0, -2)}is`);
  singulars.push(word.slice(0, -1));
  return singulars.filter((singular) => singular.length >= 3);
}

function pluralsOf(word: string): string[] {
  if (word.endsWith('s')) return word.endsWith('is') ? [`${word.slice(0, -2)}es`] : [];
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`];
  return /(x|ch|sh)$/.test(word) ? [`${word}es`] : [`${word}s`];
}
