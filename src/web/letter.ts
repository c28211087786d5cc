/** A query as text for the provider: the record's own words, the question, its options, and nothing written for coders. */
import { wordIndicatorPlace } from '../formats/places.ts';
import type { Analysis, Query } from '../model.ts';
import { showHidden } from './hidden-characters.ts';

export const oneLine = (text: string): string => showHidden(text.replace(/[\t\n\r ]+/g, ' ').trim());

/** @param text the note that was analysed: dates of studies stand in it */
export function composeLetter(query: Query, analysis: Analysis, text: string): string {
  const indicators = query.indicators.map(
    (quote) => `- ${oneLine(wordIndicatorPlace(quote, analysis, text))}: "${oneLine(quote.text)}"`,
  );
  const record = indicators.length > 0 ? ['Documented in this record:', ...indicators, ''] : [];
  return [...record, oneLine(query.question), '', ...query.options.map((option) => `[ ] ${oneLine(option)}`)].join(
    '\n',
  );
}
