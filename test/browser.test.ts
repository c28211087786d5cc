/** The library as a browser gets it: one bundle, no Node built-in, no Node global, and the same bytes as in Node. */
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyzer } from '../src/index.ts';

const ENTRY = fileURLToPath(new URL('../src/index.ts', import.meta.url));
const NOTE = readFileSync(new URL('../corpus/notes/office-008.txt', import.meta.url), 'utf8');

let code: string;
let metafile: Metafile;
let warnings: readonly { text: string }[];
beforeAll(async () => {
  const result = await build({
    entryPoints: [ENTRY],
    bundle: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'spinenote',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  code = result.outputFiles[0]?.text ?? '';
  metafile = result.metafile;
  warnings = result.warnings;
});

interface Page {
  readonly spinenote: typeof import('../src/index.ts');
}

/** A context that holds the language, what every page has and the bundle needs, and nothing of Node. */
function openPage(): Page {
  const context = vm.createContext({ atob });
  vm.runInContext('globalThis.self = globalThis.window = globalThis;', context);
  vm.runInContext(`${code}\nglobalThis.spinenote = spinenote;`, context);
  return context as unknown as Page;
}

describe('the bundle for a browser', () => {
  it('is made without a warning', () => {
    expect(warnings).toEqual([]);
    expect(code.length).toBeGreaterThan(100_000);
  });

  it('imports no Node built-in', () => {
    const imported = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
    const names = new Set(builtinModules);
    expect(imported.filter((path) => path.startsWith('node:') || names.has(path))).toEqual([]);
    expect(Object.keys(metafile.inputs).filter((path) => path.includes('/cli/'))).toEqual([]);
  });

  it('leaves nothing to be loaded later', () => {
    const left = Object.values(metafile.outputs).flatMap((output) => output.imports);
    expect(left).toEqual([]);
  });

  it('finds no Node global in its context', () => {
    const seen = vm.runInContext(
      '[typeof process, typeof Buffer, typeof require, typeof module, typeof global, typeof setImmediate]',
      openPage() as unknown as vm.Context,
    );
    expect([...seen]).toEqual(Array(6).fill('undefined'));
  });

  it('analyses a note as Node does, byte for byte, as its first and after others', async () => {
    const page = await openPage().spinenote.createAnalyzer();
    const node = await createAnalyzer();
    for (const text of ['ASSESSMENT:\nLow back pain.', '\ud800', NOTE.slice(100)]) node.analyze(text);
    const expected = JSON.stringify(node.analyze(NOTE, { dateOfService: '2026-11-02' }));
    expect(expected).toContain('"M51.A0"');
    expect(JSON.stringify(page.analyze(NOTE, { dateOfService: '2026-11-02' }))).toBe(expected);
    page.analyze('Something else entirely.');
    expect(JSON.stringify(page.analyze(NOTE, { dateOfService: '2026-11-02' }))).toBe(expected);
  });

  it('tells a mistake in a lexicon', async () => {
    const { createAnalyzer: create } = openPage().spinenote;
    const lexicons = [{ file: 'mine.yaml', text: 'cues:\n  pseudos: [a]\n' }];
    await expect(create({ linguistics: 'none', lexicons })).rejects.toThrow(/^mine\.yaml:2: /);
  });
});
