import { describe, expect, it } from 'vitest';
import { compareNote } from '../../src/corpus/compare.ts';
import type { Layer } from '../../src/corpus/layers.ts';
import { scoreNotes } from '../../src/corpus/score.ts';
import { gold, reading } from './short-gold.ts';

const TEXT = 'Left L4-5 protrusion, small annular tear. No stenosis. Low back pain.';
const say = (want: ReturnType<typeof gold>, got: ReturnType<typeof reading> | null, layer: Layer): string[] =>
  compareNote(want, got)
    .verdicts.filter((verdict) => verdict.layer === layer)
    .map(({ item, outcome, want: asked, got: answered }) =>
      outcome === 'differs' ? `${item}: ${answered}, not ${asked}` : `${item} ${outcome}`,
    );

describe('facts', () => {
  const HERNIATION = 'disc-herniation present lumbar L4-L5 left "protrusion"';
  it.each<[string, string[], string[], Layer, string[]]>([
    ['the same', [HERNIATION], [HERNIATION], 'facts: + region', ['disc-herniation|present|lumbar right']],
    ['nothing found', [HERNIATION], [], 'facts: + region', ['disc-herniation|present|lumbar missed']],
    ['nothing to find', [], [HERNIATION], 'facts: + region', ['disc-herniation|present|lumbar extra']],
    [
      'another region is one missed and one extra',
      [HERNIATION],
      ['disc-herniation present lumbosacral "protrusion"'],
      'facts: + region',
      ['disc-herniation|present|lumbar missed', 'disc-herniation|present|lumbosacral extra'],
    ],
    [
      'another region is right where no region is asked',
      [HERNIATION],
      ['disc-herniation present lumbosacral "protrusion"'],
      'facts: condition + status',
      ['disc-herniation|present right'],
    ],
    [
      'another status',
      ['spinal-stenosis absent lumbar "No stenosis"'],
      ['spinal-stenosis present lumbar "stenosis"'],
      'facts: condition + status',
      ['spinal-stenosis|absent missed', 'spinal-stenosis|present extra'],
    ],
    [
      'an absent one is not asked among the present',
      ['spinal-stenosis absent lumbar "stenosis"'],
      [],
      'facts: present only + region',
      [],
    ],
    [
      'levels',
      [HERNIATION],
      ['disc-herniation present lumbar L3-L4 "protrusion"'],
      'levels',
      ['disc-herniation|present|lumbar: L3-L4, not L4-L5'],
    ],
    [
      'a side that gold leaves open is not asked',
      ['disc-herniation present lumbar "protrusion"'],
      [HERNIATION],
      'laterality',
      [],
    ],
    ['a missed fact asks for no attribute', [HERNIATION], [], 'levels', []],
    [
      'size',
      ['annulus-fibrosus-defect present lumbar small "annular tear"'],
      ['annulus-fibrosus-defect present lumbar "annular tear"'],
      'size',
      ['annulus-fibrosus-defect|present|lumbar: unspecified, not small'],
    ],
    [
      'two sizes of one place find their own partner',
      [
        'annulus-fibrosus-defect present lumbar large "annular tear"',
        'annulus-fibrosus-defect present lumbar small "small annular tear"',
      ],
      [
        'annulus-fibrosus-defect present lumbar small "annular tear"',
        'annulus-fibrosus-defect present lumbar large "annular tear"',
      ],
      'size',
      ['annulus-fibrosus-defect|present|lumbar right', 'annulus-fibrosus-defect|present|lumbar right'],
    ],
    [
      'words elsewhere',
      [HERNIATION],
      ['disc-herniation present lumbar L4-L5 left "Low back pain"'],
      'evidence',
      ['disc-herniation|present|lumbar: elsewhere, not overlaps'],
    ],
    ['spans: the same place', [HERNIATION], [HERNIATION], 'spans: exact', ['disc-herniation|present right']],
    [
      'spans: a longer quote is not exact',
      [HERNIATION],
      ['disc-herniation present lumbar "L4-5 protrusion"'],
      'spans: exact',
      ['disc-herniation|present missed', 'disc-herniation|present extra'],
    ],
    [
      'spans: a longer quote overlaps',
      [HERNIATION],
      ['disc-herniation present lumbar "L4-5 protrusion"'],
      'spans: overlap',
      ['disc-herniation|present right'],
    ],
  ])('%s', (_name, want, got, layer, expected) => {
    expect(say(gold(TEXT, want), reading(TEXT, got), layer)).toEqual(expected);
  });

  it('an optional reading is neither asked for nor punished', () => {
    const want = gold(TEXT, [], { factsOptional: ['low-back-pain|present|lumbar'] });
    const got = reading(TEXT, ['low-back-pain present lumbar "Low back pain"']);
    for (const layer of [
      'facts: condition + status',
      'facts: + region',
      'facts: present only + region',
      'spans: overlap',
    ] as const) {
      expect(say(want, got, layer)).toEqual([]);
    }
  });

  it('a note without an analysis misses everything', () => {
    expect(say(gold(TEXT, [HERNIATION]), null, 'facts: + region')).toEqual(['disc-herniation|present|lumbar missed']);
    expect(say(gold(TEXT, []), null, 'note kind')).toEqual(['note: none, not office-note']);
  });
});

describe('codes, queries, studies, linkages', () => {
  const codes = (...assigned: string[]) => ({ codes: assigned.map((code) => ({ code, standing: 'assigned' })) });
  const asked = (required: string[], optional: string[] = []) => gold(TEXT, [], { codes: { required, optional } });
  it.each<[string, string[], string[], string[], string[]]>([
    ['exact', ['M51.26', 'M51.A1'], [], ['M51.26', 'M51.A1'], ['codes right', 'lumbar right']],
    ['an optional one does no harm', ['M51.26'], ['M54.50'], ['M51.26', 'M54.50'], ['codes right']],
    ['one too many', ['M51.26'], [], ['M51.26', 'M54.50'], ['codes: other, not exact']],
    [
      'Code First turned round',
      ['M51.26', 'M51.A1'],
      [],
      ['M51.A1', 'M51.26'],
      ['codes right', 'lumbar: not, not disc first'],
    ],
    ['Code First binds within a region', ['M51.26', 'M51.A4'], [], ['M51.A4', 'M51.26'], ['codes right']],
    ['codes out of scope are not scored', ['M51.26', 'G89.29'], [], ['M51.26', 'Z79.891'], ['codes right']],
  ])('%s', (_name, required, optional, assigned, expected) => {
    const want = asked(required, optional);
    const got = reading(TEXT, [], codes(...assigned));
    expect([...say(want, got, 'codes: exact set'), ...say(want, got, 'codes: Code First')]).toEqual(expected);
  });

  it('what must be assigned is no wrong suggestion when it is left unconfirmed', () => {
    const got = reading(TEXT, [], { codes: [{ code: 'M51.26', standing: 'unconfirmed' }] });
    expect(say(asked(['M51.26']), got, 'codes: unconfirmed')).toEqual([]);
    expect(say(asked(['M51.26']), got, 'codes: assigned')).toEqual(['M51.26 missed']);
  });

  it('one query asked twice is one', () => {
    const query = { kind: 'pain-duration', indicators: [] };
    const got = reading(TEXT, [], { queries: [query, query] });
    expect(say(gold(TEXT, [], { queries: ['pain-duration', 'pain-specificity'] }), got, 'queries: kind')).toEqual([
      'pain-duration right',
      'pain-specificity missed',
    ]);
  });

  it('the status belongs to a study and to a linkage', () => {
    const want = gold(TEXT, [], {
      imaging: [{ modality: 'MRI', status: 'performed' }],
      linkages: [{ from: 'low-back-pain', to: 'disc-herniation', status: 'present' }],
    });
    const got = reading(TEXT, [], {
      imaging: [{ modality: 'MRI', region: 'lumbar', status: 'ordered', evidence: [] }],
      linkages: [{ from: 'low-back-pain', to: 'disc-herniation', status: 'uncertain', evidence: [] }],
    });
    expect(say(want, got, 'imaging: modality + status')).toEqual(['MRI|performed missed', 'MRI|ordered extra']);
    expect(say(want, got, 'linkages: from -> to')).toHaveLength(2);
  });

  it('a topic that gold leaves out is not scored', () => {
    const { kind: _, ...unkind } = gold(TEXT, []);
    const want = { ...unkind, topics: new Set<never>() };
    const got = reading(TEXT, ['low-back-pain present lumbar "Low back pain"'], codes('M54.50'));
    expect(compareNote(want, got).verdicts.map(({ layer }) => layer)).toEqual(['spans: exact', 'spans: overlap']);
  });
});

describe('figures', () => {
  const right = compareNote(
    gold(TEXT, ['low-back-pain present lumbar "Low back pain"']),
    reading(TEXT, ['low-back-pain present lumbar "Low back pain"']),
  );
  const half = compareNote(
    gold(TEXT, ['low-back-pain present lumbar "Low back pain"', 'spinal-stenosis absent lumbar "stenosis"']),
    reading(TEXT, ['low-back-pain present lumbar "Low back pain"', 'spinal-stenosis present lumbar "stenosis"']),
  );

  it('micro pools the counts, macro means the notes', () => {
    const { items } = scoreNotes([right, half]);
    const rate = items['facts: + region'];
    expect([rate.tp, rate.fp, rate.fn]).toEqual([2, 1, 1]);
    expect(rate.f1).toBeCloseTo(4 / 6);
    expect(rate.macro.f1).toBeCloseTo((1 + 0.5) / 2);
  });

  it('the interval holds the figure, and two runs give the same', () => {
    const notes = [right, half, right, half, half];
    const { f1, intervals } = scoreNotes(notes).items['facts: + region'];
    expect(intervals.f1![0]).toBeLessThanOrEqual(f1!);
    expect(intervals.f1![1]).toBeGreaterThanOrEqual(f1!);
    expect(intervals.f1![0]).toBeLessThan(intervals.f1![1]);
    expect(scoreNotes(notes)).toEqual(scoreNotes(notes));
  });

  it('a figure with nothing to count is null', () => {
    const { items, answers } = scoreNotes([right]);
    expect([items['codes: assigned'].f1, items['codes: assigned'].intervals.f1, answers.size.accuracy]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('by condition and by section', () => {
    const sections = [{ kind: 'assessment', start: 0, end: TEXT.length }];
    const placed = compareNote(
      gold(TEXT, ['low-back-pain present lumbar "Low back pain"']),
      reading(TEXT, ['spinal-stenosis present lumbar "stenosis"'], { sections }),
    );
    const score = scoreNotes([placed]);
    expect(score.sections.assessment).toMatchObject({ tp: 0, fp: 1, fn: 1 });
    expect(score.conditions['low-back-pain']).toMatchObject({ tp: 0, fp: 0, fn: 1 });
    expect(score.kinds['office-note']).toMatchObject({ notes: 1 });
  });
});
