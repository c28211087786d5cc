/** Every format is offered by `spinenote analyze --format`, and gives there what it gives to a program. */
import { afterAll, describe, expect, it } from 'vitest';
import { FORMAT_NAMES, formats } from '../../src/formats/catalogue.ts';
import { plainPalette } from '../../src/formats/format.ts';
import { echoAnalyzer, makeFolder, run } from '../cli/world.ts';

const folder = makeFolder();
afterAll(folder.remove);
const TEXT = 'ASSESSMENT: Neck pain.\n';

describe('--format', () => {
  it('names every format in its help', async () => {
    const out = (await run(['analyze', '--help'])).out.replace(/\s+/g, ' ');
    for (const name of FORMAT_NAMES) expect(out).toContain(`${name}: ${formats[name].shows}`);
  });

  it.each(FORMAT_NAMES)('%s: one note, and two', async (name) => {
    const first = folder.put('a.txt', TEXT);
    const second = folder.put('b.txt', TEXT);
    const note = (file: string) => ({ file, text: TEXT, analysis: echoAnalyzer.analyze(TEXT, { id: file }) });
    const own = (...files: string[]) =>
      [
        ...formats[name].write(files.map(note), {
          palette: plainPalette,
          asked: files.length === 1 ? 'one' : 'several',
        }),
      ].join('');
    const one = await run(['analyze', '--format', name, first]);
    expect([one.exitCode, one.err, one.out]).toEqual([0, '', own(first)]);
    const two = await run(['analyze', '--format', name, first, second]);
    expect([two.exitCode, two.err, two.out]).toEqual([0, '', own(first, second)]);
  });
});
