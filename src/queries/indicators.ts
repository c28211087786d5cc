/** The record's own words that a query stands on; every span slices from the note, and none shows a code. */
import type { Ground, Wording } from '../lexicons/query-wording.ts';
import type { Element, Evidence, Fact, Findings } from '../model.ts';
import { speaksOfImpact, WRITTEN_CODE } from './compliance.ts';
import { type Issue, isPresent, mayBeSamePart, partOf } from './issue.ts';

/** More than a provider reads; the facts that the query is about always stand. */
const MOST_INDICATORS = 8;

export interface Indicators {
  readonly spans: readonly Evidence[];
  /** Ids of the facts quoted. */
  readonly facts: readonly string[];
  readonly grounds: ReadonlySet<Ground>;
}

interface Quote {
  readonly ground: Ground | null;
  readonly fact: string | null;
  readonly spans: readonly Evidence[];
  /** Said by the issue itself, and so never left out for want of room. */
  readonly essential: boolean;
}

export function quoteIndicators(issue: Issue, entry: Wording, findings: Findings): Indicators {
  const spans: Evidence[] = [];
  const grounds = new Set<Ground>(issue.grounds);
  const facts: string[] = [];
  for (const quote of quotesOf(issue, entry, findings)) {
    const shown = quote.spans.flatMap((span) => withoutCode(span) ?? []).map((span) => widen(span, findings.text));
    const fresh = shown.filter((span) => !spans.some((other) => saysAll(other, span)));
    const room = quote.essential || spans.length + fresh.length <= MOST_INDICATORS;
    if (shown.length === 0 || !room) continue;
    spans.push(...fresh);
    if (quote.ground) grounds.add(quote.ground);
    if (quote.fact) facts.push(quote.fact);
  }
  spans.sort((one, other) => one.start - other.start || other.end - one.end);
  return {
    spans: spans.filter((span, index) => !spans.some((other, at) => at < index && span.end <= other.end)),
    facts,
    grounds,
  };
}

/** The same words, or a span that lies within. */
function saysAll(one: Evidence, other: Evidence): boolean {
  return (one.start <= other.start && other.end <= one.end) || one.text.toLowerCase() === other.text.toLowerCase();
}

function quotesOf(issue: Issue, entry: Wording, findings: Findings): readonly Quote[] {
  const wanted = new Set<Ground>(entry.quotes ?? []);
  const beside = findings.facts.filter(
    (fact) => isPresent(fact) && wanted.has(fact.condition) && belongsTo(issue, fact),
  );
  const told = findings.facts.filter(
    (fact) => isPresent(fact) && (issue.facts.includes(fact) || belongsTo(issue, fact)),
  );
  const spans = told.flatMap(({ evidence }) => evidence.slice(0, MOST_EXAMINED));
  const elements = findings.elements
    .filter((element) => element.status === 'present' && wanted.has(element.kind) && !issue.elements.includes(element))
    .slice(0, MOST_EXAMINED)
    .filter((element) => isSaidOf(element, spans, findings.text));
  // Every sign examined is a list and no indicator: one of a kind.
  const firsts = elements.filter(({ kind }, index) => elements.findIndex((element) => element.kind === kind) === index);
  return [
    ...issue.facts.map((fact) => quoteFact(fact, true)),
    ...issue.elements.map((element) => quoteElement(element, true)),
    { ground: null, fact: null, spans: issue.evidence, essential: true },
    ...beside.map((fact) => quoteFact(fact, false)),
    ...firsts.map((element) => quoteElement(element, false)),
  ];
}

/** A long chart repeats itself; the first tellings decide. */
const MOST_EXAMINED = 50;
const NEAR = 600;

/** "no acute distress" tells no duration of the pain, "chest pain that radiates down" no leg pain of the back. */
function isSaidOf({ kind, evidence }: Element, spans: readonly Evidence[], text: string): boolean {
  return evidence.some((own) => {
    if (kind !== 'duration') return spans.some((span) => Math.abs(span.start - own.start) <= NEAR);
    const clause = widen(own, text);
    return spans.some((span) => clause.start <= span.start && span.end <= clause.end);
  });
}

/** Another condition of the same part; of the same condition only what speaks of the same region. */
function belongsTo({ facts }: Issue, fact: Fact): boolean {
  if (facts.includes(fact)) return false;
  const same = facts.filter(({ condition }) => condition === fact.condition);
  if (same.length > 0) return same.some(({ region }) => region === fact.region);
  return facts.some((own) => mayBeSamePart(partOf(own), partOf(fact)));
}

/** A pain is named in every section; the first places are enough. */
const MOST_QUOTES_OF_A_FACT = 2;

function quoteFact({ condition, id, evidence }: Fact, essential: boolean): Quote {
  return { ground: condition, fact: id, spans: evidence.slice(0, MOST_QUOTES_OF_A_FACT), essential };
}

function quoteElement({ kind, evidence }: Element, essential: boolean): Quote {
  return { ground: kind, fact: null, spans: evidence, essential };
}

/** As much as a provider reads at a glance. */
const LONGEST_QUOTE = 140;

/** "fell" or "disc herniation" alone says little to a provider: the clause it stands in, on one line and without codes. */
export function widen(span: Evidence, text: string): Evidence {
  for (const ends of CLAUSES) {
    const wide = betweenCodes(clauseAround(span, text, ends), span, text);
    if (wide.text.length <= LONGEST_QUOTE && !speaksOfImpact(wide.text)) return wide;
  }
  return span;
}

interface ClauseEnds {
  /** What parts a clause from the one before it. */
  readonly before: RegExp;
  /** What ends it. */
  readonly after: RegExp;
}

/** A clause of a sentence, and where that is too long, one between commas. */
const CLAUSES: readonly ClauseEnds[] = [
  { before: /[.;:?!]\s+|[\r\n]+/g, after: /[.;:?!]\s+|[\r\n]+|[.;:?!,]$/ },
  { before: /[.;:?!]\s+|[\r\n]+|,\s+/g, after: /[.;:?!]\s+|[\r\n]+|,\s+|[.;:?!,]$/ },
];
const WRITTEN_CODES = new RegExp(WRITTEN_CODE, 'g');

function clauseAround(span: Evidence, text: string, ends: ClauseEnds): Evidence {
  const reach = 2 * LONGEST_QUOTE;
  const first = Math.max(0, span.start - reach);
  const before = [...text.slice(first, span.start).matchAll(ends.before)].at(-1);
  const start = before ? first + before.index + before[0].length : first;
  const after = text.slice(span.end, span.end + reach);
  const stop = ends.after.exec(after);
  return cut(start, span.end + (stop ? stop.index : after.length), text);
}

/** "Lumbago with right sciatica   M54.41": the clause up to the code. */
function betweenCodes(clause: Evidence, span: Evidence, text: string): Evidence {
  if (!WRITTEN_CODE.test(clause.text)) return cut(clause.start, clause.end, text);
  const codes = [...clause.text.matchAll(WRITTEN_CODES)].map(({ index, 0: code }) => ({
    start: clause.start + index,
    end: clause.start + index + code.length,
  }));
  const start = Math.max(clause.start, ...codes.filter(({ end }) => end <= span.start).map(({ end }) => end));
  const end = Math.min(clause.end, ...codes.filter((code) => code.start >= span.end).map((code) => code.start));
  return cut(start, end, text);
}

function cut(start: number, end: number, text: string): Evidence {
  const words = text.slice(start, end);
  const lead = words.length - words.replace(/^[\s)\]:,;.>"“”–•*-]+/, '').length;
  const shown = words.slice(lead).replace(/(?<![\s([:,;"“”–-])[\s([:,;"“”–-]+$/, '');
  return { start: start + lead, end: start + lead + shown.length, text: shown };
}

/** The evidence up to a code written beside it ("Lumbago   M54.51" -> "Lumbago"); null where nothing is left. */
export function withoutCode(span: Evidence): Evidence | null {
  const code = WRITTEN_CODE.exec(span.text);
  if (!code) return span;
  const before = span.text.slice(0, code.index).replace(/(?<![\s([:,;–-])[\s([:,;–-]+$/, '');
  if (before.trim() !== '') return { start: span.start, end: span.start + before.length, text: before };
  const text = span.text.slice(code.index + code[0].length).replace(/^[\s)\]:,;–-]+/, '');
  return text === '' ? null : withoutCode({ start: span.end - text.length, end: span.end, text });
}
