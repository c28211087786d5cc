/** The report as GitHub-flavoured markdown, for the comment on a change: a cell holds text, never markup. */
import { oneLine } from '../../formats/visible.ts';
import type { ReportFormat } from './report.ts';
import { headline, type Table, tablesOf } from './tables.ts';

export const markdown: ReportFormat = {
  shows: 'the same tables as markdown',
  write: (report) =>
    `${[`## ${report.diff ? 'Corpus diff' : 'Corpus score'}`, cell(headline(report)), ...tablesOf(report).map(writeTable)].join('\n\n')}\n`,
};

function writeTable({ title, head, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  const long = rows.length > 40;
  const lines = [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(row)];
  return long
    ? [`<details><summary>${cell(title)} (${rows.length})</summary>`, '', ...lines, '', '</details>'].join('\n')
    : [`### ${cell(title)}`, '', ...lines].join('\n');
}

/** `disc-herniation|present` would end a cell, and `<`, `*`, `[` could begin something. */
const cell = (words: string): string =>
  oneLine(words).replace(/[\\`*_{}[\]<>|&#~]/g, (character) => `&#${character.charCodeAt(0)};`);
