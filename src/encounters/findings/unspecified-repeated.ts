/** "M54.50 again, at the third visit": unspecified low back pain kept from visit to visit of one complaint. */
import type { EncounterSummary, NotedFact } from '../encounter.ts';
import { daysBetween, EPISODE_DAYS, isVisit } from '../timeline.ts';
import { type FindInRecord, listWords, quotesForCode, quotesOf, usedCodes, witness } from './finding.ts';

const CODE = 'M54.50';
const THIRD = 3;

interface Episode {
  readonly visits: EncounterSummary[];
}

const isPain = ({ condition }: NotedFact): boolean => condition === 'low-back-pain';
const complainsOf = ({ facts }: EncounterSummary): readonly NotedFact[] =>
  facts.filter((fact) => isPain(fact) && (fact.status === 'present' || fact.status === 'uncertain'));
/** "Low back pain has resolved." ends the episode; what comes later is a new one. */
const isOver = ({ facts }: EncounterSummary): boolean =>
  facts.some((fact) => isPain(fact) && ['absent', 'historical'].includes(fact.status) && fact.problemList === 'no');
const hasCode = (visit: EncounterSummary): boolean => usedCodes(visit).some(({ code }) => code === CODE);

export const findUnspecifiedRepeated: FindInRecord = (encounters) =>
  splitEpisodes(encounters.filter(isVisit)).flatMap(({ visits }) => {
    const days = [...new Set(visits.map(({ date }) => date))];
    const flagged = visits.filter((visit) => days.indexOf(visit.date) + 1 >= THIRD && hasCode(visit));
    const first = visits[0];
    if (flagged.length === 0 || !first) return [];
    const numbers = [...new Set(flagged.map(({ date }) => String(days.indexOf(date) + 1)))];
    return [
      {
        kind: 'unspecified-repeated',
        severity: 'warning',
        message:
          `${CODE} (low back pain, unspecified) stands at visit ${listWords(numbers)} for the same complaint, ` +
          `first documented on ${first.date}. "Unspecified" suits the first visits, while the evaluation is under way; ` +
          'later it should still be what the documentation says. Read the assessment of the latest visit: where it names a ' +
          'character or a source of the pain, code that; where it does not, ask the provider.',
        encounters: [first, ...flagged].map((visit) => witness(visit, quotesAt(visit), hasCode(visit) ? [CODE] : [])),
        cites: [
          'ICD-10-CM Official Guidelines, Section I.B.18: use of sign/symptom/unspecified codes; each encounter is coded to the certainty known for it',
        ],
      },
    ];
  });

function quotesAt(visit: EncounterSummary) {
  const quotes = quotesForCode(visit, CODE, []);
  return quotes.length > 0 ? quotes : quotesOf(complainsOf(visit));
}

function splitEpisodes(visits: readonly EncounterSummary[]): readonly Episode[] {
  const episodes: Episode[] = [];
  let isOpen = false;
  for (const visit of visits) {
    const isComplaint = complainsOf(visit).length > 0 || hasCode(visit);
    if (!isComplaint) {
      if (isOver(visit)) isOpen = false;
      continue;
    }
    const last = episodes.at(-1)?.visits.at(-1);
    const isNear = last !== undefined && daysBetween(last.date as string, visit.date as string) <= EPISODE_DAYS;
    if (isOpen && isNear) episodes.at(-1)?.visits.push(visit);
    else episodes.push({ visits: [visit] });
    isOpen = true;
  }
  return episodes;
}
