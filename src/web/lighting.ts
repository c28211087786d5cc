/**
 * Which item is lit: hovering or focusing a result lights its words in the note and brings them in sight, and a word of
 * the note, under the pointer or the cursor, lights its results. A hover passes; what was pressed or focused stays.
 */
import type { NoteView } from './note-view.ts';

export interface Lighting {
  /** After the results or marks have been drawn anew. */
  readonly refresh: () => void;
  readonly clear: () => void;
}

export function wireLighting(
  view: NoteView,
  results: HTMLElement,
  explain: (items: readonly string[]) => void,
): Lighting {
  let held: readonly string[] = [];
  let passing: readonly string[] | null = null;

  function paint(): HTMLElement | null {
    const lit = new Set(passing ?? held);
    for (const element of results.querySelectorAll<HTMLElement>('[data-item]'))
      element.classList.toggle('lit', lit.has(element.dataset.item as string) || isRelated(element, lit));
    return view.light(lit);
  }

  function light(items: readonly string[], isPassing: boolean): HTMLElement | null {
    passing = isPassing ? items : null;
    if (!isPassing) held = items;
    return paint();
  }

  function fromResults(target: EventTarget | null, isPassing: boolean): void {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null;
    if (!element) {
      if (isPassing && passing) {
        passing = null;
        paint();
      }
      return;
    }
    const first = light([element.dataset.item as string], isPassing);
    if (first) view.reveal(first);
  }

  // Moves, not `pointerover`: under a pointer at rest results may scroll, and what it then lies over is not meant.
  let under: Element | null = null;
  results.addEventListener('pointermove', ({ target, pointerType }) => {
    const over = target instanceof Element ? target.closest('[data-item]') : null;
    if (pointerType === 'touch' || over === under) return;
    under = over;
    fromResults(target, true);
  });
  results.addEventListener('pointerleave', () => {
    under = null;
    passing = null;
    paint();
  });
  results.addEventListener('focusin', ({ target }) => {
    under = null;
    fromResults(target, false);
  });
  results.addEventListener('click', (event) => {
    fromResults(event.target, false);
    const quote = event.target instanceof Element ? event.target.closest<HTMLElement>('.quote') : null;
    if (quote) selectWords(view, Number(quote.dataset.start), Number(quote.dataset.end));
  });
  wireNote(
    view,
    (items, isPassing) => {
      light(items, isPassing);
      explain(items);
      if (items.length > 0 && !isPassing) revealResult(results);
    },
    () => {
      if (!passing) return;
      passing = null;
      paint();
      explain(held);
    },
  );
  return {
    refresh: paint,
    clear() {
      held = [];
      passing = null;
      paint();
      explain([]);
    },
  };
}

const isRelated = (element: HTMLElement, lit: ReadonlySet<string>): boolean =>
  lit.size > 0 && (element.dataset.also?.split(' ') ?? []).some((item) => lit.has(item));

function wireNote(view: NoteView, at: (items: readonly string[], isPassing: boolean) => void, leave: () => void): void {
  let frame = 0;
  let under: readonly string[] = [];
  view.field.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || frame) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      const items = view.itemsUnder(event.clientX, event.clientY);
      if (items === under) return;
      under = items;
      if (items.length > 0) at(items, true);
      else leave();
    });
  });
  view.field.addEventListener('pointerleave', () => {
    under = [];
    leave();
  });
  let last = -1;
  document.addEventListener('selectionchange', () => {
    if (document.activeElement !== view.field || view.field.selectionStart === last) return;
    last = view.field.selectionStart;
    at(view.itemsAt(last), false);
  });
}

/** The first lit result comes in sight, unless one of them already is. */
function revealResult(results: HTMLElement): void {
  const pane = getComputedStyle(results).overflowY === 'auto' ? results : null;
  if (!pane) return;
  const view = pane.getBoundingClientRect();
  const lit = [...pane.querySelectorAll<HTMLElement>('[data-item].lit')].filter(({ offsetParent }) => offsetParent);
  const inSight = lit.some((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > view.top + 60 && top < view.bottom - 24;
  });
  const [first] = lit;
  if (first && !inSight) pane.scrollBy({ top: first.getBoundingClientRect().top - view.top - 72 });
}

function selectWords({ field }: NoteView, start: number, end: number): void {
  // A touch screen would bring up its keyboard over the words that are to be read.
  if (!matchMedia('(hover: hover)').matches) return;
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
}
