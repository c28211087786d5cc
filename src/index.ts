/** The public API; every face imports only this. */
import type { Analyzer, AnalyzeOptions, Limits } from './analyzer.ts';

export type { Analyzer, AnalyzeOptions, Limits, SpanAssertion } from './analyzer.ts';
export { DEFAULT_LIMITS, InputError } from './analyzer.ts';
export { LexiconError } from './lexicons/parse.ts';
export * from './model.ts';
export { VERSION } from './version.ts';

export interface AnalyzerOptions {
  /** A user's own lexicon files, read but not parsed: `{ file, text }`; later ones win. */
  readonly lexicons?: readonly { readonly file: string; readonly text: string }[];
  readonly limits?: Partial<Limits>;
  readonly defaults?: AnalyzeOptions;
}

/** STUB: owned by the core work. */
export async function createAnalyzer(_options: AnalyzerOptions = {}): Promise<Analyzer> {
  throw new Error('stub');
}
