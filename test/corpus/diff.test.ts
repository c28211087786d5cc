import { describe, expect, it } from 'vitest';
import { compareNote } from '../../src/corpus/compare.ts';
import { diffRuns } from '../../src/corpus/diff.ts';
import { checkMisses, listMisses, readKnownMisses, writeKnownMisses } from '../../src/corpus/known-misses.ts';
import { readBase, writeSaved } from '../../src/corpus/saved.ts';
import { scoreNotes } from '../../src/corpus/score.ts';
import { gold, reading } from './short-gold.ts';

const TEXT = 'Left L4-5 protrusion, a bulge. No stenosis. Low back pain.';
const HERNIATION = 'disc-herniation present lumbar L4-L5 left "protrusion"';
const PAIN = 'low-back-pain present lumbar "Low back pain"';
const want = gold(TEXT, [HERNIATION, PAIN]);

describe('diff of two runs', () => {
  const diff = (before: string[], now: string[]) =>
    diffRuns([want], new Map([['n1', reading(TEXT, before)]]), () => reading(TEXT, now));
  it.each<[string, string[], string[], string[]]>([
    ['nothing', [HERNIATION, PAIN], [HERNIATION, PAIN], []],
    ['found now', [PAIN], [HERNIATION, PAIN], ['newly right disc-herniation|present|lumbar: missed > right @10-20']],
    ['lost now', [HERNIATION, PAIN], [HERNIATION], ['newly wrong low-back-pain|present|lumbar: right > missed @44-57']],
    [
      'an extra one now',
      [HERNIATION, PAIN],
      [HERNIATION, PAIN, 'disc-bulge present lumbar "bulge"'],
      ['newly wrong disc-bulge|present|lumbar: - > extra @24-29'],
    ],
    [
      'an extra one gone',
      [HERNIATION, PAIN, 'disc-bulge present lumbar "bulge"'],
      [HERNIATION, PAIN],
      ['newly right disc-bulge|present|lumbar: extra > - @-'],
    ],
    [
      'a wrong level now',
      [HERNIATION, PAIN],
      ['disc-herniation present lumbar L3-L4 left "protrusion"', PAIN],
      ['newly wrong disc-herniation|present|lumbar: right > L3-L4 (want L4-L5) @10-20'],
    ],
    [
      'wrong in another way',
      ['disc-herniation present lumbar L2-L3 left "protrusion"', PAIN],
      ['disc-herniation present lumbar L3-L4 left "protrusion"', PAIN],
      ['changed disc-herniation|present|lumbar: L2-L3 (want L4-L5) > L3-L4 (want L4-L5) @10-20'],
    ],
    [
      'the attributes of a fact that is new are no news of their own',
      [PAIN],
      ['disc-herniation present lumbar L3-L4 left "protrusion"', PAIN],
      [
        'newly right disc-herniation|present|lumbar: missed > right @10-20',
        'changed disc-herniation|present|lumbar: - > L3-L4 (want L4-L5) @10-20',
      ],
    ],
    [
      'the words moved',
      [HERNIATION, PAIN],
      ['disc-herniation present lumbar L4-L5 left "L4-5 protrusion"', PAIN],
      ['changed disc-herniation|present|lumbar: right at 10-20 > right at 5-20 @5-20'],
    ],
  ])('%s', (_name, before, now, expected) => {
    const told = diff(before, now).notes.flatMap(({ changes }) =>
      changes.map(
        ({ kind, item, before, now, spans }) =>
          `${kind} ${item}: ${before} > ${now} @${spans.map(({ start, end }) => `${start}-${end}`).join(' ') || '-'}`,
      ),
    );
    expect(told).toEqual(expected);
  });

  it('a note that the base has not, or had with another text, is not compared', () => {
    const other = gold(`${TEXT} More.`, [PAIN], { id: 'n2' });
    const { skipped, counts } = diffRuns([want, other], new Map([['n2', reading(TEXT, [PAIN])]]), () =>
      reading(TEXT, []),
    );
    expect([skipped, counts['newly wrong']]).toEqual([['n1', 'n2'], 0]);
  });
});

describe('the base', () => {
  const saved = writeSaved([reading(TEXT, [HERNIATION])], scoreNotes([]), { version: '1', lexicons: 'x' });
  it('a saved result comes back, and holds no word of the note', () => {
    expect(readBase(saved, 'b.json').readings.get('n1')?.facts).toHaveLength(1);
    expect(saved).not.toContain('protrusion');
  });
  it('analyses as JSON Lines, a record of an error among them', () => {
    const lines = [
      JSON.stringify(reading(TEXT, [PAIN])),
      '{"id":"n2","line":2,"error":{"code":"no-text","message":"x"}}',
      '{"note":{}}',
      'x',
    ];
    const { readings, problems } = readBase(lines.join('\n'), 'a.jsonl');
    expect([[...readings.keys()], problems.map(({ line }) => line)]).toEqual([['n1'], [4, 3].sort()]);
  });
  it('a saved result that was cut off', () => {
    expect(readBase(saved.slice(0, -20), 'b.json').problems).toMatchObject([
      { file: 'b.json', line: 1, message: expect.stringMatching(/cut off/) },
    ]);
  });
});

describe('known misses', () => {
  const misses = listMisses([compareNote(want, reading(TEXT, ['disc-herniation present lumbosacral "protrusion"']))]);
  it('each disagreement once, with its class', () => {
    expect(misses.map(({ miss, reason }) => `${miss} # ${reason}`)).toEqual([
      'facts: + region, missed: disc-herniation|present|lumbar # binding: placed in another region',
      'facts: + region, missed: low-back-pain|present|lumbar # term: only one side has this condition here',
      'facts: + region, extra: disc-herniation|present|lumbosacral # binding: placed in another region',
    ]);
  });
  it('a reason that a person wrote stays, a line whose miss is gone goes', () => {
    const mine = {
      n1: { [misses[1]!.miss]: 'term: pain stands in the last sentence', 'codes: assigned, missed: M1': 'old' },
    };
    const written = readKnownMisses(writeKnownMisses(misses, mine), 'k.yaml');
    expect(Object.values(written.n1!)).toEqual([
      'binding: placed in another region',
      'term: pain stands in the last sentence',
      'binding: placed in another region',
    ]);
  });
  it('what is not listed and what passes are both told', () => {
    const known = { n1: { [misses[0]!.miss]: 'x' }, n2: { 'note kind of note: want other': 'x' } };
    const check = checkMisses(misses, known);
    expect(check.unlisted).toHaveLength(2);
    expect(check.passing).toEqual([{ note: 'n2', miss: 'note kind of note: want other' }]);
  });
  it('a list of another shape is refused with its place', () => {
    expect(() => readKnownMisses('n1:\n  - x\n', 'k.yaml')).toThrow(/k\.yaml: n1.*expected "note id:"/);
    expect(readKnownMisses('', 'k.yaml')).toEqual({});
  });
});
