/**
 * The command line: arguments in, exit code out (0 done, 2 usage or unreadable input). stdout carries data only, what
 * is said about the run goes to stderr, and neither an argument nor an error brings note text there.
 */
import { Command, CommanderError } from 'commander';
import { showControls } from '../formats/visible.ts';
import { InputError, LexiconError, VERSION } from '../index.ts';
import { addAnalyze } from './commands/analyze.ts';
import { addAudit } from './commands/audit.ts';
import { addBatch } from './commands/batch.ts';
import { addChecklist } from './commands/checklist.ts';
import { addCluster } from './commands/cluster.ts';
import { addCode } from './commands/code.ts';
import { addCodes } from './commands/codes.ts';
import type { AddCommand, CommandContext } from './commands/command.ts';
import { addCompare } from './commands/compare.ts';
import { addCorpus } from './commands/corpus.ts';
import { addExplain } from './commands/explain.ts';
import { addLintQuery } from './commands/lint-query.ts';
import { addMcp } from './commands/mcp.ts';
import { addPage } from './commands/page.ts';
import { addReview } from './commands/review.ts';
import { addServe } from './commands/serve.ts';
import { addShard } from './commands/shard.ts';
import { addTips } from './commands/tips.ts';
import { ClosedPipe, UsageError } from './failure.ts';
import { type CliIo, openProcessIo, overlayIo } from './io.ts';
import { openOutput } from './output.ts';

/** In the order of the help text. */
const COMMANDS: readonly AddCommand[] = [
  addAnalyze,
  addExplain,
  addChecklist,
  addCompare,
  addBatch,
  addShard,
  addCluster,
  addCorpus,
  addCode,
  addTips,
  addLintQuery,
  addCodes,
  addPage,
  addServe,
  addMcp,
  addReview,
  addAudit,
];

const EXAMPLES = `
Examples:
  spinenote analyze note.txt
  cat note.txt | spinenote analyze --format json
  spinenote batch notes.jsonl > analyses.jsonl

Notes are read on this machine and go nowhere else.`;

/** @param argv the arguments after the program's name */
export async function main(argv: readonly string[], overrides: Partial<CliIo> = {}): Promise<number> {
  const io = overlayIo(openProcessIo(), overrides);
  let exitCode = 0;
  const context: CommandContext = {
    io,
    output: openOutput(io.stdout),
    complain: (message) => io.stderr.write(`spinenote: ${showControls(message)}\n`),
    endWith: (code) => {
      exitCode = code;
    },
  };
  io.stderr.on('error', () => {});
  try {
    await buildProgram(context).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFailure(error, context);
  }
}

function buildProgram(context: CommandContext): Command {
  const { io } = context;
  const program = new Command('spinenote')
    .description('Reads spine notes: what is documented, which ICD-10-CM codes the words support, and what to ask.')
    .version(VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(showControls(text)),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showHelpAfterError('Run it with --help to see what is accepted.')
    .addHelpText('after', EXAMPLES);
  for (const add of COMMANDS) add(program, context);
  return program;
}

function explainFailure(error: unknown, { complain }: CommandContext): number {
  if (error instanceof ClosedPipe) return 0;
  // Commander has already said what it had to say.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError || error instanceof InputError || error instanceof LexiconError) {
    complain(error.message);
    return 2;
  }
  // The message of an unforeseen error may quote the note; its name and the lines of our code cannot.
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error };
  const frames = stack.split('\n').filter((frame) => /^\s+at /.test(frame));
  complain(
    [`stopped by a fault of its own (${name}). Please report these lines, without the note:`, ...frames].join('\n'),
  );
  return 2;
}
