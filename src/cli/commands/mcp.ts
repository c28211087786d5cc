/** `spinenote mcp`: the tools of SpineNote for an agent, over stdin and stdout, until the agent closes them. */
import { loadPart } from '../optional-part.ts';
import { readLexicon } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const HELP = `
Tools: analyze_note, explain_code, check_claim. No network, no log.

Example, in the configuration of an agent:
  {"mcpServers": {"spinenote": {"command": "spinenote", "args": ["mcp"]}}}`;

export const defineMcp: DefineCommand = (command, context) => {
  command
    .option(
      '--lexicon <file>',
      'your own lexicon (YAML); may be repeated',
      (file, files: string[]) => [...files, file],
      [],
    )
    .addHelpText('after', HELP)
    .action(({ lexicon }: { lexicon: readonly string[] }) => runMcp(lexicon, context));
};

async function runMcp(lexicons: readonly string[], { io }: CommandContext): Promise<void> {
  const { serveMcp } = await loadPart('mcp', ['@modelcontextprotocol/server'], () => import('../../service/mcp.ts'));
  const analyzer = await io.createAnalyzer({ lexicons: lexicons.map(readLexicon) });
  const { stdin } = io;
  const ended = new Promise<void>((resolve) => {
    stdin.once('end', resolve);
    stdin.once('close', resolve);
    io.onInterrupt(resolve);
  });
  const server = serveMcp(analyzer, stdin, io.stdout);
  await ended;
  await server.close();
}
