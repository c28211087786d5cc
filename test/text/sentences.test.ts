/** Sentences: a finding and what is said of it stay together, and two findings of a list stay apart. */
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../mentions/reading.ts';

const WRAPPED = [
  'The patient is a 54-year-old woman who was seen for pain in the lower back that began',
  'after she had carried boxes. Magnetic resonance imaging shows a protrusion of the disc',
  'at L5-S1 on the left side without contact to the root. She takes ibuprofen as needed',
  'Gabapentin was stopped.',
].join('\n');

describe('sentences', () => {
  it.each<[what: string, text: string, sentences: string[]]>([
    ['end at a full stop', 'No fracture. Mild stenosis.', ['No fracture.', 'Mild stenosis.']],
    ['end at ? and !', 'Worse? Yes! Referred.', ['Worse?', 'Yes!', 'Referred.']],
    ['do not end inside a code', 'Coded M51.26 today. Agrees.', ['Coded M51.26 today.', 'Agrees.']],
    ['do not end inside a number', 'The defect is 2.5 mm wide. Small.', ['The defect is 2.5 mm wide.', 'Small.']],
    ['end after a level', 'Protrusion at L5-S1. No stenosis.', ['Protrusion at L5-S1.', 'No stenosis.']],
    ['end after a side', 'Pain on the left. Tingling too.', ['Pain on the left.', 'Tingling too.']],
    ['pass Dr.', 'Seen by Dr. Vale today. Better.', ['Seen by Dr. Vale today.', 'Better.']],
    ['pass approx.', 'For approx. 3 weeks. Constant.', ['For approx. 3 weeks.', 'Constant.']],
    ['pass "vs."', 'Strain vs. sprain of the back. Rest.', ['Strain vs. sprain of the back.', 'Rest.']],
    ['pass initials', 'Referred by J. Okafor for pain. Seen.', ['Referred by J. Okafor for pain.', 'Seen.']],
    ['end after "no."', 'Weakness? No. Numbness in the foot.', ['Weakness?', 'No.', 'Numbness in the foot.']],
    ['pass "No. 4"', 'Dressing No. 4 was used. Dry.', ['Dressing No. 4 was used.', 'Dry.']],
    ['end where the space is missing', 'Pain is worse.No fever.', ['Pain is worse.', 'No fever.']],
    ['end before a lower-case unit never', 'Disc is 4. mm wide', ['Disc is 4. mm wide']],
    ['end with the text', 'Low back pain', ['Low back pain']],
    ['pass e.g.', 'Avoid strain, e.g. lifting. Walk.', ['Avoid strain, e.g. lifting.', 'Walk.']],
    ['pass i.e.', 'One level, i.e. L4-5, bulges. Rest.', ['One level, i.e. L4-5, bulges.', 'Rest.']],
    ['pass b.i.d.', 'Takes naproxen b.i.d. for sciatica. Helps.', ['Takes naproxen b.i.d. for sciatica.', 'Helps.']],
  ])('%s', (_what, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it.each<[what: string, text: string, sentences: string[]]>([
    ['of a numbered list', '1. Low back pain\n2. Sciatica', ['Low back pain', 'Sciatica']],
    ['of a list in brackets', '1) Low back pain\n2) Sciatica', ['Low back pain', 'Sciatica']],
    ['of a dashed list', '- Low back pain\n- Sciatica', ['Low back pain', 'Sciatica']],
    ['of a bulleted list', '• Low back pain\n• Sciatica', ['Low back pain', 'Sciatica']],
    ['of a list with hashes', '#1 Low back pain\n#2 Sciatica', ['Low back pain', 'Sciatica']],
    ['with CRLF', '1. Low back pain\r\n2. Sciatica\r\n', ['Low back pain', 'Sciatica']],
    [
      'of a list with indented second lines',
      '1. Annular tear of the\n   L4-5 disc\n2. Sciatica',
      ['Annular tear of the L4-5 disc', 'Sciatica'],
    ],
    [
      'of short lines',
      'Disc bulge L4-5\nNo stenosis\nFacets normal',
      ['Disc bulge L4-5', 'No stenosis', 'Facets normal'],
    ],
    ['after a blank line', 'Disc bulge and\n\nno stenosis', ['Disc bulge and', 'no stenosis']],
    ['after labels', 'L4-5: bulge\nL5-S1: normal', ['L4-5: bulge', 'L5-S1: normal']],
    ['of one line with a number each', '1. Annular tear. 2. Sciatica.', ['Annular tear.', 'Sciatica.']],
  ])('of a list: %s', (_what, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it.each<[what: string, text: string, sentences: string[]]>([
    ['a comma', 'Disc bulge,\nfacet arthropathy', ['Disc bulge, facet arthropathy']],
    ['a hyphen', 'A broad-\nbased bulge', ['A broad- based bulge']],
    ['a word that wants another', 'There is a tear of\nThe annulus', ['There is a tear of The annulus']],
    ['a small letter', 'Disc bulge without\nstenosis', ['Disc bulge without stenosis']],
  ])('goes on over a line after %s', (_what, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('goes on over the lines of a wrapped paragraph', () => {
    expect(sentencesOf(WRAPPED).slice(0, 2)).toEqual([
      'The patient is a 54-year-old woman who was seen for pain in the lower back that began after she had carried boxes.',
      'Magnetic resonance imaging shows a protrusion of the disc at L5-S1 on the left side without contact to the root.',
    ]);
  });

  it('leaves headings out', () => {
    expect(sentencesOf('IMPRESSION:\nSciatica, left.\n\nPLAN:\nRest.')).toEqual(['Sciatica, left.', 'Rest.']);
    expect(sentencesOf('Assessment: Sciatica. Plan: Rest.')).toEqual(['Sciatica.', 'Rest.']);
  });
});
