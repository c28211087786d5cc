/**
 * A diagnosis that is carried, not made: words copied from the note before, a problem list that nobody updated, a code
 * listed on after it was retired. Copying is measured and named as such; it is no fault by itself.
 */
import { groupOf, isSamePart } from '../complaint.ts';
import type { EncounterSummary, WrittenCode } from '../encounter.ts';
import { shareCopied } from '../shingles.ts';
import { isVisit } from '../timeline.ts';
import { type FindInRecord, listWords, quotesOf, type ReviewFinding, type Witness, witness } from './finding.ts';

/** From here on two assessments read as one. */
const COPIED = 0.9;
/** A short assessment is the same without being copied: "Low back pain. Return in four weeks." */
const FEWEST = { note: 40, assessment: 12 } as const;

export const findCarriedForward: FindInRecord = (encounters) => {
  const visits = encounters.filter(isVisit);
  return [...findCopied(visits), ...findOutdatedLists(visits), ...findRetired(visits)];
};

function findCopied(visits: readonly EncounterSummary[]): readonly ReviewFinding[] {
  const runs: { readonly visits: EncounterSummary[]; copied: NonNullable<ReviewFinding['copied']> }[] = [];
  visits.forEach((later, at) => {
    const earlier = visits[at - 1];
    if (!earlier || later.assigned.length === 0) return;
    const note = shareCopied(later.copied.note, earlier.copied.note, FEWEST.note);
    const assessment = shareCopied(later.copied.assessment, earlier.copied.assessment, FEWEST.assessment);
    if ((assessment ?? note ?? 0) < COPIED || !hasSameCodes(earlier, later)) return;
    const copied = { note: round(note), assessment: round(assessment) };
    const run = runs.at(-1);
    if (run && run.visits.at(-1) === earlier) {
      run.visits.push(later);
      run.copied = copied;
    } else runs.push({ visits: [earlier, later], copied });
  });
  return runs.map(describeCopied);
}

const round = (share: number | null): number | null => (share === null ? null : Math.round(share * 1000) / 1000);
const codesOf = (visit: EncounterSummary): readonly string[] => visit.assigned.map(({ code }) => code);
const hasSameCodes = (one: EncounterSummary, other: EncounterSummary): boolean =>
  codesOf(one).join() === codesOf(other).join();

function describeCopied({
  visits,
  copied,
}: {
  readonly visits: readonly EncounterSummary[];
  readonly copied: NonNullable<ReviewFinding['copied']>;
}): ReviewFinding {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const measured = [
    copied.assessment === null ? '' : `${percent(copied.assessment)} of the assessment`,
    copied.note === null ? '' : `${percent(copied.note)} of the whole note`,
  ].filter(Boolean);
  const [first, last] = [visits[0], visits.at(-1)] as [EncounterSummary, EncounterSummary];
  return {
    kind: 'copied-forward',
    severity: 'warning',
    message:
      `On ${last.date} the same diagnosis stands in the same words as at the visit before, first on ${first.date}: ` +
      `${measured.join(' and ')} is copied (runs of five words). Each encounter is coded from what was assessed at it. ` +
      'Check that the assessment of the latest visit is its own, and have it brought up to date where it is not.',
    encounters: visits.map((visit) =>
      witness(visit, quotesOf(visit.assigned.flatMap(({ facts }) => facts)), codesOf(visit)),
    ),
    cites: [
      'ICD-10-CM Official Guidelines, Section IV.G and IV.J: conditions are coded that are assessed or treated at the encounter',
    ],
    copied,
  };
}

const isStandingCode = ({ status }: WrittenCode): boolean => status === 'present' || status === 'historical';

/** "Problem list: M54.50" at every visit, while the visits have moved on to another code of the complaint. */
function findOutdatedLists(visits: readonly EncounterSummary[]): readonly ReviewFinding[] {
  const found = new Map<string, ReviewFinding>();
  visits.forEach((later, at) => {
    const before = visits.slice(0, at);
    for (const listed of later.written.filter((each) => each.isListed && isStandingCode(each))) {
      const earlier = before.find(({ written }) => written.some((each) => each.isListed && each.code === listed.code));
      const now = earlier && findSuccessors(listed.code, later);
      if (!earlier || !now || now.length === 0) continue;
      const old = earlier.written.filter((each) => each.isListed && each.code === listed.code);
      found.set(listed.code, {
        kind: 'problem-list-outdated',
        severity: 'warning',
        message:
          `The problem list has ${listed.code} on ${earlier.date} and still on ${later.date}, while the assessment of ` +
          `${later.date} supports ${listWords(now.map(({ code, title }) => `${code} (${title})`))}. What is billed from ` +
          'the list stays behind what is assessed. Have the provider update the problem list.',
        encounters: [
          witness(
            earlier,
            old.flatMap(({ evidence }) => evidence),
            [listed.code],
          ),
          witness(
            later,
            [...listed.evidence, ...quotesOf(now.flatMap(({ facts }) => facts))],
            [listed.code, ...now.map(({ code }) => code)],
          ),
        ],
        cites: [
          'ICD-10-CM Official Guidelines, Section IV.J: code all documented conditions that coexist at the time of the encounter',
        ],
      });
    }
  });
  return [...found.values()];
}

function findSuccessors(listed: string, { assigned }: EncounterSummary) {
  const group = groupOf(listed);
  if (!group || assigned.some(({ code }) => code === listed || code.startsWith(listed))) return [];
  return assigned.filter(({ code }) => {
    const other = groupOf(code);
    if (!other) return false;
    return (
      other.name === group.name ||
      (group.says === 'symptom' && other.says === 'diagnosis' && isSamePart(group.part, other.part))
    );
  });
}

/** "M54.5" in the note of every visit, years after its last day. */
function findRetired(visits: readonly EncounterSummary[]): readonly ReviewFinding[] {
  const listed = new Map<string, Witness[]>();
  for (const visit of visits) {
    const here = new Map<string, Witness>();
    for (const quote of visit.retired) {
      const code = quote.text.toUpperCase().replace(/(?<![-.])[-.]+$/, '');
      const quotes = [...(here.get(code)?.evidence ?? []), quote];
      here.set(code, witness(visit, quotes, [code]));
    }
    for (const { code, verdict } of visit.sent ?? [])
      if (verdict === 'retired' && !here.has(code)) here.set(code, witness(visit, [], [code]));
    for (const [code, seen] of here) listed.set(code, [...(listed.get(code) ?? []), seen]);
  }
  return [...listed].flatMap(([code, encounters]): readonly ReviewFinding[] => {
    const last = encounters.at(-1);
    const visit = visits.find((each) => each.date === last?.date);
    if (encounters.length < 2 || !last || !visit) return [];
    const instead = codesOf(visit).filter((each) => each.startsWith(code));
    const supported = instead.length > 0 ? `, here ${listWords(instead)}` : '';
    return [
      {
        kind: 'retired-code-listed',
        severity: 'error',
        message:
          `${code} is no valid code any more on the dates of these ${encounters.length} visits, and is still listed on ` +
          `${last.date}. A claim with it is rejected. Replace it wherever it is carried along with the code that the ` +
          `documentation supports${supported}.`,
        encounters,
        cites: ['ICD-10-CM code set of the fiscal year in force on each date of service'],
      },
    ];
  });
}
