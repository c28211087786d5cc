/** What a side word is said of: a limb ("left leg"), a root, an opening, a part ("its left edge"), or nothing but the side. */

import type { SentenceReading } from '../mentions/note-reading.ts';
import type { Laterality } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { hasSpaceBefore, isUpperCase, markAt, NUMBER, type Tokens, textAt, WORD } from '../text/tokens.ts';

export type Side = Hit<Laterality>;

/** `other` is a part of the body, the hand that writes or a way in: its side is no finding's. */
export type Noun = 'limb' | 'root' | 'opening' | 'part' | 'other' | 'none';

const words = (list: string): readonly string[] => list.split(' ');

const NOUNS: ReadonlyMap<string, Noun> = new Map(
  (
    [
      ['limb', 'leg arm thigh calf calves shin foot feet buttock forearm hand extremity extremities limb le ue toe'],
      ['root', 'nerve root thecal sac cord hemicord distribution dermatome dermatomal myotome territory'],
      ['opening', 'foramen foramina neuroforamen neuroforamina recess canal'],
      ['part', 'edge margin border aspect flank corner half portion part location'],
      [
        'other',
        'hip knee shoulder handed dominant wrist elbow ankle heel eye ear breast chest lung kidney iliac approach incision pedicle transverse handedness',
      ],
    ] as const
  ).flatMap(([noun, list]) => words(list).flatMap((word) => [word, `${word}s`].map((form) => [form, noun] as const))),
);

const LIMB_NAMES = new Set(words('lle rle ble lue rue bue'));
/** They leave open what is meant: "left lower extremity", "left lateral recess", "left exiting L5 root". */
const QUALIFIERS = new Set(
  words(
    'lower upper lateral posterolateral anterolateral posterior anterior proximal distal entire whole exiting exit traversing descending neural foraminal neuroforaminal',
  ),
);
/** "both of his legs" */
const OWNERS = new Set(words('the of his her their your'));
const NOUN_REACH = 6;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const SLASH = 0x2f;

/** The noun that a side word is the adjective of. */
export function nounOf(tokens: Tokens, side: Side): Noun {
  if (LIMB_NAMES.has(textAt(tokens, side.first))) return 'limb';
  const isBoth = textAt(tokens, side.first) === 'both';
  for (let at = side.last; at < side.last + NOUN_REACH; at++) {
    const word = textAt(tokens, at);
    const mark = markAt(tokens, at);
    if (isLevelLetter(tokens, at) || tokens.kind[at] === NUMBER || mark === HYPHEN || mark === SLASH) continue;
    if (QUALIFIERS.has(word) || (isBoth && OWNERS.has(word))) continue;
    if (word === 'hand' && (textAt(tokens, at + 1).startsWith('side') || markAt(tokens, at - 1) === HYPHEN)) continue;
    // "right hand dominant", "by the extrusion's left shoulder"
    if (/^hand/.test(word) && textAt(tokens, at + 1) === 'dominant') return 'other';
    if (/^shoulders?$/.test(word) && (isPossessive(tokens, side.first) || textAt(tokens, at + 1) === 'of'))
      return 'part';
    return NOUNS.get(word) ?? 'none';
  }
  return 'none';
}

/** "the extrusion's left shoulder", "the discs' left side": what stands before owns the side's noun, not the side. */
export function isPossessive(tokens: Tokens, first: number): boolean {
  const last = first - 1;
  return textAt(tokens, last) === 's' ? isApostrophe(tokens, last - 1) : isApostrophe(tokens, last);
}

const isApostrophe = (tokens: Tokens, at: number): boolean =>
  (markAt(tokens, at) === 0x27 || textAt(tokens, at) === '’') && !hasSpaceBefore(tokens, at);

const isLevelLetter = (tokens: Tokens, at: number): boolean =>
  /^[ctls]$/.test(textAt(tokens, at)) && tokens.kind[at + 1] === NUMBER;

const TOWARDS = new Set(words('to towards toward on in at the'));
const ALONE = new Set(words('bilaterally leftward rightward centrally bilat on to both either each in'));

/** "on the left", "bilaterally", "both sides", "more to L": said by itself, not of a noun behind it. */
export function standsAlone(tokens: Tokens, side: Side): boolean {
  if (nounOf(tokens, side) !== 'none' || LIMB_NAMES.has(textAt(tokens, side.first))) return false;
  return ALONE.has(textAt(tokens, side.first)) || /^(on|to|towards?|at)$/.test(textAt(tokens, side.first - 1));
}

const HEAD_WORDS = new Set(
  words(
    'at the level levels c l t s disc disk space in to and but with also on then there is are was were we found seen',
  ),
);

/** "On the left there is ...", "At C6-7, on the right, ...", "..., and on the left ...": the clause begins with the side. */
export function opensClause(tokens: Tokens, sentence: SentenceReading, side: Side): boolean {
  if (/^(?:and|but|with)$/.test(textAt(tokens, side.first - 1))) return true;
  for (let at = side.first - 1; at >= sentence.first; at--) {
    if (markAt(tokens, at) === COMMA) return true;
    if (tokens.kind[at] === WORD && !HEAD_WORDS.has(textAt(tokens, at))) return false;
  }
  return true;
}

/** The "of" in "the roots of both sides", whose side is that of the noun before it; -1 where there is none. */
export function ofBefore(tokens: Tokens, { first }: Side): number {
  const of = textAt(tokens, first - 1) === 'the' ? first - 2 : first - 1;
  return textAt(tokens, of) === 'of' ? of : -1;
}

const LEANS = new Set(words('more mainly mostly predominantly predominately eccentric lateralizing worse so chiefly'));

/** "..., more to the Lt sided", "just to the right of midline": it tells where the finding lies, whatever stands between. */
export function isLeaning(tokens: Tokens, sentence: SentenceReading, side: Side): boolean {
  if (textAt(tokens, side.last) === 'of')
    return textAt(tokens, side.last + 1) === 'midline' || textAt(tokens, side.last + 2) === 'midline';
  let at = side.first - 1;
  while (at > sentence.first && TOWARDS.has(textAt(tokens, at))) at--;
  // "more so on L"; "on the left" is itself the phrase
  return at >= sentence.first && LEANS.has(textAt(tokens, at));
}

const OTHER_SENSES: Readonly<Record<string, ReadonlySet<string>>> = {
  left: new Set(words('over behind alone untreated unaddressed unchanged intact undisturbed open')),
  right: new Set(words('away now after before about there here then up')),
};
const ABOVE_AND_BELOW = new Set(words('disc disk space interspace level segment vertebra'));

/** "both sides of the L4-5 disc" */
function isAboveAndBelow(tokens: Tokens, of: number): boolean {
  if (textAt(tokens, of) !== 'of') return false;
  for (let at = of + 1; at <= of + NOUN_REACH + 1; at++) {
    const word = textAt(tokens, at);
    if (ABOVE_AND_BELOW.has(word)) return true;
    if (tokens.kind[at] === WORD && word !== 'the' && !isLevelLetter(tokens, at)) return false;
  }
  return false;
}

/** What looks like a side and is none: the L of "L4", "both levels", "left over", "all right", "both sides of the disc". */
export function isNoSide(tokens: Tokens, sentence: SentenceReading, side: Side): boolean {
  const word = textAt(tokens, side.first);
  if (word === 'both' && side.last - side.first === 1)
    return nounOf(tokens, side) === 'none' && !isPairOfJoints(tokens, side.last);
  if (side.value === 'bilateral' && isAboveAndBelow(tokens, side.last)) return true;
  if (side.last - side.first > 1) return false;
  if (OTHER_SENSES[word]?.has(textAt(tokens, side.last)) || textAt(tokens, side.first - 1) === 'all') return true;
  return isLetterOfElse(tokens, sentence, side);
}

/** "both SI joints", "both sacroiliac joints", "both facets": there is one on each side. */
const isPairOfJoints = (tokens: Tokens, at: number): boolean =>
  /^(si|sacroiliac|facets?|pars)$/.test(textAt(tokens, at)) && !/^levels?$/.test(textAt(tokens, at + 1));

const OPEN = 0x28;
const CLOSE = 0x29;

/** The L of "L4", "L-spine", "l side" is no side; the L of "L paracentral" is. */
function isLetterOfElse(tokens: Tokens, sentence: SentenceReading, side: Side): boolean {
  if (
    (tokens.end[side.first] as number) - (tokens.start[side.first] as number) !== 1 ||
    tokens.kind[side.first] !== WORD
  )
    return false;
  if (!isUpperCase(tokens, side.first)) return true;
  const next = side.first + 1;
  const isGlued =
    next < tokens.count &&
    !hasSpaceBefore(tokens, next) &&
    markAt(tokens, next) !== COMMA &&
    markAt(tokens, next) !== CLOSE &&
    !endsSentence(tokens, sentence, next);
  const follows = !hasSpaceBefore(tokens, side.first) && markAt(tokens, side.first - 1) !== OPEN;
  return (
    isGlued ||
    follows ||
    tokens.kind[next] === NUMBER ||
    sentence.hits.get('region').some((region) => region.first <= side.first && side.last <= region.last)
  );
}

const STOP = 0x2e;
const SEMICOLON = 0x3b;

/** "more so on L." "worse on R; ..." */
const endsSentence = (tokens: Tokens, sentence: SentenceReading, at: number): boolean =>
  markAt(tokens, at) === SEMICOLON || (markAt(tokens, at) === STOP && at >= sentence.last - 1);
