/** The phrase trie: longest phrase of a layer wins, what may stand between its words is passed over, nothing else is. */
import { describe, expect, it } from 'vitest';
import { Compounds } from '../../src/text/compounds.ts';
import { idsOfPhrases, PhraseTrie } from '../../src/text/phrases.ts';
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
