/** The reports that people read, HTML and Markdown: whole, without script, and deaf to what a note says in their language. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type AnalyzedNote, plainPalette } from '../../src/formats/format.ts';
import { html } from '../../src/formats/html.ts';
import { REPORT_STYLE, REPORT_STYLE_HASH } from '../../src/formats/html-style.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { escapeMarkdown } from '../../src/formats/markup.ts';
import type { Analysis } from '../../src/model.ts';
import { ANALYSIS, NOTE, withEvidence } from './sample.ts';

const analysis: Analysis = {
  ...ANALYSIS,
  queries: ANALYSIS.queries.map((query) => ({ ...query, whatIf: [{ answer: 'Small', codes: ['M51.A4'] }] })),
};
const sample: AnalyzedNote = { file: 'visit-1.txt', text: NOTE, analysis };
const ATTACK = `<img src=x onerror=alert(1)><script>alert(2)</script></style>"'&`;
const hostile: AnalyzedNote = {
  file: ATTACK,
  text: ATTACK,
  analysis: withEvidence({ start: 0, end: ATTACK.length, text: ATTACK }),
};
const write = (format: typeof html, notes: readonly AnalyzedNote[], whatIf: 'shown' | 'hidden' = 'hidden'): string =>
  [...format.write(notes, { palette: plainPalette, asked: 'several', whatIf })].join('');

describe('html', () => {
  it('names the hash of its own style sheet, and nothing else may load', () => {
    expect(`sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}`).toBe(REPORT_STYLE_HASH);
    expect(write(html, [sample])).toContain(
      `content="default-src 'none'; style-src '${REPORT_STYLE_HASH}'; base-uri 'none'`,
    );
  });

  it('has no tag, attribute or address that our templates do not write', () => {
    for (const page of [write(html, [sample]), write(html, [hostile])]) {
      const tags = new Set([...page.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
      for (const tag of ['script', 'img', 'link', 'iframe', 'a', 'object', 'form', 'svg'])
        expect(tags).not.toContain(tag);
      expect(page).not.toMatch(/<[^>]*\s(on\w+|href|src|style)=/i);
      expect(page.match(/<style>/g)).toHaveLength(1);
      expect(page.match(/<\/style>/g)).toHaveLength(1);
    }
  });

  it('closes what it opens', () => {
    const open: string[] = [];
    for (const [, slash, tag] of write(html, [sample, hostile]).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (slash) expect(open.pop()).toBe(tag);
      else if (!['meta', 'br'].includes(tag!)) open.push(tag!);
    }
    expect(open).toEqual([]);
  });

  it('shows the whole note with the words behind its facts marked', () => {
    const page = write(html, [sample]);
    const text = /<div class="text">([\s\S]*?)<\/div>/.exec(page)![1]!;
    expect(text.replace(/<[^>]+>/g, '')).toBe(NOTE.replaceAll('\r\n', '\n'));
    expect(text).toContain('1. <mark class="present">Annular tear</mark>');
    expect(text).toContain('<mark class="uncertain">sciatica</mark>');
  });

  it('keeps the words for coders out of the frame for the provider, and what-if hidden unless asked', () => {
    const frame = /<blockquote>([\s\S]*?)<\/blockquote>/.exec(write(html, [sample], 'shown'))![1]!;
    expect(frame).toContain('What is the size of the annular tear');
    expect(frame).not.toMatch(/M51|decides/);
    expect(write(html, [sample])).not.toContain('would give');
    expect(write(html, [sample], 'shown')).toContain('<q>Small</q> would give M51.A4');
  });
});

describe('markdown', () => {
  it.each([
    ['[x](http://a.b)', '\\[x\\](http\\://a.b)'],
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['a | b', 'a \\| b'],
    ['<b>&amp;', '\\<b\\>\\&amp;'],
    ['# head', '\\# head'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['see www.example.org', 'see www\\.example.org'],
    ['a@b.org', 'a\\@b.org'],
    ['![x](y)', '\\!\\[x\\](y)'],
    ['L5-S1, 2 mm', 'L5-S1, 2 mm'],
  ])('writes %j as %j', (words, escaped) => {
    expect(escapeMarkdown(words)).toBe(escaped);
  });

  it('reads as a report', () => {
    expect(write(markdown, [sample])).toBe(`# visit-1.txt

office note, outpatient; no date of service given; ICD-10-CM fiscal year 2027 (2026-10-01 to 2027-09-30)

## Facts

| status | fact | source | line:column | words |
| --- | --- | --- | --- | --- |
| present | annulus fibrosus defect, lumbosacral L5-S1, size not stated | provider | 4:4 | "Annular tear" … "L5-S1." |
| present | disc herniation, lumbosacral L5-S1, left | imaging | 2:43 | "protrusion" |
| uncertain | sciatica | provider | 5:13 | "sciatica" |
| absent | myelopathy | provider | 5:26 | "myelopathy" |

## Codes, in claim order

1. **M51.A3** Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size
   - The assessment states an annular tear at L5-S1 and no size.
   - table\\: ICD-10-CM Tabular FY2027, M51.A3
   - "Annular tear" … "L5-S1."

## Not codable until the provider confirms

- **M51.27** Other intervertebral disc displacement, lumbosacral region
   - Only the imaging report names the protrusion.
   - "protrusion"

## Not reported beside the codes above

- **M54.30** Sciatica, unspecified side
   - A disc disorder of the region would carry it.
   - "sciatica"

## Queries for the provider (copy the quoted part)

### annular-defect-size/lumbosacral

For the coder: the answer changes the code. The size decides between M51.A3, M51.A4 and M51.A5.

> Documented in this record:
>
> - Imaging: "annular fissure at L5-S1"
>
> What is the size of the annular tear at L5-S1?
>
> - [ ] Small
> - [ ] Large
> - [ ] Other\\: \\_\\_\\_\\_
> - [ ] Unable to determine

## Notices

- **error** 6:22 M54.5 ended on 2021-09-30, so a claim with it is refused. Choose M54.50, M54.51 or M54.59. (retired-code)
`);
  });
});
