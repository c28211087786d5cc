/** What an addendum changed, as a coder reads it: codes first, then the queries it answered, left open or raised, then facts. */
import type { AnalysisComparison, Fact, Query } from '../index.ts';
import type { Palette } from './format.ts';
import { oneLine } from './visible.ts';
import { wordFact } from './wording.ts';

export function writeComparison(comparison: AnalysisComparison, { bold, dim, green, yellow }: Palette): string {
  const { facts, codes, queries, basis } = comparison;
  const list = (title: string, rows: readonly string[]): string[] =>
    rows.length === 0 ? [] : ['', bold(title), ...rows.map((row) => `  ${row}`)];
  const ofFact = (fact: Fact): string => `${oneLine(wordFact(fact))}: ${fact.status} ${dim(`(${fact.source})`)}`;
  const ofQuery = (query: Query): string => `${query.id} ${dim(`(its answer changes the ${query.changes})`)}`;
  const standing = (value: string | null): string => value ?? 'not named';
  const claim = (all: readonly string[]): string => all.join(', ') || 'none';
  const sameClaim = claim(codes.before) === claim(codes.after);
  const lines = [
    bold('Codes, in claim order'),
    ...(sameClaim
      ? [`  unchanged: ${claim(codes.after)}`]
      : [`  before: ${claim(codes.before)}`, `  after:  ${green(claim(codes.after))}`]),
    ...codes.changed.map(
      (each) =>
        `  ${each.code} ${oneLine(each.title)}: ${standing(each.before)} -> ${standing(each.after)}${each.after === null ? '' : `. ${dim(oneLine(each.why))}`}`,
    ),
    ...list(
      'Queries resolved',
      queries.resolved.map(({ query, by }) => `${green(by)} ${ofQuery(query)}`),
    ),
    ...list(
      'Queries still open',
      queries.open.map((query) => yellow(ofQuery(query))),
    ),
    ...list(
      'Queries new',
      queries.new.map((query) => yellow(ofQuery(query))),
    ),
    ...list('Facts new', facts.new.map(ofFact)),
    ...list(
      'Facts changed',
      facts.changed.map(
        ({ before, after, fields }) => `${ofFact(before)} -> ${ofFact(after)} ${dim(`[${fields.join(', ')}]`)}`,
      ),
    ),
    ...list('Facts gone', facts.gone.map(ofFact)),
    '',
    dim(`${facts.same} ${facts.same === 1 ? 'fact is' : 'facts are'} as before.`),
    ...basis.map((what) => yellow(what)),
  ];
  return `${lines.join('\n')}\n`;
}
