/**
 * Offset -> line and column, the only place where those exist: both 1-based, columns in UTF-16 code units, a line
 * ended by CRLF, CR or LF.
 */

export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Locate = (offset: number) => Position;

export function locateIn(text: string): Locate {
  const starts = findLineStarts(text);
  return (offset) => {
    const within = Math.min(Math.max(offset, 0), text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= within) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: within - (starts[low] as number) + 1 };
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (const { 0: ending, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length);
  return starts;
}
