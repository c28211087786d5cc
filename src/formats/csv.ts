/**
 * One row for each fact, study, linkage, element, code, claimed code, query and notice (RFC 4180 with LF), and no cell
 * that a spreadsheet would run: a note may well begin with "-" or "+" ("+SLR on the left").
 */
import type { Analysis, Evidence } from '../model.ts';
import type { AnalyzedNote, Format } from './format.ts';
import { quotesOf } from './places.ts';
import { locateIn } from './positions.ts';
import { oneLine } from './visible.ts';

const COLUMNS = [
  'file',
  'note',
  'patient',
  'encounter',
  'provider',
  'site',
  'date',
  'layer',
  'item',
  'status',
  'source',
  'region',
  'levels',
  'laterality',
  'size',
  'says',
  'start',
  'end',
  'line',
  'column',
  'words',
] as const;
type Column = (typeof COLUMNS)[number];
type Row = Partial<Record<Column, string | number>>;

interface Entry extends Row {
  readonly evidence: readonly Evidence[];
}

export const csv: Format = {
  shows: 'one row for each finding; cells that a spreadsheet would run as a formula begin with an apostrophe',
  *write(notes) {
    let head = `${COLUMNS.join(',')}\n`;
    for (const note of notes) {
      yield head + writeRows(note);
      head = '';
    }
    if (head !== '') yield head;
  },
};

function writeRows({ file, text, analysis }: AnalyzedNote): string {
  const locate = locateIn(text);
  const { id, dateOfService, meta } = analysis.note;
  const { patient, encounter, provider, site } = meta ?? {};
  const of: Row = {
    file,
    note: id ?? '',
    patient: patient ?? '',
    encounter: encounter ?? '',
    provider: provider ?? '',
    site: site ?? '',
    date: dateOfService ?? '',
  };
  return listEntries(analysis)
    .map(({ evidence, ...entry }) => {
      const first = evidence[0];
      const place: Row = first ? { start: first.start, end: first.end, ...locate(first.start) } : {};
      const row: Row = { ...of, ...entry, ...place, words: evidence.map((each) => oneLine(each.text)).join(' … ') };
      return `${COLUMNS.map((column) => writeCell(row[column] ?? '')).join(',')}\n`;
    })
    .join('');
}

/** The numbers are ours; every string is guarded (CWE-1236), the full-width signs that spreadsheets fold too. */
export function writeCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const guarded = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  const shown = oneLine(guarded);
  return /[",']|^\s|\s$/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}

function listEntries(analysis: Analysis): Entry[] {
  return [
    ...analysis.facts.map(
      ({ condition, status, source, region, levels, laterality, size, detail, evidence }): Entry => ({
        layer: 'fact',
        item: condition,
        status,
        source,
        region,
        levels: levels.join(' '),
        laterality,
        size: size ?? '',
        says: detail.join(' '),
        evidence,
      }),
    ),
    ...analysis.imaging.map(
      ({ modality, region, status, evidence }): Entry => ({
        layer: 'imaging',
        item: modality,
        region,
        status,
        evidence,
      }),
    ),
    ...analysis.linkages.map(
      ({ from, to, status, evidence }): Entry => ({ layer: 'linkage', item: from, says: to, status, evidence }),
    ),
    ...analysis.elements.map(
      ({ kind, value, status, evidence }): Entry => ({ layer: 'element', item: kind, says: value, status, evidence }),
    ),
    ...analysis.codes.map(
      ({ code, title, standing, facts, why }): Entry => ({
        layer: 'code',
        item: code,
        status: standing,
        says: `${title}. ${why}`,
        evidence: quotesOf(analysis, facts),
      }),
    ),
    ...(analysis.claim?.codes ?? []).map(
      ({ code, verdict, findings }): Entry => ({
        layer: 'claim',
        item: code,
        status: verdict,
        says: findings.map(({ reason }) => reason).join(' '),
        evidence: findings.flatMap(({ evidence }) => evidence),
      }),
    ),
    ...analysis.queries.map(
      ({ id, changes, question, options, indicators }): Entry => ({
        layer: 'query',
        item: id,
        status: changes,
        says: `${question} [${options.join(' | ')}]`,
        evidence: indicators,
      }),
    ),
    ...analysis.notices.map(
      ({ rule, severity, message, start, end, text }): Entry => ({
        layer: 'notice',
        item: rule,
        status: severity,
        says: message,
        evidence: start === undefined || end === undefined ? [] : [{ start, end, text: text ?? '' }],
      }),
    ),
  ];
}
