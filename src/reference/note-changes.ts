/** Which notes a new list adds or drops, at our codes and at codes outside our scope that name one of ours. */
import { readReferences } from '../coding/code-notes.ts';
import { CODE_YEARS, type CodeEntry, isInCodeScope } from '../coding/codeset.ts';
import { compiledLexicons } from '../lexicons/compiled.ts';
import { LIST_NOTE_FIELDS, type ListedCode, type ListNoteField } from './code-list.ts';

export interface NoteChange {
  readonly on: string;
  readonly field: ListNoteField;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

const { scope, elsewhere } = compiledLexicons['code-set'];
const newest = CODE_YEARS[CODE_YEARS.length - 1] as (typeof CODE_YEARS)[number];

/** Texts of two lists are the same but for white space and the comma before "if applicable". */
export const clean = (text: string): string => text.replace(/\s+/g, ' ').replace(/^\s*,/, '').trim();

export const compareNotes = (
  compared: readonly CodeEntry[],
  found: ReadonlyMap<string, ListedCode>,
): readonly NoteChange[] =>
  compared.flatMap((before) => {
    const after = found.get(before.code);
    if (!after) return [];
    return LIST_NOTE_FIELDS.flatMap((field) => {
      const printed = before[field].map((note) => (typeof note === 'string' ? note : note.text));
      return compareTexts(before.code, field, printed, after.notes?.[field] ?? []);
    });
  });

function compareTexts(
  on: string,
  field: ListNoteField,
  before: readonly string[],
  after: readonly string[],
): readonly NoteChange[] {
  const [old, now] = [before.map(clean), after.map(clean)];
  const added = now.filter((text) => !old.includes(text));
  const removed = old.filter((text) => !now.includes(text));
  return added.length + removed.length > 0 ? [{ on, field, added, removed }] : [];
}

/** Excludes notes printed outside our scope that name a code in it: at G54, G89, S33.0 ... */
export function compareOutside(outside: ReadonlyMap<string, ListedCode>): readonly NoteChange[] {
  return [...outside.values()].flatMap(({ code, notes }) =>
    (['excludes1', 'excludes2'] as const).flatMap((kind) => {
      const before = elsewhere.filter(
        (note) =>
          note.on === code &&
          note.kind === kind &&
          (note.from ?? 0) <= newest.fiscalYear &&
          (note.to ?? 9999) >= newest.fiscalYear,
      );
      const speaking = (notes?.[kind] ?? []).filter(speaksOfScope);
      return compareTexts(
        code,
        kind,
        before.map(({ text }) => text),
        speaking,
      );
    }),
  );
}

/** "(M54.-)", "(M50-M51)", "(M51.1.-)". */
const speaksOfScope = (text: string): boolean =>
  readReferences(text).some(
    ({ from, to }) =>
      scope.some((prefix) => prefix.startsWith(from) || (from <= prefix && prefix.slice(0, to.length) <= to)) ||
      isInCodeScope(from),
  );
