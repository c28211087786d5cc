/**
 * Sentences that respect lists, headings, line breaks and abbreviations. Each lies in one section; a heading is no part of
 * any sentence; a wrapped line goes on in the next.
 */
import type { Line } from './lines.ts';
import { markerLength } from './lines.ts';
import type { SectionSpan } from './sections.ts';
import {
  hasSpaceBefore,
  isCapitalized,
  markAt,
  NEWLINE,
  NUMBER,
  ORNAMENT,
  PUNCTUATION,
  type Tokens,
  WORD,
} from './tokens.ts';

export interface SentenceSpan {
  /** Tokens [first, last), list marker left out. */
  readonly first: number;
  readonly last: number;
  /** Index into the sections. */
  readonly section: number;
  /** Sentences of one paragraph or list item share it. */
  readonly item: number;
  /** Items not parted by a blank line share it. */
  readonly block: number;
}

const STOP = 0x2e;
const QUESTION = 0x3f;
const EXCLAMATION = 0x21;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const COLON = 0x3a;
const SLASH = 0x2f;
/** `"`, and the opening quotation mark of typography. */
const QUOTES = new Set([0x22, 0x201c]);
/** Tokens after which a sentence ends at the next comma, and after which it ends at all. */
const LONG_SENTENCE = 250;
const LONGEST_SENTENCE = 400;

export interface SentenceWords {
  /** Folded words whose full stop ends no sentence. */
  readonly abbreviations: ReadonlySet<string>;
}

/** Words that never end a sentence, so that the next line goes on with it. */
const CONNECTORS = new Set(
  'a an the and or also of to in on at with without for from by as is was are were no not any that which than into over under between both mild moderate severe small large left right due secondary status post his her their this these'.split(
    ' ',
  ),
);

export function findSentences(
  tokens: Tokens,
  lines: readonly Line[],
  sections: readonly SectionSpan[],
  words: SentenceWords,
): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  const wrap = wrapOf(tokens, lines);
  const headingEnds = headingTokens(sections, tokens.count);
  let item = 0;
  let block = 0;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    if (line.first >= line.last) {
      block++;
      at++;
      continue;
    }
    let end = at;
    while (
      end + 1 < lines.length &&
      goesOn(tokens, lines[end] as Line, lines[end + 1] as Line, wrap, headingEnds, end === at)
    )
      end++;
    const last = (lines[end] as Line).last;
    cut(tokens, line.body, last, sections, headingEnds, words, (first, stop, section) => {
      sentences.push({ first, last: stop, section, item, block });
    });
    item++;
    at = end + 1;
  }
  return sentences;
}

/** For each token, 1 where it belongs to a heading. */
function headingTokens(sections: readonly SectionSpan[], count: number): Uint8Array {
  const inHeading = new Uint8Array(count + 1);
  for (const section of sections) inHeading.fill(1, section.headFirst, section.headLast);
  return inHeading;
}

interface Wrap {
  /** The column at which the note's lines break, or 0 where they do not wrap. */
  readonly column: number;
  /** The longest line's end, in columns. */
  readonly widest: number;
}

/** A note is wrapped when its longest line is page-wide and most breaks came where the next word would not have fitted. */
function wrapOf(tokens: Tokens, lines: readonly Line[]): Wrap {
  let widest = 0;
  for (const line of lines) widest = Math.max(widest, line.width);
  if (widest < 50 || widest > 140) return { column: 0, widest };
  let breaks = 0;
  let full = 0;
  for (let at = 0; at + 1 < lines.length; at++) {
    const line = lines[at] as Line;
    const next = lines[at + 1] as Line;
    if (line.first >= line.last || next.first >= next.last) continue;
    breaks++;
    if (line.width + 1 + firstWordLength(tokens, next) > widest * 0.92) full++;
  }
  return { column: breaks >= 3 && full >= breaks * 0.5 ? widest : 0, widest };
}

function firstWordLength(tokens: Tokens, line: Line): number {
  let at = line.first;
  while (at + 1 < line.last && !hasSpaceBefore(tokens, at + 1)) at++;
  return (tokens.end[at] as number) - (tokens.start[line.first] as number);
}

/** Whether `next` continues the sentence of `line`. */
function goesOn(tokens: Tokens, line: Line, next: Line, wrap: Wrap, inHeading: Uint8Array, isFirst: boolean): boolean {
  if (next.first >= next.last || inHeading[next.first] || inHeading[line.last - 1]) return false;
  if (next.body > next.first && tokens.kind[next.first] !== ORNAMENT) return false;
  const end = markAt(tokens, line.last - 1);
  if (end === STOP || end === QUESTION || end === EXCLAMATION || end === COLON) return false;
  // "L5-\nS1", "L5/\nS1": a hyphen glued to a word breaks it over the line, whatever the next line looks like
  const isBroken = (end === HYPHEN || end === SLASH) && !hasSpaceBefore(tokens, line.last - 1);
  if (isBroken && line.last - 2 >= line.first) return true;
  if (startsWithLabel(tokens, next)) return false;
  if (end === COMMA || end === HYPHEN || end === 0x28 || end === 0x26 || end === 0x2b) return true;
  if (tokens.kind[line.last - 1] === WORD && asksForMore(wordText(tokens, line.last - 1))) return true;
  // an indented list of entries in small letters
  if (isFirst && next.indent >= 2 && next.indent === line.indent && line.width < wrap.widest * 0.6) return false;
  // her "slipped disc": a quotation goes on as its first word does
  const body = QUOTES.has(markAt(tokens, next.body)) && next.body + 1 < next.last ? next.body + 1 : next.body;
  const startsLower = tokens.kind[body] === WORD && !isCapitalized(tokens, body);
  if (startsLower && wordText(tokens, body).length > 1) return true;
  return wrap.column > 0 && line.width + 1 + firstWordLength(tokens, next) > wrap.column * 0.92;
}

/** "due to", "her grandfather's": no sentence ends here. */
function asksForMore(word: string): boolean {
  return CONNECTORS.has(word) || word.endsWith("'s") || word.endsWith('’s');
}

/** "L4-5: ..." or "General: ..." opens a line of its own. */
function startsWithLabel(tokens: Tokens, line: Line): boolean {
  for (let at = line.body; at < Math.min(line.last, line.body + 6); at++) {
    if (markAt(tokens, at) === COLON)
      return at > line.body && tokens.kind[at - 1] !== NUMBER ? isCapitalized(tokens, line.body) : at > line.body;
    if (tokens.kind[at] === ORNAMENT && at > line.body) return true;
  }
  return false;
}

function wordText(tokens: Tokens, at: number): string {
  return tokens.text.slice(tokens.start[at], tokens.end[at]).toLowerCase();
}

/** Cuts tokens [first, last) at section borders, around headings, and after sentence-ending marks. */
function cut(
  tokens: Tokens,
  first: number,
  last: number,
  sections: readonly SectionSpan[],
  inHeading: Uint8Array,
  words: SentenceWords,
  give: (first: number, last: number, section: number) => void,
): void {
  let section = sectionAt(sections, first);
  let start = -1;
  const close = (stop: number): void => {
    if (start < 0) return;
    const begin = start + leadingMarker(tokens, start, stop);
    if (begin < stop) give(begin, stop, section);
    start = -1;
  };
  for (let at = first; at < last; at++) {
    while (at >= (sections[section] as SectionSpan).last) {
      close(at);
      section++;
    }
    if (inHeading[at]) {
      close(at);
      continue;
    }
    if (start < 0) {
      if (tokens.kind[at] === NEWLINE) continue;
      start = at;
    }
    const isMark = tokens.kind[at] === PUNCTUATION;
    if ((isMark && endsSentence(tokens, at, start, last, words)) || isTooLong(tokens, start, at)) close(at + 1);
  }
  close(last);
}

/** A list of hundreds of words without a full stop is cut at a comma, so that no work grows with its length. */
function isTooLong(tokens: Tokens, start: number, at: number): boolean {
  const length = at + 1 - start;
  return length >= LONGEST_SENTENCE || (length >= LONG_SENTENCE && markAt(tokens, at) === COMMA);
}

function leadingMarker(tokens: Tokens, first: number, last: number): number {
  const length = markerLength(tokens, first, last);
  return first + length <= last ? length : 0;
}

function sectionAt(sections: readonly SectionSpan[], token: number): number {
  let low = 0;
  let high = sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sections[middle] as SectionSpan).first <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endsSentence(tokens: Tokens, at: number, start: number, last: number, words: SentenceWords): boolean {
  const mark = markAt(tokens, at);
  if (mark !== STOP && mark !== QUESTION && mark !== EXCLAMATION) return false;
  const next = at + 1;
  if (next >= last) return true;
  if (mark === QUESTION && !hasSpaceBefore(tokens, next)) return false;
  // "1." at the start of a sentence is its number
  if (at - start === 1 && (tokens.kind[start] === NUMBER || isOneLetter(tokens, start)) && !hasSpaceBefore(tokens, at))
    return false;
  if (tokens.kind[next] === NEWLINE) return true;
  if (!hasSpaceBefore(tokens, next)) {
    // "worse.No fever": a capital word glued to the stop, with a word before it
    const isGlued = tokens.kind[next] === WORD && isCapitalized(tokens, next) && lengthOf(tokens, next) > 1;
    return (
      mark === STOP &&
      isGlued &&
      (tokens.kind[at - 1] === WORD || tokens.kind[at - 1] === NUMBER) &&
      lengthOf(tokens, at - 1) > 1
    );
  }
  if (mark === STOP && tokens.kind[at - 1] === WORD && !hasSpaceBefore(tokens, at)) {
    if (isDotted(tokens, at - 1))
      return (
        !words.abbreviations.has(dottedText(tokens, at - 1)) &&
        tokens.kind[next] === WORD &&
        isCapitalized(tokens, next)
      );
    if (words.abbreviations.has(wordText(tokens, at - 1))) {
      return wordText(tokens, at - 1) === 'no' ? tokens.kind[next] !== NUMBER : false;
    }
    if (
      isOneLetter(tokens, at - 1) &&
      (tokens.kind[next] === WORD || markAt(tokens, next) !== 0) &&
      !isAfterLevelLetter(tokens, at - 1)
    ) {
      return !(isCapitalized(tokens, at - 1) && tokens.kind[next] === WORD && isCapitalized(tokens, next));
    }
  }
  if (tokens.kind[next] === WORD) return isCapitalized(tokens, next);
  return true;
}

function isAfterLevelLetter(tokens: Tokens, at: number): boolean {
  return tokens.kind[at - 1] === NUMBER;
}

/** "e.g.", "b.i.d.": letters with a stop behind each. */
function isDotted(tokens: Tokens, at: number): boolean {
  return (
    isOneLetter(tokens, at) &&
    !hasSpaceBefore(tokens, at) &&
    markAt(tokens, at - 1) === STOP &&
    isOneLetter(tokens, at - 2) &&
    !hasSpaceBefore(tokens, at - 1)
  );
}

/** "e.g" of "e.g." */
function dottedText(tokens: Tokens, at: number): string {
  return `${wordText(tokens, at - 2)}.${wordText(tokens, at)}`;
}

function isOneLetter(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === WORD && lengthOf(tokens, at) === 1;
}

function lengthOf(tokens: Tokens, at: number): number {
  return (tokens.end[at] as number) - (tokens.start[at] as number);
}
