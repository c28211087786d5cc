/** The figures of a practice: intervals against published values, bounded counts, a sample that a seed fixes, safe output. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeField } from '../../src/encounters/audit/csv.ts';
import { STYLE, STYLE_HASH } from '../../src/encounters/audit/html-style.ts';
import { takeShare, wordShare } from '../../src/encounters/audit/share.ts';
import { FURTHER, MOST_GROUPS } from '../../src/encounters/audit/tally.ts';
import {
  AUDIT_FORMATS,
  type AuditOptions,
  buildAuditReport,
  createAudit,
  writeAudit,
} from '../../src/encounters/index.ts';
import { type Analysis, type Analyzer, createAnalyzer } from '../../src/index.ts';
import { generateEncounters } from './generated.ts';

let analyzer: Analyzer;
let analyses: readonly Analysis[];
beforeAll(async () => {
  analyzer = await createAnalyzer();
  analyses = [...generateEncounters(120, 7)].map(({ id, date, text, patient, provider, site, codes }) =>
    analyzer.analyze(text, { id, dateOfService: date, meta: { patient, provider, site, codes } }),
  );
});

const audit = (records: readonly Analysis[], options: AuditOptions = {}) => {
  const running = createAudit(options);
  records.forEach((record, index) => {
    running.add(record, index + 1);
  });
  return buildAuditReport(running);
};
const note = (
  text: string,
  meta: Record<string, unknown> = {},
  id = 'e1',
  dateOfService: string | null = '2026-10-05',
) => analyzer.analyze(text, { id, dateOfService, meta });

describe('a share and its interval', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3: 81/263, 15/148, 0/20, 1/29
  it.each<[number, number, number, number]>([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [20, 20, 0.8389, 1],
  ])('%i of %i', (count, of, low, high) => {
    const share = takeShare(count, of);
    expect([share.low, share.high]).toEqual([low, high]);
  });

  it.each<[number, number, string]>([
    [0, 0, 'none'],
    [3, 9, '3 of 9, too few to say'],
    [5, 10, '50 % (24 to 76 %), few'],
    [15, 30, '50 % (33 to 67 %)'],
  ])('%i of %i in words', (count, of, words) => {
    expect(wordShare(takeShare(count, of))).toBe(words);
  });
});

describe('counts', () => {
  it('divides by provider, site and month, and by the whole', () => {
    const { practice, by } = audit([
      note('Assessment: Low back pain.', { provider: 'a', site: 'n' }, 'e1', '2026-10-05'),
      note('Assessment: Mechanical low back pain.', { provider: 'a', site: 's' }, 'e2', '2026-11-05'),
      note('Assessment: Vertebrogenic low back pain.', { provider: 'b', site: 's' }, 'e3', '2026-11-06'),
      note('Assessment: Neck pain.', { provider: 'b' }, 'e4', null),
    ]);
    expect(practice.codes['M54.50']).toMatchObject({ count: 1, of: 3 });
    const rows = Object.values(by).map((groups) => groups.map(({ name, lowBackPain }) => `${name} ${lowBackPain}`));
    expect(rows).toEqual([
      ['a 2', 'b 1'],
      ['s 2', 'n 1', '(not stated) 0'],
      ['2026-10 1', '2026-11 2', '(not stated) 0'],
    ]);
  });

  it('takes the codes as sent where that is asked', () => {
    const records = [note('Assessment: Low back pain.', { codes: ['M54.59'] })];
    expect(audit(records).practice.codes['M54.50'].count).toBe(1);
    expect(audit(records, { basis: 'sent' }).practice.codes['M54.59'].count).toBe(1);
  });

  it('counts retired codes where they stand', () => {
    const { retired } = audit([note('Problem list: LBP M54.5.\nAssessment: Low back pain.', { codes: ['M54.5'] })]);
    expect(retired).toEqual([{ code: 'M54.5', written: 1, sent: 1 }]);
  });

  it('has a bound on groups', () => {
    const record = note('Assessment: Low back pain.');
    const running = createAudit();
    for (let index = 0; index < MOST_GROUPS + 7; index++) {
      running.add({ ...record, note: { ...record.note, meta: { provider: `p${index}` } } }, index);
    }
    const { provider } = buildAuditReport(running).by;
    expect(provider).toHaveLength(MOST_GROUPS + 1);
    expect(provider.at(-1)).toMatchObject({ name: FURTHER, lowBackPain: 7 });
  });
});

describe('the sample', () => {
  const ids = (records: readonly Analysis[], options: AuditOptions = {}) =>
    audit(records, options).worksheet.map(({ id }) => id);
  it('is the same for a seed, whatever the order, and another for another seed', () => {
    expect(ids([...analyses].reverse())).toEqual(ids(analyses));
    expect(ids(analyses, { seed: '2' })).not.toEqual(ids(analyses));
  });

  it.each([10, 12, 15])('holds %i encounters, each once', (size) => {
    const drawn = ids(analyses, { sample: size });
    expect(new Set(drawn).size).toBe(size);
  });

  it('gives each encounter the same chance', () => {
    const drawn = new Map<string | null, number>();
    for (let seed = 0; seed < 300; seed++)
      for (const id of ids(analyses, { seed: String(seed) })) drawn.set(id, (drawn.get(id) ?? 0) + 1);
    // 300 draws of 12 among 120: 30 each, sd about 5.2
    expect(drawn.size).toBe(120);
    expect(Math.min(...drawn.values())).toBeGreaterThan(8);
    expect(Math.max(...drawn.values())).toBeLessThan(55);
  });

  it('may be drawn from low back pain alone', () => {
    const { worksheet } = audit(analyses, { sampleOf: 'low-back-pain' });
    for (const { documented, sent } of worksheet) expect([...documented, ...(sent ?? [])].join(' ')).toContain('M54.5');
  });
});

describe('CSV', () => {
  it.each<[string, string]>([
    ['dr-7', 'dr-7'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@a', "'@a"],
    ['\ta', "'\ta"],
    ['\ra', '"\'\ra"'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=a,"b"', '"\'=a,""b"""'],
  ])('%j', (value, written) => {
    expect(writeField(value)).toBe(written);
  });

  it('has as many fields in every line', () => {
    const lines = writeAudit(audit(analyses), 'csv').split('\r\n').slice(0, -1);
    expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([10]));
    expect(lines.length).toBeGreaterThan(50);
  });
});

describe('every form', () => {
  it.each([...AUDIT_FORMATS])('%s holds no words of a note', (format) => {
    const canary = note('HPI: Zebrafinch complaint of the back.\nAssessment: Low back pain M54.5, zebrafinch.', {
      provider: 'a',
    });
    const written = writeAudit(audit([canary, ...analyses]), format);
    expect(written.toLowerCase()).not.toContain('zebrafinch');
    expect(written).not.toContain('Tender over');
  });

  it('is the same for the same analyses', () => {
    for (const format of AUDIT_FORMATS)
      expect(writeAudit(audit(analyses), format)).toBe(writeAudit(audit(analyses), format));
  });
});

describe('the page', () => {
  const page = (records: readonly Analysis[]) => writeAudit(audit(records), 'html');
  it('names the hash of its style sheet, and allows nothing else', () => {
    expect(STYLE_HASH).toBe(`sha256-${createHash('sha256').update(STYLE).digest('base64')}`);
    expect(page(analyses)).toContain(
      `content="default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page(analyses)).not.toMatch(/<script|\son\w+=|\sstyle=|https?:\/\/|<img|<link/i);
  });

  it('escapes what a file calls its providers', () => {
    const hostile = '<script>alert(1)</script>" onload="x';
    const written = page([note('Assessment: Low back pain.', { provider: hostile, site: hostile }, hostile)]);
    expect(written).not.toContain('<script');
    expect(written).not.toContain('" onload="');
    expect(written).toContain('&lt;script&gt;');
  });

  it('gives every chart a title and a description', () => {
    const charts = page(analyses).match(/<svg[^>]*>.*?<\/desc>/gs) ?? [];
    expect(charts.length).toBeGreaterThanOrEqual(5);
    for (const chart of charts) {
      const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(chart) ?? [];
      expect(chart).toContain(`<title id="${title}">`);
      expect(chart).toMatch(new RegExp(`<desc id="${description}">[^<]{10,}`));
    }
  });

  it('stands without an encounter', () => {
    expect(page([])).toContain('No encounter has a low back pain code');
    expect(page([])).not.toContain('NaN');
  });
});
