/**
 * Tick boxes: `[x] facet syndrome`, `___ herniated disc`, `Radiculopathy? [ ] yes [x] no`, `YES ( ) NO (X)`. Only a ticked
 * box says something.
 */
import type { Reading } from '../mentions/reading.ts';
import { hasSpaceBefore, markAt, NEWLINE, ORNAMENT, type Tokens, textAt, wordAt } from '../text/tokens.ts';
import { isColumnGap, lastBegun } from './layout.ts';
import type { TokenAssertion } from './target.ts';

export interface Box {
  readonly first: number;
  readonly last: number;
  readonly state: 'ticked' | 'empty';
  /** Tokens of its label: up to the next box. */
  readonly labelLast: number;
  /** What its label says where that is a yes or a no. */
  readonly answer: 'yes' | 'no' | null;
  /** The box with that label. */
  readonly cue: { readonly first: number; readonly last: number };
}

type Mark = Pick<Box, 'first' | 'last' | 'state'>;

const TICKS = new Set(['x', 'v', '✓', '✔', '☒', '☑', '*']);
const YES = new Set('yes y pos positive present'.split(' '));
const NO = new Set('no n neg negative none absent denies'.split(' '));
const CLOSERS = new Map([
  [0x5b, 0x5d],
  [0x28, 0x29],
]);
const QUESTION = 0x3f;
const UNDERSCORE = 0x5f;
/** A longer line of underscores is a ruler or a blank to write on. */
const LONGEST_BLANK = 5;
/** Tokens between a question and the first of its boxes. */
const FARTHEST_BOX = 16;
/** Choices of one question. */
const MOST_CHOICES = 12;

export function findBoxes(tokens: Tokens, reading: Reading): Box[] {
  const marks: Mark[] = [];
  const last = answersEnd(tokens, reading);
  let opening: number | undefined;
  for (let at = boxBefore(tokens, reading) ?? reading.first; at < last; at++) {
    const mark = markOf(tokens, at, last) ?? (opening === undefined ? null : bareTickAt(tokens, at, last));
    if (!mark) continue;
    opening ??= at;
    marks.push(mark);
    at = mark.last - 1;
  }
  const first = opening === undefined || opening === reading.first ? null : bareTickAt(tokens, reading.first, last);
  if (first) marks.unshift(first);
  const labelsBefore = marks.length > 0 && marks.every((mark) => answerOf(wordAt(tokens, mark.first - 1)) !== null);
  return marks.map((mark, at) => {
    const label = labelsBefore ? wordAt(tokens, mark.first - 1) : wordAt(tokens, mark.last);
    const cue = labelsBefore ? { first: mark.first - 1, last: mark.last } : { first: mark.first, last: mark.last + 1 };
    return { ...mark, labelLast: marks[at + 1]?.first ?? last, answer: answerOf(label), cue };
  });
}

/** A blank that opens a line is no token of its sentence: "DIAGNOSIS   ___ herniated disc". */
function boxBefore(tokens: Tokens, reading: Reading): number | undefined {
  for (let at = reading.first - 1; at >= Math.max(0, reading.first - 3) && tokens.kind[at] !== NEWLINE; at--) {
    const mark = markOf(tokens, at, reading.last);
    if (mark?.last === reading.first) return at;
  }
  return undefined;
}

/** A question mark ends the sentence, but not its entry: "Radiculopathy? [ ] yes [x] no", "Radiculopathy? No". */
export function answersEnd(tokens: Tokens, reading: Reading): number {
  if (markAt(tokens, reading.last - 1) !== QUESTION) return reading.last;
  let at = reading.last;
  const stop = Math.min(tokens.count, at + FARTHEST_BOX);
  while (at < stop && tokens.kind[at] !== NEWLINE) {
    const word = wordAt(tokens, at);
    if (word !== '' && !TICKS.has(word) && answerOf(word) === null) break;
    at++;
  }
  return at;
}

export function answerOf(word: string): Box['answer'] {
  if (YES.has(word)) return 'yes';
  return NO.has(word) ? 'no' : null;
}

function markOf(tokens: Tokens, at: number, last: number): Mark | null {
  if (!opensMark(tokens.folded.charCodeAt(tokens.start[at] as number))) return null;
  return bracketAt(tokens, at) ?? signAt(tokens, at) ?? blankAt(tokens, at, last);
}

/** `[`, `(`, `_`, or one of `☐☑☒`. */
const opensMark = (code: number): boolean =>
  code === 0x5b || code === 0x28 || code === UNDERSCORE || (code >= 0x2610 && code <= 0x2612);

/** `[x]`, `( )` */
function bracketAt(tokens: Tokens, at: number): Mark | null {
  const closer = CLOSERS.get(markAt(tokens, at));
  if (closer === undefined) return null;
  if (markAt(tokens, at + 1) === closer) return { first: at, last: at + 2, state: 'empty' };
  if (markAt(tokens, at + 2) === closer && TICKS.has(textAt(tokens, at + 1)))
    return { first: at, last: at + 3, state: 'ticked' };
  return null;
}

function signAt(tokens: Tokens, at: number): Mark | null {
  const text = textAt(tokens, at);
  if (text === '☐') return { first: at, last: at + 1, state: 'empty' };
  return text === '☒' || text === '☑' ? { first: at, last: at + 1, state: 'ticked' } : null;
}

/** `_X_ facet joint syndrome`, `___ herniated disc`: the blank stands before its label. */
function blankAt(tokens: Tokens, at: number, last: number): Mark | null {
  if (markAt(tokens, at) === UNDERSCORE && markAt(tokens, at + 2) === UNDERSCORE && TICKS.has(textAt(tokens, at + 1)))
    return { first: at, last: at + 3, state: 'ticked' };
  const isPair = markAt(tokens, at) === UNDERSCORE && markAt(tokens, at + 1) === UNDERSCORE;
  const isLine = tokens.kind[at] === ORNAMENT && tokens.text.charCodeAt(tokens.start[at] as number) === UNDERSCORE;
  if (!isPair && (!isLine || (tokens.end[at] as number) - (tokens.start[at] as number) > LONGEST_BLANK)) return null;
  const end = isPair ? at + 2 : at + 1;
  return end < last && hasSpaceBefore(tokens, end) && wordAt(tokens, end) !== ''
    ? { first: at, last: end, state: 'empty' }
    : null;
}

/** `X  facet syndrome   ___ herniated disc`: beside blanks a tick needs no line to stand on. */
function bareTickAt(tokens: Tokens, at: number, last: number): Mark | null {
  const opensColumn = isColumnGap(tokens, at) || at === 0 || tokens.kind[at - 1] === NEWLINE;
  const isTick = textAt(tokens, at) === 'x' && opensColumn && at + 1 < last;
  return isTick && wordAt(tokens, at + 1) !== '' ? { first: at, last: at + 1, state: 'ticked' } : null;
}

/** What the boxes of a sentence say of a target; undefined where they say nothing of it. */
export function statusByBox(
  reading: Reading,
  boxes: readonly Box[],
  target: { first: number; last: number },
): TokenAssertion | undefined {
  if (boxes.length === 0) return undefined;
  const answered = statusByAnswers(boxes, target);
  if (answered) return answered;
  const own = boxes[lastBegun(boxes, target.first)];
  if (own && own.answer === null && target.first < own.labelLast)
    return own.state === 'empty' ? { status: 'unstated', cues: [{ first: own.first, last: own.last }] } : undefined;
  // "Disc herniation: [ ] L4-5 [ ] L5-S1": nothing ticked of what was asked
  const isAsked = target.last <= (boxes[0]?.first ?? reading.last);
  return isAsked && boxes.slice(0, MOST_CHOICES).every((box) => box.state === 'empty')
    ? { status: 'unstated', cues: [] }
    : undefined;
}

/** The yes and no boxes right after a target: "Numbness [x] yes [ ] no   Radiculopathy [ ] yes [x] no". */
function statusByAnswers(boxes: readonly Box[], target: { first: number; last: number }): TokenAssertion | undefined {
  const from = lastBegun(boxes, target.last) + 1;
  const seen = new Set<Box['answer']>();
  const first = boxes[from];
  if (!first?.answer || first.first - target.last > FARTHEST_BOX) return undefined;
  for (let at = from; at < boxes.length; at++) {
    const box = boxes[at] as Box;
    // a gap of more than a label, or a second "yes", is the next question
    if (!box.answer || seen.has(box.answer) || (at > from && box.first - (boxes[at - 1] as Box).last > 3)) break;
    seen.add(box.answer);
    if (box.state !== 'ticked') continue;
    return { status: box.answer === 'no' ? 'absent' : 'present', cues: [box.cue] };
  }
  return { status: 'unstated', cues: [] };
}
