/**
 * Where in the spine a finding is: its own clause's levels and regions, else its label ("L4-5:"), else the level said just
 * before ("at this level"); and on which side. What names no place is left open for the merge to fill.
 */
import type { Box } from '../context/boxes.ts';
import type { Condition, Laterality, Region } from '../model.ts';
import { compareLevels, regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Hit } from '../mentions/phrases.ts';
import type { Candidate, LevelGroup, Reading } from '../mentions/reading.ts';
import { fold } from '../text/characters.ts';
import { hasSpaceBefore, isUpperCase, markAt, NUMBER, ORNAMENT, PUNCTUATION, type Tokens, WORD } from '../text/tokens.ts';

/** One region with the levels named in it. */
export interface Place {
  readonly region: Region;
  readonly levels: readonly string[];
  /** Its words stand right beside the finding's. */
  readonly near?: boolean;
}

/** The label or heading that governs where a sentence stands. */
export interface Governing {
  readonly levels: readonly string[];
  readonly region: Region;
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const COLON = 0x3a;
const OPEN = 0x28;
const CLOSE = 0x29;

const PAINS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain', 'sciatica']);
const LIMB_CONDITIONS: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica']);
const SIDED_MIDLINE: ReadonlySet<Condition> = new Set(['disc-herniation', 'disc-bulge', 'annulus-fibrosus-defect']);

/** The labels that govern each sentence: a level at its head, carried on to the lines below a bare label. */
export function findGoverning(note: NoteReading): Governing[] {
  const governing: Governing[] = [];
  let label: { place: Governing; item: number; block: number; section: number; carries: boolean } | null = null;
  for (const sentence of note.sentences) {
    const { item, block, section } = sentence.span;
    if (label && (label.section !== section || (label.carries ? label.block !== block : label.item !== item))) label = null;
    const own = labelOf(note.tokens, sentence);
    if (own) label = { place: { levels: own.levels, region: 'unspecified' }, item, block, section, carries: own.bare };
    governing.push(label?.place ?? headingPlace(note, section));
  }
  return governing;
}

function headingPlace(note: NoteReading, section: number): Governing {
  const heading = note.headings[section] as Reading;
  const level = heading.levels[0];
  const region = heading.hits.get('region')[0]?.value ?? 'unspecified';
  // "LUMBOSACRAL SPINE, 3 VIEWS": a study of it is one of the lumbar region
  const isStudy = heading.hits.get('modality').length > 0 && region === 'lumbosacral';
  return { levels: level?.levels ?? [], region: isStudy ? 'lumbar' : region };
}

/** "L4-5: ...", "At L4-5, ...", "L5/S1 level :" at the head of a sentence; bare when nothing follows. */
function labelOf(tokens: Tokens, sentence: SentenceReading): { levels: readonly string[]; bare: boolean } | null {
  const group = sentence.levels[0];
  if (!group || group.first - sentence.first > 2) return null;
  for (let at = sentence.first; at < group.first; at++) {
    const isLead = tokens.kind[at] === PUNCTUATION || ['at', 'the', 'level', 'disc', 'in'].includes(textOf(tokens, at));
    if (!isLead) return null;
  }
  let at = group.last;
  while (at < sentence.last && isLevelWord(tokens, at)) at++;
  if (at >= sentence.last) return { levels: group.levels, bare: true };
  const mark = markAt(tokens, at);
  // "L5S1  Broad protrusion": a level set off by a gap, as in a table
  const isSetOff = at === group.last && group.first === sentence.first && (tokens.start[at] as number) - (tokens.end[at - 1] as number) >= 2;
  if (mark === COLON || mark === 0x2d || tokens.kind[at] === ORNAMENT || isSetOff) return { levels: group.levels, bare: at + 1 >= sentence.last };
  const startsWithAt = textOf(tokens, sentence.first) === 'at';
  return startsWithAt && (mark === COMMA || tokens.kind[at] === WORD) ? { levels: group.levels, bare: false } : null;
}

function isLevelWord(tokens: Tokens, at: number): boolean {
  return ['level', 'levels', 'leve', 'l', 'disc', 'disk', 'space', 'the'].includes(textOf(tokens, at));
}

/** Places of a candidate: one per region; empty when nothing near names one. */
export function placesOf(note: NoteReading, at: number, candidate: Candidate, governing: readonly Governing[], boxes: readonly Box[]): Place[] {
  const { tokens } = note;
  const sentence = withinBox(note.sentences[at] as SentenceReading, candidate, boxes);
  const group = bindLevels(tokens, sentence, candidate);
  const regions = bindRegions(tokens, sentence, candidate);
  if (group) {
    const label = governing[at] as Governing;
    // "L5-S1: anterolisthesis of L5": the label's disc says where, its vertebra which way
    const isOfLabel = group.levels.every((level) => !level.includes('-') && label.levels.some((disc) => disc.split('-').includes(level)));
    if (isOfLabel) return splitByRegion(label.levels);
    const places = splitByRegion(group.levels);
    const named = regions.find((region) => region.near);
    if (named && !agrees(named.region, places)) return [{ region: named.region, levels: [] }];
    return places;
  }
  if (!PAINS.has(candidate.condition)) {
    if (sentence.hits.get('same-level').length > 0) {
      const before = levelsBefore(note, at, candidate);
      if (before.length > 0) return splitByRegion(before);
    }
    const label = governing[at] as Governing;
    if (regions.length === 0 && label.levels.length > 0) return splitByRegion(label.levels);
    const spoken = regions.length === 0 ? spokenLevel(note, at) : [];
    if (spoken.length > 0) return splitByRegion(spoken);
    if (regions.length === 0 && label.region !== 'unspecified') return [{ region: label.region, levels: [] }];
  }
  if (candidate.condition === 'sciatica') return regions.filter(({ region, near }) => near && region.startsWith('lumb')).map(({ region }) => ({ region, levels: [] }));
  return regions.map(({ region, near }) => ({ region, levels: [], near }));
}

/** "[x] facet syndrome [ ] SI joint dysfunction": a ticked item is placed by its own words only. */
function withinBox(sentence: SentenceReading, candidate: Candidate, boxes: readonly Box[]): SentenceReading {
  const box = boxes.find((each) => each.last <= candidate.first && candidate.first < each.labelLast);
  if (!box) return sentence;
  const isOwn = (hit: { first: number }): boolean => hit.first >= box.last && hit.first < box.labelLast;
  return {
    ...sentence,
    levels: sentence.levels.filter(isOwn),
    hits: { get: (layer) => sentence.hits.get(layer).filter(isOwn) },
  };
}

/** Lumbar is said of L5-S1, too ("lumbar spondylosis, L5-S1"). */
function agrees(region: Region, places: readonly Place[]): boolean {
  const wide: Readonly<Partial<Record<Region, readonly Region[]>>> = {
    lumbar: ['lumbar', 'lumbosacral', 'thoracolumbar'],
    lumbosacral: ['lumbosacral', 'lumbar'],
    cervical: ['cervical', 'cervicothoracic'],
    thoracic: ['thoracic', 'thoracolumbar', 'cervicothoracic'],
    sacral: ['sacral', 'lumbosacral'],
  };
  return places.some((place) => (wide[region] ?? [region]).includes(place.region));
}

export function splitByRegion(levels: readonly string[]): Place[] {
  const byRegion = new Map<Region, string[]>();
  for (const level of levels) {
    const region = regionOfLevel(level);
    const list = byRegion.get(region);
    if (list) list.push(level);
    else byRegion.set(region, [level]);
  }
  return [...byRegion].map(([region, own]) => ({ region, levels: own.sort(compareLevels) }));
}

/** The level group that a candidate belongs to, by the cheapest way to read them together. */
function bindLevels(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): LevelGroup | undefined {
  let best: LevelGroup | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const group of sentence.levels) {
    if (isTreated(sentence, group) || (candidate.condition !== 'radiculopathy' && isRoot(tokens, group))) continue;
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
  return group.levels.every((level) => !level.includes('-')) && ['root', 'roots', 'nerve', 'nerves', 'dermatome', 'distribution'].includes(textOf(tokens, group.last));
}

/** "L4-5 discectomy", "L5-S1 transforaminal injection": a place of treatment. */
function isTreated(sentence: Reading, group: LevelGroup): boolean {
  const names = (first: number, last: number): boolean => sentence.candidates.some((each) => each.first >= first && each.first < last);
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
    if (mark === SEMICOLON || tokens.kind[at] === ORNAMENT) cost += 14;
    else if (mark === COMMA) commas++;
    else if (mark === COLON) cost += isBefore ? 0 : 14;
    else if (tokens.kind[at] === WORD || tokens.kind[at] === NUMBER) cost += 0.5;
    const word = textOf(tokens, at);
    if (word === 'but' || word === 'although' || word === 'while' || word === 'whereas') cost += 10;
    // "disc bulge with no stenosis at L3-4": what "no" begins is a clause of its own
    if (!isBefore && (word === 'no' || word === 'without')) cost += 8;
  }
  const others = sentence.candidates.filter((other) => other.first >= first && other.last <= last && other !== candidate).length;
  const levelsBetween = sentence.levels.filter((other) => other.first >= first && other.last <= last).length;
  cost += commas * (isBefore ? 1 : 2.5) + levelsBetween * 12;
  if (isBefore) return cost + (isLeading(tokens, sentence, group) ? Math.min(others, 1) : others * 2.5);
  // "protrusion at L4-5": a preposition right before the level says it is the finding's
  const linker = textOf(tokens, last - 1) === 'the' ? last - 2 : last - 1;
  const tied = ['at', 'of', 'on', 'in', 'level', 'involving', 'from'].includes(textOf(tokens, linker)) ? 0 : 1.5;
  return cost + tied + others * (isLeading(tokens, sentence, group) ? 8 : 1.5) + (isLeading(tokens, sentence, group) ? 9 : 0);
}

/** A level that opens its clause governs what follows: "At L4-5, there is ...", "; L5-S1 shows ...". */
function isLeading(tokens: Tokens, sentence: Reading, group: LevelGroup): boolean {
  let at = group.first - 1;
  const lead = at >= sentence.first ? textOf(tokens, at) : '';
  if (lead === 'at' || lead === 'the') at--;
  const opens = at < sentence.first || tokens.kind[at] === ORNAMENT || markAt(tokens, at) === SEMICOLON || markAt(tokens, at) === COLON || (lead === 'at' && (markAt(tokens, at) === COMMA || textOf(tokens, at) === 'and'));
  if (!opens) return false;
  const next = textOf(tokens, group.last);
  return lead === 'at' || markAt(tokens, group.last) === COLON || markAt(tokens, group.last) === COMMA || ['shows', 'demonstrates', 'there', 'level', 'reveals', 'has'].includes(next) || at < sentence.first;
}

interface BoundRegion {
  readonly region: Region;
  /** Right beside the candidate, or inside it. */
  readonly near: boolean;
}

/** Region words of a candidate; several when they are listed ("cervical, thoracic and lumbar spondylosis"). */
function bindRegions(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): BoundRegion[] {
  const usable = sentence.hits.get('region').filter((region) => {
    const limb = sentence.hits.get('limb').some((each) => each.first === region.first);
    if (limb && !LIMB_CONDITIONS.has(candidate.condition)) return false;
    return candidate.condition !== 'sciatica' || !limb;
  });
  const inside = usable.filter((region) => region.first >= candidate.first && region.last <= candidate.last);
  if (inside.length > 0) return listed(tokens, usable, inside[0] as Hit<Region>, true);
  let best: Hit<Region> | undefined;
  let least = 24;
  for (const region of usable) {
    const isBefore = region.last <= candidate.first;
    const gap = isBefore ? candidate.first - region.last : region.first - candidate.last;
    if (gap < 0) continue;
    const [first, last] = isBefore ? [region.last, candidate.first] : [candidate.last, region.first];
    const others = sentence.candidates.filter((other) => other !== candidate && other.first >= first && other.last <= last).length;
    const cost = gap + (isBefore ? 0 : 0.5) + others * 2 + clauseBreaks(tokens, first, last) * 4 + (isOfTreatment(sentence, region) ? 8 : 0);
    if (cost < least) {
      best = region;
      least = cost;
    }
  }
  return best ? listed(tokens, usable, best, least <= 3) : [];
}

function clauseBreaks(tokens: Tokens, first: number, last: number): number {
  let breaks = 0;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    if (mark === SEMICOLON) breaks += 4;
    else if (mark === COMMA) breaks++;
  }
  return breaks;
}

/** The regions in one list with `region`: "cervical, thoracic, and lumbar spine". */
function listed(tokens: Tokens, regions: readonly Hit<Region>[], region: Hit<Region>, near: boolean): BoundRegion[] {
  const at = regions.indexOf(region);
  let low = at;
  let high = at;
  while (low > 0 && isListBetween(tokens, regions[low - 1] as Hit<Region>, regions[low] as Hit<Region>)) low--;
  while (high + 1 < regions.length && isListBetween(tokens, regions[high] as Hit<Region>, regions[high + 1] as Hit<Region>)) high++;
  const unique = new Set(regions.slice(low, high + 1).map((each) => each.value));
  return [...unique].map((value) => ({ region: value, near }));
}

function isListBetween(tokens: Tokens, a: Hit<Region>, b: Hit<Region>): boolean {
  if (b.first - a.last > 4 || b.first === a.last) return false;
  for (let at = a.last; at < b.first; at++) {
    const mark = markAt(tokens, at);
    const word = textOf(tokens, at);
    if (mark !== COMMA && mark !== 0x26 && mark !== 0x2f && word !== 'and' && word !== 'or' && word !== 'the' && word !== 'spine') return false;
  }
  return true;
}

/** "lumbar epidural injection for ...": the region of a treatment. */
function isOfTreatment(sentence: Reading, region: Hit<Region>): boolean {
  return sentence.hits.get('treated').some((word) => word.first >= region.last && word.first - region.last <= 1);
}

const EVERYWHERE = new Set('multilevel multiple throughout diffuse diffusely all levels level remaining other elsewhere overall visualized no normal'.split(' '));

/** In the running text of a report a sentence without a level goes on about the one before: "... at L4-5. The right foramen is narrowed." */
function spokenLevel(note: NoteReading, at: number): readonly string[] {
  const sentence = note.sentences[at] as SentenceReading;
  if (note.kind !== 'imaging-report' && sentence.sectionKind !== 'imaging') return [];
  for (let token = sentence.first; token < sentence.last; token++) if (EVERYWHERE.has(textOf(note.tokens, token))) return [];
  for (let before = at - 1; before >= Math.max(0, at - 2); before--) {
    const other = note.sentences[before] as SentenceReading;
    if (other.span.item !== sentence.span.item) return [];
    const group = other.levels.at(-1);
    if (group) return group.levels;
    if (other.hits.get('region').length > 0) return [];
  }
  return [];
}

/** The levels said last before sentence `at`, in the same block. */
function levelsBefore(note: NoteReading, at: number, candidate: Candidate): readonly string[] {
  const own = (note.sentences[at] as SentenceReading).levels.filter((group) => group.last <= candidate.first).at(-1);
  if (own) return own.levels;
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const group = (note.sentences[before] as SentenceReading).levels.at(-1);
    if (group) return group.levels;
  }
  return [];
}

/** The side a candidate is on, from the side words that belong to it. */
export function sideOf(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): Laterality {
  const sides = new Set<Laterality>();
  for (const side of sentence.hits.get('side')) {
    if (side.value === 'midline' && (!SIDED_MIDLINE.has(candidate.condition) || isOfCanal(tokens, side))) continue;
    if (isLetterOfElse(tokens, sentence, side)) continue;
    if (belongs(tokens, sentence, candidate, side)) sides.add(side.value);
  }
  if (sides.has('bilateral') || (sides.has('left') && sides.has('right'))) return 'bilateral';
  if (sides.has('left')) return 'left';
  if (sides.has('right')) return 'right';
  return sides.has('midline') ? 'midline' : 'unspecified';
}

/** The L of "L4", "L-spine", "l side" is no side; the L of "L paracentral" is. */
function isLetterOfElse(tokens: Tokens, sentence: SentenceReading, side: Hit<Laterality>): boolean {
  if ((tokens.end[side.first] as number) - (tokens.start[side.first] as number) !== 1 || tokens.kind[side.first] !== WORD) return false;
  if (!isUpperCase(tokens, side.first)) return true;
  const next = side.first + 1;
  const isGlued = next < tokens.count && !hasSpaceBefore(tokens, next) && markAt(tokens, next) !== COMMA && markAt(tokens, next) !== CLOSE;
  const follows = !hasSpaceBefore(tokens, side.first) && markAt(tokens, side.first - 1) !== OPEN;
  return isGlued || follows || tokens.kind[next] === NUMBER || sentence.hits.get('region').some((region) => region.first <= side.first && side.last <= region.last);
}

/** "central canal" is no side. */
function isOfCanal(tokens: Tokens, side: Hit<Laterality>): boolean {
  return ['canal', 'stenosis', 'spinal', 'and', 'narrowing'].includes(textOf(tokens, side.last)) && textOf(tokens, side.last) !== 'and';
}

const SIDE_STOPS = new Set('with but causing resulting compressing abutting encroaching impinging contacting indenting greater compared than versus'.split(' '));
/** Nouns that take the side word for themselves: "right leg", "left L5 root", "left exit canal". */
const OWN_SIDE = new Set('leg arm thigh calf foot buttock hip knee shoulder nerve root roots s1 l5 l4 exit exiting thecal sac lateral recess foramen neural canal pedicle transverse side sided'.split(' '));

function belongs(tokens: Tokens, sentence: SentenceReading, candidate: Candidate, side: Hit<Laterality>): boolean {
  if (side.first >= candidate.first && side.last <= candidate.last) return !OWN_SIDE.has(textOf(tokens, side.last)) || textOf(tokens, side.last) === 'sided';
  const isBefore = side.last <= candidate.first;
  const [first, last] = isBefore ? [side.last, candidate.first] : [candidate.last, side.first];
  if (first > last) return false;
  let words = 0;
  for (let at = first; at < last; at++) {
    const mark = markAt(tokens, at);
    const word = textOf(tokens, at);
    if (mark === SEMICOLON || mark === COLON) return false;
    if (!isBefore && SIDE_STOPS.has(word)) return false;
    if (tokens.kind[at] === WORD) words++;
  }
  const between = sentence.candidates.filter((other) => other !== candidate && other.first >= first && other.last <= last);
  if (between.length > 0 && !isBefore) return false;
  if (isBefore) {
    // "left leg weakness and disc bulge": the side is the leg's
    const isLimbs = OWN_SIDE.has(textOf(tokens, side.last)) && !textOf(tokens, side.last).startsWith('side') && !LIMB_CONDITIONS.has(candidate.condition) && candidate.condition !== 'spinal-stenosis';
    return words <= 5 && between.length === 0 && !isLimbs;
  }
  // "right neck pain and left low back pain": a side right before the next finding is that finding's
  if (sentence.candidates.some((other) => other.first >= side.last && other.first - side.last <= 2)) return false;
  if (words > 9) return false;
  const next = textOf(tokens, side.last);
  const ownsNoun = OWN_SIDE.has(next) && next !== 'side' && next !== 'sided';
  return !ownsNoun || LIMB_CONDITIONS.has(candidate.condition) || (candidate.condition === 'spinal-stenosis' && ['foramen', 'neural', 'lateral', 'recess'].includes(next));
}

function textOf(tokens: Tokens, at: number): string {
  return at < tokens.count && at >= 0 ? fold(tokens.text.slice(tokens.start[at], tokens.end[at])) : '';
}
