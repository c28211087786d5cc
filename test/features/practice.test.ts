/** Every promise on records over time and on a practice by its number: what is sent in, and what must come out. */
import { beforeAll, describe, expect, it } from 'vitest';
import {
  AUDIT_FORMATS,
  type AuditReport,
  buildAuditReport,
  createAudit,
  type Encounter,
  reviewEncounters,
  writeAudit,
} from '../../src/encounters/index.ts';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';
import { generateEncounters } from '../encounters/generated.ts';

let analyzer: Analyzer;
let report: AuditReport;
beforeAll(async () => {
  analyzer = await createAnalyzer();
  const audit = createAudit();
  for (const { id, date, text, patient, provider, site, codes } of generateEncounters(300, 11)) {
    audit.add(analyzer.analyze(text, { id, dateOfService: date, meta: { patient, provider, site, codes } }));
  }
  report = buildAuditReport(audit);
});

interface Promised {
  /** The number of the promise, and what this row proves of it. */
  readonly row: string;
  /** "date: note", or "date [codes sent]: note". */
  readonly visits: readonly string[];
  /** Findings that must be given, with the days of their encounters; the kinds in `silent` must not. */
  readonly gives?: readonly string[];
  readonly silent?: readonly string[];
}

const PAIN = 'Assessment: Low back pain.';
const ROWS: readonly Promised[] = [
  {
    row: 'B29 M54.50 at the third visit',
    visits: [`2026-10-01: ${PAIN}`, `2026-11-01: ${PAIN}`, `2026-12-01: ${PAIN}`],
    gives: ['unspecified-repeated 2026-10-01 2026-12-01'],
  },
  {
    row: 'B29 and at each later one',
    visits: [`2026-10-01: ${PAIN}`, `2026-11-01: ${PAIN}`, `2026-12-01: ${PAIN}`, `2027-01-04: ${PAIN}`],
    gives: ['unspecified-repeated 2026-10-01 2026-12-01 2027-01-04'],
  },
  {
    row: 'B29 not at the second, nor for another complaint',
    visits: [`2026-10-01: ${PAIN}`, '2026-11-01: Assessment: Neck pain.', `2026-12-01: ${PAIN}`],
    silent: ['unspecified-repeated'],
  },
  {
    row: 'B30 .50, then .51, and no documented change',
    visits: [`2026-10-01 [M54.50]: ${PAIN}`, `2026-11-01 [M54.51]: ${PAIN}`],
    gives: ['code-changed 2026-10-01 2026-11-01'],
  },
  {
    row: 'B30 documented by the provider',
    visits: [`2026-10-01 [M54.50]: ${PAIN}`, '2026-11-01 [M54.51]: Assessment: Vertebrogenic low back pain.'],
    silent: ['code-changed'],
  },
  {
    row: 'B31 imaging has moved on',
    visits: [`2026-10-01: ${PAIN}`, `2026-11-01: MRI lumbar spine: Modic changes at L5-S1.\n${PAIN}`],
    gives: ['unspecified-kept 2026-10-01 2026-11-01'],
  },
  {
    row: 'B31 the assessment has moved on',
    visits: [`2026-10-01 [M54.50]: ${PAIN}`, '2026-11-01 [M54.50]: Assessment: Vertebrogenic low back pain.'],
    gives: ['unspecified-kept 2026-10-01 2026-11-01'],
  },
  {
    row: 'B31 carried forward from the problem list',
    visits: [
      `2026-10-01: Problem list: M54.50.\n${PAIN}`,
      '2026-11-01: Problem list: M54.50.\nAssessment: Disc herniation L5-S1.',
    ],
    gives: ['problem-list-outdated 2026-10-01 2026-11-01'],
  },
];

function readVisit(visit: string, index: number): Encounter {
  const [, date = null, sent, text = ''] = /^(\S+?)(?: \[(.*?)\])?: ([\s\S]*)$/.exec(visit) ?? [];
  return { patient: 'p1', date, text, codes: sent?.split(' ') ?? null, line: index + 1 };
}

describe('one patient over time', () => {
  it.each(ROWS)('$row', ({ visits, gives = [], silent = [] }) => {
    const findings = reviewEncounters(visits.map(readVisit), analyzer).flatMap((review) => review.findings);
    const found = findings.map(({ kind, encounters }) => [kind, ...encounters.map(({ date }) => date)].join(' '));
    for (const finding of gives) expect(found).toContain(finding);
    expect(findings.map(({ kind }) => kind).filter((kind) => silent.includes(kind))).toEqual([]);
    for (const { encounters } of findings.filter(({ kind }) => gives.some((each) => each.startsWith(kind))))
      for (const { evidence } of encounters) expect(evidence.length).toBeGreaterThan(0);
  });
});

const CODES = ['M54.50', 'M54.51', 'M54.59'] as const;
const WORKSHEET = /Sample for manual review/;

/** A role, and what of the report serves it. */
const PRACTICE: readonly (readonly [row: string, proves: (report: AuditReport) => boolean])[] = [
  [
    'B32 share of .50, .51 and .59 by provider',
    ({ by }) =>
      by.provider.length > 5 &&
      by.provider.every(({ codes, lowBackPain }) => CODES.every((code) => codes[code].of === lowBackPain)),
  ],
  [
    'B32 and of the practice, with intervals',
    ({ practice }) =>
      CODES.every(
        (code) =>
          (practice.codes[code].low ?? 1) < (practice.codes[code].share ?? 0) &&
          (practice.codes[code].share ?? 1) < (practice.codes[code].high ?? 0),
      ),
  ],
  [
    'B32 the parts make the whole',
    ({ practice, by }) =>
      by.provider.reduce((sum, { codes }) => sum + codes['M54.50'].count, 0) === practice.codes['M54.50'].count,
  ],
  ['B32 ten to fifteen encounters for review', ({ worksheet }) => worksheet.length >= 10 && worksheet.length <= 15],
  ['B36 CDI: patterns of gaps', ({ gaps }) => gaps.length > 2 && gaps.every(({ encounters }) => encounters.count > 0)],
  ['B36 administrator: distribution by site and month', ({ by }) => by.site.length > 1 && by.month.length > 1],
  [
    'B36 billing: the claims against the notes',
    ({ verdicts, withClaim }) => withClaim === 300 && verdicts.some(({ verdict }) => verdict === 'supported'),
  ],
  [
    'B36 coder: a worksheet with codes to check',
    (audit) =>
      WORKSHEET.test(writeAudit(audit, 'html')) && audit.worksheet.every(({ documented }) => documented.length > 0),
  ],
  [
    'B36 provider: the open questions of the sample',
    ({ worksheet }) => worksheet.some(({ queries }) => queries.length > 0),
  ],
];

describe('a practice', () => {
  it.each(PRACTICE)('%s', (_row, proves) => {
    expect(proves(report)).toBe(true);
  });

  it.each([...AUDIT_FORMATS])('B32 comes as %s', (format) => {
    expect(writeAudit(report, format).length).toBeGreaterThan(200);
  });
});
