/**
 * The command line: arguments in, exit code out (0 done, 2 usage or unreadable input). stdout carries data only, what
 * is said about the run goes to stderr, and neither an argument nor an error brings note text there.
 */
import { Command, CommanderError, Help } from 'commander';
import { showControls } from '../formats/visible.ts';
import { InputError, LexiconError, VERSION } from '../index.ts';
import { COMMANDS } from './commands/catalogue.ts';
import type { CommandContext } from './commands/command.ts';
import { ClosedPipe, UsageError } from './failure.ts';
import { type CliIo, openProcessIo, overlayIo } from './io.ts';
import { openOutput } from './output.ts';

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
    const program = await buildProgram(context, findNamed(argv));
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explainFailure(error, context);
  }
}

/** The word that names the command, also behind `help`; undefined where none is named. */
function findNamed(argv: readonly string[]): string | undefined {
  const [first, second] = argv.filter((each) => !each.startsWith('-'));
  return first === 'help' ? second : first;
}

async function buildProgram(context: CommandContext, named: string | undefined): Promise<Command> {
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
  const terms = new Map<Command, string>();
  for (const entry of COMMANDS) {
    const command = program.command(entry.name).description(entry.does);
    terms.set(command, `${entry.name} ${entry.takes}`.trim());
    if (entry.name !== named) continue;
    const define = await entry.load();
    define(command, context);
  }
  // Set last, because a command inherits what is set before it is made, and its own parts are all there.
  const usual = new Help();
  return program.configureHelp({
    subcommandTerm: (command) => terms.get(command) ?? usual.subcommandTerm(command),
  });
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
