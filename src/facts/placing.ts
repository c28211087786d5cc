/** A finding without a place of its own takes it from what stands nearest, in the order of the annotation guide, section 2. */

import { regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import { type Condition, REGIONS, type Region } from '../model.ts';
import type { Finding } from './findings.ts';
import type { Place } from './place.ts';
import { mainRegion, type StudyContext } from './studies.ts';

/** A finding in one place. */
export interface Placed {
  readonly finding: Finding;
  readonly region: Region;
  readonly levels: readonly string[];
  /** The levels are not its own words' but those of what stands near. */
  readonly borrowed: boolean;
}

export const PAINS: readonly Condition[] = ['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain'];

/** Conditions that have no region of their own unless their words name one. */
const NO_REGION: ReadonlySet<Condition> = new Set([
  'back-pain',
  'sciatica',
  'cauda-equina-syndrome',
  'postlaminectomy-syndrome',
]);

/** Disorders of joints that an injection enters, so that the technique says where they are. */
const TREATED_JOINTS: ReadonlySet<Condition> = new Set(['other-dorsopathy', 'spondylosis']);

/** The place a finding's own words leave open, by the guide's order. */
export function placeFinding(
  note: NoteReading,
  finding: Finding,
  all: readonly Finding[],
  studies: readonly StudyContext[],
): Placed[] {
  const inherent = note.language.conditionRegion.get(finding.condition);
  if (inherent) {
    const levels = finding.condition === 'sacroiliac-disorder' ? [] : finding.places.flatMap((place) => place.levels);
    return [{ finding, region: inherent, levels, borrowed: false }];
  }
  if (finding.condition === 'back-pain' || finding.condition === 'cauda-equina-syndrome')
    return [{ finding, region: 'unspecified', levels: [], borrowed: false }];
  // "mother with a lumbar disc herniation and an uncle with spondylolisthesis": each relative's own words only
  if (finding.status === 'other-person')
    return places(
      finding,
      finding.places.filter((place) => place.near || place.levels.length > 0),
    );
  return finding.places.length > 0
    ? places(finding, finding.places)
    : places(finding, borrowPlaces(note, finding, all, studies), true);
}

function places(finding: Finding, own: readonly Place[], borrowed = false): Placed[] {
  return own.length === 0
    ? [{ finding, region: 'unspecified', levels: [], borrowed }]
    : own.map(({ region, levels }) => ({ finding, region, levels, borrowed }));
}

/** A root's place is its disc's ("L4-5 herniated disc with radiculopathy"); a result without place lies in its study's region. */
function borrowPlaces(
  note: NoteReading,
  finding: Finding,
  all: readonly Finding[],
  studies: readonly StudyContext[],
): readonly Place[] {
  const sentence = note.sentences[finding.at] as SentenceReading;
  const neighbours = all.filter((other) => other.at === finding.at && other !== finding);
  if (finding.condition === 'radiculopathy' || finding.condition === 'sciatica' || finding.condition === 'myelopathy') {
    const cause = neighbours.filter(
      (other) => other.places.length > 0 && !PAINS.includes(other.condition) && other.status === finding.status,
    );
    const nearest = cause.sort((a, b) => distance(a, finding) - distance(b, finding))[0];
    if (nearest && finding.condition !== 'sciatica') return nearest.places;
  }
  if (finding.source === 'imaging') {
    const study = studies[finding.at]?.reports ?? studies[finding.at]?.governing;
    // a study of the lumbosacral spine is one of the lumbar region
    if (study && study.regions.length > 0)
      return study.regions.map((region) => ({ region: region === 'lumbosacral' ? 'lumbar' : region, levels: [] }));
  }
  if (finding.condition !== 'sciatica') {
    const pain = neighbours.find(
      (other) => note.language.conditionRegion.has(other.condition) && other.condition !== 'sacroiliac-disorder',
    );
    const region = pain ? note.language.conditionRegion.get(pain.condition) : undefined;
    if (region) return [{ region, levels: [] }];
  }
  if (
    finding.condition === 'myelopathy' &&
    all.some((other) => other.status === 'present' && other.places.some((place) => place.region === 'cervical'))
  )
    return [{ region: 'cervical', levels: [] }];
  if (finding.status === 'absent' && finding.source !== 'imaging' && !NO_REGION.has(finding.condition)) {
    const before = all
      .filter(
        (other) =>
          other.at < finding.at &&
          finding.at - other.at <= 4 &&
          isInSection(note, other, finding) &&
          other.status === 'present',
      )
      .at(-1);
    const inherent = before ? note.language.conditionRegion.get(before.condition) : undefined;
    if (inherent && inherent !== 'sacral') return [{ region: inherent, levels: [] }];
    if (before && before.places.length > 0) return before.places.map(({ region }) => ({ region, levels: [] }));
  }
  if (TREATED_JOINTS.has(finding.condition) && finding.listed && note.kind === 'procedure-note')
    return treatedPlaces(note);
  if (finding.source === 'operative') return operatedLevels(note, finding, sentence, all);
  return [];
}

const isInSection = (note: NoteReading, a: Finding, b: Finding): boolean =>
  note.sentences[a.at]?.span.section === note.sentences[b.at]?.span.section;
const distance = (a: Finding, b: Finding): number =>
  Math.min(Math.abs(a.candidate.first - b.candidate.last), Math.abs(b.candidate.first - a.candidate.last));

/** A joint that was entered is where its syndrome is; L5 with the sacrum is the lumbosacral region. */
function treatedPlaces(note: NoteReading): Place[] {
  const regions = new Set<Region>();
  for (const sentence of note.sentences) {
    if (
      sentence.sectionKind !== 'procedure' &&
      sentence.sectionKind !== 'procedure-details' &&
      sentence.sectionKind !== 'operative-findings'
    )
      continue;
    for (const group of sentence.levels) for (const level of group.levels) regions.add(regionOfLevel(level));
    for (const region of sentence.hits.get('region'))
      if (region.value === 'sacral' || region.value === 'lumbosacral') regions.add(region.value);
  }
  if (regions.has('lumbosacral') || (regions.has('sacral') && regions.has('lumbar')))
    return [{ region: 'lumbosacral', levels: [] }];
  return regions.size === 1 ? [...regions].map((region) => ({ region, levels: [] })) : [];
}

/** At operation the level is the one that the text last spoke of. */
function operatedLevels(
  note: NoteReading,
  finding: Finding,
  sentence: SentenceReading,
  all: readonly Finding[],
): Place[] {
  for (let at = finding.at; at >= 0; at--) {
    const before = note.sentences[at] as SentenceReading;
    if (before.span.section !== sentence.span.section) break;
    const groups = before.levels.filter((group) => at < finding.at || group.last <= finding.candidate.first);
    const level = groups.at(-1)?.levels.find((each) => each.includes('-'));
    if (level) return [{ region: regionOfLevel(level), levels: [level] }];
  }
  const treated = diagnosedPlaces(all);
  if (treated.length === 1) return treated;
  const region = mainRegion(note);
  return region === 'unspecified' ? [] : [{ region, levels: [] }];
}

/** The places of the diagnoses before and after an operation. */
function diagnosedPlaces(all: readonly Finding[]): Place[] {
  const places = all
    .filter((finding) => finding.listed && finding.status === 'present')
    .flatMap((finding) => finding.places);
  const unique = new Map(
    places
      .filter((place) => place.levels.some((level) => level.includes('-')))
      .map((place) => [place.levels.join(), place]),
  );
  return [...unique.values()];
}

/**
 * A diagnosis without a place joins the same condition's only place; where there are several it lies in the region of the
 * study that shows them.
 */
export function joinUnplaced(
  note: NoteReading,
  placed: readonly Placed[],
  studies: readonly StudyContext[],
  whole: Region,
): Placed[] {
  return placed.map((each) => {
    const { condition, status } = each.finding;
    if (
      each.region !== 'unspecified' ||
      status === 'other-person' ||
      status === 'hypothetical' ||
      NO_REGION.has(condition)
    )
      return each;
    const others = placed.filter(
      (other) =>
        other.finding.condition === condition &&
        other.region !== 'unspecified' &&
        other.finding.status !== 'other-person' &&
        (other.finding.status === 'present' || other.finding.status === status),
    );
    const regions = [...new Set(others.map((other) => other.region))];
    if (regions.length === 1) return { ...each, region: regions[0] as Region };
    if (regions.length === 0) {
      // an operation on one region speaks of that region
      if (note.kind === 'procedure-note' && status === 'present') return { ...each, region: whole };
      return each.finding.source === 'imaging' ? inStudy(each, studies, whole) : each;
    }
    const study = studyRegion(studies);
    return study && regions.includes(study)
      ? { ...each, region: study }
      : { ...each, region: regions.sort((a, b) => REGIONS.indexOf(a) - REGIONS.indexOf(b))[0] as Region };
  });
}

/** Without a place of its own a result lies where the study does, a denial where the whole note does. */
function inStudy(each: Placed, studies: readonly StudyContext[], whole: Region): Placed {
  const region = studyRegion(studies) ?? (each.finding.source === 'patient' ? 'unspecified' : whole);
  return { ...each, region };
}

/** The one region that the note's studies are of. */
function studyRegion(studies: readonly StudyContext[]): Region | undefined {
  const regions = new Set(studies.flatMap((context) => context.studies.flatMap((study) => study.regions)));
  return regions.size === 1 ? [...regions][0] : undefined;
}
