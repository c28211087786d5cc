/** The notes that are measured: those of ../shared/notes where they lie there, else the corpus of this repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface NoteSet {
  readonly name: string;
  readonly notes: readonly { readonly id: string; readonly text: string }[];
  readonly characters: number;
}

const root = new URL('../..', import.meta.url);
const shared = new URL('../shared/notes/', root);

export function readNoteSets(): { readonly spine: NoteSet; readonly all: NoteSet } {
  if (existsSync(shared)) {
    return {
      spine: setOf('spine notes', readLines('spine-unlabelled.jsonl')),
      all: setOf('notes of all specialties', readLines('mtsamples.jsonl')),
    };
  }
  const folder = new URL('corpus/notes/', root);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const notes = files.map((name) => ({ id: name, text: readFileSync(new URL(name, folder), 'utf8') }));
  const twelve = Array.from({ length: 12 }, () => notes).flat();
  return { spine: setOf('corpus, 12 times', twelve), all: setOf('corpus, 12 times', twelve) };
}

function readLines(file: string): { id: string; text: string }[] {
  const text = readFileSync(fileURLToPath(new URL(file, shared)), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; text: string });
}

function setOf(name: string, notes: readonly { id: string; text: string }[]): NoteSet {
  return { name, notes, characters: notes.reduce((sum, { text }) => sum + text.length, 0) };
}
