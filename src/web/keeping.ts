/** What may outlive the window: nothing, until the user asks; then the notes and the theme, and all of it goes when asked. */
import type { Notebook } from './notebook.ts';
import type { ReadingOptions } from './protocol.ts';

const KEY = 'spinenote';
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

interface Kept {
  readonly theme: Theme;
  readonly notes: readonly { readonly name: string; readonly text: string; readonly options: ReadingOptions }[];
}

/** A browser may refuse storage altogether; the page works without. */
function storage(): Storage | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

export function readKept(): Kept | null {
  const kept = storage()?.getItem(KEY);
  if (!kept) return null;
  try {
    const { theme, notes } = JSON.parse(kept) as Kept;
    return { theme: THEMES.includes(theme) ? theme : 'auto', notes: Array.isArray(notes) ? notes : [] };
  } catch {
    return null;
  }
}

/** False where the browser has no room or no storage. */
export function keep(notebook: Notebook, theme: Theme): boolean {
  const notes = notebook.notes.filter(({ text }) => text).map(({ name, text, options }) => ({ name, text, options }));
  try {
    const box = storage();
    box?.setItem(KEY, JSON.stringify({ theme, notes } satisfies Kept));
    return box !== null;
  } catch {
    return false;
  }
}

export function forget(): void {
  storage()?.removeItem(KEY);
}
