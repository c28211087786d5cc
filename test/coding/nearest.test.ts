/** A code against a chart: what comes near it, on what footing it stands, and where the two part. */
import { describe, expect, it, test } from 'vitest';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { chartOf, familiesOf, findNearest, isOfTheSame } from '../../src/coding/nearest.ts';
import { readShortForm } from './short-form.ts';

function near(code: string, given: readonly string[]) {
  const note = { ...readShortForm(given), codes: [] };
  return findNearest(code, note, codeYearOn(note.note.dateOfService));
}

/** "open size small/-": the code says small, the note names no size. */
const write = ({ differences }: ReturnType<typeof near>[number]) =>
  differences.map(({ kind, axis, code, note }) => `${kind} ${axis} ${code ?? '-'}/${note ?? '-'}`).join(', ');

const TEAR = 'annulus-fibrosus-defect';

describe('where a code and the chart part', () => {
  test.each<[code: string, fact: string, differences: string]>([
    // the code says more than the note
    ['M51.A4', `${TEAR} lumbosacral L5-S1`, 'open size small/-'],
    ['M51.A4', `${TEAR} small`, 'open region lumbosacral/-'],
    ['M51.16', 'disc-herniation lumbar L4-L5', 'open with radiculopathy/-'],
    ['M50.222', 'disc-herniation cervical', 'open level C5-C6/-'],
    ['M50.222', 'disc-herniation cervical C5', 'open level C5-C6/mid'],
    ['M50.220', 'disc-herniation cervical', 'open level mid/-'],
    ['M54.31', 'sciatica', 'open side right/-'],
    ['M54.41', 'sciatica right', 'open low back pain documented/-'],
    ['M54.51', 'low-back-pain', 'open kind vertebrogenic/-'],
    ['M48.062', 'spinal-stenosis lumbar', 'open claudication with/-'],
    ['M51.360', 'disc-degeneration lumbar L4-L5', 'open pain back-pain/-'],
    ['M54.16', 'radiculopathy', 'open region lumbar/-'],
    // the note says more than the code
    ['M51.A3', `${TEAR} lumbosacral small`, 'finer size -/small'],
    ['M50.20', 'disc-herniation cervical C5-C6', 'finer level -/C5-C6'],
    ['M50.220', 'disc-herniation cervical C4-C5', 'finer level mid/C4-C5'],
    ['M50.220', 'disc-herniation cervical C5-C6', 'finer level mid/C5-C6'],
    ['M50.220', 'disc-herniation cervical C6-C7', 'finer level mid/C6-C7'],
    ['M54.30', 'sciatica left', 'finer side -/left'],
    ['M54.50', 'low-back-pain other', 'finer kind -/other'],
    ['M48.061', 'spinal-stenosis lumbar with-claudication', 'finer claudication -/with'],
    ['M51.369', 'disc-degeneration lumbar back-pain', 'finer pain -/back-pain'],
    ['M54.10', 'radiculopathy lumbar', 'finer region -/lumbar'],
    ['M51.9', 'disc-herniation lumbar L4-L5', 'finer region -/lumbar'],
    // both speak, and say different things
    ['M51.A4', `${TEAR} lumbosacral large`, 'other size small/large'],
    ['M51.A1', `${TEAR} lumbosacral large`, 'other region lumbar/lumbosacral, other size small/large'],
    ['M51.A4', `${TEAR} cervical C5-C6 small`, 'other region lumbosacral/cervical'],
    ['M50.222', 'disc-herniation cervical C4-C5', 'other level C5-C6/C4-C5'],
    ['M50.21', 'disc-herniation cervical C5', 'other level high/mid'],
    ['M54.31', 'sciatica left', 'other side right/left'],
    ['M48.062', 'spinal-stenosis lumbar without-claudication', 'other claudication with/without'],
    ['M51.361', 'disc-degeneration lumbar back-pain', 'other pain leg-pain/back-pain'],
    ['M48.07', 'spinal-stenosis lumbar', 'other region lumbosacral/lumbar'],
    ['M51.360', 'disc-degeneration cervical', 'other region lumbar/cervical'],
    // one does not exclude the other: a cause of the pain, a kind of injury
    ['M54.59', 'low-back-pain vertebrogenic', 'open kind other/vertebrogenic'],
    ['S33.5XXA', 'back-strain', 'open injury sprain/strain'],
    ['S39.012D', 'back-strain', 'open encounter subsequent/initial'],
    ['M46.1', 'sacroiliac-disorder "SI joint pain"', 'open kind sacroiliitis/dysfunction'],
    ['M51.27', 'disc-herniation sacral', 'other region lumbosacral/sacral'],
    // nothing
    ['M51.A4', `${TEAR} lumbosacral L5-S1 small`, ''],
    ['M48.061', 'spinal-stenosis lumbar', ''],
    ['M51.9', 'disc-herniation', ''],
  ])('%s beside "%s": %s', (code, fact, differences) => {
    const found = near(code, [fact]);
    expect(found.map(write)).toEqual([differences]);
    expect(found.map(isOfTheSame)).toEqual([!differences.includes('other ')]);
  });

  test.each<[says: string, code: string, given: readonly string[], differences: readonly string[]]>([
    [
      'what the disc carries',
      'M51.26',
      ['disc-herniation lumbar', 'radiculopathy lumbar'],
      ['finer with -/radiculopathy'],
    ],
    [
      'a pain that the other code holds',
      'M54.31',
      ['sciatica right', 'low-back-pain'],
      ['finer low back pain -/documented'],
    ],
    [
      'two sizes say none',
      'M51.A4',
      [`${TEAR} lumbosacral small`, `${TEAR} lumbosacral large`],
      ['open size small/-', 'open size small/-'],
    ],
    [
      'a fact of several levels, level by level',
      'M50.122',
      ['disc-herniation cervical C6-C7 C5-C6'],
      ['open with radiculopathy/-', 'open with radiculopathy/-, other level C5-C6/C6-C7'],
    ],
    ['the row that comes nearest', 'M47.817', ['spondylosis lumbosacral L5-S1', 'myelopathy'], ['']],
    ['the table of the year', 'M51.36', ['note on 2023-01-01', 'disc-degeneration lumbar'], ['']],
    [
      'the place of a stated cause',
      'M54.16',
      ['vertebral-fracture lumbar L1', 'radiculopathy', 'link radiculopathy -> vertebral-fracture'],
      [''],
    ],
    ['retired by then', 'M51.36', ['note on 2024-10-01', 'disc-degeneration lumbar'], []],
    ['not printed yet', 'M51.A4', ['note on 2022-09-30', `${TEAR} lumbosacral small`], []],
    ['of another family', 'M51.26', ['disc-degeneration lumbar'], []],
    ['of no table', 'M40.05', ['low-back-pain'], []],
    [
      'only a name of another family: the place is told where it differs',
      'M53.86',
      ['other-dorsopathy sacral "myofascial pain"'],
      ['other region lumbar/sacral'],
    ],
    ['and nothing where it is the same', 'M53.86', ['other-dorsopathy lumbar "myofascial pain"'], []],
    ['a strain of the neck has no row, and no place to tell', 'S39.012A', ['back-strain cervical'], []],
    ['an injury of the past is near all the same', 'S39.012A', ['back-strain past'], ['']],
  ])('%s: %s', (_, code, given, differences) => {
    expect(near(code, given).map(write)).toEqual(differences);
  });
});

describe('footing', () => {
  test.each<[fact: string, footing: string, rule: string]>([
    ['disc-herniation lumbar', 'codable', 'diagnostic-statement'],
    ['disc-herniation lumbar uncertain', 'uncertain', 'uncertain-outpatient'],
    ['disc-herniation lumbar imaging', 'imaging-only', 'imaging-not-owned'],
    ['disc-herniation lumbar patient', 'complaint', 'complaint-only'],
    ['disc-herniation lumbar absent', 'absent', 'not-present'],
    ['disc-herniation lumbar historical', 'historical', 'not-present'],
    ['disc-herniation lumbar hypothetical', 'hypothetical', 'not-present'],
    ['disc-herniation lumbar other-person', 'other-person', 'not-present'],
  ])('%s: %s', (fact, footing, rule) => {
    const [found] = near('M51.26', [fact]);
    expect([found?.footing, found?.ruling.rule]).toEqual([footing, rule]);
  });

  it('puts the nearest first: what only the provider lacks, then another place, then who never had it', () => {
    const found = near('M51.26', [
      'disc-bulge lumbar other-person',
      'disc-bulge lumbar hypothetical',
      'disc-herniation lumbosacral L5-S1',
      'disc-bulge lumbar absent',
      'disc-bulge lumbar patient',
      'disc-herniation lumbar imaging',
    ]);
    expect(found.map(({ footing, differences }) => `${footing} ${differences.length}`)).toEqual([
      'imaging-only 0',
      'complaint 0',
      'absent 0',
      'codable 1',
      'other-person 0',
      'hypothetical 0',
    ]);
  });

  it('puts a finer word before an open one, and an open one before another place', () => {
    const found = near('M51.A1', [
      `${TEAR} lumbosacral L5-S1 small`,
      `${TEAR} lumbar L4-L5 uncertain small`,
      `${TEAR} lumbar L2-L3`,
    ]);
    expect(found.map(({ fact }) => fact.id)).toEqual(['f3', 'f2', 'f1']);
  });

  it('supposes a fact beside what is established: the film’s stenosis carries nothing, its disc would', () => {
    const [disc] = near('M51.16', ['radiculopathy lumbar L5', 'disc-herniation lumbar L4-L5 imaging']);
    expect([disc?.footing, disc?.differences]).toEqual(['imaging-only', []]);
  });
});

describe('tables that give a code', () => {
  test.each<[code: string, fiscalYear: number, rows: string]>([
    ['M51.A4', 2022, ''],
    ['M51.A4', 2023, 'annulus-fibrosus-defect: lumbosacral small'],
    ['M51.36', 2024, 'disc-degeneration: lumbar neither'],
    ['M51.36', 2025, ''],
    ['M51.360', 2024, ''],
    ['M51.360', 2025, 'disc-degeneration: lumbar neither back-pain'],
    ['M54.5', 2021, 'low-back-pain: vertebrogenic, other, unspecified'],
    ['M54.5', 2022, ''],
    [
      'M51.16',
      2027,
      'disc-displacement: lumbar radiculopathy, lumbar radiculopathy and myelopathy; disc-degeneration: lumbar radiculopathy, lumbar radiculopathy and myelopathy',
    ],
    // Only suggested, by either: a disc of no region.
    ['M51.9', 2027, 'disc-displacement: -; disc-degeneration: -'],
  ])('%s in FY%i: %s', (code, fiscalYear, rows) => {
    const found = familiesOf(code, fiscalYear).map(
      ({ family, rows }) =>
        `${family.id}: ${rows.map(({ row }) => row.map(({ value }) => value ?? '-').join(' ')).join(', ')}`,
    );
    expect(found.join('; ')).toBe(rows);
  });
});

it('charts what may be coded, and supposes nothing', () => {
  const note = {
    ...readShortForm(['low-back-pain', 'disc-herniation lumbar imaging', 'link low-back-pain -> disc-herniation']),
    codes: [],
  };
  const chart = chartOf(note, codeYearOn('2023-05-01'));
  expect(chart.facts.map(({ condition }) => condition)).toEqual(['low-back-pain']);
  expect([chart.fiscalYear, chart.supposed, chart.linkages.length]).toEqual([2023, null, 1]);
  expect(chart.findings.text).toBe('');
});
