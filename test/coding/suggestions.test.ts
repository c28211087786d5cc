/** What a film or a doubtful word only suggests: the codes to ask about, with the facts they rest on; and when it adds nothing. */
import { describe, expect, test } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { readShortForm } from './short-form.ts';

/** What is documented (f1, f2 ...) and what it suggests: "M51.16 of f2 f1". */
type Row = readonly [says: string, given: readonly string[], suggests: string];

function testRows(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, given, suggests) => {
    const findings = readShortForm(given);
    const { codes } = codeFindings(findings, codeYearOn(findings.note.dateOfService));
    const found = codes.filter(({ standing }) => standing === 'unconfirmed');
    expect(found.map(({ code, facts }) => `${code} of ${facts.join(' ')}`).join(', ')).toBe(suggests);
  });
}

describe('the disc of the provider, on a film', () => {
  const HNP = 'disc-herniation lumbar L4-L5';
  const NECK = 'disc-herniation cervical C5-C6';
  testRows([
    ['a bulge of the region, whatever its level', [HNP, 'disc-bulge lumbar L2-L3 imaging'], ''],
    ['desiccation of the disc', [HNP, 'disc-degeneration lumbar L4-L5 imaging'], ''],
    ['desiccation of some disc of the region', [HNP, 'disc-degeneration lumbar imaging'], ''],
    ['desiccation of another disc', [HNP, 'disc-degeneration lumbar L2-L3 imaging'], 'M51.369 of f2'],
    ['desiccation in another region', [HNP, 'disc-degeneration lumbosacral L5-S1 imaging'], 'M51.379 of f2'],
    ['stenosis at the level', [HNP, 'spinal-stenosis lumbar L4-L5 imaging'], 'M48.061 of f2'],
    [
      'a herniation of the disc that the provider calls degenerated',
      ['disc-degeneration lumbar L4-L5', 'disc-herniation lumbar L4-L5 imaging'],
      'M51.26 of f2',
    ],
    ['a bulge of another cervical disc', [NECK, 'disc-bulge cervical C6-C7 imaging'], 'M50.223 of f2'],
    ['desiccation of a cervical disc', [NECK, 'disc-degeneration cervical C5-C6 imaging'], 'M50.322 of f2'],
    ['another cervical herniation', [NECK, 'disc-herniation cervical C6-C7 imaging'], 'M50.223 of f2'],
    ['a cervical herniation of no level', [NECK, 'disc-herniation cervical imaging'], ''],
    [
      'desiccation of one of two herniated discs',
      [HNP, 'disc-herniation lumbar L2-L3', 'disc-degeneration lumbar L4-L5 imaging'],
      '',
    ],
    [
      'a herniation of the region whose bulge carries the root',
      ['disc-bulge lumbar L4-L5', 'radiculopathy lumbar', 'disc-herniation lumbar L2-L3 imaging'],
      '',
    ],
    [
      'a level that the provider did not name',
      ['disc-herniation cervical', 'disc-herniation cervical C5-C6 imaging'],
      '',
    ],
  ]);
});

describe('an annular defect told again', () => {
  const SMALL = 'annulus-fibrosus-defect lumbar L4-L5 small';
  testRows([
    ['of the same size', [SMALL, 'annulus-fibrosus-defect lumbar small imaging'], ''],
    ['of no size', [SMALL, 'annulus-fibrosus-defect lumbar imaging'], ''],
    ['of another size', [SMALL, 'annulus-fibrosus-defect lumbar large imaging'], 'M51.A2 of f2'],
    ['of no size, at another level', [SMALL, 'annulus-fibrosus-defect lumbar L3-L4 imaging'], 'M51.A0 of f2'],
    ['in another region', [SMALL, 'annulus-fibrosus-defect lumbosacral small imaging'], 'M51.A4 of f2'],
    [
      'sized where the provider names no size',
      ['annulus-fibrosus-defect lumbar L4-L5', 'annulus-fibrosus-defect lumbar L4-L5 large imaging'],
      'M51.A2 of f2',
    ],
  ]);
});

describe('pain', () => {
  testRows([
    ['possible low back pain', ['low-back-pain uncertain'], ''],
    ['possible neck pain', ['neck-pain uncertain'], ''],
    ['possible thoracic pain', ['thoracic-back-pain uncertain'], ''],
    ['possible back pain', ['back-pain uncertain'], ''],
    ['possibly vertebrogenic', ['low-back-pain uncertain vertebrogenic'], 'M54.51 of f1'],
    ['possible sciatica beside low back pain', ['sciatica left uncertain', 'low-back-pain chronic'], 'M54.42 of f1 f2'],
    ['low back pain in doubt beside sciatica', ['sciatica left', 'low-back-pain uncertain'], ''],
  ]);
});

describe('low back pain beside an endplate change', () => {
  const PAIN = 'low-back-pain chronic';
  testRows([
    ['lumbar', [PAIN, 'endplate-change lumbar imaging'], 'M54.51 of f1 f2'],
    ['thoracolumbar', [PAIN, 'endplate-change thoracolumbar imaging'], 'M54.51 of f1 f2'],
    ['lumbosacral, in doubt', [PAIN, 'endplate-change lumbosacral uncertain'], 'M54.51 of f1 f2'],
    ['no place', [PAIN, 'endplate-change imaging'], 'M54.51 of f1 f2'],
    ['by the provider, not tied', [PAIN, 'endplate-change lumbar'], 'M54.51 of f1 f2'],
    ['beside another pain', ['neck-pain chronic', PAIN, 'endplate-change lumbar imaging'], 'M54.51 of f2 f3'],
    ['two of them', [PAIN, 'endplate-change lumbar imaging', 'endplate-change lumbosacral'], 'M54.51 of f1 f2 f3'],
    ['cervical', [PAIN, 'endplate-change cervical imaging'], ''],
    ['as the patient tells it', [PAIN, 'endplate-change lumbar patient'], ''],
    ['of years ago', [PAIN, 'endplate-change lumbar historical imaging'], ''],
    ['denied', [PAIN, 'endplate-change lumbar absent'], ''],
    ['the change alone', ['endplate-change lumbar imaging'], ''],
    ['the change alone, in doubt', ['endplate-change lumbar uncertain'], ''],
    ['neck pain', ['neck-pain chronic', 'endplate-change lumbar imaging'], ''],
    ['pain of a named other character', ['low-back-pain other', 'endplate-change lumbar imaging'], ''],
    ['before 2021-10-01', ['note on 2021-05-01', PAIN, 'endplate-change lumbar imaging'], ''],
    ['tied in doubt, no change seen', [PAIN, 'link low-back-pain -> endplate-change uncertain'], 'M54.51 of f1'],
    ['the tie is denied', [PAIN, 'endplate-change lumbar imaging', 'link low-back-pain -> endplate-change absent'], ''],
    ['the pain has its cause', [PAIN, 'endplate-change lumbar imaging', 'link low-back-pain -> spondylosis'], ''],
    [
      'another cause is in doubt',
      [PAIN, 'endplate-change lumbar imaging', 'link low-back-pain -> spondylosis uncertain'],
      'M54.51 of f1 f2',
    ],
    [
      'another symptom has its cause',
      [PAIN, 'endplate-change lumbar imaging', 'link radiculopathy -> spondylosis'],
      'M54.51 of f1 f2',
    ],
  ]);
});

describe('a disc of no place', () => {
  testRows([
    [
      'on a film, beside a lumbar disc of the provider',
      ['disc-degeneration imaging', 'disc-herniation lumbar L4-L5'],
      '',
    ],
    ['beside a cervical one', ['disc-degeneration imaging', 'disc-herniation cervical C5-C6'], ''],
    [
      'beside one on the film',
      ['disc-degeneration imaging', 'disc-degeneration lumbar L4-L5 imaging'],
      'M51.369 of f2',
    ],
    ['of the provider, beside a lumbar one', ['disc-degeneration', 'disc-herniation lumbar L4-L5'], ''],
    [
      'beside an annular defect, which is no place of a disc',
      ['disc-degeneration imaging', 'annulus-fibrosus-defect lumbar small'],
      'M51.9 of f1',
    ],
    [
      'beside facets on the film',
      ['disc-degeneration imaging', 'spondylosis lumbar imaging'],
      'M51.9 of f1, M47.816 of f2',
    ],
    ['two such discs of the provider', ['disc-degeneration', 'disc-herniation'], 'M51.9 of f2 f1'],
  ]);
});

describe('one code at a time, beside what is established', () => {
  testRows([
    ['said twice: the first', ['disc-herniation lumbar uncertain', 'disc-bulge lumbar imaging'], 'M51.26 of f1'],
    [
      'each in turn with the provider’s radiculopathy',
      ['radiculopathy lumbar', 'disc-herniation lumbar L4-L5 imaging', 'spondylosis lumbar imaging'],
      'M51.16 of f2 f1, M47.26 of f3 f1',
    ],
    [
      'two doubts are not put together',
      ['radiculopathy lumbar uncertain', 'disc-herniation lumbar L4-L5 uncertain'],
      'M54.16 of f1, M51.26 of f2',
    ],
    [
      'two answers to one question',
      ['spinal-stenosis lumbar uncertain with-claudication', 'spinal-stenosis lumbar imaging without-claudication'],
      'M48.062 of f1, M48.061 of f2',
    ],
    [
      'a pars defect on the film of a slip would not be coded beside it',
      ['spondylolisthesis lumbar', 'spondylolysis lumbar imaging'],
      '',
    ],
    [
      'a slip on the film of a pars defect',
      ['spondylolysis lumbar', 'spondylolisthesis lumbar imaging'],
      'M43.16 of f2',
    ],
    [
      'discitis in doubt beside a disc',
      ['disc-degeneration lumbar L4-L5', 'discitis lumbar L4-L5 uncertain'],
      'M46.46 of f2',
    ],
    [
      'what is excluded is not suggested again, a finer word is',
      [
        'low-back-pain @history',
        'spinal-stenosis lumbar without-claudication',
        'low-back-pain uncertain vertebrogenic',
      ],
      'M54.51 of f3',
    ],
    [
      'said of another level: the code stands already',
      ['spondylosis lumbar L3-L4', 'spondylosis lumbar L4-L5 imaging'],
      '',
    ],
    [
      'stenosis of one of two levels, said again',
      [
        'spinal-stenosis lumbar L3-L4 with-claudication',
        'spinal-stenosis lumbar L4-L5 with-claudication',
        'spinal-stenosis lumbar L4-L5 imaging',
      ],
      '',
    ],
    [
      'a code that goes, listed by a film',
      ['neck-pain chronic @history', 'spondylosis cervical', 'neck-pain imaging vertebrogenic @impression'],
      '',
    ],
    [
      'what a rival on a film would make of an established disc',
      ['disc-degeneration lumbar L4-L5', 'low-back-pain chronic', 'spondylosis lumbar imaging'],
      'M47.816 of f3',
    ],
    ['what is absent or of long ago', ['disc-herniation lumbar absent', 'disc-herniation lumbar historical'], ''],
  ]);
});
