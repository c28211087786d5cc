/** Diagnosis codes written in a note: `M51.26`, `M53.2X7`, `S39.012A`, `M54.5-`, and ICD-9-CM's `722.10`. */
import type { Reading } from '../mentions/reading.ts';
import { hasSpaceBefore, markAt, NUMBER, type Tokens, WORD } from '../text/tokens.ts';

export interface WrittenCode {
  readonly code: string;
  readonly first: number;
  readonly last: number;
}

const STOP = 0x2e;
/** ICD-9-CM categories of the spine: dorsopathies, sprains and strains of the back. */
const ICD_9 = /^(72[0-4]|738|756|84[67])\.\d{1,2}$/;

/**
 * ICD-10-CM letters but those of external causes, poisonings and the perinatal period: "T98.6" is a temperature, "W75.5" a
 * weight, V71.09 a code of ICD-9-CM.
 */
const CATEGORY = /^[A-OQ-SZ]$/;

const NONE: readonly WrittenCode[] = [];

export function findWrittenCodes(tokens: Tokens, reading: Reading): readonly WrittenCode[] {
  if (!reading.hasNumber) return NONE;
  const found: WrittenCode[] = [];
  for (let at = reading.first; at < reading.last; at++) {
    // both systems begin with a number or with a letter before one
    if (tokens.kind[at] !== NUMBER && tokens.kind[at + 1] !== NUMBER) continue;
    const code = readIcd10(tokens, at, reading.last) ?? readIcd9(tokens, at, reading.last);
    if (!code) continue;
    found.push(code);
    at = code.last - 1;
  }
  return found;
}

function readIcd10(tokens: Tokens, at: number, last: number): WrittenCode | undefined {
  if (tokens.kind[at] !== WORD || length(tokens, at) !== 1 || !CATEGORY.test(text(tokens, at))) return undefined;
  if (at > 0 && !hasSpaceBefore(tokens, at) && (tokens.kind[at - 1] === WORD || tokens.kind[at - 1] === NUMBER))
    return undefined;
  if (
    at + 1 >= last ||
    tokens.kind[at + 1] !== NUMBER ||
    hasSpaceBefore(tokens, at + 1) ||
    length(tokens, at + 1) !== 2
  )
    return undefined;
  if (
    markAt(tokens, at + 2) !== STOP ||
    hasSpaceBefore(tokens, at + 2) ||
    at + 3 >= last ||
    hasSpaceBefore(tokens, at + 3)
  )
    return undefined;
  let end = at + 3;
  while (
    end < last &&
    (end === at + 3 || !hasSpaceBefore(tokens, end)) &&
    (tokens.kind[end] === NUMBER || tokens.kind[end] === WORD)
  )
    end++;
  const tail = tokens.text.slice(tokens.start[at + 3], tokens.end[end - 1]);
  if (end === at + 3 || !/^[0-9A-Z]{1,4}$/i.test(tail)) return undefined;
  if (markAt(tokens, end) === 0x2d && !hasSpaceBefore(tokens, end) && tail.length < 3) end++;
  return { code: tokens.text.slice(tokens.start[at], tokens.end[end - 1]).toUpperCase(), first: at, last: end };
}

function readIcd9(tokens: Tokens, at: number, last: number): WrittenCode | undefined {
  if (tokens.kind[at] !== NUMBER || length(tokens, at) !== 3 || markAt(tokens, at + 1) !== STOP || at + 2 >= last)
    return undefined;
  if (hasSpaceBefore(tokens, at + 1) || hasSpaceBefore(tokens, at + 2) || tokens.kind[at + 2] !== NUMBER)
    return undefined;
  const code = tokens.text.slice(tokens.start[at], tokens.end[at + 2]);
  return ICD_9.test(code) ? { code, first: at, last: at + 3 } : undefined;
}

const length = (tokens: Tokens, at: number): number => (tokens.end[at] as number) - (tokens.start[at] as number);
const text = (tokens: Tokens, at: number): string => tokens.text.slice(tokens.start[at], tokens.end[at]);
