/** Tokens -> lines, with what a line's look tells: blank, list item, indent. Newline tokens belong to no line. */
import { hasSpaceBefore, isCapitalized, markAt, NEWLINE, NUMBER, ORNAMENT, type Tokens, WORD } from './tokens.ts';

export interface Line {
  /** Tokens [first, last); equal when blank. */
  readonly first: number;
  readonly last: number;
  /** First token after a list marker (`1.`, `-`, `#2`, `(a)`), else `first`. */
  readonly body: number;
  /** Columns from the start of the line to its first token, and to the end of its last. */
  readonly indent: number;
  readonly width: number;
}

const HYPHEN = 0x2d;
const STAR = 0x2a;
const STOP = 0x2e;
const CLOSE = 0x29;
const OPEN = 0x28;
const HASH = 0x23;

export function findLines(tokens: Tokens): Line[] {
  const lines: Line[] = [];
  let first = 0;
  let lineStart = 0;
  for (let at = 0; at <= tokens.count; at++) {
    if (at < tokens.count && tokens.kind[at] !== NEWLINE) continue;
    lines.push(lineOf(tokens, first, at, lineStart));
    first = at + 1;
    lineStart = at < tokens.count ? (tokens.end[at] as number) : lineStart;
  }
  return lines;
}

function lineOf(tokens: Tokens, first: number, last: number, lineStart: number): Line {
  if (first >= last) return { first, last: first, body: first, indent: 0, width: 0 };
  return {
    first,
    last,
    body: first + markerLength(tokens, first, last),
    indent: (tokens.start[first] as number) - lineStart,
    width: (tokens.end[last - 1] as number) - lineStart,
  };
}

/** How many tokens a list marker at `first` takes: `-`, `•`, `1.`, `2)`, `(a)`, `#1`, `A.`, `.Central disc`. */
export function markerLength(tokens: Tokens, first: number, last: number): number {
  if (tokens.kind[first] === ORNAMENT) return 1;
  const mark = markAt(tokens, first);
  const next = first + 1;
  if (next >= last) return mark === HYPHEN || mark === STAR ? 1 : 0;
  if (mark === HYPHEN || mark === STAR) return 1;
  // ".Central disc protrusion": a full stop typed as a bullet
  if (mark === STOP) return 1;
  if (mark === HASH && tokens.kind[next] === NUMBER) return afterStop(tokens, next + 1) - first;
  if (mark === OPEN && markAt(tokens, first + 2) === CLOSE && lengthOf(tokens, next) <= 2) return 3;
  const isShort = lengthOf(tokens, first) <= 2;
  const isCounter = tokens.kind[first] === NUMBER || (tokens.kind[first] === WORD && lengthOf(tokens, first) === 1);
  if (!isShort || !isCounter) return 0;
  const closer = markAt(tokens, next);
  const closes = closer === CLOSE || (closer === STOP && !hasSpaceBefore(tokens, next));
  if (
    closes &&
    (next + 1 >= last || closer === CLOSE || hasSpaceBefore(tokens, next + 1) || isLetterAt(tokens, next + 1))
  )
    return 2;
  // "1 Acute mechanical back pain": a bare number before a capital
  const isBare = tokens.kind[first] === NUMBER && tokens.kind[next] === WORD && hasSpaceBefore(tokens, next);
  return isBare && lengthOf(tokens, first) === 1 && isCapitalized(tokens, next) ? 1 : 0;
}

function afterStop(tokens: Tokens, at: number): number {
  const mark = markAt(tokens, at);
  return mark === STOP || mark === CLOSE ? at + 1 : at;
}

function isLetterAt(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === WORD;
}

function lengthOf(tokens: Tokens, at: number): number {
  return (tokens.end[at] as number) - (tokens.start[at] as number);
}
