/** Regions of the spine as coding sees them: which lie next to each other, and which a table has rows for. */
import { type Fact, REGIONS, type Region } from '../model.ts';
import { type DerivedAxis, derived } from './family.ts';

/** Neighbouring regions: a symptom in one can come from a disorder in the other. */
const NEIGHBOURHOODS: readonly (readonly Region[])[] = [
  ['cervical', 'cervicothoracic'],
  ['cervicothoracic', 'thoracic', 'thoracolumbar'],
  ['thoracolumbar', 'lumbar', 'lumbosacral', 'sacral'],
];

/** Lower back in the sense of M54.5-: the pain may come from any of these. */
export const LOW_BACK: readonly Region[] = ['thoracolumbar', 'lumbar', 'lumbosacral', 'sacral'];
export const NECK: readonly Region[] = ['cervical', 'cervicothoracic'];
export const MID_BACK: readonly Region[] = ['thoracic', 'thoracolumbar'];

export function areNeighbours(a: Region, b: Region): boolean {
  return a === b || NEIGHBOURHOODS.some((regions) => regions.includes(a) && regions.includes(b));
}

/** Levels that are known and do not meet: two places. Unknown levels may be the same place. */
export function areApart(a: Fact, b: Fact): boolean {
  return a.levels.length > 0 && b.levels.length > 0 && !a.levels.some((level) => b.levels.includes(level));
}

/** The fact's region when the table has a row for it. */
export function regionAmong<const R extends Region>(fact: Fact, rows: readonly R[]): R | undefined {
  return rows.find((row) => row === fact.region);
}

/** For families that have a code for every region, the unspecified one too: nothing is asked. */
export const anyRegion: DerivedAxis<Region> = derived('region', REGIONS, (fact) => fact.region);
