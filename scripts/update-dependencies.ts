/** `npm run dependencies:update`: docs/dependencies.md from package-lock.json; test/package/dependencies.test.ts compares them. */
import { writeFileSync } from 'node:fs';
import { findDisagreements, readLock } from './dependencies/locked.ts';
import { writePage } from './dependencies/page.ts';

const root = new URL('../', import.meta.url);
const entries = readLock(root);
const disagreements = findDisagreements(entries, root);
if (disagreements.length > 0) {
  console.error(`A package states another licence than the lock file. Run npm ci.\n${disagreements.join('\n')}`);
  process.exitCode = 1;
} else {
  writeFileSync(new URL('docs/dependencies.md', root), writePage(entries));
}
