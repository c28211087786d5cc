/**
 * Where in the spine a finding is: its own clause's levels and regions, else its label, else the level said just before.
 * What names no place is left open for the merge to fill.
 */
import type { Box } from '../context/boxes.ts';
import { compareLevels, regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Region } from '../model.ts';
import type { Tokens } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { Governing } from './governing.ts';
import { bindLevels, levelsBefore, PAINS, spokenLevel } from './level-binding.ts';
import { bindRegions } from './region-binding.ts';

/** One region with the levels named in it. */
export interface Place {
  readonly region: Region;
  readonly levels: readonly string[];
  /** Its words stand right beside the finding's. */
  readonly near?: boolean;
}

/** Places of a candidate: one per region; empty when nothing near names one. */
export function placesOf(
  note: NoteReading,
  at: number,
  candidate: Candidate,
  governing: readonly Governing[],
  boxes: readonly Box[],
): Place[] {
  const { tokens } = note;
  const sentence = withinBox(note.sentences[at] as SentenceReading, candidate, boxes);
  const group = bindLevels(tokens, sentence, candidate);
  const regions = bindRegions(tokens, sentence, candidate);
  if (group) {
    const label = governing[at] as Governing;
    // "L5-S1: anterolisthesis of L5": the label's disc says where, its vertebra which way
    const isOfLabel = group.levels.every(
      (level) => !level.includes('-') && label.levels.some((disc) => disc.split('-').includes(level)),
    );
    if (isOfLabel || isWorstOf(tokens, group, label.levels)) return splitByRegion(label.levels);
    // "L5, S1 radiculopathy": roots named together (annotation guide, section 6)
    if (candidate.condition === 'radiculopathy' && group.levels.includes('L5') && group.levels.includes('S1'))
      return [{ region: 'lumbosacral', levels: [...group.levels].sort(compareLevels) }];
    const places = splitByRegion(group.levels);
    if (candidate.condition === 'radiculopathy' && isOfLimb(tokens, sentence, candidate, group))
      return places.map(({ region }) => ({ region, levels: [] }));
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
  if (candidate.condition === 'sciatica')
    return regions
      .filter(({ region, near }) => near && region.startsWith('lumb'))
      .map(({ region }) => ({ region, levels: [] }));
  return regions.map(({ region, near }) => ({ region, levels: [], near }));
}

const LEADING_TO_LIMB = wordSet('of into in to down along affecting involving the his her left right both l r');
const LIMB_REACH = 5;

/** "C5-6 herniation with radiculopathy of the right arm": the limb says where the root hurts, the level is the disc's alone. */
function isOfLimb(
  tokens: Tokens,
  sentence: SentenceReading,
  candidate: Candidate,
  group: { readonly levels: readonly string[]; readonly first: number; readonly last: number },
): boolean {
  if (group.last >= candidate.first - 1 && group.first <= candidate.last + 1) return false;
  if (!group.levels.every((level) => level.includes('-'))) return false;
  return sentence.hits.get('limb').some((limb) => {
    if (limb.last === candidate.first) return true;
    if (limb.first < candidate.last || limb.first - candidate.last > LIMB_REACH) return false;
    for (let at = candidate.last; at < limb.first; at++) if (!LEADING_TO_LIMB.at(tokens, at)) return false;
    return true;
  });
}

const WORST = wordSet('noticeably especially particularly most worst mainly mostly notably predominantly worse more');

/** "L3-4, L4-5: bulges, noticeably at L4-5": the label's levels all have it. */
function isWorstOf(
  tokens: Tokens,
  group: { levels: readonly string[]; first: number },
  label: readonly string[],
): boolean {
  if (label.length <= group.levels.length || !group.levels.every((level) => label.includes(level))) return false;
  for (let at = group.first - 1; at >= group.first - 4; at--) if (WORST.at(tokens, at)) return true;
  return false;
}

/** "[x] facet syndrome [ ] SI joint dysfunction": a ticked item is placed by its own words only. */
function withinBox(sentence: SentenceReading, candidate: Candidate, boxes: readonly Box[]): SentenceReading {
  const box = boxes.find((each) => each.last <= candidate.first && candidate.first < each.labelLast);
  if (!box) return sentence;
  const isOwn = (hit: { first: number }): boolean => hit.first >= box.last && hit.first < box.labelLast;
  return {
    ...sentence,
    levels: sentence.levels.filter(isOwn),
    hits: { names: sentence.hits.names, get: (layer) => sentence.hits.get(layer).filter(isOwn) },
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
