/** `spinenote lint-query FILE`: a user's own query or wording -> each rule of compliant queries that it breaks; exit 1 then. */
import { Option } from 'commander';
import pc from 'picocolors';
import { type LintedQuery, writeLint } from '../../formats/lint.ts';
import { showControlsInJson } from '../../formats/visible.ts';
import {
  analysisSchema,
  COMPLIANCE_RULES,
  type LintableQuery,
  type LintOptions,
  lintQuery,
  lintWording,
} from '../../index.ts';
import { decodeNote } from '../decode.ts';
import { UsageError } from '../failure.ts';
import { wantsColor } from '../io.ts';
import { nameFile, readBytes, readStream } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

interface LintCliOptions {
  readonly note?: string;
  readonly format: 'text' | 'json';
  readonly rules?: true;
}

const STDIN = '-';
const EXAMPLES = `
A query may be plain text (the words of the record as a list or in quotation marks, the question, its
options), JSON (one query, a list of them, or a whole analysis), or a wording file (YAML, query-wording:).

Examples:
  spinenote lint-query query.txt
  spinenote lint-query query.txt --note note.txt
  spinenote lint-query our-wording.yaml
  spinenote analyze --format json note.txt | spinenote lint-query -
  spinenote lint-query --rules

Exit code: 0 when no rule is broken, 1 when one is, 2 when the file could not be read.`;

export const defineLintQuery: DefineCommand = (command, context) => {
  command
    .argument('[file]', 'the query as text or JSON, or a wording file; - or nothing reads stdin')
    .option('--note <file>', 'the note that is asked about: every indicator must stand in it')
    .option('--rules', 'list the rules with their reasons and sources')
    .addOption(
      new Option('-f, --format <format>', 'text: a report; json: a list').choices(['text', 'json']).default('text'),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, options: LintCliOptions) => {
      if (options.rules) return writeRules(options, context);
      const queries = await lintFile(file ?? STDIN, options, context);
      await writeQueries(queries, options, context);
      if (queries.some(({ broken }) => broken.length > 0)) context.endWith(1);
    });
};

async function lintFile(
  file: string,
  { note }: LintCliOptions,
  { io }: CommandContext,
): Promise<readonly LintedQuery[]> {
  const name = file === STDIN ? '<stdin>' : nameFile(file);
  const text = await readText(file, async () => (file === STDIN ? readStream(io.stdin) : readBytes(file)));
  if (text.trim() === '') throw new UsageError(`${name}: nothing stands in it. Give a question with its options.`);
  if (/\.ya?ml$/i.test(file) || /^query-wording:/m.test(text)) return lintWordingFile(name, text);
  const options: LintOptions = {
    analyzer: await io.createAnalyzer(),
    ...(note === undefined ? {} : { note: await readText(note, async () => readBytes(note)) }),
  };
  if (!/^\s*[[{]\s*["{\]}]/.test(text)) return [{ name, broken: lintQuery(text, options) }];
  const { queries, analysis } = readQueries(text, name);
  return queries.map((query, index, all) => ({
    name: query.id ?? (all.length > 1 ? `${name} ${index + 1}` : name),
    broken: lintQuery(query, { ...options, analysis }),
  }));
}

async function readText(file: string, read: () => Promise<Uint8Array>): Promise<string> {
  try {
    return decodeNote(await read());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`${file === STDIN ? '<stdin>' : nameFile(file)}: ${error.message}`);
  }
}

function lintWordingFile(file: string, text: string): readonly LintedQuery[] {
  // A file that holds the wording alone, as lexicons/query-wording.yaml does.
  const isBare = !/^query-wording:/m.test(text);
  const lexicon = isBare ? `query-wording:\n${text.replace(/^(?=.)/gm, '  ')}` : text;
  const faults = lintWording({ file, text: lexicon });
  if (faults.length === 0) return [{ name: file, broken: [] }];
  const nameOf = ({ line, kind, axis, path }: (typeof faults)[number]): string =>
    `${file}:${isBare ? line - 1 : line} ${kind ? [kind, axis].filter(Boolean).join('/') : path.join('.')}`;
  return [...new Set(faults.map(nameOf))].map((name) => ({
    name,
    broken: faults.filter((fault) => nameOf(fault) === name),
  }));
}

/** One query, a list, or an analysis; what is none of these is told with the fields that a query has. */
function readQueries(
  text: string,
  file: string,
): { readonly queries: readonly LintableQuery[]; readonly analysis: LintOptions['analysis'] } {
  const fail = (why: string) =>
    new UsageError(`${file}: ${why}. A query is {"question": "...?", "options": ["..."], "indicators": ["..."]}.`);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw fail('JSON that does not parse');
  }
  const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  const found = isRecord(read) && Array.isArray(read.queries) ? read.queries : Array.isArray(read) ? read : [read];
  const isText = (value: unknown): boolean =>
    typeof value === 'string' || (isRecord(value) && typeof value.text === 'string');
  const isQuery = (value: unknown): value is LintableQuery =>
    isRecord(value) &&
    typeof value.question === 'string' &&
    Array.isArray(value.options) &&
    value.options.every((option) => typeof option === 'string') &&
    (value.indicators === undefined || (Array.isArray(value.indicators) && value.indicators.every(isText))) &&
    (value.beside === undefined ||
      (Array.isArray(value.beside) && value.beside.every((each) => typeof each === 'string'))) &&
    ['id', 'title'].every((key) => value[key] === undefined || value[key] === null || typeof value[key] === 'string');
  if (!found.every(isQuery)) throw fail('the JSON is no query, list of queries or analysis');
  const whole = analysisSchema.safeParse(read);
  return { queries: found, analysis: whole.success ? (whole.data as LintOptions['analysis']) : undefined };
}

async function writeQueries(
  queries: readonly LintedQuery[],
  { format }: LintCliOptions,
  { io, output }: CommandContext,
) {
  if (format === 'json') return output.write(`${showControlsInJson(JSON.stringify(queries, null, 2))}\n`);
  const palette = pc.createColors(wantsColor(io.env, io.stdout));
  if (queries.length === 0) return output.write('No query stands in it.\n');
  return output.write(writeLint(queries, COMPLIANCE_RULES.length, palette));
}

async function writeRules({ format }: LintCliOptions, { output }: CommandContext): Promise<void> {
  const rules = COMPLIANCE_RULES.map(({ id, reason, remedy, source }) => ({ id, reason, remedy, source }));
  if (format === 'json') return output.write(`${JSON.stringify(rules, null, 2)}\n`);
  const rows = rules.map((rule) => `${rule.id}\n  ${rule.reason}\n  ${rule.remedy}\n  ${rule.source}\n`);
  return output.write(rows.join('\n'));
}
