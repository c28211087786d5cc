/** What a provider is given by the page, held to the rules that a query of a user's own is held to. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createAnalyzer, lintQuery } from '../../src/index.ts';
import { EXAMPLES } from '../../src/web/examples.ts';
import { composeLetter } from '../../src/web/letter.ts';

const corpus = new URL('../../corpus/notes/', import.meta.url);
const notes = [
  ...EXAMPLES.map(({ name, text, dateOfService }) => ({ name, text, dateOfService })),
  ...readdirSync(corpus)
    .filter((file) => file.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(new URL(name, corpus), 'utf8'), dateOfService: null })),
];

it('every letter of every example and corpus note is a compliant query, and quotes its own note', async () => {
  const analyzer = await createAnalyzer();
  let letters = 0;
  const broken = notes.flatMap(({ name, text, dateOfService }) => {
    const analysis = analyzer.analyze(text, { dateOfService });
    return analysis.queries.flatMap((query) => {
      letters++;
      const letter = composeLetter(query, analysis, text);
      // As text it no longer says on which facts an option rests, so one rule cannot be judged here.
      return lintQuery(letter, { analyzer, note: text })
        .filter(({ rule }) => rule !== 'supported-option')
        .map(({ rule, what }) => `${name} ${query.id}: ${rule}: ${what}`);
    });
  });
  expect(letters).toBeGreaterThan(80);
  expect(broken).toEqual([]);
});
