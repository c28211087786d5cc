/**
 * The ink: the words of the note under the field, cut into marks and built from text nodes only. A short change is drawn
 * at once; a long one in turns, so that no turn keeps a letter waiting, and meanwhile the field shows its own words. Lines
 * are bound in leaves, and a leaf of known height that is out of sight costs the browser nothing.
 */
import { h } from './element.ts';
import { splitHidden } from './hidden-characters.ts';
import type { Line, Segment } from './marks.ts';

export interface InkMark {
  readonly element: HTMLElement;
  items: readonly string[];
  start: number;
  end: number;
}

interface InkLine {
  readonly element: HTMLElement;
  readonly face: string;
  readonly marks: readonly InkMark[];
}

interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  /** All that each line shows. */
  readonly faces: readonly string[];
}

export interface Ink {
  /** Before words of this length come into the field: a browser lays them out once if it knows already how they look. */
  readonly expect: (length: number) => void;
  readonly draw: (text: string, lines: readonly Line[]) => void;
  /** Draws at once what is still to come. */
  readonly finish: () => void;
  readonly isWhole: () => boolean;
  /** Those that are drawn, in the order of the note. */
  readonly marks: () => Iterable<InkMark>;
}

/** Lines that are drawn in one turn, and lines of a leaf. */
const TURN = 400;
const LEAF = 100;
/** Characters that will hardly be drawn in one turn. */
const LONG = 20_000;

/**
 * @param paper holds the ink; of the class `plain` while the field shows its own words
 * @param onDrawn called after each turn
 */
export function createInk(element: HTMLElement, paper: HTMLElement, onDrawn: () => void): Ink {
  let page: Page = { text: '', lines: [], faces: [] };
  let lines: InkLine[] = [];
  let drawnText: string | null = '';
  let turns: Generator<undefined> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const binding = bindLeaves(element);

  function draw(text: string, wanted: readonly Line[]): void {
    clearTimeout(timer);
    turns = null;
    page = { text, lines: wanted, faces: wanted.map((line) => faceOf(line, text)) };
    const { head, tail } = findChange(lines, page.faces);
    if (page.faces.length - tail - head <= TURN) {
      drawBetween(head, tail);
      drawnText = text;
      paper.classList.remove('plain');
      nameAll();
    } else if (drawnText === text && lines.length === wanted.length) {
      turns = remark();
      takeTurn();
      nameAll();
    } else {
      turns = rebuild(head);
      takeTurn();
    }
    onDrawn();
  }

  /** Lines at the head and the tail that look the same stay in the page. */
  function drawBetween(head: number, tail: number): void {
    const gone = lines.slice(head, lines.length - tail);
    const anchor = lines[lines.length - tail]?.element ?? null;
    const fresh = page.faces.slice(head, page.faces.length - tail).map((_, index) => drawAt(head + index));
    const leaf = anchor?.parentElement ?? lines.at(-1)?.element.parentElement ?? binding.addLeaf();
    for (const line of fresh) leaf.insertBefore(line.element, anchor);
    binding.touch(leaf);
    for (const line of gone) binding.dropLine(line.element);
    lines = [...lines.slice(0, head), ...fresh, ...(tail > 0 ? lines.slice(lines.length - tail) : [])];
  }

  /** The same words under other marks: what is in sight first. No mark changes the height of a line. */
  function* remark(): Generator<undefined> {
    const changed = page.faces.flatMap((face, index) => (lines[index]?.face === face ? [] : [index]));
    const inSight = binding.leavesInSight();
    const isNear = (index: number): boolean => inSight.has((lines[index] as InkLine).element.parentElement as Element);
    const order = [...changed.filter(isNear), ...changed.filter((index) => !isNear(index))];
    for (let done = 0; done < order.length; done += TURN) {
      for (const index of order.slice(done, done + TURN)) {
        const line = drawAt(index);
        (lines[index] as InkLine).element.replaceWith(line.element);
        lines[index] = line;
      }
      yield;
    }
  }

  /** Other words from the line `head` on. */
  function* rebuild(head: number): Generator<undefined> {
    drawnText = null;
    paper.classList.add('plain');
    for (const line of lines.splice(head)) binding.dropLine(line.element);
    yield;
    while (lines.length < page.faces.length) {
      const leaves: HTMLElement[] = [];
      for (let turn = 0; turn < TURN && lines.length < page.faces.length; turn += LEAF) {
        const leaf = binding.addLeaf();
        const end = Math.min(lines.length + LEAF, page.faces.length);
        while (lines.length < end) {
          const line = drawAt(lines.length);
          leaf.append(line.element);
          lines.push(line);
        }
        leaves.push(leaf);
      }
      binding.settle(leaves);
      yield;
    }
    drawnText = page.text;
    paper.classList.remove('plain');
  }

  function takeTurn(): void {
    if (turns?.next().done) turns = null;
    else timer = setTimeout(takeLaterTurn);
  }

  function takeLaterTurn(): void {
    takeTurn();
    onDrawn();
  }

  function drawAt(index: number): InkLine {
    const line = page.lines[index] as Line;
    const drawn = drawLine(line, page.faces[index] as string, page.text);
    nameItems(drawn, line);
    return drawn;
  }

  function nameAll(): void {
    lines.forEach((line, index) => {
      if (line.face === page.faces[index]) nameItems(line, page.lines[index] as Line);
    });
  }

  return {
    expect(length) {
      if (length > LONG) paper.classList.add('plain');
    },
    draw,
    finish() {
      if (!turns) return;
      clearTimeout(timer);
      while (!turns.next().done);
      turns = null;
      onDrawn();
    },
    isWhole: () => turns === null,
    *marks() {
      for (const line of lines) yield* line.marks;
    },
  };
}

function findChange(before: readonly InkLine[], after: readonly string[]): { head: number; tail: number } {
  let head = 0;
  while (head < before.length && head < after.length && before[head]?.face === after[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && before[before.length - 1 - tail]?.face === after[after.length - 1 - tail]) tail++;
  return { head, tail };
}

/** The leaves, and which of them may be left out: those whose height at the present width is known. */
function bindLeaves(ink: HTMLElement) {
  const unsettled = new Set<HTMLElement>();
  let isAwaited = false;
  let width = 0;

  function settle(leaves: Iterable<HTMLElement>): void {
    const sized = [...leaves].filter(({ isConnected }) => isConnected);
    const heights = sized.map((leaf) => leaf.getBoundingClientRect().height);
    sized.forEach((leaf, index) => {
      leaf.style.containIntrinsicBlockSize = `${heights[index]}px`;
      leaf.classList.add('still');
      unsettled.delete(leaf);
    });
  }

  /** After the frame that draws it: measuring then costs no layout of its own. */
  function touch(leaf: HTMLElement): void {
    leaf.classList.remove('still');
    unsettled.add(leaf);
    if (isAwaited) return;
    isAwaited = true;
    requestAnimationFrame(() => {
      setTimeout(() => {
        isAwaited = false;
        settle(unsettled);
        unsettled.clear();
      });
    });
  }

  new ResizeObserver(() => {
    const next = ink.clientWidth;
    if (next === width) return;
    width = next;
    for (const leaf of ink.children) touch(leaf as HTMLElement);
  }).observe(ink);

  return {
    settle,
    touch,
    addLeaf: (): HTMLElement => ink.appendChild(h('div', { class: 'leaf' })),
    dropLine(line: HTMLElement): void {
      const leaf = line.parentElement as HTMLElement;
      line.remove();
      if (leaf.firstChild) touch(leaf);
      else leaf.remove();
    },
    leavesInSight(): ReadonlySet<Element> {
      return new Set(
        [...ink.children].filter((leaf) => {
          const { top, bottom } = leaf.getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        }),
      );
    },
  };
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
  const marks: InkMark[] = [];
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
  let index = 0;
  for (const { lead, items, start, end } of line.segments) {
    if (!lead) continue;
    Object.assign(drawn.marks[index] as InkMark, { items, start, end });
    index += 1;
  }
}
