/**
 * Queries -> CDS Hooks cards. A card is read by the provider: it holds question, options and the record's own words, and
 * never a code, a reason for coders or what an answer would give.
 */
import { nameUuid } from '../formats/content-id.ts';
import { escapeMarkdown } from '../formats/markup.ts';
import { wordIndicatorPlace } from '../formats/places.ts';
import { wordValue } from '../formats/wording.ts';
import type { Analysis, Query } from '../model.ts';
import type { Card } from './requests.ts';

/** CDS Hooks 2.0: "fewer than 140 characters". */
const SUMMARY_LIMIT = 139;

export const OVERRIDE_REASONS: Card['overrideReasons'] = [
  { code: 'already-documented', display: 'Already documented elsewhere in the record' },
  { code: 'unable-to-determine', display: 'Unable to determine' },
  { code: 'not-clinically-relevant', display: 'Not clinically relevant to this encounter' },
  { code: 'will-address-later', display: 'Will be addressed in an addendum' },
].map((reason) => ({ ...reason, system: 'urn:spinenote:override-reason' }));

export const writeCards = (text: string, analysis: Analysis): Card[] =>
  analysis.queries.map((query) => ({
    summary: writeSummary(query),
    detail: writeDetail(query, analysis, text),
    indicator: 'info',
    source: { label: 'SpineNote' },
    // Of the note and the question: the same card for the same draft, another once the note is edited.
    uuid: nameUuid('card', text, query.id),
    overrideReasons: OVERRIDE_REASONS,
  }));

function writeSummary({ kind, question }: Query): string {
  return question.length <= SUMMARY_LIMIT
    ? question
    : `Documentation question: ${wordValue(kind)}`.slice(0, SUMMARY_LIMIT);
}

function writeDetail({ question, options, indicators }: Query, analysis: Analysis, text: string): string {
  const record = indicators.map(
    (quote) => `- ${escapeMarkdown(wordIndicatorPlace(quote, analysis, text))}: "${escapeMarkdown(quote.text)}"`,
  );
  return [
    ...(record.length > 0 ? ['Documented in this record:', '', ...record, ''] : []),
    escapeMarkdown(question),
    '',
    ...options.map((option) => `- ${escapeMarkdown(option)}`),
  ].join('\n');
}
