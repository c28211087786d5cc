import { describe, expect, it } from 'vitest';
import { readGoldFile, readGoldLines } from '../../src/corpus/gold-files.ts';
import { readSpanLines, writeSpanLine } from '../../src/corpus/spans.ts';
import { gold } from './short-gold.ts';

const TEXT = 'Canary back pain.';
const textOf = (id: string) => (id === 'n1' ? TEXT : null);
const QUOTE = '{ "start": 7, "end": 16, "text": "back pain" }';
const file = (evidence = QUOTE, condition = 'back-pain', id = 'n1') => `{
  "id": "${id}",
  "kind": "office-note",
  "facts": [
    {
      "condition": "${condition}",
      "status": "present",
      "region": "unspecified",
      "evidence": [
        ${evidence}
      ]
    }
  ]
}`;

describe('gold as one JSON file', () => {
  it('is read', () => {
    const { notes, problems } = readGoldFile(file(), 'g.json', textOf);
    expect(problems).toEqual([]);
    expect([...notes[0]!.topics]).toEqual(['status', 'region', 'kind']);
  });

  it.each<[string, string, number, RegExp]>([
    ['a word that is no condition', file(QUOTE, 'back-ache'), 6, /"facts.0.condition".*corpus\/README\.md/],
    [
      'another text at the offsets',
      file('{ "start": 0, "end": 9, "text": "back pain" }'),
      10,
      /other words at 0-9.*UTF-16/,
    ],
    [
      'a length that cannot be',
      file('{ "start": 7, "end": 12, "text": "back pain" }'),
      10,
      /end must be start \+ length/,
    ],
    ['a quote that stands nowhere', file('{ "text": "neck pain" }'), 10, /does not stand in the note/],
    ['a start without an end', file('{ "start": 7, "text": "back pain" }'), 10, /start and end, or neither/],
    ['a misspelt field', file().replace('"kind"', '"knd"'), 1, /knd/],
    ['an id without a note', file(QUOTE, 'back-pain', 'n9'), 2, /no note has this id/],
    ['a comma too few', file().replace('"office-note",', '"office-note"'), 4, /not valid JSON/],
  ])('%s', (_name, json, line, message) => {
    const { notes, problems } = readGoldFile(json, 'g.json', textOf);
    expect(notes).toEqual([]);
    expect(problems).toEqual([{ file: 'g.json', line, message: expect.stringMatching(message) }]);
    expect(JSON.stringify(problems)).not.toContain('Canary');
  });
});

describe('gold as JSON Lines', () => {
  it('a broken line costs only itself', () => {
    const line = JSON.stringify(JSON.parse(file()));
    const { notes, problems } = readGoldLines(
      `\ufeff${line}\n\n{"id":\n[]\n${file(QUOTE, 'x').replaceAll('\n', '')}\n`,
      'g.jsonl',
      textOf,
    );
    expect(notes).toHaveLength(1);
    expect(problems.map((problem) => problem.line)).toEqual([3, 4, 5]);
  });
});

describe('labelled spans', () => {
  const FACE = '😀 back pain, no sciatica';
  const told = (lines: string) => {
    const { notes, problems } = readSpanLines(lines, 's.jsonl');
    expect(problems).toEqual([]);
    return notes.flatMap(({ id, facts }) =>
      facts.map(({ condition, status, region, evidence }) =>
        [id, condition, status, region, ...evidence.map(({ start }) => start)].join(' '),
      ),
    );
  };
  it.each<[string, unknown, string[]]>([
    [
      'Prodigy',
      { text: FACE, spans: [{ start: 2, end: 11, label: 'back-pain', token_start: 1 }], answer: 'accept' },
      ['line-1 back-pain   3'],
    ],
    ['doccano triples', { id: 7, text: FACE, label: [[2, 11, 'BACK_PAIN']] }, ['7 back-pain   3']],
    [
      'doccano entities',
      { id: 7, text: FACE, entities: [{ id: 1, label: 'back-pain', start_offset: 2, end_offset: 11 }] },
      ['7 back-pain   3'],
    ],
    [
      'our offsets when the line says so',
      { text: FACE, offsets: 'utf-16', spans: [{ start: 3, end: 12, label: 'back-pain' }] },
      ['line-1 back-pain   3'],
    ],
    ['an id in meta', { text: FACE, meta: { id: 'v1' }, spans: [[2, 11, 'back-pain']] }, ['v1 back-pain   3']],
    [
      'status and region in the label; without a status it is present',
      {
        text: FACE,
        spans: [
          [2, 11, 'back-pain'],
          [16, 24, 'sciatica|absent|lumbar'],
        ],
      },
      ['line-1 back-pain present unspecified 3', 'line-1 sciatica absent lumbar 17'],
    ],
    [
      'one condition said twice is one fact',
      {
        text: FACE,
        spans: [
          [2, 6, 'back-pain'],
          [7, 11, 'back-pain'],
        ],
      },
      ['line-1 back-pain   3 8'],
    ],
    ['what the annotator rejected', { text: FACE, spans: [[2, 11, 'back-pain']], answer: 'reject' }, []],
  ])('%s', (_name, line, expected) => expect(told(JSON.stringify(line))).toEqual(expected));

  it.each<[string, unknown, RegExp]>([
    ['no text', { spans: [] }, /"text" is missing/],
    ['no spans', { text: FACE }, /no list of spans/],
    [
      'offsets of bytes',
      { text: FACE, spans: [{ start: 5, end: 14, label: 'back-pain', text: 'back pain' }] },
      /span 1 .*UTF-16/,
    ],
    ['beyond the end', { text: FACE, spans: [[2, 99, 'back-pain']] }, /no place in the text/],
    ['end before start', { text: FACE, spans: [[9, 2, 'back-pain']] }, /no place in the text/],
    ['a label of another kind', { text: FACE, spans: [[2, 11, 'DRUG']] }, /names no condition/],
    ['a status of another kind', { text: FACE, spans: [[2, 11, 'back-pain|maybe']] }, /no status/],
  ])('refuses %s', (_name, line, message) => {
    const { notes, problems } = readSpanLines(`\n${JSON.stringify(line)}`, 's.jsonl');
    expect(notes).toEqual([]);
    expect(problems).toEqual([{ file: 's.jsonl', line: 2, message: expect.stringMatching(message) }]);
  });

  it('what it writes it reads', () => {
    const note = gold(FACE, ['back-pain present unspecified "back pain"', 'sciatica absent lumbar "sciatica"']);
    expect(told(writeSpanLine(note))).toEqual(['n1 back-pain present unspecified 3', 'n1 sciatica absent lumbar 17']);
  });
});
