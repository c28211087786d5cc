/**
 * `spinenote batch`: one note per line of JSON in, one analysis per line out, in the same order and in constant
 * memory; a line that cannot be analysed gives an error record and the run goes on.
 */
import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { writeJsonLine } from '../../formats/jsonl.ts';
import { type AnalyzeOptions, type Analyzer, DEFAULT_LIMITS, InputError } from '../../index.ts';
import { type RefusalCode, readBatchLine } from '../batch-line.ts';
import { refuseForeignFormats } from '../decode.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { type ByteLine, splitLines } from '../lines.ts';
import { addNoteOptions, type NoteOptions, readNoteOptions } from '../options.ts';
import { type Progress, watchProgress } from '../progress.ts';
import { nameFile, readLexicon } from '../sources.ts';
import { openTarget } from '../target.ts';
import type { AddCommand, CommandContext } from './command.ts';

/** A legal note never meets it: JSON spells a UTF-16 code unit in six bytes at most, and the rest is for `meta`. */
const LINE_CAP = 6 * DEFAULT_LIMITS.textLength + 1_048_576;
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
  spinenote batch notes.jsonl --output analyses.jsonl

Exit code: 0 when every line was read, bad ones included; 2 for a wrong option or an input that is no JSON Lines;
130 when interrupted (the lines already written are whole).`;

interface BatchCliOptions extends NoteOptions {
  readonly output?: string;
}

export const addBatch: AddCommand = (program, context) => {
  const command = program
    .command('batch')
    .description('Analyse many notes: JSON Lines in, JSON Lines out, same order, constant memory.')
    .argument('[file]', 'notes as JSON Lines; - or nothing reads stdin')
    .option('-o, --output <file>', 'write here instead of stdout (readable by you only)');
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
  const analyzer = await io.createAnalyzer({ lexicons: (options.lexicon ?? []).map(readLexicon) });
  const target = await openTarget(options.output, fromStdin ? null : file, context.output);
  const interrupt = new AbortController();
  const source: Readable = addAbortSignal(interrupt.signal, fromStdin ? io.stdin : createReadStream(file));
  const stopListening = io.onInterrupt(() => interrupt.abort());
  const progress = watchProgress(io.stderr);
  try {
    for await (const line of splitLines(readChunks(source, fromStdin ? '<stdin>' : nameFile(file)), LINE_CAP)) {
      const record = answerLine(line, analyzer, readNoteOptions(options));
      if (record === null) continue;
      await target.write(writeJsonLine(record));
      progress.count('error' in record ? 'error' : 'analysis');
      // Signals are only heard between turns of the event loop, and a chunk holds many lines.
      if (progress.isDue()) await new Promise(setImmediate);
      if (interrupt.signal.aborted) break;
    }
  } catch (error) {
    if (!interrupt.signal.aborted) throw error;
  } finally {
    stopListening();
    await target.close();
    progress.end();
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

interface ErrorRecord {
  readonly id: string | null;
  readonly line: number;
  readonly error: { readonly code: RefusalCode | InputError['code'] | 'internal'; readonly message: string };
}

/** The analysis or the error record of a line; null for a blank one. */
function answerLine({ number, bytes }: ByteLine, analyzer: Analyzer, defaults: AnalyzeOptions) {
  const fail = (id: string | null, code: ErrorRecord['error']['code'], message: string): ErrorRecord => ({
    id,
    line: number,
    error: { code, message },
  });
  if (bytes === null) {
    return fail(
      null,
      'line-too-long',
      `longer than ${LINE_CAP} bytes, the limit for one line. Give each note a line of its own.`,
    );
  }
  if (bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)) return null;
  const line = readBatchLine(bytes);
  if (line.kind === 'refused') return fail(line.refusal.id, line.refusal.code, line.refusal.message);
  const id = line.options.id ?? null;
  try {
    return analyzer.analyze(line.text, { ...defaults, ...line.options });
  } catch (error) {
    if (error instanceof InputError) return fail(id, error.code, error.message);
    // The message of an unforeseen error may quote the note; its name cannot.
    const name = error instanceof Error ? error.name : typeof error;
    return fail(
      id,
      'internal',
      `the analysis failed (${name}). This is a fault of spinenote; please report it, without the note.`,
    );
  }
}
