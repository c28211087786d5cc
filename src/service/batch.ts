/** JSON Lines in, JSON Lines out, in the same order and in constant memory; a bad line keeps its place as an error record. */
import { type AnalyzeOptions, type Analyzer, InputError } from '../index.ts';
import { type NoteRequest, noteRequestSchema } from './requests.ts';

/** `null` in a request means "not given". */
export function readOptions({ text: _text, ...rest }: NoteRequest): AnalyzeOptions {
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
}

export async function* answerBatch(
  bytes: AsyncIterable<Uint8Array>,
  analyzer: Analyzer,
  limit: number,
): AsyncIterable<string> {
  let number = 0;
  for await (const line of splitLines(bytes, limit)) {
    number++;
    if (line !== null && line.trim() === '') continue;
    yield `${JSON.stringify(answerLine(line, number, analyzer, limit))}\n`;
    // Analysis is synchronous; other requests are heard between two lines.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function answerLine(line: string | null, number: number, analyzer: Analyzer, limit: number) {
  const fail = (id: string | null, code: string, message: string) => ({ id, line: number, error: { code, message } });
  if (line === null)
    return fail(
      null,
      'line-too-long',
      `longer than ${limit} bytes, the limit for one line. Split the note by encounter.`,
    );
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return fail(null, 'not-json', 'not valid JSON. Write one object on each line.');
  }
  const id = typeof (record as { id?: unknown } | null)?.id === 'string' ? (record as { id: string }).id : null;
  const note = noteRequestSchema.safeParse(record);
  if (!note.success)
    return fail(
      id,
      'bad-field',
      'a field is missing, unknown or not of its kind. /openapi.json says what a NoteRequest takes.',
    );
  try {
    return analyzer.analyze(note.data.text, readOptions(note.data));
  } catch (error) {
    if (error instanceof InputError) return fail(id, error.code, error.message);
    return fail(id, 'internal', 'the analysis failed. Please report it, without the note.');
  }
}

/** Lines without their end; null for one over the limit, of which nothing is kept. */
async function* splitLines(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncIterable<string | null> {
  let held: Uint8Array[] = [];
  let size = 0;
  const take = (): string | null => {
    const line = size > limit ? null : Buffer.concat(held).toString('utf8');
    held = [];
    size = 0;
    return line;
  };
  const hold = (piece: Uint8Array): void => {
    size += piece.length;
    if (size <= limit) held.push(piece);
    else held = [];
  };
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      hold(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) hold(chunk.subarray(start));
  }
  if (size > 0) yield take();
}
