/**
 * What the program says of a note today, drawn so that a person can read its diff: the note line by line, carets under
 * the words behind each fact, study and linkage, a mark where a section starts, and the rest listed at the end. No ids
 * and no reasons, so that only a change of meaning changes the drawing.
 */

import { locateIn } from '../formats/positions.ts';
import type { Analysis, Fact, Span } from '../index.ts';

interface Mark {
  readonly spans: readonly Span[];
  readonly label: string;
  /** For the rows after the first. */
  readonly short: string;
}

/** A piece of a line short enough to read with its carets beneath it. */
interface Row extends Span {
  readonly margin: string;
}

const WIDTH = 100;
const MARGIN = 5;

export function drawGolden(text: string, analysis: Analysis): string {
  const { note, codeSet } = analysis;
  const marks = listMarks(analysis);
  const rows = splitRows(text);
  const drawn = rows.flatMap((row, index) => {
    const following = rows[index + 1]?.start ?? text.length + 1;
    const sections = analysis.sections.filter(({ start }) => row.start <= start && start < following);
    return [
      ...sections.map(({ kind }) => `${' '.repeat(MARGIN)} # ${kind}`),
      `${row.margin} | ${showRow(text.slice(row.start, row.end))}`.trimEnd(),
      ...marks.flatMap((mark) => drawCarets(mark, row) ?? []),
    ];
  });
  const year = note.dateOfService ? `${note.dateOfService}, ` : '';
  const head = `${note.id ?? 'note'}: ${note.kind}, ${year}fiscal year ${codeSet.fiscalYear}`;
  return `${[head, '', ...drawn, '', ...listRest(text, analysis)].join('\n').trimEnd()}\n`;
}

function listMarks({ facts, imaging, linkages }: Analysis): Mark[] {
  const marks = [
    ...facts.map((fact) => ({
      spans: fact.evidence,
      label: wordFact(fact),
      short: `${fact.condition} ${fact.status} ${fact.region}`,
    })),
    ...imaging.map(({ modality, region, status, evidence }) => ({
      spans: evidence,
      label: `study: ${modality} ${region} ${status}`,
      short: `study: ${modality}`,
    })),
    ...linkages.map(({ from, to, status, evidence }) => ({
      spans: evidence,
      label: `linkage: ${from} -> ${to} ${status}`,
      short: `linkage: ${from} -> ${to}`,
    })),
  ];
  return marks.sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
}

const wordFact = ({ condition, status, source, region, levels, laterality, size, detail }: Fact): string =>
  [
    `${condition} ${status}`,
    source,
    [region, ...levels].join(' '),
    ...(laterality === 'unspecified' ? [] : [laterality]),
    ...(size === null ? [] : [`size ${size}`]),
    ...(detail.length === 0 ? [] : [detail.join(' ')]),
  ].join(', ');

function splitRows(text: string): Row[] {
  const rows: Row[] = [];
  let number = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    if (line === '' && index === text.length && index > 0) break;
    number++;
    const length = line.replace(/[\r\n]{1,2}$/, '').length;
    let margin = String(number).padStart(MARGIN);
    let start = 0;
    do {
      const end = length - start <= WIDTH ? length : lastBlank(line, start);
      rows.push({ start: index + start, end: index + end, margin });
      margin = '…'.padStart(MARGIN);
      start = end;
    } while (start < length);
  }
  return rows;
}

/** The place after the last blank that keeps the row within the width; a word longer than that is cut. */
function lastBlank(line: string, start: number): number {
  const blank = line.lastIndexOf(' ', start + WIDTH - 1);
  return blank > start ? blank + 1 : start + WIDTH;
}

/** One column for each UTF-16 unit, so that carets stand where the offsets say. */
const showRow = (words: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that would move the columns.
  words.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\ufeff]/g, ' ');

function drawCarets({ spans, label, short }: Mark, row: Row): string | null {
  const here = spans.filter(({ start, end }) => start < row.end && end > row.start);
  if (here.length === 0) return null;
  const columns = Array.from({ length: row.end - row.start }, (_, column) =>
    here.some(({ start, end }) => start <= row.start + column && row.start + column < end) ? '^' : ' ',
  );
  const isFirst = Math.min(...spans.map(({ start }) => start)) >= row.start;
  return `${' '.repeat(MARGIN)} | ${columns.join('').trimEnd()} ${isFirst ? label : `… ${short}`}`;
}

function listRest(text: string, { codes, queries, elements, notices }: Analysis): string[] {
  const locate = locateIn(text);
  const place = (span: { readonly start?: number } | undefined): string => {
    if (span?.start === undefined) return '-'.padEnd(7);
    const { line, column } = locate(span.start);
    return `${line}:${column}`.padEnd(7);
  };
  const block = (title: string, lines: readonly string[]): string[] => [
    title,
    ...(lines.length > 0 ? lines : ['  none']),
    '',
  ];
  return [
    ...block(
      'codes',
      codes.map(({ code, standing }) => `  ${standing.padEnd(11)} ${code}`),
    ),
    ...block(
      'queries',
      queries.map(({ id, changes, indicators }) => `  ${place(indicators[0])} ${id} (${changes})`),
    ),
    ...block(
      'elements',
      elements.map(({ kind, value, status, evidence }) => `  ${place(evidence[0])} ${kind}: ${value}, ${status}`),
    ),
    ...block(
      'notices',
      notices.map((notice) => `  ${place(notice)} ${notice.severity} ${notice.rule}`),
    ),
  ];
}
