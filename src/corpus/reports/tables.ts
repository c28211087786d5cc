/** A score or a diff as tables of words, the same for terminal, markdown and page; counts stand beside every figure. */
import type { Interval } from '../bootstrap.ts';
import { CHANGES, type Diff, wordOutcome } from '../diff.ts';
import { ANSWER_LAYERS, ITEM_LAYERS } from '../layers.ts';
import type { Accuracy, LayerScores, Prf, Rate, Score } from '../score.ts';
import type { CorpusReport } from './report.ts';
import { disagreements } from './report.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(3));
const range = (interval: Interval): string => (interval ? `${interval[0].toFixed(3)}-${interval[1].toFixed(3)}` : '-');
const signed = (value: number): string => `${value < 0 ? '' : '+'}${value.toFixed(3)}`;

const RATE_HEAD = ['P', 'R', 'F1', 'F1 95 %', 'macro F1', 'tp', 'fp', 'fn', 'notes'];
const rateCells = (rate: Rate): string[] => [
  ...[rate.precision, rate.recall, rate.f1].map(figure),
  range(rate.intervals.f1),
  figure(rate.macro.f1),
  ...[rate.tp, rate.fp, rate.fn, rate.notes].map(String),
];
const answerCells = (answer: Accuracy): string[] => [
  figure(answer.accuracy),
  range(answer.interval),
  figure(answer.macro),
  `${answer.right}/${answer.n}`,
  String(answer.notes),
];

/** The scores without the rows that have nothing to count. */
export function scoreTables(score: Score): Table[] {
  const rows = (rates: Readonly<Record<string, Rate>>) =>
    Object.entries(rates).map(([name, rate]) => [name, ...rateCells(rate)]);
  return [
    ...layerTables(score, ''),
    {
      title: 'By condition (facts: + region)',
      head: ['condition', ...RATE_HEAD],
      rows: [...rows(score.conditions), meanRow(score.conditionsMacro)],
    },
    { title: 'By section of the words (facts: + region)', head: ['section', ...RATE_HEAD], rows: rows(score.sections) },
    ...Object.entries(score.kinds).flatMap(([kind, scores]) =>
      layerTables(scores, ` in ${kind} (${scores.notes} notes)`),
    ),
  ].filter((table) => table.rows.length > 0);
}

const meanRow = ({ precision, recall, f1 }: Prf): string[] => [
  'mean of conditions',
  ...[precision, recall, f1].map(figure),
  ...RATE_HEAD.slice(3).map(() => ''),
];

function layerTables({ items, answers }: LayerScores, where: string): Table[] {
  return [
    {
      title: `Items${where}`,
      head: ['layer', ...RATE_HEAD],
      rows: ITEM_LAYERS.filter((layer) => items[layer].tp + items[layer].fp + items[layer].fn > 0).map((layer) => [
        layer,
        ...rateCells(items[layer]),
      ]),
    },
    {
      title: `Answers${where}`,
      head: ['layer', 'accuracy', '95 %', 'macro', 'right', 'notes'],
      rows: ANSWER_LAYERS.filter((layer) => answers[layer].n > 0).map((layer) => [
        layer,
        ...answerCells(answers[layer]),
      ]),
    },
  ];
}

export function diffTables({ layers, counts }: Diff): Table[] {
  return [
    { title: 'Changes', head: ['kind', 'count'], rows: CHANGES.map((kind) => [kind, String(counts[kind])]) },
    {
      title: 'Layers (F1, or accuracy), 95 % of the difference',
      head: ['layer', 'base', 'now', 'difference', '95 %'],
      rows: layers
        .filter(({ before, now }) => before !== null || now !== null)
        .map(({ layer, before, now, interval }) => [
          layer,
          figure(before),
          figure(now),
          before === null || now === null ? '-' : signed(now - before),
          interval ? `${signed(interval[0])} to ${signed(interval[1])}` : '-',
        ]),
    },
  ];
}

/** Note by note with UTF-16 offsets: what changed, or, in a score, what disagrees. */
export function noteTable({ notes, diff }: CorpusReport): Table {
  if (diff) {
    return {
      title: 'Note by note',
      head: ['note', 'change', 'layer', 'item', 'before', 'now', 'at'],
      rows: notes.flatMap(({ comparison, changes }) =>
        (changes ?? []).map(({ kind, layer, item, before, now, spans }) => [
          comparison.gold.id,
          kind,
          layer,
          item,
          before,
          now,
          wordSpans(spans),
        ]),
      ),
    };
  }
  return {
    title: 'Disagreements',
    head: ['note', 'layer', 'item', 'outcome', 'gold at', 'found at'],
    rows: notes.flatMap(({ comparison }) =>
      disagreements(comparison).map((verdict) => [
        comparison.gold.id,
        verdict.layer,
        verdict.item,
        wordOutcome(verdict),
        wordSpans(verdict.goldSpans),
        wordSpans(verdict.foundSpans),
      ]),
    ),
  };
}

export const wordSpans = (spans: readonly { readonly start: number; readonly end: number }[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join(' ') || '-';

export function headline({ name, score, diff, problems }: CorpusReport): string {
  const parts = [
    `${score.notes} notes`,
    `${score.missing.length} without an analysis`,
    ...(diff ? [`${diff.skipped.length} not compared (not in the base, or their text changed)`] : []),
    ...(problems.length > 0 ? [`${problems.length} problems: not all files were scored`] : []),
  ];
  return `${name}: ${parts.join(', ')}`;
}

export function tablesOf(report: CorpusReport): Table[] {
  const { diff, score, misses } = report;
  const listed = diff || misses === 'listed' ? [noteTable(report)].filter(({ rows }) => rows.length > 0) : [];
  return diff ? [...diffTables(diff), ...listed] : [...scoreTables(score), ...listed];
}
