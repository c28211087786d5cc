/**
 * What a start loads, counted instead of timed: the files and packages that the built program imports before a command has
 * work to do. A package more in one of these lists is tens of milliseconds at every start.
 */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const built = new URL('../../dist/cli/', import.meta.url);
const isBuilt = existsSync(new URL('main.js', built));

/** `import` and `export ... from` of a file; `import()` waits for the work. */
function staticImports(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, built), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) =>
    (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) && statement.moduleSpecifier
      ? (statement.moduleSpecifier as ts.StringLiteral).text
      : [],
  );
}

/** All that is loaded with these files: ours by path below dist/cli, packages by name; what is built into Node left out. */
function loadedWith(...entries: readonly string[]): { readonly files: number; readonly packages: readonly string[] } {
  const files = new Set(entries);
  const packages = new Set<string>();
  for (const file of files) {
    for (const name of staticImports(file)) {
      if (name.startsWith('.')) files.add(posix.join(posix.dirname(file), name));
      else if (!name.startsWith('node:') && !builtinModules.includes(name)) packages.add(name);
    }
  }
  return { files: files.size, packages: [...packages].sort() };
}

describe.runIf(isBuilt)('a start', () => {
  it.each([
    ['--version, --help', ['main.js'], ['commander']],
    ['code', ['main.js', 'commands/code.js'], ['commander']],
    ['tips', ['main.js', 'commands/tips.js', 'analyzer.js'], ['commander']],
    ['analyze', ['main.js', 'commands/analyze.js', 'analyzer.js'], ['commander', 'picocolors']],
    ['batch', ['main.js', 'commands/batch.js', 'analyzer.js'], ['commander']],
    ['a worker of batch', ['jobs/worker.js'], []],
    ['serve', ['main.js', 'commands/serve.js'], ['commander']],
  ])('of %s loads few files and only the packages that it needs', (_, entries, packages) => {
    const loaded = loadedWith(...entries);
    expect(loaded.packages).toEqual(packages);
    expect(loaded.files).toBeLessThanOrEqual(30);
  });

  it('loads zod and yaml where a lexicon of the user or a query is read', () => {
    expect(loadedWith('user-lexicons.js').packages).toEqual(['yaml', 'zod']);
    expect(loadedWith('commands/lint-query.js').packages).toEqual(expect.arrayContaining(['yaml', 'zod']));
  });
});
