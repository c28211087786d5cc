/**
 * Tests run in child processes, one file to a process: wink-nlp's model may be instantiated a few times per process only
 * (each instance rewrites text that it shares with the others), and the tagger is one per module graph.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    isolate: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
