/** The summary as an inline SVG: a bar for each layer, its 95 % interval as a whisker, in a diff the base as a tick. */
import { escapeMarkup } from '../../formats/markup.ts';
import { ANSWER_LAYERS, ITEM_LAYERS, isItemLayer, type Layer } from '../layers.ts';
import type { CorpusReport } from './report.ts';
import { figure } from './tables.ts';

const [LABEL, SCALE, ROW] = [220, 420, 22];

export function writeChart({ score, diff }: CorpusReport): string {
  const bars = [...ITEM_LAYERS, ...ANSWER_LAYERS].flatMap((layer) => {
    const rate = isItemLayer(layer) ? score.items[layer] : null;
    const answer = isItemLayer(layer) ? null : score.answers[layer];
    const value = rate ? rate.f1 : (answer?.accuracy ?? null);
    const interval = rate ? rate.intervals.f1 : (answer?.interval ?? null);
    return value === null ? [] : [{ layer, value, interval, base: baseOf(layer, diff) }];
  });
  const height = bars.length * ROW + 24;
  const rows = bars.map(({ layer, value, interval, base }, index) => {
    const y = index * ROW + 4;
    const x = (share: number): number => Math.round((LABEL + share * SCALE) * 10) / 10;
    const whisker = interval
      ? `<path class="whisker" d="M${x(interval[0])} ${y + 8}H${x(interval[1])}M${x(interval[0])} ${y + 4}v8M${x(interval[1])} ${y + 4}v8"/>`
      : '';
    const tick = base === null ? '' : `<path class="base" d="M${x(base)} ${y - 1}v18"/>`;
    return `<text x="${LABEL - 8}" y="${y + 12}" text-anchor="end">${escapeMarkup(layer)}</text><rect class="bar" x="${LABEL}" y="${y}" width="${Math.round(value * SCALE)}" height="16"/>${whisker}${tick}<text x="${LABEL + SCALE + 8}" y="${y + 12}">${figure(value)}</text>`;
  });
  const grid = [0, 0.5, 0.8, 0.9, 1].map(
    (share) =>
      `<path class="grid" d="M${LABEL + share * SCALE} 0V${height - 20}"/><text x="${LABEL + share * SCALE}" y="${height - 6}" text-anchor="middle">${share}</text>`,
  );
  const says = diff
    ? 'F1 or accuracy of each layer; the tick is the base.'
    : 'F1 or accuracy of each layer with its 95 % interval.';
  return `<figure><svg role="img" aria-labelledby="chart-title" viewBox="0 0 ${LABEL + SCALE + 60} ${height}"><title id="chart-title">${says}</title>${grid.join('')}${rows.join('\n')}</svg><figcaption>${says} The tables below hold the same figures.</figcaption></figure>`;
}

const baseOf = (layer: Layer, diff: CorpusReport['diff']): number | null =>
  diff?.layers.find((row) => row.layer === layer)?.before ?? null;
