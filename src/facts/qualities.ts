/** The size of an annular defect and the duration of a pain: only words that belong to that very finding count. */

import type { SentenceReading } from '../mentions/note-reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Detail, Size } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, type Tokens, textAt, WORD } from '../text/tokens.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;

/** "a small protrusion with annular fissure": `small` is the protrusion's, so the fissure's size is unspecified. */
export function sizeOf(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): Size {
  for (const word of sentence.hits.get('size')) if (ownerOf(tokens, sentence, word) === candidate) return word.value;
  return 'unspecified';
}

export function durationOf(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): Detail[] {
  const durations = sentence.hits
    .get('duration')
    .filter(
      (word) =>
        ownerOf(tokens, sentence, word) === candidate && (word.first < candidate.last || !opensNoun(tokens, word)),
    );
  return durations[0] ? [durations[0].value] : [];
}

/** The finding that a describing word belongs to: the next noun it opens, else the one it closes. */
function ownerOf(tokens: Tokens, sentence: SentenceReading, word: Hit<unknown>): Candidate | undefined {
  const inside = sentence.candidates.find((each) => each.first <= word.first && word.last <= each.last);
  if (inside) return inside;
  const next = sentence.candidates.find((each) => each.first >= word.last && each.first - word.last <= 6);
  if (next && !breaksBetween(tokens, word.last, next.first)) return next;
  const before = sentence.candidates.filter((each) => each.last <= word.first).at(-1);
  if (!before || hasMark(tokens, before.last, word.first, SEMICOLON)) return undefined;
  return word.first - before.last <= 12 ? before : undefined;
}

const AFTER = new Set(
  'in and or for since with to but after following onset nature now today which that as at on from though although over while when'.split(
    ' ',
  ),
);

/** "back pain and chronic obstructive pulmonary disease": the word describes another noun of its own. */
function opensNoun(tokens: Tokens, word: Hit<unknown>): boolean {
  const next = textAt(tokens, word.last);
  return next !== '' && tokens.kind[word.last] === WORD && !AFTER.has(next);
}

/** A comma, "with", "and" or "through" between a describing word and a noun parts them. */
function breaksBetween(tokens: Tokens, first: number, last: number): boolean {
  // "chronic, persistent low back pain": adjectives in a row
  const isRow = markAt(tokens, first) === COMMA && last - first <= 3;
  for (let at = first; at < last; at++) {
    const text = tokens.text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
    if (
      (markAt(tokens, at) === COMMA && !(isRow && at === first)) ||
      markAt(tokens, at) === SEMICOLON ||
      ['with', 'through', 'without', 'no', 'but', 'at'].includes(text)
    )
      return true;
  }
  return false;
}

function hasMark(tokens: Tokens, first: number, last: number, mark: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === mark) return true;
  return false;
}
