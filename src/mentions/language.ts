/** The lexicons compiled into what a text is read with: one vocabulary, one phrase trie, one heading trie. */
import type { Lexicons } from '../lexicons/definitions.ts';
import type { NEEDS } from '../lexicons/language.ts';
import type { Condition, ElementKind, Laterality, Modality, Region, Size, Status } from '../model.ts';
import { fold } from '../text/characters.ts';
import type { HeadingKind, HeadingTrie } from '../text/sections.ts';
import type { SentenceWords } from '../text/sentences.ts';
import { compoundKey, type Words } from '../text/tokens.ts';
import { Vocabulary, type VocabularyWord } from '../text/vocabulary.ts';
import { type Hit, PhraseTrie } from './phrases.ts';

export type Need = (typeof NEEDS)[number];

export interface ConditionTerm {
  readonly condition: Condition;
  readonly need: Need | null;
}

/** One half of a pair ("disk" ... "herniated"): which pair, which half. */
export interface PairPart {
  readonly pair: number;
  readonly half: 'first' | 'second';
}

export interface Pair {
  readonly condition: Condition;
  readonly gap: number;
  /** The two halves deny the condition ("annulus ... intact"). */
  readonly denies: boolean;
  readonly need: Need | null;
}

export interface Cue {
  readonly says: Exclude<Status, 'present'> | 'nothing';
  /** `answer`: only as the reply to what stands before it ("Herniation: none"). */
  readonly direction: 'forward' | 'backward' | 'answer';
  /** Words, at most, between cue and mention. */
  readonly reach: number;
  /** Where the scope ends at the latest. */
  readonly until: 'clause' | 'comma';
}

export type TerminatorScope = 'all' | 'uncertain' | 'hypothetical' | 'historical';
export type StudyWord = 'ordered' | 'considered' | 'historical' | 'none' | 'results';
export type LinkOrder = 'effect-first' | 'cause-first' | 'with';
export type LinkStatus = 'present' | 'uncertain' | 'absent';

/** What each layer of phrases says. */
export interface TermValues {
  condition: ConditionTerm;
  part: readonly PairPart[];
  cue: readonly Cue[];
  terminator: TerminatorScope;
  region: Region;
  'study-region': Region;
  limb: true;
  'spine-word': true;
  'disc-word': true;
  treated: true;
  level: readonly string[];
  'same-level': true;
  side: Laterality;
  size: Size;
  duration: 'acute' | 'subacute' | 'chronic';
  'other-pain': true;
  vertebrogenic: true;
  claudication: true;
  grade: true;
  opinion: true;
  risk: true;
  old: true;
  modality: Modality;
  'study-word': StudyWord;
  elsewhere: true;
  link: { readonly order: LinkOrder; readonly status: LinkStatus };
  element: readonly ElementKind[];
}

export type Layer = keyof TermValues;

export const LAYERS = [
  'condition',
  'part',
  'cue',
  'terminator',
  'region',
  'study-region',
  'limb',
  'spine-word',
  'disc-word',
  'treated',
  'level',
  'same-level',
  'side',
  'size',
  'duration',
  'other-pain',
  'vertebrogenic',
  'claudication',
  'grade',
  'opinion',
  'risk',
  'old',
  'modality',
  'study-word',
  'elsewhere',
  'link',
  'element',
] as const satisfies readonly Layer[];

export type Terms = { readonly get: <L extends Layer>(layer: L) => readonly Hit<TermValues[L]>[] };

export interface Language {
  readonly words: Words;
  readonly terms: PhraseTrie<Layer, TermValues[Layer]>;
  readonly headings: HeadingTrie;
  readonly sentenceWords: SentenceWords;
  readonly pairs: readonly Pair[];
  readonly conditionRegion: ReadonlyMap<Condition, Region>;
  readonly symptoms: ReadonlySet<Condition>;
}

const UNLIMITED = 1000;

interface Entry<L extends Layer = Layer> {
  readonly layer: L;
  readonly phrase: string;
  readonly value: TermValues[L];
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
  const terms = new PhraseTrie<Layer, TermValues[Layer]>(words, LAYERS, transparent);
  for (const { layer, phrase, value } of entries) terms.add(layer, phrase, value);
  const headingTrie: HeadingTrie = new PhraseTrie<'heading', HeadingKind>(words, ['heading'], []);
  for (const [phrase, kind] of headings) headingTrie.add('heading', phrase, kind);
  return {
    words,
    terms,
    headings: headingTrie,
    sentenceWords: {
      abbreviations: new Set(lexicons.words.abbreviations.map((word) => word.toLowerCase().replace(/\.$/, ''))),
    },
    pairs,
    conditionRegion: new Map(
      lexicons.conditions.conditions.flatMap(({ id, region }) => (region ? [[id, region]] : [])),
    ),
    symptoms: new Set(lexicons.conditions.conditions.flatMap(({ id, symptom }) => (symptom ? [id] : []))),
  };
}

function conditionEntries(lexicons: Lexicons, pairs: Pair[]): Entry[] {
  const entries: Entry[] = [];
  const parts = new Map<string, PairPart[]>();
  for (const { id, phrases, pairs: own = [] } of lexicons.conditions.conditions) {
    for (const each of phrases) {
      const { phrase, needs } = typeof each === 'string' ? { phrase: each, needs: null } : each;
      entries.push({ layer: 'condition', phrase, value: { condition: id, need: needs } });
    }
    for (const { first, second, gap, denies = false, needs = null } of own) {
      const pair = pairs.push({ condition: id, gap, denies, need: needs }) - 1;
      for (const phrase of first) gather(parts, phrase, { pair, half: 'first' });
      for (const phrase of second) gather(parts, phrase, { pair, half: 'second' });
    }
  }
  for (const [phrase, value] of parts) entries.push({ layer: 'part', phrase, value });
  return entries;
}

function contextEntries(lexicons: Lexicons): Entry[] {
  const cues = new Map<string, Cue[]>();
  for (const { says, direction, reach = UNLIMITED, until = 'clause', phrases } of lexicons.cues.cues) {
    for (const phrase of phrases) gather(cues, phrase, { says, direction, reach, until });
  }
  const nothing: Cue = { says: 'nothing', direction: 'forward', reach: 0, until: 'clause' };
  for (const phrase of lexicons.cues.pseudo) cues.set(phrase, [nothing]);
  const entries: Entry[] = [...cues].map(([phrase, value]) => ({ layer: 'cue', phrase, value }));
  for (const scope of ['uncertain', 'hypothetical', 'historical', 'all'] as const) {
    for (const phrase of lexicons.cues.terminators[scope]) entries.push({ layer: 'terminator', phrase, value: scope });
  }
  return entries;
}

function attributeEntries(lexicons: Lexicons): Entry[] {
  const { places, qualities, studies, linkages, elements } = lexicons;
  const entries: Entry[] = [];
  const addAll = <L extends Layer>(layer: L, phrases: readonly string[], value: TermValues[L]): void => {
    for (const phrase of phrases) entries.push({ layer, phrase, value } as Entry);
  };
  for (const [region, phrases] of entriesOf(places.regions)) addAll('region', phrases, region);
  addAll('study-region', places['studies-lumbar'], 'lumbar');
  addAll('limb', places.limbs, true);
  for (const [levels, phrases] of entriesOf(places.levels)) addAll('level', phrases, levels.split(', '));
  addAll('spine-word', places['spine-words'], true);
  addAll('disc-word', places['disc-words'], true);
  addAll('treated', places.treated, true);
  addAll('same-level', places['same-level'], true);
  for (const [side, phrases] of entriesOf(places.sides)) addAll('side', phrases, side);
  for (const [size, phrases] of entriesOf(qualities.sizes)) addAll('size', phrases, size);
  for (const [duration, phrases] of entriesOf(qualities.durations)) addAll('duration', phrases, duration);
  addAll('other-pain', qualities['low-back-pain-other'], true);
  addAll('vertebrogenic', qualities.vertebrogenic, true);
  addAll('claudication', qualities.claudication['with-claudication'], true);
  addAll('grade', qualities.grades, true);
  addAll('risk', qualities.risks, true);
  addAll('opinion', qualities.opinions, true);
  addAll('old', qualities.old, true);
  for (const [modality, phrases] of entriesOf(studies.modalities)) addAll('modality', phrases, modality);
  for (const word of ['results', 'none', 'historical', 'considered', 'ordered'] as const)
    addAll('study-word', studies[word], word);
  addAll('elsewhere', studies.elsewhere, true);
  addAll('link', linkages.with, { order: 'with', status: 'present' });
  for (const order of ['effect-first', 'cause-first'] as const) {
    for (const [status, phrases] of entriesOf(linkages[order])) addAll('link', phrases, { order, status });
  }
  const kinds = new Map<string, ElementKind[]>();
  for (const [kind, phrases] of entriesOf(elements)) for (const phrase of phrases) gather(kinds, phrase, kind);
  for (const [phrase, value] of kinds) entries.push({ layer: 'element', phrase, value });
  return entries;
}

function headingEntries(lexicons: Lexicons): [string, HeadingKind][] {
  const { headings, 'body-parts': bodyParts } = lexicons.headings;
  const entries: [string, HeadingKind][] = bodyParts.map((phrase) => [phrase, 'body-part']);
  for (const [kind, phrases] of entriesOf(headings)) for (const phrase of phrases ?? []) entries.push([phrase, kind]);
  return entries;
}

/** Object.entries that keeps the key's type; the objects come from a checked lexicon. */
function entriesOf<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

function gather<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Every word of every phrase gets an id; plurals and spelling variants share their word's. */
function compileWords(lexicons: Lexicons, phrases: readonly string[]): Words {
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
    const base = [alias.get(word), ...singularsOf(word)].find(
      (candidate) => candidate !== undefined && ids.has(candidate),
    );
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
  const vocabulary = new Vocabulary(words, lexicons.words['not-misspellings']);
  const joined = new Map<number, number>();
  for (const compound of compounds) {
    const [first = '', second = ''] = compound.split(' ');
    joined.set(compoundKey(vocabulary.idOf(first), vocabulary.idOf(second)), vocabulary.idOf(first + second));
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
