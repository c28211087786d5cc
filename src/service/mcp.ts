/**
 * SpineNote as an MCP server over stdio: three tools over the library, no network, and no word of a note in an error.
 * stdout belongs to the protocol.
 */
import type { Readable, Writable } from 'node:stream';
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { type Analyzer, describeCode, explainCode, InputError, VERSION } from '../index.ts';

const note = {
  text: z.string().describe('The whole note.'),
  dateOfService: z.iso.date().optional().describe('Only this picks the fiscal year of the codes.'),
};

export function createMcpServer(analyzer: Analyzer): McpServer {
  const server = new McpServer({ name: 'spinenote', version: VERSION }, { capabilities: { tools: {} } });
  server.registerTool(
    'analyze_note',
    {
      description:
        'Read a spine note: facts with evidence, the ICD-10-CM codes that its words support, and the questions that it leaves open. Questions are for the provider; never answer them yourself.',
      inputSchema: z.object(note),
    },
    async ({ text, dateOfService }) => answer(() => analyzer.analyze(text, { dateOfService })),
  );
  server.registerTool(
    'explain_code',
    {
      description:
        'Without a note: what an ICD-10-CM code of the spine means on a date. With one: why the code stands or falls on that note.',
      inputSchema: z.object({
        code: z.string().max(12),
        text: note.text.optional(),
        dateOfService: note.dateOfService,
      }),
    },
    async ({ code, text, dateOfService }) =>
      answer(() =>
        text === undefined
          ? describeCode(code, { dateOfService: dateOfService ?? null })
          : explainCode(analyzer.analyze(text, { dateOfService }), code),
      ),
  );
  server.registerTool(
    'check_claim',
    {
      description: 'Check the codes of a claim, in claim order, against what the note documents.',
      inputSchema: z.object({ ...note, codes: z.array(z.string().max(12)).min(1).max(50) }),
    },
    async ({ text, dateOfService, codes }) =>
      answer(() => analyzer.analyze(text, { dateOfService, meta: { codes } }).claim ?? { codes: [] }),
  );
  return server;
}

function answer(make: () => object) {
  try {
    return { content: [{ type: 'text' as const, text: JSON.stringify(make()) }] };
  } catch (error) {
    const text =
      error instanceof InputError ? error.message : 'The analysis failed. Please report it, without the note.';
    return { content: [{ type: 'text' as const, text }], isError: true };
  }
}

/** Serves until the client closes its end, or `close` is called. */
export function serveMcp(
  analyzer: Analyzer,
  stdin: Readable,
  stdout: Writable,
): { readonly close: () => Promise<void> } {
  return serveStdio(() => createMcpServer(analyzer), { transport: new StdioServerTransport(stdin, stdout) });
}
