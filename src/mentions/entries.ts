/** The lexicons as phrases with their layer and value: what the phrase trie is filled with. */
import type { Lexicons } from '../lexicons/definitions.ts';
import type { ElementKind } from '../model.ts';
import type { HeadingKind } from '../text/sections.ts';
import type { Cue, Layer, Pair, PairPart, TermValues } from './terms.ts';

const UNLIMITED = 1000;

export interface Entry<L extends Layer = Layer> {
  readonly layer: L;
  readonly phrase: string;
  readonly value: TermValues[L];
}

export function conditionEntries(lexicons: Lexicons, pairs: Pair[]): Entry[] {
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

export function contextEntries(lexicons: Lexicons): Entry[] {
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

export function attributeEntries(lexicons: Lexicons): Entry[] {
  const { places, qualities, studies, linkages, elements } = lexicons;
  const entries: Entry[] = [];
  const addAll = <L extends Layer>(layer: L, phrases: readonly string[], value: TermValues[L]): void => {
    for (const phrase of phrases) entries.push({ layer, phrase, value } as Entry);
  };
  for (const [region, phrases] of entriesOf(places.regions)) addAll('region', phrases, region);
  addAll('no-region', places['no-regions'], true);
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
  for (const [encounter, phrases] of entriesOf(qualities.encounters)) addAll('encounter', phrases, encounter);
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
  addAll('link', linkages['cause-of'], { order: 'cause-of', status: 'present' });
  for (const order of ['effect-first', 'cause-first', 'either-order'] as const) {
    for (const [status, phrases] of entriesOf(linkages[order])) addAll('link', phrases, { order, status });
  }
  const kinds = new Map<string, ElementKind[]>();
  for (const [kind, phrases] of entriesOf(elements)) for (const phrase of phrases) gather(kinds, phrase, kind);
  for (const [phrase, value] of kinds) entries.push({ layer: 'element', phrase, value });
  return entries;
}

export function headingEntries(lexicons: Lexicons): [string, HeadingKind][] {
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
