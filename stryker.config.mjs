/**
 * Mutation testing (`npm run mutate`): Stryker changes coding/ and context/ a spot at a time and tells which change no unit
 * test notices. Not part of `npm test`: it takes the better part of an hour.
 *
 * Left out of the count is what only words: a citation, a reason, a name as a sentence prints it. A test that repeats such
 * a sentence proves that it was copied, not that it is true; `test/coding/code.test.ts` reads a few whole. Static mutants
 * stay in, since the tables of the families are static: each costs a run of all the unit tests, some two seconds.
 */
import { fileURLToPath } from 'node:url';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** Properties that hold wording. */
const WORDING = new Set(['cites', 'name', 'reason', 'why']);

const wording = {
  shouldIgnore(path) {
    return path.isObjectProperty() && !path.node.computed && WORDING.has(path.node.key.name) ? 'wording' : undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'wording', wording)];

export default {
  mutate: ['src/{coding,context}/**/*.ts', '!src/**/*.cases.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(import.meta.url)],
  ignorers: ['wording'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  incremental: true,
  incrementalFile: '.stryker/incremental.json',
  tempDirName: '.stryker/tmp',
  ignorePatterns: ['corpus', 'dist', 'docs', 'examples'],
  reporters: ['clear-text', 'html', 'progress'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: '.stryker/mutation.html' },
  thresholds: { high: 90, low: 80, break: 80 },
};
