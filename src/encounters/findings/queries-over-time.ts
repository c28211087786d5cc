/**
 * Each question that the record raised, and what became of it: open while the newest visit still raises it, answered
 * where a later note holds the words that it asked for, lapsed where nobody raises it and nobody answers it.
 */

import type { Evidence, QueryKind } from '../../model.ts';
import { isSamePart, partOf } from '../complaint.ts';
import type { EncounterRef, EncounterSummary, NotedFact, NotedQuery } from '../encounter.ts';
import { referTo } from '../timeline.ts';
import { isStated, isStatedStructure, quotesOf, type ReviewFinding, witness } from './finding.ts';

export const QUERY_STATES = ['open', 'answered', 'lapsed'] as const;
export type QueryState = (typeof QUERY_STATES)[number];

export interface TrackedQuery {
  readonly id: string;
  readonly kind: QueryKind;
  readonly state: QueryState;
  readonly asked: readonly EncounterRef[];
  readonly answered: EncounterRef | null;
}

interface Track {
  readonly id: string;
  readonly kind: QueryKind;
  readonly asked: { readonly encounter: EncounterSummary; readonly query: NotedQuery }[];
  answer: { readonly encounter: EncounterSummary; readonly evidence: readonly Evidence[] } | null;
}

export function trackQueries(encounters: readonly EncounterSummary[]): {
  readonly queries: readonly TrackedQuery[];
  readonly findings: readonly ReviewFinding[];
} {
  const tracks = new Map<string, Track>();
  for (const encounter of encounters) {
    const asked = new Set(encounter.queries.map(({ id }) => id));
    for (const track of tracks.values()) {
      if (asked.has(track.id) || track.answer) continue;
      const query = track.asked.at(-1)?.query;
      const evidence = query ? findAnswer(query, encounter) : [];
      if (evidence.length > 0) track.answer = { encounter, evidence };
    }
    for (const query of encounter.queries) {
      const track: Track = tracks.get(query.id) ?? { id: query.id, kind: query.kind, asked: [], answer: null };
      // Asked anew after an answer: the answer did not hold.
      track.answer = null;
      track.asked.push({ encounter, query });
      tracks.set(query.id, track);
    }
  }
  const last = encounters.at(-1)?.date ?? null;
  const all = [...tracks.values()];
  return {
    queries: all.map((track) => ({
      id: track.id,
      kind: track.kind,
      state: stateOf(track, last),
      asked: track.asked.map(({ encounter }) => referTo(encounter)),
      answered: track.answer ? referTo(track.answer.encounter) : null,
    })),
    findings: all.flatMap((track) => describe(track, stateOf(track, last))),
  };
}

function stateOf({ asked, answer }: Track, last: string | null): QueryState {
  if (answer) return 'answered';
  return asked.at(-1)?.encounter.date === last ? 'open' : 'lapsed';
}

function describe(track: Track, state: QueryState): readonly ReviewFinding[] {
  const { id, asked, answer } = track;
  const [first, last] = [asked[0], asked.at(-1)];
  const days = new Set(asked.map(({ encounter }) => encounter.date));
  const witnesses = asked.map(({ encounter, query }) => witness(encounter, query.indicators));
  const cites = ['ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022 update)'];
  if (answer && first) {
    const message =
      `${id}, first raised by the note of ${first.encounter.date}, is answered by the note of ${answer.encounter.date}. ` +
      'Nothing is left to ask. A code that was reported before the answer stays as the note of its own day supports it.';
    return [
      {
        kind: 'query-answered',
        severity: 'info',
        message,
        encounters: [...witnesses, witness(answer.encounter, answer.evidence)],
        cites,
      },
    ];
  }
  if (state !== 'open' || days.size < 2 || !first || !last) return [];
  const message =
    `${id} was raised by the note of ${first.encounter.date} and is still open on ${last.encounter.date} ` +
    `(${days.size} visits). The gap is carried from note to note and the code with it. Send the query, or follow up on ` +
    'the one that was sent.';
  return [{ kind: 'query-open', severity: 'warning', message, encounters: witnesses, cites }];
}

/** The words of a later note that give what the query asked for; empty where it does not. */
function findAnswer({ kind, facts }: NotedQuery, later: EncounterSummary): readonly Evidence[] {
  const conditions = new Set(facts.map(({ condition }) => condition));
  const about = later.facts.filter(
    (fact) =>
      conditions.has(fact.condition) &&
      isStated(fact) &&
      facts.some(
        ({ condition, region }) => condition === fact.condition && isSamePart(partOf(region), partOf(fact.region)),
      ),
  );
  const { fact, other } = ANSWERS[kind];
  return [...quotesOf(about.filter((each) => fact?.(each) ?? false)), ...(other?.(later, facts) ?? [])];
}

interface Answer {
  /** Whether a fact of the same condition and stretch holds the answer. */
  readonly fact?: (fact: NotedFact) => boolean;
  /** An answer that stands elsewhere in the note. */
  readonly other?: (later: EncounterSummary, asked: readonly NotedFact[]) => readonly Evidence[];
}

const isPresent = ({ status }: NotedFact): boolean => status === 'present';
const isSettled = ({ status }: NotedFact): boolean => ['present', 'absent', 'historical'].includes(status);
const hasDetail =
  (...wanted: readonly string[]) =>
  (fact: NotedFact): boolean =>
    isPresent(fact) && fact.detail.some((detail) => wanted.includes(detail));
const isPlaced = (fact: NotedFact): boolean => isPresent(fact) && fact.region !== 'unspecified';
const linkOf = (later: EncounterSummary, asked: readonly NotedFact[]): readonly Evidence[] =>
  later.linkages
    .filter(
      ({ from, status }) => ['present', 'absent'].includes(status) && asked.some((fact) => fact.condition === from),
    )
    .flatMap(({ evidence }) => evidence);
const structureOf = (later: EncounterSummary, asked: readonly NotedFact[]): readonly Evidence[] =>
  quotesOf(
    later.facts.filter(
      (fact) => isStatedStructure(fact) && asked.some(({ region }) => isSamePart(partOf(region), partOf(fact.region))),
    ),
  );
const studyOf = ({ imaging }: EncounterSummary): readonly Evidence[] =>
  imaging.filter(({ status }) => status === 'performed').flatMap(({ evidence }) => evidence);

const ANSWERS: Readonly<Record<QueryKind, Answer>> = {
  'annular-defect-size': { fact: (fact) => isPresent(fact) && (fact.size === 'small' || fact.size === 'large') },
  'annular-defect-level': { fact: isPlaced },
  'annular-defect-imaging': { other: studyOf },
  'herniation-level': { fact: isPlaced },
  'imaging-linkage': { fact: hasDetail('vertebrogenic', 'other'), other: linkOf },
  'imaging-only-finding': { fact: isSettled },
  'uncertain-diagnosis': { fact: isSettled },
  'pain-specificity': {
    fact: hasDetail('vertebrogenic', 'other'),
    other: (later, asked) => [...linkOf(later, asked), ...structureOf(later, asked)],
  },
  'pain-duration': { fact: hasDetail('acute', 'subacute', 'chronic') },
  'sciatica-laterality': {
    fact: (fact) => isPresent(fact) && ['left', 'right', 'bilateral'].includes(fact.laterality),
  },
  'radiculopathy-site': { fact: isPlaced },
  'stenosis-claudication': { fact: hasDetail('with-claudication', 'without-claudication') },
  'disc-degeneration-pain': { fact: hasDetail('back-pain', 'leg-pain', 'back-and-leg-pain') },
  'named-condition': { other: structureOf },
  'dorsopathy-support': { other: studyOf },
  'injury-status': { fact: hasDetail('current', 'past') },
  'conflicting-documentation': { fact: isSettled },
  'symptom-only-assessment': { other: structureOf },
};
