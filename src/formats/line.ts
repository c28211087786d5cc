/** `file:line:col: kind: message`, one line for each fact, code, query and notice: made for grep and for editors. */
import type { Analysis } from '../model.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { quotesOf } from './places.ts';
import { locateIn } from './positions.ts';
import { oneLine } from './visible.ts';
import { wordFact } from './wording.ts';

interface Entry {
  readonly start: number;
  readonly kind: string;
  readonly message: string;
}

export const line: Format = {
  shows: 'file:line:col: kind: message, one line for each fact, code, query and notice',
  *write(notes) {
    for (const note of notes) yield writeLines(note);
  },
};

function writeLines({ file, text, analysis }: AnalyzedNote): string {
  const locate = locateIn(text);
  const name = oneLine(file);
  return [
    ...listFacts(analysis),
    ...listCodes(analysis),
    ...listClaim(analysis),
    ...listQueries(analysis),
    ...listNotices(analysis),
  ]
    .map(({ start, kind, message }) => {
      const { line, column } = locate(start);
      return `${name}:${line}:${column}: ${kind}: ${oneLine(message)}\n`;
    })
    .join('');
}

const listFacts = (analysis: Analysis): Entry[] =>
  analysis.facts.map((fact) => ({
    start: fact.evidence[0]?.start ?? 0,
    kind: 'fact',
    message: `${fact.status} ${wordFact(fact)} (${fact.source}): ${fact.evidence.map((quote) => `"${quote.text}"`).join(' … ')}`,
  }));

const listCodes = (analysis: Analysis): Entry[] =>
  analysis.codes.map((code) => ({
    start: quotesOf(analysis, code.facts)[0]?.start ?? 0,
    kind: 'code',
    message: `${code.code} ${code.standing}: ${code.title}. ${code.why}`,
  }));

const listClaim = ({ claim }: Analysis): Entry[] =>
  (claim?.codes ?? []).map(({ code, verdict, findings }) => ({
    start: findings.flatMap(({ evidence }) => evidence)[0]?.start ?? 0,
    kind: 'claim',
    message: `${code} ${verdict}: ${findings.map(({ reason }) => reason).join(' ')}`,
  }));

const listQueries = (analysis: Analysis): Entry[] =>
  analysis.queries.map((query) => ({
    start: (query.indicators[0] ?? quotesOf(analysis, query.facts)[0])?.start ?? 0,
    kind: 'query',
    message: `${query.id}: ${query.question} [${query.options.join(' | ')}]`,
  }));

const listNotices = (analysis: Analysis): Entry[] =>
  analysis.notices.map((notice) => ({
    start: notice.start ?? 0,
    kind: 'notice',
    message: `${notice.severity} ${notice.rule}: ${notice.message}`,
  }));
