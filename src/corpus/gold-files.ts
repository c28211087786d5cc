/**
 * Gold as text (one JSON object, or one a line) -> gold notes and problems. A broken record is told with its line and
 * costs only itself.
 */
import { LineCounter, parseDocument } from 'yaml';
import { type Breach, type CorpusReading, checkGold, type GoldNote, isBreach, type Problem } from './gold.ts';

export type TextOf = (id: string) => string | null;

/** One gold note in a file of its own. */
export function readGoldFile(json: string, file: string, textOf: TextOf): CorpusReading {
  let record: unknown;
  try {
    record = JSON.parse(json);
  } catch {
    return { notes: [], problems: [{ file, line: lineOfSyntaxError(json), message: NOT_JSON }] };
  }
  const checked = checkGold(record, textOf);
  if (!isBreach(checked)) return { notes: [checked], problems: [] };
  return { notes: [], problems: [{ file, line: lineOfPath(json, checked.path), message: checked.message }] };
}

const NOT_JSON =
  'not valid JSON. One gold note is one object: {"id", "kind", "facts", ...}; corpus/README.md lists the fields.';

/** JSON Lines: the line of a problem is the line of its record. */
export function readGoldLines(jsonl: string, file: string, textOf: TextOf): CorpusReading {
  const notes: GoldNote[] = [];
  const problems: Problem[] = [];
  for (const { line, record } of readRecords(jsonl, file, problems)) {
    const checked: GoldNote | Breach = checkGold(record, textOf);
    if (isBreach(checked)) problems.push({ file, line, message: checked.message });
    else notes.push(checked);
  }
  return { notes, problems };
}

/** The objects of a JSON Lines text with their lines; a line that is none becomes a problem. */
export function* readRecords(
  jsonl: string,
  file: string,
  problems: Problem[],
): Iterable<{ readonly line: number; readonly record: Record<string, unknown> }> {
  for (const [index, content] of jsonl
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    let record: unknown;
    try {
      record = JSON.parse(content);
    } catch {
      problems.push({ file, line, message: 'not valid JSON. Expected one object on each line.' });
      continue;
    }
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      yield { line, record: record as Record<string, unknown> };
    } else problems.push({ file, line, message: 'not an object. Expected one object on each line.' });
  }
}

/** JSON is YAML, and the YAML parser knows where things stand. */
function lineOfPath(json: string, path: readonly PropertyKey[]): number {
  const lines = new LineCounter();
  const document = parseDocument(json, { lineCounter: lines });
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function lineOfSyntaxError(json: string): number {
  const lines = new LineCounter();
  const error = parseDocument(json, { lineCounter: lines }).errors[0];
  return error ? lines.linePos(error.pos[0]).line : 1;
}
