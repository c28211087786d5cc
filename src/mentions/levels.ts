/**
 * Level notations -> levels in the long form, cranial first: `L4-5`, `L5/S1`, `L45`, `L5S1`, `C4 down to C7`, `between L5
 * and S1`, `L4 on L5`, `L4 has slipped on L5`, `C6 on 7`, `L3-4, 4-5`, `lumbar 4-5`, `D12/L1`. A heart sound, a T1-weighted image and a tooth are no levels.
 */
import type { Region } from '../model.ts';
import { hasSpaceBefore, isUpperCase, markAt, NEWLINE, NUMBER, type Tokens, WORD } from '../text/tokens.ts';

export interface LevelMention {
  /** Long form, cranial first, without repeats. */
  readonly levels: readonly string[];
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
}

const LETTERS = 'CTLS';
const COUNTS: Readonly<Record<string, number>> = { C: 7, T: 12, L: 5, S: 5 };
/** Vertebrae in order, C1 to S5. */
const VERTEBRAE: readonly string[] = [...LETTERS].flatMap((letter) =>
  Array.from({ length: COUNTS[letter] as number }, (_, at) => `${letter}${at + 1}`),
);
const ORDER: ReadonlyMap<string, number> = new Map([...VERTEBRAE.map((name, at) => [name, at] as const), ['C8', 7]]);

/** Words near a lone `S1`, `T2` or `C3` that make it a vertebra or a root. */
const NEARBY = new Set(
  'root roots nerve nerves dermatome dermatomal dermatomes myotome distribution radiculopathy radiculopathies radicular radiculitis vertebra vertebrae vertebral body bodies level levels endplate endplates plate foramen foraminal foramina pedicle pedicles lamina screw screws segment segmented lumbarized lumbarization sacrum sacral spine spinal fracture fractures compression disc disk discs disks selective transforaminal burst kyphoplasty vertebroplasty superior inferior spondylolysis pars facet cord canal wedge wedging transverse'.split(
    ' ',
  ),
);
/** Words that make `S1` or `T1` something else. */
const ELSEWHERE = new Set(
  'weighted weighting image images imaging sequence sequences signal hyperintense hypointense hyperintensity murmur murmurs rub rubs gallop gallops audible heart rhythm regular rate stir flair lead leads wave waves heard sounds lesion prolongation complement hepatitis form'.split(
    ' ',
  ),
);
const RANGE_WORDS = new Set(['through', 'thru', 'to', 'thorough', 'till', 'until']);
/** "C4 down to C7", "C4 all the way through C7": words that only lead up to the range's own. */
const RANGE_LEADS = new Set(['down', 'up', 'all', 'the', 'way', 'inclusive']);
const OVER_WORDS = new Set(['on', 'over', 'upon', 'onto']);
/** "L4 relative to L5", "L4 in front of L5": these end in a word of their own. */
const OVER_PHRASES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['to', new Set(['relative', 'respect', 'relation', 'compared'])],
  ['of', new Set(['front', 'behind', 'ahead'])],
]);
/** What may stand between a vertebra and the one it slipped on: "L4 has slipped about 5 mm forward on L5". */
const SLIPPING = new Set(
  'has have had is was been slip slips slipped slipping slippage displaced shifted moved translated subluxed subluxated anterolisthesed listhesed sits lies stands forward forwards anterior anteriorly backward backwards posteriorly laterally slightly mildly markedly by about some roughly mm millimeters millimetres vertebra vertebral body in front with respect relation relative compared'.split(
    ' ',
  ),
);
const LIST_WORDS = new Set(
  'and or plus also of well as greater more worse than both likewise similarly less lesser least milder slighter so too again'.split(
    ' ',
  ),
);
/** A preposition takes a level up again: "at L4-5 and at L5-S1". */
const LIST_PREPOSITIONS = new Set(['at', 'in']);
const REACH = 5;
const COMMA = 0x2c;
const HYPHEN = 0x2d;
const SLASH = 0x2f;

export function findLevels(tokens: Tokens, first: number, last: number): LevelMention[] {
  const found: LevelMention[] = [];
  let at = first;
  while (at < last) {
    if (tokens.kind[at] !== NUMBER && tokens.kind[at + 1] !== NUMBER) {
      at++;
      continue;
    }
    const mention = readLevel(tokens, at, last) ?? readBarePair(tokens, at, last, found.at(-1));
    if (mention) {
      found.push(mention);
      at = mention.last;
    } else at++;
  }
  return found;
}

interface Vertebra {
  readonly name: string;
  readonly last: number;
}

/** Prepositions that dictation runs into a level: "atL4/L5", "ofL5-S1". */
const GLUED = /^(?:at|of|in|on|to|and)([LCTDS])$/i;

/** The letter of a vertebra: a word of one letter, or the capital that ends "atL". */
function letterOf(tokens: Tokens, at: number): string | undefined {
  const word = textOf(tokens, at);
  if (word.length > 4) return undefined;
  return word.length === 1 ? word : /[A-Z]$/.test(word) ? GLUED.exec(word)?.[1] : undefined;
}

/** `L5`, `l5`, `D12` (dorsal); `L45` is a pair and is read by `readGluedPair`. */
function readVertebra(tokens: Tokens, at: number, last: number): Vertebra | undefined {
  if (at + 1 >= last || tokens.kind[at] !== WORD || tokens.kind[at + 1] !== NUMBER || hasSpaceBefore(tokens, at + 1))
    return undefined;
  const own = letterOf(tokens, at);
  if (!own) return undefined;
  const letter = own.toUpperCase().replace('D', 'T');
  const number = Number(textOf(tokens, at + 1));
  const name = `${letter}${number}`;
  return ORDER.has(name) && textOf(tokens, at + 1).length <= 2 ? { name, last: at + 2 } : undefined;
}

/** `L45`, `L34`, `C56`, `L51`. */
function readGluedPair(tokens: Tokens, at: number, last: number): LevelMention | undefined {
  if (at + 1 >= last || tokens.kind[at] !== WORD || tokens.kind[at + 1] !== NUMBER || hasSpaceBefore(tokens, at + 1))
    return undefined;
  const letter = textOf(tokens, at).toUpperCase();
  const digits = textOf(tokens, at + 1);
  if (digits.length !== 2 || (letter !== 'L' && letter !== 'C')) return undefined;
  const [upper, lower] = [Number(digits[0]), Number(digits[1])];
  if (letter === 'L' && upper === 5 && lower === 1) return { levels: ['L5-S1'], first: at, last: at + 2 };
  const level = lower === upper + 1 ? pairName(`${letter}${upper}`, `${letter}${lower}`) : undefined;
  return level ? { levels: [level], first: at, last: at + 2 } : undefined;
}

function readLevel(tokens: Tokens, at: number, last: number): LevelMention | undefined {
  const glued = readGluedPair(tokens, at, last);
  if (glued) return glued;
  const named = readNamedPair(tokens, at, last);
  if (named) return named;
  const vertebra = readVertebra(tokens, at, last);
  if (!vertebra) return undefined;
  const slipped = readSlipped(tokens, vertebra, last);
  if (slipped) return { levels: [slipped.name], first: at, last: slipped.last };
  const chain = [vertebra.name];
  let end = vertebra.last;
  for (;;) {
    const next = readPartner(tokens, end, last, chain.at(-1) as string);
    if (!next) break;
    chain.push(next.name);
    end = next.last;
  }
  if (chain.length > 1) {
    const levels = levelsOfChain(chain);
    return levels.length > 0 ? { levels, first: at, last: end } : undefined;
  }
  return !isNumbered(tokens, end, last) && isLoneVertebra(tokens, at, last, vertebra.name)
    ? { levels: [vertebra.name], first: at, last: end }
    : undefined;
}

const REGION_LETTERS: ReadonlyMap<string, string> = new Map([
  ['lumbar', 'L'],
  ['cervical', 'C'],
  ['thoracic', 'T'],
]);

/** `lumbar 4-5`, `cervical 5/6`: the region's name in place of its letter. */
function readNamedPair(tokens: Tokens, at: number, last: number): LevelMention | undefined {
  if (at + 3 >= last || tokens.kind[at] !== WORD || tokens.kind[at + 1] !== NUMBER || tokens.kind[at + 3] !== NUMBER)
    return undefined;
  const letter = REGION_LETTERS.get(textOf(tokens, at).toLowerCase());
  const mark = markAt(tokens, at + 2);
  if (!letter || (mark !== HYPHEN && mark !== SLASH) || isNumbered(tokens, at + 4, last)) return undefined;
  const upper = `${letter}${textOf(tokens, at + 1)}`;
  const lower = ORDER.has(upper) ? readNumberAsVertebra(tokens, at + 3, last, upper) : undefined;
  return lower && isNext(upper, lower.name)
    ? { levels: [`${upper}-${lower.name}`], first: at, last: at + 4 }
    : undefined;
}

const SLIP_REACH = 10;

/** The level of a slip: "L4 has slipped on L5", "anterolisthesis of L4 relative to L5". */
function readSlipped(tokens: Tokens, from: Vertebra, last: number): Vertebra | undefined {
  for (let at = from.last; at < Math.min(last, from.last + SLIP_REACH); at++) {
    const word = tokens.kind[at] === WORD ? textOf(tokens, at).toLowerCase() : '';
    const before = at > from.last ? textOf(tokens, at - 1).toLowerCase() : '';
    if (at > from.last && (OVER_WORDS.has(word) || OVER_PHRASES.get(word)?.has(before))) {
      const partner = readVertebra(tokens, at + 1, last);
      return partner && isNext(from.name, partner.name)
        ? { name: `${from.name}-${partner.name}`, last: partner.last }
        : undefined;
    }
    if (tokens.kind[at] !== NUMBER && !SLIPPING.has(word)) return undefined;
  }
  return undefined;
}

/** "C4-50": a part number, a form, a complement titre. */
function isNumbered(tokens: Tokens, at: number, last: number): boolean {
  return (
    at + 1 < last &&
    markAt(tokens, at) === 0x2d &&
    tokens.kind[at + 1] === NUMBER &&
    !hasSpaceBefore(tokens, at) &&
    !hasSpaceBefore(tokens, at + 1)
  );
}

/** The other end of a level: `-5`, `/S1`, `S1` glued on, ` through S1`, ` on L5`. */
function readPartner(tokens: Tokens, at: number, last: number, from: string): Vertebra | undefined {
  if (at >= last) return undefined;
  if (!hasSpaceBefore(tokens, at)) {
    const glued = readVertebra(tokens, at, last);
    if (glued && isBelow(from, glued.name)) return glued;
  } else {
    const apart = readVertebra(tokens, at, last);
    if (apart && isPairApart(tokens, at, apart, last, from)) return apart;
  }
  const mark = markAt(tokens, at);
  if (mark === HYPHEN || mark === SLASH) {
    let next = at + 1;
    while (next < last && tokens.kind[next] === NEWLINE) next++;
    const partner = readVertebra(tokens, next, last);
    if (partner) return isBelow(from, partner.name) || isBelow(partner.name, from) ? partner : undefined;
    return readNumberAsVertebra(tokens, next, last, from);
  }
  if (mark === COMMA && !hasSpaceBefore(tokens, at) && !hasSpaceBefore(tokens, at + 1))
    return readNumberBelow(tokens, at + 1, last, from);
  if (tokens.kind[at] !== WORD) return undefined;
  let link = at;
  while (link + 1 < last && link < at + 3 && RANGE_LEADS.has(textOf(tokens, link).toLowerCase())) link++;
  const word = textOf(tokens, link).toLowerCase();
  // "between L5 and S1"
  const isBetween = word === 'and' && at >= 3 && textOf(tokens, at - 3).toLowerCase() === 'between';
  if (!RANGE_WORDS.has(word) && !isBetween && (link > at || !OVER_WORDS.has(word))) return undefined;
  const partner = readVertebra(tokens, link + 1, last);
  if (!partner) return OVER_WORDS.has(word) ? readNumberBelow(tokens, link + 1, last, from) : undefined;
  if (!isBelow(from, partner.name)) return undefined;
  return OVER_WORDS.has(word) && !isNext(from, partner.name) ? undefined : partner;
}

/** `L5 S1`: two neighbours with a blank between; `L3 L4 L5` counts three vertebrae. */
function isPairApart(tokens: Tokens, at: number, next: Vertebra, last: number, from: string): boolean {
  const isBlank = tokens.text.slice(tokens.end[at - 1], tokens.start[at]) === ' ';
  const isCounted =
    readVertebra(tokens, next.last, last) !== undefined || readVertebra(tokens, at - 4, at) !== undefined;
  const goesOn = [HYPHEN, SLASH].includes(markAt(tokens, next.last));
  // the heart sounds S1 S2
  return isBlank && !from.startsWith('S') && isNext(from, next.name) && !isCounted && !goesOn;
}

/** `C6 on 7`, `L4,5`; not "seen for L4 on 5/12". */
function readNumberBelow(tokens: Tokens, at: number, last: number, from: string): Vertebra | undefined {
  const next = readNumberAsVertebra(tokens, at, last, from);
  const mark = next ? markAt(tokens, next.last) : 0;
  return next && isNext(from, next.name) && mark !== SLASH && mark !== HYPHEN ? next : undefined;
}

/** `L4-5`, `L5-1`: the second number without its letter; not the year or grade in `L4-50`. */
function readNumberAsVertebra(tokens: Tokens, at: number, last: number, from: string): Vertebra | undefined {
  if (at >= last || tokens.kind[at] !== NUMBER) return undefined;
  const number = Number(textOf(tokens, at));
  const letter = from.charAt(0);
  const name =
    ORDER.has(`${letter}${number}`) && isBelow(from, `${letter}${number}`) ? `${letter}${number}` : undefined;
  if (name) return { name, last: at + 1 };
  const wraps: Readonly<Record<string, string>> = { 'L5:1': 'S1', 'T12:1': 'L1', 'C7:1': 'T1' };
  const wrapped = wraps[`${from}:${number}`];
  return wrapped ? { name: wrapped, last: at + 1 } : undefined;
}

/** ", 4-5": a pair without its letter that goes on with the level before it. */
function readBarePair(
  tokens: Tokens,
  at: number,
  last: number,
  before: LevelMention | undefined,
): LevelMention | undefined {
  if (
    !before ||
    tokens.kind[at] !== NUMBER ||
    at + 2 >= last ||
    markAt(tokens, at + 1) !== 0x2d ||
    tokens.kind[at + 2] !== NUMBER
  )
    return undefined;
  if (hasSpaceBefore(tokens, at + 1) || !isListGap(tokens, before.last, at)) return undefined;
  const letter = before.levels.at(-1)?.charAt(0) ?? 'L';
  const [upper, lower] = [Number(textOf(tokens, at)), Number(textOf(tokens, at + 2))];
  const isLast = letter === 'L' && upper === 5 && lower === 1;
  if (!isLast && lower !== upper + 1) return undefined;
  const level = isLast ? 'L5-S1' : pairName(`${letter}${upper}`, `${letter}${lower}`);
  return level ? { levels: [level], first: at, last: at + 3 } : undefined;
}

/** Whether only commas, slashes, ampersands, line ends and "and" stand in tokens [first, last). */
export function isListGap(tokens: Tokens, first: number, last: number): boolean {
  if (last - first > LONGEST_GAP) return false;
  if (last - first > 4 && LESSER.test(textBetween(tokens, first, last))) return true;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    if (
      mark === COMMA ||
      mark === 0x26 ||
      (mark === 0x28 && last - first === 1) ||
      mark === SLASH ||
      mark === 0x2b ||
      tokens.kind[at] === NEWLINE
    )
      continue;
    if (tokens.kind[at] === WORD && isListWord(textOf(tokens, at).toLowerCase())) continue;
    return false;
  }
  return true;
}

/** "at L4-5 and, less so, at L5-S1": a list whose next level has a preposition of its own, right before it. */
export function isListGapWithPreposition(tokens: Tokens, first: number, last: number): boolean {
  return (
    last - first > 1 &&
    tokens.kind[last - 1] === WORD &&
    LIST_PREPOSITIONS.has(textOf(tokens, last - 1).toLowerCase()) &&
    isListGap(tokens, first, last - 1)
  );
}

const LONGEST_GAP = 8;

/** "L4-5 and to a lesser degree L3-4". */
const LESSER =
  /^,?\s*(?:and\s+)?(?:,\s*)?to a (?:(?:much|slightly|somewhat)\s+)?(?:lesser|greater) (?:extent|degree),?(?:\s+(?:at|in))?$/;

const textBetween = (tokens: Tokens, first: number, last: number): string =>
  tokens.folded.slice(tokens.start[first], tokens.end[last - 1]);

/** "and", however it is typed: "amnd", "adn", "annd". */
const isListWord = (word: string): boolean => LIST_WORDS.has(word) || /^(?:a[a-z]?nd|an[a-z]?d|adn|nad)$/.test(word);

/** `C5-C6-C7` is two discs; `L3-S1` is all between. */
function levelsOfChain(chain: readonly string[]): string[] {
  const orders = chain.map((name) => ORDER.get(name) as number);
  const [low, high] = [Math.min(...orders), Math.max(...orders)];
  const levels: string[] = [];
  for (let at = low; at < high; at++) levels.push(`${VERTEBRAE[at]}-${VERTEBRAE[at + 1]}`);
  return levels;
}

function pairName(upper: string, lower: string): string | undefined {
  return isNext(upper, lower) ? `${upper}-${lower}` : undefined;
}

const isBelow = (upper: string, lower: string): boolean => (ORDER.get(upper) as number) < (ORDER.get(lower) as number);
const isNext = (upper: string, lower: string): boolean => (ORDER.get(upper) ?? 99) + 1 === ORDER.get(lower);

function isLoneVertebra(tokens: Tokens, at: number, last: number, name: string): boolean {
  const letter = name.charAt(0);
  const isDorsalAbbreviation = tokens.text.charAt(tokens.start[at] as number).toUpperCase() === 'D';
  const needsContext =
    letter === 'S' ||
    isDorsalAbbreviation ||
    (letter === 'T' && Number(name.slice(1)) <= 4) ||
    !isUpperCase(tokens, at);
  if (letter === 'L' && !isDorsalAbbreviation) return !isNear(tokens, at, last, ELSEWHERE, 2);
  if (isNear(tokens, at, last, ELSEWHERE, REACH)) return false;
  return !needsContext || isNear(tokens, at, last, NEARBY, REACH);
}

function isNear(tokens: Tokens, at: number, last: number, words: ReadonlySet<string>, reach: number): boolean {
  for (let near = Math.max(0, at - reach); near < Math.min(last, at + 2 + reach); near++) {
    if (tokens.kind[near] === WORD && words.has(textOf(tokens, near).toLowerCase())) return true;
  }
  return false;
}

function textOf(tokens: Tokens, at: number): string {
  return tokens.text.slice(tokens.start[at], tokens.end[at]);
}

/** The region a level lies in: L5-S1 and S1 are lumbosacral, the junctions have regions of their own; C8 is the lowest cervical root. */
export function regionOfLevel(level: string): Region {
  if (level === 'L5-S1' || level === 'S1') return 'lumbosacral';
  if (level === 'C7-T1') return 'cervicothoracic';
  if (level === 'T12-L1') return 'thoracolumbar';
  const regions: Readonly<Record<string, Region>> = { C: 'cervical', T: 'thoracic', L: 'lumbar', S: 'sacral' };
  return regions[level.charAt(0)] ?? 'unspecified';
}

/** Cranial first. */
export function compareLevels(a: string, b: string): number {
  const [upperA = a] = a.split('-');
  const [upperB = b] = b.split('-');
  return (ORDER.get(upperA) ?? 99) - (ORDER.get(upperB) ?? 99) || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
