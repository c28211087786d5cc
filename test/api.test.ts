/** The public API: what it exports, what it takes, and what it says of what it cannot take. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import * as api from '../src/index.ts';
import { type AnalyzeOptions, type Analyzer, type AnalyzerOptions, createAnalyzer, InputError } from '../src/index.ts';
import * as model from '../src/model.ts';

const NOTE = 'ASSESSMENT:\n1. Small annular tear at L4-5.\n2. No sciatica.\n';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

function refusalOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'accepted';
}

describe('the exports', () => {
  it('hold what README.md speaks of, the closed lists, and nothing empty', () => {
    const lists = Object.keys(model);
    const spokenOf = ['createAnalyzer', 'analysisSchema', 'InputError', 'LexiconError', 'DEFAULT_LIMITS', 'VERSION'];
    expect(Object.keys(api)).toEqual(expect.arrayContaining([...spokenOf, ...lists]));
    expect(Object.entries(api).filter(([, value]) => value === undefined)).toEqual([]);
  });

  it('name the version of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(api.VERSION).toBe(version);
    expect(analyzer.analyze(NOTE).tool).toMatchObject({ name: 'spinenote', version });
  });
});

describe('a note', () => {
  it('gives facts, codes and queries', () => {
    const { facts, codes, queries } = analyzer.analyze(NOTE);
    expect(facts.map(({ condition, status, levels, size }) => [condition, status, levels.join(), size])).toEqual([
      ['annulus-fibrosus-defect', 'present', 'L4-L5', 'small'],
      ['sciatica', 'absent', '', null],
    ]);
    expect(codes.filter(({ standing }) => standing === 'assigned').map(({ code }) => code)).toEqual(['M51.A1']);
    expect(queries.map(({ kind }) => kind)).toContain('annular-defect-imaging');
  });

  it.each(['', ' ', '\n\n', '\ufeff', '\u00a0\t\r\n'])('that is blank (%j) gives an empty analysis', (text) => {
    const analysis = analyzer.analyze(text);
    expect(api.analysisSchema.parse(analysis)).toEqual(analysis);
    const { mentions, facts, imaging, linkages, elements, codes, queries } = analysis;
    expect([mentions, facts, imaging, linkages, elements, codes, queries].flat()).toEqual([]);
  });

  it('gets its options back', () => {
    const options: AnalyzeOptions = {
      id: 'visit-17',
      dateOfService: '2024-03-01',
      setting: 'inpatient',
      noteKind: 'other',
      meta: { patient: 'p1', codes: ['M54.50'], ward: 7 },
    };
    const { note, codeSet } = analyzer.analyze(NOTE, options);
    expect(note).toEqual({
      id: 'visit-17',
      kind: 'other',
      setting: 'inpatient',
      dateOfService: '2024-03-01',
      length: NOTE.length,
      meta: options.meta,
    });
    expect(codeSet).toMatchObject({ fiscalYear: 2024, from: '2023-10-01', to: '2024-09-30' });
  });

  it.each<[dateOfService: string | null, fiscalYear: number]>([
    [null, 2027],
    ['2026-09-30', 2026],
    ['2026-10-01', 2027],
    ['2022-10-01', 2023],
    ['2022-09-30', 2022],
  ])('of %s is coded by fiscal year %i, whatever dates stand in it', (dateOfService, fiscalYear) => {
    const text = `Date of visit: 03/04/2021\n${NOTE}`;
    expect(analyzer.analyze(text, { dateOfService }).codeSet.fiscalYear).toBe(fiscalYear);
  });

  it('is taken with the defaults of the analyzer where it gives nothing of its own', async () => {
    const other = await createAnalyzer({ defaults: { setting: 'inpatient', id: 'unnamed', noteKind: 'other' } });
    expect(other.analyze(NOTE, { id: undefined, noteKind: 'office-note' }).note).toMatchObject({
      setting: 'inpatient',
      id: 'unnamed',
      kind: 'office-note',
    });
  });
});

describe('what cannot be taken', () => {
  it.each<[what: string, text: unknown, options: unknown, refusal: RegExp]>([
    ['no text', undefined, {}, /^not-text: The note is undefined, not a string/],
    ['null', null, {}, /^not-text: The note is null/],
    ['a list', [NOTE], {}, /^not-text: The note is an array/],
    ['a buffer', new Uint8Array(3), {}, /^not-text: The note is an object/],
    ['a day that is none', NOTE, { dateOfService: '2026-02-30' }, /^bad-option: .*dateOfService.*YYYY-MM-DD/],
    ['a date in words', NOTE, { dateOfService: 'today' }, /^bad-option: .*dateOfService/],
    ['a date of two digits', NOTE, { dateOfService: '26-10-01' }, /^bad-option: .*dateOfService/],
    ['a Date', NOTE, { dateOfService: new Date() }, /^bad-option: .*dateOfService/],
    ['an unknown setting', NOTE, { setting: 'hospital' }, /^bad-option: .*setting.*outpatient or inpatient/],
    ['an unknown kind', NOTE, { noteKind: 'letter' }, /^bad-option: .*noteKind.*office-note/],
    ['a number as id', NOTE, { id: 7 }, /^bad-option: .*\bid\b.*a string/],
    ['a list as meta', NOTE, { meta: [] }, /^bad-option: .*meta.*an object/],
    ['a claim that is no list', NOTE, { meta: { codes: 'M54.50' } }, /^bad-option: .*meta.*a list of strings/],
    [
      'a misspelt option',
      NOTE,
      { dateofservice: '2026-10-01' },
      /^bad-option: There is no option dateofservice.*dateOfService/,
    ],
    ['options that are none', NOTE, 'inpatient', /^bad-option: The options are a string/],
  ])('%s is refused with what is accepted', (_what, text, options, refusal) => {
    expect(refusalOf(() => analyzer.analyze(text as string, options as AnalyzeOptions))).toMatch(refusal);
  });

  it.each<[meta: unknown]>([
    [{}],
    [{ patient: 'p1', encounter: 'e1', provider: 'd1', site: 's1', codes: ['M54.50'], ward: 7 }],
    [{ patient: undefined, codes: undefined }],
    [{ codes: [] }],
    [{ patient: null }],
    [{ site: 7 }],
    [{ codes: ['M54.50', 7] }],
    // biome-ignore lint/suspicious/noSparseArray: a hole is no string
    [{ codes: [, 'M54.50'] }],
    [{ codes: { 0: 'M54.50' } }],
    [null],
    ['p1'],
    [['p1']],
  ])('meta %j is taken where noteMetaSchema takes it, and only there', (meta) => {
    const isTaken = refusalOf(() => analyzer.analyze(NOTE, { meta } as AnalyzeOptions)) === 'accepted';
    expect(isTaken).toBe(api.noteMetaSchema.safeParse(meta).success);
  });

  it('is no note over the limit, and the limit is named', async () => {
    const small = await createAnalyzer({ limits: { textLength: 10 } });
    const refusal = refusalOf(() => small.analyze(NOTE));
    expect(refusal).toMatch(/^too-long: .*the limit is 10\./);
    expect(refusal).not.toContain('annular');
    expect(refusalOf(() => small.analyze('0123456789'))).toBe('accepted');
  });

  it.each<[what: string, options: unknown, message: RegExp]>([
    ['an unknown option', { lexicon: [] }, /There is no option lexicon.*lexicons/],
    ['an unknown limit', { limits: { text: 5 } }, /There is no option text.*textLength/],
    ['a limit that is no number', { limits: { textLength: Number.NaN } }, /limits\.textLength/],
    ['unknown linguistics', { linguistics: 'spacy' }, /linguistics.*wink or none/],
    ['a require that is none', { require: 'wink-nlp' }, /require.*a function/],
    ['a lexicon without text', { lexicons: [{ file: 'x.yaml' }] }, /lexicons.*\{ file, text \}/],
    ['a default that is none', { defaults: { setting: 'home' } }, /setting.*outpatient or inpatient/],
  ])('%s is refused when the analyzer is made', async (_what, options, message) => {
    await expect(createAnalyzer(options as AnalyzerOptions)).rejects.toThrow(message);
  });
});

describe('assertSpans', () => {
  const status = (text: string, phrase: string): string => {
    const start = text.indexOf(phrase);
    const [answer] = analyzer.assertSpans(text, [{ start, end: start + phrase.length }]);
    const cues = (answer?.assertion.cues ?? []).map((cue) => cue.text);
    return `${answer?.assertion.status}${cues.length > 0 ? ` by ${cues.join(', ')}` : ''}`;
  };

  it.each<[text: string, phrase: string, status: string]>([
    ['Denies fever.', 'fever', 'absent by Denies'],
    ['No chest pain but dyspnea.', 'dyspnea', 'present'],
    ['Possible meningioma.', 'meningioma', 'uncertain by Possible'],
    ['FAMILY HISTORY:\nScoliosis in her mother.', 'Scoliosis', 'other-person by in her mother'],
    ['Call if numbness develops.', 'numbness', 'hypothetical by Call if, develops'],
    ['History of asthma.', 'asthma', 'historical by History of'],
    ['Scar on the chin.', 'Scar', 'present'],
  ])('%j: %s is %s', (text, phrase, expected) => {
    expect(status(text, phrase)).toBe(expected);
  });

  it('answers in the order of the spans', () => {
    const spans = [
      { start: 12, end: 17 },
      { start: 0, end: 5 },
    ];
    expect(analyzer.assertSpans('Fever and no chills.', spans).map(({ start, end }) => ({ start, end }))).toEqual(
      spans,
    );
    expect(analyzer.assertSpans(NOTE, [])).toEqual([]);
  });

  it.each<[what: string, spans: unknown]>([
    ['beyond the text', [{ start: 0, end: 9999 }]],
    ['before it', [{ start: -1, end: 3 }]],
    ['empty', [{ start: 3, end: 3 }]],
    ['half a character', [{ start: 0.5, end: 3 }]],
    ['no numbers', [{ start: '0', end: '3' }]],
    ['null', [null]],
    ['no list', { start: 0, end: 3 }],
  ])('refuses spans that are %s', (_what, spans) => {
    expect(refusalOf(() => analyzer.assertSpans(NOTE, spans as []))).toMatch(/^bad-span: .*UTF-16 offsets/);
  });
});

describe('README.md', () => {
  const folder = new URL('../', import.meta.url);
  const readme = readFileSync(new URL('README.md', folder), 'utf8');

  it('gives two commands, whose note is there and whose tests the gate runs', () => {
    expect(readme).toContain('\nnpm ci && npx spinenote analyze corpus/notes/office-008.txt\n');
    expect(readme).toContain('\nnpm ci && npm test\n');
    expect(existsSync(new URL('corpus/notes/office-008.txt', folder))).toBe(true);
    expect(readFileSync(new URL('.ci/run', folder), 'utf8')).toMatch(/\nnpm ci && npm test\n$/);
  });

  it('tells the truth about its note', () => {
    const analysis = analyzer.analyze(readFileSync(new URL('corpus/notes/office-008.txt', folder), 'utf8'));
    const codes = (standing: string) =>
      analysis.codes.filter((each) => each.standing === standing).map(({ code }) => code);
    expect(codes('assigned').slice(0, 2)).toEqual(['M51.26', 'M51.A0']);
    expect(codes('unconfirmed')).toContain('M51.16');
    expect(analysis.queries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['annular-defect-size', 'uncertain-diagnosis']),
    );
  });

  it.runIf(existsSync(new URL('dist/index.js', folder)))('shows what its example prints', () => {
    const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', 'examples/library.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(readme).toContain(`\`\`\`\n${stdout}\`\`\`\n`);
  });
});
