/** One entry of a code list that a user brings, whatever file it came from: the seam between readers and comparison. */
import type { CodeKind } from '../coding/codeset.ts';

export const LIST_NOTE_FIELDS = [
  'inclusionTerms',
  'includes',
  'excludes1',
  'excludes2',
  'codeFirst',
  'useAdditional',
  'codeAlso',
  'notes',
] as const;
export type ListNoteField = (typeof LIST_NOTE_FIELDS)[number];

export interface ListedCode {
  /** `M51.A4`; a block `M50-M54`, a chapter `Chapter 13`. */
  readonly code: string;
  readonly title: string;
  readonly kind: CodeKind | 'heading';
  readonly billable: boolean;
  /** Null where the file has no notes. */
  readonly notes: Readonly<Partial<Record<ListNoteField, readonly string[]>>> | null;
}

export const CODE_LIST_SOURCES = ['tabular-list', 'order-file'] as const;
export type CodeListSource = (typeof CODE_LIST_SOURCES)[number];
