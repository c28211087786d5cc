/** What a panel is: a pure look at one analysis that gives rows, each naming the item that it stands for. */

import type { Analysis, Evidence, Span } from '../../model.ts';
import { button, h, type Row } from '../element.ts';
import { oneLine } from '../letter.ts';
import type { Note } from '../notebook.ts';

export interface View {
  readonly analysis: Analysis;
  readonly text: string;
  readonly note: Note;
  /** Whether what is written for coders is shown beside the queries. */
  readonly coder: boolean;
  readonly acts: Acts;
}

export interface Acts {
  readonly copy: (words: string, what: string) => void;
  readonly setCoder: (coder: boolean) => void;
}

export interface Panel {
  readonly id: string;
  readonly title: string;
  /** For the index of the panels; null leaves the panel out. */
  readonly count: (view: View) => number | null;
  readonly rows: (view: View) => readonly Row[];
  /** Beside the title. */
  readonly tools?: (view: View) => readonly HTMLElement[];
  readonly intro?: (view: View) => string | null;
}

/** Marks an element as standing for an item: hovering or focusing it lights the evidence of the item, and the reverse. */
export function standFor<Kind extends HTMLElement>(element: Kind, item: string, also: readonly string[] = []): Kind {
  element.dataset.item = item;
  if (also.length > 0) element.dataset.also = also.join(' ');
  return element;
}

/** A quote that goes to its place in the note when pressed. */
export function quoteButton(quote: Evidence, section?: string): HTMLElement {
  const words = oneLine(quote.text);
  const shown = words.length > 180 ? `${words.slice(0, 180)}…` : words;
  const goTo = button('', () => {}, { class: 'quote' });
  goTo.dataset.start = String(quote.start);
  goTo.dataset.end = String(quote.end);
  if (section) goTo.append(h('span', { class: 'where' }, section), ' ');
  goTo.append(h('q', {}, shown));
  return goTo;
}

export const codeLink = (code: string): HTMLElement =>
  h(
    'a',
    { class: 'code-link', attributes: { href: `#code/${code}`, title: `What the code set prints about ${code}` } },
    code,
  );

/** Words with each complete code in them as a link to its page. */
export function linkCodes(text: string): (Node | string)[] {
  return text
    .split(/\b([A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4})\b(?!-)/)
    .map((piece, index) => (index % 2 === 1 ? codeLink(piece) : piece));
}

interface Fold {
  /** Keeps the fold open over a new reading. */
  readonly id: string;
  readonly title: string;
  /** What stands in it, named beside the title while it is closed. */
  readonly peek: readonly string[];
}

/** Rows folded away, but not hidden: the summary says how many and which. */
export function foldRow({ id, title, peek }: Fold, rows: readonly Row[]): Row {
  return {
    key: `fold ${id}`,
    face: JSON.stringify([title, peek, rows.map(({ key, face }) => [key, face])]),
    build: () =>
      h(
        'details',
        { class: 'fold', attributes: { 'data-fold': id } },
        h(
          'summary',
          {},
          title,
          h('span', { class: 'count' }, String(rows.length)),
          h('span', { class: 'peek' }, ...peek.map((name) => h('span', {}, name))),
        ),
        ...rows.map(({ build }) => build()),
      ),
  };
}

/** Each place once, in the order of the note. */
export function distinct<Kind extends Span>(spans: readonly Kind[]): readonly Kind[] {
  const seen = new Map(spans.map((span) => [`${span.start}-${span.end}`, span]));
  return [...seen.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
