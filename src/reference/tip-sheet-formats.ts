/** The tip sheet as text, Markdown or one self-contained HTML page without script; foreign characters are escaped. */
import { wrapText } from './page-layout.ts';
import type { TipLadder, TipSection, TipSheet, TipStep } from './tip-sheet.ts';

export const TIP_SHEET_FORMATS = ['text', 'markdown', 'html', 'json'] as const;
export type TipSheetFormat = (typeof TIP_SHEET_FORMATS)[number];

const TITLE = 'What to document for the spine, and what your words give';

export function writeTipSheet(sheet: TipSheet, format: TipSheetFormat): string {
  switch (format) {
    case 'text':
      return writeText(sheet);
    case 'markdown':
      return writeMarkdown(sheet);
    case 'html':
      return writeHtml(sheet);
    case 'json':
      return `${JSON.stringify(sheet, null, 2)}\n`;
  }
}

function describeSheet({ codeSet, tool }: TipSheet): string {
  const year = `${codeSet.system} fiscal year ${codeSet.fiscalYear} (${codeSet.from} to ${codeSet.to})`;
  return `${year}. Each code is what ${tool.name} ${tool.version} reads in the sentence, which stands alone in the assessment of an example note. Write what is true of your patient; the examples show only which words are read how.`;
}

/** Of one ladder the weakest sentence first. */
const nameStep = (index: number, last: number): string =>
  index === 0 ? 'Less said' : index === last ? 'More said' : 'Then';
const wordKind = (kind: string): string => kind.replaceAll('-', ' ');
const wordOpen = ({ open }: TipStep): string => open.map(({ kind }) => wordKind(kind)).join(', ');
const wordCodes = ({ codes }: TipStep): string =>
  codes.length === 0 ? 'no code' : codes.map(({ code, title }) => `${code} ${title}`).join('; then ');

function writeText(sheet: TipSheet): string {
  const sections = sheet.families.map((family) =>
    [
      family.title.toUpperCase(),
      '',
      'Document:',
      ...family.document.map((item) => wrapText(item, '  - ')),
      ...family.ladders.flatMap((ladder) => ['', wrapText(`What it adds: ${ladder.adds}`), ...writeSteps(ladder)]),
    ].join('\n'),
  );
  return `${[`${TITLE}\n\n${wrapText(describeSheet(sheet))}`, ...sections].join('\n\n\n')}\n`;
}

function writeSteps({ steps }: TipLadder): readonly string[] {
  return steps.flatMap((step) => [
    ...(step.record === null ? [] : [wrapText(`(in the results: ${step.record})`, '  ', '   ')]),
    wrapText(`"${step.says}"`, '  ', '   '),
    wrapText(wordCodes(step), '    -> ', '       '),
    ...(step.open.length === 0 ? [] : [wrapText(`left open: ${wordOpen(step)}`, '       ')]),
  ]);
}

/** Markdown of a table cell: nothing in it opens a tag, a link, an emphasis or a new cell. */
export const escapeMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]<>|#~&]/g, (character) => `\\${character}`).replace(/\s+/g, ' ');

function writeMarkdown(sheet: TipSheet): string {
  const sections = sheet.families.map((family) =>
    [
      `## ${escapeMarkdown(family.title)}`,
      '',
      'Document:',
      '',
      ...family.document.map((item) => `- ${escapeMarkdown(item)}`),
      ...family.ladders.flatMap(writeMarkdownLadder),
    ].join('\n'),
  );
  return `${[`# ${TITLE}`, escapeMarkdown(describeSheet(sheet)), ...sections].join('\n\n')}\n`;
}

function writeMarkdownLadder({ adds, steps }: TipLadder): readonly string[] {
  return [
    '',
    `**What it adds: ${escapeMarkdown(adds)}**`,
    '',
    '| words | code | left open |',
    '| --- | --- | --- |',
    ...steps.map((step) => {
      const record = step.record === null ? '' : `In the results: ${escapeMarkdown(step.record)}<br>`;
      return `| ${record}"${escapeMarkdown(step.says)}" | ${escapeMarkdown(wordCodes(step))} | ${wordOpen(step) || '-'} |`;
    }),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const STYLE = `
:root { color-scheme: light; }
body { font: 15px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
p { margin: .3rem 0; } h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; } h3 { font-size: 1rem; margin: 1rem 0 .3rem; }
ul { margin: 0; padding-left: 1.2rem; }
table { border-collapse: collapse; width: calc(100% - 2px); table-layout: fixed; }
th:nth-child(1) { width: 11%; } th:nth-child(2) { width: 33%; } th:nth-child(4) { width: 17%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border: 1px solid #767676; }
th { background: #f0f0f0; } td.step { white-space: nowrap; } .record { color: #444; display: block; }
code { font: 600 .95em ui-monospace, monospace; }
@media print {
  body { font-size: 9pt; margin: 0; max-width: none; padding: 0; } h1 { font-size: 14pt; } th, td { padding: .15rem .4rem; }
  ul, .ladder, tr { break-inside: avoid; } h2, h3, p { break-after: avoid; } th { background: none; }
  @page { margin: 16mm; }
}`;

function writeHtml(sheet: TipSheet): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(TITLE)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escapeHtml(TITLE)}</h1>
<p>${escapeHtml(describeSheet(sheet))}</p>
${sheet.families.map(writeHtmlSection).join('\n')}
</main>
</body>
</html>
`;
}

function writeHtmlSection({ id, title, document, ladders }: TipSection): string {
  return `<section id="${escapeHtml(id)}">
<h2>${escapeHtml(title)}</h2>
<p>Document:</p>
<ul>
${document.map((item) => `<li>${escapeHtml(item)}</li>`).join('\n')}
</ul>
${ladders.map(writeHtmlLadder).join('\n')}
</section>`;
}

function writeHtmlLadder({ adds, steps }: TipLadder): string {
  const rows = steps.map((step, index) => {
    const record = step.record === null ? '' : `<span class="record">In the results: ${escapeHtml(step.record)}</span>`;
    const codes = step.codes
      .map(({ code, title }) => `<code>${escapeHtml(code)}</code> ${escapeHtml(title)}`)
      .join('<br>');
    const cells = [
      `${record}&ldquo;${escapeHtml(step.says)}&rdquo;`,
      codes || 'no code',
      escapeHtml(wordOpen(step)) || '&ndash;',
    ];
    return `<tr><td class="step">${nameStep(index, steps.length - 1)}</td>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<div class="ladder">
<h3>What it adds: ${escapeHtml(adds)}</h3>
<table>
<thead><tr><th scope="col">Step</th><th scope="col">Words</th><th scope="col">Code</th><th scope="col">Left open</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}
