import { describe, expect, it } from 'vitest';
import { readBrat } from '../../src/corpus/brat.ts';
import { writeBrat } from '../../src/corpus/brat-writer.ts';
import { mapOffsets } from '../../src/corpus/code-points.ts';
import type { GoldNote } from '../../src/corpus/gold.ts';
import fc from '../property.ts';
import { fact, gold } from './short-gold.ts';

const TEXT = '😀 Left L4-5 protrusion.\nNo canal\nstenosis.\n';
/** Code points: the face is one. */
const read = (ann: string, text = TEXT) => readBrat([{ id: 'n1', text, ann, file: 'n1.ann' }]);
const told = (notes: readonly GoldNote[]): string[] =>
  notes.flatMap(({ facts }) =>
    facts.map(({ condition, status, region, levels, evidence }) =>
      [
        condition,
        status,
        region,
        ...(levels ?? []),
        ...evidence.map(({ start, end, text }) => `${start}-${end} ${JSON.stringify(text)}`),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  );

describe('reads', () => {
  it.each<[string, string, string[]]>([
    [
      'code points become UTF-16 units',
      'T1\tdisc-herniation 12 22\tprotrusion',
      ['disc-herniation 13-23 "protrusion"'],
    ],
    ['another spelling of the type', 'T1\tDisc_Herniation 12 22\tprotrusion', ['disc-herniation 13-23 "protrusion"']],
    [
      'a span over a line end, cut as brat does',
      'T1\tspinal-stenosis 27 32;33 41\tcanal stenosis',
      ['spinal-stenosis 28-42 "canal\\nstenosis"'],
    ],
    [
      'a span over a line end, with a blank for it',
      'T1\tspinal-stenosis 27 41\tcanal stenosis',
      ['spinal-stenosis 28-42 "canal\\nstenosis"'],
    ],
    [
      'a discontinuous span is one fact with two quotes',
      'T1\tspinal-stenosis 24 26;33 41\tNo stenosis',
      ['spinal-stenosis 25-27 "No" 34-42 "stenosis"'],
    ],
    [
      'attributes',
      'T1\tdisc-herniation 12 22\tprotrusion\nA1\tStatus T1 present\nA2\tRegion T1 lumbar\nA3\tLevel T1 L4-L5',
      ['disc-herniation present lumbar L4-L5 13-23 "protrusion"'],
    ],
    [
      'a flag, and no flag beside one is present',
      'T1\tspinal-stenosis 33 41\tstenosis\nA1\tNegation T1\nT2\tdisc-herniation 12 22\tprotrusion',
      ['spinal-stenosis absent 34-42 "stenosis"', 'disc-herniation present 13-23 "protrusion"'],
    ],
    [
      'the old M lines',
      'T1\tspinal-stenosis 33 41\tstenosis\nM1\tSpeculation T1',
      ['spinal-stenosis uncertain 34-42 "stenosis"'],
    ],
    [
      'remarks, events and normalisations are passed over',
      '#1\tAnnotatorNotes T1\tsure?\nE1\tX:T1\nN1\tReference T1 UMLS:1\tx\n*\tEquiv T1 T2',
      [],
    ],
    ['Windows line ends', 'T1\tdisc-herniation 12 22\tprotrusion\r\n', ['disc-herniation 13-23 "protrusion"']],
  ])('%s', (_name, ann, expected) => {
    const { notes, problems } = read(ann);
    expect(problems).toEqual([]);
    expect(told(notes)).toEqual(expected);
  });

  it('spans without a status say nothing about status', () => {
    const topics = read('T1\tdisc-herniation 12 22\tprotrusion').notes[0]!.topics;
    expect([topics.has('status'), topics.has('codes'), topics.has('imaging')]).toEqual([false, false, false]);
  });

  it('a relation is a linkage', () => {
    const ann =
      'T1\tlow-back-pain 2 6\tLeft\nT2\tdisc-herniation 12 22\tprotrusion\nR1\tLinkage Arg1:T1 Arg2:T2\nR2\tOther Arg1:T2 Arg2:T1';
    expect(read(ann).notes[0]!.linkages).toMatchObject([
      { from: 'low-back-pain', to: 'disc-herniation', status: 'present' },
    ]);
  });

  it('a CRLF in the note counts as two', () => {
    expect(told(read('T1\tspinal-stenosis 4 12\tstenosis', 'No\r\nstenosis').notes)).toEqual([
      'spinal-stenosis 4-12 "stenosis"',
    ]);
  });
});

describe('a broken file names its line and what was expected', () => {
  it.each<[string, string, number, RegExp]>([
    ['another quote', 'T1\tdisc-herniation 12 22\tprotrusio!', 1, /quoted text is not what stands.*code points/],
    ['offsets in UTF-16 units', '\nT1\tdisc-herniation 13 23\tprotrusion', 2, /not what stands at the offsets/],
    ['beyond the end', 'T1\tdisc-herniation 12 2200\tprotrusion', 1, /no place in the note/],
    [
      'an unknown type',
      'T1\tMedication 12 22\tprotrusion',
      1,
      /names no condition. Expected one of annulus-fibrosus-defect/,
    ],
    ['fragments out of order', 'T1\tspinal-stenosis 33 41;24 26\tstenosis No', 1, /overlap or stand out of order/],
    ['no quote', 'T1\tdisc-herniation 12 22', 1, /not an entity. Expected "T1<tab>type/],
    ['an attribute of nothing', 'A1\tStatus T9 absent', 1, /names no entity/],
    ['a wrong value', 'T1\tdisc-herniation 12 22\tprotrusion\nA1\tStatus T1 maybe', 2, /Expected one of .*absent/],
    ['a study without modality', 'T1\timaging 12 22\tprotrusion', 1, /no attribute "modality"/],
    ['a relation of one', 'T1\tdisc-herniation 12 22\tprotrusion\nR1\tLinkage Arg1:T1', 2, /not a relation/],
    ['a relation to nothing', 'R1\tLinkage Arg1: Arg2:T1', 1, /not a relation/],
    ['a relation without roles', 'R1\tLinkage :T1 :T2', 1, /not a relation/],
    ['no standoff at all', 'hello', 1, /not a line of brat standoff/],
  ])('%s', (_name, ann, line, message) => {
    const { notes, problems } = read(ann);
    expect(notes).toEqual([]);
    expect(problems).toEqual([{ file: 'n1.ann', line, message: expect.stringMatching(message) }]);
    expect(JSON.stringify(problems)).not.toContain('protrusion');
  });

  it('the other files are still read', () => {
    const good = { id: 'n2', text: TEXT, ann: 'T1\tdisc-herniation 12 22\tprotrusion', file: 'n2.ann' };
    const { notes, problems } = readBrat([{ id: 'n1', text: TEXT, ann: 'x', file: 'n1.ann' }, good]);
    expect([notes.map(({ id }) => id), problems.length]).toEqual([['n2'], 1]);
  });
});

describe('writes what it reads', () => {
  it('facts, studies and linkages come back', () => {
    const text = '😀 MRI: left L4-5 protrusion with\r\na small annular tear. Low back pain from it.';
    const note = gold(
      text,
      [
        'disc-herniation present lumbar L4-L5 left imaging "protrusion" "L4-5 protrusion"',
        'annulus-fibrosus-defect present lumbar small imaging "with\r\na small annular tear"',
        'low-back-pain present lumbar chronic provider "Low back pain"',
      ],
      {
        imaging: [
          { modality: 'MRI', status: 'performed', region: 'lumbar', evidence: [{ start: 3, end: 6, text: 'MRI' }] },
        ],
        linkages: [
          {
            from: 'low-back-pain',
            to: 'disc-herniation',
            status: 'present',
            evidence: [...fact(text, 'low-back-pain present lumbar "Low back pain"').evidence],
          },
        ],
      },
    );
    const [back] = read(writeBrat(note), text).notes;
    const plain = (facts: GoldNote['facts']) =>
      facts.map(({ levels = [], laterality = 'unspecified', size = null, detail = [], ...rest }) => ({
        ...rest,
        levels,
        laterality,
        size,
        detail,
      }));
    expect(plain(back!.facts)).toEqual(plain(note.facts));
    expect([back!.imaging, back!.linkages]).toEqual([note.imaging, note.linkages]);
  });
});

describe('code points and UTF-16 units', () => {
  it('there and back is the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(40), (text, points) => {
        const { toUnits, toPoints } = mapOffsets(text);
        const units = toUnits(points);
        const characters = [...text];
        expect(units).toBe(points > characters.length ? null : characters.slice(0, points).join('').length);
        if (units !== null) expect(toPoints(units)).toBe(points);
      }),
    );
  });
});
