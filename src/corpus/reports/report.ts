/** What a report is made from, and what a format of it is: the whole report as one text. */
import type { NoteComparison } from '../compare.ts';
import type { Change, Diff } from '../diff.ts';
import type { Problem } from '../gold.ts';
import { DISTINCT_LAYERS } from '../layers.ts';
import type { Score } from '../score.ts';
import type { Verdict } from '../verdict.ts';

export interface ReportedNote {
  readonly comparison: NoteComparison;
  /** Null in a score, where there is nothing to compare with. */
  readonly changes: readonly Change[] | null;
}

export interface CorpusReport {
  /** The path as the user gave it. */
  readonly name: string;
  readonly score: Score;
  readonly diff: Diff | null;
  readonly notes: readonly ReportedNote[];
  readonly problems: readonly Problem[];
  /** Whether text and markdown list every disagreement of a score; the other formats always do. */
  readonly misses: 'listed' | 'counted';
}

export interface ReportFormat {
  /** One phrase for the help text. */
  readonly shows: string;
  readonly write: (report: CorpusReport) => string;
}

/** The disagreements of a note, each once, in the order of the layers. */
export const disagreements = ({ verdicts }: NoteComparison): readonly Verdict[] =>
  DISTINCT_LAYERS.flatMap((layer) =>
    verdicts.filter((verdict) => verdict.layer === layer && verdict.outcome !== 'right'),
  );
