/** What may not stand together: which code goes, which stays in its place and by which rule; and what both stand for. */
import { describe, expect, test } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { readShortForm } from './short-form.ts';

/** Says, what is documented, the codes of the claim, and what goes: "M54.16: M51.16 stays (excludes1)". */
type Row = readonly [says: string, given: readonly string[], codes: string, goes: string];

function testRows(rows: readonly Row[]): void {
  test.each(rows)('%s', (_, given, codes, goes) => {
    const findings = readShortForm(given);
    const found = codeFindings(findings, codeYearOn(findings.note.dateOfService)).codes;
    const excluded = found.filter(({ standing }) => standing === 'excluded');
    const reasonOf = (why: string) => /: not reported, (.*)\.$/.exec(why)?.[1]?.replace(/ stays: .*/, ' stays');
    expect({
      codes: found.flatMap(({ code, standing }) => (standing === 'assigned' ? [code] : [])).join(' '),
      goes: excluded.map(({ code, why, rules }) => `${code}: ${reasonOf(why)} (${rules[0]?.rule})`).join('; '),
    }).toEqual({ codes, goes });
  });
}

describe('a root or sciatica beside its disorder', () => {
  testRows([
    [
      'radiculopathy of the disc',
      ['disc-herniation lumbar L4-L5', 'radiculopathy lumbar L5'],
      'M51.16',
      'M54.16: M51.16 stays (excludes1)',
    ],
    [
      'radiculopathy of the facets',
      ['spondylosis cervical', 'radiculopathy cervical'],
      'M47.22',
      'M54.12: M47.22 stays (excludes1)',
    ],
    [
      'sciatica of the disc',
      ['disc-herniation lumbosacral L5-S1', 'sciatica right'],
      'M51.17',
      'M54.31: M51.17 stays (excludes1)',
    ],
    [
      'lumbago with sciatica, of the disc',
      ['disc-degeneration lumbar L4-L5', 'sciatica left', 'low-back-pain chronic'],
      'M51.16',
      'M54.42: M51.16 stays (excludes1); M54.50: M51.16 explains the pain (integral-symptom)',
    ],
    [
      'sciatica denied to the disc whose code says leg pain',
      ['disc-degeneration lumbar L4-L5 leg-pain', 'sciatica left', 'link sciatica -> disc-degeneration absent'],
      'M51.361',
      'M54.32: M51.361 stays (excludes1)',
    ],
    [
      'sciatica denied to the disc whose code says back and leg pain',
      [
        'disc-degeneration lumbosacral L5-S1 back-and-leg-pain',
        'sciatica left',
        'link sciatica -> disc-degeneration absent',
      ],
      'M51.372',
      'M54.32: M51.372 stays (excludes1)',
    ],
    [
      'sciatica beside a disc whose code says back pain only',
      ['disc-degeneration lumbar L4-L5 back-pain', 'sciatica left', 'link sciatica -> disc-degeneration absent'],
      'M51.360 M54.32',
      '',
    ],
    [
      'low back pain beside a disc whose code says leg pain only',
      ['disc-degeneration lumbar L4-L5 leg-pain', 'low-back-pain chronic'],
      'M51.361 M54.50',
      '',
    ],
    [
      'radiculopathy of the arm beside a lumbar disc with its own root',
      ['disc-herniation lumbar L4-L5', 'radiculopathy lumbar L5', 'radiculopathy cervical C6'],
      'M51.16 M54.12',
      'M54.16: M51.16 stays (excludes1)',
    ],
  ]);
});

describe('low back pain, printed notes', () => {
  testRows([
    ['with sciatica', ['low-back-pain acute', 'sciatica left'], 'M54.42', 'M54.50: M54.42 stays (combination-code)'],
    [
      'of the displaced disc',
      ['low-back-pain chronic', 'disc-herniation lumbar L4-L5'],
      'M51.26',
      'M54.50: M51.26 stays (excludes1)',
    ],
    [
      'of the disc of the thoracolumbar junction',
      ['low-back-pain chronic', 'disc-herniation thoracolumbar T12-L1'],
      'M51.25',
      'M54.50: M51.25 stays (excludes1)',
    ],
    [
      'of the degenerated disc',
      ['low-back-pain chronic', 'disc-degeneration lumbosacral L5-S1 back-pain'],
      'M51.370',
      'M54.50: M51.370 stays (excludes1)',
    ],
    [
      'of the degenerated disc that gives leg pain too',
      ['low-back-pain chronic', 'disc-degeneration lumbar L4-L5 back-and-leg-pain'],
      'M51.362',
      'M54.50: M51.362 stays (excludes1)',
    ],
    [
      'chronic, of a strain',
      ['low-back-pain chronic', 'back-strain current "lumbar strain"'],
      'S39.012A',
      'M54.50: S39.012A stays (excludes1)',
    ],
    [
      'new, of a sprain',
      ['low-back-pain acute', 'back-strain current "lumbar sprain"'],
      'S33.5XXA',
      'M54.50: S33.5XXA stays (excludes1)',
    ],
    [
      'chronic by one mention, beside a new sprain',
      ['low-back-pain chronic', 'low-back-pain @history', 'back-strain current "lumbar sprain"'],
      'S33.5XXA M54.50',
      '',
    ],
    [
      'new back pain of no part, of a sprain',
      ['back-pain acute', 'back-strain current "lumbar sprain"'],
      'S33.5XXA',
      'M54.9: S33.5XXA stays (excludes1)',
    ],
  ]);
});

describe('neck, thoracic and unplaced pain, printed notes', () => {
  testRows([
    [
      'neck pain of a cervical disc',
      ['neck-pain chronic', 'disc-herniation cervical C5-C6'],
      'M50.222',
      'M54.2: M50.222 stays (excludes1)',
    ],
    ['neck pain beside a lumbar disc', ['neck-pain chronic', 'disc-herniation lumbar L4-L5'], 'M51.26 M54.2', ''],
    [
      'thoracic pain of a degenerated disc',
      ['thoracic-back-pain chronic', 'disc-degeneration thoracic T7-T8'],
      'M51.34',
      'M54.6: M51.34 stays (excludes1)',
    ],
    [
      'thoracic pain beside a lumbar disc',
      ['thoracic-back-pain chronic', 'disc-herniation lumbar L4-L5'],
      'M51.26 M54.6',
      '',
    ],
    [
      'back pain of no part where the part is named elsewhere',
      ['back-pain chronic', 'thoracic-back-pain chronic'],
      'M54.6',
      'M54.9: M54.6 stays (more-specific)',
    ],
    [
      'back pain of no part beside lumbago with sciatica',
      ['back-pain acute', 'low-back-pain acute', 'sciatica right'],
      'M54.41',
      'M54.50: M54.41 stays (combination-code); M54.9: M54.41 stays (more-specific)',
    ],
    [
      'back pain of no part beside a disc that gives it',
      ['back-pain chronic', 'disc-degeneration lumbosacral L5-S1 back-pain'],
      'M51.370',
      'M54.9: M51.370 stays (integral-symptom)',
    ],
    [
      'back pain of no part beside a disc that gives leg pain only',
      ['back-pain chronic', 'disc-degeneration lumbar L4-L5 leg-pain'],
      'M51.361 M54.9',
      '',
    ],
    [
      'back pain of no part beside a disc of the chest',
      ['back-pain chronic', 'disc-degeneration thoracic T7-T8'],
      'M51.34 M54.9',
      '',
    ],
    [
      'back pain of no part beside a disc with a root: never needed, though listed',
      ['back-pain chronic', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar L5'],
      'M51.16',
      'M54.16: M51.16 stays (excludes1); M54.9: M51.16 explains the pain (integral-symptom)',
    ],
    [
      'neck pain beside a lumbar disc with a root',
      ['neck-pain chronic', 'disc-herniation lumbar L4-L5', 'radiculopathy lumbar L5'],
      'M51.16 M54.2',
      'M54.16: M51.16 stays (excludes1)',
    ],
  ]);
});

describe('discitis', () => {
  testRows([
    [
      'takes the disc that it is in',
      ['discitis lumbar L3-L4', 'disc-degeneration lumbar L3-L4'],
      'M46.46',
      'M51.369: M46.46 stays (excludes1)',
    ],
    [
      'takes a cervical disc as well',
      ['discitis cervical C5-C6', 'disc-herniation cervical C5-C6'],
      'M46.42',
      'M50.222: M46.42 stays (excludes1)',
    ],
    [
      'no levels, another region: both stand',
      ['discitis lumbar', 'disc-degeneration lumbosacral'],
      'M46.46 M51.379',
      '',
    ],
    [
      'in two discs, one of them degenerated',
      ['discitis lumbar L1-L2', 'discitis lumbar L3-L4', 'disc-degeneration lumbar L3-L4'],
      'M46.46',
      'M51.369: M46.46 stays (excludes1)',
    ],
    [
      'takes the pain of its place',
      ['discitis lumbar L3-L4', 'back-pain acute'],
      'M46.46',
      'M54.9: M46.46 stays (excludes1)',
    ],
    ['of the neck: low back pain stands', ['discitis cervical C5-C6', 'low-back-pain acute'], 'M46.42 M54.50', ''],
  ]);
});

describe('the finer name', () => {
  testRows([
    [
      'a slip takes in the pars defect of its region',
      ['spondylolysis lumbosacral L5-S1', 'spondylolisthesis lumbosacral L5-S1'],
      'M43.17',
      'M43.07: M43.17 stays (excludes1)',
    ],
    [
      'facet syndrome beside facet arthropathy of its region',
      ['other-dorsopathy lumbar "facet syndrome"', 'spondylosis lumbar'],
      'M47.816',
      'M53.86: M47.816 stays (more-specific)',
    ],
    [
      'facet syndrome of no place beside facet arthropathy of any',
      ['other-dorsopathy "facet syndrome"', 'spondylosis lumbar'],
      'M47.816',
      'M53.80: M47.816 stays (more-specific)',
    ],
    [
      'facet syndrome beside facet arthropathy of another region',
      ['other-dorsopathy lumbar "facet syndrome"', 'spondylosis cervical'],
      'M53.86 M47.812',
      '',
    ],
    [
      'another dorsopathy of the region is no facet',
      ['other-dorsopathy lumbosacral "Bertolotti syndrome"', 'spondylosis lumbosacral L5-S1'],
      'M53.87 M47.817',
      '',
    ],
    [
      'facet syndrome and another dorsopathy under one code: the other still needs it',
      ['other-dorsopathy lumbar "facet syndrome"', 'other-dorsopathy lumbar "Baastrup disease"', 'spondylosis lumbar'],
      'M53.86 M47.816',
      '',
    ],
    [
      'a dorsopathy without a name beside a named one',
      ['unspecified-dorsopathy lumbar', 'disc-herniation lumbosacral L5-S1'],
      'M51.27',
      'M53.9: M51.27 stays (more-specific)',
    ],
    [
      'without a name or a place',
      ['unspecified-dorsopathy', 'sacroiliac-disorder "coccydynia"'],
      'M53.3',
      'M53.9: M53.3 stays (more-specific)',
    ],
    [
      'without a name, beside a named one of no place',
      ['unspecified-dorsopathy lumbar', 'spinal-stenosis'],
      'M48.00',
      'M53.9: M48.00 stays (more-specific)',
    ],
    [
      'without a name, another part of the spine',
      ['unspecified-dorsopathy cervical', 'spondylosis lumbar'],
      'M53.9 M47.816',
      '',
    ],
    [
      'without a name, beside bare pain: pain is no name',
      ['unspecified-dorsopathy lumbar', 'low-back-pain chronic'],
      'M53.9 M54.50',
      '',
    ],
  ]);
});

describe('a symptom that its cause explains', () => {
  const STENOSIS = 'spinal-stenosis lumbar without-claudication';
  const EXPLAINED = 'the spinal stenosis explains the pain, which is not listed on its own (integral-symptom)';
  testRows([
    ['told in the history only', ['low-back-pain chronic @history', STENOSIS], 'M48.061', `M54.50: ${EXPLAINED}`],
    [
      'before 2021-10-01 as well',
      ['note on 2021-05-01', 'low-back-pain @history', STENOSIS],
      'M48.061',
      `M54.5: ${EXPLAINED}`,
    ],
    ['other low back pain as well', ['low-back-pain other @history', STENOSIS], 'M48.061', `M54.59: ${EXPLAINED}`],
    ['vertebrogenic pain is a diagnosis', ['low-back-pain vertebrogenic @history', STENOSIS], 'M48.061 M54.51', ''],
    [
      'listed once is listed',
      ['low-back-pain @history', 'low-back-pain chronic @assessment', STENOSIS],
      'M48.061 M54.50',
      '',
    ],
    [
      'denied to the only cause',
      ['low-back-pain chronic @history', STENOSIS, 'link low-back-pain -> spinal-stenosis absent'],
      'M48.061 M54.50',
      '',
    ],
    ['radiculopathy is no bare pain', ['radiculopathy lumbar @history', STENOSIS], 'M48.061 M54.16', ''],
    [
      'neck pain of a new strain of the neck',
      ['neck-pain acute @history', 'back-strain current cervical "cervical strain"'],
      '',
      'M54.2: the pain is that of the current injury (integral-symptom)',
    ],
    [
      'chronic neck pain beside a new strain of the neck is another complaint',
      ['neck-pain chronic @history', 'back-strain current cervical "cervical strain"'],
      'M54.2',
      '',
    ],
    [
      'neck pain beside a new strain of the low back',
      ['neck-pain acute @history', 'back-strain current "lumbar strain"'],
      'S39.012A M54.2',
      '',
    ],
    [
      'neck pain beside a strain of long ago',
      ['neck-pain acute @history', 'back-strain past cervical "old cervical strain"'],
      'M54.2',
      '',
    ],
  ]);
});
