/** `spinenote page`: serves the paste page on this machine only, prints its address, and runs until it is interrupted. */
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import { servePage } from '../page-server.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const USUAL_PORT = 4870;
/** The same from src/cli/commands and from dist/cli/commands. */
const PAGE = fileURLToPath(new URL('../../../dist/web', import.meta.url));

const HELP = `
The page reads notes inside the browser. Its policy forbids every connection, so a note cannot leave it;
it is served to this machine only.

Examples:
  spinenote page
  spinenote page --port 8080`;

export const definePage: DefineCommand = (command, context) => {
  command
    .addOption(new Option('-p, --port <number>', 'port; 0 takes any free one').argParser(readPort).default(USUAL_PORT))
    .addHelpText('after', HELP)
    .action(({ port }: { port: number }) => runPage(port, context));
};

function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return port;
}

async function runPage(port: number, { io, output }: CommandContext): Promise<void> {
  const server = await servePage(PAGE, port);
  await output.write(`${server.address}\n`);
  await new Promise<void>((resolve) => {
    io.onInterrupt(resolve);
  });
  await server.close();
}
