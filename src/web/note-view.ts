/**
 * The sheet: one textarea to write in, and under it the same text in ink, cut into marks. The ink is built from text
 * nodes only and follows each edit within the same frame; marks arrive when the note has been read.
 */
import { h } from './element.ts';
import { splitHidden } from './hidden-characters.ts';
import { carryMarks, cutLines, type Line, type Mark, type Segment } from './marks.ts';

interface InkLine {
  readonly element: HTMLElement;
  readonly face: string;
  readonly marks: { readonly element: HTMLElement; items: readonly string[]; start: number; end: number }[];
}

export interface NoteView {
  readonly field: HTMLTextAreaElement;
  /** Puts another text on the sheet, or other marks on the same text. */
  readonly show: (text: string, marks: readonly Mark[]) => void;
  /** Lights the marks that carry one of these items; gives the first of them. */
  readonly light: (items: ReadonlySet<string>) => HTMLElement | null;
  readonly reveal: (mark: HTMLElement) => void;
  readonly itemsAt: (offset: number) => readonly string[];
  readonly itemsUnder: (x: number, y: number) => readonly string[];
}

export function createNoteView(sheet: HTMLElement, onEdit: (text: string) => void): NoteView {
  const ink = h('div', { class: 'ink', attributes: { 'aria-hidden': 'true' } });
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
  sheet.append(h('div', { class: 'paper' }, ink, field));
  let text = '';
  let marks: readonly Mark[] = [];
  let lines: InkLine[] = [];
  let lit: ReadonlySet<string> = new Set();

  function draw(): void {
    lines = drawLines(ink, lines, cutLines(text, marks), text);
    if (lit.size > 0) paintLight();
  }

  function paintLight(): HTMLElement | null {
    let first: HTMLElement | null = null;
    for (const line of lines)
      for (const { element, items } of line.marks) {
        const isLit = lit.size > 0 && items.some((item) => lit.has(item));
        if (element.classList.contains('lit') !== isLit) element.classList.toggle('lit', isLit);
        if (isLit) first ??= element;
      }
    return first;
  }

  field.addEventListener('input', () => {
    marks = carryMarks(marks, text, field.value);
    text = field.value;
    draw();
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
      if (field.value !== text) field.value = text;
      draw();
    },
    light(items) {
      lit = items;
      return paintLight();
    },
    reveal: (mark) => revealIn(sheet, mark),
    itemsAt: (offset) =>
      marks.filter(({ start, end }) => start <= offset && offset <= end).flatMap(({ items }) => items),
    itemsUnder(x, y) {
      const under = document
        .elementsFromPoint(x, y)
        .find((element) => element instanceof HTMLElement && element.localName === 'mark');
      for (const line of under ? lines : [])
        for (const { element, items } of line.marks) if (element === under) return items;
      return [];
    },
  };
}

/** Draws only what differs: lines at the head and the tail that look the same stay in the page. */
function drawLines(ink: HTMLElement, before: InkLine[], wanted: readonly Line[], text: string): InkLine[] {
  const faces = wanted.map((line) => faceOf(line, text));
  let head = 0;
  while (head < before.length && head < faces.length && before[head]?.face === faces[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, faces.length) - head;
  while (tail < most && before[before.length - 1 - tail]?.face === faces[faces.length - 1 - tail]) tail++;
  const after: InkLine[] = before.slice(0, head);
  const fresh = document.createDocumentFragment();
  const gone = before.slice(head, before.length - tail);
  for (let index = head; index < faces.length - tail; index++) {
    const old = gone[index - head];
    const same = old && old.face === faces[index] ? old : null;
    const line = same ?? drawLine(wanted[index] as Line, faces[index] as string, text);
    after.push(line);
    fresh.append(line.element);
  }
  const kept = new Set(after);
  const anchor = before[before.length - tail]?.element ?? null;
  for (const line of gone) if (!kept.has(line)) line.element.remove();
  ink.insertBefore(fresh, tail > 0 ? anchor : null);
  after.push(...before.slice(before.length - tail));
  after.forEach((line, index) => {
    nameItems(line, wanted[index] as Line);
  });
  return after;
}

/** All that a line shows; what its marks stand for is not shown and may change without drawing. */
function faceOf(line: Line, text: string): string {
  const looks = line.segments.map((segment) => `${segment.end - line.start}${looksOf(segment)}`).join(';');
  return `${looks}|${text.slice(line.start, line.end)}`;
}

function looksOf({ lead, inCause }: Segment): string {
  return lead ? `mark k-${lead.kind} s-${lead.status}${inCause ? ' in-cause' : ''}` : '';
}

function drawLine(line: Line, face: string, text: string): InkLine {
  const element = h('div', { class: 'line' });
  const marks: InkLine['marks'] = [];
  for (const segment of line.segments) {
    const looks = looksOf(segment);
    const holder = looks ? h('mark', { class: looks }) : element;
    for (const piece of splitHidden(text.slice(segment.start, segment.end)))
      holder.append(
        'text' in piece
          ? piece.text
          : h('span', { class: 'hidden-character', attributes: { 'data-symbol': piece.symbol } }),
      );
    if (holder === element) continue;
    element.append(holder);
    marks.push({ element: holder, items: [], start: segment.start, end: segment.end });
  }
  return { element, face, marks };
}

function nameItems(drawn: InkLine, line: Line): void {
  const speaking = line.segments.filter(({ lead }) => lead);
  drawn.marks.forEach((mark, index) => {
    const segment = speaking[index] as Segment;
    mark.items = segment.items;
    mark.start = segment.start;
    mark.end = segment.end;
  });
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
