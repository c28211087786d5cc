/**
 * The report that a coder reads in a terminal: every fact with its place and words, the codes in claim order with
 * their reasons, and each query as a block to paste that holds nothing written for coders.
 */
import type { Analysis, Code, Fact, Notice, Query, Status } from '../model.ts';
import { STANDINGS } from '../model.ts';
import { writeClaim } from './claim.ts';
import type { AnalyzedNote, Format, Palette } from './format.ts';
import { quotesOf, wordIndicatorPlace } from './places.ts';
import { type Locate, locateIn } from './positions.ts';
import { oneLine } from './visible.ts';
import { STANDING_WORDS, STATUS_ORDER, wordFact, wordNote, wordValue } from './wording.ts';

interface Sheet {
  readonly analysis: Analysis;
  readonly text: string;
  readonly locate: Locate;
  readonly palette: Palette;
  readonly whatIf: 'shown' | 'hidden';
  readonly queries: 'first' | 'all';
}

export const text: Format = {
  shows: 'a report to read',
  *write(notes, { palette, whatIf = 'hidden', queries = 'first' }) {
    let before = '';
    for (const note of notes) {
      yield `${before}${writeReport(note, { palette, whatIf, queries })}`;
      before = '\n';
    }
  },
};

function writeReport(
  { file, text, analysis }: AnalyzedNote,
  options: Pick<Sheet, 'palette' | 'whatIf' | 'queries'>,
): string {
  const sheet: Sheet = { analysis, text, locate: locateIn(text), ...options };
  const { palette } = options;
  const { note, codeSet } = analysis;
  const year = `ICD-10-CM fiscal year ${codeSet.fiscalYear} (${codeSet.from} to ${codeSet.to})`;
  const date = note.dateOfService ? `date of service ${note.dateOfService}` : 'no date of service given';
  const head = [palette.bold(oneLine(file)), palette.dim(`${wordNote(note)}; ${date}; ${year}`)];
  const blocks = [
    head,
    writeFacts(sheet),
    writeRecord(sheet),
    ...STANDINGS.map((standing) => writeCodes(sheet, standing)),
    writeClaim(sheet),
    writeQueries(sheet),
    writeNotices(sheet),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function writeFacts(sheet: Sheet): string[] {
  const { analysis, palette } = sheet;
  if (analysis.facts.length === 0) return [palette.bold('Facts'), '  none found'];
  return [
    palette.bold('Facts'),
    ...STATUS_ORDER.flatMap((status) => {
      const facts = analysis.facts.filter((fact) => fact.status === status);
      return facts.length === 0
        ? []
        : [`  ${paintStatus(status, palette)}`, ...facts.map((fact) => `    ${writeFact(fact, sheet)}`)];
    }),
  ];
}

function writeFact(fact: Fact, sheet: Sheet): string {
  const quotes = fact.evidence.map((quote) => `"${oneLine(quote.text)}"`).join(' … ');
  const place = writePlace(fact.evidence[0]?.start, sheet);
  return `${place} ${oneLine(wordFact(fact))} ${sheet.palette.dim(`(${fact.source})`)} ${sheet.palette.cyan(quotes)}`;
}

/** What the note documents beside its conditions: studies, causes that the provider names, and elements. */
function writeRecord(sheet: Sheet): string[] {
  const { imaging, linkages, elements } = sheet.analysis;
  const rows = [
    ...imaging.map(({ modality, region, status, evidence }) => {
      const place = region === 'unspecified' ? '' : `${region} `;
      return { evidence, says: `${place}${modality}, ${status}` };
    }),
    ...linkages.map(({ from, to, status, evidence }) => ({
      evidence,
      says: `${wordValue(from)} tied to ${wordValue(to)}, ${status}`,
    })),
    ...elements.map(({ kind, value, status, evidence }) => ({
      evidence,
      says: `${wordValue(kind)}: ${value}${status === 'present' ? '' : `, ${status}`}`,
    })),
  ];
  if (rows.length === 0) return [];
  const lines = rows.map(({ says, evidence }) => {
    const quotes = evidence.map((quote) => `"${oneLine(quote.text)}"`).join(' … ');
    return `    ${writePlace(evidence[0]?.start, sheet)} ${oneLine(says)} ${sheet.palette.cyan(quotes)}`;
  });
  return [sheet.palette.bold('Also documented'), ...lines];
}

function paintStatus(status: Status, { green, yellow, dim }: Palette): string {
  if (status === 'present') return green(status);
  return status === 'uncertain' ? yellow(status) : dim(status);
}

function writePlace(start: number | undefined, { locate, palette }: Sheet): string {
  if (start === undefined) return palette.dim('   -  ');
  const { line, column } = locate(start);
  return palette.dim(`${line}:${column}`.padEnd(6));
}

function writeCodes(sheet: Sheet, standing: Code['standing']): string[] {
  const { analysis, palette } = sheet;
  const codes = analysis.codes.filter((code) => code.standing === standing);
  const title = palette.bold(STANDING_WORDS[standing]);
  if (standing === 'assigned') {
    if (codes.length === 0) return [title, '  none that the documentation supports'];
    return [title, ...codes.flatMap((code, index) => writeCode(code, index + 1, sheet))];
  }
  if (codes.length === 0) return [];
  return [title, ...codes.map((code) => `  ${code.code.padEnd(8)} ${oneLine(code.title)}: ${oneLine(code.why)}`)];
}

function writeCode(code: Code, ordinal: number, sheet: Sheet): string[] {
  const { analysis, palette } = sheet;
  const quotes = quotesOf(analysis, code.facts).map(
    (quote) => `       ${writePlace(quote.start, sheet)} ${palette.cyan(`"${oneLine(quote.text)}"`)}`,
  );
  return [
    `  ${String(ordinal).padStart(2)}. ${palette.green(code.code)} ${oneLine(code.title)}`,
    `      ${oneLine(code.why)}`,
    ...code.rules.map((rule) => palette.dim(`      ${oneLine(rule.rule)}: ${oneLine(rule.cites)}`)),
    ...quotes,
  ];
}

/** More than a provider answers at one time; the queries are ranked, so that these weigh most. */
const MOST_QUERIES = 3;

function writeQueries(sheet: Sheet): string[] {
  const { queries } = sheet.analysis;
  const { bold, dim } = sheet.palette;
  if (queries.length === 0) return [];
  const shown = sheet.queries === 'all' ? queries : queries.slice(0, MOST_QUERIES);
  const rest = queries.slice(shown.length).map(({ id }) => oneLine(id));
  const more = rest.length === 0 ? [] : ['', `  ${rest.length} more (--all-queries shows them): ${rest.join(', ')}`];
  const blocks = shown.flatMap((query, index) => {
    const name = `${index + 1} of ${queries.length}  ${oneLine(query.id)}`;
    const reason = `the answer changes the ${query.changes}: ${oneLine(query.why)}`;
    const coder = [`  ${dim(`For the coder: ${reason}`)}`, ...writeWhatIf(query, sheet)];
    return ['', `  ${name}`, ...coder, dim(CUT), ...writeQuery(query, sheet), dim(CUT)];
  });
  return [bold('Queries for the provider (copy what stands between the rules)'), ...blocks, ...more];
}

/** Above the rules: the provider is never shown which code an answer gives. */
function writeWhatIf({ whatIf = [] }: Query, sheet: Sheet): string[] {
  if (sheet.whatIf === 'hidden') return [];
  return whatIf.map(({ answer, codes }) =>
    sheet.palette.dim(`  For the coder: "${oneLine(answer)}" would give ${codes.join(', ') || 'no code'}`),
  );
}

const CUT = '-'.repeat(60);

/** What the provider reads: indicators, question, options, and nothing else. */
function writeQuery(query: Query, { analysis, text }: Sheet): string[] {
  const indicators = query.indicators.map(
    (quote) => `- ${oneLine(wordIndicatorPlace(quote, analysis, text))}: "${oneLine(quote.text)}"`,
  );
  return [
    ...(indicators.length > 0 ? ['Documented in this record:', ...indicators, ''] : []),
    oneLine(query.question),
    ...query.options.map((option) => `[ ] ${oneLine(option)}`),
  ];
}

function writeNotices(sheet: Sheet): string[] {
  const { notices } = sheet.analysis;
  if (notices.length === 0) return [];
  return [sheet.palette.bold('Notices'), ...notices.map((notice) => `  ${writeNotice(notice, sheet)}`)];
}

function writeNotice(notice: Notice, sheet: Sheet): string {
  const { red, yellow, cyan } = sheet.palette;
  const paint = { error: red, warning: yellow, info: cyan }[notice.severity];
  const words = `${paint(notice.severity)} ${oneLine(notice.message)} ${sheet.palette.dim(oneLine(notice.rule))}`;
  return `${writePlace(notice.start, sheet)} ${words}`;
}
