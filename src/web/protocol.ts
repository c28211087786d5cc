/** What the page and its worker say to each other; plain data, so that both sides may copy it. */
import type { Analysis, Checklist, CodePage, NoteKind, Setting } from '../index.ts';

export interface ReadingOptions {
  readonly dateOfService: string | null;
  readonly setting: Setting;
  /** Null: as the layout of the note shows. */
  readonly noteKind: NoteKind | null;
}

export type Linguistics = 'none' | 'wink';

export type Request =
  | { readonly kind: 'prepare'; readonly linguistics: Linguistics }
  | { readonly kind: 'read'; readonly ticket: number; readonly text: string; readonly options: ReadingOptions }
  | {
      readonly kind: 'describe';
      readonly ticket: number;
      readonly code: string;
      readonly dateOfService: string | null;
    };

export type Answer =
  | { readonly kind: 'ready'; readonly linguistics: Linguistics }
  | { readonly kind: 'read'; readonly ticket: number; readonly analysis: Analysis; readonly checklist: Checklist }
  | { readonly kind: 'described'; readonly ticket: number; readonly page: CodePage }
  /** The message never holds words of the note. */
  | { readonly kind: 'refused'; readonly ticket: number; readonly message: string };
