/** Tick boxes: `[x] facet syndrome`, `[ ] disc herniation`, `Radiculopathy? [ ] yes [x] no`. Only a ticked box says something. */
import type { Reading } from '../mentions/reading.ts';
import { fold } from '../text/characters.ts';
import { markAt, type Tokens } from '../text/tokens.ts';
import type { TokenAssertion } from './assertion.ts';

export interface Box {
  readonly first: number;
  readonly last: number;
  readonly state: 'ticked' | 'empty';
  /** Tokens of its label: up to the next box. */
  readonly labelLast: number;
}

const TICKS = new Set(['x', 'v', '✓', '✔', '☒', '☑']);

export function findBoxes(tokens: Tokens, reading: Reading): Box[] {
  const boxes: { first: number; last: number; state: Box['state'] }[] = [];
  for (let at = reading.first; at < reading.last; at++) {
    const mark = markAt(tokens, at);
    const closer = mark === 0x5b ? 0x5d : 0;
    if (closer !== 0) {
      if (markAt(tokens, at + 1) === closer) boxes.push({ first: at, last: at + 2, state: 'empty' });
      else if (markAt(tokens, at + 2) === closer && TICKS.has(textOf(tokens, at + 1))) boxes.push({ first: at, last: at + 3, state: 'ticked' });
    } else {
      const text = textOf(tokens, at);
      if (text === '☐') boxes.push({ first: at, last: at + 1, state: 'empty' });
      else if (text === '☒' || text === '☑') boxes.push({ first: at, last: at + 1, state: 'ticked' });
    }
  }
  return boxes.map((box, at) => ({ ...box, labelLast: boxes[at + 1]?.first ?? reading.last }));
}

/** What the boxes of a sentence say of a target; undefined where they say nothing of it. */
export function statusByBox(tokens: Tokens, reading: Reading, boxes: readonly Box[], target: { first: number; last: number }): TokenAssertion | undefined {
  if (boxes.length === 0) return undefined;
  const own = boxes.find((box) => box.last <= target.first && target.first < box.labelLast);
  if (own) return own.state === 'empty' ? { status: 'unstated', cues: [{ first: own.first, last: own.last }] } : undefined;
  const ticked = boxes.find((box) => box.state === 'ticked');
  if (target.last > (boxes[0]?.first ?? reading.last)) return undefined;
  if (!ticked) return { status: 'unstated', cues: [] };
  const label = textOf(tokens, ticked.last);
  if (label === 'no' || label === 'n' || label === 'none') return { status: 'absent', cues: [{ first: ticked.first, last: ticked.last + 1 }] };
  return undefined;
}

function textOf(tokens: Tokens, at: number): string {
  return at < tokens.count ? fold(tokens.text.slice(tokens.start[at], tokens.end[at])) : '';
}
