/** The audit to read in a terminal: figures by role, each share with its interval. */
import { oneLine } from '../../formats/visible.ts';
import type { AuditGroup, AuditReport } from './report.ts';
import { wordShare } from './share.ts';
import { LOW_BACK_PAIN } from './tally.ts';

const MOST_ROWS = 40;

export function writeAuditText(report: AuditReport): string {
  const { practice, by, gaps, retired, verdicts, worksheet, options } = report;
  const blocks = [
    [
      `Audit of ${report.encounters} encounters, ${report.from ?? 'no dates'} to ${report.to ?? 'no dates'}`,
      ...countLines(report),
    ],
    section(`Low back pain codes, as ${options.basis} (shares of encounters with an M54.5- code, 95 % intervals)`, [
      ...table(['', 'n', ...LOW_BACK_PAIN], [groupRow(practice)]),
    ]),
    section('By provider', groupTable(by.provider)),
    section('By site', groupTable(by.site)),
    section('By month', groupTable(by.month)),
    section(
      'Unspecified codes by family (share of encounters with a code of the family)',
      table(
        ['family', 'n', 'unspecified'],
        practice.families.map(({ family, unspecified }) => [family, String(unspecified.of), wordShare(unspecified)]),
      ),
    ),
    section(
      'Most frequent gaps (share of encounters)',
      table(
        ['question', 'encounters', 'share', 'changes a code'],
        gaps.map(({ kind, encounters, changesCode }) => [
          kind,
          String(encounters.count),
          wordShare(encounters),
          String(changesCode),
        ]),
      ),
    ),
    section(
      'Retired codes',
      table(
        ['code', 'written in notes', 'sent on claims'],
        retired.map(({ code, written, sent }) => [code, String(written), String(sent)]),
      ),
    ),
    section(
      'Codes on the claims against the notes',
      table(
        ['verdict', 'codes'],
        verdicts.map(({ verdict, count }) => [verdict, String(count)]),
      ),
    ),
    section(
      `Sample for manual review (seed ${oneLine(options.seed)}; --format worksheet gives it as CSV)`,
      table(
        ['no', 'encounter', 'date', 'provider', 'documented', 'sent', 'open questions'],
        worksheet.map((row) => [
          String(row.number),
          row.id ?? row.patient ?? `line ${row.line}`,
          row.date ?? 'no date',
          row.provider ?? '',
          row.documented.join(' '),
          row.sent?.join(' ') ?? '',
          row.queries.join(' '),
        ]),
      ),
    ),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function countLines({ unread, undated, withClaim }: AuditReport): readonly string[] {
  return [
    ...(withClaim > 0 ? [`  ${withClaim} with the codes that were sent`] : []),
    ...(undated > 0 ? [`  ${undated} without a date of service`] : []),
    ...(unread > 0 ? [`  ${unread} records could not be read and are not counted`] : []),
  ];
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length <= 1 ? [] : [title, ...lines];

const groupRow = ({ name, lowBackPain, codes }: AuditGroup): readonly string[] => [
  name,
  String(lowBackPain),
  ...LOW_BACK_PAIN.map((code) => wordShare(codes[code])),
];

function groupTable(groups: readonly AuditGroup[]): readonly string[] {
  const rows = table(['', 'n', ...LOW_BACK_PAIN], groups.slice(0, MOST_ROWS).map(groupRow));
  return groups.length > MOST_ROWS
    ? [...rows, `  and ${groups.length - MOST_ROWS} more: --format csv has them all`]
    : rows;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const cells = [head, ...rows].map((row) => row.map(oneLine));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
