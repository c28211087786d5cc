/** A folder's unit tests as one file, for mutation testing: its modules load once for a mutant, not once for each test file. */
import { readdirSync } from 'node:fs';
import { test } from 'vitest';

/** @param folder beside this one: `coding`. @param not names of files to leave out. */
export async function loadTests(folder: string, not: readonly string[]): Promise<void> {
  const at = new URL(`../${folder}/`, import.meta.url);
  const files = readdirSync(at).filter((name) => name.endsWith('.test.ts') && !not.includes(name));
  for (const file of files) {
    try {
      await import(new URL(file, at).href);
    } catch (error) {
      // A mutant that breaks a file while it loads fails a test: Stryker counts nothing else.
      test(`${folder}/${file} loads`, () => {
        throw error;
      });
    }
  }
}
