/** Foreign text -> text of a page: nothing in it can become markup, reorder the line or hide. */
import { oneLine } from '../../formats/visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (words: string): string =>
  oneLine(words).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);

/** A name that fits its column; the whole of it stands in the title beside it. */
export const shorten = (words: string, most: number): string => {
  const characters = [...oneLine(words)];
  return escapeHtml(characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`);
};
