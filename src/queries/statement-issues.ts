/** What the provider states but leaves open: a diagnosis in doubt, an injury without its time, a symptom alone. */
import type { Element, Evidence, Fact, Findings, SectionKind } from '../model.ts';
import { widen } from './indicators.ts';
import {
  type FindIssues,
  isPresent,
  isProviders,
  isSymptom,
  makeIssue,
  mayBeSamePart,
  mayMeet,
  partOf,
} from './issue.ts';

export const findUncertain: FindIssues = (findings) => {
  const { facts, linkages, note } = findings;
  const speakers = note.kind === 'imaging-report' ? new Set(['imaging']) : new Set(['provider', 'operative']);
  const uncertain = facts.filter(
    (fact) => fact.status === 'uncertain' && speakers.has(fact.source) && !isSymptom(fact),
  );
  const open = uncertain.filter((fact) => !facts.some((other) => isSettled(other, fact)));
  // At the end of a stay an uncertain diagnosis is coded as if it existed (Guidelines II.H): no code waits for the answer.
  const changes = note.setting === 'inpatient' ? 'documentation' : null;
  const diagnoses = open
    .filter((fact) => fact.condition !== 'endplate-change')
    .map((fact) => makeIssue('uncertain-diagnosis', fact.region, { facts: [fact], topic: fact.condition, changes }));

  // "suspect vertebrogenic": the pain is certain, its origin is not.
  const doubted = linkages.filter(({ to, status }) => to === 'endplate-change' && status === 'uncertain');
  const pains = facts.filter(
    ({ condition, status, detail }) =>
      condition === 'low-back-pain' &&
      (status === 'present' || (status === 'uncertain' && detail.includes('vertebrogenic'))),
  );
  const doubtful = pains.filter(({ status }) => status === 'uncertain');
  const stated = linkages.some(({ to, status }) => to === 'endplate-change' && status === 'present');
  if (stated || (doubted.length === 0 && doubtful.length === 0)) return diagnoses;
  const origin = makeIssue('uncertain-diagnosis', 'lumbar', {
    axis: 'origin',
    topic: 'low-back-pain',
    facts: pains,
    evidence: doubted.flatMap((linkage) => linkage.evidence),
    // The words of doubt name the endplate themselves.
    grounds: ['endplate-change'],
  });
  return [...diagnoses, origin];
};

/** Stated definitely elsewhere by the one who may. */
function isSettled(other: Fact, fact: Fact): boolean {
  return (
    other.condition === fact.condition &&
    isPresent(other) &&
    other.region === fact.region &&
    mayMeet(other, fact) &&
    (isProviders(other) || fact.source === 'imaging')
  );
}

/** Where an event is told as part of this complaint. "PMH: MVA 2005" is past by its place, "avoid heavy lifting" is advice. */
const STORY: ReadonlySet<SectionKind> = new Set([
  'preamble',
  'complaint',
  'history',
  'impression',
  'assessment',
  'assessment-and-plan',
  'indication',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'other',
]);

export const findInjury: FindIssues = (findings, codes) => {
  const { facts, elements, note } = findings;
  if (note.kind === 'imaging-report' || !codes.some((code) => /^M5[0-4]|^M4[37]|^M48/.test(code))) return [];
  const told = elements.filter((element) => element.kind === 'injury' && STORY.has(element.section));
  // "He denies any specific injury" after "while moving furniture": the author has said what it was not.
  if (told.some(({ status }) => status === 'absent')) return [];
  const events = eventsOfTheSpine(told, findings);
  // "slipped on wet leaves ... remote L2 fracture, healed": the old fracture does not time the new fall.
  const timed = facts.some(
    ({ condition, detail, status }) =>
      (condition === 'back-strain' || condition === 'vertebral-fracture') &&
      (detail.includes('current') || status === 'present' || (condition === 'back-strain' && detail.includes('past'))),
  );
  if (events.length === 0 || timed) return [];
  const carried = facts.filter((fact) => isPresent(fact) && isProviders(fact));
  const pains = carried.filter(isSymptom);
  const about = pains.length > 0 ? pains : carried;
  return about.length > 0 ? [makeIssue('injury-status', placeOf(about), { facts: about, elements: events })] : [];
};

/** "cerebrovascular accident", "if she is involved in any trauma", "retinal injury", "lifted nothing": no event of this complaint. */
const OTHER_EVENT =
  /\b(nothing|cerebrovascular|if|risk|avoid\w*|prevent\w*|precautions?|head injury|brain|eye|retinal|face|facial|chest|abdominal|hand|wrist|elbow|arm|forearm|shoulder|hip|knee|ankle|foot|lower leg|tibial?|femur|ribs?|pelvi[sc])\b/i;
/** "The current problem is a result of a fall" ties the event to what brings the patient. */
const COMPLAINT = /\b(problem|pain|pains|symptoms?|complaints?|onset)\b/i;
const NEAR = 400;

/** A long chart repeats itself; the first tellings decide. */
const MOST_EXAMINED = 50;
const MOST_QUOTED = 3;

/** Told in the same breath as a complaint of the spine, and not of another part of the body. */
function eventsOfTheSpine(told: readonly Element[], { facts, text }: Findings): readonly Element[] {
  const spans = facts.filter(isPresent).flatMap((fact) => fact.evidence);
  const isOfTheSpine = (event: Evidence): boolean => {
    const clause = widen(event, text);
    if (spans.some((span) => clause.start <= span.start && span.end <= clause.end)) return true;
    if (OTHER_EVENT.test(clause.text)) return false;
    return COMPLAINT.test(clause.text) || spans.some((span) => Math.abs(span.start - event.start) <= NEAR);
  };
  return told
    .filter(({ status }) => status === 'present')
    .slice(0, MOST_EXAMINED)
    .filter(({ evidence }) => evidence.some(isOfTheSpine))
    .slice(0, MOST_QUOTED);
}

function placeOf(facts: readonly Fact[]): string {
  const parts = new Set(facts.map(partOf));
  return parts.size === 1 ? [...parts][0]! : 'spine';
}

/** "Impression: low back pain" where the patient's own story names the root: the diagnosis is the provider's to make. */
export const findSymptomOnly: FindIssues = ({ facts, note }) => {
  if (note.kind === 'imaging-report') return [];
  const stated = facts.filter((fact) => isProviders(fact) && isPresent(fact));
  const told = facts.filter((fact) => fact.source === 'patient' && isPresent(fact) && !isSymptom(fact));
  return stated.filter(isSymptom).flatMap((symptom) => {
    const same = (fact: Fact) => mayBeSamePart(partOf(fact), partOf(symptom));
    const indicators = told.filter(same);
    if (indicators.length === 0 || stated.some((fact) => !isSymptom(fact) && same(fact))) return [];
    return [
      makeIssue('symptom-only-assessment', symptom.region, {
        topic: symptom.condition,
        facts: [symptom, ...indicators],
      }),
    ];
  });
};
