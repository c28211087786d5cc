/** The engine by itself, with a family made up for the test: what is asked, what is not, and what is a wrong family. */
import { describe, expect, it } from 'vitest';
import type { Chart } from '../../src/coding/chart.ts';
import { defineFamily, derived, documented } from '../../src/coding/family.ts';
import { readShortForm } from './short-form.ts';

const size = documented('size', ['small', 'large'], {
  asks: 'annular-defect-size',
  why: 'it decides',
  read: (fact) => (fact.size === 'unspecified' || fact.size === null ? undefined : fact.size),
});
const side = derived('side', ['left', 'other'], (fact) => (fact.laterality === 'left' ? 'left' : 'other'));

const family = defineFamily({
  id: 'made-up',
  name: 'Made up',
  conditions: ['annulus-fibrosus-defect'],
  axes: [side, size],
  tables: [
    { fromYear: 2023, cells: { left: 'M51.A0', other: null } },
    {
      fromYear: 2025,
      cells: {
        left: { small: 'M51.A1', large: ['M51.A2', 'M51.A5'], undocumented: { unconfirmed: ['M51.9'] } },
        other: 'M51.A3',
      },
    },
  ],
  cites: ['a citation'],
});

function select(line: string, fiscalYear: number) {
  const findings = readShortForm([line]);
  const chart: Chart = { findings, facts: findings.facts, linkages: [], fiscalYear, supposed: null };
  return family.select(findings.facts[0]!, chart).map((s) => ({
    codes: s.codes,
    standing: s.standing,
    open: s.open.map((axis) => axis.asks),
    coded: s.without === null,
  }));
}

describe('walking a table', () => {
  it.each([
    ['both axes answered', 'annulus-fibrosus-defect left small', 2027, ['M51.A1'], 'assigned', []],
    ['a cell of two codes', 'annulus-fibrosus-defect left large', 2027, ['M51.A2', 'M51.A5'], 'assigned', []],
    ['open: asked', 'annulus-fibrosus-defect left', 2027, ['M51.9'], 'unconfirmed', ['annular-defect-size']],
    ['a row that ends early asks nothing more', 'annulus-fibrosus-defect right', 2027, ['M51.A3'], 'assigned', []],
    ['an older table', 'annulus-fibrosus-defect left small', 2024, ['M51.A0'], 'assigned', []],
    ['an older table without a code', 'annulus-fibrosus-defect right', 2024, [], 'assigned', []],
    ['before the first table', 'annulus-fibrosus-defect left', 2022, [], 'assigned', []],
  ])('%s', (_, line, year, codes, standing, open) => {
    expect(select(line, year)).toEqual([{ codes, standing, open, coded: codes.length > 0 }]);
  });

  it('reads nothing before the first table', () => {
    const findings = readShortForm(['annulus-fibrosus-defect left']);
    const chart: Chart = { findings, facts: findings.facts, linkages: [], fiscalYear: 2022, supposed: null };
    expect(family.select(findings.facts[0]!, chart)[0]?.readings).toEqual([]);
  });

  it('has the axes that a query can ask for', () => {
    expect(family.documented.map(({ id, asks }) => [id, asks])).toEqual([['size', 'annular-defect-size']]);
    expect([size.mode, side.mode]).toEqual(['documented', 'derived']);
  });

  it('says why there is no code before the first table', () => {
    const findings = readShortForm(['annulus-fibrosus-defect left']);
    const chart: Chart = { findings, facts: findings.facts, linkages: [], fiscalYear: 2022, supposed: null };
    expect(family.select(findings.facts[0]!, chart)[0]?.without).toContain('since FY2023');
  });

  it('takes no fact of another condition', () => {
    expect(select('disc-herniation left', 2027)).toEqual([]);
  });

  it('lists its codes with their years', () => {
    expect(family.codes).toContainEqual(expect.objectContaining({ code: 'M51.A0', fromYear: 2023, toYear: 2024 }));
    expect(family.codes).toContainEqual(expect.objectContaining({ code: 'M51.A5', fromYear: 2025, toYear: null }));
  });

  it('throws when an axis gives a value that it never declared', () => {
    const wrong = defineFamily({
      id: 'wrong',
      name: 'Wrong',
      conditions: ['back-pain'],
      axes: [derived('kind', ['a'], () => 'b' as 'a')],
      tables: [{ fromYear: 2016, cells: { a: 'M54.9' } }],
      cites: [],
    });
    const findings = readShortForm(['back-pain']);
    const chart: Chart = { findings, facts: findings.facts, linkages: [], fiscalYear: 2027, supposed: null };
    expect(() => wrong.select(findings.facts[0]!, chart)).toThrow('Family wrong: axis kind gave "b"');
  });
});

/** Compile-time: `tsc` fails if one of these is no error. Never run. */
function neverCompiles(): void {
  const rest = { id: 'x', name: 'X', conditions: ['back-pain'], axes: [side, size], cites: [] } as const;
  const fromYear = 2016;
  const left = { small: 'M54.9', undocumented: null } as const;
  // @ts-expect-error a missing cell: large
  defineFamily({ ...rest, tables: [{ fromYear, cells: { left, other: null } }] });
  // @ts-expect-error a missing row: other
  defineFamily({ ...rest, tables: [{ fromYear, cells: { left: 'M54.9' } }] });
  // @ts-expect-error an unknown row: right
  defineFamily({ ...rest, tables: [{ fromYear, cells: { left: 'M54.9', other: null, right: null } }] });
  // @ts-expect-error a value that the axis never declared: middle
  derived('side', ['left', 'right'], () => 'middle');
  // @ts-expect-error no code
  defineFamily({ ...rest, tables: [{ fromYear, cells: { left: 'low back pain', other: null } }] });
}
void neverCompiles;
