/**
 * One gold note and what the program says of it -> verdicts, one for each item of each layer. The counts that follow
 * from them are those of the project's reference scorer, number by number.
 */

import { sectionOf } from '../formats/places.ts';
import type { Condition, NoteKind, SectionKind, Span } from '../index.ts';
import { compareAttributes } from './attributes.ts';
import { compareCodes } from './code-sets.ts';
import type { GoldFact, GoldNote } from './gold.ts';
import { type ItemLayer, TOPICS_OF } from './layers.ts';
import type { Reading } from './reading.ts';
import { pairBySpans } from './span-match.ts';
import { answer, compareItems, factKey, mergeKeys, placesOf, unique, type Verdict } from './verdict.ts';

/** A fact in the tables by condition and by section: each gold fact once, and each found one that gold lacks. */
export interface FactVerdict {
  readonly condition: Condition;
  readonly section: SectionKind | 'unplaced';
  readonly outcome: 'right' | 'missed' | 'extra';
}

export interface NoteComparison {
  readonly gold: GoldNote;
  /** Null when there is no analysis of the note: everything in it is missed. */
  readonly reading: Reading | null;
  readonly kind: NoteKind | 'unstated';
  readonly verdicts: readonly Verdict[];
  readonly facts: readonly FactVerdict[];
}

export function compareNote(gold: GoldNote, reading: Reading | null): NoteComparison {
  const verdicts = [
    ...compareFacts(gold, reading),
    ...compareSpans(gold, reading),
    ...compareRecord(gold, reading),
    ...compareCodes(gold, reading),
    ...compareAttributes(gold, reading),
  ];
  return {
    gold,
    reading,
    kind: gold.kind ?? 'unstated',
    verdicts: verdicts.filter(({ layer }) => TOPICS_OF[layer].every((topic) => gold.topics.has(topic))),
    facts: gold.topics.has('region') && gold.topics.has('status') ? placeFacts(gold, reading) : [],
  };
}

type FactLike = Pick<GoldFact, 'condition' | 'status' | 'region'>;
const FACT_LAYERS: readonly (readonly [
  ItemLayer,
  (fact: FactLike) => string,
  (optional: string) => string,
  'all' | 'present',
])[] = [
  ['facts: condition + status', (fact) => `${fact.condition}|${fact.status}`, (key) => cutKey(key, [0, 1]), 'all'],
  ['facts: + region', factKey, (key) => key, 'all'],
  [
    'facts: present only + region',
    (fact) => `${fact.condition}|${fact.region}`,
    (key) => cutKey(key, [0, 2]),
    'present',
  ],
];
const cutKey = (key: string, parts: readonly number[]): string => parts.map((part) => key.split('|')[part]).join('|');

function compareFacts(gold: GoldNote, reading: Reading | null): Verdict[] {
  return FACT_LAYERS.flatMap(([layer, keyOf, cut, which]) => {
    const counts = ({ status }: FactLike): boolean => which === 'all' || status === 'present';
    const optional = (gold.factsOptional ?? []).filter((key) => which === 'all' || key.split('|')[1] === 'present');
    return compareItems(
      layer,
      mergeKeys(gold.facts.filter(counts), keyOf, (fact) => placesOf(fact.evidence)),
      mergeKeys((reading?.facts ?? []).filter(counts), keyOf, (fact) => fact.evidence),
      new Set(optional.map(cut)),
    );
  });
}

function compareSpans(gold: GoldNote, reading: Reading | null): Verdict[] {
  const labelOf = (fact: FactLike): string =>
    gold.topics.has('status') ? `${fact.condition}|${fact.status}` : fact.condition;
  const want = gold.facts.map((fact) => ({ label: labelOf(fact), spans: placesOf(fact.evidence) }));
  const placed = want.filter(({ spans }) => spans.length > 0);
  const found = (reading?.facts ?? []).map((fact) => ({ label: labelOf(fact), spans: fact.evidence }));
  // A gold fact whose words stand nowhere in particular can neither be matched nor make a found one wrong.
  const ignored = new Set([
    ...want.filter(({ spans }) => spans.length === 0).map(({ label }) => label),
    ...(gold.factsOptional ?? []).map((key) => cutKey(key, gold.topics.has('status') ? [0, 1] : [0])),
  ]);
  return (['exact', 'overlap'] as const).flatMap((matching) => {
    const layer: ItemLayer = `spans: ${matching}`;
    const partners = pairBySpans(placed, found, matching);
    const paired = new Set(partners);
    const asked = placed.map(({ label, spans }, index): Verdict => {
      const partner = partners[index] ?? null;
      const outcome = partner === null ? 'missed' : 'right';
      return {
        layer,
        item: label,
        outcome,
        goldSpans: spans,
        foundSpans: partner === null ? [] : found[partner]!.spans,
      };
    });
    const extra = found.filter(({ label }, index) => !paired.has(index) && !ignored.has(label));
    return [
      ...asked,
      ...extra.map(
        ({ label, spans }): Verdict => ({ layer, item: label, outcome: 'extra', goldSpans: [], foundSpans: spans }),
      ),
    ];
  });
}

/** Imaging, linkages, queries and the note kind. */
function compareRecord(gold: GoldNote, reading: Reading | null): Verdict[] {
  const study = (i: { modality: string; status: string }): string => `${i.modality}|${i.status}`;
  const link = (l: { from: string; to: string; status: string }): string => `${l.from}->${l.to}|${l.status}`;
  return [
    ...compareItems(
      'imaging: modality + status',
      mergeKeys(gold.imaging ?? [], study, (entry) => placesOf(entry.evidence)),
      mergeKeys(reading?.imaging ?? [], study, (entry) => entry.evidence),
      new Set(gold.imagingOptional ?? []),
    ),
    ...compareItems(
      'linkages: from -> to',
      mergeKeys(gold.linkages ?? [], link, (entry) => placesOf(entry.evidence)),
      mergeKeys(reading?.linkages ?? [], link, (entry) => entry.evidence),
      new Set(gold.linkagesOptional ?? []),
    ),
    ...compareItems(
      'queries: kind',
      unique(gold.queries ?? []).map((key) => ({ key, spans: [] })),
      mergeKeys(
        reading?.queries ?? [],
        (query) => query.kind,
        (query) => query.indicators,
      ),
      new Set(gold.queriesOptional ?? []),
    ),
    answer('note kind', 'note', gold.kind ?? '', reading?.note.kind ?? 'none'),
  ];
}

function placeFacts(gold: GoldNote, reading: Reading | null): FactVerdict[] {
  const found = reading?.facts ?? [];
  const foundKeys = new Set(found.map(factKey));
  const goldKeys = new Set(gold.facts.map(factKey));
  const optional = new Set(gold.factsOptional ?? []);
  const section = (spans: readonly Span[]): FactVerdict['section'] =>
    (spans[0] && sectionOf(reading?.sections ?? [], spans[0])?.kind) ?? 'unplaced';
  const asked = gold.facts.map(
    (fact): FactVerdict => ({
      condition: fact.condition,
      section: section(placesOf(fact.evidence)),
      outcome: foundKeys.has(factKey(fact)) ? 'right' : 'missed',
    }),
  );
  const extra = new Map(found.map((fact) => [factKey(fact), fact]));
  for (const key of [...extra.keys()]) if (goldKeys.has(key) || optional.has(key)) extra.delete(key);
  return [
    ...asked,
    ...[...extra.values()].map(
      (fact): FactVerdict => ({ condition: fact.condition, section: section(fact.evidence), outcome: 'extra' }),
    ),
  ];
}
