/** What is published: its shape, and that an empty project can install, import, type-check and run it, without a server. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const isBuilt = existsSync(join(root, 'dist/service/index.js')) && existsSync(join(root, 'dist/analysis.schema.json'));
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'spinenote-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH|E40[13]|E5\d\d/;

/** Null when it stands; else why the registry could not be asked. */
async function install(): Promise<string | null> {
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
  // Without a package.json of its own, npm would install into the next folder up that has one.
  writeFileSync(join(folder, 'package.json'), '{"name":"consumer","version":"0.0.0","private":true,"type":"module"}');
  try {
    await run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', `./${tarball}`], {
      cwd: folder,
    });
    return null;
  } catch (error) {
    const { stderr } = error as { stderr: string };
    const reason = UNREACHABLE.exec(stderr)?.[0];
    if (reason === undefined) throw error;
    return `the registry cannot be reached (${reason}), so nothing was installed`;
  }
}

const CONSUMER = `import { analysisSchema, createAnalyzer, type Analysis } from 'spinenote';
import { reviewEncounters } from 'spinenote/encounters';
import { formats, plainPalette } from 'spinenote/formats';
import schema from 'spinenote/schema/analysis.json' with { type: 'json' };

const analyzer = await createAnalyzer();
const text = 'ASSESSMENT: Neck pain.';
const analysis: Analysis = analyzer.analyze(text, { id: 'a' });
analysisSchema.parse(JSON.parse(JSON.stringify(analysis)));
const bundle = [...formats.fhir.write([{ file: 'a', text, analysis }], { palette: plainPalette, asked: 'one' })].join('');
const [review] = reviewEncounters([], analyzer);
console.log(analysis.codes[0]?.code, JSON.parse(bundle).resourceType, typeof schema.title, review?.patient ?? 'no one');
`;

const SERVICE_CONSUMER = `import { createAnalyzer, type Analysis } from 'spinenote';
import { createService, type HeardFeedback, type ServiceOptions } from 'spinenote/service';

const heard: HeardFeedback[] = [];
const options: ServiceOptions = {
  analyzer: await createAnalyzer({ linguistics: 'none' }),
  hosts: () => ['localhost:80'],
  onFeedback: (each) => heard.push(each),
};
const app = await createService(options);
const payload = { text: 'ASSESSMENT: Neck pain.' };
const answer = await app.inject({ method: 'POST', url: '/analyze', payload, headers: { host: 'localhost:80' } });
console.log(answer.statusCode, answer.json<Analysis>().codes[0]?.code);
await app.close();
`;

const bin = join(folder, 'node_modules/.bin/spinenote');
let installed: Promise<string | null>;

describe.runIf(isBuilt)('the package', () => {
  beforeAll(() => {
    installed = install();
    return installed.then(() => {});
  }, 120_000);

  it('has a shape that publint finds nothing wrong with', async () => {
    const { messages, pkg } = await publint({ pkgDir: root, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('is installed into an empty project: imports, type-checks and runs', async (context) => {
    const unreachable = await installed;
    if (unreachable !== null) return context.skip(unreachable);
    writeFileSync(join(folder, 'consumer.ts'), CONSUMER);
    const compilerOptions = {
      module: 'NodeNext',
      target: 'ES2022',
      lib: ['ES2023', 'DOM'],
      types: [],
      strict: true,
      outDir: 'out',
      resolveJsonModule: true,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const checked = await run(process.execPath, [tsc, '-p', folder]).catch(({ stdout }) => ({
      stdout: String(stdout),
    }));
    expect(checked.stdout).toBe('');
    const { stdout } = await run(process.execPath, ['out/consumer.js'], { cwd: folder });
    expect(stdout.trim()).toBe('M54.2 Bundle string no one');

    const child = run(bin, ['analyze', '--format', 'csv']);
    child.child.stdin!.end('ASSESSMENT: Neck pain.');
    expect((await child).stdout).toContain('M54.2');
  }, 180_000);

  it('gives the service, with its types, to a project that has the packages of it', async () => {
    // linked, so that the packages of this project are those that it finds
    const linked = join(folder, 'linked');
    mkdirSync(join(linked, 'node_modules'), { recursive: true });
    symlinkSync(root, join(linked, 'node_modules/spinenote'), 'junction');
    writeFileSync(join(linked, 'package.json'), '{"name":"linked","version":"0.0.0","private":true,"type":"module"}');
    writeFileSync(join(linked, 'consumer.ts'), SERVICE_CONSUMER);
    const compilerOptions = {
      module: 'NodeNext',
      target: 'ES2022',
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      strict: true,
      skipLibCheck: true,
      outDir: 'out',
    };
    writeFileSync(join(linked, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const checked = await run(process.execPath, [tsc, '-p', linked]).catch(({ stdout }) => ({
      stdout: String(stdout),
    }));
    expect(checked.stdout).toBe('');
    const { stdout } = await run(process.execPath, ['out/consumer.js'], { cwd: linked });
    expect(stdout.trim()).toBe('200 M54.2');
  }, 120_000);

  it('brings no server and no queue, and says which packages serve, mcp and cluster need', async (context) => {
    const unreachable = await installed;
    if (unreachable !== null) return context.skip(unreachable);
    const names = readdirSync(join(folder, 'node_modules'));
    for (const name of [
      'fastify',
      '@fastify',
      'fastify-type-provider-zod',
      '@modelcontextprotocol',
      'bullmq',
      'ioredis',
    ])
      expect(names).not.toContain(name);
    // Node looks for packages in every folder above, and one there would be found.
    const above = createRequire(join(folder, 'x.js'))
      .resolve.paths('fastify')!
      .find((path) => existsSync(join(path, 'fastify')));
    if (above !== undefined)
      return context.skip('a folder above the temporary one holds fastify; set TMPDIR to another');
    for (const [argv, name] of [
      [['serve'], 'fastify'],
      [['mcp'], '@modelcontextprotocol/server'],
      [['cluster', 'work', 'run1'], 'bullmq'],
    ] as const) {
      const { code, stderr } = await run(bin, argv, { timeout: 20_000 }).catch((error) => error);
      expect([argv, code]).toEqual([argv, 2]);
      expect(stderr).toContain('which is optional and not installed. Run: npm install');
      expect(stderr).toContain(name);
    }
  });
});
