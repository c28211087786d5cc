/** Forms read whole: of the conditions printed on them only those that are ticked are findings. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';

const analyzer = await createAnalyzer({ linguistics: 'none' });

const present = (text: string): string =>
  analyzer
    .analyze(`HPI: Seen in clinic.\nASSESSMENT:\n${text}`)
    .facts.filter(({ status }) => status === 'present')
    .map(({ condition }) => condition)
    .join(' ');

describe('only what is ticked', () => {
  it.each<[form: string, conditions: string]>([
    ['___ sciatica    ___ spinal stenosis', ''],
    ['__ sciatica    __ spinal stenosis', ''],
    ['_X_ sciatica    ___ spinal stenosis', 'sciatica'],
    ['___ sciatica    _X_ spinal stenosis', 'spinal-stenosis'],
    ['__ sciatica    X spinal stenosis', 'spinal-stenosis'],
    ['__ sciatica    x spinal stenosis    __ discitis', 'spinal-stenosis'],
    ['X sciatica    __ spinal stenosis', 'sciatica'],
    ['X sciatica    X spinal stenosis    __ discitis', 'sciatica spinal-stenosis'],
    ['__ sciatica X spinal stenosis', ''],
    ['[ ] sciatica  [v] spinal stenosis', 'spinal-stenosis'],
    ['[ ] sciatica  [*] spinal stenosis', 'spinal-stenosis'],
    ['( ) sciatica  (x) spinal stenosis', 'spinal-stenosis'],
    ['☐ sciatica  ☑ spinal stenosis', 'spinal-stenosis'],
    ['☐ sciatica  ☒ spinal stenosis', 'spinal-stenosis'],
    ['________________ sciatica', 'sciatica'],
    ['Sciatica: [ ] left [ ] right', ''],
    ['Sciatica: [ ] left [x] right', 'sciatica'],
    ['Sciatica? [ ] yes [ ] no', ''],
    ['Sciatica? [x] yes [ ] no   Discitis? [ ] yes [x] no', 'sciatica'],
    ['Sciatica (right) and spinal stenosis', 'sciatica spinal-stenosis'],
  ])('%s', (form, conditions) => {
    expect(present(form)).toBe(conditions);
  });
});
