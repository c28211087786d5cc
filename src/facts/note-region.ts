/** Which part of the spine a note is about, if it is about the spine at all. */

import { regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Region, SectionKind } from '../model.ts';
import type { Hit } from '../text/phrases.ts';

/** An arm or a leg names where a root's pain goes, not what was imaged. */
export function isLimb(reading: Reading, region: Hit<Region>): boolean {
  return reading.hits.get('limb').some((limb) => limb.first === region.first && limb.last === region.last);
}

const NOWHERE: readonly Region[] = [];

/** The regions that a stretch of text names, by words and by levels; limbs left out. */
export function regionsNamed(reading: Reading): readonly Region[] {
  const regions = reading.hits.get('region');
  if (regions.length === 0 && reading.levels.length === 0) return NOWHERE;
  const words = regions.filter((region) => !isLimb(reading, region));
  return [
    ...words.map((region) => region.value),
    ...reading.levels.flatMap((group) => group.levels.map(regionOfLevel)),
  ];
}

/** The region that most of a note's places lie in. */
export function mainRegion(note: NoteReading): Region {
  const counts = new Map<Region, number>();
  for (const reading of [...note.headings, ...note.sentences]) {
    for (const region of regionsNamed(reading)) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  let main: Region = 'unspecified';
  let most = 0;
  for (const [region, times] of counts) if (times > most) [main, most] = [region, times];
  return main === 'lumbosacral' ? 'lumbar' : main;
}

/** The one region that all places of a note lie in; lumbosacral counts as lumbar. Unspecified where they differ. */
export function wholeRegion(note: NoteReading): Region {
  const regions = new Set<Region>();
  for (const reading of [...note.headings, ...note.sentences])
    for (const region of regionsNamed(reading)) regions.add(region);
  if (regions.delete('lumbosacral') || regions.has('sacral')) regions.add('lumbar');
  regions.delete('sacral');
  return regions.size === 1 ? ([...regions][0] as Region) : 'unspecified';
}

/** Lists of everything that a patient has or has not: they say nothing of what a note is about. */
const LISTS: ReadonlySet<SectionKind> = new Set([
  'exam',
  'review-of-systems',
  'past-history',
  'medications',
  'allergies',
  'family-history',
  'social-history',
]);

/** Whether a note is about the spine: a study that it leaves without a place is then a study of the spine. */
export function isAboutSpine(note: NoteReading): boolean {
  const headings = note.headings.filter((_, at) => !LISTS.has(note.sections[at]?.kind ?? 'other'));
  const sentences = note.sentences.filter(({ sectionKind }) => !LISTS.has(sectionKind));
  const readings: readonly Reading[] = [...headings, ...sentences];
  let spine = 0;
  for (const reading of readings) spine += regionsNamed(reading).length;
  for (const { candidates } of sentences) spine += candidates.length;
  if (spine === 0) return false;
  let elsewhere = 0;
  for (const { hits } of readings) {
    elsewhere += hits.get('elsewhere').length;
    if (elsewhere > spine * 2) return false;
  }
  return true;
}
