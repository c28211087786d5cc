/**
 * A stream of bytes -> its lines, one at a time, never holding more than one line and one chunk: a line over the cap
 * is skipped to its end and told as such.
 */

export interface ByteLine {
  /** 1-based, blank lines counted. */
  readonly number: number;
  /** Without its line end and the file's byte-order mark; null when the line was longer than the cap. */
  readonly bytes: Uint8Array | null;
}

const LF = 0x0a;
const CR = 0x0d;

/** @param before lines that stand before the first of these, where the stream is a part of a file */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, cap: number, before = 0): AsyncIterable<ByteLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  let number = before;
  const hold = (part: Uint8Array): void => {
    length += part.length;
    if (length > cap) held = [];
    else if (part.length > 0) held.push(part);
  };
  const release = (): ByteLine => {
    const bytes = length > cap ? null : trimLine(Buffer.concat(held), number === 0);
    held = [];
    length = 0;
    number++;
    return { number, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      hold(chunk.subarray(start, end));
      yield release();
      start = end + 1;
    }
    hold(chunk.subarray(start));
  }
  if (length > 0) yield release();
}

/** A byte-order mark before the first line is the file's, not the note's: offsets count inside "text". */
function trimLine(bytes: Uint8Array, isFirst: boolean): Uint8Array {
  const start = isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return bytes.subarray(start, bytes[bytes.length - 1] === CR ? -1 : undefined);
}
