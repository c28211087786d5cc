/**
 * CSV as RFC 4180 has it, and safe to open in a spreadsheet: a field that would be read as a formula gets an apostrophe
 * before it (OWASP, CSV Injection).
 */
import type { AuditFamily, AuditGroup, AuditReport } from './report.ts';
import type { Share } from './share.ts';
import { DIMENSIONS, LOW_BACK_PAIN } from './tally.ts';

/** Full-width forms too: some spreadsheets take "＝" for "=". */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export function writeField(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Row = readonly (string | number | null)[];
const writeRows = (rows: readonly Row[]): string => rows.map((row) => `${row.map(writeField).join(',')}\r\n`).join('');

const HEAD = ['section', 'dimension', 'group', 'measure', 'count', 'of', 'share', 'low', 'high', 'caution'];

export function writeAuditCsv({ practice, by, gaps, retired, verdicts }: AuditReport): string {
  const groups = DIMENSIONS.flatMap((dimension) => by[dimension].flatMap((group) => groupRows(dimension, group)));
  return writeRows([
    HEAD,
    ...groupRows('practice', practice),
    ...groups,
    ...gaps.map(({ kind, encounters }) => shareRow('gaps', 'practice', 'practice', kind, encounters)),
    ...retired.flatMap(({ code, written, sent }) => [
      countRow('retired-codes', code, 'written in the note', written),
      countRow('retired-codes', code, 'sent on the claim', sent),
    ]),
    ...verdicts.map(({ verdict, count }) => countRow('claim', 'practice', verdict, count)),
  ]);
}

const shareRow = (section: string, dimension: string, group: string, measure: string, each: Share): Row => [
  section,
  dimension,
  group,
  measure,
  each.count,
  each.of,
  each.share,
  each.low,
  each.high,
  each.caution,
];
const countRow = (section: string, group: string, measure: string, count: number): Row => [
  section,
  'practice',
  group,
  measure,
  count,
  null,
  null,
  null,
  null,
  null,
];

const groupRows = (dimension: string, { name, codes, families }: AuditGroup): readonly Row[] => [
  ...LOW_BACK_PAIN.map((code) => shareRow('low-back-pain', dimension, name, code, codes[code])),
  ...families.map(({ family, unspecified }: AuditFamily) =>
    shareRow('unspecified', dimension, name, family, unspecified),
  ),
];

/** The worksheet of the sample, with the columns that a reviewer fills in. */
export function writeWorksheetCsv({ worksheet }: AuditReport): string {
  const head = [
    'no',
    'encounter',
    'patient',
    'line',
    'date',
    'provider',
    'site',
    'documented codes',
    'sent codes',
    'open questions',
  ];
  const rows = worksheet.map(
    (row): Row => [
      row.number,
      row.id,
      row.patient,
      row.line,
      row.date,
      row.provider,
      row.site,
      row.documented.join(' '),
      row.sent?.join(' ') ?? null,
      row.queries.join(' '),
      ...REVIEWED.map(() => null),
    ],
  );
  return writeRows([[...head, ...REVIEWED], ...rows]);
}

/** What the person who reads the note writes down. */
export const REVIEWED = ['assessment supports the code', 'code I would report', 'query needed', 'remarks'] as const;
