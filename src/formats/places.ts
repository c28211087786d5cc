/** Where in the note a thing of the analysis stands: the first words that carry it, and the section around them. */
import type { Analysis, Evidence, Section, Span } from '../model.ts';
import { wordSection } from './wording.ts';

/** The quotes behind a list of fact ids, each place once, in the order of the note. */
export function quotesOf(analysis: Analysis, facts: readonly string[]): readonly Evidence[] {
  const wanted = new Set(facts);
  const quotes = new Map<string, Evidence>();
  for (const fact of analysis.facts) {
    if (wanted.has(fact.id)) for (const quote of fact.evidence) quotes.set(`${quote.start}-${quote.end}`, quote);
  }
  return [...quotes.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The innermost section that holds the start of a span. */
export function sectionOf(sections: readonly Section[], span: Span): Section | undefined {
  return sections
    .filter((section) => section.start <= span.start && (span.start < section.end || span.end <= section.end))
    .sort((a, b) => b.start - a.start)[0];
}

/** A date as notes write it: 03/12/2026, 2026-03-12, March 12, 2026, 12 March 2026, March 2026. */
const DATE =
  /\b(?:\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|(?:\d{1,2} )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4})\b/i;
const STUDIES: ReadonlySet<Section['kind']> = new Set(['imaging', 'tests', 'findings', 'impression', 'technique']);

/**
 * Where an indicator stands, as the provider reads it: "Imaging, 03/12/2026". The date is that of its line, else of the
 * heading and first line of its section of results; elsewhere the date of service, where it is known.
 */
export function wordIndicatorPlace(indicator: Span, analysis: Analysis, text: string): string {
  const section = sectionOf(analysis.sections, indicator);
  const name = wordSection(section?.kind ?? 'other');
  const isResult = section !== undefined && STUDIES.has(section.kind);
  const inLine = DATE.exec(lineAround(indicator.start, text))?.[0];
  const atHead = isResult ? DATE.exec(lineAround(section.heading?.start ?? section.start, text))?.[0] : undefined;
  const date = inLine ?? atHead ?? (isResult ? undefined : (analysis.note.dateOfService ?? undefined));
  return date === undefined ? name : `${name}, ${date}`;
}

/** A paragraph on one line is no dated line: no more than a sentence or two around. */
const NEAR = 160;

function lineAround(at: number, text: string): string {
  const before = text.slice(Math.max(0, at - NEAR), at);
  const after = text.slice(at, at + NEAR);
  return `${before.slice(before.search(/(?<![^\r\n])[^\r\n]*$/))}${/^[^\r\n]*/.exec(after)?.[0] ?? ''}`;
}
