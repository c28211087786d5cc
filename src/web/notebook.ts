/** The notes that are open, in memory only: each has its text, its settings and the queries as the user edited them. */
import type { Analysis, Checklist } from '../index.ts';
import type { ExampleNote } from './examples.ts';
import type { ReadingOptions } from './protocol.ts';

export interface Note {
  readonly id: number;
  name: string;
  /** As the textarea holds it: lines end in a line feed. */
  text: string;
  /** The file as it came, while nobody has edited it: what is exported has the offsets of this. */
  source: string | null;
  options: ReadingOptions;
  /** Query id -> the user's wording, and ours that it began from. */
  readonly drafts: Map<string, { readonly text: string; readonly begunFrom: string }>;
  analysis: Analysis | null;
  /** Of the same reading as `analysis`. */
  checklist: Checklist | null;
  /** Why the last text could not be read; never words of the note. */
  refusal: string | null;
}

const PLAIN: ReadingOptions = { dateOfService: null, setting: 'outpatient', noteKind: null };

export interface Notebook {
  readonly notes: readonly Note[];
  readonly current: Note;
  open(note?: { name?: string; source?: string; options?: Partial<ReadingOptions> }): Note;
  select(id: number): void;
  close(id: number): void;
}

export const plainLines = (text: string): string => text.replace(/\r\n?/g, '\n');

export function openNotebook(): Notebook {
  let ids = 0;
  const write = (name?: string, source = '', options: Partial<ReadingOptions> = {}): Note => {
    ids += 1;
    const text = plainLines(source);
    return {
      id: ids,
      name: name ?? `Note ${ids}`,
      text,
      source: source === text ? null : source,
      options: { ...PLAIN, ...options },
      drafts: new Map(),
      analysis: null,
      checklist: null,
      refusal: null,
    };
  };
  let notes = [write()];
  let current = notes[0] as Note;
  return {
    get notes() {
      return notes;
    },
    get current() {
      return current;
    },
    open({ name, source, options } = {}) {
      const note = write(name, source, options);
      // An untouched empty note gives its place.
      notes = [...notes.filter((other) => other !== current || other.text !== ''), note];
      current = note;
      return note;
    },
    select(id) {
      current = notes.find((note) => note.id === id) ?? current;
    },
    close(id) {
      const index = notes.findIndex((note) => note.id === id);
      const rest = notes.filter((note) => note.id !== id);
      notes = rest.length > 0 ? rest : [write()];
      if (current.id === id) current = notes[Math.min(index, notes.length - 1)] as Note;
    },
  };
}

export const exampleOptions = ({ dateOfService }: ExampleNote): Partial<ReadingOptions> => ({ dateOfService });
