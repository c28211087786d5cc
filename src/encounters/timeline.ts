/**
 * Encounters of one patient -> their order in time and what is wrong with it. Nothing is dropped in silence: a repeat,
 * an encounter without a day and a file out of order are each said.
 */
import type { EncounterRef, EncounterSummary } from './encounter.ts';

export const RECORD_PROBLEMS = ['out-of-order', 'duplicate', 'same-day', 'undated'] as const;
export type RecordProblemKind = (typeof RECORD_PROBLEMS)[number];

export interface RecordProblem {
  readonly kind: RecordProblemKind;
  readonly message: string;
  readonly encounters: readonly EncounterRef[];
}

export interface Timeline {
  /** Oldest first; of one day in the order in which they came. */
  readonly dated: readonly EncounterSummary[];
  readonly undated: readonly EncounterSummary[];
  readonly problems: readonly RecordProblem[];
}

/** The episode of a complaint ends when half a year passes without it. */
export const EPISODE_DAYS = 180;

export const referTo = ({ id, date, provider, line }: EncounterRef): EncounterRef => ({ id, date, provider, line });

export const daysBetween = (earlier: string, later: string): number =>
  Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);

/** A report of a study is no visit: nobody was seen and nothing was assessed. */
export const isVisit = ({ kind }: EncounterSummary): boolean => kind !== 'imaging-report';

export function orderEncounters(arrived: readonly EncounterSummary[]): Timeline {
  const { kept, problems } = dropRepeats(arrived);
  const dated = kept.filter(({ date }) => date !== null);
  const undated = kept.filter(({ date }) => date === null);
  const day = ({ date }: EncounterSummary): string => date as string;
  let newest = '';
  const late = dated.filter((encounter) => {
    const isLate = day(encounter) < newest;
    if (!isLate) newest = day(encounter);
    return isLate;
  });
  const ordered = [...dated].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return {
    dated: ordered,
    undated,
    problems: [...problems, ...tellOrder(late), ...tellDays(ordered), ...tellUndated(undated)],
  };
}

function dropRepeats(arrived: readonly EncounterSummary[]): {
  readonly kept: readonly EncounterSummary[];
  readonly problems: readonly RecordProblem[];
} {
  const first = new Map<string, EncounterSummary>();
  const problems: RecordProblem[] = [];
  for (const encounter of arrived) {
    const key = `${encounter.date} ${encounter.fingerprint}`;
    const before = first.get(key);
    if (!before) first.set(key, encounter);
    else {
      problems.push({
        kind: 'duplicate',
        message:
          'The same note of the same day is in the record twice. It is counted once, because a repeat is no visit. Remove one of the two.',
        encounters: [referTo(before), referTo(encounter)],
      });
    }
  }
  return { kept: [...first.values()], problems };
}

function tellOrder(late: readonly EncounterSummary[]): readonly RecordProblem[] {
  if (late.length === 0) return [];
  const which = late.length === 1 ? 'One encounter comes' : `${late.length} encounters come`;
  const message = `${which} after a later one in the file. They are read in the order of their dates; check the dates if that order is wrong.`;
  return [{ kind: 'out-of-order', message, encounters: late.map(referTo) }];
}

/** "Two notes of one day": a visit and its addendum, or two visits; the file's order stands. */
function tellDays(ordered: readonly EncounterSummary[]): readonly RecordProblem[] {
  const days = new Map<string | null, EncounterSummary[]>();
  for (const visit of ordered.filter(isVisit)) days.set(visit.date, [...(days.get(visit.date) ?? []), visit]);
  return [...days.values()]
    .filter((encounters) => encounters.length > 1)
    .map((encounters) => ({
      kind: 'same-day',
      message: `${encounters.length} different notes have the same date. They are read in the order of the file and counted as one visit; check whether one replaces the other.`,
      encounters: encounters.map(referTo),
    }));
}

function tellUndated(undated: readonly EncounterSummary[]): readonly RecordProblem[] {
  if (undated.length === 0) return [];
  const which = undated.length === 1 ? 'One encounter has' : `${undated.length} encounters have`;
  const message = `${which} no date that can be read, so nothing before or after can be compared with them. Give each its date of service as YYYY-MM-DD.`;
  return [{ kind: 'undated', message, encounters: undated.map(referTo) }];
}
