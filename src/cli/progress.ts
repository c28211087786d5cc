/** How far a long run has come: one line on stderr that rewrites itself, and only where a person watches. */
import type { TextSink } from './io.ts';

export interface Progress {
  readonly total: number;
  readonly errors: number;
  readonly count: (outcome: 'analysis' | 'error', times?: number) => void;
  /** True about ten times a second: time to look up from the work. */
  readonly isDue: () => boolean;
  readonly end: () => void;
}

const INTERVAL_MS = 100;

export function watchProgress(stderr: TextSink): Progress {
  const start = performance.now();
  let last = start;
  let total = 0;
  let errors = 0;
  const show = (ending: string): void => {
    if (!stderr.isTTY) return;
    const rate = Math.round((total * 1000) / Math.max(performance.now() - start, 1));
    stderr.write(`\r\x1b[K${total} notes, ${errors} errors, ${rate} a second${ending}`);
  };
  return {
    get total() {
      return total;
    },
    get errors() {
      return errors;
    },
    count(outcome, times = 1) {
      total += times;
      if (outcome === 'error') errors += times;
    },
    isDue() {
      if (performance.now() - last < INTERVAL_MS) return false;
      last = performance.now();
      show('');
      return true;
    },
    end: () => show('\n'),
  };
}
