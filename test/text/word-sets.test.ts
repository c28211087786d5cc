/** Closed sets of words: which tokens are members. A set made after the vocabulary compares words, and answers the same. */
import { describe, expect, it } from 'vitest';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { compileLanguage } from '../../src/mentions/language.ts';
import { type Tokens, tokenize } from '../../src/text/tokens.ts';
import { WordSet, wordSet } from '../../src/text/word-sets.ts';

/** "umbrella", "radicu", "lopathy", "naive" and the semicolon stand in no lexicon, the others do. */
const LIST = ['disc', 'umbrella', 'radiculopathy', 'radicu', 'lopathy', 'endplate', 'plate', 'naive', '10', '-', ';'];
const OTHERS = ['umbrella', 'leg', 'disc'];

// a vocabulary numbers the words of the sets that are there when it is made
const early = { set: new WordSet(LIST), others: new WordSet(OTHERS) };
const { words } = compileLanguage(compiledLexicons);
const late = { set: new WordSet(LIST), others: new WordSet(OTHERS) };

const read = (text: string): Tokens => tokenize(text, words);

/** The tokens of the set as they stand in the text. */
function membersOf(set: WordSet, text: string): string {
  const tokens = read(text);
  return Array.from({ length: tokens.count }, (_, at) => at)
    .filter((at) => set.at(tokens, at))
    .map((at) => text.slice(tokens.start[at], tokens.end[at]))
    .join(' ');
}

describe.each([
  ['made before the vocabulary', early],
  ['made after the vocabulary', late],
])('a set %s', (_when, { set, others }) => {
  it.each<[what: string, text: string, members: string]>([
    ['a word of the lexicons', 'The disc bulges', 'disc'],
    ['a word of no lexicon', 'An umbrella helps', 'umbrella'],
    ['each time that it stands', 'disc by disc', 'disc disc'],
    ['in capitals', 'DISC Disc UMBRELLA', 'DISC Disc UMBRELLA'],
    ['with an accent', 'na\u00efve D\u00cdSC', 'na\u00efve D\u00cdSC'],
    ['with an accent that stands apart', 'di\u0301sc', ''],
    ['beside a digit', 'disc2 2disc', 'disc disc'],
    ['a number', 'pain 10/10', '10 10'],
    ['a part of a number', '100 1 0 010', ''],
    ['a mark', 'sore; stiff', ';'],
    ['a mark of the same fold', 'low\u2013back', '\u2013'],
    ['a ruler of that mark', '-----', ''],
    ['the singular only', 'discs umbrellas', ''],
    ['one spelling only', 'disk', ''],
    ['no misspelt word', 'radiculopthy', ''],
    ['no part of a longer word', 'discitis umbrellalike', ''],
    ['no word joined over a line break, nor its halves', 'radicu-\nlopathy', ''],
    ['no word joined over a soft hyphen', 'radicu\u00adlopathy', ''],
    ['its halves where a blank keeps them apart', 'radicu lopathy', 'radicu lopathy'],
    ['no compound in two words, nor its halves', 'end plate, end-plate', ''],
    ['a compound in one word', 'endplate', 'endplate'],
    ['a half without the other', 'the plate', 'plate'],
    ['another word', 'the leg', ''],
    ['nothing in nothing', '', ''],
  ])('has %s: %j', (_what, text, members) => {
    expect(membersOf(set, text)).toBe(members);
  });

  it.each<[text: string, at: number, place: number]>([
    ['disc umbrella 10', 0, 1],
    ['disc umbrella 10', 1, 2],
    ['disc umbrella 10', 2, 9],
    ['a leg', 1, 0],
    ['disc', -1, 0],
    ['disc', 1, 0],
    // room that a token has left when it was joined with the one before
    ['radicu-\nlopathy', 1, 0],
    ['', 0, 0],
  ])('has in %j the token %i at place %i', (text, at, place) => {
    expect(set.placeAt(read(text), at)).toBe(place);
    expect(set.at(read(text), at)).toBe(place > 0);
  });

  it('gives a word the place that it has in each set', () => {
    const tokens = read('disc umbrella leg');
    expect([0, 1, 2].map((at) => set.placeAt(tokens, at))).toEqual([1, 2, 0]);
    expect([0, 1, 2].map((at) => others.placeAt(tokens, at))).toEqual([3, 1, 2]);
  });

  it.each<[what: string, first: number, last: number, found: number]>([
    ['the first of two', 0, 8, 3],
    ['the next', 4, 8, 7],
    ['one that stands first', 3, 4, 3],
    ['none before it', 0, 3, -1],
    ['none between two', 4, 7, -1],
    ['none in an empty stretch', 3, 3, -1],
    ['none behind the note', 8, 12, -1],
    ['one in a stretch wider than the note', -3, 12, 3],
  ])('finds %s', (_what, first, last, found) => {
    const tokens = read('The leg, disc, leg, umbrella');
    expect(set.find(tokens, first, last)).toBe(found);
    expect(set.isIn(tokens, first, last)).toBe(found >= 0);
  });

  it('finds nothing in the room that a joined word has left', () => {
    expect(set.find(read('radicu-\nlopathy'), 0, 4)).toBe(-1);
  });

  it.each<[text: string, stands: boolean]>([
    ['Bulging DISC.', true],
    ['Rain, no umbrella', true],
    ['Grade 10', true],
    ['Leg pain.', false],
    ['discs, disk, radiculopthy', false],
    ['100', false],
    ['', false],
  ])('stands in %j: %j', (text, stands) => {
    expect(set.standsIn(read(text))).toBe(stands);
  });

  it('does not stand in a note because it stood in the one before', () => {
    expect([read('disc'), read('leg')].map((tokens) => set.standsIn(tokens))).toEqual([true, false]);
  });
});

describe('the words of a set', () => {
  it.each<[word: string, has: boolean]>([
    ['disc', true],
    ['umbrella', true],
    ['-', true],
    ['Disc', false],
    ['discs', false],
    ['', false],
  ])('has %j: %j', (word, has) => {
    expect([early.set.has(word), late.set.has(word)]).toEqual([has, has]);
  });

  it('are given in their order, each once', () => {
    expect([...new WordSet(['leg', 'disc', 'leg'])]).toEqual(['leg', 'disc']);
    expect([...early.set]).toEqual(LIST);
    expect([...wordSet('leg disc')]).toEqual(['leg', 'disc']);
  });

  it('may be none', () => {
    const none = new WordSet([]);
    expect([...none]).toEqual([]);
    expect([none.standsIn(read('disc')), none.at(read('disc'), 0)]).toEqual([false, false]);
  });
});
