/** An unspecified code that stays though a study, or the provider's own assessment, now says more. */
import { groupOf, isSamePart, isStructural, isUnspecified, type Part, partOf } from '../complaint.ts';
import type { EncounterSummary, NotedFact } from '../encounter.ts';
import { isVisit, referTo } from '../timeline.ts';
import {
  type FindInRecord,
  listWords,
  quotesForCode,
  quotesOf,
  type ReviewFinding,
  type UsedCode,
  usedCodes,
  witness,
} from './finding.ts';

export const findUnspecifiedKept: FindInRecord = (encounters) => {
  const visits = encounters.filter(isVisit);
  const found = new Map<string, ReviewFinding>();
  for (const later of visits) {
    for (const used of usedCodes(later).filter(({ title }) => isUnspecified(title))) {
      const first = visits.find((visit) => visit.date !== later.date && hasCode(visit, used.code));
      if (!first || (first.date as string) > (later.date as string)) continue;
      const finding = findProgress(used, first, later, encounters);
      // The latest visit stands for those before it.
      if (finding) found.set(used.code, finding);
    }
  }
  return [...found.values()];
};

const hasCode = (visit: EncounterSummary, code: string): boolean => usedCodes(visit).some((used) => used.code === code);

function findProgress(
  used: UsedCode,
  first: EncounterSummary,
  later: EncounterSummary,
  encounters: readonly EncounterSummary[],
): ReviewFinding | null {
  const since = encounters.slice(encounters.indexOf(first) + 1, encounters.indexOf(later) + 1);
  const assessed = (later.sent ?? []).find(({ code, verdict }) => code === used.code && verdict === 'less-specific');
  const shown = since
    .map((encounter) => ({ encounter, facts: encounter.facts.filter((fact) => saysMore(used, fact, first)) }))
    .filter(({ facts }) => facts.length > 0);
  if (!assessed && shown.length === 0) return null;
  const more = assessed ? later.assigned.filter(({ code }) => assessed.instead.includes(code)) : [];
  const moved = assessed
    ? `the assessment of ${later.date} supports ${listWords(more.map(({ code, title }) => `${code} (${title})`))}`
    : `the record of ${listWords([...new Set(shown.map(({ encounter }) => String(encounter.date)))])} shows ${listWords([...new Set(shown.flatMap(({ facts }) => facts.map(nameFact)))])}`;
  const witnesses = new Map<EncounterSummary, NotedFact[]>(
    shown.map(({ encounter, facts }) => [encounter, [...facts]]),
  );
  witnesses.set(later, [...(witnesses.get(later) ?? []), ...more.flatMap(({ facts }) => facts)]);
  return {
    kind: 'unspecified-kept',
    severity: 'warning',
    message:
      `${used.code} (${used.title}) stands on ${first.date} and still on ${later.date}, though ${moved}. A code that no ` +
      'longer says what is known misstates the record. Where the provider states the diagnosis, code it; where only a ' +
      'study shows it, ask whether it is clinically significant.',
    encounters: [
      witness(first, quotesForCode(first, used.code, []), [used.code]),
      ...[...witnesses].map(([encounter, facts]) => ({
        ...referTo(encounter),
        ...witness(
          encounter,
          [...(encounter === later ? quotesForCode(later, used.code, []) : []), ...quotesOf(facts)],
          encounter === later ? [used.code, ...more.map(({ code }) => code)] : [],
        ),
      })),
    ],
    cites: [
      'ICD-10-CM Official Guidelines, Section I.B.18: when sufficient clinical information is known, the more specific code is reported',
    ],
  };
}

/** Whether a fact, new since the first visit, tells what the code leaves open. */
function saysMore(used: UsedCode, fact: NotedFact, first: EncounterSummary): boolean {
  if (fact.status !== 'present') return false;
  const behind = used.facts.length > 0 ? used.facts : factsBehind(first, used.code);
  const group = groupOf(used.code);
  if (group?.says === 'symptom') {
    if (!isStructural(fact.condition) || !isSamePart(partBehind(group.part, behind), partOf(fact.region))) return false;
    return !first.facts.some((known) => known.condition === fact.condition && known.status === 'present');
  }
  return behind.some(
    (known) =>
      known.condition === fact.condition &&
      isSamePart(partOf(known.region), partOf(fact.region)) &&
      ((isOpen(known.laterality) && !isOpen(fact.laterality) && /unspecified side/i.test(used.title)) ||
        (known.size === 'unspecified' && fact.size !== null && !isOpen(fact.size)) ||
        (isOpen(known.region) && !isOpen(fact.region))),
  );
}

const isOpen = (value: string): boolean => value === 'unspecified';
const factsBehind = (visit: EncounterSummary, code: string): readonly NotedFact[] =>
  visit.assigned.find((each) => each.code === code)?.facts ?? [];
const partBehind = (part: Part, facts: readonly NotedFact[]): Part =>
  part === 'any' ? (facts.map(({ region }) => partOf(region)).find((each) => each !== 'any') ?? 'any') : part;

/** "endplate change L4-L5": values of closed lists, never words of the note. */
const nameFact = ({ condition, levels, laterality, size }: NotedFact): string =>
  [size ?? '', laterality, condition.replaceAll('-', ' '), ...levels]
    .filter((part) => part !== '' && !isOpen(part))
    .join(' ');
