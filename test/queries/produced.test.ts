/**
 * Every query that is produced from real notes passes the rules: over the project's own corpus always, and over the shared
 * notes, which are no part of the project, where they are at hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Analyzer, createAnalyzer, lintQuery } from '../../src/index.ts';

const shared = new URL('../../../shared/notes/', import.meta.url);
const own = new URL('../../corpus/notes/', import.meta.url);

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

/** The rules broken by the queries of a note, by query id; ids only, never words of a note. */
function lintNote(text: string, dateOfService: string | null = null) {
  const analysis = analyzer.analyze(text, { dateOfService });
  const broken = analysis.queries.flatMap((query) =>
    lintQuery(query, { note: text, analysis }).map(({ rule }) => `${query.id}: ${rule}`),
  );
  return { asked: analysis.queries.length, broken };
}

test('from the corpus of the project', () => {
  const read = readdirSync(own).map((file) => lintNote(readFileSync(new URL(file, own), 'utf8')));
  expect(read.flatMap(({ broken }) => broken)).toEqual([]);
  expect(read.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(50);
});

describe.skipIf(!existsSync(shared))('from the shared notes', () => {
  const files = existsSync(shared) ? readdirSync(shared).filter((file) => file.endsWith('.jsonl')) : [];
  it.each(files)('%s', (file) => {
    const all = readFileSync(new URL(file, shared), 'utf8').split('\n').filter(Boolean);
    // The largest set takes long beside other work: every third note of it, unless all are asked for.
    const step = all.length > 1000 && !process.env.ALL_NOTES ? 3 : 1;
    const lines = all.filter((_, at) => at % step === 0);
    const read = lines.map((line) => JSON.parse(line)).map(({ text, dateOfService }) => lintNote(text, dateOfService));
    expect(read.flatMap(({ broken }) => broken)).toEqual([]);
    expect(read.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(0);
  });
});
