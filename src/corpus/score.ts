/**
 * Comparisons of many notes -> figures: counts first, then precision, recall and F1 from them, pooled (micro) and as a
 * mean over notes (macro), with a 95 % interval from resampled notes. A figure with nothing to count is null, never 0.
 */
import type { NoteKind } from '../index.ts';
import { drawResamples, type Interval, intervalOf, type Resamples } from './bootstrap.ts';
import type { NoteComparison } from './compare.ts';
import {
  ANSWER_LAYERS,
  type AnswerLayer,
  ITEM_LAYERS,
  type ItemLayer,
  isItemLayer,
  type Layer,
  TOPICS_OF,
} from './layers.ts';
import type { Outcome } from './verdict.ts';

export interface Prf {
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Rate extends Prf {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  /** Notes whose gold speaks of it. */
  readonly notes: number;
  readonly intervals: { readonly precision: Interval; readonly recall: Interval; readonly f1: Interval };
  /** The mean over the notes in which the figure exists. */
  readonly macro: Prf;
}

export interface Accuracy {
  readonly right: number;
  readonly n: number;
  readonly notes: number;
  readonly accuracy: number | null;
  readonly interval: Interval;
  readonly macro: number | null;
}

export interface LayerScores {
  readonly items: Record<ItemLayer, Rate>;
  readonly answers: Record<AnswerLayer, Accuracy>;
}

export interface Score extends LayerScores {
  readonly notes: number;
  /** Notes without an analysis. */
  readonly missing: readonly string[];
  readonly conditions: Readonly<Record<string, Rate>>;
  /** The mean over conditions, each counting once. */
  readonly conditionsMacro: Prf;
  readonly sections: Readonly<Record<string, Rate>>;
  readonly kinds: Readonly<Partial<Record<NoteKind | 'unstated', LayerScores & { readonly notes: number }>>>;
}

interface Tally {
  tp: number;
  fp: number;
  fn: number;
}

export function scoreNotes(comparisons: readonly NoteComparison[]): Score {
  const resamples = drawResamples(comparisons.length);
  const byFact = (group: 'condition' | 'section'): Record<string, Rate> => {
    const names = [...new Set(comparisons.flatMap(({ facts }) => facts.map((fact) => fact[group])))].sort();
    const tallies = (name: string): Tally[] =>
      comparisons.map(({ facts }) => tally(facts.filter((fact) => fact[group] === name).map(({ outcome }) => outcome)));
    const entries = names.map((name) => [name, rate(tallies(name), resamples)] as const);
    return Object.fromEntries(entries.sort(([, a], [, b]) => b.tp + b.fn - a.tp - a.fn));
  };
  const conditions = byFact('condition');
  const kinds = [...new Set(comparisons.map(({ kind }) => kind))].sort();
  return {
    notes: comparisons.length,
    missing: comparisons.filter(({ reading }) => reading === null).map(({ gold }) => gold.id),
    ...scoreLayers(comparisons, resamples),
    conditions,
    conditionsMacro: meanPrf(Object.values(conditions)),
    sections: byFact('section'),
    kinds: Object.fromEntries(
      kinds.map((kind) => {
        const own = comparisons.filter((comparison) => comparison.kind === kind);
        return [kind, { notes: own.length, ...scoreLayers(own, drawResamples(own.length)) }];
      }),
    ),
  };
}

function scoreLayers(comparisons: readonly NoteComparison[], resamples: Resamples): LayerScores {
  const outcomes = (comparison: NoteComparison, layer: Layer): Outcome[] =>
    comparison.verdicts.filter((verdict) => verdict.layer === layer).map(({ outcome }) => outcome);
  const speaking = (layer: Layer): number =>
    comparisons.filter(({ gold }) => TOPICS_OF[layer].every((topic) => gold.topics.has(topic))).length;
  const tallies = (layer: Layer): Tally[] => comparisons.map((comparison) => tally(outcomes(comparison, layer)));
  return {
    items: fromLayers(ITEM_LAYERS, (layer) => ({ ...rate(tallies(layer), resamples), notes: speaking(layer) })),
    answers: fromLayers(ANSWER_LAYERS, (layer) => ({ ...accuracy(tallies(layer), resamples), notes: speaking(layer) })),
  };
}

function fromLayers<L extends Layer, Figure>(layers: readonly L[], figure: (layer: L) => Figure): Record<L, Figure> {
  return Object.fromEntries(layers.map((layer) => [layer, figure(layer)])) as Record<L, Figure>;
}

/** A wrong answer counts as missed: accuracy is then right out of right and missed. */
function tally(outcomes: readonly Outcome[]): Tally {
  const counts: Tally = { tp: 0, fp: 0, fn: 0 };
  for (const outcome of outcomes) counts[outcome === 'right' ? 'tp' : outcome === 'extra' ? 'fp' : 'fn']++;
  return counts;
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
const prf = ({ tp, fp, fn }: Tally): Prf => ({
  precision: share(tp, tp + fp),
  recall: share(tp, tp + fn),
  f1: share(2 * tp, 2 * tp + fp + fn),
});

const mean = (figures: readonly (number | null)[]): number | null => {
  const known = figures.filter((figure): figure is number => figure !== null);
  return share(
    known.reduce((sum, figure) => sum + figure, 0),
    known.length,
  );
};
const meanPrf = (figures: readonly Prf[]): Prf => ({
  precision: mean(figures.map(({ precision }) => precision)),
  recall: mean(figures.map(({ recall }) => recall)),
  f1: mean(figures.map(({ f1 }) => f1)),
});

function rate(tallies: readonly Tally[], resamples: Resamples): Rate {
  const pooled = resample(tallies, resamples).map(prf);
  const total = sum(tallies);
  return {
    ...total,
    notes: tallies.filter(({ tp, fp, fn }) => tp + fp + fn > 0).length,
    ...prf(total),
    intervals: {
      precision: intervalOf(pooled.map(({ precision }) => precision)),
      recall: intervalOf(pooled.map(({ recall }) => recall)),
      f1: intervalOf(pooled.map(({ f1 }) => f1)),
    },
    macro: meanPrf(tallies.map(prf)),
  };
}

function accuracy(tallies: readonly Tally[], resamples: Resamples): Accuracy {
  const { tp, fn } = sum(tallies);
  return {
    right: tp,
    n: tp + fn,
    notes: tallies.filter((counts) => counts.tp + counts.fn > 0).length,
    accuracy: share(tp, tp + fn),
    interval: intervalOf(resample(tallies, resamples).map((counts) => share(counts.tp, counts.tp + counts.fn))),
    macro: mean(tallies.map((counts) => share(counts.tp, counts.tp + counts.fn))),
  };
}

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((total, { tp, fp, fn }) => ({ tp: total.tp + tp, fp: total.fp + fp, fn: total.fn + fn }), {
    tp: 0,
    fp: 0,
    fn: 0,
  });

/** The pooled counts of each resample; notes that add nothing are left out before the loop. */
function resample(tallies: readonly Tally[], { draws }: Resamples): Tally[] {
  const adding = [...tallies.entries()].filter(([, { tp, fp, fn }]) => tp + fp + fn > 0);
  return draws.map((times) => {
    const total: Tally = { tp: 0, fp: 0, fn: 0 };
    for (const [index, { tp, fp, fn }] of adding) {
      const weight = times[index]!;
      total.tp += weight * tp;
      total.fp += weight * fp;
      total.fn += weight * fn;
    }
    return total;
  });
}

/** F1 (or accuracy) of a layer in each resample, for the interval of a difference between two runs. */
export function resampleLayer(
  comparisons: readonly NoteComparison[],
  layer: Layer,
  resamples: Resamples,
): (number | null)[] {
  const tallies = comparisons.map(({ verdicts }) =>
    tally(verdicts.filter((verdict) => verdict.layer === layer).map(({ outcome }) => outcome)),
  );
  return resample(tallies, resamples).map((total) => (isItemLayer(layer) ? prf(total).f1 : prf(total).recall));
}
