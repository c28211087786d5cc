/** Two statements of one record that cannot both hold; each conflict names the point on which they differ. */
import type { Condition, Evidence, Fact, Findings, SectionKind } from '../model.ts';
import { widen } from './indicators.ts';
import {
  type FindIssues,
  type Issue,
  isPresent,
  isProviders,
  isSymptom,
  makeIssue,
  mayBeSamePart,
  mayMeet,
  partOf,
  plainValues,
  shareLevel,
} from './issue.ts';

export const findConflicts: FindIssues = (findings) => [
  ...statusConflicts(findings),
  ...levelConflicts(findings),
  ...sizeConflicts(findings),
  ...sideConflicts(findings),
  ...retoldSides(findings),
];

/** "Large annular defect at L4-5 ... since this is only a small annular defect". */
function sizeConflicts({ facts }: Findings): readonly Issue[] {
  const sized = facts.filter(
    (fact) =>
      fact.condition === 'annulus-fibrosus-defect' &&
      isPresent(fact) &&
      (fact.size === 'small' || fact.size === 'large'),
  );
  return sized
    .filter(({ size }) => size === 'large')
    .flatMap((large) => {
      const small = sized.filter(
        (fact) => fact.size === 'small' && fact.region === large.region && mayMeet(fact, large),
      );
      if (small.length === 0) return [];
      return [
        makeIssue('conflicting-documentation', large.region, {
          axis: 'size',
          topic: 'annulus-fibrosus-defect/size',
          facts: [large, ...small],
          values: plainValues(['Small', 'Large']),
        }),
      ];
    });
}

/** A normal EMG does not refute a radiculopathy, nor a normal film a sciatica: only the provider's own denial does. */
const CLINICAL: ReadonlySet<Condition> = new Set([
  'radiculopathy',
  'sciatica',
  'myelopathy',
  'cauda-equina-syndrome',
  'sacroiliac-disorder',
  'back-strain',
  'vertebral-fracture',
]);

/** "no other herniation", "no acute fracture", "no disc fragments" left after the operation: the denial is of something else. */
const PARTIAL =
  /\b(other|another|fragments?|additional|further|elsewhere|recurrent|residual|new|active|acute|high[- ]grade|severe|moderate)\b/i;

/** Two other dorsopathies of one place go by two names: a transitional segment without a Bertolotti syndrome. */
function statusConflicts({ facts, text }: Findings): readonly Issue[] {
  const stated = facts.filter(
    (fact) => isPresent(fact) && isProviders(fact) && !isSymptom(fact) && fact.condition !== 'other-dorsopathy',
  );
  return stated.flatMap((present) => {
    const denials = facts.filter(
      (fact) => contradicts(fact, present) && isOfTheSame(clausesOf(fact, text), clausesOf(present, text), present),
    );
    if (denials.length === 0) return [];
    const topic = `${present.condition}/status`;
    return [
      makeIssue('conflicting-documentation', present.region, { axis: 'status', topic, facts: [present, ...denials] }),
    ];
  });
}

function contradicts(absent: Fact, present: Fact): boolean {
  if (absent.status !== 'absent' || absent.condition !== present.condition) return false;
  if (absent.source === 'patient' || absent.region !== present.region) return false;
  // A report denies one level at a time; "no fracture" of a film beside a known one is seldom meant of it.
  if (absent.source === 'imaging' && (CLINICAL.has(absent.condition) || !shareLevel(absent, present))) return false;
  // "no herniation at L3-4" beside a herniation without level denies nothing.
  if (absent.levels.length > 0 && !shareLevel(absent, present)) return false;
  return !(isSided(absent) && isSided(present) && absent.laterality !== present.laterality);
}

/** A long chart repeats itself; the first places decide. */
const MOST_CLAUSES = 20;

const clausesOf = ({ evidence }: Fact, text: string): readonly string[] =>
  evidence.slice(0, MOST_CLAUSES).map((span) => widen(span, text).text);

/** One clause does not contradict itself, and a part denied is not the whole. */
function isOfTheSame(denied: readonly string[], stated: readonly string[], { condition }: Fact): boolean {
  if (denied.some((clause) => stated.includes(clause) || PARTIAL.test(clause))) return false;
  return condition !== 'spinal-stenosis' || passagesOf(denied).some((name) => passagesOf(stated).includes(name));
}

/** "foraminal stenosis ... the central canal is not narrowed": two passages, no conflict. */
function passagesOf(clauses: readonly string[]): readonly string[] {
  const words = clauses.join(' ').toLowerCase();
  const named = ['foramin', 'recess', 'canal', 'central'].filter((word) => words.includes(word));
  return named.length > 0 ? named.map((word) => (word === 'central' ? 'canal' : word)) : ['canal'];
}

export const isSided = ({ laterality }: Fact): boolean => laterality === 'left' || laterality === 'right';

/** Diagnoses that stand at one level and that imaging can place. */
const PLACED: ReadonlySet<Condition> = new Set([
  'annulus-fibrosus-defect',
  'disc-herniation',
  'disc-degeneration',
  'spondylolisthesis',
]);

/** "MRI: L5-S1 herniation. Assessment: L4-5 herniation": no other word of the record supports the level assessed. */
function levelConflicts({ facts, mentions }: Findings): readonly Issue[] {
  const sections = new Map(mentions.map(({ id, section }) => [id, section]));
  const sectionsOf = (fact: Fact): ReadonlySet<SectionKind | undefined> =>
    new Set(fact.mentions.map((id) => sections.get(id)));
  return facts
    .filter((fact) => isPresent(fact) && isProviders(fact) && PLACED.has(fact.condition) && fact.levels.length === 1)
    .flatMap((stated) => {
      const same = facts.filter(
        (fact) =>
          fact !== stated &&
          fact.condition === stated.condition &&
          isPresent(fact) &&
          mayBeSamePart(partOf(fact), partOf(stated)),
      );
      const [shown] = same;
      if (
        same.length !== 1 ||
        !shown ||
        shown.source !== 'imaging' ||
        shown.levels.length !== 1 ||
        shareLevel(shown, stated)
      )
        return [];
      const where = sectionsOf(stated);
      // Both levels stand in the report, so that it is a second finding and no contradiction.
      if (where.size === 0 || [...sectionsOf(shown)].some((section) => where.has(section))) return [];
      const values = plainValues([...stated.levels, ...shown.levels]);
      return [
        makeIssue('conflicting-documentation', stated.region, {
          axis: 'level',
          topic: `${stated.condition}/level`,
          facts: [stated, shown],
          values,
        }),
      ];
    });
}

export const NERVE: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica']);
export const SHIFTED: ReadonlySet<Condition> = new Set(['disc-herniation', 'disc-bulge', 'spinal-stenosis']);

/** "FINDINGS: left paracentral protrusion, L4-L5. IMPRESSION: right paracentral protrusion, L4-L5": one disc on two sides. */
function retoldSides({ facts, mentions, text }: Findings): readonly Issue[] {
  const byId = new Map(mentions.map((mention) => [mention.id, mention]));
  return facts
    .filter((fact) => isPresent(fact) && SHIFTED.has(fact.condition) && fact.levels.length === 1)
    .flatMap((fact) => {
      const told = fact.mentions.slice(0, MOST_CLAUSES).flatMap((id) => byId.get(id) ?? []);
      const sides = new Map<SectionKind, Set<Side>>();
      for (const mention of told) {
        const own = sidesIn(phraseAround(mention, text));
        if (own.length > 0) sides.set(mention.section, new Set([...(sides.get(mention.section) ?? []), ...own]));
      }
      // Two findings of one list, one on each side, are no contradiction; nor is a list that the other part sums up.
      const [one, ...others] = [...sides.values()];
      if (!one || one.size > 1 || others.length === 0) return [];
      if (others.some((other) => other.size > 1) || others.every((other) => [...one].every((side) => other.has(side))))
        return [];
      return [
        makeIssue('conflicting-documentation', fact.region, {
          axis: 'laterality',
          topic: `${fact.condition}/laterality`,
          facts: [fact],
          values: plainValues(['Left', 'Right']),
        }),
      ];
    });
}

type Side = 'left' | 'right';

/** What is said of the finding itself: up to the next comma or end, not the leg that it is to explain. */
function phraseAround({ start, end }: Evidence, text: string): string {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 40);
  return `${before.slice(before.search(/(?<![^.,;:\n\r])[^.,;:\n\r]*$/))} ${/^[^.,;:\n\r]*/.exec(after)?.[0] ?? ''}`;
}

function sidesIn(words: string): readonly Side[] {
  // "LEFT", "lt", "on the right"; "bilateral" names both and is no side.
  if (/\b(bilateral\w*|both sides|left and right|right and left)\b/i.test(words)) return [];
  const named = [/\b(left|lt)\b/i.test(words) ? 'left' : null, /\b(right|rt)\b/i.test(words) ? 'right' : null];
  const sides = named.filter((side): side is Side => side !== null);
  return sides.length === 1 ? sides : [];
}

/** "left L5 radiculopathy" beside a protrusion on the right and nothing on the left. */
function sideConflicts({ facts }: Findings): readonly Issue[] {
  const present = facts.filter(isPresent);
  return present
    .filter((fact) => isProviders(fact) && NERVE.has(fact.condition) && isSided(fact))
    .flatMap((nerve) => {
      const causes = present.filter(
        (fact) => SHIFTED.has(fact.condition) && mayBeSamePart(partOf(fact), partOf(nerve)),
      );
      const opposite = causes.filter(isSided);
      if (
        opposite.length === 0 ||
        causes.length > opposite.length ||
        opposite.some(({ laterality }) => laterality === nerve.laterality)
      )
        return [];
      const changes = nerve.condition === 'sciatica' ? 'code' : 'documentation';
      const topic = `${nerve.condition}/laterality`;
      return [
        makeIssue('conflicting-documentation', nerve.region, {
          axis: 'laterality',
          topic,
          facts: [nerve, ...opposite],
          values: plainValues(['Left', 'Right']),
          changes,
        }),
      ];
    });
}
