/** Foreign text -> text of a page: nothing in it can become markup, reorder the line or hide. */
import { showControls } from '../../formats/visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (words: string): string =>
  showControls(words).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
