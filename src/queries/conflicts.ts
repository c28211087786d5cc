/** Two statements of one record that cannot both hold; each conflict names the point on which they differ. */
import type { Condition, Element, Fact, Findings, Laterality, SectionKind } from '../model.ts';
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
  shareLevel,
} from './issue.ts';

export const findConflicts: FindIssues = (findings) => [
  ...plannedSideConflicts(findings),
  ...statusConflicts(findings),
  ...levelConflicts(findings),
  ...sizeConflicts(findings),
  ...sideConflicts(findings),
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
          values: plain(['Small', 'Large']),
        }),
      ];
    });
}

const plain = (texts: readonly string[]) => texts.map((text) => ({ text, needs: [] }));

/** A normal EMG does not refute a radiculopathy, nor a normal film a sciatica: only the provider's own denial does. */
const CLINICAL: ReadonlySet<Condition> = new Set([
  'radiculopathy',
  'sciatica',
  'myelopathy',
  'cauda-equina-syndrome',
  'sacroiliac-disorder',
  'back-strain',
]);

/** "no other herniation", "no acute fracture", "no recurrent disc": the denial is of something else. */
const PARTIAL =
  /\b(other|another|additional|further|elsewhere|recurrent|residual|new|acute|high[- ]grade|severe|moderate)\b/i;

function statusConflicts({ facts }: Findings): readonly Issue[] {
  const stated = facts.filter((fact) => isPresent(fact) && isProviders(fact) && !isSymptom(fact));
  return stated.flatMap((present) => {
    const denials = facts.filter(
      (fact) => fact.status === 'absent' && fact.condition === present.condition && denies(fact, present),
    );
    if (denials.length === 0) return [];
    const topic = `${present.condition}/status`;
    return [
      makeIssue('conflicting-documentation', present.region, { axis: 'status', topic, facts: [present, ...denials] }),
    ];
  });
}

function denies(absent: Fact, present: Fact): boolean {
  if (absent.source === 'patient' || absent.region !== present.region) return false;
  if (CLINICAL.has(absent.condition) && absent.source === 'imaging') return false;
  // "no herniation at L3-4" beside a herniation without level denies nothing.
  if (absent.levels.length > 0 && !shareLevel(absent, present)) return false;
  if (isSided(absent) && isSided(present) && absent.laterality !== present.laterality) return false;
  if (absent.evidence.some(({ text }) => PARTIAL.test(text))) return false;
  return (
    present.condition !== 'spinal-stenosis' || compartments(absent).some((name) => compartments(present).includes(name))
  );
}

/** "foraminal stenosis ... the central canal is not narrowed": two passages, no conflict. */
function compartments({ evidence }: Fact): readonly string[] {
  const words = evidence.map(({ text }) => text.toLowerCase()).join(' ');
  const named = ['foramin', 'recess', 'canal', 'central'].filter((word) => words.includes(word));
  return named.length > 0 ? named.map((word) => (word === 'central' ? 'canal' : word)) : ['canal'];
}

const isSided = ({ laterality }: Fact): boolean => laterality === 'left' || laterality === 'right';

/** Diagnoses that stand at one level and that imaging can place. */
const PLACED: ReadonlySet<Condition> = new Set(['annulus-fibrosus-defect', 'disc-herniation', 'spondylolisthesis']);

/** "MRI: L5-S1 herniation. Assessment: L4-5 herniation": no other word of the record supports the level assessed. */
function levelConflicts({ facts, mentions }: Findings): readonly Issue[] {
  const sectionsOf = (fact: Fact): ReadonlySet<SectionKind> =>
    new Set(mentions.filter(({ id }) => fact.mentions.includes(id)).map(({ section }) => section));
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
      const values = plain([...stated.levels, ...shown.levels]);
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

const NERVE: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica']);
const SHIFTED: ReadonlySet<Condition> = new Set(['disc-herniation', 'disc-bulge', 'spinal-stenosis']);

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
          values: plain(['Left', 'Right']),
          changes,
        }),
      ];
    });
}

/** Treatments of one side of the spine; "left knee injection" is none. */
const SIDED_PROCEDURE =
  /\b(epidurals?|esis?|tfesi|transforaminal|interlaminar|medial branch|facet|nerve root|selective nerve|discectomy|microdiscectomy|laminotomy|laminectomy|foraminotomy|hemilaminectomy)\b/i;
const PLANNED: ReadonlySet<SectionKind> = new Set([
  'plan',
  'assessment-and-plan',
  'assessment',
  'procedure',
  'procedure-details',
  'technique',
]);

/** "right L5-S1 disc herniation ... LEFT S1 transforaminal injection next week". */
function plannedSideConflicts({ facts, elements }: Findings): readonly Issue[] {
  const sided = facts.filter(
    (fact) =>
      isPresent(fact) &&
      (SHIFTED.has(fact.condition) || NERVE.has(fact.condition)) &&
      fact.laterality !== 'unspecified',
  );
  const sides = new Set(sided.map(({ laterality }) => laterality));
  const documented = sided[0]?.laterality;
  if (sides.size !== 1 || (documented !== 'left' && documented !== 'right')) return [];
  const other = elements.filter((element) => {
    const side = sideOf(element);
    return element.kind === 'treatment' && PLANNED.has(element.section) && side !== null && side !== documented;
  });
  if (other.length === 0 || other.some(({ status }) => status === 'historical' || status === 'absent')) return [];
  const place = new Set(sided.map(partOf)).size === 1 ? partOf(sided[0]!) : 'spine';
  return [
    makeIssue('conflicting-documentation', place, {
      axis: 'planned-side',
      topic: 'planned-side',
      facts: sided,
      elements: other,
      values: plain(['Left', 'Right']),
    }),
  ];
}

/** One side named among the words of a spinal procedure. */
function sideOf({ value, evidence }: Element): Laterality | null {
  const words = [value, ...evidence.map(({ text }) => text)].join(' ');
  if (!SIDED_PROCEDURE.test(words)) return null;
  const left = /\b(left|lt|l)\b/i.test(words.replace(/\bL(?=\d|-)/g, ''));
  const right = /\b(right|rt|r)\b/i.test(words);
  if (left === right) return null;
  return left ? 'left' : 'right';
}
