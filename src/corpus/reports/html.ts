/**
 * The report as one page: no script, nothing loaded, every word of a note escaped, and a policy that forbids the rest.
 * Filters are radio buttons that the style sheet reads, so they work where scripts may not run.
 */
import { escapeMarkup } from '../../formats/markup.ts';
import { CHANGES } from '../diff.ts';
import { MISS_GROUPS } from '../layers.ts';
import { writeChart } from './html-chart.ts';
import { writeNote } from './html-note.ts';
import { STYLE, STYLE_HASH } from './html-style.ts';
import type { CorpusReport, ReportFormat } from './report.ts';
import { diffTables, headline, scoreTables, type Table } from './tables.ts';

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;

export const html: ReportFormat = {
  shows: 'one page that needs nothing else, with gold and found side by side (it holds the notes)',
  write: writePage,
};

function writePage(report: CorpusReport): string {
  const title = `SpineNote corpus ${report.diff ? 'diff' : 'score'}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeMarkup(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeMarkup(title)}</h1>
<p>${escapeMarkup(headline(report))}</p>
</header>
<main>
<section aria-labelledby="summary">
<h2 id="summary">Summary</h2>
${writeChart(report)}
${(report.diff ? [...diffTables(report.diff), ...scoreTables(report.diff.score)] : scoreTables(report.score)).map(writeTable).join('\n')}
${writeProblems(report)}
</section>
<section aria-labelledby="notes">
<h2 id="notes">Notes</h2>
${writeFilters(report)}
<p class="legend">In the text: ${LEGEND.map(([name, says]) => `<mark class="${name}">${says}</mark>`).join(' ')}. Numbers name the entries listed under the text.</p>
${report.notes.map(writeNote).join('\n')}
</section>
</main>
</body>
</html>
`;
}

const LEGEND = [
  ['right', 'in both'],
  ['missed', 'gold only (missed)'],
  ['extra', 'found only (extra)'],
  ['differs', 'in both, an attribute differs'],
  ['optional', 'optional: not counted'],
] as const;

function writeTable({ title, head, rows }: Table, index: number): string {
  const cells = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === 0 ? `<th scope="row">${escapeMarkup(cell)}</th>` : `<td>${escapeMarkup(cell)}</td>`,
      )
      .join('');
  return `<details${index < 2 ? ' open' : ''}><summary>${escapeMarkup(title)}</summary>
<div class="scroll"><table><thead><tr>${head.map((cell) => `<th scope="col">${escapeMarkup(cell)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table></div></details>`;
}

function writeProblems({ problems }: CorpusReport): string {
  if (problems.length === 0) return '';
  const items = problems.map(({ file, line, message }) => `<li>${escapeMarkup(`${file}:${line}: ${message}`)}</li>`);
  return `<h3>Not scored</h3><ul>${items.join('')}</ul>`;
}

/** A filter is an id of the style sheet and a class of the notes that it keeps. */
export const filterId = (name: string): string => `show-${name.replaceAll(' ', '-')}`;

function writeFilters({ diff, notes }: CorpusReport): string {
  const changed = diff ? CHANGES.filter((kind) => diff.counts[kind] > 0) : [];
  const names = ['all', 'any miss', ...MISS_GROUPS, ...changed];
  const first = changed[0] ?? 'any miss';
  const radios = names.map(
    (name) =>
      `<label><input type="radio" name="show" id="${filterId(name)}"${name === first ? ' checked' : ''}> ${escapeMarkup(name)}</label>`,
  );
  return `<fieldset><legend>Show notes with (${notes.length} in all)</legend>${radios.join(' ')}</fieldset>`;
}
