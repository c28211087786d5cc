/** Which of the levels in a sentence are a finding's: the cheapest way to read the two together, in marks and words between. */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { LevelGroup, Reading } from '../mentions/reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Condition } from '../model.ts';
import { markAt, NUMBER, ORNAMENT, type Tokens, textAt, WORD } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const COLON = 0x3a;
const FULL_STOP = 0x2e;
const UNDERSCORE = 0x5f;
export const PAINS: ReadonlySet<Condition> = new Set([
  'low-back-pain',
  'neck-pain',
  'thoracic-back-pain',
  'back-pain',
  'sciatica',
]);

/** Conditions of a disc: "just behind the L5 body, below the L4-5 level" lies at L4-5. */
export const DISCS: ReadonlySet<Condition> = new Set([
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'annulus-fibrosus-defect',
]);

export const isDiscLevel = (level: string): boolean => level.includes('-');

/** "stenosis at L4-5 with multilevel arthropathy", "... at C4-5 and other degenerative changes": no level said before is theirs. */
const ELSEWHERE_TOO = wordSet('multilevel other generalized scattered');

/** The level group that a candidate belongs to, by the cheapest way to read them together. */
export function bindLevels(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): LevelGroup | undefined {
  const hasDisc = DISCS.has(candidate.condition) && sentence.levels.some(({ levels }) => levels.some(isDiscLevel));
  const standsAlone = ELSEWHERE_TOO.at(tokens, candidate.first - 1) || ELSEWHERE_TOO.at(tokens, candidate.first - 2);
  let best: LevelGroup | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const group of sentence.levels) {
    if (isTreated(sentence, group) || (candidate.condition !== 'radiculopathy' && isRoot(tokens, group))) continue;
    if (standsAlone && group.last <= candidate.first && !isLeading(tokens, sentence, group)) continue;
    // "just behind the L5 body, below the L4-5 level": the vertebra tells how far it went
    if (hasDisc && !group.levels.some(isDiscLevel)) continue;
    const cost = levelCost(tokens, sentence, candidate, group);
    if (cost < least) {
      best = group;
      least = cost;
    }
  }
  const limit = PAINS.has(candidate.condition) ? 3 : 40;
  return least <= limit ? best : undefined;
}

/** "the exiting L5 nerve root": a root is no place of a disc. */
function isRoot(tokens: Tokens, group: LevelGroup): boolean {
  return (
    group.levels.every((level) => !level.includes('-')) &&
    ['root', 'roots', 'nerve', 'nerves', 'dermatome', 'distribution'].includes(textAt(tokens, group.last))
  );
}

/** "L4-5 discectomy", "L5-S1 transforaminal injection": a place of treatment. */
function isTreated(sentence: Reading, group: LevelGroup): boolean {
  const names = (first: number, last: number): boolean =>
    sentence.candidates.some((each) => each.first >= first && each.first < last);
  return sentence.hits.get('treated').some((word) => {
    if (word.first >= group.last) return word.first - group.last <= 2 && !names(group.last, word.first);
    return group.first >= word.last && group.first - word.last <= 2 && !names(group.last, group.last + 4);
  });
}

function levelCost(tokens: Tokens, sentence: SentenceReading, candidate: Candidate, group: LevelGroup): number {
  if (group.first >= candidate.first && group.last <= candidate.last) return 0;
  const isBefore = group.last <= candidate.first;
  const [first, last] = isBefore ? [group.last, candidate.first] : [candidate.last, group.first];
  let cost = isBefore ? 2 : 1.5;
  let commas = 0;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    if (mark === SEMICOLON || isSeparator(tokens, at)) cost += 14;
    else if (mark === COMMA) commas++;
    else if (mark === COLON) cost += isBefore ? 0 : 14;
    else if (tokens.kind[at] === WORD || tokens.kind[at] === NUMBER) cost += 0.5;
    const word = textAt(tokens, at);
    if (word === 'but' || word === 'although' || word === 'while' || word === 'whereas') cost += 10;
    // "disc bulge with no stenosis at L3-4": what "no" begins is a clause of its own
    if (!isBefore && (word === 'no' || word === 'without')) cost += 8;
  }
  // "radiculopathy, MRI disclosed stenosis at L4-5": what a study shows is not where the pain goes
  const isNewStudy = ({ first: start, last: end }: { first: number; last: number }): boolean =>
    start >= first && end <= last && !['on', 'by', 'per', 'the', 'recent', 'and'].includes(textAt(tokens, start - 1));
  if (!isBefore && sentence.hits.get('modality').some(isNewStudy)) cost += 40;
  const others = sentence.candidates.filter(
    (other) => other.first >= first && other.last <= last && other !== candidate,
  ).length;
  const levelsBetween = sentence.levels.filter((other) => other.first >= first && other.last <= last).length;
  cost += commas * (isBefore ? 1 : 2.5) + levelsBetween * 12;
  if (isBefore) return cost + (isLeading(tokens, sentence, group) ? Math.min(others, 1) : others * 2.5);
  // "protrusion at L4-5": a preposition right before the level says it is the finding's
  const linker = textAt(tokens, last - 1) === 'the' ? last - 2 : last - 1;
  const tied = ['at', 'of', 'on', 'in', 'level', 'involving', 'from'].includes(textAt(tokens, linker)) ? 0 : 1.5;
  return (
    cost + tied + others * (isLeading(tokens, sentence, group) ? 8 : 1.5) + (isLeading(tokens, sentence, group) ? 9 : 0)
  );
}

/** "|" or a rule between two things; not the dotted leader of "L4-5 ..... protrusion". */
function isSeparator(tokens: Tokens, at: number): boolean {
  const code = tokens.text.charCodeAt(tokens.start[at] as number);
  return tokens.kind[at] === ORNAMENT && code !== FULL_STOP && code !== UNDERSCORE;
}

/** A level that opens its clause governs what follows: "At L4-5, there is ...", "; L5-S1 shows ...". */
function isLeading(tokens: Tokens, sentence: Reading, group: LevelGroup): boolean {
  let at = group.first - 1;
  const lead = at >= sentence.first ? textAt(tokens, at) : '';
  if (lead === 'at' || lead === 'the') at--;
  const opens =
    at < sentence.first ||
    tokens.kind[at] === ORNAMENT ||
    markAt(tokens, at) === SEMICOLON ||
    markAt(tokens, at) === COLON ||
    (lead === 'at' && (markAt(tokens, at) === COMMA || textAt(tokens, at) === 'and'));
  if (!opens) return false;
  const next = textAt(tokens, group.last);
  return (
    lead === 'at' ||
    markAt(tokens, group.last) === COLON ||
    markAt(tokens, group.last) === COMMA ||
    ['shows', 'demonstrates', 'there', 'level', 'reveals', 'has'].includes(next) ||
    at < sentence.first
  );
}

const EVERYWHERE = wordSet(
  'lower upper multilevel multiple throughout diffuse diffusely all levels level remaining other elsewhere overall visualized no normal',
);

/** In the running text of a report a sentence without a level goes on about the one before: "... at L4-5. The right foramen is narrowed." */
export function spokenLevel(note: NoteReading, at: number): readonly string[] {
  const sentence = note.sentences[at] as SentenceReading;
  if (note.kind !== 'imaging-report' && sentence.sectionKind !== 'imaging') return [];
  for (let token = sentence.first; token < sentence.last; token++) if (EVERYWHERE.at(note.tokens, token)) return [];
  for (let before = at - 1; before >= Math.max(0, at - 2); before--) {
    const other = note.sentences[before] as SentenceReading;
    if (other.span.item !== sentence.span.item) return [];
    const group = other.levels.at(-1);
    if (group) return group.levels;
    if (other.hits.get('region').length > 0) return [];
  }
  return [];
}

/** Sentences to look back over for "that level". */
const LEVEL_REACH = 6;

/** The levels said last before sentence `at`, in the same block. */
export function levelsBefore(note: NoteReading, at: number, candidate: Candidate): readonly string[] {
  let root: LevelGroup | undefined;
  for (let before = at; before >= Math.max(0, at - LEVEL_REACH); before--) {
    const { levels } = note.sentences[before] as SentenceReading;
    const groups = before === at ? levels.filter((group) => group.last <= candidate.first) : levels;
    // "... at L4-5. The L4 root ... At that level": a disc's level before a root's
    const disc = groups.findLast((group) => group.levels.some((level) => level.includes('-')));
    if (disc) return disc.levels;
    root ??= groups.at(-1);
  }
  return root?.levels ?? [];
}
