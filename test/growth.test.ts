/**
 * Work that grows with the text and not faster: four times the text, at most five times the work, for real text and for
 * every shape that could make a scan look back or ahead. Counted, not timed (test/work.ts).
 */
import { expect, test } from 'vitest';
import { growthOf } from './work.ts';

// after test/work.ts, so that its blocks are counted
const { createAnalyzer } = await import('../src/index.ts');
const analyzer = await createAnalyzer();

const VISIT = `CC: low back pain. Denies leg pain, numbness or weakness.
MRI lumbar spine: small annular fissure at L5-S1. No disc herniation. Possible stenosis at L4-L5.
ASSESSMENT:
1. Annular tear L5-S1, low back pain secondary to it.
PLAN: Home exercise. Return if radiculopathy develops.

`;

const SHAPES: readonly (readonly [what: string, unit: string])[] = [
  ['a real note', VISIT],
  ['spaces', ' '],
  ['empty lines', '\n'],
  ['one word without end', 'a'],
  ['one number without end', '7'],
  ['brackets that never close', '('],
  ['square brackets that never close', '['],
  ['full stops', '. '],
  ['dashes', '- '],
  ['letters and digits', 'a1'],
  ['halves of emoji', '\ud800'],
  ['rulers', '-----------------------------------------------------------------------\n'],
  ['base64', 'TG93IGJhY2sgcGFpbi4gQW5udWxhciB0ZWFyLg+/='],
  ['levels in one line', 'L4-5 '],
  ['levels in a list', 'L3-4, L4-5 and L5-S1, '],
  ['cues in one line', 'no '],
  ['cues of every kind', 'possible no history of if mother denies '],
  ['the beginning of terms', 'disc '],
  ['headings', 'IMPRESSION:\n'],
  ['list items', '1. sciatica\n'],
  ['findings denied, a sentence each', 'No disc herniation. '],
  ['findings in one sentence', 'disc herniation '],
  ['tick boxes', '[x] disc bulge '],
  ['causes without complaint', 'due to spondylosis. '],
  ['causes that look back', 'caused by it. '],
  ['complaint and cause', 'Low back pain due to stenosis. '],
  ['written codes', 'M51.26 '],
  ['quotes', '"back pain" '],
  ['a table', '| L4-5 | bulge | mild |\n'],
  ['abbreviations of two senses', 'DDD. '],
  ['bones', 'No fracture. '],
  ['questions and answers', 'Q. Any back pain? A. No.\n'],
];

test.each(SHAPES)('%s', async (_what, unit) => {
  const analyze = (size: number) => analyzer.analyze(unit.repeat(Math.ceil(size / unit.length)));
  expect(await growthOf(analyze, 12_000, 4)).toBeLessThan(5);
});

test.each([
  'no cough ',
  'possible no history of if cough, ',
  'mother cough or not seen, ',
  '[ ] cough? ',
])('assertSpans: a finding in every %j', async (phrase) => {
  const offset = phrase.indexOf('cough');
  const assert = (count: number) =>
    analyzer.assertSpans(
      phrase.repeat(count),
      Array.from({ length: count }, (_, at) => ({
        start: at * phrase.length + offset,
        end: at * phrase.length + offset + 5,
      })),
    );
  expect(await growthOf(assert, 250, 4)).toBeLessThan(5);
});
