/** Which region words of a sentence are a finding's; several where they are listed ("cervical, thoracic and lumbar spondylosis"). */

import type { SentenceReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { Condition, Region } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, type Tokens, textAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
export const LIMB_CONDITIONS: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica']);

export interface BoundRegion {
  readonly region: Region;
  /** Right beside the candidate, or inside it. */
  readonly near: boolean;
}

/** Region words of a candidate; several when they are listed ("cervical, thoracic and lumbar spondylosis"). */
export function bindRegions(tokens: Tokens, sentence: SentenceReading, candidate: Candidate): BoundRegion[] {
  const usable = sentence.hits.get('region').filter((region) => {
    const limb = sentence.hits.get('limb').some((each) => each.first === region.first);
    if (limb && !LIMB_CONDITIONS.has(candidate.condition)) return false;
    // the sacroiliac joint beside a facet is no place of the facet's
    if (
      region.value === 'sacral' &&
      candidate.condition !== 'sacroiliac-disorder' &&
      /^(sacroiliac|si)/.test(textAt(tokens, region.first))
    )
      return false;
    if (isNeckOfThing(tokens, region)) return false;
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
    const others = sentence.candidates.filter(
      (other) => other !== candidate && other.first >= first && other.last <= last,
    ).length;
    const cost =
      gap +
      (isBefore ? 0 : 0.5) +
      others * 2 +
      clauseBreaks(tokens, first, last) * 4 +
      (isOfTreatment(sentence, region) ? 8 * (1 + clauseBreaks(tokens, first, last)) : 0);
    if (cost < least) {
      best = region;
      least = cost;
    }
  }
  return best ? listed(tokens, usable, best, least <= 3) : [];
}

const NECKS = wordSet('its narrow femoral humeral surgical');

/** The neck of an extrusion or of a femur is no part of the spine. */
function isNeckOfThing(tokens: Tokens, region: Hit<Region>): boolean {
  return (
    textAt(tokens, region.first) === 'neck' &&
    (NECKS.at(tokens, region.first - 1) || textAt(tokens, region.last) === 'of')
  );
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
  while (
    high + 1 < regions.length &&
    isListBetween(tokens, regions[high] as Hit<Region>, regions[high + 1] as Hit<Region>)
  )
    high++;
  const unique = new Set(regions.slice(low, high + 1).map((each) => each.value));
  return [...unique].map((value) => ({ region: value, near }));
}

function isListBetween(tokens: Tokens, a: Hit<Region>, b: Hit<Region>): boolean {
  if (b.first - a.last > 4 || b.first === a.last) return false;
  for (let at = a.last; at < b.first; at++) {
    const mark = markAt(tokens, at);
    const word = textAt(tokens, at);
    if (
      mark !== COMMA &&
      mark !== 0x26 &&
      mark !== 0x2f &&
      word !== 'and' &&
      word !== 'or' &&
      word !== 'the' &&
      word !== 'spine'
    )
      return false;
  }
  return true;
}

/** "lumbar epidural injection for ...": the region of a treatment. */
function isOfTreatment(sentence: Reading, region: Hit<Region>): boolean {
  return sentence.hits.get('treated').some((word) => word.first >= region.last && word.first - region.last <= 1);
}
