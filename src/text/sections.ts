/**
 * Headings -> sections of a closed set of kinds. Every token of a note lies in exactly one section, in order; what no
 * heading names is the preamble.
 */
import type { SectionKind } from '../model.ts';
import {
  COLON,
  colonAfter,
  type Heading,
  type HeadingTrie,
  headingOfLine,
  isAllCapitals,
  kindOf,
  openedByWord,
  STOP,
  wordsIn,
} from './heading-line.ts';
import type { Line } from './lines.ts';
import {
  hasSpaceBefore,
  isCapitalized,
  isUpperCase,
  markAt,
  NUMBER,
  PUNCTUATION,
  type Tokens,
  WORD,
} from './tokens.ts';

export type { HeadingKind, HeadingTrie } from './heading-line.ts';

export interface SectionSpan {
  readonly kind: SectionKind;
  /** Tokens of the heading, its colon included; empty for the preamble. */
  readonly headFirst: number;
  readonly headLast: number;
  /** Tokens [first, last) of the whole section, heading included. */
  readonly first: number;
  readonly last: number;
}

export function findSections(tokens: Tokens, lines: readonly Line[], trie: HeadingTrie): SectionSpan[] {
  const headings: Heading[] = [];
  const currentKind = (): SectionKind => headings.at(-1)?.kind ?? 'preamble';
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.first >= line.last) continue;
    if (isQuestion(tokens, line)) {
      headings.push({ kind: 'assessment', first: line.first, last: line.first });
      continue;
    }
    const heading = headingOfLine(tokens, lines, at, trie, currentKind());
    const before = currentKind();
    if (heading && !isRemark(tokens, line, before)) headings.push(heading);
    headings.push(...runOnHeadings(tokens, heading?.last ?? line.body, line.last, trie, currentKind()));
    const next = lines[at + 1];
    if (heading?.kind === 'billing' && before !== 'billing' && heading.last < line.last && next && !isListed(next))
      headings.push({ kind: before, first: next.first, last: next.first });
  }
  return sectionsBetween(headings, tokens.count);
}

/** "Q1. Your diagnosis?": an examiner's answers are statements of the examiner, whatever section stood before. */
function isQuestion(tokens: Tokens, line: Line): boolean {
  const isQ =
    tokens.kind[line.first] === WORD && tokens.text.slice(tokens.start[line.first], tokens.end[line.first]) === 'Q';
  if (!isQ) return false;
  const mark = markAt(tokens, line.first + (tokens.kind[line.first + 1] === NUMBER ? 2 : 1));
  return mark === STOP || mark === COLON;
}

const COMMA = 0x2c;
const BULLETS = [0x2a, 0x2d];

/** "* Patient education: ..." under a diagnosis is a remark on it, not the end of the assessment. */
function isRemark(tokens: Tokens, line: Line, current: SectionKind): boolean {
  return (
    (current === 'assessment' || current === 'assessment-and-plan') &&
    line.body > line.first &&
    BULLETS.includes(markAt(tokens, line.first))
  );
}

/** A code named on one line ("Dx pointer: M51.26") is no section; a list of codes is one. */
function isListed(line: Line): boolean {
  return line.body > line.first || line.first >= line.last;
}

function sectionsBetween(headings: readonly Heading[], count: number): SectionSpan[] {
  const sections: SectionSpan[] = [];
  const firstHeading = headings[0]?.first ?? count;
  if (firstHeading > 0) sections.push({ kind: 'preamble', headFirst: 0, headLast: 0, first: 0, last: firstHeading });
  headings.forEach((heading, at) => {
    const last = headings[at + 1]?.first ?? count;
    sections.push({ kind: heading.kind, headFirst: heading.first, headLast: heading.last, first: heading.first, last });
  });
  return sections;
}

/** "... in no distress.  ASSESSMENT:  Lumbago": headings in capitals, or known ones, after a sentence of the same line. */
function runOnHeadings(
  tokens: Tokens,
  first: number,
  last: number,
  trie: HeadingTrie,
  current: SectionKind,
): readonly Heading[] {
  const headings: Heading[] = [];
  for (let at = first + 1; at < last - 1; at++) {
    if (tokens.kind[at - 1] !== PUNCTUATION || tokens.kind[at] !== WORD || !isCapitalized(tokens, at)) continue;
    const afterStop = markAt(tokens, at - 1) === STOP && hasSpaceBefore(tokens, at);
    // "...,POSTOPERATIVE DIAGNOSES:,1. ...": lines that an export joined by bare commas
    const afterJoint = markAt(tokens, at - 1) === COMMA && !hasSpaceBefore(tokens, at) && isUpperCase(tokens, at);
    if (!afterStop && !afterJoint) continue;
    const heading = runOnHeading(tokens, at, last, trie, headings.at(-1)?.kind ?? current);
    if (heading && (afterStop || isAllCapitals(tokens, at, heading.last))) headings.push(heading);
  }
  return headings;
}

function runOnHeading(
  tokens: Tokens,
  first: number,
  last: number,
  trie: HeadingTrie,
  current: SectionKind,
): Heading | undefined {
  const colon = colonAfter(tokens, first, Math.min(last, first + 8));
  if (colon <= first) return openedByWord(tokens, first, last, trie);
  const capitals = isAllCapitals(tokens, first, colon);
  const opening = trie.findAt('heading', tokens, first, colon);
  const whole = opening?.last === colon ? opening.value : undefined;
  const kind = whole ?? (capitals ? kindOf(tokens, first, colon, trie, current) : undefined);
  if (!kind || kind === 'body-part' || (kind === 'other' && !capitals)) return undefined;
  const isKnownWord = kind === 'allergies' || kind === 'assessment' || kind === 'plan';
  return capitals || isKnownWord || wordsIn(tokens, first, colon) >= 2 ? { kind, first, last: colon + 1 } : undefined;
}
