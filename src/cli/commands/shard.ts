/**
 * `spinenote shard plan | run | status | merge`: a batch cut into files, which any scheduler can hand out. What is done
 * twice gives the same bytes, what dies leaves nothing half done, and the merged output is that of `batch`, byte for byte.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { explainSystemError, UsageError } from '../failure.ts';
import { addNoteOptions, type NoteOptions, readNoteOptions } from '../options.ts';
import { only, writeDurably } from '../shards/durable-file.ts';
import { type Manifest, manifestFile, readManifest, type Shard, sha256 } from '../shards/manifest.ts';
import { mergeShards } from '../shards/merge.ts';
import { planShards } from '../shards/plan.ts';
import { runShard } from '../shards/run.ts';
import { stateOf } from '../shards/state.ts';
import { readLexicon } from '../sources.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const HELP = `
Example, eight tasks of an array job:
  spinenote shard plan notes.jsonl --into run1
  spinenote shard run run1 --part 3/8        (in each task with its own number; any task may be repeated)
  spinenote shard status run1
  spinenote shard merge run1 --output analyses.jsonl

A plan holds paths, byte ranges and hashes, never note text. A shard is refused when its input has changed since the
plan, or when this version or these lexicons are not those of the plan.
Exit code: 0 done; 1 from status while shards are open; 2 for a wrong option or input.`;

const SHARD_LINES = 2000;
const INTERRUPTED = 130;

export const defineShard: DefineCommand = (command, context) => {
  command.addHelpText('after', HELP);
  const plan = command
    .command('plan')
    .description('Cut notes (JSON Lines) into shards.')
    .argument('<file>', 'notes as JSON Lines')
    .requiredOption('--into <folder>', 'an empty or new folder for plan and results')
    .addOption(new Option('--size <lines>', 'lines of a shard').argParser(parseSize).default(SHARD_LINES));
  addNoteOptions(plan).action((file: string, options: PlanOptions) => planRun(file, options, context));
  command
    .command('run')
    .description('Do the shards that are open.')
    .argument('<folder>')
    .addOption(new Option('--part <n/of>', 'only every of-th shard, beginning with the n-th').argParser(parsePart))
    .option('--input <file>', 'where the notes are on this machine, if not where they were planned')
    .action((folder: string, options: RunOptions) => runOpen(folder, options, context));
  command
    .command('status')
    .description('Tell how many shards are done.')
    .argument('<folder>')
    .action((folder: string) => tellStatus(folder, context));
  command
    .command('merge')
    .description('Join the results of all shards.')
    .argument('<folder>')
    .requiredOption('-o, --output <file>', 'the analyses, in the order of the notes (readable by you only)')
    .action((folder: string, { output }: { output: string }) => mergeShards(folder, readManifest(folder), output));
};

interface PlanOptions extends NoteOptions {
  readonly into: string;
  readonly size: number;
}

async function planRun(file: string, options: PlanOptions, { io, output }: CommandContext): Promise<void> {
  const lexicons = (options.lexicon ?? []).map((each) => resolve(each));
  const analyzer = await io.createAnalyzer({ lexicons: lexicons.map(readLexicon), linguistics: 'none' });
  makeEmptyFolder(options.into);
  const manifest: Manifest = {
    schema: 'spinenote/shards@1',
    tool: analyzer.analyze('').tool,
    options: readNoteOptions(options),
    lexicons,
    ...(await planShards(resolve(file), options.size)),
  };
  await writeDurably(manifestFile(options.into), only(`${JSON.stringify(manifest, null, 1)}\n`));
  await output.write(`${manifest.shards.length} shards planned in ${options.into}\n`);
}

function makeEmptyFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    const reason = explainSystemError(error);
    throw reason === null ? error : new UsageError(`--into ${folder}: ${reason}`);
  }
  throw new UsageError(
    `--into ${folder}: it is not empty, and what is in it might be another run's. Name a new folder.`,
  );
}

interface Part {
  readonly number: number;
  readonly of: number;
}

interface RunOptions {
  readonly part?: Part;
  readonly input?: string;
}

async function runOpen(folder: string, { part, input }: RunOptions, context: CommandContext): Promise<void> {
  const { io, complain, endWith } = context;
  const manifest = readManifest(folder);
  const analyzer = await io.createAnalyzer({ lexicons: manifest.lexicons.map(readLexicon) });
  const { tool } = analyzer.analyze('');
  if (tool.version !== manifest.tool.version || tool.lexicons !== manifest.tool.lexicons) {
    throw new UsageError(
      `the run was planned by version ${manifest.tool.version} with lexicons ${manifest.tool.lexicons.slice(0, 12)}; this is ` +
        `version ${tool.version} with ${tool.lexicons.slice(0, 12)}. Use that version, or plan the run anew.`,
    );
  }
  const interrupt = new AbortController();
  const stopListening = io.onInterrupt(() => interrupt.abort());
  try {
    for (const shard of manifest.shards.filter((each) => isOfPart(each, part))) {
      if (stateOf(folder, manifest, shard).kind === 'done') continue;
      await runShard(
        { folder, manifest, input: input ?? manifest.input.file, analyzer, signal: interrupt.signal },
        shard,
      );
    }
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
    complain((error as Error).message);
    endWith(INTERRUPTED);
  } finally {
    stopListening();
  }
}

function isOfPart(shard: Shard, part: Part | undefined): boolean {
  return part === undefined || shard.number % part.of === part.number % part.of;
}

async function tellStatus(folder: string, { output, endWith }: CommandContext): Promise<void> {
  const manifest = readManifest(folder);
  const count = { done: 0, open: 0, stale: 0, records: 0, errors: 0 };
  const left: number[] = [];
  for (const shard of manifest.shards) {
    const state = stateOf(folder, manifest, shard);
    count[state.kind]++;
    if (state.kind === 'done') {
      count.records += state.receipt.records;
      count.errors += state.receipt.errors;
    } else left.push(shard.number);
  }
  const plan = sha256(readFileSync(manifestFile(folder)));
  await output.write(`${JSON.stringify({ plan, shards: manifest.shards.length, ...count, left })}\n`);
  if (left.length > 0) endWith(1);
}

function parseSize(value: string): number {
  if (/^[1-9]\d{0,6}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('It must be a number of lines, from 1 to 9999999.');
}

function parsePart(value: string): Part {
  const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? [];
  const part = { number: Number(number), of: Number(of) };
  if (part.number >= 1 && part.number <= part.of) return part;
  throw new InvalidArgumentError('Write it as 3/8: the third of eight parts.');
}
