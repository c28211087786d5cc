/**
 * The one file that knows wink-nlp: part of speech where a word is ours in one sense only ("left the office", "came back"),
 * lemma where a form is not listed. It is asked only for sentences with something to decide, is given our own tokens joined
 * by single spaces, and is believed only where its tokens align with ours one to one: fed so, its answers do not depend on
 * what it has read before.
 */
import type winkNLP from 'wink-nlp';
import type { Model } from 'wink-nlp';
import { FOLDED, fold } from './characters.ts';
import type { SentenceSpan } from './sentences.ts';
import { UNKNOWN } from './spellings.ts';
import {
  hasSpaceBefore,
  isCapitalized,
  markAt,
  NEWLINE,
  ORNAMENT,
  type Tokens,
  textAt,
  WORD,
  type Words,
} from './tokens.ts';

/** Tags and lemmas of words, one each, or null where they do not align. */
export type Tagger = (
  words: readonly string[],
) => { readonly tags: readonly string[]; readonly lemmas: () => readonly string[] } | null;

export interface LinguisticWords {
  readonly lemmas: readonly string[];
  readonly ambiguous: Readonly<Record<string, readonly string[]>>;
}

/** A longer sentence is a table or a list, of which a part of speech says nothing. */
const LONGEST_SENTENCE = 120;
const LONGEST_WORD = 40;

/** Node's `require`: gives a package at once, where `import()` has to be waited for. */
export type Require = (packageName: string) => unknown;

/** The one of this process: wink's model must not be instantiated twice (its own text doubles each time). */
let made: Tagger | undefined;

export async function loadTagger(): Promise<Tagger> {
  const [wink, model] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  made ??= makeTagger(wink.default, model.default);
  return made;
}

/** A tagger that loads wink at its first question, and never where there is none. */
export function loadTaggerWhenAsked(load: Require): Tagger {
  return (words) => {
    made ??= makeTagger(load('wink-nlp') as typeof winkNLP, load('wink-eng-lite-web-model') as Model);
    return made(words);
  };
}

function makeTagger(wink: typeof winkNLP, model: Model): Tagger {
  const nlp = wink(model, ['sbd', 'pos']);
  const { its } = nlp;
  return (words) => {
    const doc = nlp.readDoc(words.join(' '));
    const values = doc.tokens().out(its.value) as string[];
    if (values.length !== words.length || values.some((value, at) => value !== words[at])) return null;
    return {
      tags: doc.tokens().out(its.pos) as string[],
      lemmas: () => doc.tokens().out(its.lemma as never) as unknown as string[],
    };
  };
}

/** What is asked: the words with a second sense, and the stems of forms that are not listed. */
export interface Questions {
  /** By word id: the tags in which the word is ours. */
  readonly senses: ReadonlyMap<number, ReadonlySet<string>>;
  /** Their ids alone: all words of a note are held against them. */
  readonly ambiguous: readonly number[];
  /** By the character code of the first letter. */
  readonly stems: readonly (readonly Stem[] | undefined)[];
}

export function compileQuestions(words: Words, linguistic: LinguisticWords): Questions {
  const senses = new Map(
    Object.entries(linguistic.ambiguous).map(([word, tags]) => [words.vocabulary.idOf(word), new Set(tags)]),
  );
  const stems: Stem[][] = [];
  for (const lemma of linguistic.lemmas) {
    const stem = { stem: lemma.replace(/e$/, ''), id: words.vocabulary.idOf(lemma), lemma };
    const letter = lemma.charCodeAt(0);
    stems[letter] = [...(stems[letter] ?? []), stem];
  }
  return { senses, ambiguous: [...senses.keys()], stems };
}

/**
 * Changes the word ids of a sentence where the tagger's answer decides; the tokens themselves stay.
 * @returns whether any has changed
 */
export function decideWords(
  tokens: Tokens,
  { first, last }: SentenceSpan,
  questions: Questions,
  tagger: Tagger,
): boolean {
  if (last - first > LONGEST_SENTENCE) return false;
  const open = openQuestions(tokens, first, last, questions);
  return open.length > 0 && answer(tokens, first, last, open, questions, tagger);
}

const HYPHEN = 0x2d;

const NO_STEMS: readonly Stem[] = [];

interface Stem {
  readonly stem: string;
  readonly id: number;
  readonly lemma: string;
}

function openQuestions(tokens: Tokens, first: number, last: number, { ambiguous, stems }: Questions): number[] {
  const open: number[] = [];
  for (let at = first; at < last; at++) {
    if (tokens.kind[at] !== WORD) continue;
    const word = tokens.word[at] as number;
    if (word === UNKNOWN ? hasStem(tokens, at, stems) : ambiguous.includes(word) && !isPlain(tokens, at, last))
      open.push(at);
  }
  return open;
}

function hasStem(tokens: Tokens, at: number, stems: Questions['stems']): boolean {
  const start = tokens.start[at] as number;
  const length = (tokens.end[at] as number) - start;
  if (length < 6 || length > 16) return false;
  for (const { stem } of stems[FOLDED[tokens.text.charCodeAt(start)] as number] ?? NO_STEMS)
    if (stem.length <= length && tokens.folded.startsWith(stem, start)) return true;
  return false;
}

/** "back pain", "left leg", "low back", "her back", "left-sided": the next word or the one before settles it without asking. */
function isPlain(tokens: Tokens, at: number, last: number): boolean {
  const next = at + 1;
  if (at > 0 && SETTLES_BEFORE.has(textAt(tokens, at - 1))) return true;
  if (next >= last) return false;
  if (markAt(tokens, next) === HYPHEN && !hasSpaceBefore(tokens, next)) return true;
  const after = tokens.kind[next] === WORD ? textAt(tokens, next) : '';
  // "called back complaining of pain": a participle that is none of ours leaves it open
  const isParticiple = tokens.word[next] === UNKNOWN && /(ing|ed)$/.test(after);
  return (after !== '' && !SETTLES_NOTHING.has(after) && !isParticiple) || isCapitalized(tokens, at);
}

/** "came back", "she left": only after these does a word take its other sense; after an adjective it is the noun. */
const COMPLETES = new Set(['VERB', 'AUX', 'NOUN', 'PROPN', 'PRON', 'ADV', '']);
const SETTLES_BEFORE = new Set('low lower mid middle upper my his her their the on to of'.split(' '));
const SETTLES_NOTHING = new Set(
  'the a an in to and or for on at with of if from by this that when while is was are were her his their my our your not no after before without against about into onto up down out off over under until since as he she they it we i you there here who which'.split(
    ' ',
  ),
);

function answer(
  tokens: Tokens,
  first: number,
  last: number,
  open: readonly number[],
  { senses, stems }: Questions,
  tagger: Tagger,
): boolean {
  const words: string[] = [];
  const places = new Map<number, number>();
  for (let at = first; at < last; at++) {
    if (tokens.kind[at] === NEWLINE || tokens.kind[at] === ORNAMENT) continue;
    const text = tokens.text.slice(tokens.start[at], tokens.end[at]);
    if (text.length > LONGEST_WORD || /\s/.test(text)) return false;
    places.set(at, words.length);
    // wink splits "cannot" in two, and so do we, so that the rest still aligns
    if (fold(text) === 'cannot') words.push(text.slice(0, 3), text.slice(3));
    else words.push(text);
  }
  const tagged = tagger(words);
  if (!tagged) return false;
  let hasChanged = false;
  for (const at of open) {
    const place = places.get(at);
    if (place === undefined) continue;
    const before = tokens.word[at] as number;
    const senseTags = senses.get(tokens.word[at] as number);
    if (senseTags) {
      const tagBefore = place === 0 ? '' : (tagged.tags[place - 1] as string);
      if (!senseTags.has(tagged.tags[place] as string) && COMPLETES.has(tagBefore)) tokens.word[at] = UNKNOWN;
    } else {
      const lemma = tagged.lemmas()[place];
      const known = lemma && stems[lemma.charCodeAt(0)]?.find((stem) => stem.lemma === lemma);
      if (known) tokens.word[at] = known.id;
    }
    hasChanged ||= tokens.word[at] !== before;
  }
  return hasChanged;
}
