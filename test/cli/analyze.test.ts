import { afterAll, describe, expect, it } from 'vitest';
import { LexiconError } from '../../src/index.ts';
import { closeAfter, collect, makeFolder, parseLines, run } from './world.ts';

const folder = makeFolder();
afterAll(folder.remove);
const note = folder.put('note.txt', 'Aching back.\r\nSciatica.');
const second = folder.put('second.txt', 'Neck pain.');
const latin1 = folder.put('latin1.txt', Buffer.from('patient\x92s CANARY', 'latin1'));
const pdf = folder.put('scan.pdf', '%PDF-1.7 CANARY');
const lexicon = folder.put('own.yaml', 'terms: []\n');
const missing = `${folder.path}/missing.txt`;

describe('where notes come from', () => {
  it('a file', async () => {
    const { exitCode, out, err } = await run(['analyze', note]);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toContain(note);
    expect(out).toContain('"Aching back. Sciatica."');
  });

  it.each([[['analyze']], [['analyze', '-']]])('stdin with %j', async (argv) => {
    const { exitCode, out } = await run(argv, { stdin: 'Neck pain.' });
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^<stdin>\n/);
    expect(out).toContain('"Neck pain."');
  });

  it('files and stdin together, in the order named', async () => {
    const { out } = await run(['analyze', '--format', 'jsonl', second, '-', note], { stdin: 'Leg pain.' });
    expect(parseLines(out).map((analysis) => analysis.note.id)).toEqual([second, null, note]);
  });

  it('a blank note is a note', async () => {
    const { exitCode, out } = await run(['analyze'], { stdin: ' \n' });
    expect([exitCode, out.includes('none found')]).toEqual([0, true]);
  });

  it('nobody piped anything and no file is named', async () => {
    const { exitCode, out, err } = await run(['analyze'], { tty: ['stdin'] });
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(/no note given.*analyze note\.txt.*cat note\.txt \|/);
  });

  it('a byte-order mark stays in the text', async () => {
    const { out } = await run(['analyze', '--format', 'json'], { stdin: '\ufeffHPI' });
    expect(JSON.parse(out).note.length).toBe(4);
  });
});

describe('what cannot be read is named, and the rest is analysed', () => {
  it.each<[string, string, RegExp]>([
    ['a missing file', missing, /missing\.txt: no such file/],
    ['a folder', folder.path, /this is a folder/],
    ['bytes that are not UTF-8', latin1, /latin1\.txt: not valid UTF-8: byte 0x92 at byte offset 7\./],
    ['a PDF', pdf, /scan\.pdf: this looks like a PDF/],
    ['a note over the limit', folder.put('long.txt', 'TOO LONG CANARY'), /long\.txt: .*limit of 9/],
    ['a pasted note', 'CANARY and\nmore', /<an argument of 15 characters>: no such file.*pipe/],
  ])('%s', async (_name, file, message) => {
    const { exitCode, out, err } = await run(['analyze', '--format', 'json', file, second]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toContain('CANARY');
    expect(JSON.parse(out)).toHaveLength(1);
  });

  it('each of several', async () => {
    const { err } = await run(['analyze', missing, pdf, second]);
    expect(err.trim().split('\n')).toHaveLength(2);
  });

  it('stdin', async () => {
    const { exitCode, err, out } = await run(['analyze', '-', second], { stdin: Buffer.from([0x1f, 0x8b, 8, 0]) });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/^spinenote: <stdin>: this looks like gzip/);
    expect(out).toContain('Neck pain');
  });
});

describe('options', () => {
  it('reach the analyzer', async () => {
    const argv = [
      'analyze',
      '--format',
      'json',
      '--date',
      '2021-05-01',
      '--setting',
      'inpatient',
      '--note-kind',
      'procedure-note',
    ];
    const { out } = await run(argv, { stdin: 'x' });
    expect(JSON.parse(out).note).toMatchObject({
      dateOfService: '2021-05-01',
      setting: 'inpatient',
      kind: 'procedure-note',
    });
  });

  it('lexicons are read in order', async () => {
    const { asked } = await run(['analyze', '--lexicon', lexicon, '--lexicon', second], { stdin: 'x' });
    expect(asked).toEqual([
      {
        lexicons: [
          { file: lexicon, text: 'terms: []\n' },
          { file: second, text: 'Neck pain.' },
        ],
      },
    ]);
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown format', ['--format', 'xml'], /text, json, jsonl, line/],
    ['an unknown setting', ['--setting', 'home'], /outpatient, inpatient/],
    ['an unknown note kind', ['--note-kind', 'soap'], /office-note/],
    ['a date in another order', ['--date', '05/01/2021'], /YYYY-MM-DD/],
    ['a day that is none', ['--date', '2026-02-30'], /YYYY-MM-DD/],
    ['an unknown option', ['--colour'], /unknown option/],
    ['a lexicon that is not there', ['--lexicon', missing], /--lexicon .*missing\.txt: no such file/],
    ['a lexicon that is not UTF-8', ['--lexicon', latin1], /--lexicon .*not valid UTF-8/],
    ['stdin twice', ['-', '-'], /stdin \(-\) can be read only once/],
  ])('%s', async (_name, options, message) => {
    const { exitCode, out, err } = await run(['analyze', ...options], { stdin: 'x' });
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('a lexicon with a mistake is told with file and line', async () => {
    const createAnalyzer = async () => {
      throw new LexiconError('own.yaml', 3, 'the term is empty. Give it a word.');
    };
    const { exitCode, err } = await run(['analyze', '--lexicon', lexicon], { stdin: 'x', io: { createAnalyzer } });
    expect([exitCode, err]).toEqual([2, 'spinenote: own.yaml:3: the term is empty. Give it a word.\n']);
  });
});

describe('colour', () => {
  it.each<[string, boolean, Record<string, string>, ('stdout' | 'stderr')[]]>([
    ['none in a pipe', false, {}, []],
    ['some on a terminal', true, {}, ['stdout']],
    ['none on a dumb terminal', false, { TERM: 'dumb' }, ['stdout']],
    ['NO_COLOR', false, { NO_COLOR: '1' }, ['stdout']],
    ['NO_COLOR empty is not set', true, { NO_COLOR: '' }, ['stdout']],
    ['FORCE_COLOR in a pipe', true, { FORCE_COLOR: '1' }, []],
    ['FORCE_COLOR=0 on a terminal', false, { FORCE_COLOR: '0' }, ['stdout']],
    ['NO_COLOR wins over FORCE_COLOR', false, { NO_COLOR: '1', FORCE_COLOR: '1' }, ['stdout']],
  ])('%s', async (_name, expected, env, tty) => {
    const { out } = await run(['analyze', note], { env, tty });
    expect(out.includes('\x1b[')).toBe(expected);
  });
});

describe('the program', () => {
  it('--version', async () => {
    expect(await run(['--version'])).toMatchObject({ exitCode: 0, out: '0.1.0\n', err: '' });
  });

  it.each([[['--help']], [['analyze', '--help']], [['batch', '--help']]])('help with examples: %j', async (argv) => {
    const { exitCode, out, err } = await run(argv);
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(/Examples:\n {2}\S/);
  });

  it.each([[[]], [['analise']], [['--nothing']]])('usage error: %j', async (argv) => {
    const { exitCode, out, err } = await run(argv);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  it('ends quietly when the reader of its output leaves', async () => {
    const { exitCode, err } = await run(['analyze', note, second], { io: { stdout: closeAfter(1) } });
    expect([exitCode, err]).toEqual([0, '']);
  });

  it('says that the disk is full', async () => {
    const { sink } = collect();
    sink._write = (_chunk, _encoding, done) => done(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    expect(await run(['analyze', note], { io: { stdout: sink } })).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('disk is full'),
    });
  });

  it('tells a fault of its own without the note', async () => {
    const { exitCode, err } = await run(['analyze'], { stdin: 'CRASH of CANARY' });
    expect(exitCode).toBe(2);
    expect(err).toMatch(/fault of its own \(TypeError\)[\s\S]*\n\s+at /);
    expect(err).not.toContain('CANARY');
  });
});
