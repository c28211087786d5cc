/** The lexicons compiled into what a text is read with: one vocabulary, one phrase trie, one heading trie. */
import type { Lexicons } from '../lexicons/definitions.ts';
import type { Condition, Region } from '../model.ts';
import { idsOfPhrases, PhraseTrie } from '../text/phrases.ts';
import type { HeadingKind, HeadingTrie } from '../text/sections.ts';
import type { SentenceWords } from '../text/sentences.ts';
import type { Words } from '../text/tokens.ts';
import { compileWords } from '../text/word-families.ts';
import { attributeEntries, conditionEntries, contextEntries, headingEntries } from './entries.ts';
import { groupOf, LAYER_GROUPS, type Layer, type Pair, type TermValues } from './terms.ts';

export interface Language {
  readonly words: Words;
  /** One for each group of layers. */
  readonly terms: readonly PhraseTrie<Layer, TermValues[Layer]>[];
  readonly headings: HeadingTrie;
  readonly sentenceWords: SentenceWords;
  readonly pairs: readonly Pair[];
  /** Ids of the words that are ours in one sense only. */
  readonly ambiguous: ReadonlySet<number>;
  readonly conditionRegion: ReadonlyMap<Condition, Region>;
  readonly symptoms: ReadonlySet<Condition>;
}

/** Halves of pairs, and kinds of elements: a word may be several. */
function joinLists(earlier: TermValues[Layer], later: TermValues[Layer]): TermValues[Layer] {
  const both = new Set([...(earlier as readonly unknown[]), ...(later as readonly unknown[])]);
  return [...both] as unknown as TermValues[Layer];
}

export function compileLanguage(lexicons: Lexicons): Language {
  const pairs: Pair[] = [];
  const entries = [...conditionEntries(lexicons, pairs), ...contextEntries(lexicons), ...attributeEntries(lexicons)];
  const headings = headingEntries(lexicons);
  const phrases = [...entries.map(({ phrase }) => phrase), ...headings.map(([phrase]) => phrase)];
  const words = compileWords(lexicons, phrases);
  const ids = idsOfPhrases(phrases, words);
  const idsOf = (at: number): readonly number[] => ids[at] as readonly number[];
  const transparent = lexicons.words.transparent;
  const terms = LAYER_GROUPS.map((layers) => new PhraseTrie<Layer, TermValues[Layer]>(words, layers, transparent));
  for (const [at, { layer, value }] of entries.entries()) {
    const join = layer === 'part' || layer === 'element' ? joinLists : undefined;
    terms[groupOf(layer)]?.add(layer, idsOf(at), value, join);
  }
  const headingTrie: HeadingTrie = new PhraseTrie<'heading' | 'finding', HeadingKind>(
    words,
    ['heading', 'finding'],
    [],
  );
  for (const [at, [, kind]] of headings.entries()) headingTrie.add('heading', idsOf(entries.length + at), kind);
  for (const [at, { layer }] of entries.entries())
    if (layer === 'condition') headingTrie.add('finding', idsOf(at), 'other');
  return {
    words,
    terms,
    headings: headingTrie,
    sentenceWords: {
      abbreviations: new Set(lexicons.words.abbreviations.map((word) => word.toLowerCase().replace(/\.$/, ''))),
    },
    pairs,
    ambiguous: new Set(Object.keys(lexicons.words.ambiguous).map((word) => words.vocabulary.idOf(word))),
    conditionRegion: new Map(
      lexicons.conditions.conditions.flatMap(({ id, region }) => (region ? [[id, region]] : [])),
    ),
    symptoms: new Set(lexicons.conditions.conditions.flatMap(({ id, symptom }) => (symptom ? [id] : []))),
  };
}
