/** The facts of two analyses paired: the same fact, a fact that changed in some of its fields, a new or a gone one. */
import type { Fact } from '../model.ts';

/** A fact whose place, status or description changed; `fields` names what differs. */
export interface ChangedFact {
  readonly before: Fact;
  readonly after: Fact;
  readonly fields: readonly FactField[];
}

const FIELDS = ['status', 'source', 'region', 'levels', 'laterality', 'size', 'detail'] as const;
export type FactField = (typeof FIELDS)[number];

export interface FactMatch {
  readonly same: number;
  readonly changed: readonly ChangedFact[];
  readonly gone: readonly Fact[];
  readonly added: readonly Fact[];
}

/** Facts pair by what they agree in, the nearest first: an L4-5 herniation with itself before one at L5-S1. */
const NEARNESS: readonly ((one: Fact, other: Fact) => boolean)[] = [
  (one, other) => differing(one, other).length === 0,
  (one, other) => one.region === other.region && one.status === other.status && sameLevels(one, other),
  (one, other) => one.region === other.region && one.status === other.status,
  (one, other) => one.region === other.region && sameLevels(one, other),
  (one, other) => one.region === other.region,
  // "annular tear" before, "annular tear at L5-S1" after: the place was given.
  (one, other) => one.status === other.status && (one.region === 'unspecified' || other.region === 'unspecified'),
  (one, other) => one.status === other.status && sameLevels(one, other) && one.levels.length > 0,
];

export function matchFacts(before: readonly Fact[], after: readonly Fact[]): FactMatch {
  let gone = [...before];
  let added = [...after];
  const pairs: ChangedFact[] = [];
  for (const isNear of NEARNESS) {
    for (const fact of gone) {
      const partner = added.find((other) => other.condition === fact.condition && isNear(fact, other));
      if (!partner) continue;
      added = added.filter((other) => other !== partner);
      gone = gone.filter((other) => other !== fact);
      pairs.push({ before: fact, after: partner, fields: differing(fact, partner) });
    }
  }
  const inOrder = (one: ChangedFact, other: ChangedFact) => after.indexOf(one.after) - after.indexOf(other.after);
  const changed = pairs.filter(({ fields }) => fields.length > 0).sort(inOrder);
  return { same: pairs.length - changed.length, changed, gone, added };
}

function differing(one: Fact, other: Fact): readonly FactField[] {
  return FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

const sameLevels = (one: Fact, other: Fact): boolean => one.levels.join() === other.levels.join();
