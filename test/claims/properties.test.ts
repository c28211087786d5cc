/** What must hold of every claim and every trace: over all cases of the families, and every code of the code set. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkClaim } from '../../src/claims/claim.ts';
import type { Case } from '../../src/coding/case.ts';
import { codeYearOn, isInCodeScope } from '../../src/coding/codeset.ts';
import { explainCode } from '../../src/explain/trace.ts';
import { analysisSchema } from '../../src/schema.ts';
import { analyzeShortForm, textOf } from './coded.ts';

const folder = new URL('../../src/coding/families/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.cases.ts'));
const charts = (
  await Promise.all(
    files.map(async (file) => ((await import(new URL(file, folder).href)) as { cases: readonly Case[] }).cases),
  )
).flat();
const analyses = charts.map(({ given }) => ({ given, analysis: analyzeShortForm(given) }));

const codesOf = (standing: string, { codes }: (typeof analyses)[number]['analysis']) =>
  codes.filter((code) => code.standing === standing).map(({ code }) => code);

describe('over every case of the families', () => {
  it('are enough to mean something', () => {
    expect(charts.length).toBeGreaterThan(150);
  });

  it('the claim that the note supports has no fault', () => {
    const faults = analyses.flatMap(({ given, analysis }) =>
      checkClaim(analysis, codesOf('assigned', analysis))
        .codes.filter(({ verdict }) => verdict !== 'supported')
        .map(({ code, verdict }) => [given, code, verdict]),
    );
    expect(faults).toEqual([]);
  });

  it('a code that is left out or only suggested is never supported', () => {
    const wrong = analyses.flatMap(({ given, analysis }) => {
      const others = [...codesOf('unconfirmed', analysis), ...codesOf('excluded', analysis)];
      return checkClaim(analysis, others)
        .codes.filter(
          ({ sent, verdict }) => sent !== null && ['supported', 'missing', 'outside-scope'].includes(verdict),
        )
        .map(({ code }) => [given, code]);
    });
    expect(wrong).toEqual([]);
  });

  it('an empty claim lacks exactly the assigned codes', () => {
    for (const { analysis } of analyses)
      expect(checkClaim(analysis, []).codes.map(({ code }) => code)).toEqual(codesOf('assigned', analysis));
  });

  it('the result is part of a valid analysis', () => {
    for (const { given, analysis } of analyses.slice(0, 60)) {
      const claim = checkClaim(analysis, [...codesOf('unconfirmed', analysis), 'M54.5', 'M51.A', 'E11.9']);
      const { success, error } = analysisSchema.safeParse({ ...analysis, claim });
      expect([given, success ? '' : error.issues]).toEqual([given, '']);
    }
  });
});

describe('over every code of the code set', () => {
  const year = codeYearOn(null);
  const all = year
    .completeCodes('')
    .filter(({ code }) => isInCodeScope(code))
    .map(({ code }) => code);
  const chosen = analyses.filter((_, index) => index % 9 === 0);

  it('a claim says one thing of each, and never contradicts the analysis', () => {
    expect(all.length).toBeGreaterThan(150);
    for (const { given, analysis } of chosen) {
      if (analysis.codeSet.fiscalYear !== year.fiscalYear) continue;
      const assigned = codesOf('assigned', analysis);
      const { codes } = checkClaim(analysis, all);
      const supported = codes
        .filter(({ findings }) => findings.some(({ verdict }) => verdict === 'supported'))
        .map(({ code }) => code);
      expect([given, supported.sort()]).toEqual([given, [...assigned].sort()]);
    }
  });

  it('a trace says what is missing, of words that stand in the note', () => {
    for (const { given, analysis } of chosen) {
      const text = textOf(given);
      for (const code of all) {
        const trace = explainCode(analysis, code);
        expect(trace.why).toMatch(/\w.*\.$/);
        expect(`${trace.why} ${trace.needs.map(({ says }) => says).join(' ')}`).not.toMatch(/undefined|\bnull\b|NaN/);
        if (trace.standing !== 'assigned' && trace.standing !== 'outside-scope')
          expect([given, code, trace.needs.length > 0]).toEqual([given, code, true]);
        for (const { start, end, text: words } of trace.facts.flatMap((fact) => fact.words))
          expect(text.slice(start, end)).toBe(words);
      }
    }
  });
});
