/** The examples are run as a reader would run them, and what they print is what they promise. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';
import { createService } from '../../src/service/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** `import 'spinenote'` in an example is the sources, so that it is never an old build that runs. */
const source = fileURLToPath(new URL('../../src/index.ts', import.meta.url));
const run = promisify(execFile);

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`${root}/examples/${file}`],
    bundle: true,
    write: false,
    format: 'esm',
    // As for a page, which proves on the way that an example needs no bundler for Node.
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
    alias: { spinenote: source },
  });
  return outputFiles[0]!.text;
}

async function print(file: string, argv: readonly string[] = []): Promise<string> {
  const child = run(process.execPath, ['--input-type=module', '-', ...argv], { cwd: root });
  child.child.stdin!.end(await bundle(file));
  return (await child).stdout;
}

describe('an example', () => {
  it('scribe-loop: the answer settles its question and changes the claim', async () => {
    const out = await print('scribe-loop.ts');
    expect(out).toContain('what is its size?');
    expect(out).toContain('[ ] Unable to determine');
    expect(/codes before: (.*)/.exec(out)![1]).toContain('M51.A3');
    expect(/codes after: {2}(.*)/.exec(out)![1]).toContain('M51.A4');
    expect(out).toContain('settled     annular-defect-size/lumbosacral');
  });

  it('own-entities: each span has its status', async () => {
    const rows = (await print('own-entities.ts'))
      .trimEnd()
      .split('\n')
      .map((row) => row.split(/ {2,}/).slice(0, 2));
    expect(rows).toEqual([
      ['fever', 'absent'],
      ['chills', 'absent'],
      ['scoliosis', 'other-person'],
      ['diskitis', 'historical'],
      ['epidural abscess', 'uncertain'],
      ['osteomyelitis', 'uncertain'],
      ['Facet cyst', 'present'],
    ]);
  });

  it('http-client: talks to a running service', async () => {
    let hosts: string[] = [];
    const app = await createService({ analyzer: await createAnalyzer(), hosts: () => hosts });
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    hosts = [new URL(address).host];
    expect(await print('http-client.ts', [address])).toBe(
      'one    M54.2\nbatch  b0 M54.50\nbatch  b1 M54.32\nhooks  encounter-discharge, order-sign, note-sign\n',
    );
    await app.close();
  });

  it('browser: the bundle needs nothing of Node and analyses a note', async () => {
    const bundled = await bundle('browser.ts');
    expect(bundled).not.toMatch(/from\s*["']node:|require\(["']node:/);
    const script = bundled.replace(/export \{\s*readClaim\s*\};?/, '').replace(/^var (analyzer)\b/m, 'var $1');
    const said: string[][] = [];
    const world = {
      TextEncoder,
      TextDecoder,
      btoa,
      atob,
      structuredClone,
      performance,
      console,
      tell: (codes: string[]) => said.push([...codes]),
    };
    await runInNewContext(`(async () => {${script}\ntell(readClaim('ASSESSMENT: Neck pain.'));})()`, world);
    expect(said).toEqual([['M54.2']]);
  });

  const isBuilt = existsSync(`${root}/dist/cli/main.js`);
  it.runIf(isBuilt && process.platform !== 'win32')('pipe: good lines come out in order', async () => {
    const env = { ...process.env, SPINENOTE: `${process.execPath} ${root}/bin/spinenote.js` };
    const { stdout } = await run('sh', ['examples/pipe.sh'], { cwd: root, env });
    expect(stdout).toBe('v1 M54.50\nv2 M54.12\n');
  });
});
