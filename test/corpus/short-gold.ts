/** Gold notes and readings in one line each, for the tables of the corpus tests. Places are looked up in the text. */
import { type GoldFact, type GoldNote, type GoldRecord, topicsOf } from '../../src/corpus/gold.ts';
import { type Reading, readingSchema } from '../../src/corpus/reading.ts';
import type { Fact } from '../../src/index.ts';

/** `disc-herniation present lumbar L4-L5 left "protrusion"`: words in any order after the first three. */
export function fact(text: string, line: string): Omit<Fact, 'id' | 'mentions'> {
  const quotes = [...line.matchAll(/"([^"]+)"/g)].map(([, words]) => words!);
  const [condition, status, region, ...rest] = line
    .replace(/"[^"]+"/g, '')
    .trim()
    .split(/\s+/);
  const pick = (words: readonly string[], otherwise: string | null) =>
    rest.find((word) => words.includes(word)) ?? otherwise;
  return {
    condition,
    status,
    region,
    source: pick(['provider', 'imaging', 'operative', 'patient'], 'provider'),
    levels: rest.filter((word) => /^[CTLS]\d/.test(word)),
    laterality: pick(['left', 'right', 'bilateral', 'midline'], 'unspecified'),
    size: pick(['small', 'large'], condition === 'annulus-fibrosus-defect' ? 'unspecified' : null),
    detail: rest.filter((word) => ['acute', 'chronic', 'vertebrogenic'].includes(word)),
    evidence: quotes.map((words) => {
      const start = text.indexOf(words);
      if (start < 0) throw new Error(`the test quotes "${words}", which its note does not hold`);
      return { start, end: start + words.length, text: words };
    }),
  } as Omit<Fact, 'id' | 'mentions'>;
}

export function gold(text: string, facts: readonly string[], more: Partial<GoldRecord> = {}): GoldNote {
  const record: GoldRecord = {
    id: 'n1',
    kind: 'office-note',
    facts: facts.map((line) => fact(text, line) as GoldFact),
    ...more,
  };
  return { ...record, text, topics: topicsOf(record) };
}

export function reading(
  text: string,
  facts: readonly string[],
  more: Partial<Record<keyof Reading, unknown>> = {},
): Reading {
  return readingSchema.parse({
    note: { id: 'n1', kind: 'office-note', length: text.length },
    sections: [],
    facts: facts.map((line) => fact(text, line)),
    imaging: [],
    linkages: [],
    codes: [],
    queries: [],
    ...more,
  });
}
