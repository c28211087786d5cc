/**
 * `spinenote corpus`: annotated notes -> figures (score), what changed since a base (diff), other forms (convert). A
 * file that cannot be read is named and the others are still scored.
 */
import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { compareNote } from '../../corpus/compare.ts';
import { diffRuns } from '../../corpus/diff.ts';
import type { Problem } from '../../corpus/gold.ts';
import { REPORT_FORMAT_NAMES, type ReportFormatName, reportFormats } from '../../corpus/reports/catalogue.ts';
import type { CorpusReport } from '../../corpus/reports/report.ts';
import { readBase, writeSaved } from '../../corpus/saved.ts';
import { scoreNotes } from '../../corpus/score.ts';
import { CORPUS_FORMS, type CorpusForm, writeCorpus } from '../corpus/convert.ts';
import { readCorpus, readText } from '../corpus/folder.ts';
import { type RunOptions, runCorpus } from '../corpus/run.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { nameFile } from '../sources.ts';
import { openTarget } from '../target.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const FORMS = `
What can be read:
  a folder with gold/ and notes/         gold/<id>.json beside notes/<id>.txt, or gold/<set>.jsonl beside notes/<set>.jsonl
  GOLD.jsonl with --notes NOTES.jsonl    one gold note a line; {"id", "text"} a line
  spans.jsonl                            {"text", "spans": [{"start", "end", "label"}]} or {"text", "label": [[start, end, label]]}
  a folder of brat files                 <id>.txt beside <id>.ann`;

const SCORE_HELP = `${FORMS}

Examples:
  spinenote corpus score corpus
  spinenote corpus score gold.jsonl --notes notes.jsonl --misses
  spinenote corpus score corpus --format html --output score.html
  spinenote corpus score corpus --save base.json

Exit code: 0 when every file was scored, 2 when one could not be read or an option is wrong.
What each figure means: corpus/METRICS.md in the repository.`;

const DIFF_HELP = `
BASE is a result saved with corpus score --save, or the analyses of spinenote batch. Both runs are judged by the gold of
today, so a corrected gold note is no change.

Examples:
  spinenote corpus diff base.json corpus
  spinenote corpus diff base.json corpus --allow 2 --format markdown
  spinenote corpus diff old.jsonl gold.jsonl --notes notes.jsonl --analyses new.jsonl

Exit code: 0 when no more is newly wrong than allowed, 1 when more is, 2 when something could not be read.`;

interface ReportOptions extends RunOptions {
  readonly format: ReportFormatName;
  readonly output?: string;
}
interface ScoreOptions extends ReportOptions {
  readonly misses?: true;
  readonly save?: string;
}
interface DiffOptions extends ReportOptions {
  readonly allow: number;
}

export const defineCorpus: DefineCommand = (command, context) => {
  command.usage('<score|diff|convert> ...');
  addReportOptions(
    command
      .command('score')
      .description('Precision, recall and F1 against annotated notes.')
      .argument('<path>', 'the annotated notes'),
  )
    .option('--misses', 'list every disagreement, note by note with offsets (html, json and junit always do)')
    .option('--save <file>', 'keep the result for corpus diff; it holds no note text')
    .addHelpText('after', SCORE_HELP)
    .action((path: string, options: ScoreOptions) => scoreCorpus(path, options, context));
  addReportOptions(
    command
      .command('diff')
      .description('What is newly right, newly wrong and changed since a base.')
      .argument('<base>', 'a saved result, or analyses as JSON Lines')
      .argument('[path]', 'the annotated notes', 'corpus'),
  )
    .addOption(new Option('--allow <n>', 'how many newly wrong items are accepted').argParser(parseCount).default(0))
    .addHelpText('after', DIFF_HELP)
    .action((base: string, path: string, options: DiffOptions) => diffCorpus(base, path, options, context));
  command
    .command('convert')
    .description('Annotated notes from one form into another.')
    .argument('<in>', 'the annotated notes')
    .argument('<out>', 'a new folder; for spans a new file')
    .addOption(new Option('--to <form>', 'the form to write').choices(CORPUS_FORMS).makeOptionMandatory())
    .option('--notes <file>', 'the notes of a GOLD.jsonl')
    .addHelpText('after', FORMS)
    .action((path: string, out: string, options: { to: CorpusForm; notes?: string }) => {
      const { notes, problems } = readCorpus(path, options.notes);
      for (const loss of writeCorpus(notes, out, options.to)) context.complain(loss);
      tellProblems(problems, context);
    });
};

function addReportOptions(command: Command): Command {
  const shows = REPORT_FORMAT_NAMES.map((name) => `${name}: ${reportFormats[name].shows}`).join('; ');
  return command
    .addOption(new Option('-f, --format <format>', shows).choices(REPORT_FORMAT_NAMES).default('text'))
    .option('-o, --output <file>', 'write here instead of stdout (readable by you only)')
    .option('--notes <file>', 'the notes of a GOLD.jsonl')
    .option('--analyses <file>', 'judge these analyses (JSON Lines) instead of analysing the notes')
    .addOption(
      new Option('--lexicon <file>', 'your own lexicon (YAML), laid over the built-in ones; may be repeated').argParser(
        (file: string, files: readonly string[] = []) => [...files, file],
      ),
    );
}

function parseCount(value: string): number {
  if (/^\d{1,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a whole number, 0 or more.');
}

async function scoreCorpus(path: string, options: ScoreOptions, context: CommandContext): Promise<void> {
  const { gold, readings, problems, tool } = await runCorpus(path, options, context.io);
  const comparisons = gold.map((note) => compareNote(note, readings.get(note.id) ?? null));
  const score = scoreNotes(comparisons);
  if (options.save !== undefined) save(options.save, writeSaved([...readings.values()], score, tool));
  const notes = comparisons.map((comparison) => ({ comparison, changes: null }));
  const misses = options.misses ? 'listed' : 'counted';
  await writeReport({ name: nameFile(path), score, diff: null, notes, problems, misses }, options, context);
  tellProblems(problems, context);
}

async function diffCorpus(
  baseFile: string,
  path: string,
  options: DiffOptions,
  context: CommandContext,
): Promise<void> {
  const base = readBase(readText(baseFile), baseFile);
  if (base.readings.size === 0) {
    const why = base.problems[0]?.message ?? 'it holds no analysis.';
    throw new UsageError(`${nameFile(baseFile)}: ${why} Make a base with: spinenote corpus score PATH --save FILE`);
  }
  const { gold, readings, problems: faults } = await runCorpus(path, options, context.io);
  const problems = [...base.problems, ...faults];
  const diff = diffRuns(gold, base.readings, (note) => readings.get(note.id) ?? null);
  await writeReport(
    { name: nameFile(path), score: diff.score, diff, notes: diff.notes, problems, misses: 'listed' },
    options,
    context,
  );
  tellProblems(problems, context);
  const wrong = diff.counts['newly wrong'];
  if (wrong <= options.allow) return;
  context.complain(
    `${wrong} newly wrong, ${options.allow} allowed. Mend the cause, or raise --allow when the change is meant.`,
  );
  context.endWith(1);
}

async function writeReport(
  report: CorpusReport,
  { format, output }: ReportOptions,
  context: CommandContext,
): Promise<void> {
  const target = await openTarget(output, null, context.output);
  await target.write(reportFormats[format].write(report));
  await target.close();
}

function save(file: string, content: string): void {
  try {
    writeFileSync(file, content, { mode: 0o600 });
  } catch (error) {
    throw new UsageError(`--save ${nameFile(file)}: ${explainSystemError(error) ?? 'cannot be written.'}`);
  }
}

/** An error of reading is told and makes the exit code 2; the figures of what could be read stand. */
function tellProblems(problems: readonly Problem[], { complain, endWith }: CommandContext): void {
  for (const { file, line, message } of problems) complain(`${file}:${line}: ${message}`);
  if (problems.length > 0) endWith(2);
}
