/** What a query breaks, rule by rule, with why it matters, what to do and on whose word. */
import type { Violation } from '../index.ts';
import type { Palette } from './format.ts';
import { oneLine } from './visible.ts';

/** One query or wording of a file, by the name that tells it apart there. */
export interface LintedQuery {
  readonly name: string;
  readonly broken: readonly Violation[];
}

export function writeLint(queries: readonly LintedQuery[], rules: number, palette: Palette): string {
  return queries.map((query) => writeOne(query, rules, palette)).join('\n');
}

function writeOne({ name, broken }: LintedQuery, rules: number, { bold, dim, red, green }: Palette): string {
  const count = broken.length === 1 ? '1 rule broken' : `${broken.length} rules broken`;
  const head = `${bold(oneLine(name))}: ${broken.length === 0 ? green(`none of the ${rules} rules broken`) : red(count)}`;
  const rows = broken.flatMap(({ rule, what, reason, remedy, source }) => [
    `  ${red(rule)}: ${oneLine(what)}`,
    `    ${dim('why   ')} ${oneLine(reason)}`,
    `    ${dim('do    ')} ${oneLine(remedy)}`,
    `    ${dim('source')} ${oneLine(source)}`,
  ]);
  return `${[head, ...rows].join('\n')}\n`;
}
