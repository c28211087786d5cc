/** Lines for a terminal: words wrapped at a width, items set off with a dash; nothing is cut. */

export const PAGE_WIDTH = 96;

/** Words in lines no longer than the page, the first after `first`, the others after `rest`. */
export function wrapText(text: string, first = '', rest = ' '.repeat(first.length)): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!isEmpty && line.length + 1 + word.length > PAGE_WIDTH) {
      lines.push(line);
      line = rest;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}

export const listItems = (items: readonly string[]): readonly string[] => items.map((item) => wrapText(item, '  - '));

/** A heading with its lines, or nothing where there are none. */
export const writeBlock = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', heading, ...lines];
