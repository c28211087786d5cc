/** "S39.012A" at a second visit for the same injury: the 7th character says active treatment, and that has an end. */
import type { EncounterSummary } from '../encounter.ts';
import { daysBetween, EPISODE_DAYS, isVisit } from '../timeline.ts';
import { type FindInRecord, listWords, quotesForCode, type ReviewFinding, usedCodes, witness } from './finding.ts';

const INITIAL = /^[ST]\d[0-9A-Z]\.[0-9A-Z]{3}A$/;

export const findInitialRepeated: FindInRecord = (encounters) => {
  const visits = encounters.filter(isVisit);
  const first = new Map<string, EncounterSummary>();
  const repeats = new Map<EncounterSummary, { readonly code: string; readonly visits: EncounterSummary[] }[]>();
  for (const visit of visits) {
    for (const code of initialCodes(visit)) {
      const start = first.get(code);
      const isNew = !start || isNewInjury(start, visit);
      if (isNew) {
        first.set(code, visit);
        continue;
      }
      if (start.date === visit.date) continue;
      const held = repeats.get(start) ?? [];
      const repeat = held.find((each) => each.code === code);
      if (repeat) repeat.visits.push(visit);
      else repeats.set(start, [...held, { code, visits: [visit] }]);
    }
  }
  return [...repeats].flatMap(([start, codes]) => codes.map((repeat) => describe(repeat.code, start, repeat.visits)));
};

const initialCodes = (visit: EncounterSummary): readonly string[] =>
  [...new Set(usedCodes(visit).map(({ code }) => code))].filter((code) => INITIAL.test(code));

const isNewInjury = (start: EncounterSummary, visit: EncounterSummary): boolean =>
  daysBetween(start.date as string, visit.date as string) > EPISODE_DAYS;

function describe(code: string, start: EncounterSummary, visits: readonly EncounterSummary[]): ReviewFinding {
  const later = code.slice(0, -1);
  return {
    kind: 'initial-encounter-repeated',
    severity: 'warning',
    message:
      `${code} (7th character A, initial encounter) stands on ${start.date} and again on ` +
      `${listWords(visits.map(({ date }) => String(date)))}. A is for active treatment of the injury; for routine care while ` +
      `it heals the code is ${later}D, for a late effect ${later}S. Keep A only where the note documents active treatment, ` +
      'or a new injury.',
    encounters: [start, ...visits].map((visit) => witness(visit, quotesForCode(visit, code, visit.assigned), [code])),
    cites: ['ICD-10-CM Official Guidelines, Section I.C.19.a: application of 7th characters in Chapter 19'],
  };
}
