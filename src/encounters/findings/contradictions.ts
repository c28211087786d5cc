/** Two notes that cannot both be right about level, side, size or presence, with nothing between them that changed it. */
import { isSamePart, isStructural, partOf } from '../complaint.ts';
import type { EncounterSummary, NotedFact } from '../encounter.ts';
import { type FindInRecord, findEvents, isStated, type ReviewFinding, witness } from './finding.ts';

type Aspect = 'level' | 'side' | 'size' | 'status';

interface Difference {
  readonly aspect: Aspect;
  readonly before: string;
  readonly after: string;
  readonly earlier: readonly NotedFact[];
  readonly later: readonly NotedFact[];
}

export const findContradictions: FindInRecord = (encounters) =>
  encounters.flatMap((later, at) => {
    const told = new Set<string>();
    const found: ReviewFinding[] = [];
    for (const earlier of encounters.slice(0, at).reverse()) {
      const events = findEvents(earlier, later, encounters);
      for (const condition of new Set(later.facts.filter(isWeighed(later)).map((fact) => fact.condition))) {
        if (told.has(condition)) continue;
        const before = earlier.facts.filter((fact) => fact.condition === condition && isWeighed(earlier)(fact));
        const after = later.facts.filter((fact) => fact.condition === condition && isWeighed(later)(fact));
        if (before.length === 0) continue;
        // The nearest earlier note that speaks of the condition is the one to compare with.
        told.add(condition);
        // A new study or operation may show another level, another size, or nothing any more; it does not change a side.
        const differences = compareFacts(before, after).filter(
          ({ aspect }) => aspect === 'side' || events.length === 0,
        );
        found.push(...differences.map((difference) => describe(condition, difference, earlier, later)));
      }
    }
    return found;
  });

/** What the author states; in a report of a study, what the report states. */
const isWeighed =
  ({ kind }: EncounterSummary) =>
  (fact: NotedFact): boolean =>
    (isStated(fact) || (kind === 'imaging-report' && fact.source === 'imaging')) &&
    (fact.status === 'present' || fact.status === 'absent' || fact.status === 'historical');

const isPresent = ({ status }: NotedFact): boolean => status === 'present';

function compareFacts(before: readonly NotedFact[], after: readonly NotedFact[]): readonly Difference[] {
  const [was, is] = [before.filter(isPresent), after.filter(isPresent)];
  const differences = [compareLevels(was, is), compareSides(was, is), compareSizes(was, is)];
  const historical = after.filter(({ status }) => status === 'historical');
  // "left sciatica has resolved, now right": the later note itself tells of the change.
  const isTold = historical.some((fact) => was.some((known) => isSamePart(partOf(known.region), partOf(fact.region))));
  return [...(isTold ? [] : differences), ...compareStatus(before, after)].filter((each) => each !== null);
}

const levelsOf = (facts: readonly NotedFact[]): readonly string[] => [
  ...new Set(facts.flatMap(({ levels }) => levels)),
];
/** "L5 radiculopathy" and "L4-L5 disc" may speak of one place. */
const isNear = (one: string, other: string): boolean => {
  const parts = other.split('-');
  return (
    one.split('-').some((vertebra) => parts.includes(vertebra)) &&
    (one === other || !one.includes('-') || !other.includes('-'))
  );
};

function compareLevels(earlier: readonly NotedFact[], later: readonly NotedFact[]): Difference | null {
  const [before, after] = [levelsOf(earlier), levelsOf(later)];
  if (before.length === 0 || after.length === 0) return null;
  if (after.some((level) => before.some((known) => isNear(level, known)))) return null;
  if (!earlier.some(({ region }) => later.some((fact) => isSamePart(partOf(fact.region), partOf(region))))) return null;
  return { aspect: 'level', before: before.join(', '), after: after.join(', '), earlier, later };
}

function compareSides(earlier: readonly NotedFact[], later: readonly NotedFact[]): Difference | null {
  const sideOf = (facts: readonly NotedFact[]): string | null => {
    const sides = new Set(
      facts.map(({ laterality }) => laterality).filter((side) => side !== 'unspecified' && side !== 'midline'),
    );
    return sides.size === 1 ? ([...sides][0] as string) : null;
  };
  const [before, after] = [sideOf(earlier), sideOf(later)];
  if (!before || !after || before === after || [before, after].includes('bilateral')) return null;
  return { aspect: 'side', before, after, earlier, later };
}

function compareSizes(earlier: readonly NotedFact[], later: readonly NotedFact[]): Difference | null {
  for (const fact of later) {
    const known = earlier.find(
      ({ size, region }) =>
        region === fact.region && size && fact.size && ![size, fact.size].includes('unspecified') && size !== fact.size,
    );
    if (known)
      return {
        aspect: 'size',
        before: known.size as string,
        after: fact.size as string,
        earlier: [known],
        later: [fact],
      };
  }
  return null;
}

/** A pain goes; a stenosis that was there does not, unless somebody operated or looked again. */
function compareStatus(before: readonly NotedFact[], after: readonly NotedFact[]): readonly Difference[] {
  return after.flatMap((fact): Difference[] => {
    if (!isStructural(fact.condition) || fact.status === 'historical') return [];
    const opposite = fact.status === 'present' ? 'absent' : 'present';
    const known = before.filter(
      ({ status, region, levels }) => status === opposite && region === fact.region && isSameLevel(levels, fact.levels),
    );
    const agrees = before.some(({ status, region }) => status === fact.status && region === fact.region);
    if (known.length === 0 || agrees) return [];
    return [{ aspect: 'status', before: opposite, after: fact.status, earlier: known, later: [fact] }];
  });
}

const isSameLevel = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((level) => other.includes(level));

function describe(
  condition: string,
  difference: Difference,
  earlier: EncounterSummary,
  later: EncounterSummary,
): ReviewFinding {
  const { aspect, before, after } = difference;
  const name = condition.replaceAll('-', ' ');
  return {
    kind: 'contradicts-earlier',
    severity: 'warning',
    message:
      `${aspect[0]?.toUpperCase()}${aspect.slice(1)} of the ${name}: ${before} on ${earlier.date}, ${after} on ` +
      `${later.date}, and nothing between the two says that it changed. At most one of them can be coded as it stands. ` +
      'Ask the provider which one is right, and have the other note amended.',
    encounters: [witness(earlier, linesOf(difference.earlier)), witness(later, linesOf(difference.later))],
    cites: ['ICD-10-CM Official Guidelines, Section I.B.14: query the provider where documentation conflicts'],
  };
}

const linesOf = (facts: readonly NotedFact[]) => facts.map(({ line }) => line);
