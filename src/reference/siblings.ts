/** The codes beside and below a code, each with the words of its title that the other has not. */
import type { CodeEntry, CodeYear } from '../coding/codeset.ts';

export interface NamedCode {
  readonly code: string;
  readonly title: string;
}

export interface Sibling extends NamedCode {
  /** Complete, or a heading with codes of its own below it. */
  readonly standing: 'billable' | 'heading';
  /** The part of the two titles in which they differ: on the page's code, and on this one. */
  readonly differs: { readonly here: string; readonly there: string };
  /** When this code is right, where the guide says so. */
  readonly use: string | null;
}

/** The next level below a heading, in the order of the list. */
export function childrenOf(heading: string, year: CodeYear): readonly CodeEntry[] {
  const children = new Map<string, CodeEntry>();
  for (const complete of year.completeCodes(heading)) {
    const path = [complete, ...year.ancestors(complete.code)];
    const index = path.findIndex(({ code }) => code === heading);
    const child = path[index - 1];
    if (index > 0 && child) children.set(child.code, child);
  }
  return [...children.values()];
}

export function findSiblings(
  entry: CodeEntry,
  year: CodeYear,
  useOf: (code: string) => string | null,
): readonly Sibling[] {
  if (entry.parent === null) return [];
  return childrenOf(entry.parent, year)
    .filter(({ code }) => code !== entry.code)
    .map(({ code, title, billable }) => ({
      code,
      title,
      standing: billable ? 'billable' : 'heading',
      differs: compareTitles(entry.title, title),
      use: useOf(code),
    }));
}

/** "..., small, lumbosacral region" and "..., large, lumbosacral region" differ in "small" and "large". */
export function compareTitles(here: string, there: string): { readonly here: string; readonly there: string } {
  const [a, b] = [here.split(' '), there.split(' ')];
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start++;
  let end = 0;
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const middle = (words: readonly string[]): string =>
    words
      .slice(start, words.length - end)
      .join(' ')
      .replace(/[,;]$/, '');
  return { here: middle(a), there: middle(b) };
}
