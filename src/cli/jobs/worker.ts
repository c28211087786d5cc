/** A worker of `batch --jobs`: a parcel of lines in, their output as one string out; it keeps nothing from parcel to parcel. */
import { workerData } from 'node:worker_threads';
import type { AnalyzeOptions, UserLexicon } from '../../index.ts';
import { openAnalyzer } from '../analyzer.ts';
import { answerLine } from '../answer-line.ts';
import type { ByteLine } from '../lines.ts';

/** What every worker is started with. */
export interface WorkerSetup {
  readonly lexicons: readonly UserLexicon[];
  readonly defaults: AnalyzeOptions;
}

export interface Parcel {
  readonly lines: readonly ByteLine[];
}

/** The answers to a parcel: finished text, so that the parent neither parses nor copies an object. */
export interface Answers {
  readonly text: string;
  readonly analyses: number;
  readonly errors: number;
}

const { lexicons, defaults } = workerData as WorkerSetup;
const analyzer = openAnalyzer({ lexicons });

export default async function answerParcel({ lines }: Parcel): Promise<Answers> {
  const ready = await analyzer;
  const answered = lines.flatMap((line) => answerLine(line, ready, defaults) ?? []);
  const errors = answered.filter(({ outcome }) => outcome === 'error').length;
  return { text: answered.map(({ text }) => text).join(''), analyses: answered.length - errors, errors };
}
