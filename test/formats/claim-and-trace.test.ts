/** The claim check and the chain behind a code as they are read, on one note written by hand. */
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/catalogue.ts';
import { plainPalette } from '../../src/formats/format.ts';
import { writeTrace } from '../../src/formats/trace.ts';
import type { Trace } from '../../src/index.ts';
import type { Analysis, Claim } from '../../src/model.ts';
import { analysisSchema } from '../../src/schema.ts';
import { ANALYSIS, NOTE, quote } from './sample.ts';

const CLAIM: Claim = {
  codes: [
    {
      sent: 'm51a3',
      code: 'M51.A3',
      title: 'Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size',
      verdict: 'supported',
      findings: [
        {
          verdict: 'supported',
          rule: 'supported-code',
          severity: 'info',
          reason: 'The assessment states it.',
          evidence: [quote('Annular tear')],
          cites: ['Tabular, M51.A3'],
        },
      ],
      instead: [],
    },
    {
      sent: 'M54.5',
      code: 'M54.5',
      title: 'Low back pain',
      verdict: 'retired',
      findings: [
        {
          verdict: 'retired',
          rule: 'retired-code',
          severity: 'error',
          reason: 'M54.5 ended.',
          evidence: [],
          cites: [],
        },
      ],
      instead: ['M54.50'],
    },
  ],
};
const WHAT_IF = [
  { answer: 'Small', codes: ['M51.A4'] },
  { answer: 'Large', codes: [] },
];
const analysis: Analysis = {
  ...ANALYSIS,
  claim: CLAIM,
  queries: ANALYSIS.queries.map((query) => ({ ...query, whatIf: WHAT_IF })),
};
const write = (whatIf?: 'shown' | 'hidden', of = analysis) =>
  [
    ...formats.text.write([{ file: 'a.txt', text: NOTE, analysis: of }], {
      palette: plainPalette,
      asked: 'one',
      ...(whatIf && { whatIf }),
    }),
  ].join('');

describe('the claim check in the report', () => {
  it('gives each code its verdict, reason, citation and words', () => {
    expect(write()).toContain(`Claim check
  M51.A3   supported: Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size
      The assessment states it.
      Tabular, M51.A3
       4:4    "Annular tear"
  M54.5    retired: Low back pain
      M54.5 ended.
      the documentation supports: M54.50

Queries`);
  });

  it('is part of the schema, and of json word for word', () => {
    expect(analysisSchema.parse(analysis)).toEqual(analysis);
    const json = [
      ...formats.json.write([{ file: 'a.txt', text: NOTE, analysis }], { palette: plainPalette, asked: 'one' }),
    ].join('');
    expect(JSON.parse(json)).toEqual(analysis);
  });

  it.each([
    ['no verdict', { ...CLAIM.codes[0]!, verdict: 'wrong' }],
    ['no finding', { ...CLAIM.codes[0]!, findings: [] }],
  ])('the schema refuses a code with %s that it knows', (_, code) => {
    expect(analysisSchema.safeParse({ ...analysis, claim: { codes: [code] } }).success).toBe(false);
  });

  it('says so when there is nothing to say', () => {
    expect(write('hidden', { ...ANALYSIS, claim: { codes: [] } })).toContain(
      'nothing was sent, and nothing is missing',
    );
    expect(write('hidden', ANALYSIS)).not.toContain('Claim check');
  });

  it('shows what a hostile claim would hide', () => {
    const hostile = { ...CLAIM.codes[1]!, code: 'M54\x1b[2J', title: null };
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this must not come out.
    expect(write('hidden', { ...ANALYSIS, claim: { codes: [hostile] } })).not.toMatch(/\x1b/);
  });
});

describe('what if', () => {
  it('stands above the block for the provider, on request', () => {
    const report = write('shown');
    expect(report).toContain(
      '  For the coder: "Small" would give M51.A4\n  For the coder: "Large" would give no code\n',
    );
    expect(report.split(/^-{60}$/m)[1]).not.toContain('would give');
    expect(write()).not.toContain('would give');
  });
});

const TRACE: Trace = {
  code: 'M51.A4',
  title: 'Intervertebral annulus fibrosus defect, small, lumbosacral region',
  fiscalYear: 2027,
  standing: 'not-supported',
  position: null,
  why: 'The code says size small, which the note does not say.',
  facts: [{ fact: ANALYSIS.facts[0]!, words: [{ ...quote('Annular tear'), section: 'assessment' }] }],
  linkages: [{ linkage: ANALYSIS.linkages[0]!, words: [{ ...quote('two months'), section: 'history' }] }],
  rules: [{ rule: 'annulus-fibrosus-defect', cites: 'Tabular, M51.A0-M51.A5' }],
  needs: [{ kind: 'documented-value', says: "The size, in the provider's words." }],
  instead: [{ code: 'M51.A3', title: 'Unspecified size' }],
  queries: [{ id: 'annular-defect-size/lumbosacral', question: 'Which size?', answers: WHAT_IF }],
};

describe('the chain behind a code', () => {
  it('reads from the fact to what would change it', () => {
    expect(
      writeTrace(TRACE, NOTE, plainPalette),
    ).toBe(`M51.A4 Intervertebral annulus fibrosus defect, small, lumbosacral region (FY2027)
  code    not supported by this note: The code says size small, which the note does not say.
  fact    annulus fibrosus defect, lumbosacral L5-S1, size not stated: present, source provider
  words   4:4 Assessment "Annular tear"
  link    low back pain tied to disc degeneration: uncertain
  words   1:33 History "two months"
  rule    annulus-fibrosus-defect: Tabular, M51.A0-M51.A5
  needed  The size, in the provider's words.
  instead M51.A3 Unspecified size
  query   annular-defect-size/lumbosacral
          Small -> M51.A4
          Large -> no code
`);
  });
});
