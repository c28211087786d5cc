/** The heading that a line begins with, if it begins with one: by the lexicon, by its capitals, by its colon or the gap behind it. */

import type { SectionKind } from '../model.ts';
import type { Line } from './lines.ts';
import type { Hit, PhraseTrie } from './phrases.ts';
import {
  hasSpaceBefore,
  isCapitalized,
  isUpperCase,
  markAt,
  NUMBER,
  ORNAMENT,
  type Tokens,
  textAt,
  WORD,
} from './tokens.ts';
import { wordSet } from './word-sets.ts';

export type HeadingKind = SectionKind | 'body-part';

/** `finding`: words that name a condition; a line that begins with one is no heading ("LUMBAGO: chronic"). */
export type HeadingTrie = PhraseTrie<'heading' | 'finding', HeadingKind>;

export interface Heading {
  readonly kind: SectionKind;
  readonly first: number;
  readonly last: number;
}

export const COLON = 0x3a;

export const STOP = 0x2e;

const SLASH = 0x2f;

const HASH = 0x23;

const COMMA = 0x2c;

const OPEN = 0x28;

const CLOSE = 0x29;

const LONGEST_HEADING = 14;

/** Kinds in which an unknown heading in capitals is a part of what stands there ("RIGHT LOWER EXTREMITY:"). */
const HOLDS_PARTS: ReadonlySet<SectionKind> = new Set([
  'exam',
  'review-of-systems',
  'history',
  'findings',
  'tests',
  'imaging',
]);

export function headingOfLine(
  tokens: Tokens,
  lines: readonly Line[],
  at: number,
  trie: HeadingTrie,
  current: SectionKind,
): Heading | undefined {
  const line = lines[at] as Line;
  for (const start of line.body > line.first ? [line.body, line.first] : [line.first]) {
    const colon = colonAfter(tokens, start, line.last);
    if (colon > start) {
      const kind = kindOf(tokens, start, colon, trie, current);
      if (kind) return { kind, first: line.first, last: colon + 1 };
    } else {
      const kind = kindWithoutColon(tokens, start, line.last, trie);
      if (kind && kind !== 'body-part') return { kind, first: line.first, last: line.last };
      const over = overList(tokens, lines, at, start, trie);
      if (over) return over;
    }
    const opened =
      slashed(tokens, start, line.last, trie) ??
      openedBy(tokens, start, line.last, trie) ??
      openedByWord(tokens, start, line.last, trie);
    if (opened) return opened;
  }
  return undefined;
}

/** The colon or dotted leader that ends a heading begun at `start`, or -1. */
export function colonAfter(tokens: Tokens, start: number, last: number): number {
  const limit = Math.min(last, start + LONGEST_HEADING);
  let isInBrackets = false;
  for (let at = start; at < limit; at++) {
    const mark = markAt(tokens, at);
    if (mark === OPEN || mark === CLOSE) isInBrackets = mark === OPEN;
    if (mark === COLON) {
      if (isInBrackets) return -1;
      const isClock =
        tokens.kind[at - 1] === NUMBER && tokens.kind[at + 1] === NUMBER && !hasSpaceBefore(tokens, at + 1);
      return isClock ? -1 : at;
    }
    if (tokens.kind[at] === ORNAMENT && at > start) return at;
    if (mark === STOP && hasSpaceBefore(tokens, at + 1)) return -1;
  }
  return -1;
}

export function kindOf(
  tokens: Tokens,
  first: number,
  last: number,
  trie: HeadingTrie,
  current: SectionKind,
): SectionKind | undefined {
  const capitals = isAllCapitals(tokens, first, last);
  const looksLikeHeading =
    capitals || (tokens.kind[first] === WORD && isCapitalized(tokens, first) && last - first <= 8);
  const found = trie.find(tokens, first, last);
  const hits = found.get('heading');
  const whole = hits.find((hit) => hit.first === first && hit.last === last);
  const kind = whole?.value ?? (looksLikeHeading ? bestPart(hits, tokens, first, last, capitals)?.value : undefined);
  if (kind === 'body-part') return HOLDS_PARTS.has(current) || !whole ? undefined : bodyPartSection(current);
  if (kind) return kind;
  if (!capitals || namesALevel(tokens, first, last) || wordsIn(tokens, first, last) === 0) return undefined;
  if (found.has('finding')) return undefined;
  return HOLDS_PARTS.has(current) || wordsIn(tokens, first, last) > 6 ? undefined : 'other';
}

/** LUNGS: after a list of medicines begins the examination. */
function bodyPartSection(current: SectionKind): SectionKind | undefined {
  const before: readonly SectionKind[] = [
    'past-history',
    'medications',
    'allergies',
    'family-history',
    'social-history',
  ];
  return before.includes(current) ? 'exam' : undefined;
}

/** "Why:" and "How:" are headings, "How long:" is a question. */
const QUESTIONS = wordSet('how why');

/** The known phrase that decides a longer heading: the longest, of equal ones the last ("PAST SPINE HISTORY"). */
function bestPart(
  hits: readonly Hit<HeadingKind>[],
  tokens: Tokens,
  first: number,
  last: number,
  capitals: boolean,
): Hit<HeadingKind> | undefined {
  const enough = hits.filter((hit) => {
    if (QUESTIONS.at(tokens, hit.first) && hit.last - hit.first === 1) return false;
    const length = (tokens.end[hit.last - 1] as number) - (tokens.start[hit.first] as number);
    return length >= 3 && (capitals || hit.first === first || hit.last === last || length >= 9);
  });
  return enough.sort((a, b) => b.last - b.first - (a.last - a.first) || b.first - a.first)[0];
}

/** A heading alone on its line: known as a whole, or in capitals with a known part. */
function kindWithoutColon(tokens: Tokens, first: number, last: number, trie: HeadingTrie): HeadingKind | undefined {
  if (last - first > LONGEST_HEADING || tokens.kind[first] !== WORD || !isCapitalized(tokens, first)) return undefined;
  if (markAt(tokens, last - 1) === STOP) return undefined;
  const capitals = isAllCapitals(tokens, first, last);
  const opening = trie.findAt('heading', tokens, first, last);
  if (opening?.last === last) return opening.value;
  if (!capitals || wordsIn(tokens, first, last) > 6) return undefined;
  return bestPart(trie.find(tokens, first, last).get('heading'), tokens, first, last, true)?.value;
}

const SHORT_HEADING = 5;

/** "Impression disc by disc" over an indented list: a short line that begins with a known heading. */
function overList(
  tokens: Tokens,
  lines: readonly Line[],
  at: number,
  first: number,
  trie: HeadingTrie,
): Heading | undefined {
  const line = lines[at] as Line;
  const next = lines[at + 1];
  if (!next || next.first >= next.last || (next.indent <= line.indent && next.body === next.first)) return undefined;
  if (
    wordsIn(tokens, first, line.last) > SHORT_HEADING ||
    tokens.kind[line.last - 1] !== WORD ||
    !isCapitalized(tokens, first)
  )
    return undefined;
  const hit = trie.findAt('heading', tokens, first, line.last);
  if (!hit || hit.value === 'body-part' || hit.value === 'other') return undefined;
  for (let token = hit.last; token < line.last; token++) if (tokens.kind[token] !== WORD) return undefined;
  return { kind: hit.value, first: line.first, last: line.last };
}

/** "DATA  Discogram 09/29/2026": a known heading set off from its text by a gap. */
function openedBy(tokens: Tokens, first: number, last: number, trie: HeadingTrie): Heading | undefined {
  if (tokens.kind[first] !== WORD || !isCapitalized(tokens, first)) return undefined;
  const hit = trie.findAt('heading', tokens, first, Math.min(last, first + 6));
  if (!hit || hit.last >= last || hit.value === 'body-part') return undefined;
  const end = endOfCounter(tokens, hit.last, last);
  if (end >= last) return undefined;
  const gap = (tokens.start[end] as number) - (tokens.end[end - 1] as number);
  const isAbbreviation =
    isAllCapitals(tokens, first, hit.last) &&
    (tokens.end[hit.last - 1] as number) - (tokens.start[first] as number) >= 2;
  return gap >= 2 && (isAbbreviation || hit.last - hit.first >= 1) ? { kind: hit.value, first, last: end } : undefined;
}

const LONGEST_SLASHED = 3;

/** "A/" and "P/ ibuprofen": a short heading with a slash for its colon; not "O/E", "w/ rest". */
function slashed(tokens: Tokens, first: number, last: number, trie: HeadingTrie): Heading | undefined {
  if (first + 1 >= last || markAt(tokens, first + 1) !== SLASH || hasSpaceBefore(tokens, first + 1)) return undefined;
  if (!isUpperCase(tokens, first) || (tokens.end[first] as number) - (tokens.start[first] as number) > LONGEST_SLASHED)
    return undefined;
  if (first + 2 < last && !hasSpaceBefore(tokens, first + 2)) return undefined;
  const hit = trie.findAt('heading', tokens, first, first + 1);
  return hit && hit.value !== 'body-part' ? { kind: hit.value, first, last: first + 2 } : undefined;
}

/** Headings that dictation leaves without a colon; "Order" and "Treatment" open sentences as well. */
const DICTATED = wordSet('assessment impression plan diagnosis diagnoses');
/** Words after which "Assessment" or "Plan" is a word of its sentence. */
const RUNS_ON = wordSet(
  'of was is are were be and or by for as the shows showed reveals revealed will has had to with that this these at in on a an tool today done made completed performed discussed reviewed per from includes including which then remains based consistent',
);

/** "Assessment acute low back pain", "Impression, sciatica": a dictated heading without its colon. */
export function openedByWord(tokens: Tokens, first: number, last: number, trie: HeadingTrie): Heading | undefined {
  if (tokens.kind[first] !== WORD || !isCapitalized(tokens, first) || first + 1 >= last) return undefined;
  if (!DICTATED.at(tokens, first)) return undefined;
  const hit = trie.findAt('heading', tokens, first, Math.min(last, first + 4));
  if (!hit || hit.value === 'body-part' || hit.last >= last) return undefined;
  const mark = markAt(tokens, hit.last);
  const next = mark === STOP || mark === COMMA ? hit.last + 1 : hit.last;
  // "Diagnosis before and after right-sided facet syndrome"
  const isPaired = hit.last - hit.first > 1 && textAt(tokens, next) === 'and';
  if (next >= last || tokens.kind[next] !== WORD || (RUNS_ON.at(tokens, next) && !isPaired)) return undefined;
  return { kind: hit.value, first, last: next };
}

/** Columns between a token and the one before it. */
function gapBefore(tokens: Tokens, at: number): number {
  return (tokens.start[at] as number) - (tokens.end[at - 1] as number);
}

/** "Dx #1    Lumbago": the number belongs to the heading. */
function endOfCounter(tokens: Tokens, at: number, last: number): number {
  if (at + 1 < last && tokens.kind[at] === NUMBER && gapBefore(tokens, at) === 1 && gapBefore(tokens, at + 1) >= 2)
    return at + 1;
  return markAt(tokens, at) === HASH && at + 1 < last && tokens.kind[at + 1] === NUMBER ? at + 2 : at;
}

export function isAllCapitals(tokens: Tokens, first: number, last: number): boolean {
  let words = 0;
  for (let at = first; at < last; at++) {
    if (tokens.kind[at] !== WORD) continue;
    if (!isUpperCase(tokens, at)) return false;
    words++;
  }
  return words > 0;
}

export function wordsIn(tokens: Tokens, first: number, last: number): number {
  let words = 0;
  for (let at = first; at < last; at++) if (tokens.kind[at] === WORD) words++;
  return words;
}

/** "L4-5:" is a place, not a heading. */
function namesALevel(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at + 1 < last; at++) {
    const isLetter = tokens.kind[at] === WORD && (tokens.end[at] as number) - (tokens.start[at] as number) === 1;
    if (isLetter && tokens.kind[at + 1] === NUMBER && !hasSpaceBefore(tokens, at + 1)) return true;
  }
  return false;
}
