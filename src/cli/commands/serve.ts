/** `spinenote serve`: the service over HTTP, on this machine unless told, and then with a token only. */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { InvalidArgumentError, Option } from 'commander';
import type { CdsClients, TrustsClient } from '../../service/index.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { openFeedbackFile } from '../feedback-file.ts';
import { loadPart } from '../optional-part.ts';
import { readLexicon } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const USUAL_PORT = 4871;
/** The same from src/cli/commands and from dist/cli/commands. */
const PAGE = fileURLToPath(new URL('../../../dist/web', import.meta.url));
const SERVICE_PACKAGES = ['fastify', 'fastify-type-provider-zod', '@fastify/swagger', 'openapi-types'];
const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const SHORTEST_TOKEN = 24;

interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly tokenFile?: string;
  readonly allowHost: readonly string[];
  readonly lexicon?: readonly string[];
  readonly maxRequests?: number;
  readonly feedback?: string;
  readonly cdsClients?: string;
}

const HELP = `
POST /analyze, /batch (application/x-ndjson), /review; GET /codes/M51.A4, /openapi.json, /healthz; CDS Hooks 2.0 at
/cds-services; the page at /. Nothing is logged and nothing is kept.

--cds-clients names a file {"audience": "https://notes.clinic.example", "clients": [{"issuer": "...", "keys": [JWK, ...]}]}:
the hooks then ask for the JWT of CDS Hooks, signed with a key of its issuer. No key is fetched.

What becomes of the cards of CDS Hooks is counted and told at the end; --feedback appends it to a file, one line of JSON
for each card: service, card, outcome, reason (one of those offered), at. No comment of a person is kept.

On another address than loopback a token is required: at least ${SHORTEST_TOKEN} characters, in SPINENOTE_TOKEN or --token-file
(never an argument, which others on the machine can read). Put TLS in front of it; it speaks plain HTTP.

Examples:
  spinenote serve
  spinenote serve --host 0.0.0.0 --token-file token.txt --allow-host notes.clinic.example

Exit code: 0 when it was interrupted (Ctrl-C) and has finished what it was asked; 2 when it could not start.`;

export const defineServe: DefineCommand = (command, context) => {
  command
    .addOption(
      new Option('-p, --port <number>', 'port; 0 takes any free one').argParser(readNumber(65_535)).default(USUAL_PORT),
    )
    .addOption(new Option('--host <address>', 'address to listen on').default('127.0.0.1'))
    .addOption(new Option('--token-file <file>', 'file that holds the token which every request must send'))
    .addOption(
      new Option('--allow-host <name>', 'a name by which the service may be called; may be repeated')
        .argParser((name: string, names: readonly string[]) => [...names, name.toLowerCase()])
        .default([], 'none'),
    )
    .addOption(
      new Option('--max-requests <number>', 'requests at work at the same time; one more is answered 503').argParser(
        readNumber(10_000),
      ),
    )
    .addOption(
      new Option('--cds-clients <file>', 'keys of the clients of CDS Hooks (JSON), so that their JWT is verified'),
    )
    .addOption(
      new Option('--feedback <file>', 'append what becomes of the cards, as JSON Lines that only you may read'),
    )
    .addOption(
      new Option('--lexicon <file>', 'your own lexicon (YAML); may be repeated').argParser(
        (file: string, files: readonly string[] = []) => [...files, file],
      ),
    )
    .addHelpText('after', HELP)
    .action((options: ServeOptions) => runServe(options, context));
};

const readNumber =
  (highest: number) =>
  (value: string): number => {
    if (/^\d{1,5}$/.test(value) && Number(value) <= highest) return Number(value);
    throw new InvalidArgumentError(`It must be a number from 0 to ${highest}.`);
  };

async function runServe(options: ServeOptions, { io, output, complain }: CommandContext): Promise<void> {
  const token = readToken(options.tokenFile, io.env.SPINENOTE_TOKEN);
  if (!LOOPBACK.includes(options.host) && token === null) {
    throw new UsageError(
      `--host ${options.host} lets other machines ask, and no token is set. Set SPINENOTE_TOKEN or --token-file, or leave --host out.`,
    );
  }
  const service = await loadPart('serve', SERVICE_PACKAGES, () => import('../../service/index.ts'));
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const trusts = options.cdsClients === undefined ? null : await trustFile(options.cdsClients, service);
  const keep = options.feedback === undefined ? () => {} : openFeedbackFile(options.feedback, complain);
  const tally = service.openTally();
  let port = options.port;
  const names = [...new Set([...LOOPBACK, options.host])].map((name) => (name.includes(':') ? `[${name}]` : name));
  const app = await service.createService({
    analyzer,
    token,
    trusts,
    page: PAGE,
    hosts: () => [...names.map((name) => `${name}:${port}`), ...options.allowHost],
    onFeedback(heard) {
      tally.count(heard);
      keep(heard);
    },
    ...(options.maxRequests !== undefined && { limits: { concurrency: options.maxRequests } }),
  });
  try {
    await app.listen({ port, host: options.host });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE' && 'is in use. Choose another with --port.';
    throw new UsageError(`${options.host}, port ${port}: ${taken || (explainSystemError(error) ?? 'cannot be used.')}`);
  }
  port = (app.server.address() as AddressInfo).port;
  await output.write(`http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}/\n`);
  await new Promise<void>((resolve) => {
    io.onInterrupt(resolve);
  });
  await app.close();
  const summary = tally.summary();
  if (summary !== null) complain(summary);
}

type Service = typeof import('../../service/index.ts');

async function trustFile(file: string, { readCdsClients, trustClients }: Service): Promise<TrustsClient> {
  let clients: CdsClients;
  try {
    clients = readCdsClients(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--cds-clients ${file}: ${explainSystemError(error) ?? (error as Error).message}`);
  }
  return loadPart('serve --cds-clients', ['jose'], () => trustClients(clients));
}

function readToken(file: string | undefined, fromEnvironment: string | undefined): string | null {
  const token = file === undefined ? fromEnvironment?.trim() : readTokenFile(file);
  if (token === undefined || token === '') {
    if (file === undefined) return null;
    throw new UsageError(
      `--token-file ${file}: it is empty. Put a token of ${SHORTEST_TOKEN} characters or more into it.`,
    );
  }
  if (token.length >= SHORTEST_TOKEN && !/\s/.test(token)) return token;
  throw new UsageError(
    `the token is shorter than ${SHORTEST_TOKEN} characters or holds a blank. Make one with: openssl rand -hex 32`,
  );
}

function readTokenFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new UsageError(`--token-file ${file}: ${explainSystemError(error) ?? 'cannot be read.'}`);
  }
}
