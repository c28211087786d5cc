/** Elements: what else a note documents of this patient's spine, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import type { ElementKind } from '../../src/model.ts';
import { elementsIn } from './found.ts';

describe('elements', () => {
  it.each<[kind: ElementKind, text: string, elements: string[]]>([
    ['leg-pain', 'HISTORY: Pain radiates down the left leg.', ['leg-pain: radiates down the left leg present']],
    ['leg-pain', 'HISTORY: Burning pain in both legs.', ['leg-pain: pain in both legs present']],
    ['leg-pain', 'HISTORY: Right leg pain since May.', ['leg-pain: leg pain present']],
    ['leg-pain', 'HISTORY: Denies leg pain.', ['leg-pain: leg pain absent']],
    ['leg-pain', 'EXAM: Straight leg raising is painful.', []],
    ['leg-pain', 'HISTORY: Leg length is equal, no swelling of the leg.', []],
    ['injury', 'HISTORY: Low back pain since he fell from a ladder.', ['injury: fell present']],
    ['injury', 'HISTORY: Denies trauma.', ['injury: trauma absent']],
    ['injury', 'HISTORY: She falls asleep in a chair.', []],
    ['injury', 'HISTORY: Told that he has a slipped disc.', []],
    ['injury', 'CONSENT: Bleeding and nerve injury were named as risks.', []],
    ['duration', 'ASSESSMENT: Chronic low back pain.', ['duration: chronic present']],
    ['duration', 'ASSESSMENT: Chronic kidney disease, hypertension. Lumbago.', []],
    ['grade', 'ASSESSMENT: Grade I spondylolisthesis at L4-5.', ['grade: Grade I present']],
    ['grade', 'EXAM: Grade II systolic murmur.', []],
    ['grade', 'X-RAY: L4-5 facet joints, Pfirrmann scale.', ['grade: Pfirrmann present']],
    ['grade', 'X-RAY: Left knee, Kellgren-Lawrence grade 3.', []],
    ['function', 'HISTORY: Unable to work because of back pain.', ['function: Unable to work present']],
    ['treatment', 'HISTORY: Physical therapy failed.', ['treatment: Physical therapy present']],
    ['treatment', 'ASSESSMENT: Opioid dependence.', []],
    ['exam', 'EXAM: No spasm.', ['exam: spasm absent']],
    ['exam', 'HISTORY: He feels weakness.', []],
    ['ruled-out', 'ASSESSMENT: No lumbar disc herniation.', ['ruled-out: disc-herniation absent']],
    ['ruled-out', 'REVIEW OF SYSTEMS: Denies low back pain.', []],
    [
      'claudication',
      'ASSESSMENT: Lumbar stenosis with neurogenic claudication.',
      ['claudication: neurogenic claudication present'],
    ],
  ])('%s in "%s"', (kind, text, elements) => {
    expect(elementsIn(text, kind)).toEqual(elements);
  });
});
