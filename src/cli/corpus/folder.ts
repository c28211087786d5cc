/**
 * A path -> the annotated notes behind it, whatever its form: a folder with gold/ and notes/, a folder of brat files,
 * gold or labelled spans as JSON Lines. A file that cannot be read becomes a problem and the others are still read.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readBrat } from '../../corpus/brat.ts';
import type { CorpusReading, GoldNote, Problem } from '../../corpus/gold.ts';
import { readGoldFile, readGoldLines, readRecords, type TextOf } from '../../corpus/gold-files.ts';
import { looksLikeSpans, readSpanLines } from '../../corpus/spans.ts';
import { decodeNote } from '../decode.ts';
import { explainSystemError, UsageError } from '../failure.ts';
import { nameFile } from '../sources.ts';

const SHAPES =
  'Expected a folder with gold/ and notes/, a folder of brat .txt and .ann files, or a .jsonl file of gold notes (with --notes) or labelled spans.';

export function readCorpus(path: string, notesFile?: string): CorpusReading {
  const name = nameFile(path);
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`${name}: ${explainSystemError(error) ?? 'cannot be read.'} ${SHAPES}`);
  }
  const reading = isFolder ? readFolder(path) : readFile(path, notesFile);
  return withoutRepeats(reading, name);
}

function readFolder(path: string): CorpusReading {
  if (existsSync(join(path, 'gold'))) return readGoldFolder(join(path, 'gold'), join(path, 'notes'));
  const files = list(path, '.ann');
  if (files.length > 0) return readBratFiles(files);
  throw new UsageError(`${nameFile(path)}: holds neither gold/ nor .ann files. ${SHAPES}`);
}

function readFile(path: string, notesFile: string | undefined): CorpusReading {
  if (path.endsWith('.ann')) return readBratFiles([path]);
  const content = readText(path);
  if (path.endsWith('.json')) return readGoldFile(content, path, textsBeside(join(dirname(path), '..', 'notes')));
  const first = firstRecord(content, path);
  if (first && looksLikeSpans(first)) return readSpanLines(content, path);
  if (notesFile === undefined) {
    throw new UsageError(
      `${nameFile(path)}: gold notes need the notes they speak of. Name them with --notes NOTES.jsonl.`,
    );
  }
  const texts = readNotes(notesFile);
  return merge([{ notes: [], problems: texts.problems }, readGoldLines(content, path, texts.textOf)]);
}

function firstRecord(content: string, file: string): Record<string, unknown> | undefined {
  for (const { record } of readRecords(content, file, [])) return record;
  return undefined;
}

/** gold/<id>.json beside notes/<id>.txt, and gold/<set>.jsonl beside notes/<set>.jsonl. */
function readGoldFolder(gold: string, notes: string): CorpusReading {
  const textOf = textsBeside(notes);
  const singles = list(gold, '.json').map((file) => attempt(file, () => readGoldFile(readText(file), file, textOf)));
  const sets = list(gold, '.jsonl').map((file) =>
    attempt(file, () => {
      const texts = readNotes(join(notes, basename(file)));
      return merge([{ notes: [], problems: texts.problems }, readGoldLines(readText(file), file, texts.textOf)]);
    }),
  );
  if (singles.length + sets.length === 0) throw new UsageError(`${nameFile(gold)}: holds no gold note. ${SHAPES}`);
  return merge([...singles, ...sets]);
}

const textsBeside =
  (folder: string): TextOf =>
  (id) => {
    // An id is a file name here, and no path: it may not lead out of the folder.
    const file = join(folder, `${basename(id)}.txt`);
    return existsSync(file) ? readText(file) : null;
  };

function readNotes(file: string): { readonly textOf: TextOf; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const texts = new Map<string, string>();
  for (const { line, record } of readRecords(readText(file), file, problems)) {
    const { id, text } = record;
    if (typeof id === 'string' && typeof text === 'string') texts.set(id, text);
    else
      problems.push({ file, line, message: 'not a note. Expected {"id": "...", "text": "..."} with both as strings.' });
  }
  return { textOf: (id) => texts.get(id) ?? null, problems };
}

function readBratFiles(files: readonly string[]): CorpusReading {
  const problems: Problem[] = [];
  const read = files.flatMap((file) => {
    try {
      const id = basename(file, '.ann');
      return [{ id, file, ann: readText(file), text: readText(file.replace(/\.ann$/, '.txt')) }];
    } catch (error) {
      problems.push(problemOf(file, error));
      return [];
    }
  });
  return merge([{ notes: [], problems }, readBrat(read)]);
}

function list(folder: string, ending: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => join(folder, name));
}

/**
 * Whole, because a corpus is small beside the notes of a practice; the limit for one note is the analyzer's to keep.
 * @throws UsageError naming the file.
 */
export function readText(file: string): string {
  try {
    return decodeNote(readFileSync(file));
  } catch (error) {
    const reason = error instanceof UsageError ? error.message : explainSystemError(error);
    throw reason === null ? error : new UsageError(`${nameFile(file)}: ${reason}`);
  }
}

function attempt(file: string, read: () => CorpusReading): CorpusReading {
  try {
    return read();
  } catch (error) {
    return { notes: [], problems: [problemOf(file, error)] };
  }
}

function problemOf(file: string, error: unknown): Problem {
  if (error instanceof UsageError) return { file, line: 1, message: error.message };
  throw error;
}

const merge = (readings: readonly CorpusReading[]): CorpusReading => ({
  notes: readings.flatMap(({ notes }) => notes),
  problems: readings.flatMap(({ problems }) => problems),
});

/** Two gold notes of one id would be scored against one analysis. */
function withoutRepeats({ notes, problems }: CorpusReading, file: string): CorpusReading {
  const kept = new Map<string, GoldNote>();
  const repeats: Problem[] = [];
  for (const note of notes) {
    if (kept.has(note.id))
      repeats.push({
        file,
        line: 1,
        message: `two gold notes have the id ${JSON.stringify(note.id.slice(0, 80))}; the second is left out. Ids must differ.`,
      });
    else kept.set(note.id, note);
  }
  return { notes: [...kept.values()], problems: [...problems, ...repeats] };
}
