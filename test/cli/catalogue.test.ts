/** The table of commands: each is imported only when it is named, and the table says of it what the command itself takes. */
import { readdirSync } from 'node:fs';
import { Command, Help } from 'commander';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/catalogue.ts';
import type { CommandContext } from '../../src/cli/commands/command.ts';
import { run } from './world.ts';

const NOT_COMMANDS = ['catalogue.ts', 'command.ts'];

it('holds every command file once', () => {
  const files = readdirSync(new URL('../../src/cli/commands/', import.meta.url));
  const named = COMMANDS.map(({ name }) => `${name}.ts`);
  expect(named.toSorted()).toEqual(files.filter((file) => !NOT_COMMANDS.includes(file)).toSorted());
});

it.each(COMMANDS)('$name takes what the table says', async ({ name, takes, does, load }) => {
  const command = new Command(name).description(does);
  const define = await load();
  define(command, { io: {}, output: {} } as CommandContext);
  expect(new Help().subcommandTerm(command)).toBe(`${name} ${takes}`.trim());
  expect(command.description()).toBe(does);
});

it.each([
  [['code', '--help'], 'Usage: spinenote code [options] <code...>', 'codes, with or without the point'],
  [['help', 'code'], 'Usage: spinenote code [options] <code...>', 'codes, with or without the point'],
  [['corpus', '--help'], 'Usage: spinenote corpus <score|diff|convert> ...', 'score [options] <path>'],
  [['shard', 'help', 'status'], 'Usage: spinenote shard status', '<folder>'],
])('%j has the whole help of the command', async (argv, usage, part) => {
  const { exitCode, out } = await run(argv);
  expect([exitCode, out.split('\n')[0]]).toEqual([0, expect.stringContaining(usage)]);
  expect(out).toContain(part);
});

it.each([
  [['anlyze'], "unknown command 'anlyze'", 'Did you mean analyze?'],
  [['help', 'anlyze'], 'Usage: spinenote', 'analyze [options] [file...]'],
  [['--wrong', 'code'], "unknown option '--wrong'", 'Run it with --help'],
])('%j is refused with what is accepted', async (argv, says, helps) => {
  const { exitCode, err } = await run(argv);
  expect(exitCode).toBe(2);
  expect(err).toContain(says);
  expect(err).toContain(helps);
});
