/** One disc told on two sides in two parts of a note is a contradiction; two findings, or a sum of them, are none. */
import { beforeAll, expect, test } from 'vitest';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

const ASKED = 'conflicting-documentation/lumbar/disc-herniation/laterality';
test.each<[why: string, note: string, asked: string[]]>([
  [
    'findings left, impression right',
    'MRI LUMBAR SPINE\nFINDINGS:\nL4-L5: Left paracentral disc protrusion.\nIMPRESSION:\nRight paracentral disc protrusion at L4-L5.',
    [ASKED],
  ],
  [
    'findings and impression agree',
    'MRI LUMBAR SPINE\nFINDINGS:\nL4-L5: Left paracentral disc protrusion.\nIMPRESSION:\nLeft disc protrusion at L4-L5.',
    [],
  ],
  [
    'the impression names no side',
    'MRI LUMBAR SPINE\nFINDINGS:\nL4-L5: Left paracentral disc protrusion.\nIMPRESSION:\nDisc protrusion at L4-L5.',
    [],
  ],
  [
    'imaging left, assessment right',
    'MRI lumbar spine: left L4-5 disc herniation.\nAssessment: Right L4-5 disc herniation.',
    [ASKED],
  ],
  [
    'the side of the leg is not that of the disc',
    'MRI lumbar spine: left L4-5 disc herniation.\nAssessment: L4-5 disc herniation, right knee osteoarthritis.',
    [],
  ],
])('%s', (_why, note, asked) => {
  const ids = analyzer.analyze(note).queries.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('conflicting'))).toEqual(asked);
});
