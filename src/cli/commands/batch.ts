/**
 * `spinenote batch`: one note per line of JSON in, one analysis per line out, in the same order and in constant
 * memory; a line that cannot be analysed gives an error record and the run goes on.
 */
import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import type { Analyzer } from '../../index.ts';
import { answerLine, LINE_CAP } from '../answer-line.ts';
import { refuseForeignFormats } from '../decode.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { readDone, skipDone } from '../jobs/resume.ts';
import type { Answers, WorkerSetup } from '../jobs/worker.ts';
import { type ByteLine, splitLines } from '../lines.ts';
import { addJobsOption, addNoteOptions, type NoteOptions, readNoteOptions } from '../options.ts';
import { type Progress, watchProgress } from '../progress.ts';
import { nameFile, readLexicon } from '../sources.ts';
import { openTarget } from '../target.ts';
import type { CommandContext, DefineCommand } from './command.ts';

const INTERRUPTED = 130;

const HELP = `
A line in:   {"id": "visit-17", "text": "...", "dateOfService": "2026-10-05", "setting": "outpatient",
              "noteKind": "office-note", "meta": {"patient": "p1", "codes": ["M54.50"]}}
             Only "text" is needed. An option above stands for a field that a line does not give.
             "codes" in "meta" are those that were sent, in claim order: each is checked ("claim" in the analysis).
A line out:  the analysis of that note, with the id and meta of its line; or, where the line cannot be analysed,
             {"id", "line", "error": {"code", "message"}}.

Examples:
  spinenote batch notes.jsonl > analyses.jsonl
  zcat notes.jsonl.gz | spinenote batch | jq -c 'select(.queries != [])'
  spinenote batch notes.jsonl --output analyses.jsonl --jobs 8
  spinenote batch notes.jsonl --output analyses.jsonl --jobs 8 --resume

--jobs changes nothing but the time: the output is the same, byte for byte. --resume goes on behind the last whole line
of --output; the last one is done again, and where it does not come out the same the run stops.

Exit code: 0 when every line was read, bad ones included; 2 for a wrong option or an input that is no JSON Lines;
130 when interrupted (the lines already written are whole).`;

interface BatchCliOptions extends NoteOptions {
  readonly output?: string;
  readonly jobs: number;
  readonly resume?: true;
}

export const defineBatch: DefineCommand = (command, context) => {
  command
    .argument('[file]', 'notes as JSON Lines; - or nothing reads stdin')
    .option('-o, --output <file>', 'write here instead of stdout (readable by you only)')
    .option('--resume', 'go on with an --output that an earlier run left unfinished');
  addJobsOption(command);
  addNoteOptions(command)
    .addHelpText('after', HELP)
    .action((file: string | undefined, options: BatchCliOptions) => runBatch(file, options, context));
};

async function runBatch(file: string | undefined, options: BatchCliOptions, context: CommandContext): Promise<void> {
  const { io } = context;
  const fromStdin = file === undefined || file === '-';
  if (file === undefined && !io.hasPipedInput()) {
    throw new UsageError('no notes given. Name a file (spinenote batch notes.jsonl) or pipe JSON Lines in.');
  }
  const setup: WorkerSetup = {
    lexicons: (options.lexicon ?? []).map(readLexicon),
    defaults: readNoteOptions(options),
  };
  // Workers load their own; here it then only tells of a mistake in a lexicon before anything is written.
  const isOnlyChecked = options.jobs > 1 && !options.resume;
  const analyzer = await io.createAnalyzer({
    lexicons: setup.lexicons,
    ...(isOnlyChecked ? { linguistics: 'none' as const } : {}),
  });
  const done = options.resume ? await readDone(options.output) : undefined;
  const target = await openTarget(options.output, fromStdin ? null : file, context.output, done?.bytes);
  const interrupt = new AbortController();
  const source: Readable = addAbortSignal(interrupt.signal, fromStdin ? io.stdin : createReadStream(file));
  const stopListening = io.onInterrupt(() => interrupt.abort());
  const progress = watchProgress(io.stderr);
  const lines = splitLines(readChunks(source, fromStdin ? '<stdin>' : nameFile(file)), LINE_CAP);
  try {
    const left = done ? skipDone(lines, done, analyzer, setup.defaults) : lines;
    for await (const { text, analyses, errors } of answer(left, options.jobs, setup, analyzer)) {
      await target.write(text);
      progress.count('analysis', analyses);
      progress.count('error', errors);
      // Signals are only heard between turns of the event loop, and a chunk holds many lines.
      if (progress.isDue()) await new Promise(setImmediate);
      if (interrupt.signal.aborted) break;
    }
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
  } finally {
    stopListening();
    progress.end();
    await target.close();
  }
  report(progress, context, interrupt.signal.aborted);
}

function report({ errors, total }: Progress, { complain, endWith }: CommandContext, interrupted: boolean): void {
  if (errors > 0)
    complain(`${errors} of ${total} lines could not be analysed; each has an "error" record in its place.`);
  if (interrupted) endWith(INTERRUPTED);
}

async function* readChunks(source: Readable, name: string): AsyncIterable<Uint8Array> {
  let first = true;
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      if (first) refuseForeignFormats(bytes);
      first = false;
      yield bytes;
    }
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : explainSystemError(error);
    throw reason === null ? error : new UsageError(`${name}: ${reason}`);
  }
}

/** One job works here, line by line; more are workers of their own. */
async function* answer(
  lines: AsyncIterable<ByteLine>,
  jobs: number,
  setup: WorkerSetup,
  analyzer: Analyzer,
): AsyncGenerator<Answers> {
  if (jobs > 1) {
    const { answerWithCrew } = await import('../jobs/crew.ts');
    yield* answerWithCrew(lines, jobs, setup);
    return;
  }
  for await (const line of lines) {
    const answered = answerLine(line, analyzer, setup.defaults);
    if (!answered) continue;
    const isError = answered.outcome === 'error';
    yield { text: answered.text, analyses: isError ? 0 : 1, errors: isError ? 1 : 0 };
  }
}
