/** What must hold of every analysis of every note in corpus/notes, whatever the rules say this week. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeStanding, codeYearOn } from '../src/coding/codeset.ts';
import { type Analysis, analysisSchema, createAnalyzer, type Fact } from '../src/index.ts';
import { falseClaims } from './spans.ts';

const folder = new URL('../corpus/notes/', import.meta.url);
const ids = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.replace(/\.txt$/, ''));
const textOf = (id: string): string => readFileSync(new URL(`${id}.txt`, folder), 'utf8');

const analyses = new Map<string, Analysis>();
beforeAll(async () => {
  const analyzer = await createAnalyzer();
  for (const id of ids) analyses.set(id, analyzer.analyze(textOf(id), { id }));
});

/** `office-001: what breaks`, for every note in which something breaks. */
function breaches(find: (analysis: Analysis, text: string) => readonly unknown[]): string[] {
  return [...analyses].flatMap(([id, analysis]) =>
    find(analysis, textOf(id)).map((each) => `${id}: ${JSON.stringify(each)}`),
  );
}

const assigned = ({ codes }: Analysis) => codes.filter(({ standing }) => standing === 'assigned');
const repeated = (keys: readonly string[]): string[] => keys.filter((key, at) => keys.indexOf(key) !== at);

describe('every analysis of the corpus', () => {
  it('is there', () => {
    expect(analyses.size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(150);
    expect([...analyses.values()].flatMap(({ facts }) => facts).length).toBeGreaterThan(600);
  });

  it('keeps the schema', () => {
    expect(breaches((analysis) => analysisSchema.safeParse(analysis).error?.issues ?? [])).toEqual([]);
  });

  it('quotes the note exactly', () => {
    expect(breaches(falseClaims)).toEqual([]);
  });

  it('has sections that follow each other and lie in the note', () => {
    const misplaced = ({ sections, note }: Analysis) =>
      sections.filter(({ start, end }, at) => start > end || end > note.length || start < (sections[at - 1]?.end ?? 0));
    expect(breaches(misplaced)).toEqual([]);
  });

  it('has evidence and mentions for every fact', () => {
    expect(
      breaches(({ facts }) => facts.filter(({ evidence, mentions }) => evidence.length === 0 || mentions.length === 0)),
    ).toEqual([]);
  });

  it('says no fact twice', () => {
    const key = ({ condition, status, region, size, laterality }: Fact) =>
      [condition, status, region, size, laterality].join('|');
    expect(breaches(({ facts }) => repeated(facts.map(key)))).toEqual([]);
  });

  it('gives a size to annular defects only', () => {
    const missized = (fact: Fact) => (fact.size !== null) !== (fact.condition === 'annulus-fibrosus-defect');
    expect(breaches(({ facts }) => facts.filter(missized))).toEqual([]);
  });

  it('has a cue for every denied mention', () => {
    const uncued = ({ mentions }: Analysis) =>
      mentions.filter(({ assertion: { status, cues } }) => status === 'absent' && cues.length === 0);
    expect(breaches(uncued)).toEqual([]);
  });

  it('assigns codes that exist and are billable in the year', () => {
    const year = codeYearOn(null).fiscalYear;
    expect(breaches(({ codes }) => codes.filter(({ code }) => codeStanding(code, year) !== 'billable'))).toEqual([]);
  });

  it('names no code twice', () => {
    expect(breaches(({ codes }) => repeated(codes.map(({ code, standing }) => `${code} ${standing}`)))).toEqual([]);
    expect(breaches((analysis) => repeated(assigned(analysis).map(({ code }) => code)))).toEqual([]);
  });

  it('assigns a code on the provider’s word only, the radiologist’s in a report', () => {
    const speakers = (kind: string) =>
      kind === 'imaging-report' ? ['provider', 'operative', 'imaging'] : ['provider', 'operative'];
    const unsupported = (analysis: Analysis) =>
      assigned(analysis).filter(
        ({ facts }) =>
          !analysis.facts.some(
            ({ id, status, source }) =>
              facts.includes(id) && status === 'present' && speakers(analysis.note.kind).includes(source),
          ),
      );
    expect(breaches(unsupported)).toEqual([]);
  });

  it('gives a reason and a citation for every code', () => {
    expect(breaches(({ codes }) => codes.filter(({ why, rules }) => why.trim() === '' || rules.length === 0))).toEqual(
      [],
    );
  });

  it('sets the herniation before the annular defect of its region', () => {
    const pairs = [
      [/^M51\.[012]6$/, /^M51\.A[012]$/],
      [/^M51\.[12]7$/, /^M51\.A[345]$/],
    ] as const;
    const outOfOrder = (analysis: Analysis) => {
      const codes = assigned(analysis).map(({ code }) => code);
      return pairs.filter(([herniation, defect]) => {
        const last = codes.findLastIndex((code) => herniation.test(code));
        const first = codes.findIndex((code) => defect.test(code));
        return first >= 0 && last > first;
      });
    };
    expect(breaches(outOfOrder)).toEqual([]);
  });

  it('never assigns together what an Excludes1 note of the guide parts', () => {
    const parted: readonly (readonly [RegExp, RegExp])[] = [
      [/^M54\.5/, /^M54\.4/],
      [/^M54\.5/, /^M51\.2[67]$/],
      [/^M54\.5/, /^S39\.012/],
      [/^M54\.5/, /^M51\.3[67][02]$/],
      [/^M54\.2$/, /^M50/],
      [/^M54\.[34]/, /^M51\.1[67]$/],
    ];
    const together = (analysis: Analysis) => {
      const codes = assigned(analysis).map(({ code }) => code);
      return parted.filter(
        ([one, other]) => codes.some((code) => one.test(code)) && codes.some((code) => other.test(code)),
      );
    };
    expect(breaches((analysis) => together(analysis).map(String))).toEqual([]);
  });

  it('asks queries with an indicator, two ways out, and no word of payment', () => {
    const wayless = ({ queries }: Analysis) => {
      return queries.filter(({ options, question, indicators }) => {
        const [other, undetermined] = options.slice(-2);
        const isOpen = /^other/i.test(other ?? '') && /unable to determine/i.test(undetermined ?? '');
        const isClean = !/\b(reimburs|payment|revenue|denial|DRG|RAF|HCC|quality score)/i.test(
          [question, ...options].join(' '),
        );
        return !isOpen || !isClean || options.length < 4 || indicators.length === 0 || !question.endsWith('?');
      });
    };
    expect(breaches(wayless)).toEqual([]);
  });

  it('gives each query an id of its own', () => {
    expect(breaches(({ queries }) => repeated(queries.map(({ id }) => id)))).toEqual([]);
    expect(breaches(({ queries }) => queries.filter(({ id, kind }) => !id.startsWith(kind)))).toEqual([]);
  });
});
