import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { FORMAT_NAMES, type FormatName, formats } from '../../src/formats/catalogue.ts';
import { type AnalyzedNote, plainPalette } from '../../src/formats/format.ts';
import type { Analysis } from '../../src/model.ts';
import { ANALYSIS, NOTE, withEvidence } from './sample.ts';

const sample: AnalyzedNote = { file: 'visit-1.txt', text: NOTE, analysis: ANALYSIS };
const blank: Analysis = {
  ...ANALYSIS,
  sections: [],
  mentions: [],
  facts: [],
  imaging: [],
  elements: [],
  codes: [],
  queries: [],
  notices: [],
};

function write(name: FormatName, notes: readonly AnalyzedNote[], palette = plainPalette): string {
  return [...formats[name].write(notes, { palette, asked: notes.length === 1 ? 'one' : 'several' })].join('');
}

describe('text', () => {
  it('reads as a report', () => {
    expect(write('text', [sample])).toBe(`visit-1.txt
office note, outpatient; no date of service given; ICD-10-CM fiscal year 2027 (2026-10-01 to 2027-09-30)

Facts
  present
    4:4    annulus fibrosus defect, lumbosacral L5-S1, size not stated (provider) "Annular tear" … "L5-S1."
    2:43   disc herniation, lumbosacral L5-S1, left (imaging) "protrusion"
  uncertain
    5:13   sciatica (provider) "sciatica"
  absent
    5:26   myelopathy (provider) "myelopathy"

Also documented
    2:1    lumbosacral MRI, performed "MRI"
    1:33   low back pain tied to disc degeneration, uncertain "two months"
    1:33   duration: two months "two months"

Codes, in claim order
   1. M51.A3 Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size
      The assessment states an annular tear at L5-S1 and no size.
      table: ICD-10-CM Tabular FY2027, M51.A3
       4:4    "Annular tear"
       4:18   "L5-S1."

Not codable until the provider confirms
  M51.27   Other intervertebral disc displacement, lumbosacral region: Only the imaging report names the protrusion.

Not reported beside the codes above
  M54.30   Sciatica, unspecified side: A disc disorder of the region would carry it.

Queries for the provider (copy what stands between the rules)

  1 of 1  annular-defect-size/lumbosacral
  For the coder: the answer changes the code: The size decides between M51.A3, M51.A4 and M51.A5.
------------------------------------------------------------
Documented in this record:
- Imaging: "annular fissure at L5-S1"

What is the size of the annular tear at L5-S1?
[ ] Small
[ ] Large
[ ] Other: ____
[ ] Unable to determine
------------------------------------------------------------

Notices
  6:22   error M54.5 ended on 2021-09-30, so a claim with it is refused. Choose M54.50, M54.51 or M54.59. retired-code
`);
  });

  it('keeps the words for coders out of the block for the provider', () => {
    const blocks = write('text', [sample]).split(/^-{60}$/m);
    expect(blocks).toHaveLength(3);
    expect(blocks[1]).not.toContain('M51');
    expect(blocks[1]).not.toContain('decides');
  });

  it('says that nothing was found in a blank note', () => {
    const report = write('text', [{ file: '<stdin>', text: ' \n', analysis: blank }]);
    expect(report).toContain('none found');
    expect(report).toContain('none that the documentation supports');
    expect(report).not.toContain('Queries');
  });

  it('is the same words with and without colour', () => {
    const painted = write('text', [sample], pc.createColors(true));
    expect(painted).toContain('\x1b[32m');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken out.
    expect(painted.replace(/\x1b\[\d+m/g, '')).toBe(write('text', [sample]));
  });
});

describe('line', () => {
  it('is file:line:col: kind: message', () => {
    expect(write('line', [sample]).split('\n')).toEqual([
      'visit-1.txt:4:4: fact: present annulus fibrosus defect, lumbosacral L5-S1, size not stated (provider): "Annular tear" … "L5-S1."',
      'visit-1.txt:2:43: fact: present disc herniation, lumbosacral L5-S1, left (imaging): "protrusion"',
      'visit-1.txt:5:13: fact: uncertain sciatica (provider): "sciatica"',
      'visit-1.txt:5:26: fact: absent myelopathy (provider): "myelopathy"',
      'visit-1.txt:4:4: code: M51.A3 assigned: Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size. The assessment states an annular tear at L5-S1 and no size.',
      'visit-1.txt:2:43: code: M51.27 unconfirmed: Other intervertebral disc displacement, lumbosacral region. Only the imaging report names the protrusion.',
      'visit-1.txt:5:13: code: M54.30 excluded: Sciatica, unspecified side. A disc disorder of the region would carry it.',
      'visit-1.txt:2:6: query: annular-defect-size/lumbosacral: What is the size of the annular tear at L5-S1? [Small | Large | Other: ____ | Unable to determine]',
      'visit-1.txt:6:22: notice: error retired-code: M54.5 ended on 2021-09-30, so a claim with it is refused. Choose M54.50, M54.51 or M54.59.',
      '',
    ]);
  });
});

describe('json and jsonl', () => {
  it('give the analysis back unchanged', () => {
    expect(JSON.parse(write('json', [sample]))).toEqual(ANALYSIS);
    expect(JSON.parse(write('jsonl', [sample]))).toEqual(ANALYSIS);
  });

  it('json lists several notes, jsonl gives each its line', () => {
    expect(JSON.parse(write('json', [sample, sample]))).toEqual([ANALYSIS, ANALYSIS]);
    expect(write('jsonl', [sample, sample]).split('\n')).toHaveLength(3);
  });

  it('json of several notes that none could be read is an empty list', () => {
    expect(JSON.parse([...formats.json.write([], { palette: plainPalette, asked: 'several' })].join(''))).toEqual([]);
  });
});

describe.each(FORMAT_NAMES)('%s and a hostile note', (name) => {
  const words = 'sci\x1b[2J\x9b31m\u202eatica\nnext\u2028line';
  const note = {
    file: 'bad\x1b[31m.txt',
    text: words,
    analysis: withEvidence({ start: 0, end: words.length, text: words }),
  };

  it('lets no character through that a terminal would obey', () => {
    const written = write(name, [note]);
    expect(written).toContain('next');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not come out.
    expect(written).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e]/);
  });

  it('pulls one note at a time', () => {
    let pulled = 0;
    function* endless() {
      for (;;) {
        pulled++;
        yield note;
      }
    }
    for (const _piece of formats[name].write(endless(), { palette: plainPalette, asked: 'several' })) break;
    expect(pulled).toBe(1);
  });
});
