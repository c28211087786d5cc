/** The layers of ARCHITECTURE.md: imports point down the staircase only, and what is foreign comes in through one door. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Lowest first. A file may import from its own layer and from the layers before it. */
const STAIRCASE = [
  'model',
  'version',
  'schema',
  'analyzer',
  'input',
  'lexicons',
  'text',
  'mentions',
  'context',
  'facts',
  'coding',
  'claims',
  'queries',
  'notices',
  'checklist',
  'compare',
  'explain',
  'reference',
  'analyze',
  'index',
  'formats',
  'encounters',
  'corpus',
  'web',
  'service',
  'cluster',
  'cli',
];

/** Faces see the public API, each other, and the nouns (a page that only shows an analysis does not load the core). */
const FACES = STAIRCASE.slice(STAIRCASE.indexOf('index') + 1);
const SEEN = new Set(['model', 'index', ...FACES]);

/** These meet files, sockets and processes. */
const ON_NODE = new Set(['corpus', 'service', 'cluster', 'cli']);

/** Where each package may be imported. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  'wink-nlp': /^text\/linguistics\.ts$/,
  'wink-eng-lite-web-model': /^text\/linguistics\.ts$/,
  yaml: /^(lexicons\/parse\.ts$|corpus\/)/,
  zod: /^(lexicons\/|schema\.ts$|corpus\/|service\/)/,
  piscina: /^cli\/jobs\//,
  commander: /^cli\//,
  picocolors: /^cli\//,
  sax: /^cli\/code-lists\//,
  bullmq: /^cluster\//,
  ioredis: /^cluster\/queue\.ts$/,
  fastify: /^service\//,
  'fastify-type-provider-zod': /^service\//,
  jose: /^service\/cds-clients\.ts$/,
  '@fastify/swagger': /^service\/index\.ts$/,
  '@modelcontextprotocol/server': /^service\/mcp\.ts$/,
  '@modelcontextprotocol/server/stdio': /^service\/mcp\.ts$/,
};

const BUILT_INS = new Set(builtinModules);
const isBuiltIn = (name: string): boolean => name.startsWith('node:') || BUILT_INS.has(name);

interface Import {
  readonly file: string;
  /** Path below src/ for a file of ours, else the name of the package. */
  readonly target: string;
  readonly isOurs: boolean;
}

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const textOf = (file: string): string => readFileSync(new URL(file, source), 'utf8');

/** `import`, `export ... from`, `import type` and `import()` alike. */
const imports: readonly Import[] = files.flatMap((file) =>
  ts.preProcessFile(textOf(file), true, true).importedFiles.map(({ fileName }): Import => {
    // "./worker.ts?worker" says how the bundler takes the file, too
    const name = fileName.replace(/\?.*$/, '');
    const isOurs = name.startsWith('.');
    return { file, target: isOurs ? posix.join(posix.dirname(file), name) : name, isOurs };
  }),
);
const own = imports.filter((each) => each.isOurs);
const foreign = imports.filter((each) => !each.isOurs);

const layerOf = (file: string): string => file.replace(/(\/.*|\.ts)$/, '');
const step = (file: string): number => STAIRCASE.indexOf(layerOf(file));
const shown = ({ file, target }: Import): string => `${file} imports ${target}`;

describe('the layers', () => {
  it('are read from the sources', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(own.length).toBeGreaterThan(200);
    expect(own.filter(({ target }) => !files.includes(target)).map(shown)).toEqual([]);
  });

  it('hold every file of src', () => {
    expect(files.filter((file) => step(file) < 0)).toEqual([]);
  });

  it('import downwards only', () => {
    expect(own.filter(({ file, target }) => step(target) > step(file)).map(shown)).toEqual([]);
  });

  it('have no circles among their files', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      else if (!done.has(file))
        for (const { target } of own.filter((each) => each.file === file)) visit(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it.each(FACES)('let %s see the public API and no layer behind it', (face) => {
    const peeking = own.filter(({ file, target }) => layerOf(file) === face && !SEEN.has(layerOf(target)));
    expect(peeking.map(shown)).toEqual([]);
  });
});

describe('what is foreign', () => {
  it('touches Node in the faces only, so that the core runs in a browser', () => {
    const touching = foreign.filter(({ file, target }) => isBuiltIn(target) && !ON_NODE.has(layerOf(file)));
    expect(touching.map(shown)).toEqual([]);
  });

  it('comes in through one door for each package', () => {
    const packages = foreign.filter(({ target }) => !isBuiltIn(target));
    expect(packages.filter(({ file, target }) => !PACKAGES[target]?.test(file)).map(shown)).toEqual([]);
    expect(new Set(packages.map(({ target }) => target))).toEqual(new Set(Object.keys(PACKAGES)));
  });

  it('leaves no Node global in the core', () => {
    const globals = /(?<![\w.$'"`])(process|Buffer|__dirname|__filename|require|setImmediate)\s*[.([]/;
    const uncommented = (file: string): string =>
      textOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
    expect(files.filter((file) => !ON_NODE.has(layerOf(file)) && globals.test(uncommented(file)))).toEqual([]);
  });
});
