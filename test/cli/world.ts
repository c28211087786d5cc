/** A world for `main` without a process: streams in memory and an analyzer that only repeats what it was given. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import type { CliIo } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import {
  type Analysis,
  type AnalyzeOptions,
  type Analyzer,
  type AnalyzerOptions,
  InputError,
} from '../../src/index.ts';
import { ANALYSIS } from '../formats/sample.ts';

/** Says what it was asked, refuses "too long" words as the core does, and breaks on CRASH as a fault would. */
export const echoAnalyzer: Analyzer = {
  analyze(text: string, options: AnalyzeOptions = {}): Analysis {
    if (text.includes('TOO LONG'))
      throw new InputError('too-long', 'the note is over the limit of 9 characters. Split it.');
    if (text.includes('CRASH')) throw new TypeError(`cannot read ${text}`);
    const { id = null, dateOfService = null, setting = 'outpatient', noteKind = 'other', meta } = options;
    const note = { id, kind: noteKind, setting, dateOfService, length: text.length, ...(meta && { meta }) };
    const fact = { ...ANALYSIS.facts[2]!, evidence: [{ start: 0, end: text.length, text }] };
    return {
      ...ANALYSIS,
      note,
      facts: text.trim() === '' ? [] : [fact],
      mentions: [],
      codes: [],
      queries: [],
      notices: [],
    };
  },
  assertSpans: () => [],
};

export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  /** What the analyzer factory was called with. */
  readonly asked: readonly AnalyzerOptions[];
}

export interface Given {
  readonly stdin?: string | Uint8Array | Readable;
  readonly tty?: readonly ('stdin' | 'stdout' | 'stderr')[];
  readonly env?: Record<string, string>;
  readonly io?: Partial<CliIo>;
}

export async function run(
  argv: readonly string[],
  { stdin = '', tty = [], env = {}, io = {} }: Given = {},
): Promise<Run> {
  const asked: AnalyzerOptions[] = [];
  const [out, err] = [collect(tty.includes('stdout')), collect(tty.includes('stderr'))];
  const input = stdin instanceof Readable ? stdin : Readable.from([Buffer.from(stdin)]);
  const exitCode = await main(argv, {
    stdin: input,
    hasPipedInput: () => !tty.includes('stdin'),
    stdout: out.sink,
    stderr: err.sink,
    env,
    createAnalyzer: async (options = {}) => {
      asked.push(options);
      return echoAnalyzer;
    },
    onInterrupt: () => () => {},
    ...io,
  });
  return { exitCode, out: out.text(), err: err.text(), asked };
}

export function collect(isTTY = false): { readonly sink: Writable & { isTTY: boolean }; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { sink: Object.assign(sink, { isTTY }), text: () => Buffer.concat(chunks).toString('utf8') };
}

/** A sink whose reader leaves after some lines, as `head` does. */
export function closeAfter(lines: number): Writable {
  let left = lines;
  return new Writable({
    write(_chunk, _encoding, done) {
      done(left-- > 0 ? null : Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
    },
  });
}

export const openEnded = (): PassThrough => new PassThrough();

/** A line that batch wrote: an analysis, or an error record. */
export type Answer = Analysis & {
  readonly id: string | null;
  readonly line: number;
  readonly error?: { readonly code: string; readonly message: string };
};

export const parseLines = (out: string): Answer[] =>
  out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** A folder that lives as long as one test file. */
export function makeFolder(): {
  readonly put: (name: string, content: string | Uint8Array) => string;
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), 'spinenote-'));
  return {
    path,
    put(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
