/**
 * Which disorder carries a radiculopathy, sciatica or myelopathy: ICD-10-CM has combination codes for the two, and
 * presumes the link ("with", I.A.15) unless the provider denies it.
 */
import type { Condition, Fact, Region } from '../model.ts';
import { type Chart, findLinked, isLinked } from './chart.ts';
import { areApart, areNeighbours, LOW_BACK } from './regions.ts';

const DISPLACEMENT: readonly Condition[] = ['disc-herniation', 'disc-bulge'];
export const DISC: readonly Condition[] = [...DISPLACEMENT, 'disc-degeneration'];
const CARRIERS: { readonly [symptom in Condition]?: readonly Condition[] } = {
  radiculopathy: [...DISC, 'spondylosis'],
  myelopathy: [...DISC, 'spondylosis'],
  sciatica: DISC,
};

function canCarry(disorder: Fact, symptom: Fact, chart: Chart): boolean {
  if (!CARRIERS[symptom.condition]?.includes(disorder.condition)) return false;
  if (isLinked(chart, symptom.condition, disorder.condition, 'absent')) return false;
  // "Lumbar disc disease" with no region can be no row of a combination code.
  if (disorder.region === 'unspecified')
    return symptom.region === 'unspecified' && disorder.condition === 'spondylosis';
  // M51.07 does not exist: the cord ends above.
  if (symptom.condition === 'myelopathy' && ['lumbosacral', 'sacral'].includes(disorder.region)) return false;
  if (symptom.condition === 'sciatica' && !LOW_BACK.includes(disorder.region)) return false;
  if (isOneOfSeveral(disorder, symptom) && !isLinked(chart, symptom.condition, disorder.condition, 'present'))
    return false;
  return symptom.region === 'unspecified' || areNeighbours(disorder.region, symptom.region);
}

/** "Cervical radiculopathy. Disc degeneration at C3-4 and C6-7.": M50.1- is a root's own disc, and nobody says which it is. */
const isOneOfSeveral = (disorder: Fact, symptom: Fact): boolean =>
  disorder.condition === 'disc-degeneration' &&
  symptom.condition === 'radiculopathy' &&
  disorder.levels.length > 1 &&
  symptom.levels.length === 0;

/** The linked disorder first, then one in the symptom's own region, then one next to it ("lumbar radiculopathy", L5-S1). */
function carriersAmong(facts: readonly Fact[], symptom: Fact, chart: Chart): readonly Fact[] {
  const able = facts.filter((f) => canCarry(f, symptom, chart));
  const linked = findLinked(chart, symptom.condition, able);
  const regions = (from: readonly Fact[]): readonly Region[] =>
    from.some((f) => f.region === symptom.region) ? [symptom.region] : from.map((f) => f.region);
  // "Radiculopathy" with no site belongs to the disc before it belongs to the facets of another region.
  const discs = symptom.region === 'unspecified' ? able.filter((f) => DISC.includes(f.condition)) : [];
  const home = regions([linked, discs, able].find((facts) => facts.length > 0) ?? []);
  // "Radiculopathy" with a neck disc and a lumbar disc and no word on which: neither.
  if (home.some((a) => home.some((b) => !areNeighbours(a, b)))) return [];
  return able.filter((f) => home.includes(f.region));
}

/** Carriers of a chart's symptoms, once found: every disorder of the chart asks for them. */
const found = new WeakMap<Chart, Map<Fact, readonly Fact[]>>();

function carriersOf(symptom: Fact, chart: Chart): readonly Fact[] {
  const known = found.get(chart) ?? new Map<Fact, readonly Fact[]>();
  found.set(chart, known);
  const carriers = known.get(symptom) ?? findCarriers(symptom, chart);
  known.set(symptom, carriers);
  return carriers;
}

/** What an established disorder carries already, a supposed one does not take over. */
function findCarriers(symptom: Fact, chart: Chart): readonly Fact[] {
  const established = chart.facts.filter((f) => f.id !== chart.supposed);
  const carriers = carriersAmong(established, symptom, chart);
  return carriers.length > 0 ? carriers : carriersAmong(chart.facts, symptom, chart);
}

/** Another disc of the region, displaced at another level, is the one that carries it, unless it is said of this level. */
function isOtherDisc(disorder: Fact, symptom: Fact, carriers: readonly Fact[]): boolean {
  if (disorder.condition !== 'disc-degeneration') return false;
  if (disorder.levels.some((level) => symptom.levels.includes(level))) return false;
  const displaced = carriers.filter((f) => f.region === disorder.region && DISPLACEMENT.includes(f.condition));
  return displaced.length > 0 && displaced.every((f) => areApart(f, disorder));
}

/** The radiculopathies, sciaticas and myelopathies that this disorder carries. */
export function findCarried(disorder: Fact, chart: Chart): readonly Fact[] {
  return chart.facts.filter((symptom) => {
    if (!CARRIERS[symptom.condition]) return false;
    const carriers = carriersOf(symptom, chart);
    return carriers.some((f) => f.id === disorder.id) && !isOtherDisc(disorder, symptom, carriers);
  });
}

export const WITH = ['neither', 'radiculopathy', 'myelopathy', 'radiculopathy and myelopathy'] as const;
export type With = (typeof WITH)[number];

/** Sciatica of a disc is its radiculopathy (M51.1- "sciatica due to intervertebral disc disorder"). */
export function readWith(disorder: Fact, chart: Chart): With {
  const carried = findCarried(disorder, chart);
  const cord = carried.some((f) => f.condition === 'myelopathy');
  const root = carried.some((f) => f.condition !== 'myelopathy');
  if (cord && root) return 'radiculopathy and myelopathy';
  if (cord) return 'myelopathy';
  return root ? 'radiculopathy' : 'neither';
}
