/** What mutation testing runs (`npm run mutate`): unit tests only, no corpus, page, command or service. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/mutation/{coding,context}.ts'] },
});
