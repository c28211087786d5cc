/** The report for a terminal: columns that line up, nothing that the terminal would obey. */
import { oneLine } from '../../formats/visible.ts';
import type { ReportFormat } from './report.ts';
import { headline, type Table, tablesOf } from './tables.ts';

export const text: ReportFormat = {
  shows: 'tables to read',
  write: (report) => `${[oneLine(headline(report)), ...tablesOf(report).map(alignTable)].join('\n\n')}\n`,
};

function alignTable({ title, head, rows }: Table): string {
  const cells = [head, ...rows].map((row) => row.map(oneLine));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const isNumber = head.map((_, column) => rows.every((row) => /^[-+\d./]*$/.test(row[column] ?? '')));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => (isNumber[column] ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return [oneLine(title), ...lines.map((line) => `  ${line}`)].join('\n');
}
