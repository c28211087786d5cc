/** The unit tests of coding/ for `npm run mutate`. What only a drawn chart tells, a table ought to tell: no properties. */
import { loadTests } from './load.ts';

await loadTests('coding', ['properties.test.ts']);
