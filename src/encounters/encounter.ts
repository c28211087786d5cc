/**
 * One encounter as it is sent, and the compact summary that is kept of it: every quote is an exact slice of its note,
 * and nothing else of the text is kept, so that a patient's whole history fits in memory.
 */
import type {
  Analysis,
  ClaimVerdict,
  Condition,
  Detail,
  Evidence,
  ImagingStatus,
  Laterality,
  Modality,
  NoteKind,
  QueryKind,
  Region,
  SectionKind,
  Size,
  Source,
  Status,
} from '../model.ts';
import { fingerprintText, type Shingles, takeShingles } from './shingles.ts';

export interface Encounter {
  readonly patient: string;
  /** YYYY-MM-DD, or null where the day is not known. */
  readonly date: string | null;
  readonly text: string;
  readonly id?: string | null;
  readonly provider?: string | null;
  readonly site?: string | null;
  /** The codes that were sent, in claim order. */
  readonly codes?: readonly string[] | null;
  /** Where it stood in the file, 1-based. */
  readonly line?: number | null;
}

/** What names an encounter to a reader. */
export interface EncounterRef {
  readonly id: string | null;
  readonly date: string | null;
  readonly provider: string | null;
  readonly line: number | null;
}

export interface NotedFact {
  readonly condition: Condition;
  readonly status: Status;
  readonly source: Source;
  readonly region: Region;
  readonly levels: readonly string[];
  readonly laterality: Laterality;
  readonly size: Size | null;
  readonly detail: readonly Detail[];
  /** The line around its first place: "left" of "left sciatica" is no part of the evidence, and has to be seen. */
  readonly line: Evidence;
  /** Whether a heading such as "Problem list" stands over every place, over some, or over none. */
  readonly problemList: 'only' | 'also' | 'no';
  readonly evidence: readonly Evidence[];
}

export interface NotedCode {
  readonly code: string;
  readonly title: string;
  readonly facts: readonly NotedFact[];
}

export interface SentCode {
  readonly code: string;
  readonly title: string | null;
  readonly verdict: ClaimVerdict;
  readonly instead: readonly string[];
}

export interface NotedQuery {
  readonly id: string;
  readonly kind: QueryKind;
  readonly facts: readonly NotedFact[];
  readonly indicators: readonly Evidence[];
}

/** A code that the note writes down itself. */
export interface WrittenCode {
  readonly code: string;
  readonly status: Status;
  readonly section: SectionKind;
  readonly isListed: boolean;
  readonly evidence: readonly Evidence[];
}

export interface EncounterSummary extends EncounterRef {
  readonly patient: string;
  readonly site: string | null;
  readonly kind: NoteKind;
  readonly facts: readonly NotedFact[];
  readonly assigned: readonly NotedCode[];
  /** Null where the claim is not known. */
  readonly sent: readonly SentCode[] | null;
  readonly imaging: readonly {
    readonly modality: Modality;
    readonly region: Region;
    readonly status: ImagingStatus;
    readonly evidence: readonly Evidence[];
  }[];
  readonly linkages: readonly {
    readonly from: Condition;
    readonly status: Status;
    readonly evidence: readonly Evidence[];
  }[];
  readonly injuries: readonly Evidence[];
  readonly queries: readonly NotedQuery[];
  readonly written: readonly WrittenCode[];
  /** Codes written in the note that the list in force has no more. */
  readonly retired: readonly Evidence[];
  readonly copied: { readonly note: Shingles; readonly assessment: Shingles };
  readonly fingerprint: string;
}

const ASSESSMENT: readonly SectionKind[] = ['assessment', 'assessment-and-plan', 'impression'];
const LONGEST_QUOTE = 160;
const MOST_QUOTES = 3;

/** An engine may keep the whole note for a slice of it; a string joined anew stands alone. */
const detach = (words: string): string => ` ${words}`.slice(1);

/** A long quote loses its end and stays an exact slice. */
const quote = ({ start, end, text }: Evidence): Evidence => ({
  start,
  end: Math.min(end, start + LONGEST_QUOTE),
  text: detach(text.slice(0, LONGEST_QUOTE)),
});
const quotes = (evidence: readonly Evidence[]): readonly Evidence[] => evidence.slice(0, MOST_QUOTES).map(quote);

export function summarizeEncounter(encounter: Encounter, analysis: Analysis): EncounterSummary {
  const { text } = encounter;
  const lists = analysis.sections.filter(({ heading }) => heading !== null && /\bproblems?\b/i.test(heading.text));
  const isListed = ({ start }: { readonly start: number }) =>
    lists.some((section) => section.start <= start && start < section.end);
  const facts = noteFacts(analysis, text, isListed);
  const factsOf = (ids: readonly string[]) => ids.flatMap((id) => facts.get(id) ?? []);
  const assessment = analysis.sections
    .filter(({ kind }) => ASSESSMENT.includes(kind))
    .map(({ heading, start, end }) => text.slice(heading?.end ?? start, end));
  return {
    patient: encounter.patient,
    id: encounter.id ?? null,
    date: encounter.date,
    provider: encounter.provider ?? null,
    site: encounter.site ?? null,
    line: encounter.line ?? null,
    kind: analysis.note.kind,
    facts: [...facts.values()],
    assigned: analysis.codes
      .filter(({ standing }) => standing === 'assigned')
      .map(({ code, title, facts: ids }) => ({ code, title, facts: factsOf(ids) })),
    sent: encounter.codes ? readSent(analysis) : null,
    imaging: analysis.imaging.map((study) => ({ ...study, evidence: quotes(study.evidence) })),
    linkages: analysis.linkages.map(({ from, status, evidence }) => ({ from, status, evidence: quotes(evidence) })),
    injuries: analysis.elements
      .filter(({ kind, status }) => kind === 'injury' && status === 'present')
      .flatMap(({ evidence }) => quotes(evidence)),
    queries: analysis.queries.map(({ id, kind, facts: ids, indicators }) => ({
      id,
      kind,
      facts: factsOf(ids),
      indicators: quotes(indicators),
    })),
    written: analysis.elements
      .filter(({ kind }) => kind === 'written-code')
      .map(({ value, status, section, evidence }) => ({
        code: value.replace(/(?<![-.])[-.]+$/, ''),
        status,
        section,
        isListed: evidence.some(isListed),
        evidence: quotes(evidence),
      })),
    retired: analysis.notices.flatMap(({ rule, start, end, text: words }) =>
      rule === 'retired-code' && start !== undefined && end !== undefined && words !== undefined
        ? [{ start, end, text: words }]
        : [],
    ),
    copied: { note: takeShingles(text), assessment: takeShingles(assessment.join('\n')) },
    fingerprint: fingerprintText(text),
  };
}

function noteFacts(
  { facts, mentions }: Analysis,
  text: string,
  isListed: (place: { readonly start: number }) => boolean,
): Map<string, NotedFact> {
  const places = new Map(mentions.map((mention) => [mention.id, mention]));
  return new Map(
    facts.map((fact): [string, NotedFact] => {
      const listed = fact.mentions.map((id) => places.get(id)).filter((mention) => mention && isListed(mention)).length;
      const { condition, status, source, region, levels, laterality, size, detail, evidence } = fact;
      const problemList = listed === 0 ? 'no' : listed === fact.mentions.length ? 'only' : 'also';
      const noted = { condition, status, source, region, levels, laterality, size, detail, problemList } as const;
      return [fact.id, { ...noted, evidence: quotes(evidence), line: lineAround(text, evidence[0]) }];
    }),
  );
}

/** As much of the line as a quote may hold, the evidence within it. */
function lineAround(text: string, evidence: Evidence | undefined): Evidence {
  const { start: from, end: to } = evidence ?? { start: 0, end: 0 };
  const room = Math.max(0, LONGEST_QUOTE - (to - from));
  const before = text.slice(Math.max(0, from - room), from);
  const after = text.slice(to, to + room);
  const start = from - before.slice(before.lastIndexOf('\n') + 1).trimStart().length;
  const end = to + (/^[^\n]*/.exec(after)?.[0] ?? '').trimEnd().length;
  return quote({ start, end, text: text.slice(start, end) });
}

function readSent({ claim }: Analysis): readonly SentCode[] {
  return (claim?.codes ?? [])
    .filter(({ sent }) => sent !== null)
    .map(({ code, title, verdict, instead }) => ({ code, title, verdict, instead }));
}
