/** A query as text for the provider: the record's own words, the question, its options, and nothing written for coders. */
import { sectionOf } from '../formats/places.ts';
import { wordSection } from '../formats/wording.ts';
import type { Analysis, Query } from '../model.ts';
import { showHidden } from './hidden-characters.ts';

export const oneLine = (text: string): string => showHidden(text.replace(/[\t\n\r ]+/g, ' ').trim());

export function composeLetter(query: Query, { sections }: Analysis): string {
  const indicators = query.indicators.map((quote) => {
    const section = sectionOf(sections, quote);
    return `- ${wordSection(section?.kind ?? 'other')}: "${oneLine(quote.text)}"`;
  });
  const record = indicators.length > 0 ? ['Documented in this record:', ...indicators, ''] : [];
  return [...record, oneLine(query.question), '', ...query.options.map((option) => `[ ] ${oneLine(option)}`)].join(
    '\n',
  );
}
