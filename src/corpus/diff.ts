/**
 * Two runs over one corpus, both judged by the gold of today: what is newly right, newly wrong, and changed (wrong in
 * another way, or found at other words), note by note. Each disagreement shows once (see DISTINCT_LAYERS).
 */
import type { Span } from '../index.ts';
import { drawResamples, type Interval, intervalOf } from './bootstrap.ts';
import { compareNote, type NoteComparison } from './compare.ts';
import type { GoldNote } from './gold.ts';
import { ANSWER_LAYERS, DISTINCT_LAYERS, ITEM_LAYERS, isItemLayer, type Layer } from './layers.ts';
import type { Reading } from './reading.ts';
import { resampleLayer, type Score, scoreNotes } from './score.ts';
import type { Verdict } from './verdict.ts';

export const CHANGES = ['newly wrong', 'newly right', 'changed'] as const;
export type ChangeKind = (typeof CHANGES)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly layer: Layer;
  readonly item: string;
  /** "right", "missed", "extra", "L4-L5 (want L5-S1)", or "-" when it was not there to judge. */
  readonly before: string;
  readonly now: string;
  readonly spans: readonly Span[];
}

export interface NoteDiff {
  readonly comparison: NoteComparison;
  readonly changes: readonly Change[];
}

export interface LayerDiff {
  readonly layer: Layer;
  readonly before: number | null;
  readonly now: number | null;
  /** 95 % interval of now minus before, over the same resampled notes. */
  readonly interval: Interval;
}

export interface Diff {
  readonly score: Score;
  readonly layers: readonly LayerDiff[];
  /** Every note, those without a change too. */
  readonly notes: readonly NoteDiff[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
  /** Not compared: notes that the base does not have, or whose text has changed since. */
  readonly skipped: readonly string[];
}

export type ReadingOf = (gold: GoldNote) => Reading | null;

export function diffRuns(gold: readonly GoldNote[], base: ReadonlyMap<string, Reading>, readingOf: ReadingOf): Diff {
  const same = (note: GoldNote): boolean => base.get(note.id)?.note.length === note.text.length;
  const compared = gold.filter(same);
  const before = compared.map((note) => compareNote(note, base.get(note.id) ?? null));
  const now = compared.map((note) => compareNote(note, readingOf(note)));
  const notes = now.map((comparison, index) => ({ comparison, changes: diffNote(before[index]!, comparison) }));
  const count = (kind: ChangeKind): number =>
    notes.reduce((sum, { changes }) => sum + changes.filter((change) => change.kind === kind).length, 0);
  return {
    score: scoreNotes(now),
    layers: diffLayers(before, now),
    notes,
    counts: { 'newly wrong': count('newly wrong'), 'newly right': count('newly right'), changed: count('changed') },
    skipped: gold.filter((note) => !same(note)).map(({ id }) => id),
  };
}

function diffNote(before: NoteComparison, now: NoteComparison): Change[] {
  const [old, current] = [byKey(before.verdicts), byKey(now.verdicts)];
  const keys = [...new Set([...current.keys(), ...old.keys()])];
  return keys.flatMap((key) => changeOf(old.get(key), current.get(key)) ?? []);
}

/** One verdict for each key; where a layer says the same of one item twice, the repeats are numbered. */
function byKey(verdicts: readonly Verdict[]): Map<string, Verdict> {
  const keyed = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    if (!DISTINCT_LAYERS.includes(verdict.layer)) continue;
    let key = `${verdict.layer}\t${verdict.item}`;
    while (keyed.has(key)) key += "'";
    keyed.set(key, verdict);
  }
  return keyed;
}

function changeOf(before: Verdict | undefined, now: Verdict | undefined): Change | null {
  const { layer, item } = (now ?? before)!;
  const change = (kind: ChangeKind): Change => ({
    kind,
    layer,
    item,
    before: wordOutcome(before),
    now: wordOutcome(now),
    spans: now?.foundSpans.length ? now.foundSpans : ((now ?? before)?.goldSpans ?? []),
  });
  if (!isItemLayer(layer) && !(before && now)) {
    // The attribute of a fact that only one run found: the fact itself is the news.
    return now?.outcome === 'differs' ? change('changed') : null;
  }
  const [wasRight, isRight] = [isFine(before), isFine(now)];
  if (wasRight !== isRight) return change(isRight ? 'newly right' : 'newly wrong');
  if (wordOutcome(before) !== wordOutcome(now)) return change('changed');
  // The attributes and the codes of a fact move with its words; the fact says so once.
  const follows = !isItemLayer(layer) || layer.startsWith('codes');
  if (follows || places(before) === places(now)) return null;
  return {
    ...change('changed'),
    before: `${wordOutcome(before)} at ${places(before)}`,
    now: `${wordOutcome(now)} at ${places(now)}`,
  };
}

/** An item that gold does not have and that is not found either is as it should be. */
const isFine = (verdict: Verdict | undefined): boolean => verdict === undefined || verdict.outcome === 'right';

export function wordOutcome(verdict: Verdict | undefined): string {
  if (!verdict) return '-';
  return verdict.outcome === 'differs' ? `${verdict.got || 'none'} (want ${verdict.want || 'none'})` : verdict.outcome;
}

const places = (verdict: Verdict | undefined): string =>
  (verdict?.foundSpans ?? []).map(({ start, end }) => `${start}-${end}`).join(' ') || 'no words';

function diffLayers(before: readonly NoteComparison[], now: readonly NoteComparison[]): LayerDiff[] {
  const resamples = drawResamples(now.length);
  const [old, current] = [scoreNotes(before), scoreNotes(now)];
  const figure = (score: Score, layer: Layer): number | null =>
    isItemLayer(layer) ? score.items[layer].f1 : score.answers[layer].accuracy;
  return [...ITEM_LAYERS, ...ANSWER_LAYERS].map((layer) => {
    const [a, b] = [resampleLayer(before, layer, resamples), resampleLayer(now, layer, resamples)];
    const differences = a.map((one, index) => {
      const other = b[index] ?? null;
      return one === null || other === null ? null : other - one;
    });
    return { layer, before: figure(old, layer), now: figure(current, layer), interval: intervalOf(differences) };
  });
}
