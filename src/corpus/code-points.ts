/**
 * Offsets in code points (Python, brat, doccano, Prodigy) <-> offsets in UTF-16 code units (ours): the same place in
 * the text, always between two characters, and null where the text has no such place.
 */

export interface OffsetMap {
  /** Code points before -> UTF-16 code units before. */
  readonly toUnits: (points: number) => number | null;
  /** UTF-16 code units before -> code points before; null inside a surrogate pair. */
  readonly toPoints: (units: number) => number | null;
}

export function mapOffsets(text: string): OffsetMap {
  // Most notes hold no character beyond the basic plane, and there the two counts are the same.
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) {
    const within = (offset: number): number | null =>
      Number.isInteger(offset) && offset >= 0 && offset <= text.length ? offset : null;
    return { toUnits: within, toPoints: within };
  }
  const units: number[] = [];
  const points = new Map<number, number>();
  let at = 0;
  for (const character of text) {
    points.set(at, units.length);
    units.push(at);
    at += character.length;
  }
  points.set(at, units.length);
  units.push(at);
  return { toUnits: (offset) => units[offset] ?? null, toPoints: (offset) => points.get(offset) ?? null };
}
