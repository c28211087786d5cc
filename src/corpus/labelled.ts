/**
 * Labelled spans, as annotation tools keep them <-> facts. Spans that agree in condition, status, place, side and size
 * are one fact said several times, as the annotation guide has it.
 */
import {
  type Condition,
  DETAILS,
  LATERALITIES,
  REGIONS,
  SIZES,
  SOURCES,
  type Span,
  STATUSES,
  type Status,
} from '../index.ts';
import { type GoldFact, type GoldNote, type GoldRecord, readWord, topicsOf } from './gold.ts';

/** One annotated place; several spans when it was discontinuous. */
export interface LabelledSpan {
  readonly condition: Condition;
  readonly spans: readonly Span[];
  /** Values by attribute name in lower case: `status`, `region`, `level` ... */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/** What a file says of a note, before it is known whether the whole corpus marks statuses and regions. */
export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly labels: readonly LabelledSpan[];
  readonly record?: Partial<Pick<GoldRecord, 'imaging' | 'linkages'>>;
}

/**
 * A corpus in which nothing is annotated as a study says nothing of imaging; likewise of linkages. Where no annotation of a corpus has a status, its spans say nothing about status and are matched by condition alone;
 * where some have one, a span without is `present`, as in brat and the clinical shared tasks.
 */
export function buildGold(notes: readonly LabelledNote[]): GoldNote[] {
  const says = (name: string): boolean =>
    notes.some(({ labels }) => labels.some(({ attributes }) => statusOrValue(name, attributes)));
  const marksStatus = says('status');
  const marksRegion = says('region');
  const lists = (['imaging', 'linkages'] as const).filter((list) => notes.some(({ record }) => record?.[list]?.length));
  return notes.map(({ id, text, labels, record = {} }) => {
    const others = Object.fromEntries(lists.map((list) => [list, record[list] ?? []]));
    const gold: GoldRecord = { id, ...others, facts: mergeFacts(labels, marksStatus, marksRegion, text) };
    const topics = new Set(topicsOf(gold));
    if (!marksStatus) topics.delete('status');
    if (!marksRegion) topics.delete('region');
    return { ...gold, text, topics };
  });
}

const statusOrValue = (name: string, attributes: LabelledSpan['attributes']): boolean =>
  name === 'status' ? statusOf(attributes) !== undefined : attributes.has(name);

/** `A1 Negation T1`, `M1 Speculation T1`: the way of corpora that have one flag for each status. */
const FLAGS: Readonly<Record<string, Status>> = {
  negation: 'absent',
  negated: 'absent',
  speculation: 'uncertain',
  speculated: 'uncertain',
  uncertainty: 'uncertain',
  historical: 'historical',
  hypothetical: 'hypothetical',
  family: 'other-person',
};

function statusOf(attributes: LabelledSpan['attributes']): Status | undefined {
  const stated = readWord(attributes.get('status')?.[0] ?? '', STATUSES);
  if (stated) return stated;
  const flag = Object.keys(FLAGS).find((name) => attributes.has(name));
  return flag === undefined ? undefined : FLAGS[flag];
}

function mergeFacts(
  labels: readonly LabelledSpan[],
  marksStatus: boolean,
  marksRegion: boolean,
  text: string,
): GoldFact[] {
  const facts = new Map<string, GoldFact>();
  for (const label of labels) {
    const fact = readFact(label, marksStatus, marksRegion, text);
    const { condition, status, region, laterality, size } = fact;
    const key = JSON.stringify([condition, status, region, laterality, size]);
    const before = facts.get(key);
    facts.set(key, before ? join(before, fact) : fact);
  }
  return [...facts.values()];
}

function join(before: GoldFact, fact: GoldFact): GoldFact {
  const levels = [...new Set([...(before.levels ?? []), ...(fact.levels ?? [])])];
  return { ...before, ...(levels.length > 0 && { levels }), evidence: [...before.evidence, ...fact.evidence] };
}

function readFact(
  { condition, spans, attributes }: LabelledSpan,
  marksStatus: boolean,
  marksRegion: boolean,
  text: string,
): GoldFact {
  const one = <Word extends string>(name: string, words: readonly Word[]): Word | undefined =>
    readWord(attributes.get(name)?.[0] ?? '', words) ?? undefined;
  const region = one('region', REGIONS) ?? (marksRegion ? 'unspecified' : undefined);
  const status = statusOf(attributes) ?? (marksStatus ? 'present' : undefined);
  const fact = {
    condition,
    status,
    source: one('source', SOURCES),
    region,
    levels: attributes.get('level')?.slice(),
    laterality: one('laterality', LATERALITIES),
    size: one('size', SIZES),
    detail: attributes.get('detail')?.flatMap((detail) => readWord(detail, DETAILS) ?? []),
    evidence: spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) })),
  };
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined)) as GoldFact;
}

/** The words each attribute takes; `level` is free because levels are written, not chosen. */
export const ATTRIBUTE_WORDS: Readonly<Record<string, readonly string[] | null>> = {
  status: STATUSES,
  source: SOURCES,
  region: REGIONS,
  laterality: LATERALITIES,
  size: SIZES,
  detail: DETAILS,
  level: null,
};

/** The attributes of a fact in the order in which they are written; what is unspecified or empty is left out. */
export function attributesOf(fact: GoldFact): (readonly [name: string, value: string])[] {
  const { status, source, region, laterality, size, levels = [], detail = [] } = fact;
  const single = { status, source, region, laterality: laterality === 'unspecified' ? undefined : laterality, size };
  return [
    ...Object.entries(single).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
    ...levels.map((level) => ['level', level] as const),
    ...detail.map((detail) => ['detail', detail] as const),
  ];
}
