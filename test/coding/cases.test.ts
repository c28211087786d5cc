/** Every case beside a family, and what holds of every family's table. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/coding/case.ts';
import { codeFindings } from '../../src/coding/code.ts';
import { codeYearOn } from '../../src/coding/codeset.ts';
import { FAMILIES } from '../../src/coding/families.ts';
import { readShortForm } from './short-form.ts';

const folder = new URL('../../src/coding/families/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.cases.ts'));
const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);

for (const file of files) {
  const { cases } = (await import(new URL(file, folder).href)) as { cases: readonly Case[] };
  describe(file.replace('.cases.ts', ''), () => {
    it.each(cases.map((c) => [c.says, c] as const))('%s', (_, { given, codes, unconfirmed, excluded, gaps }) => {
      const findings = readShortForm(given);
      const coding = codeFindings(findings, codeYearOn(findings.note.dateOfService));
      const standing = (s: string) => coding.codes.filter((c) => c.standing === s).map((c) => c.code);
      expect({
        codes: standing('assigned'),
        unconfirmed: standing('unconfirmed').sort(),
        gaps: [...new Set(coding.gaps.map((g) => g.kind))].sort(),
        ...(excluded === undefined ? {} : { excluded: standing('excluded').sort() }),
      }).toEqual({
        codes: words(codes),
        unconfirmed: words(unconfirmed).sort(),
        gaps: words(gaps).sort(),
        ...(excluded === undefined ? {} : { excluded: words(excluded).sort() }),
      });
    });
  });
}

describe('tables', () => {
  const FIRST = 2021;
  const LAST = 2027;
  it.each(
    FAMILIES.map((f) => [f.id, f] as const),
  )('%s gives only codes that are billable in every year of theirs', (_, family) => {
    const wrong: string[] = [];
    for (const { code, fromYear, toYear } of family.codes) {
      for (let year = Math.max(FIRST, fromYear); year <= (toYear ?? LAST); year++) {
        if (codeYearOn(`${year}-01-01`).entry(code)?.billable !== true) wrong.push(`${code} in FY${year}`);
      }
    }
    expect(family.codes.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('has each family once', () => {
    const ids = FAMILIES.map((f) => f.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(FAMILIES.map((f) => [f.id, f] as const))('%s asks for values that its tables have rows for', (_, family) => {
    for (const { id, values } of family.documented) {
      const rows = family.codes.flatMap(({ row }) => row.filter(({ axis }) => axis === id).map(({ value }) => value));
      expect([id, new Set(rows.filter((value) => value !== undefined))]).toEqual([id, new Set(values)]);
    }
  });

  it('has its families in the order of a claim', () => {
    expect(FAMILIES.map(({ id }) => id).join(' ')).toBe(
      [
        'cauda-equina-syndrome discitis back-strain cervical-disc-displacement disc-displacement',
        'annulus-fibrosus-defect cervical-disc-degeneration disc-degeneration spondylolisthesis spondylolysis',
        'spinal-stenosis spondylosis spinal-instability postlaminectomy-syndrome sacroiliac-disorder other-dorsopathy',
        'unspecified-dorsopathy radiculopathy sciatica low-back-pain neck-pain thoracic-back-pain back-pain',
      ].join(' '),
    );
  });

  it('has cases for every file of families', () => {
    const families = readdirSync(folder).filter((name) => !name.endsWith('.cases.ts'));
    expect(files.map((f) => f.replace('.cases.ts', '.ts')).sort()).toEqual(families.sort());
  });
});
