/**
 * The sheet: one textarea to write in, and under it the same text in ink. The ink follows each edit within the same frame;
 * marks arrive when the note has been read.
 */
import { h } from './element.ts';
import { createInk } from './ink.ts';
import { carryMarks, cutLines, type Mark } from './marks.ts';

export interface NoteView {
  readonly field: HTMLTextAreaElement;
  /** Puts another text on the sheet, or other marks on the same text. */
  readonly show: (text: string, marks: readonly Mark[]) => void;
  /** Lights the marks that carry one of these items; gives the first of them. */
  readonly light: (items: ReadonlySet<string>) => HTMLElement | null;
  /** Draws at once what a long note still owes. */
  readonly finish: () => void;
  readonly reveal: (mark: HTMLElement) => void;
  readonly itemsAt: (offset: number) => readonly string[];
  readonly itemsUnder: (x: number, y: number) => readonly string[];
}

export function createNoteView(sheet: HTMLElement, onEdit: (text: string) => void): NoteView {
  const field = h('textarea', {
    class: 'field',
    attributes: {
      id: 'note',
      'aria-label': 'Spine note: paste or type it here',
      placeholder: 'Paste or type a spine note here, or drop a file.',
      spellcheck: 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      rows: '1',
    },
  });
  const inked = h('div', { class: 'ink', attributes: { 'aria-hidden': 'true' } });
  const paper = h('div', { class: 'paper' }, inked, field);
  sheet.append(paper);
  let text = '';
  let marks: readonly Mark[] = [];
  let lit: ReadonlySet<string> = new Set();
  const ink = createInk(inked, paper, () => {
    if (lit.size > 0) paintLight();
  });

  function paintLight(): HTMLElement | null {
    let first: HTMLElement | null = null;
    for (const { element, items } of ink.marks()) {
      const isLit = lit.size > 0 && items.some((item) => lit.has(item));
      if (element.classList.contains('lit') !== isLit) element.classList.toggle('lit', isLit);
      if (isLit) first ??= element;
    }
    return first;
  }

  field.addEventListener('beforeinput', ({ data }) => ink.expect(data?.length ?? 0));
  field.addEventListener('input', () => {
    marks = carryMarks(marks, text, field.value);
    text = field.value;
    ink.draw(text, cutLines(text, marks));
    onEdit(text);
  });
  // The field is as high as its text; a browser that scrolls it for one frame would part it from the ink.
  field.addEventListener('scroll', () => {
    field.scrollTop = 0;
  });

  return {
    field,
    show(nextText, nextMarks) {
      text = nextText;
      marks = nextMarks;
      if (field.value !== text) {
        ink.expect(text.length);
        field.value = text;
      }
      ink.draw(text, cutLines(text, marks));
    },
    light(items) {
      lit = items;
      const first = paintLight();
      if (first || lit.size === 0 || ink.isWhole()) return first;
      ink.finish();
      return paintLight();
    },
    finish: ink.finish,
    reveal: (mark) => revealIn(sheet, mark),
    itemsAt: (offset) =>
      marks.filter(({ start, end }) => start <= offset && offset <= end).flatMap(({ items }) => items),
    itemsUnder(x, y) {
      const under = document
        .elementsFromPoint(x, y)
        .find((element) => element instanceof HTMLElement && element.localName === 'mark');
      for (const { element, items } of under ? ink.marks() : []) if (element === under) return items;
      return [];
    },
  };
}

/** Scrolls the sheet only, and only when the mark is not in comfortable sight. */
function revealIn(sheet: HTMLElement, mark: HTMLElement): void {
  const view = sheet.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  const margin = Math.min(48, view.height / 5);
  if (box.top >= view.top + margin && box.bottom <= view.bottom - margin) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  sheet.scrollBy({ top: box.top - view.top - view.height / 3, behavior: calm ? 'instant' : 'smooth' });
}
