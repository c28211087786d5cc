/** The report for programs: every figure, every change or disagreement, offsets in UTF-16 code units, no note text. */
import { showControlsInJson } from '../../formats/visible.ts';
import type { CorpusReport, ReportFormat } from './report.ts';
import { disagreements } from './report.ts';

export const json: ReportFormat = {
  shows: 'everything but the words of the notes, as JSON',
  write: (report) => `${showControlsInJson(JSON.stringify(report.diff ? diffOf(report) : scoreOf(report), null, 2))}\n`,
};

const scoreOf = ({ score, notes, problems }: CorpusReport) => ({
  schema: 'spinenote/corpus-score@1',
  score,
  disagreements: notes.flatMap(({ comparison }) =>
    disagreements(comparison).map((verdict) => ({ note: comparison.gold.id, ...verdict })),
  ),
  problems,
});

const diffOf = ({ diff, notes, problems }: CorpusReport) => ({
  schema: 'spinenote/corpus-diff@1',
  counts: diff?.counts,
  layers: diff?.layers,
  changes: notes.flatMap(({ comparison, changes }) =>
    (changes ?? []).map((change) => ({ note: comparison.gold.id, ...change })),
  ),
  skipped: diff?.skipped,
  score: diff?.score,
  problems,
});
