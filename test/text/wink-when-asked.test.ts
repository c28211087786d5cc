/** With Node's `require` wink is loaded by the first sentence that has something to decide, once, and not before. */
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';

const require = createRequire(import.meta.url);
const asked: string[] = [];
const analyzer = await createAnalyzer({
  require: (name) => {
    asked.push(name);
    return require(name);
  },
});

// In this order: what the first ones leave unloaded, the third one loads for all that follow.
it.each([
  ['Low back pain radiating to the left leg.', []],
  ['No lumbar stenosis. Right sciatica.', []],
  ['Sciatica. She left the office.', ['wink-nlp', 'wink-eng-lite-web-model']],
  ['Sciatica. He came back and left.', ['wink-nlp', 'wink-eng-lite-web-model']],
])('%s -> %j', (text, packages) => {
  analyzer.analyze(`ASSESSMENT: ${text}`);
  expect(asked).toEqual(packages);
});

it('answers as one that loaded wink at the start', async () => {
  const ready = await createAnalyzer();
  const text = 'ASSESSMENT: Sciatica. She left the office and came back with leg pain. Herniations at L4-5 progressed.';
  expect(analyzer.analyze(text)).toEqual(ready.analyze(text));
  expect(asked).toHaveLength(2);
});
