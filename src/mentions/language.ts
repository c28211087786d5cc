/** The lexicons compiled into what a text is read with: one vocabulary, one phrase trie, one heading trie. */
import type { Lexicons } from '../lexicons/definitions.ts';
import type { Condition, Region } from '../model.ts';
import { PhraseTrie } from '../text/phrases.ts';
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
  const words = compileWords(lexicons, [
    ...entries.map((entry) => entry.phrase),
    ...headings.map(([phrase]) => phrase),
  ]);
  const transparent = lexicons.words.transparent;
  const terms = LAYER_GROUPS.map((layers) => new PhraseTrie<Layer, TermValues[Layer]>(words, layers, transparent));
  for (const { layer, phrase, value } of entries) {
    const join = layer === 'part' || layer === 'element' ? joinLists : undefined;
    terms[groupOf(layer)]?.add(layer, phrase, value, join);
  }
  const headingTrie: HeadingTrie = new PhraseTrie<'heading' | 'finding', HeadingKind>(
    words,
    ['heading', 'finding'],
    [],
  );
  for (const [phrase, kind] of headings) headingTrie.add('heading', phrase, kind);
  for (const { layer, phrase } of entries) if (layer === 'condition') headingTrie.add('finding', phrase, 'other');
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
