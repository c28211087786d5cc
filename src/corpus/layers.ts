/**
 * What is scored, by name. The first list is counted in right, missed and extra items; the second in right answers out
 * of those asked. docs: corpus/METRICS.md.
 */
import type { Topic } from './gold.ts';

export const ITEM_LAYERS = [
  'facts: condition + status',
  'facts: + region',
  'facts: present only + region',
  'spans: exact',
  'spans: overlap',
  'imaging: modality + status',
  'linkages: from -> to',
  'codes: assigned',
  'codes: unconfirmed',
  'queries: kind',
] as const;
export type ItemLayer = (typeof ITEM_LAYERS)[number];

export const ANSWER_LAYERS = [
  'levels',
  'laterality',
  'size',
  'source',
  'detail',
  'evidence',
  'note kind',
  'codes: exact set',
  'codes: Code First',
] as const;
export type AnswerLayer = (typeof ANSWER_LAYERS)[number];

export type Layer = ItemLayer | AnswerLayer;
export const LAYERS: readonly Layer[] = [...ITEM_LAYERS, ...ANSWER_LAYERS];

export const isItemLayer = (layer: Layer): layer is ItemLayer => (ITEM_LAYERS as readonly Layer[]).includes(layer);

/** What a gold note must speak of for the layer to be scored on it. */
export const TOPICS_OF: Record<Layer, readonly Topic[]> = {
  'facts: condition + status': ['status'],
  'facts: + region': ['status', 'region'],
  'facts: present only + region': ['status', 'region'],
  'spans: exact': [],
  'spans: overlap': [],
  'imaging: modality + status': ['imaging'],
  'linkages: from -> to': ['linkages'],
  'codes: assigned': ['codes'],
  'codes: unconfirmed': ['codes'],
  'queries: kind': ['queries'],
  levels: ['status', 'region'],
  laterality: ['status', 'region'],
  size: ['status', 'region'],
  source: ['status', 'region'],
  detail: ['status', 'region'],
  evidence: ['status', 'region'],
  'note kind': ['kind'],
  'codes: exact set': ['codes'],
  'codes: Code First': ['codes'],
};

/**
 * The layers in which each disagreement shows once. A fact that is missed shows in `facts: + region`; the coarser fact
 * layers would say it again, and `codes: exact set` follows from `codes: assigned`.
 */
export const DISTINCT_LAYERS: readonly Layer[] = [
  'facts: + region',
  'levels',
  'laterality',
  'size',
  'source',
  'detail',
  'evidence',
  'imaging: modality + status',
  'linkages: from -> to',
  'codes: assigned',
  'codes: unconfirmed',
  'codes: Code First',
  'queries: kind',
  'note kind',
];

/** Groups for a reader who looks for one sort of miss. */
export const MISS_GROUPS = ['facts', 'attributes', 'imaging', 'linkages', 'codes', 'queries', 'kind'] as const;
export type MissGroup = (typeof MISS_GROUPS)[number];

export function groupOf(layer: Layer): MissGroup {
  if (layer === 'note kind') return 'kind';
  const head = layer.split(':')[0];
  if (head === 'spans') return 'facts';
  return MISS_GROUPS.find((group) => group === head) ?? 'attributes';
}
