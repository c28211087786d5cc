/**
 * The counts of our scorer are those of the reference scorer, layer by layer, on every set where both are at hand. The
 * sets are not part of the project, so the test stands still where they are absent.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/cli/corpus/folder.ts';
import { compareNote } from '../../src/corpus/compare.ts';
import { readingSchema } from '../../src/corpus/reading.ts';
import { scoreNotes } from '../../src/corpus/score.ts';
import { type Analyzer, createAnalyzer } from '../../src/index.ts';
import { makeFolder } from '../cli/world.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const scorer = join(shared, 'score.mjs');
const folder = makeFolder();
afterAll(folder.remove);

interface Reference {
  readonly notes: number;
  readonly layers: Record<string, { tp: number; fp: number; fn: number }>;
  readonly attributes: Record<string, { accuracy: number; n: number }>;
  readonly perCondition: Record<string, { tp: number; fp: number; fn: number }>;
  readonly noteKind: number;
  readonly exactCodeSets: number;
  readonly codeFirst: { ok: number; n: number };
}

/** What a set may lack: the first and the last analysis are left out, to see that missing ones count alike. */
const RUNS = ['dev', 'traps'].flatMap((set) => [
  { set, analyses: 'all' },
  { set, analyses: 'some' },
]);

describe.skipIf(!existsSync(scorer))('the same counts as the reference scorer', () => {
  let analyzer: Analyzer;
  beforeAll(async () => {
    analyzer = await createAnalyzer();
  });

  it.each(RUNS)('on $set with $analyses analyses', ({ set, analyses }) => {
    const gold = join(shared, 'gold', `${set}.jsonl`);
    const { notes, problems } = readCorpus(gold, join(shared, 'notes', `${set}.jsonl`));
    expect(problems).toEqual([]);
    const all = notes.map((note) => analyzer.analyze(note.text, { id: note.id }));
    const given = analyses === 'all' ? all : all.slice(1, -1);
    const file = join(folder.path, `${set}-${analyses}.jsonl`);
    writeFileSync(file, given.map((analysis) => JSON.stringify(analysis)).join('\n'));
    const reference = JSON.parse(
      execFileSync('node', [scorer, gold, file, '--json'], { encoding: 'utf8' }),
    ) as Reference;

    const readings = new Map(given.map((analysis) => [analysis.note.id, readingSchema.parse(analysis)]));
    const ours = scoreNotes(notes.map((note) => compareNote(note, readings.get(note.id) ?? null)));
    expect(ours.notes).toBe(reference.notes);
    const counts = ({ tp, fp, fn }: { tp: number; fp: number; fn: number }) => ({ tp, fp, fn });
    for (const [layer, expected] of Object.entries(reference.layers)) {
      expect([layer, counts(ours.items[layer as keyof typeof ours.items])]).toEqual([layer, counts(expected)]);
    }
    for (const [name, { accuracy, n }] of Object.entries(reference.attributes)) {
      const own = ours.answers[name as keyof typeof ours.answers];
      expect([name, own.right, own.n]).toEqual([name, Math.round(accuracy * n), n]);
    }
    expect(mapValues(ours.conditions, counts)).toEqual(mapValues(reference.perCondition, counts));
    expect(ours.answers['note kind'].right).toBe(Math.round(reference.noteKind * reference.notes));
    expect(ours.answers['codes: exact set'].right).toBe(Math.round(reference.exactCodeSets * reference.notes));
    expect(ours.answers['codes: Code First']).toMatchObject({
      right: reference.codeFirst.ok,
      n: reference.codeFirst.n,
    });
  });
});

const mapValues = <Value, Result>(record: Readonly<Record<string, Value>>, map: (value: Value) => Result) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
