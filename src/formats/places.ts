/** Where in the note a thing of the analysis stands: the first words that carry it, and the section around them. */
import type { Analysis, Evidence, Section, Span } from '../model.ts';

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
