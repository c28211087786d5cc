/** What must hold for every string: no throw, exact places, the schema kept, and no memory of what was read before. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, analysisSchema, createAnalyzer } from '../src/index.ts';
import fc from './property.ts';
import { falseClaims } from './spans.ts';

const folder = new URL('../corpus/notes/', import.meta.url);
const NOTES = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));

/** Any UTF-16 code unit, half emojis and controls included. */
const anyString = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

/** Words and marks that mean something to the scanner, thrown together. */
const PIECES =
  'IMPRESSION: |ASSESSMENT:|PLAN:\n|1. |2) |- |#1 |\n|\r\n|\n\n|\t|\f|. |, |; |: |(|)|[ ] |[x] |? |> |L4-5|L5/S1|L4|C5-6|S1|T1|-5|L3 through S1|annular tear|annulus|disc|disk herniation|herniated|protrusion|bulge|DDD|stenosis|low back pain|LBP|sciatica|radiculopathy|spondylosis|no |denies |possible |history of |if |mother has |secondary to |due to |with |without |but |and |left |right |small |large |4 mm |MRI |CT |shows |M51.26|M54.5|\ufeff|\u00a0|\ud83d|\ude00|😀|é|-|radicu-\nlopathy|end plate|may|back|left the office|neurogenic claudication|Modic 1|'.split(
    '|',
  );
const clinicalString = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

/** A real note with something torn out of it or thrown into it. */
const tornNote = fc
  .tuple(fc.constantFrom(...NOTES), fc.nat(), fc.nat(300), anyString)
  .map(([note, at, length, noise]) => {
    const place = at % (note.length + 1);
    return note.slice(0, place) + noise.slice(0, 8) + note.slice(place + length);
  });

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

describe.each<[string, fc.Arbitrary<string>, number]>([
  ['any string', anyString, 500],
  ['any heap of clinical words', clinicalString, 1500],
  ['any torn note', tornNote, 300],
])('%s', (_what, strings, numRuns) => {
  it('gives an analysis that keeps the schema and stands where it says', () => {
    fc.assert(
      fc.property(strings, (text) => {
        const analysis = analyzer.analyze(text);
        expect(falseClaims(analysis, text)).toEqual([]);
        expect(analysis.note.length).toBe(text.length);
        const parsed = analysisSchema.safeParse(analysis);
        expect(parsed.error?.issues ?? []).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('gives an analysis that survives JSON', () => {
    fc.assert(
      fc.property(strings, (text) => {
        const analysis = analyzer.analyze(text);
        expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
      }),
      { numRuns: numRuns / 5 },
    );
  });

  it('answers for any span in it', () => {
    fc.assert(
      fc.property(strings, fc.nat(), fc.nat(), (text, a, b) => {
        if (text.length === 0) return;
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const [answer] = analyzer.assertSpans(text, [{ start, end }]);
        expect(answer).toMatchObject({ start, end });
        for (const cue of answer?.assertion.cues ?? []) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
      }),
      { numRuns: numRuns / 5 },
    );
  });
});

describe('the same note', () => {
  const bytesOf = (order: readonly number[]): string[] => {
    const bytes: string[] = [];
    for (const at of order) bytes[at] = JSON.stringify(analyzer.analyze(NOTES[at] as string));
    return bytes;
  };
  const inOrder = NOTES.map((_, at) => at);

  it('gives the same bytes first, last, and among any others', () => {
    const first = bytesOf(inOrder);
    expect(bytesOf([...inOrder].reverse())).toEqual(first);
    const shuffled = fc.shuffledSubarray(inOrder, { minLength: inOrder.length });
    fc.assert(
      fc.property(shuffled, (order) => {
        expect(bytesOf(order)).toEqual(first);
      }),
      { numRuns: 3 },
    );
  });

  it('gives the same bytes after hostile text', () => {
    const note = NOTES[0] as string;
    const before = JSON.stringify(analyzer.analyze(note));
    for (const text of ['__proto__ constructor toString', '\ud800'.repeat(50), 'a'.repeat(5000), '(('.repeat(500)])
      analyzer.analyze(text);
    expect(JSON.stringify(analyzer.analyze(note))).toBe(before);
  });

  it('gives the same bytes from two analyzers', async () => {
    const other = await createAnalyzer();
    for (const note of NOTES.slice(0, 20))
      expect(JSON.stringify(other.analyze(note))).toBe(JSON.stringify(analyzer.analyze(note)));
  });
});
