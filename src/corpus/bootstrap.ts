/**
 * Resamples of the notes, drawn once with a fixed seed and used for every figure, so that two runs give the same
 * intervals and two figures of one run can be subtracted resample by resample.
 */

/** Each resample as how often each note was drawn. */
export interface Resamples {
  readonly notes: number;
  readonly draws: readonly Uint16Array[];
}

export const RESAMPLES = 1000;
export const SEED = 20261001;

export function drawResamples(notes: number, count = RESAMPLES, seed = SEED): Resamples {
  const random = startRandom(seed);
  const draws = Array.from({ length: notes > 0 ? count : 0 }, () => {
    const times = new Uint16Array(notes);
    for (let drawn = 0; drawn < notes; drawn++) times[Math.floor(random() * notes)]!++;
    return times;
  });
  return { notes, draws };
}

/** 2.5th and 97.5th percentile; null when the figure is undefined in more than half of the resamples. */
export type Interval = readonly [low: number, high: number] | null;

export function intervalOf(figures: readonly (number | null)[]): Interval {
  const known = figures.filter((figure): figure is number => figure !== null).sort((a, b) => a - b);
  if (known.length === 0 || known.length * 2 < figures.length) return null;
  const at = (share: number): number => known[Math.min(known.length - 1, Math.floor(share * known.length))]!;
  return [at(0.025), at(0.975)];
}

/** mulberry32: 32 bits of state, the same numbers in every engine. */
function startRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
