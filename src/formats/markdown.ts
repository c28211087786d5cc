/**
 * The report as GitHub-flavoured Markdown: the queries stand as quotes that hold nothing written for coders, and no word
 * of a note can become markup.
 */
import type { Analysis, Claim, Evidence, Query } from '../model.ts';
import { STANDINGS } from '../model.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { escapeMarkdown as md } from './markup.ts';
import { quotesOf, wordIndicatorPlace } from './places.ts';
import { type Locate, locateIn } from './positions.ts';
import { STANDING_WORDS, wordFact, wordNote, wordValue } from './wording.ts';

interface Sheet {
  readonly analysis: Analysis;
  readonly text: string;
  readonly locate: Locate;
  readonly whatIf: 'shown' | 'hidden';
}

export const markdown: Format = {
  shows: 'a report as Markdown',
  *write(notes, { whatIf = 'hidden' }) {
    let before = '';
    for (const note of notes) {
      yield `${before}${writeReport(note, whatIf)}`;
      before = '\n';
    }
  },
};

function writeReport({ file, text, analysis }: AnalyzedNote, whatIf: Sheet['whatIf']): string {
  const sheet: Sheet = { analysis, text, locate: locateIn(text), whatIf };
  const { note, codeSet } = analysis;
  const date = note.dateOfService ? `date of service ${note.dateOfService}` : 'no date of service given';
  const blocks = [
    [`# ${md(file)}`],
    [`${wordNote(note)}; ${date}; ICD-10-CM fiscal year ${codeSet.fiscalYear} (${codeSet.from} to ${codeSet.to})`],
    writeFacts(sheet),
    ...STANDINGS.map((standing) => writeCodes(sheet, standing)),
    writeClaim(analysis.claim),
    ...writeQueries(sheet),
    writeNotices(sheet),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function writeFacts({ analysis, locate }: Sheet): string[] {
  if (analysis.facts.length === 0) return ['## Facts', '', 'None found.'];
  const rows = analysis.facts.map(
    (fact) =>
      `| ${fact.status} | ${md(wordFact(fact))} | ${fact.source} | ${at(fact.evidence[0]?.start, locate)} | ${writeQuotes(fact.evidence)} |`,
  );
  return [
    '## Facts',
    '',
    '| status | fact | source | line:column | words |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}

function writeCodes({ analysis }: Sheet, standing: (typeof STANDINGS)[number]): string[] {
  const codes = analysis.codes.filter((code) => code.standing === standing);
  const title = [`## ${STANDING_WORDS[standing]}`, ''];
  if (codes.length === 0) return standing === 'assigned' ? [...title, 'None that the documentation supports.'] : [];
  return [
    ...title,
    ...codes.flatMap(({ code, title: name, why, rules, facts }, index) => [
      `${standing === 'assigned' ? `${index + 1}.` : '-'} **${code}** ${md(name)}`,
      `   - ${md(why)}`,
      ...rules.map((rule) => `   - ${md(rule.rule)}\\: ${md(rule.cites)}`),
      ...(facts.length > 0 ? [`   - ${writeQuotes(quotesOf(analysis, facts))}`] : []),
    ]),
  ];
}

function writeClaim(claim: Claim | undefined): string[] {
  if (!claim) return [];
  const rows = claim.codes.map(
    ({ code, verdict, findings, instead }) =>
      `| ${md(code)} | ${wordValue(verdict)} | ${md(findings.map(({ reason }) => reason).join(' '))} | ${instead.join(', ')} |`,
  );
  return [
    '## Claim check',
    '',
    '| code | verdict | why | supported in its place |',
    '| --- | --- | --- | --- |',
    ...rows,
  ];
}

function writeQueries(sheet: Sheet): string[][] {
  const { queries } = sheet.analysis;
  return queries.length === 0
    ? []
    : [['## Queries for the provider (copy the quoted part)'], ...queries.flatMap((query) => writeQuery(query, sheet))];
}

function writeQuery(query: Query, { analysis, text, whatIf }: Sheet): string[][] {
  const answers = whatIf === 'shown' ? (query.whatIf ?? []) : [];
  const indicators = query.indicators.map(
    (quote) => `> - ${md(wordIndicatorPlace(quote, analysis, text))}: "${md(quote.text)}"`,
  );
  return [
    [
      `### ${md(query.id)}`,
      '',
      `For the coder: the answer changes the ${query.changes}. ${md(query.why)}`,
      ...answers.map(({ answer, codes }) => `- "${md(answer)}" would give ${codes.join(', ') || 'no code'}`),
    ],
    [
      ...(indicators.length > 0 ? ['> Documented in this record:', '>', ...indicators, '>'] : []),
      `> ${md(query.question)}`,
      '>',
      ...query.options.map((option) => `> - [ ] ${md(option)}`),
    ],
  ];
}

function writeNotices({ analysis, locate }: Sheet): string[] {
  if (analysis.notices.length === 0) return [];
  const lines = analysis.notices.map(
    ({ severity, message, rule, start }) => `- **${severity}** ${at(start, locate)} ${md(message)} (${md(rule)})`,
  );
  return ['## Notices', '', ...lines];
}

function at(start: number | undefined, locate: Locate): string {
  if (start === undefined) return '';
  const { line, column } = locate(start);
  return `${line}:${column}`;
}

const writeQuotes = (quotes: readonly Evidence[]): string => quotes.map(({ text }) => `"${md(text)}"`).join(' … ');
