/**
 * The analyzer of the command. It is imported when it is first made: a command that reads no note does not load what it is
 * made of; and it loads wink when a note first asks for it.
 */
import { createRequire } from 'node:module';
import { type Analyzer, type AnalyzerOptions, createAnalyzer } from '../index.ts';

export const openAnalyzer = (options: AnalyzerOptions = {}): Promise<Analyzer> =>
  createAnalyzer({ require: createRequire(import.meta.url), ...options });
