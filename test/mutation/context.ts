/** The unit tests of context/ for `npm run mutate`: without the sentences of others, which are not at hand everywhere. */
import { loadTests } from './load.ts';

await loadTests('context', ['negex.test.ts']);
