/**
 * The report as one HTML file that needs nothing else: no script, no picture, no address; its policy allows its own style
 * sheet only, and every foreign word is escaped.
 */
import type { Analysis, Evidence, Query } from '../model.ts';
import { STANDINGS } from '../model.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { REPORT_STYLE, REPORT_STYLE_HASH } from './html-style.ts';
import { escapeMarkup, escapeLine as words } from './markup.ts';
import { quotesOf, wordIndicatorPlace } from './places.ts';
import { STANDING_WORDS, STATUS_ORDER, wordFact, wordNote, wordValue } from './wording.ts';

const HEAD = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>SpineNote report</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
`;
const TAIL = '</main>\n</body>\n</html>\n';

export const html: Format = {
  shows: 'a report as one HTML file without script',
  *write(notes, { whatIf = 'hidden' }) {
    let head = HEAD;
    let number = 0;
    for (const note of notes) {
      number++;
      yield head + writeNote(note, number, whatIf);
      head = '';
    }
    yield head + TAIL;
  },
};

function writeNote({ file, text, analysis }: AnalyzedNote, number: number, whatIf: 'shown' | 'hidden'): string {
  const { note, codeSet } = analysis;
  const date = note.dateOfService ? `date of service ${note.dateOfService}` : 'no date of service given';
  const year = `ICD-10-CM fiscal year ${codeSet.fiscalYear} (${codeSet.from} to ${codeSet.to})`;
  return [
    `<article aria-labelledby="note-${number}">`,
    `<h1 id="note-${number}">${words(file)}</h1>`,
    `<p>${words(`${wordNote(note)}; ${date}; ${year}`)}</p>`,
    '<h2>Note</h2>',
    `<div class="text">${writeText(text, analysis)}</div>`,
    ...writeFacts(analysis),
    ...STANDINGS.flatMap((standing) => writeCodes(analysis, standing)),
    ...writeClaim(analysis),
    ...writeQueries(analysis, text, whatIf),
    ...writeNotices(analysis),
    '</article>\n',
  ].join('\n');
}

/** The note with the words behind facts marked; where spans overlap, one mark ends where the next begins. */
function writeText(text: string, { facts }: Analysis): string {
  const spans = facts.flatMap((fact) => fact.evidence.map(({ start, end }) => ({ start, end, status: fact.status })));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts
    .slice(0, -1)
    .map((start, index) => {
      const piece = escapeMarkup(
        text
          .slice(start, cuts[index + 1])
          .replace(/\r\n?/g, '\n')
          .replaceAll('\t', '    '),
      );
      const over = spans.find((span) => span.start <= start && start < span.end);
      return over ? `<mark class="${over.status}">${piece}</mark>` : piece;
    })
    .join('');
}

function writeTable(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const row = (cells: readonly string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  return [
    `<h2>${title}</h2>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map(row),
    '</tbody></table>',
  ];
}

function writeFacts({ facts }: Analysis): string[] {
  if (facts.length === 0) return ['<h2>Facts</h2>', '<p>None found.</p>'];
  return writeTable(
    'Facts',
    ['status', 'fact', 'source', 'words'],
    STATUS_ORDER.flatMap((status) => facts.filter((fact) => fact.status === status)).map((fact) => [
      wordValue(fact.status),
      words(wordFact(fact)),
      fact.source,
      writeQuotes(fact.evidence),
    ]),
  );
}

function writeCodes(analysis: Analysis, standing: (typeof STANDINGS)[number]): string[] {
  const codes = analysis.codes.filter((code) => code.standing === standing);
  const title = STANDING_WORDS[standing];
  if (codes.length === 0)
    return standing === 'assigned' ? [`<h2>${title}</h2>`, '<p>None that the documentation supports.</p>'] : [];
  return writeTable(
    title,
    ['code', 'title', 'why', 'rules', 'words'],
    codes.map((code) => [
      `<b>${words(code.code)}</b>`,
      words(code.title),
      words(code.why),
      code.rules.map(({ rule, cites }) => words(`${rule}: ${cites}`)).join('<br>'),
      writeQuotes(quotesOf(analysis, code.facts)),
    ]),
  );
}

function writeClaim({ claim }: Analysis): string[] {
  return writeTable(
    'Claim check',
    ['code', 'verdict', 'why', 'supported in its place'],
    (claim?.codes ?? []).map(({ code, verdict, findings, instead }) => [
      words(code),
      wordValue(verdict),
      findings.map(({ reason }) => words(reason)).join('<br>'),
      words(instead.join(', ')),
    ]),
  );
}

function writeQueries(analysis: Analysis, text: string, whatIf: 'shown' | 'hidden'): string[] {
  if (analysis.queries.length === 0) return [];
  return [
    '<h2>Queries for the provider (copy what stands in the frame)</h2>',
    ...analysis.queries.flatMap((query) => writeQuery(query, analysis, text, whatIf)),
  ];
}

function writeQuery(query: Query, analysis: Analysis, text: string, whatIf: 'shown' | 'hidden'): string[] {
  const indicators = query.indicators.map(
    (quote) => `<li>${words(wordIndicatorPlace(quote, analysis, text))}: <q>${words(quote.text)}</q></li>`,
  );
  const answers = whatIf === 'shown' ? (query.whatIf ?? []) : [];
  return [
    `<h3>${words(query.id)}</h3>`,
    `<p class="fine">For the coder: the answer changes the ${query.changes}. ${words(query.why)}</p>`,
    ...answers.map(
      ({ answer, codes }) =>
        `<p class="fine">For the coder: <q>${words(answer)}</q> would give ${words(codes.join(', ')) || 'no code'}</p>`,
    ),
    '<blockquote>',
    ...(indicators.length > 0 ? ['<p>Documented in this record:</p>', '<ul>', ...indicators, '</ul>'] : []),
    `<p>${words(query.question)}</p>`,
    '<ul class="options">',
    ...query.options.map((option) => `<li>☐ ${words(option)}</li>`),
    '</ul>',
    '</blockquote>',
  ];
}

function writeNotices({ notices }: Analysis): string[] {
  return writeTable(
    'Notices',
    ['severity', 'message', 'rule', 'words'],
    notices.map(({ severity, message, rule, text }) => [
      severity,
      words(message),
      words(rule),
      text === undefined ? '' : `<q>${words(text)}</q>`,
    ]),
  );
}

const writeQuotes = (quotes: readonly Evidence[]): string =>
  quotes.map(({ text }) => `<q>${words(text)}</q>`).join(' … ');
