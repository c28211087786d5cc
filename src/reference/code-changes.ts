/**
 * A new year's list against the newest year held: what changes in our scope. Entries come one at a time and only those
 * in scope are kept; a category that the file has not at all is told as not compared, never as deleted.
 */

import { CODE_YEARS, type CodeEntry, codeYearOn, isInCodeScope } from '../coding/codeset.ts';
import { compiledLexicons } from '../lexicons/compiled.ts';
import { type CodeListSource, LIST_NOTE_FIELDS, type ListedCode } from './code-list.ts';
import { clean, compareNotes, compareOutside, type NoteChange } from './note-changes.ts';
import type { NamedCode } from './siblings.ts';

export interface CodeSetChanges {
  readonly schema: 'spinenote/code-set-changes@1';
  readonly list: { readonly source: CodeListSource; readonly fiscalYear: number | null; readonly entries: number };
  /** The newest year held, which the list is compared with. */
  readonly against: { readonly fiscalYear: number; readonly from: string; readonly to: string };
  readonly added: readonly (NamedCode & { readonly billable: boolean })[];
  readonly deleted: readonly (NamedCode & { readonly billable: boolean })[];
  readonly retitled: readonly { readonly code: string; readonly before: string; readonly after: string }[];
  readonly billableChanges: readonly {
    readonly code: string;
    readonly title: string;
    readonly billable: boolean;
    /** Of a code that became a heading: the new codes below it. */
    readonly nowUnder: readonly string[];
  }[];
  readonly noteChanges: readonly NoteChange[];
  /** Categories of the scope that the file has not. */
  readonly notCompared: readonly string[];
  /** The order file has no notes. */
  readonly notesCompared: 'yes' | 'no';
}

export interface CodeListComparison {
  add(entry: ListedCode): void;
  /** Null when the file has no code of our scope at all. */
  finish(fiscalYear: number | null): CodeSetChanges | null;
}

const { scope, codes } = compiledLexicons['code-set'];
const newest = CODE_YEARS[CODE_YEARS.length - 1] as (typeof CODE_YEARS)[number];

const categoryOf = (code: string): string => code.slice(0, 3);
const SCOPE_CATEGORIES = [...new Set(scope.map(categoryOf))].sort();

const isChapterOrBlock = (code: string): boolean => code.startsWith('Chapter') || code.includes('-');

export function compareCodeList(source: CodeListSource): CodeListComparison {
  const year = codeYearOn(newest.from);
  const known = new Map(
    Object.keys(codes).flatMap((code) => {
      const entry = year.entry(code);
      return entry ? [[code, entry] as const] : [];
    }),
  );
  const found = new Map<string, ListedCode>();
  const outside = new Map<string, ListedCode>();
  /** An excerpt may hold no chapters or blocks at all: then none of them is missing. */
  const kinds = new Set<ListedCode['kind']>();
  let entries = 0;
  return {
    add(entry) {
      entries++;
      kinds.add(entry.kind);
      const { code } = entry;
      if (known.has(code) || isInCodeScope(code)) found.set(code, mergeTwin(found.get(code), entry));
      else if (!code.startsWith('Chapter') && entry.notes) outside.set(code, mergeTwin(outside.get(code), entry));
    },
    finish(fiscalYear) {
      const present = new Set([...found.keys()].filter((code) => !isChapterOrBlock(code)).map(categoryOf));
      if (!SCOPE_CATEGORIES.some((category) => present.has(category))) return null;
      const compared = [...known.values()].filter((entry) => isCompared(entry, present, known, kinds));
      return {
        schema: 'spinenote/code-set-changes@1',
        list: { source, fiscalYear, entries },
        against: { fiscalYear: newest.fiscalYear, from: newest.from, to: newest.to },
        ...compareEntries(compared, found, known),
        noteChanges: source === 'order-file' ? [] : [...compareNotes(compared, found), ...compareOutside(outside)],
        notCompared: SCOPE_CATEGORIES.filter((category) => !present.has(category)),
        notesCompared: source === 'order-file' ? 'no' : 'yes',
      };
    },
  };
}

/** M96 is block and category at once: one entry with the notes of both and the title of the category. */
function mergeTwin(twin: ListedCode | undefined, entry: ListedCode): ListedCode {
  if (!twin) return entry;
  const main = twin.kind === 'block' ? entry : twin;
  const notes = LIST_NOTE_FIELDS.map((field) => [
    field,
    [...(twin.notes?.[field] ?? []), ...(entry.notes?.[field] ?? [])],
  ]);
  return { ...main, notes: Object.fromEntries(notes) };
}

/** A chapter or block is compared where the file has such, and a category below this one. */
function isCompared(
  { code, kind }: CodeEntry,
  present: ReadonlySet<string>,
  known: ReadonlyMap<string, CodeEntry>,
  kinds: ReadonlySet<ListedCode['kind']>,
): boolean {
  if (!isChapterOrBlock(code)) return present.has(categoryOf(code));
  if (!kinds.has(kind)) return false;
  return [...present].some((category) => {
    for (let at = known.get(category)?.parent; at; at = known.get(at)?.parent) if (at === code) return true;
    return false;
  });
}

function compareEntries(
  compared: readonly CodeEntry[],
  found: ReadonlyMap<string, ListedCode>,
  known: ReadonlyMap<string, CodeEntry>,
): Pick<CodeSetChanges, 'added' | 'deleted' | 'retitled' | 'billableChanges'> {
  const added = [...found.values()]
    .filter(({ code }) => !known.has(code))
    .map(({ code, title, billable }) => ({ code, title: clean(title), billable }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const pairs = compared.flatMap((before) => {
    const after = found.get(before.code);
    return after ? [{ before, after }] : [];
  });
  return {
    added,
    deleted: compared
      .filter(({ code }) => !found.has(code))
      .map(({ code, title, billable }) => ({ code, title, billable })),
    retitled: pairs
      .filter(({ before, after }) => clean(before.title) !== clean(after.title))
      .map(({ before, after }) => ({ code: before.code, before: before.title, after: clean(after.title) })),
    billableChanges: pairs
      .filter(({ before, after }) => before.billable !== after.billable)
      .map(({ before: { code }, after: { title, billable } }) => ({
        code,
        title: clean(title),
        billable,
        nowUnder: billable ? [] : added.filter((each) => each.code.startsWith(code)).map((each) => each.code),
      })),
  };
}
