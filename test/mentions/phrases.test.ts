/** The phrase trie: longest phrase of a layer wins, what may stand between its words is passed over, nothing else is. */
import { describe, expect, it } from 'vitest';
import { Compounds } from '../../src/text/compounds.ts';
import { type Found, idsOfPhrases, PhraseTrie } from '../../src/text/phrases.ts';
import { tokenize } from '../../src/text/tokens.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';

const SPELLINGS = 'low back pain disc herniation tear of the annulus no change in without and'.split(' ');
const words = {
  vocabulary: new Vocabulary(
    SPELLINGS.map((spelling, at) => ({ spelling, id: at + 1, tolerant: false })),
    [],
  ),
  compounds: new Compounds(),
};

function trieOf(phrases: readonly [layer: 'finding' | 'cue', phrase: string, value?: string][]) {
  const trie = new PhraseTrie<'finding' | 'cue', string>(words, ['finding', 'cue'], ['the']);
  const ids = idsOfPhrases(
    phrases.map(([, phrase]) => phrase),
    words,
  );
  for (const [at, [layer, phrase, value = phrase]] of phrases.entries()) trie.add(layer, ids[at] ?? [], value);
  return (text: string): string[] => {
    const tokens = tokenize(text, words);
    const found = trie.find(tokens, 0, tokens.count);
    return (['finding', 'cue'] as const).flatMap((layer) =>
      found
        .get(layer)
        .map(({ value, first, last }) => `${layer} ${value} @${tokens.start[first]}-${tokens.end[last - 1]}`),
    );
  };
}

const find = trieOf([
  ['finding', 'back pain'],
  ['finding', 'low back pain'],
  ['finding', 'disc herniation'],
  ['finding', 'tear of annulus'],
  ['cue', 'no'],
  ['cue', 'no change in'],
]);

describe('the phrase trie', () => {
  it.each<[what: string, text: string, hits: string[]]>([
    ['finds a phrase', 'a disc herniation here', ['finding disc herniation @2-17']],
    ['in capitals', 'DISC HERNIATION', ['finding disc herniation @0-15']],
    ['over a line break', 'disc\nherniation', ['finding disc herniation @0-15']],
    ['over CRLF', 'disc\r\nherniation', ['finding disc herniation @0-16']],
    [
      'over a hyphen or a slash',
      'low-back pain, disc/herniation',
      ['finding low back pain @0-13', 'finding disc herniation @15-30'],
    ],
    ['over an article', 'tear of the annulus', ['finding tear of annulus @0-19']],
    ['the longest of a layer', 'low back pain', ['finding low back pain @0-13']],
    ['the longest cue', 'no change in back pain', ['cue no change in @0-12', 'finding back pain @13-22']],
    ['one in each layer', 'no back pain', ['cue no @0-2', 'finding back pain @3-12']],
    ['two in a row', 'back pain back pain', ['finding back pain @0-9', 'finding back pain @10-19']],
    ['not over a comma', 'disc, herniation', []],
    ['not over a full stop', 'low back. Pain', []],
    ['not over another word', 'disc with herniation', []],
    ['not inside a longer word', 'backpain discherniation', []],
    ['nothing in nothing', '', []],
  ])('%s', (_what, text, hits) => {
    expect(find(text).sort()).toEqual([...hits].sort());
  });

  it('takes the later of two equal phrases', () => {
    const replaced = trieOf([
      ['finding', 'disc herniation', 'ours'],
      ['finding', 'disc herniation', 'theirs'],
    ]);
    expect(replaced('disc herniation')).toEqual(['finding theirs @0-15']);
  });

  it('keeps no phrase whose words it does not know', () => {
    expect(trieOf([['finding', 'slipped disc']])('slipped disc disc')).toEqual([]);
  });
});

describe('the words of phrases', () => {
  const spellings = 'low back pain no tear in the disc herniation end plate endplate - + /'.split(' ');
  const idOf = (spelling: string): number => spellings.indexOf(spelling) + 1;
  const vocabulary = new Vocabulary(
    spellings.map((spelling) => ({ spelling, id: idOf(spelling), tolerant: false })),
    [],
  );
  const compounds = new Compounds();
  compounds.add(idOf('end'), idOf('plate'), idOf('endplate'));

  const wordsOf = (phrases: readonly string[]): string[] =>
    idsOfPhrases(phrases, { vocabulary, compounds }).map((ids) => ids.map((id) => spellings[id - 1]).join(' '));

  const ROWS: readonly [what: string, phrase: string, words: string][] = [
    ['a word', 'disc', 'disc'],
    ['words in any case', 'Low back PAIN', 'low back pain'],
    ['a word again', 'pain in pain', 'pain in pain'],
    ['blanks around and between', '  low   back ', 'low back'],
    ['a hyphen between', 'low-back pain', 'low back pain'],
    ['a compound', 'end plate tear', 'endplate tear'],
    ['a compound with a hyphen', 'end-plate', 'endplate'],
    // neither a word broken over a line nor a compound: the next phrase is another
    ['a hyphen at the end', 'the end-', 'the end'],
    ['what could go on from it', 'plate', 'plate'],
    ['half of a compound at the end', 'the end', 'the end'],
    ['the other half', 'plate tear', 'plate tear'],
    ['a mark between', 'disc/back', 'disc / back'],
    ['a hyphen alone', '-', '-'],
    ['marks only', '+/-', '+ / -'],
    ['no word', '', ''],
    ['a blank', ' ', ''],
    ['an unknown word', 'slipped', ''],
    ['a known word beside an unknown one', 'slipped disc', ''],
    ['an unknown mark', 'disc?', ''],
    ['a ruler', '-----', ''],
    ['the last', 'herniation', 'herniation'],
  ];

  it.each(ROWS)('of %s: %j', (_what, phrase, words) => {
    expect(wordsOf([phrase])).toEqual([words]);
  });

  it.each([
    ['together', ROWS],
    ['together in another order', [...ROWS].reverse()],
    ['together, none among them', []],
  ])('are the same read %s', (_how, rows) => {
    expect(wordsOf(rows.map(([, phrase]) => phrase))).toEqual(rows.map(([, , words]) => words));
  });
});

describe('what was found in a stretch', () => {
  const trie = new PhraseTrie<'finding' | 'cue' | 'side', string>(words, ['finding', 'cue', 'side'], []);
  const ids = idsOfPhrases(['back pain', 'no'], words);
  trie.add('finding', ids[0] ?? [], 'pain');
  trie.add('cue', ids[1] ?? [], 'denied');
  const foundIn = (text: string): Found<'finding' | 'cue' | 'side', string> => {
    const tokens = tokenize(text, words);
    return trie.find(tokens, 0, tokens.count);
  };

  it.each<[text: string, finding: string[], cue: string[]]>([
    ['no back pain', ['pain'], ['denied']],
    ['back pain, back pain', ['pain', 'pain'], []],
    ['no change', [], ['denied']],
    ['low back', [], []],
    ['', [], []],
  ])('%j by layer', (text, finding, cue) => {
    const found = foundIn(text);
    expect(found.get('finding').map(({ value }) => value)).toEqual(finding);
    expect(found.get('cue').map(({ value }) => value)).toEqual(cue);
    expect([found.has('finding'), found.has('cue')]).toEqual([finding.length > 0, cue.length > 0]);
    expect(found.isEmpty).toBe(finding.length + cue.length === 0);
    // a layer without any phrase
    expect([found.get('side'), found.has('side')]).toEqual([[], false]);
  });

  it('is the same with other hits of one layer, and stays as it was', () => {
    const found = foundIn('no back pain');
    const other = { value: 'ache', first: 0, last: 1 };
    expect(found.with('finding', []).get('finding')).toEqual([]);
    expect(found.with('finding', []).has('cue')).toBe(true);
    expect(found.with('finding', [other]).get('finding')).toEqual([other]);
    expect(found.with('side', [other]).get('side')).toEqual([other]);
    expect(found.get('finding')).toEqual([{ value: 'pain', first: 1, last: 3 }]);
    expect(found.has('side')).toBe(false);
  });
});
