/** The chain behind a code: what it rests on, or what the note lacks for it; a row is a chart, a code and its needs. */
import { describe, expect, it, test } from 'vitest';
import { explainCode, explainCodes } from '../../src/explain/trace.ts';
import { analyzeShortForm, textOf } from '../claims/coded.ts';

const TEAR = 'annulus-fibrosus-defect lumbosacral L5-S1';
const HNP = 'disc-herniation lumbosacral L5-S1';
const explain = (given: readonly string[], code: string) => explainCode(analyzeShortForm(given), code);

describe('an assigned code', () => {
  const given = [`${TEAR} small "small annular tear L5-S1"`, `${HNP} "L5-S1 herniation"`];
  const trace = explain(given, 'M51.A4');

  it('says where it stands on the claim and why', () => {
    expect([trace.standing, trace.position, trace.title]).toEqual([
      'assigned',
      2,
      'Intervertebral annulus fibrosus defect, small, lumbosacral region',
    ]);
    expect(trace.why).toContain('region lumbosacral, size small');
    expect(trace.needs).toEqual([]);
  });

  it('goes from the fact to the words to the rule to its citation', () => {
    expect(trace.facts.map(({ fact, words }) => [fact.condition, words.map(({ text }) => text)])).toEqual([
      ['annulus-fibrosus-defect', ['small annular tear L5-S1']],
    ]);
    expect(trace.rules.map(({ rule }) => rule)).toEqual([
      'code-first',
      'annulus-fibrosus-defect',
      'diagnostic-statement',
    ]);
    for (const { cites } of trace.rules) expect(cites).toMatch(/^ICD-10-CM/);
    for (const { words } of trace.facts)
      for (const { start, end, text } of words) expect(textOf(given).slice(start, end)).toBe(text);
  });

  it('shows the answers that would take it away', () => {
    const open = explain([TEAR], 'M51.A3');
    expect(open.queries.map(({ id, answers }) => [id, answers.map(({ answer }) => answer)])).toEqual([
      ['annular-defect-size/lumbosacral', ['Small', 'Large']],
    ]);
  });
});

describe('a code that is not assigned', () => {
  test.each<[string, readonly string[], string, string, string]>([
    // chart, code, standing, needs
    ['a place', ['disc-degeneration'], 'M51.9', 'unconfirmed', 'documented-value'],
    ['a place, before FY2025', ['note on 2024-09-30', 'disc-degeneration'], 'M51.9', 'unconfirmed', 'documented-value'],
    ['size', [TEAR], 'M51.A4', 'not-supported', 'documented-value'],
    ['level', [`${TEAR} small`], 'M51.A1', 'not-supported', 'other-value'],
    ['level and size', [`${TEAR} large`], 'M51.A1', 'not-supported', 'other-value other-value'],
    ['a diagnosis', ['low-back-pain'], 'M48.062', 'not-supported', 'diagnosis'],
    [
      'a provider statement',
      ['spinal-stenosis lumbar imaging', 'low-back-pain'],
      'M48.061',
      'unconfirmed',
      'provider-statement',
    ],
    [
      'a provider statement and claudication',
      ['spinal-stenosis lumbar imaging'],
      'M48.062',
      'not-supported',
      'provider-statement documented-value',
    ],
    [
      'more than a complaint',
      ['radiculopathy lumbar patient', 'low-back-pain'],
      'M54.16',
      'not-supported',
      'provider-statement',
    ],
    ['a definite statement', ['spondylolisthesis lumbar uncertain'], 'M43.16', 'unconfirmed', 'definite-statement'],
    ['the condition itself', ['disc-herniation lumbar absent'], 'M51.26', 'not-supported', 'present-condition'],
    ['the condition, now', ['disc-herniation lumbar historical'], 'M51.26', 'not-supported', 'present-condition'],
    ['the link', ['low-back-pain', 'endplate-change imaging lumbar'], 'M54.51', 'unconfirmed', 'linkage'],
    ['the link, with no finding either', ['low-back-pain'], 'M54.51', 'not-supported', 'linkage'],
    ['a radiculopathy', [HNP], 'M51.17', 'not-supported', 'companion'],
    ['nothing: the finer code stands', [`${TEAR} small`], 'M51.A3', 'not-supported', 'coarser-value'],
    ['the side', ['sciatica'], 'M54.31', 'not-supported', 'documented-value'],
    ['nothing: another code excludes it', [HNP, 'low-back-pain'], 'M54.50', 'excluded', 'no-exclusion'],
    ['the year', ['low-back-pain'], 'M54.5', 'retired', 'year'],
    ['a later year', ['note on 2022-01-01', `${TEAR} small`], 'M51.A4', 'not-billable', 'year'],
    ['a complete code', [TEAR], 'M51.A', 'not-billable', 'complete-code'],
    ['a code of the list', [HNP], 'M51.07', 'not-billable', 'complete-code'],
    ['nothing that is read here', ['low-back-pain'], 'E11.9', 'outside-scope', ''],
  ])('lacks %s: %j, %s', (_, given, code, standing, needs) => {
    const trace = explain(given, code);
    expect([trace.standing, trace.needs.map(({ kind }) => kind).join(' ')]).toEqual([standing, needs]);
    expect(trace.position).toBeNull();
    for (const { says } of trace.needs) expect(says).toMatch(/^[A-Z].*\.$/);
  });

  test.each<[readonly string[], string, string, string, string]>([
    // chart, code, instead, query, answer
    [[TEAR], 'M51.A4', 'M51.A3', 'annular-defect-size/lumbosacral', 'Small'],
    [
      ['low-back-pain', 'endplate-change imaging lumbar'],
      'M54.51',
      'M54.50',
      'imaging-linkage/lumbar',
      'The pain is of vertebral endplate origin',
    ],
    [['spinal-stenosis lumbar'], 'M48.062', 'M48.061', 'stenosis-claudication/lumbar', 'With neurogenic claudication'],
    [
      ['low-back-pain', 'spondylolisthesis lumbar L4-L5 uncertain'],
      'M43.16',
      '',
      'uncertain-diagnosis/lumbar/spondylolisthesis',
      'Spondylolisthesis at L4-L5: established',
    ],
  ])('%j, %s: names the nearest code, the query and the answer', (given, code, instead, query, answer) => {
    const trace = explain(given, code);
    expect(trace.instead.map((other) => other.code).join(' ')).toBe(instead);
    expect(trace.queries.map(({ id, answers }) => [id, answers.map((each) => each.answer).join(' | ')])).toEqual([
      [query, answer],
    ]);
  });

  it('reads a code as people write it', () => {
    expect(explain([TEAR], 'm51a3').code).toBe('M51.A3');
  });
});

describe('every code of an analysis', () => {
  const given = [TEAR, HNP, 'low-back-pain', 'spinal-stenosis lumbar imaging', 'spondylolisthesis lumbar uncertain'];

  it('has its chain, in the order of the analysis', () => {
    const analysis = analyzeShortForm(given);
    const traces = explainCodes(analysis);
    expect(traces.map(({ code, standing }) => [code, standing])).toEqual(
      analysis.codes.map(({ code, standing }) => [code, standing]),
    );
    for (const { facts, rules, needs, standing } of traces) {
      expect(facts.length).toBeGreaterThan(0);
      expect(rules.length).toBeGreaterThan(0);
      expect(needs.length > 0).toBe(standing !== 'assigned');
    }
  });
});
