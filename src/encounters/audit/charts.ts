/**
 * The charts as inline SVG that scales, prints and speaks: each has a title and a description that say in words what it
 * shows, and every mark that stands for few encounters looks it.
 */
import { escapeLine } from '../../formats/markup.ts';
import { oneLine } from '../../formats/visible.ts';
import type { AuditGap, AuditGroup, AuditReport } from './report.ts';
import { type Share, wordShare } from './share.ts';
import { LOW_BACK_PAIN, type LowBackPainCode } from './tally.ts';

const WIDTH = 760;
const LABEL = 214;
const RIGHT = 118;
const SCALE = WIDTH - LABEL - RIGHT;
const ROW = 28;
const AXIS = 34;

/** A name that fits its column; the whole of it stands in the title beside it. */
function shorten(words: string, most: number): string {
  const characters = [...oneLine(words)];
  return escapeLine(characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`);
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;
const at = (share: number): number => Math.round((LABEL + share * SCALE) * 10) / 10;

interface Drawn {
  readonly id: string;
  readonly title: string;
  readonly describes: string;
  readonly height: number;
  readonly marks: readonly string[];
}

const draw = ({ id, title, describes, height, marks }: Drawn): string =>
  `<svg role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 ${WIDTH} ${height}">` +
  `<title id="${id}-t">${escapeLine(title)}</title><desc id="${id}-d">${escapeLine(describes)}</desc>${marks.join('\n')}</svg>`;

const text = (x: number, y: number, words: string, kind = '', anchor: 'start' | 'middle' | 'end' = 'start'): string =>
  `<text x="${x}" y="${y}"${kind ? ` class="${kind}"` : ''}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${words}</text>`;

/** 0, 25 … 100 %, drawn once behind the rows. */
function drawScale(top: number, bottom: number, most = 1): readonly string[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((step) => [
    `<path class="grid" d="M${at(step)} ${top}V${bottom}"/>`,
    text(at(step), bottom + 18, percent(step * most), 'axis', 'middle'),
  ]);
}

const CODE_NAMES: Readonly<Record<LowBackPainCode, string>> = {
  'M54.50': 'M54.50 unspecified',
  'M54.51': 'M54.51 vertebrogenic',
  'M54.59': 'M54.59 other',
};
const classOf = (code: LowBackPainCode): string => `c${code.slice(-2)}`;

/** One bar for the practice: how its low back pain codes divide. */
export function drawDivision({ practice }: AuditReport): string {
  const total = LOW_BACK_PAIN.reduce((sum, code) => sum + practice.codes[code].count, 0);
  const width = WIDTH - 4;
  let x = 2;
  const marks = LOW_BACK_PAIN.flatMap((code, index) => {
    const { count } = practice.codes[code];
    const part = total === 0 ? 0 : (count / total) * width;
    const start = x;
    x += part;
    const legend = 2 + index * 252;
    const inside = part > 70 ? [text(start + 12, 33, percent(count / total), 'on-bar')] : [];
    return [
      `<rect class="${classOf(code)}" x="${start.toFixed(1)}" y="6" width="${Math.max(0, part - 2).toFixed(1)}" height="42" rx="4"><title>${CODE_NAMES[code]}: ${count}</title></rect>`,
      ...inside,
      `<rect class="${classOf(code)}" x="${legend}" y="66" width="12" height="12" rx="3"/>`,
      text(legend + 20, 77, `${CODE_NAMES[code]}`, 'label'),
      text(legend + 20, 96, `${count.toLocaleString('en-US')} encounters`, 'axis'),
    ];
  });
  const describes = LOW_BACK_PAIN.map((code) => `${CODE_NAMES[code]}: ${wordShare(practice.codes[code])}`).join('; ');
  return draw({ id: 'division', title: 'Low back pain codes of the practice', describes, height: 104, marks });
}

interface DotRow {
  readonly name: string;
  readonly share: Share;
}

/** A dot with its interval for each row, in the order given, against the line of the whole. */
function drawDots(id: string, title: string, rows: readonly DotRow[], whole: Share | null): string {
  const top = whole?.share == null ? 4 : 22;
  const bottom = top + rows.length * ROW + 4;
  const line =
    whole?.share == null || whole.low === null || whole.high === null
      ? []
      : [
          `<rect class="band" x="${at(whole.low)}" y="${top}" width="${Math.max(1, at(whole.high) - at(whole.low)).toFixed(1)}" height="${bottom - top}"/>`,
          `<path class="whole" d="M${at(whole.share)} ${top}V${bottom}"/>`,
          text(at(whole.share), 14, `all ${percent(whole.share)}`, 'axis strong', whole.share > 0.9 ? 'end' : 'middle'),
        ];
  const drawn = rows.map(({ name, share }, index) => drawDot(name, share, top + index * ROW + ROW / 2 + 2));
  const describes = rows.map(({ name, share }) => `${name}: ${wordShare(share)}`).join('; ');
  return draw({
    id,
    title,
    describes,
    height: bottom + AXIS - 6,
    marks: [...drawScale(top, bottom), ...line, ...drawn],
  });
}

function drawDot(name: string, each: Share, y: number): string {
  const label = `<text x="${LABEL - 14}" y="${y + 5}" class="label" text-anchor="end">${shorten(name, 30)}<title>${escapeLine(name)}</title></text>`;
  const { share, low, high, caution, of } = each;
  const size = text(LABEL + SCALE + 14, y + 5, `n = ${of.toLocaleString('en-US')}`, 'axis');
  if (share === null || low === null || high === null || caution === 'too-few') {
    return `${label}${text(LABEL + 6, y + 5, `${each.count} of ${of}: too few to say`, 'axis')}${size}`;
  }
  const kind = caution === 'few' ? ' few' : '';
  const value = text(WIDTH - 2, y + 5, percent(share), 'value', 'end');
  return (
    `<g class="dot${kind}"><title>${escapeLine(`${name}: ${wordShare(each)}`)}</title>` +
    `<path class="whisker" d="M${at(low)} ${y}H${at(high)}"/><circle cx="${at(share)}" cy="${y}" r="6"/></g>${label}${size}${value}`
  );
}

export const MOST_ROWS = 24;

export function drawGroups(
  id: string,
  title: string,
  groups: readonly AuditGroup[],
  { practice }: AuditReport,
): string {
  const code = 'M54.50';
  const rows = groups
    .slice(0, MOST_ROWS)
    .map(({ name, codes }) => ({ name, share: codes[code] }))
    .sort(
      (a, b) =>
        Number(a.share.caution === 'too-few') - Number(b.share.caution === 'too-few') ||
        (b.share.share ?? 0) - (a.share.share ?? 0),
    );
  return drawDots(id, title, rows, practice.codes[code]);
}

export function drawFamilies({ practice }: AuditReport): string {
  const rows = practice.families
    .map(({ family, unspecified }) => ({ name: family, share: unspecified }))
    .sort(
      (a, b) =>
        Number(a.share.caution === 'too-few') - Number(b.share.caution === 'too-few') ||
        (b.share.share ?? 0) - (a.share.share ?? 0),
    );
  return drawDots('families', 'Unspecified codes by family', rows, null);
}

/** Months as a line with the band of the intervals; a month of few is a hollow dot, a missing month a gap. */
export function drawMonths({ by, practice }: AuditReport): string {
  const months = by.month.filter(({ name }) => /^\d{4}-\d{2}$/.test(name)).slice(-36);
  const [top, bottom, left] = [14, 214, 46];
  const step = (WIDTH - left - 24) / Math.max(1, months.length - 1);
  const x = (index: number): number => Math.round((months.length === 1 ? WIDTH / 2 : left + index * step) * 10) / 10;
  const y = (share: number): number => Math.round((bottom - share * (bottom - top)) * 10) / 10;
  const known = months
    .map(({ codes }, index) => ({ index, share: codes['M54.50'] }))
    .filter(({ share }) => share.share !== null && share.caution !== 'too-few');
  const runs = splitRuns(
    known,
    (a, b) => b.index === a.index + 1 && isNextMonth(months[a.index]?.name ?? '', months[b.index]?.name ?? ''),
  );
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<path class="grid" d="M${left} ${y(share)}H${WIDTH - 20}"/>`,
    text(left - 8, y(share) + 4, percent(share), 'axis', 'end'),
  ]);
  const every = Math.ceil(months.length / 12);
  const names = months.map(({ name }, index) =>
    index % every === 0 ? text(x(index), bottom + 22, wordMonth(name), 'axis', 'middle') : '',
  );
  const marks = runs.flatMap((run) => {
    const upper = run.map(({ index, share }) => `${x(index)} ${y(share.high ?? 0)}`);
    const lower = [...run].reverse().map(({ index, share }) => `${x(index)} ${y(share.low ?? 0)}`);
    return [
      `<path class="ribbon" d="M${[...upper, ...lower].join('L')}Z"/>`,
      `<path class="line" d="M${run.map(({ index, share }) => `${x(index)} ${y(share.share ?? 0)}`).join('L')}"/>`,
    ];
  });
  const dots = known.map(
    ({ index, share }) =>
      `<g class="dot${share.caution === 'few' ? ' few' : ''}"><title>${escapeLine(`${months[index]?.name}: ${wordShare(share)}, n = ${share.of}`)}</title><circle cx="${x(index)}" cy="${y(share.share ?? 0)}" r="4.5"/></g>`,
  );
  const whole = practice.codes['M54.50'].share;
  const line = whole === null ? [] : [`<path class="whole" d="M${left} ${y(whole)}H${WIDTH - 20}"/>`];
  const describes = months.map(({ name, codes }) => `${name}: ${wordShare(codes['M54.50'])}`).join('; ');
  return draw({
    id: 'months',
    title: 'Share of M54.50 by month',
    describes,
    height: bottom + 34,
    marks: [...grid, ...line, ...marks, ...dots, ...names],
  });
}

function splitRuns<Item>(items: readonly Item[], isNext: (a: Item, b: Item) => boolean): readonly (readonly Item[])[] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && isNext(last, item)) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
const isNextMonth = (a: string, b: string): boolean => monthNumber(b) === monthNumber(a) + 1;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const wordMonth = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1] ?? ''} ’${month.slice(2, 4)}`;

/** Bars of the questions: the part whose answer would change a code is the darker one. */
export function drawGaps(gaps: readonly AuditGap[]): string {
  const shown = gaps.slice(0, 12);
  const most = Math.max(0.01, ...shown.map(({ encounters }) => encounters.share ?? 0));
  const nice = [0.05, 0.1, 0.2, 0.25, 0.4, 0.5, 0.6, 0.8, 1].find((step) => step >= most) ?? 1;
  const rows = shown.map(({ kind, encounters, asked, changesCode }, index) => {
    const y = 6 + index * ROW;
    const width = ((encounters.share ?? 0) / nice) * SCALE;
    const dark = asked === 0 ? 0 : width * (changesCode / asked);
    return (
      `<g><title>${escapeLine(`${kind}: ${wordShare(encounters)} of encounters`)}</title>` +
      `<rect class="gap" x="${LABEL}" y="${y + 5}" width="${width.toFixed(1)}" height="${ROW - 12}" rx="3"/>` +
      `<rect class="gap code" x="${LABEL}" y="${y + 5}" width="${dark.toFixed(1)}" height="${ROW - 12}" rx="3"/></g>` +
      text(LABEL - 14, y + 19, escapeLine(kind.replaceAll('-', ' ')), 'label', 'end') +
      text(LABEL + width + 8, y + 19, percent(encounters.share ?? 0), 'value')
    );
  });
  const bottom = 6 + shown.length * ROW;
  const describes = shown.map(({ kind, encounters }) => `${kind}: ${wordShare(encounters)}`).join('; ');
  return draw({
    id: 'gaps',
    title: 'Most frequent gaps',
    describes,
    height: bottom + AXIS - 6,
    marks: [...drawScale(6, bottom, nice), ...rows],
  });
}
