/** What a command is: one function that says what it takes and runs with the world it is given. */
import type { Command } from 'commander';
import type { CliIo } from '../io.ts';
import type { Output } from '../output.ts';

export interface CommandContext {
  readonly io: CliIo;
  readonly output: Output;
  /** One line on stderr, after `spinenote: `; control characters made visible. */
  readonly complain: (message: string) => void;
  /** The exit code of the run, unless it fails: 0 or 2. The last one set wins. */
  readonly endWith: (exitCode: number) => void;
}

/** Gives the command of its name (see catalogue.ts) its arguments, options, help and action. */
export type DefineCommand = (command: Command, context: CommandContext) => void;
