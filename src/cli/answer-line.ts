/** A line of a batch -> its line of the output: the analysis, or an error record that never repeats the note. */
import { writeJsonLine } from '../formats/jsonl.ts';
import { type AnalyzeOptions, type Analyzer, DEFAULT_LIMITS, InputError } from '../index.ts';
import { type RefusalCode, readBatchLine } from './batch-line.ts';
import type { ByteLine } from './lines.ts';

/** A legal note never meets it: JSON spells a UTF-16 code unit in six bytes at most, and the rest is for `meta`. */
export const LINE_CAP: number = 6 * DEFAULT_LIMITS.textLength + 1_048_576;

export interface AnsweredLine {
  /** The line of the output, its line end included. */
  readonly text: string;
  readonly outcome: 'analysis' | 'error';
}

interface ErrorRecord {
  readonly id: string | null;
  readonly line: number;
  readonly error: { readonly code: RefusalCode | InputError['code'] | 'internal'; readonly message: string };
}

/** Null for a blank line: it has no place in the output. */
export function answerLine(line: ByteLine, analyzer: Analyzer, defaults: AnalyzeOptions): AnsweredLine | null {
  if (isBlank(line)) return null;
  const record = recordOf(line, analyzer, defaults);
  return { text: writeJsonLine(record), outcome: 'error' in record ? 'error' : 'analysis' };
}

export function isBlank({ bytes }: ByteLine): boolean {
  return bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d) ?? false;
}

/** The record of a line at which worker after worker died: the note is lost to the run, its place is not. */
export function answerFatalLine(number: number): AnsweredLine {
  const message =
    'every worker that read this line died (out of memory, or ended from outside). Give the note to spinenote analyze; ' +
    'if that fails too, please report it, without the note.';
  const record: ErrorRecord = { id: null, line: number, error: { code: 'internal', message } };
  return { text: writeJsonLine(record), outcome: 'error' };
}

function recordOf({ number, bytes }: ByteLine, analyzer: Analyzer, defaults: AnalyzeOptions) {
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
