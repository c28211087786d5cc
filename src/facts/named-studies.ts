/** The studies that a stretch of text names, with their regions; a study of another part of the body is none of ours. */

import { regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { ImagingStatus, Modality, Region } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, type Tokens, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { isAboutSpine, isLimb, mainRegion, regionsNamed } from './note-region.ts';
import { studyStatusOf } from './study-status.ts';

export interface Study {
  readonly modality: Modality;
  readonly regions: readonly Region[];
  readonly status: ImagingStatus;
  /** Where it is named: token range. */
  readonly first: number;
  readonly last: number;
}

export interface NamedStudies {
  readonly studies: readonly Study[];
  /** It names a study of another part of the body. */
  readonly elsewhere: boolean;
}

/** What a whole note says on the place of studies that name none. */
export interface StudyPlaces {
  /** Worked out when the first such study asks. */
  readonly main: () => Region;
  readonly aboutSpine: () => boolean;
  /** The regions of the studies of each modality met so far. */
  readonly known: Map<Modality, readonly Region[]>;
}

export function studyPlacesOf(note: NoteReading): StudyPlaces {
  let main: Region | undefined;
  let aboutSpine: boolean | undefined;
  return {
    main: () => (main ??= mainRegion(note)),
    aboutSpine: () => (aboutSpine ??= isAboutSpine(note)),
    known: new Map(),
  };
}

const NO_STUDIES: NamedStudies = { studies: [], elsewhere: false };

export function findNamedStudies(
  note: NoteReading,
  reading: Reading,
  before: Reading | null,
  fallback: ImagingStatus,
  places: StudyPlaces,
): NamedStudies {
  if (!reading.hits.names) return NO_STUDIES;
  const hits = reading.hits.get('modality');
  if (hits.length === 0) return NO_STUDIES;
  const studies: Study[] = [];
  let elsewhere = false;
  for (const hit of oncePerStudy(hits)) {
    if (isOtherThing(note, reading, hit)) continue;
    const regions = isElsewhere(note.tokens, reading, hit) ? null : regionsOf(note, reading, before, hit, places);
    if (!regions) {
      elsewhere = true;
      continue;
    }
    const status = studyStatusOf(note, reading, hit, fallback);
    if (status === 'no-study') continue;
    if (regions.length > 0) places.known.set(hit.value, regions);
    studies.push({ modality: hit.value, regions, status, first: hit.first, last: hit.last });
  }
  return { studies, elsewhere };
}

/** "EMG and nerve conduction studies", "EMG/NCV": one study by two names. */
function oncePerStudy(hits: readonly Hit<Modality>[]): Hit<Modality>[] {
  return hits.filter((hit, at) => {
    const before = hits[at - 1];
    return !(before && before.value === hit.value && hit.first - before.last <= 1);
  });
}

const COMMA = 0x2c;
const FULL_STOP = 0x2e;

/** "Effexor XR 75 mg": an x-ray is so abbreviated beside its region only; a PET CT is no CT. */
function isOtherThing({ text, tokens }: NoteReading, reading: Reading, hit: Hit<Modality>): boolean {
  if (hit.value === 'CT' && wordAt(tokens, hit.first - 1) === 'pet') return true;
  const name = text.slice(tokens.start[hit.first], tokens.end[hit.last - 1]);
  // "pain in his lumbar spine, Mr. Bell says"
  if (/\bMr\b/.test(name) || (/\bmr$/i.test(name) && markAt(tokens, hit.last) === FULL_STOP)) return true;
  return /^xr$/i.test(name) && ownRegions(reading, hit).length === 0 && hit.first > reading.first;
}

/** "knee MRI", "CT of the head", "x-ray of the leg". */
function isElsewhere(tokens: Tokens, reading: Reading, hit: Hit<Modality>): boolean {
  const limbs = hit.value === 'EMG' ? [] : reading.hits.get('limb').filter((limb) => isObject(tokens, hit, limb));
  const parts = reading.hits.get('elsewhere').filter((part) => {
    const isAfter = part.first >= hit.last;
    const gap = isAfter ? part.first - hit.last : hit.first - part.last;
    return (
      gap <= (isAfter ? 5 : 3) && !hasComma(tokens, Math.min(part.last, hit.last), Math.max(part.first, hit.first))
    );
  });
  if (parts.length + limbs.length === 0) return false;
  const places = [...reading.hits.get('region').filter((region) => !isLimb(reading, region)), ...reading.levels];
  return !places.some((place) => {
    const gap = place.first >= hit.last ? place.first - hit.last : hit.first - place.last;
    return (gap >= -1 && gap <= 5) || (place.first >= hit.last && isOneList(tokens, reading, hit.last, place.first));
  });
}

const LISTING = wordSet('of the and both with left right or as well spine thigh thighs calf calves');
const LONGEST_LIST = 24;

/** "MRIs of the pelvis, both thighs and lumbar spine": parts of the body, listed down to the one that is ours. */
function isOneList(tokens: Tokens, reading: Reading, first: number, last: number): boolean {
  if (last - first > LONGEST_LIST) return false;
  const isPart = (at: number): boolean =>
    (['elsewhere', 'limb', 'region'] as const).some((layer) =>
      reading.hits.get(layer).some((part) => part.first <= at && at < part.last),
    );
  for (let at = first; at < last; at++)
    if (markAt(tokens, at) !== COMMA && !LISTING.at(tokens, at) && !isPart(at)) return false;
  return true;
}

/** "ultrasound of the legs", "leg x-ray"; not "MRI for leg pain". */
function isObject(tokens: Tokens, hit: Hit<Modality>, limb: { first: number; last: number }): boolean {
  if (limb.last === hit.first) return true;
  return limb.first >= hit.last && limb.first - hit.last <= 4 && wordAt(tokens, hit.last) === 'of';
}

function hasComma(tokens: Tokens, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === 0x2c) return true;
  return false;
}

/** The regions of a study: its own words', else its heading's, else what the note around it speaks of; null for elsewhere. */
function regionsOf(
  note: NoteReading,
  reading: Reading,
  before: Reading | null,
  hit: Hit<Modality>,
  places: StudyPlaces,
): readonly Region[] | null {
  const own = ownRegions(reading, hit);
  if (own.length > 0) return own;
  const heading = regionOfHeading(note, hit.first);
  if (heading) return [heading];
  const said = regionsNamed(reading)[0];
  if (said) return [said];
  const known = places.known.get(hit.value);
  if (known) return known;
  if (
    note.kind !== 'procedure-note' &&
    before &&
    before.hits.get('elsewhere').length > 0 &&
    regionsNamed(before).length === 0
  )
    return null;
  // "a CT and blood tests were unremarkable": a CT by itself is as often of the head or the belly.
  const isSpinal =
    hit.value !== 'CT' ||
    note.kind !== 'office-note' ||
    reading.candidates.length > 0 ||
    reading.hits.get('spine-word').length > 0;
  if (!isSpinal || !places.aboutSpine()) return null;
  return places.main() === 'unspecified' ? [] : [places.main()];
}

/** "MRI of the lumbar spine", "cervical x-rays", "X-rays of the cervical and lumbar spine". */
function ownRegions(reading: Reading, hit: Hit<Modality>): Region[] {
  const wide = reading.hits.get('study-region');
  const regions: Region[] = [];
  for (const region of reading.hits.get('region')) {
    if (isLimb(reading, region)) continue;
    const after = region.first - hit.last;
    const before = hit.first - region.last;
    const isPart = after < 0 && before < 0;
    if (!isPart && !((after >= 0 && after <= 8) || (before >= 0 && before <= 3))) continue;
    const value = wide.some((each) => each.first <= region.first && region.last <= each.last) ? 'lumbar' : region.value;
    if (!regions.includes(value)) regions.push(value);
  }
  if (regions.length > 0) return regions;
  const level = reading.levels.find((each) => Math.abs(each.first - hit.last) <= 6);
  return level?.levels[0] ? [regionOfLevel(level.levels[0])] : [];
}

function regionOfHeading(note: NoteReading, token: number): Region | undefined {
  const at = note.sections.findIndex((section) => section.first <= token && token < section.last);
  return note.headings[at]?.hits.get('region')[0]?.value;
}

/** Studies that headings name: "LUMBAR X-RAY, 3 views:", "MRI LUMBAR SPINE". */
export function findHeadingStudies(note: NoteReading): Study[] {
  const places = studyPlacesOf(note);
  return note.headings.flatMap((heading, at) => {
    const kind = note.sections[at]?.kind;
    return kind === 'plan' || kind === 'procedure-details'
      ? []
      : findNamedStudies(note, heading, null, 'performed', places).studies;
  });
}
