import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { type Answer, closeAfter, makeFolder, openEnded, parseLines, run } from './world.ts';

const folder = makeFolder();
afterAll(folder.remove);

const THREE = '{"id":"a","text":"one"}\n{"id":2,"text":"two"}\n{"text":"three"}\n';
const short = (record: Answer) =>
  record.error ? `${record.id} line ${record.line} ${record.error.code}` : `${record.note.id}`;

describe('lines in, lines out, in the same order', () => {
  it.each<[string, string, string[]]>([
    ['three notes', THREE, ['a', '2', 'null']],
    ['no line end at the end', THREE.trimEnd(), ['a', '2', 'null']],
    ['CRLF', THREE.replaceAll('\n', '\r\n'), ['a', '2', 'null']],
    ['a byte-order mark', `\ufeff${THREE}`, ['a', '2', 'null']],
    ['blank lines', `\n \n${THREE}\n\t\r\n`, ['a', '2', 'null']],
    ['nothing', '', []],
    [
      'a bad line in the middle',
      '{"id":"a","text":"x"}\noops\n{"id":"b","text":"x"}',
      ['a', 'null line 2 not-json', 'b'],
    ],
    ['blank lines count', '\n\n{"id":"a"}', ['a line 3 no-text']],
    ['a note over the limit', '{"id":"a","text":"TOO LONG"}\n{"id":"b","text":"x"}', ['a line 1 too-long', 'b']],
    ['a fault in the analysis', '{"id":"a","text":"CRASH CANARY"}\n{"id":"b","text":"x"}', ['a line 1 internal', 'b']],
  ])('%s', async (_name, stdin, expected) => {
    const { exitCode, out } = await run(['batch'], { stdin });
    expect(exitCode).toBe(0);
    expect(parseLines(out).map(short)).toEqual(expected);
    expect(out).not.toMatch(/CANARY/);
  });

  it('says how many lines failed', async () => {
    expect((await run(['batch'], { stdin: 'oops\n{"text":"x"}' })).err).toMatch(
      /^spinenote: 1 of 2 lines could not be analysed/,
    );
    expect((await run(['batch'], { stdin: THREE })).err).toBe('');
  });

  it('reads a file, or stdin as -', async () => {
    const file = folder.put('notes.jsonl', THREE);
    expect(parseLines((await run(['batch', file])).out)).toHaveLength(3);
    expect(parseLines((await run(['batch', '-'], { stdin: THREE })).out)).toHaveLength(3);
  });

  it('echoes meta and nothing else that it does not know', async () => {
    const line = { id: 'a', text: 'x', meta: { patient: 'p1', ward: 7 }, ward: 9 };
    const note = parseLines((await run(['batch'], { stdin: JSON.stringify(line) })).out)[0]?.note;
    expect(note?.meta).toEqual({ patient: 'p1', ward: 7 });
    expect(JSON.stringify(note)).not.toContain('9');
  });

  it('options stand for what a line does not give', async () => {
    const stdin = '{"text":"x"}\n{"text":"x","setting":"outpatient","dateOfService":"2022-01-01"}';
    const { out } = await run(['batch', '--setting', 'inpatient', '--date', '2026-10-05'], { stdin });
    expect(parseLines(out).map(({ note }) => [note.setting, note.dateOfService])).toEqual([
      ['inpatient', '2026-10-05'],
      ['outpatient', '2022-01-01'],
    ]);
  });

  it('a line longer than any note is skipped to its end', async () => {
    async function* stream() {
      yield Buffer.from('{"text":"');
      for (let mebibyte = 0; mebibyte < 52; mebibyte++) yield Buffer.alloc(1_048_576, 'x');
      yield Buffer.from('"}\n{"id":"b","text":"x"}\n');
    }
    const { out } = await run(['batch'], { stdin: Readable.from(stream()) });
    expect(parseLines(out).map(short)).toEqual(['null line 1 line-too-long', 'b']);
  });
});

describe('what is no JSON Lines at all', () => {
  it.each<[string, string[], Uint8Array | string, RegExp]>([
    ['gzip', ['batch'], Buffer.from([0x1f, 0x8b, 8, 0]), /<stdin>: this looks like gzip/],
    ['UTF-16', ['batch'], Buffer.from('\ufeff{"text":"x"}', 'utf16le'), /UTF-16/],
    ['a missing file', ['batch', `${folder.path}/none.jsonl`], '', /none\.jsonl: no such file/],
    ['a folder', ['batch', folder.path], '', /folder/],
  ])('%s', async (_name, argv, stdin, message) => {
    const { exitCode, out, err } = await run(argv, { stdin });
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('nobody piped anything', async () => {
    expect(await run(['batch'], { tty: ['stdin'] })).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('notes.jsonl'),
    });
  });
});

describe('--output', () => {
  it('writes a file that only its owner may read', async () => {
    const target = `${folder.path}/out.jsonl`;
    expect(await run(['batch', '--output', target], { stdin: THREE })).toMatchObject({ exitCode: 0, out: '' });
    expect(parseLines(readFileSync(target, 'utf8'))).toHaveLength(3);
    if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  it('will not empty the file that it reads', async () => {
    const file = folder.put('same.jsonl', THREE);
    expect(await run(['batch', file, '-o', file])).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('would empty it'),
    });
    expect(readFileSync(file, 'utf8')).toBe(THREE);
  });

  it('names a target that cannot be written', async () => {
    const { exitCode, err } = await run(['batch', '-o', folder.path], { stdin: THREE });
    expect([exitCode, err.includes('--output')]).toEqual([2, true]);
  });
});

describe('a long run', () => {
  it('answers a line before the next one comes', async () => {
    const stdin = openEnded();
    const written: string[] = [];
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        stdout.emit('written');
        done();
      },
    });
    const running = run(['batch'], { stdin, io: { stdout } });
    for (const id of ['a', 'b']) {
      const heard = once(stdout, 'written');
      stdin.write(`{"id":"${id}","text":"x"}\n`);
      await heard;
      expect(JSON.parse(written.at(-1)!).note.id).toBe(id);
    }
    stdin.end();
    expect((await running).exitCode).toBe(0);
  });

  it('reads no further than its reader takes', async () => {
    let produced = 0;
    let release = () => {};
    async function* endless() {
      for (; produced < 1000; produced++) yield Buffer.from(`{"id":${produced},"text":"x"}\n`);
    }
    const stdout = new Writable({
      write(_chunk, _encoding, done) {
        release = done;
      },
    });
    const running = run(['batch'], { stdin: Readable.from(endless()), io: { stdout } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(produced).toBeLessThan(50);
    stdout._write = (_chunk, _encoding, done) => done();
    release();
    expect((await running).exitCode).toBe(0);
    expect(produced).toBe(1000);
  });

  it('ends quietly when the reader of its output leaves, though the input goes on', async () => {
    const stdin = openEnded();
    stdin.write(THREE);
    expect(await run(['batch'], { stdin, io: { stdout: closeAfter(1) } })).toMatchObject({ exitCode: 0, err: '' });
    expect(stdin.destroyed).toBe(true);
  });

  it('leaves whole lines when interrupted', async () => {
    const stdin = openEnded();
    stdin.write(`${THREE}{"id":"cut`);
    let interrupt = () => {};
    const running = run(['batch'], {
      stdin,
      io: {
        onInterrupt(listener) {
          interrupt = listener;
          return () => {};
        },
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    interrupt();
    const { exitCode, out } = await running;
    expect(exitCode).toBe(130);
    expect(out.endsWith('\n')).toBe(true);
    expect(parseLines(out)).toHaveLength(3);
  });

  it('shows progress to a person and to nobody else', async () => {
    expect((await run(['batch'], { stdin: THREE, tty: ['stderr'] })).err).toContain('3 notes, 0 errors');
    expect((await run(['batch'], { stdin: THREE })).err).toBe('');
  });
});
