/**
 * The audit as one page for a meeting: no script, nothing loaded, every foreign word escaped, and a policy that forbids
 * the rest. The figures of every chart stand in a table beside it.
 */

import { escapeLine } from '../../formats/markup.ts';
import { drawDivision, drawFamilies, drawGaps, drawGroups, drawMonths, MOST_ROWS } from './charts.ts';
import { REVIEWED } from './csv.ts';
import { STYLE, STYLE_HASH } from './html-style.ts';
import type { AuditGroup, AuditReport, WorksheetRow } from './report.ts';
import { FEW, TOO_FEW, wordShare } from './share.ts';
import { LOW_BACK_PAIN } from './tally.ts';

const POLICY = `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'`;
/** A page of ten thousand rows is read by nobody; the CSV has them all. */
const MOST_TABLE_ROWS = 100;

export function writeAuditHtml(report: AuditReport): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Documentation audit</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Documentation audit</h1>
<p class="when">${escapeLine(wordRange(report))}</p>
<p class="lead">${escapeLine(wordLead(report))}</p>
</header>
<main>
${writeTiles(report)}
${writeSections(report).join('\n')}
</main>
${writeFooter(report)}
</body>
</html>
`;
}

const number = (value: number): string => value.toLocaleString('en-US');
const counted = ({ options }: AuditReport): string =>
  options.basis === 'sent' ? 'the codes that were sent' : 'the codes that the notes support';

const wordRange = ({ from, to, encounters }: AuditReport): string =>
  `${from === null ? 'No dates of service' : `${from} to ${to}`} · ${number(encounters)} encounters`;

function wordLead(report: AuditReport): string {
  const { practice, gaps } = report;
  const share = practice.codes['M54.50'];
  if (share.share === null) return `No encounter has a low back pain code (M54.5-), counted by ${counted(report)}.`;
  const first = gaps[0];
  const gap = first
    ? ` The most frequent gap in the documentation is “${first.kind.replaceAll('-', ' ')}”, raised in ${wordShare(first.encounters)} of all encounters.`
    : '';
  return `Unspecified low back pain (M54.50) stands in ${wordShare(share)} of the ${number(share.of)} encounters with a low back pain code.${gap}`;
}

function writeTiles(report: AuditReport): string {
  const { practice, retired, encounters } = report;
  const share = practice.codes['M54.50'];
  const old = retired.reduce((sum, { written, sent }) => sum + written + sent, 0);
  const tiles = [
    [
      'Encounters',
      number(encounters),
      report.unread > 0 ? `${number(report.unread)} more could not be read` : 'all records read',
    ],
    ['Low back pain', number(practice.lowBackPain), 'with a code of M54.5-'],
    [
      'Unspecified, M54.50',
      share.share === null ? 'none' : `${Math.round(share.share * 100)} %`,
      share.low === null || share.high === null
        ? ''
        : `95 % interval ${Math.round(share.low * 100)} to ${Math.round(share.high * 100)} %`,
    ],
    ['Questions per encounter', String(practice.queriesPerEncounter), 'gaps a provider could close'],
    ['Retired codes', number(old), 'in notes and on claims'],
  ];
  return `<dl class="tiles">${tiles.map(([name, value, says]) => `<div><dt>${name}</dt><dd>${value}<small>${says}</small></dd></div>`).join('')}</dl>`;
}

interface SectionParts {
  readonly title: string;
  readonly who: string;
  readonly says: string;
  readonly chart?: string;
  readonly table?: string;
}

const writeSection = ({ title, who, says, chart, table }: SectionParts): string =>
  `<section><span class="who">${who}</span><h2>${title}</h2>${chart ? `<figure><figcaption>${says}</figcaption>${chart}</figure>` : `<p>${says}</p>`}${
    table ? (chart ? `<details><summary>The figures as a table</summary>${table}</details>` : table) : ''
  }</section>`;

function writeSections(report: AuditReport): readonly string[] {
  const { practice, by, gaps, retired, verdicts } = report;
  const basis = counted(report);
  const sections: (SectionParts | null)[] = [
    practice.lowBackPain === 0
      ? null
      : {
          title: 'How low back pain is coded',
          who: 'Administration',
          says: `Encounters with a low back pain code, by ${basis}.`,
          chart: drawDivision(report),
          table: groupTable([practice]),
        },
    ...(['provider', 'site'] as const).map((dimension) =>
      practice.lowBackPain === 0
        ? null
        : {
            title: `M54.50 by ${dimension}`,
            who: 'Administration',
            says: `Share of M54.50 among each ${dimension}’s encounters with a low back pain code. The bar is the 95 % interval: where bars overlap, the figures do not tell the ${dimension}s apart. ${wordMost(by[dimension])}`,
            chart: drawGroups(dimension, `Share of M54.50 by ${dimension}`, by[dimension], report),
            table: groupTable(by[dimension]),
          },
    ),
    by.month.length < 2 || practice.lowBackPain === 0
      ? null
      : {
          title: 'M54.50 by month',
          who: 'Administration',
          says: 'The band is the 95 % interval, the dashed line the whole period; a month of too few has no dot.',
          chart: drawMonths(report),
          table: groupTable(by.month),
        },
    practice.families.length === 0
      ? null
      : {
          title: 'Unspecified codes by family',
          who: 'CDI',
          says: 'Share of encounters with a code that its own title calls unspecified, among those with any code of the family.',
          chart: drawFamilies(report),
          table: table(
            ['Family', 'Encounters', 'Unspecified'],
            practice.families.map(({ family, unspecified }) => [
              family,
              number(unspecified.of),
              wordShare(unspecified),
            ]),
          ),
        },
    gaps.length === 0
      ? null
      : {
          title: 'Most frequent gaps',
          who: 'CDI, providers',
          says: 'Share of encounters in which the note leaves the question open. <span class="key code"></span>its answer would change a code <span class="key some"></span>its answer would complete the documentation',
          chart: drawGaps(gaps),
          table: table(
            ['Question', 'Encounters', 'Share', 'Asked', 'Answer changes a code'],
            gaps.map((gap) => [
              gap.kind,
              number(gap.encounters.count),
              wordShare(gap.encounters),
              number(gap.asked),
              number(gap.changesCode),
            ]),
          ),
        },
    {
      title: 'Retired codes',
      who: 'Billing',
      says:
        retired.length === 0
          ? 'None is listed in a note or on a claim.'
          : 'Codes that are not valid on the date of service, and where they still stand.',
      table:
        retired.length === 0
          ? ''
          : table(
              ['Code', 'Notes that list it', 'Claims with it'],
              retired.map(({ code, written, sent }) => [code, number(written), number(sent)]),
            ),
    },
    verdicts.length === 0
      ? null
      : {
          title: 'Claims against the notes',
          who: 'Billing, coding',
          says: `${number(report.withClaim)} encounters came with the codes that were sent. Each code is held against its note.`,
          table: table(
            ['Finding', 'Codes'],
            verdicts.map(({ verdict, count }) => [verdict.replaceAll('-', ' '), number(count)]),
          ),
        },
  ];
  return [...sections.filter((each) => each !== null).map(writeSection), writeWorksheet(report)];
}

const wordMost = (groups: readonly AuditGroup[]): string =>
  groups.length > MOST_ROWS ? `The ${MOST_ROWS} largest of ${number(groups.length)} are drawn.` : '';

function groupTable(groups: readonly AuditGroup[]): string {
  const rows = groups
    .slice(0, MOST_TABLE_ROWS)
    .map(({ name, encounters, lowBackPain, codes }) => [
      name,
      number(encounters),
      number(lowBackPain),
      ...LOW_BACK_PAIN.map((code) => wordShare(codes[code])),
    ]);
  const more =
    groups.length > MOST_TABLE_ROWS ? `<p>${number(groups.length - MOST_TABLE_ROWS)} more stand in the CSV.</p>` : '';
  return table(['', 'Encounters', 'Low back pain', ...LOW_BACK_PAIN], rows) + more;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const kind = (column: number): string => (column === 0 ? '' : ' class="n"');
  const body = rows.map(
    (row) =>
      `<tr>${row.map((cell, column) => (column === 0 ? `<th scope="row">${escapeLine(cell)}</th>` : `<td class="n">${escapeLine(cell)}</td>`)).join('')}</tr>`,
  );
  return `<div class="scroll"><table><thead><tr>${head.map((cell, column) => `<th scope="col"${kind(column)}>${cell === '' ? '<span aria-hidden="true"></span>' : escapeLine(cell)}</th>`).join('')}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}

function writeWorksheet({ worksheet, options }: AuditReport): string {
  const of = options.sampleOf === 'all' ? 'all encounters' : 'the encounters with a low back pain code';
  const says = `${worksheet.length} encounters drawn at random from ${of}; seed ${escapeLine(options.seed)} gives the same ones again. Read each note and write down what its assessment supports.`;
  const head = ['No.', 'Encounter', 'Provider, site', 'Codes', 'Open questions'];
  const fill = REVIEWED.map(
    (name) => `<th scope="col" class="fill">${name[0]?.toUpperCase()}${name.slice(1)}</th>`,
  ).join('');
  return `<section class="worksheet"><span class="who">Coding</span><h2>Sample for manual review</h2><p>${says}</p>
<div class="scroll"><table><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}${fill}</tr></thead><tbody>${worksheet.map(writeWorksheetRow).join('\n')}</tbody></table></div></section>`;
}

function writeWorksheetRow(row: WorksheetRow): string {
  const name = row.id ?? (row.patient === null ? `line ${row.line}` : `patient ${row.patient}`);
  const codes = (list: readonly string[]): string =>
    list.map((code) => `<code>${escapeLine(code)}</code>`).join(' ') || 'none';
  const sent = row.sent === null ? '' : `<br>sent ${codes(row.sent)}`;
  const who = [row.provider, row.site].filter((value) => value !== null).map((value) => escapeLine(value as string));
  return `<tr><td>${row.number}</td><th scope="row">${escapeLine(name)}<br><span class="day">${row.date ?? 'no date'}</span></th><td>${who.join('<br>')}</td><td>${codes(row.documented)}${sent}</td><td>${row.queries.map((kind) => escapeLine(kind.replaceAll('-', ' '))).join('<br>') || 'none'}</td>${REVIEWED.map(() => '<td class="fill"></td>').join('')}</tr>`;
}

function writeFooter({ versions, undated, options }: AuditReport): string {
  const says = [
    `Intervals are Wilson score intervals at 95 %. Below ${FEW} encounters a mark is hollow and its interval is what counts; below ${TOO_FEW} no share is shown.`,
    'A high share of M54.50 is no fault by itself: it is right where the cause is not known yet. Compare like with like before speaking of a provider: referrals and first visits differ.',
    'The page holds counts, ids, codes and kinds of questions, and no words of any note.',
    ...(undated > 0
      ? [`${number(undated)} encounters have no date of service; their codes were taken from the newest fiscal year.`]
      : []),
    `Made by SpineNote ${versions.map(escapeLine).join(', ')}${versions.length > 1 ? ' (analyses of several versions: compare with care)' : ''}, codes as ${options.basis}.`,
  ];
  return `<footer><ul>${says.map((line) => `<li>${line}</li>`).join('')}</ul></footer>`;
}
