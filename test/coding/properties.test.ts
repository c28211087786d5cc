/** What holds of the codes of any facts whatever: billable, unique, in order, and no printed Excludes1 pair. */
import { describe, expect, it } from 'vitest';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { CONDITIONS, REGIONS } from '../../src/model.ts';
import fc from '../property.ts';
import { readShortForm } from './short-form.ts';

const LEVELS: { readonly [region: string]: readonly string[] } = {
  cervical: ['C4-C5', 'C5-C6'],
  cervicothoracic: ['C7-T1'],
  thoracic: ['T7-T8'],
  thoracolumbar: ['T12-L1'],
  lumbar: ['L3-L4', 'L4-L5'],
  lumbosacral: ['L5-S1'],
};

const factLine = fc
  .record({
    condition: fc.constantFrom(...CONDITIONS),
    region: fc.constantFrom(...REGIONS),
    level: fc.nat(2),
    status: fc.constantFrom('present', 'present', 'present', 'uncertain', 'absent', 'historical'),
    source: fc.constantFrom('provider', 'provider', 'operative', 'imaging', 'patient'),
    side: fc.constantFrom('', 'left', 'right', 'bilateral'),
    size: fc.constantFrom('', 'small', 'large'),
    detail: fc.constantFrom('', 'chronic', 'vertebrogenic', 'with-claudication', 'back-and-leg-pain'),
    section: fc.constantFrom('@assessment', '@history'),
  })
  .map((f) => {
    const levels = (LEVELS[f.region] ?? []).slice(0, f.level).join(' ');
    const size = f.condition === 'annulus-fibrosus-defect' ? f.size : '';
    return [f.condition, f.status, f.source, f.region, levels, f.side, size, f.detail, f.section].join(' ');
  });

const noteLine = fc.constantFrom('note office-note', 'note procedure-note', 'note imaging-report', 'note inpatient');
const dateLine = fc.constantFrom('note on 2021-01-01', 'note on 2023-01-01', 'note on 2026-12-01');
const anyCase = fc
  .tuple(fc.array(factLine, { maxLength: 8 }), noteLine, dateLine)
  .map(([facts, note, date]) => [...facts, note, date]);

/** Read by place or complaint, as the guide does: the note binds where both codes speak of the same one. */
const BINDS_BY_PLACE = [
  ['M43.0', 'M43.1'],
  ['M54.1', 'M51.1'],
  ['M54.1', 'M50.1'],
  ['M54.1', 'M47.2'],
  ['M54.3', 'M51.1'],
  ['M54.4', 'M51.1'],
  ['M54.5', 'M51.2'],
  ['M54.6', 'M51.'],
  ['S33', 'M5'],
  ['S39', 'M5'],
  ['M46.4', 'M5'],
] as const;

function bindsByPlace(a: string, b: string): boolean {
  return BINDS_BY_PLACE.some(([x, y]) => (a.startsWith(x) && b.startsWith(y)) || (b.startsWith(x) && a.startsWith(y)));
}

function codeLines(lines: readonly string[]) {
  const findings = readShortForm(lines);
  const year = codeYearOn(findings.note.dateOfService);
  return { ...codeFindings(findings, year), findings, year };
}

describe('any facts', () => {
  it('give billable codes, each once, each with facts, a why and a citation', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        const { codes, findings, year } = codeLines(lines);
        const ids = new Set(findings.facts.map((f) => f.id));
        expect(new Set(codes.map((c) => c.code)).size).toBe(codes.length);
        for (const code of codes) {
          expect(year.entry(code.code)?.billable, code.code).toBe(true);
          expect(code.title).not.toBe('');
          expect(code.why).toMatch(/\.$/);
          expect(code.rules.length).toBeGreaterThan(0);
          expect(code.facts.length).toBeGreaterThan(0);
          expect(code.facts.every((id) => ids.has(id))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('give assigned, then unconfirmed, then excluded', () => {
    const order = ['assigned', 'unconfirmed', 'excluded'];
    fc.assert(
      fc.property(anyCase, (lines) => {
        const ranks = codeLines(lines).codes.map((c) => order.indexOf(c.standing));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
      { numRuns: 1000 },
    );
  });

  it('never leave a printed Excludes1 pair on the claim, save where the two are of different places', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        const { codes, year } = codeLines(lines);
        const assigned = codes.filter((c) => c.standing === 'assigned').map((c) => c.code);
        const pairs = assigned.flatMap((a, i) => assigned.slice(i + 1).map((b) => [a, b] as const));
        const wrong = pairs.filter(
          ([a, b]) => !bindsByPlace(a, b) && year.excludesBetween(a, b).some((n) => n.kind === 'excludes1'),
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('put the herniation of the region before its annular defect', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        const assigned = codeLines(lines)
          .codes.filter((c) => c.standing === 'assigned')
          .map((c) => c.code);
        for (const [first, later] of [
          [/^M51\.[012]6$/, /^M51\.A[012]$/],
          [/^M51\.[12]7$/, /^M51\.A[345]$/],
        ] as const) {
          const lastHerniation = assigned.findLastIndex((c) => first.test(c));
          const firstDefect = assigned.findIndex((c) => later.test(c));
          if (lastHerniation >= 0 && firstDefect >= 0) expect(lastHerniation).toBeLessThan(firstDefect);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('code nothing from what is absent, historical or only complained of', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        const { codes, findings } = codeLines(lines);
        const silent = new Set(
          findings.facts
            .filter((f) => ['absent', 'historical'].includes(f.status) || f.source === 'patient')
            .map((f) => f.id),
        );
        expect(codes.filter((c) => c.standing !== 'excluded' && c.facts.every((id) => silent.has(id)))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('give the same again', () => {
    fc.assert(
      fc.property(anyCase, (lines) => {
        expect(JSON.stringify(codeLines(lines))).toBe(JSON.stringify(codeLines(lines)));
      }),
      { numRuns: 200 },
    );
  });
});
