/** The record's own words that a query stands on; every span slices from the note, and none shows a code. */
import type { Ground, Wording } from '../lexicons/query-wording.ts';
import type { Element, Evidence, Fact, Findings } from '../model.ts';
import { WRITTEN_CODE } from './compliance.ts';
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
    const shown = quote.spans.map(withoutCode).filter((span) => span !== null);
    const fresh = shown.filter((span) => !spans.some((other) => other.start <= span.start && span.end <= other.end));
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

function quotesOf(issue: Issue, entry: Wording, findings: Findings): readonly Quote[] {
  const wanted = new Set<Ground>(entry.quotes ?? []);
  const beside = findings.facts.filter(
    (fact) => isPresent(fact) && wanted.has(fact.condition) && belongsTo(issue, fact),
  );
  const elements = findings.elements.filter(
    (element) => element.status === 'present' && wanted.has(element.kind) && !issue.elements.includes(element),
  );
  // Every sign examined is a list and no indicator: one of a kind.
  const firsts = elements.filter(({ kind }, index) => elements.findIndex((element) => element.kind === kind) === index);
  return [
    ...issue.facts.map((fact) => quoteFact(fact, true)),
    ...issue.elements.map((element) => quoteElement(element, findings.text, true)),
    { ground: null, fact: null, spans: issue.evidence, essential: true },
    ...beside.map((fact) => quoteFact(fact, false)),
    ...firsts.map((element) => quoteElement(element, findings.text, false)),
  ];
}

/** Another condition of the same part; of the same condition only what speaks of the same region. */
function belongsTo({ facts }: Issue, fact: Fact): boolean {
  if (facts.includes(fact)) return false;
  const same = facts.filter(({ condition }) => condition === fact.condition);
  if (same.length > 0) return same.some(({ region }) => region === fact.region);
  return facts.some((own) => mayBeSamePart(partOf(own), partOf(fact)));
}

function quoteFact({ condition, id, evidence }: Fact, essential: boolean): Quote {
  return { ground: condition, fact: id, spans: evidence, essential };
}

function quoteElement({ kind, evidence }: Element, text: string, essential: boolean): Quote {
  return { ground: kind, fact: null, spans: evidence.map((span) => widen(span, text)), essential };
}

const LONGEST_QUOTE = 120;

/** "fell" alone says nothing to a provider: the clause it stands in, as far as it is short and on one line. */
export function widen(span: Evidence, text: string): Evidence {
  const before = text.slice(Math.max(0, span.start - LONGEST_QUOTE), span.start);
  const after = text.slice(span.end, span.end + LONGEST_QUOTE);
  const begin = lastBreak(before);
  // A window that opens in the middle of a sentence gives no clause.
  if (begin === 0 && before.length === LONGEST_QUOTE) return span;
  const lead = before.slice(begin);
  const tail = /^[^\r\n]*?(?=[.;:?!](?:\s|$)|[\r\n]|$)/.exec(after)?.[0] ?? '';
  const start = span.start - lead.length;
  const end = span.end + tail.length;
  const wide = text.slice(start, end).trimEnd();
  if (wide.length > LONGEST_QUOTE || WRITTEN_CODE.test(wide)) return span;
  return { start, end: start + wide.length, text: wide };
}

/** Where the clause before a span begins: after the last sentence end or line break. */
function lastBreak(before: string): number {
  let at = 0;
  for (const match of before.matchAll(/[.;:?!]\s+|[\r\n]+/g)) at = match.index + match[0].length;
  return at;
}

/** The evidence up to a code written beside it ("Lumbago   M54.51" -> "Lumbago"); null where nothing is left. */
export function withoutCode(span: Evidence): Evidence | null {
  const code = WRITTEN_CODE.exec(span.text);
  if (!code) return span;
  const before = span.text.slice(0, code.index).replace(/[\s([:,;–-]+$/, '');
  if (before.trim() !== '') return { start: span.start, end: span.start + before.length, text: before };
  const text = span.text.slice(code.index + code[0].length).replace(/^[\s)\]:,;–-]+/, '');
  return text === '' ? null : withoutCode({ start: span.end - text.length, end: span.end, text });
}
