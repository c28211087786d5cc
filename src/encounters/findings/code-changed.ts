/** Codes of one complaint that differ from visit to visit though neither note documents what changed. */
import { groupOf, isSamePart, isUnspecified } from '../complaint.ts';
import type { EncounterSummary, NotedFact } from '../encounter.ts';
import { isVisit } from '../timeline.ts';
import {
  basisOf,
  type FindInRecord,
  findEvents,
  listWords,
  quotesForCode,
  type ReviewFinding,
  type UsedCode,
  usedCodes,
  witness,
} from './finding.ts';

interface Change {
  readonly complaint: string;
  readonly before: readonly UsedCode[];
  readonly after: readonly UsedCode[];
}

export const findCodeChanged: FindInRecord = (encounters) => {
  const visits = encounters.filter(isVisit);
  return visits.flatMap((later, at) => {
    const earlier = visits[at - 1];
    if (!earlier || findEvents(earlier, later, encounters).length > 0) return [];
    return findChanges(earlier, later)
      .filter((change) => !isDocumented(change, earlier, later))
      .map((change) => describeChange(change, earlier, later));
  });
};

/** S39.012A and S39.012D are one diagnosis at two stages of its care. */
const diagnosisOf = (code: string): string => (/^[ST]\d/.test(code) && code.length === 8 ? code.slice(0, 7) : code);

function findChanges(earlier: EncounterSummary, later: EncounterSummary): readonly Change[] {
  const basis = basisOf(earlier, later);
  const [before, after] = [usedCodes(earlier, basis), usedCodes(later, basis)];
  const gone = without(before, after);
  const come = without(after, before);
  const names = [...new Set(gone.flatMap(({ code }) => groupOf(code)?.name ?? []))];
  const replaced = names
    .map((name) => ({ complaint: name, before: ofGroup(gone, name), after: ofGroup(come, name) }))
    .filter((change) => change.after.length > 0);
  return [...replaced, ...findRetreats(gone, come, after)];
}

const without = (codes: readonly UsedCode[], others: readonly UsedCode[]): readonly UsedCode[] =>
  codes.filter(({ code }) => !others.some((other) => diagnosisOf(other.code) === diagnosisOf(code)));
const ofGroup = (codes: readonly UsedCode[], name: string): readonly UsedCode[] =>
  codes.filter(({ code }) => groupOf(code)?.name === name);

/** "L4-5 herniation", then "low back pain" and no word of the herniation: a diagnosis has become its symptom. */
function findRetreats(
  gone: readonly UsedCode[],
  come: readonly UsedCode[],
  after: readonly UsedCode[],
): readonly Change[] {
  return come.flatMap((symptom) => {
    const group = groupOf(symptom.code);
    if (group?.says !== 'symptom') return [];
    const left = gone.filter(({ code }) => {
      const other = groupOf(code);
      const isLeft = other?.says === 'diagnosis' && isSamePart(other.part, group.part);
      return isLeft && ofGroup(after, other.name).length === 0;
    });
    return left.length > 0 ? [{ complaint: group.name, before: left, after: [symptom] }] : [];
  });
}

/** What the later note says of the earlier diagnosis is its documentation: "the herniation has resolved". */
function isDocumented(change: Change, earlier: EncounterSummary, later: EncounterSummary): boolean {
  const behind = change.before.flatMap(({ facts }) => facts);
  const spokenOf = (fact: NotedFact): boolean =>
    ['absent', 'historical', 'uncertain'].includes(fact.status) &&
    behind.some(({ condition }) => condition === fact.condition);
  return later.facts.some(spokenOf) || isRefined(change, earlier, later);
}

/** From an unspecified code to one that the later note's own words carry, where the earlier note did not carry it yet. */
function isRefined({ before, after }: Change, earlier: EncounterSummary, later: EncounterSummary): boolean {
  const supports = (encounter: EncounterSummary, code: string) => encounter.assigned.some((each) => each.code === code);
  return (
    before.every(({ title }) => isUnspecified(title)) &&
    after.every(({ code, title }) => !isUnspecified(title) && supports(later, code) && !supports(earlier, code))
  );
}

function describeChange(change: Change, earlier: EncounterSummary, later: EncounterSummary): ReviewFinding {
  const { complaint, before, after } = change;
  const [old, now] = [before, after].map((codes) => codes.map(({ code }) => code)) as [string[], string[]];
  const basis = basisOf(earlier, later);
  const supported = later.assigned.filter(({ code }) => groupOf(code)?.name === complaint);
  const same =
    basis === 'sent' && supported.length > 0
      ? ` The later note supports ${listWords(supported.map(({ code }) => code))}.`
      : '';
  return {
    kind: 'code-changed',
    severity: 'warning',
    message:
      `${basis === 'sent' ? 'The claim' : 'The documentation'} goes from ${listWords(old)} on ${earlier.date} to ` +
      `${listWords(now)} on ${later.date} (${complaint}), and no new study, injury, operation or statement in the record ` +
      `says what changed. A reviewer reads such a change as an inconsistency.${same} Code what each note supports, or ask ` +
      'the provider whether the condition has changed.',
    encounters: [
      witness(
        earlier,
        before.flatMap(({ code }) => quotesForCode(earlier, code, ofDocumented(earlier, complaint))),
        old,
      ),
      witness(
        later,
        after.flatMap(({ code }) => quotesForCode(later, code, ofDocumented(later, complaint))),
        now,
      ),
    ],
    cites: [
      'ICD-10-CM Official Guidelines, Section IV.J: code all documented conditions that coexist at the time of the encounter',
    ],
  };
}

const ofDocumented = ({ assigned }: EncounterSummary, complaint: string) =>
  assigned.filter(({ code }) => groupOf(code)?.name === complaint);
