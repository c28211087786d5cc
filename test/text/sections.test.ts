/** Sections: headings of every look, and lines that only look like headings. */
import { describe, expect, it } from 'vitest';
import { read } from '../mentions/reading.ts';

/** `kind "heading"`, the preamble without a heading. */
function sectionsOf(text: string): string[] {
  const { tokens, sections } = read(text);
  return sections.map(({ kind, headFirst, headLast }) =>
    headLast > headFirst ? `${kind} "${text.slice(tokens.start[headFirst], tokens.end[headLast - 1])}"` : kind,
  );
}

describe('sections', () => {
  it.each<[what: string, text: string, sections: string[]]>([
    ['a heading with a colon', 'ASSESSMENT: Lumbago.', ['assessment "ASSESSMENT:"']],
    ['a heading alone on its line', 'Assessment\nLumbago.', ['assessment "Assessment"']],
    ['text before the first heading', 'Seen today.\nPLAN: Rest.', ['preamble', 'plan "PLAN:"']],
    [
      'a heading after a sentence of the line',
      'HISTORY: Pain. ASSESSMENT: Lumbago.',
      ['history "HISTORY:"', 'assessment "ASSESSMENT:"'],
    ],
    ['a letter and a gap', 'S  Back pain.\nA  Lumbago.', ['history "S"', 'assessment "A"']],
    ['a numbered heading and a gap', 'Dx #1    Lumbago ........ M54.50', ['assessment "Dx #1"']],
    [
      'a short line over an indented list',
      'Impression disc by disc\n  L4-5 bulge',
      ['impression "Impression disc by disc"'],
    ],
    ['a longer heading by its known part', 'PAST SPINE HISTORY: None.', ['past-history "PAST SPINE HISTORY:"']],
    ['lines joined by bare commas', 'PLAN:,Rest.,IMPRESSION:,Lumbago.', ['plan "PLAN:"', 'impression "IMPRESSION:"']],
    ['a comma in a sentence', 'PLAN: Rest, ICE: as needed.', ['plan "PLAN:"']],
    ['a heading and a comma', 'Seen.\n\nImpression, lumbago.', ['preamble', 'impression "Impression,"']],
    ['a level is no heading', 'FINDINGS:\nL4-5: Bulge.', ['findings "FINDINGS:"']],
    ['a clock is no heading', 'Seen at 10:30 today.', ['preamble']],
    ['a body part within an examination', 'EXAM:\nBACK: Tender.\nLUNGS: Clear.', ['exam "EXAM:"']],
    ['a sentence is no heading', 'Plan to return in two weeks.', ['preamble']],
    [
      "an examiner's questions",
      'Reviewed: the chart.\nQ1. Your diagnosis?\nA1. Lumbago.',
      ['imaging "Reviewed:"', 'assessment'],
    ],
    [
      'a study named in EXAM',
      'EXAM: MRI lumbar spine.\nFINDINGS: Bulge.',
      ['technique "EXAM:"', 'findings "FINDINGS:"'],
    ],
  ])('%s', (_what, text, sections) => {
    expect(sectionsOf(text)).toEqual(sections);
  });

  it('hold every token once, in order', () => {
    const { tokens, sections } = read('Seen today.\nHISTORY: Pain. PLAN: Rest.\n\nA  Lumbago\n');
    expect(sections[0]?.first).toBe(0);
    expect(sections.at(-1)?.last).toBe(tokens.count);
    expect(sections.slice(1).map((section) => section.first)).toEqual(
      sections.slice(0, -1).map((section) => section.last),
    );
  });
});
