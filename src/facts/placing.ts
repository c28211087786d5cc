/** A finding without a place of its own takes it from what stands nearest, in the order of the annotation guide, section 2. */

import { regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import { type Condition, REGIONS, type Region, type SectionKind } from '../model.ts';
import type { Finding } from './findings.ts';
import { type Place, splitByRegion } from './place.ts';
import { mainRegion, type StudyContext, wholeRegion } from './studies.ts';

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

/** What placing looks at beside the finding itself, worked out once per note, and only where a finding asks. */
export interface Surroundings {
  readonly note: NoteReading;
  readonly studies: readonly StudyContext[];
  /** Findings by the index of their sentence. */
  readonly bySentence: ReadonlyMap<number, readonly Finding[]>;
  /** A present finding lies in the cervical region. */
  readonly cervical: boolean;
  /** Places of the listed diagnoses, and of what was treated. */
  readonly diagnosed: readonly Place[];
  readonly treated: () => readonly Place[];
  readonly main: () => Region;
  readonly whole: () => Region;
}

export function findSurroundings(
  note: NoteReading,
  findings: readonly Finding[],
  studies: readonly StudyContext[],
): Surroundings {
  const bySentence = new Map<number, Finding[]>();
  for (const finding of findings) {
    const list = bySentence.get(finding.at);
    if (list) list.push(finding);
    else bySentence.set(finding.at, [finding]);
  }
  const isCervical = (finding: Finding): boolean => finding.places.some((place) => place.region === 'cervical');
  let treated: readonly Place[] | undefined;
  let main: Region | undefined;
  let whole: Region | undefined;
  return {
    note,
    studies,
    bySentence,
    cervical: findings.some((finding) => finding.status === 'present' && isCervical(finding)),
    diagnosed: diagnosedPlaces(findings),
    treated: () => (treated ??= treatedPlaces(note)),
    main: () => (main ??= mainRegion(note)),
    whole: () => (whole ??= wholeRegion(note)),
  };
}

/** The place a finding's own words leave open, by the guide's order. */
export function placeFinding(finding: Finding, around: Surroundings): Placed[] {
  const inherent = around.note.language.conditionRegion.get(finding.condition);
  if (inherent) {
    const levels = finding.condition === 'sacroiliac-disorder' ? [] : finding.places.flatMap((place) => place.levels);
    return [{ finding, region: inherent, levels, borrowed: false }];
  }
  if (finding.condition === 'back-pain' || finding.condition === 'cauda-equina-syndrome') return places(finding, []);
  // "mother with a lumbar disc herniation and an uncle with spondylolisthesis": each relative's own words only
  if (finding.status === 'other-person') {
    const own = finding.places.filter((place) => place.near || place.levels.length > 0);
    return places(finding, own);
  }
  // "C7-T1 herniation with C8 radiculopathy": the junction's disc presses the lowest cervical root
  if (finding.condition === 'radiculopathy' && finding.places.some(({ levels }) => levels.includes('C8'))) {
    const cause = placeOfCause(finding, around)?.find(({ region }) => region === 'cervicothoracic');
    if (cause) return places(finding, [{ region: cause.region, levels: ['C8'] }]);
  }
  const entered = finding.source === 'operative' ? discOfRoot(finding, around.note) : undefined;
  if (entered) return places(finding, [{ region: regionOfLevel(entered), levels: [entered] }]);
  if (finding.places.length > 0) return places(finding, finding.places);
  return places(finding, borrowPlaces(finding, around), true);
}

function places(finding: Finding, own: readonly Place[], borrowed = false): Placed[] {
  return own.length === 0
    ? [{ finding, region: 'unspecified', levels: [], borrowed }]
    : own.map(({ region, levels }) => ({ finding, region, levels, borrowed }));
}

/** By the guide's order: the cause of a root, the study, the pain beside it, what was said just before, the operation. */
function borrowPlaces(finding: Finding, around: Surroundings): readonly Place[] {
  const { condition, status, source } = finding;
  return (
    placeOfCause(finding, around) ??
    (source === 'imaging' ? placeOfStudy(finding, around) : undefined) ??
    (condition === 'sciatica' ? undefined : placeOfPain(finding, around)) ??
    placeBesideSacroiliac(finding, around) ??
    (condition === 'myelopathy' && around.cervical ? [{ region: 'cervical', levels: [] } as const] : undefined) ??
    (status === 'absent' && source !== 'imaging' ? placeBefore(finding, around) : undefined) ??
    (TREATED_JOINTS.has(condition) && finding.listed && around.note.kind === 'procedure-note'
      ? around.treated()
      : undefined) ??
    (source === 'operative' || isOperation(finding, around) ? operatedPlaces(finding, around) : [])
  );
}

/** "Anterior cervical discectomy of C3-C4. Removal of herniated disc.": a line of the list of operations. */
function isOperation(finding: Finding, { note }: Surroundings): boolean {
  return (
    note.kind === 'procedure-note' &&
    finding.status === 'present' &&
    note.sentences[finding.at]?.sectionKind === 'procedure'
  );
}

function neighboursOf(finding: Finding, { bySentence }: Surroundings): readonly Finding[] {
  return (bySentence.get(finding.at) ?? []).filter((other) => other.mention.id !== finding.mention.id);
}

const distance = (a: Finding, b: Finding): number =>
  Math.min(Math.abs(a.candidate.first - b.candidate.last), Math.abs(b.candidate.first - a.candidate.last));

/** "L4-5 herniated disc with radiculopathy": the root's place is its disc's. */
function placeOfCause(finding: Finding, around: Surroundings): readonly Place[] | undefined {
  if (finding.condition !== 'radiculopathy' && finding.condition !== 'myelopathy') return undefined;
  const causes = neighboursOf(finding, around).filter(
    (other) => other.places.length > 0 && !PAINS.includes(other.condition) && other.status === finding.status,
  );
  return causes.sort((a, b) => distance(a, finding) - distance(b, finding))[0]?.places;
}

/** A result without a place lies in its study's region; a study of the lumbosacral spine is one of the lumbar region. */
function placeOfStudy(finding: Finding, { studies }: Surroundings): readonly Place[] | undefined {
  const study = studies[finding.at]?.reports ?? studies[finding.at]?.governing;
  if (!study || study.regions.length === 0) return undefined;
  return study.regions.map((region) => ({ region: region === 'lumbosacral' ? 'lumbar' : region, levels: [] }));
}

/** "neck pain in the setting of arthritis": the arthritis is the neck's. */
function placeOfPain(finding: Finding, around: Surroundings): readonly Place[] | undefined {
  const { conditionRegion } = around.note.language;
  for (const other of around.bySentence.get(finding.at) ?? []) {
    const region = other.condition === 'sacroiliac-disorder' ? undefined : conditionRegion.get(other.condition);
    if (region && other.mention.id !== finding.mention.id) return [{ region, levels: [] }];
  }
  return undefined;
}

/** "Facet and sacroiliac joint syndrome": facets named in one breath with the sacroiliac joint are lumbar. */
function placeBesideSacroiliac(finding: Finding, around: Surroundings): readonly Place[] | undefined {
  if (!TREATED_JOINTS.has(finding.condition)) return undefined;
  const isInOneBreath = ({ condition, candidate }: Finding): boolean =>
    condition === 'sacroiliac-disorder' &&
    candidate.first < finding.candidate.last &&
    finding.candidate.first < candidate.last;
  return neighboursOf(finding, around).some(isInOneBreath) ? [{ region: 'lumbar', levels: [] }] : undefined;
}

/** Sentences of one section before a denial that may say of what place it speaks. */
const DENIAL_REACH = 4;

/** "L4-5 facet syndrome. There is no radiculopathy": a denial is about the place just spoken of. */
function placeBefore(finding: Finding, { note, bySentence }: Surroundings): readonly Place[] | undefined {
  if (NO_REGION.has(finding.condition)) return undefined;
  const section = note.sentences[finding.at]?.span.section;
  for (let at = finding.at - 1; at >= Math.max(0, finding.at - DENIAL_REACH); at--) {
    if (note.sentences[at]?.span.section !== section) return undefined;
    const before = (bySentence.get(at) ?? []).filter((other) => other.status === 'present').at(-1);
    if (!before) continue;
    const inherent = note.language.conditionRegion.get(before.condition);
    if (inherent && inherent !== 'sacral') return [{ region: inherent, levels: [] }];
    return before.places.length > 0 ? before.places.map(({ region }) => ({ region, levels: [] })) : undefined;
  }
  return undefined;
}

/** Sections that name what was thought, not what was entered. */
const UNTREATED: ReadonlySet<SectionKind> = new Set([
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'complaint',
  'history',
  'past-history',
  'indication',
]);

/** A joint that was entered is where its syndrome is; L5 with the sacrum is the lumbosacral region. */
function treatedPlaces(note: NoteReading): Place[] {
  const regions = new Set<Region>();
  const named = new Set<string>();
  let section = -1;
  for (const sentence of note.sentences) {
    const opensSection = sentence.span.section !== section;
    section = sentence.span.section;
    if (UNTREATED.has(sentence.sectionKind) && !tellsOfWork(sentence, opensSection)) continue;
    for (const group of sentence.levels) for (const level of group.levels) named.add(level);
    for (const region of sentence.hits.get('region'))
      if (region.value === 'sacral' || region.value === 'lumbosacral') regions.add(region.value);
  }
  for (const level of named) regions.add(regionOfLevel(level));
  // "between the L5 transverse process and the sacral ala"
  if (named.size === 1 && named.has('L5') && regions.has('sacral'))
    return [{ region: 'lumbosacral', levels: ['L5-S1'] }];
  if (regions.has('lumbosacral') || (regions.has('sacral') && regions.has('lumbar')))
    return [{ region: 'lumbosacral', levels: [] }];
  return regions.size === 1 ? [...regions].map((region) => ({ region, levels: [] })) : [];
}

/** Under "Post: Bertolotti syndrome" the operation may go on without a heading of its own. */
function tellsOfWork({ sectionKind, candidates }: SentenceReading, opensSection: boolean): boolean {
  return /^p(re|ost)operative-diagnosis$/.test(sectionKind) && !opensSection && candidates.length === 0;
}

/** Sentences of an operation to look back over for the level being worked on. */
const OPERATION_REACH = 200;

/** "Bilateral facet injections at L3-4, L4-5 and L5-S1": what is seen of "the joints" is seen at all of them. */
function enteredLevels(note: NoteReading): string[] {
  const isOfFacets = /facet|medial branch|zygapoph/;
  const levels = note.sentences
    .filter(
      ({ sectionKind, first, last }) =>
        sectionKind === 'procedure' &&
        isOfFacets.test(note.tokens.folded.slice(note.tokens.start[first], note.tokens.end[last - 1])),
    )
    .flatMap((sentence) => sentence.levels.flatMap((group) => group.levels));
  return [...new Set(levels)];
}

/** At operation the level is the one that the text last spoke of. */
function operatedPlaces(finding: Finding, { note, diagnosed, main }: Surroundings): readonly Place[] {
  const entered = TREATED_JOINTS.has(finding.condition) ? enteredLevels(note) : [];
  if (entered.length > 0) return splitByRegion(entered);
  const section = note.sentences[finding.at]?.span.section;
  for (let at = finding.at; at >= Math.max(0, finding.at - OPERATION_REACH); at--) {
    const before = note.sentences[at] as SentenceReading;
    if (before.span.section !== section) break;
    const groups = before.levels.filter((group) => at < finding.at || group.last <= finding.candidate.first);
    const level = groups.at(-1)?.levels.find((each) => each.includes('-'));
    if (level) return [{ region: regionOfLevel(level), levels: [level] }];
  }
  if (diagnosed.length === 1) return diagnosed;
  const region = main();
  return region === 'unspecified' ? [] : [{ region, levels: [] }];
}

const NAMING: ReadonlySet<SectionKind> = new Set(['procedure', 'preoperative-diagnosis', 'postoperative-diagnosis']);

/** "The foramen of C6 was narrow" in an operation on C5-6: the level that was entered; a cervical root leaves above its vertebra. */
function discOfRoot({ condition, places: own }: Finding, note: NoteReading): string | undefined {
  const named = own.flatMap(({ levels }) => levels);
  const [root] = named;
  if (condition !== 'spinal-stenosis' || named.length !== 1 || !root || root.includes('-')) return undefined;
  const entered = new Set<string>();
  for (const { sectionKind, levels } of note.sentences)
    if (NAMING.has(sectionKind)) for (const group of levels) for (const level of group.levels) entered.add(level);
  const discs = [...entered].filter((level) => level.includes('-') && level.split('-').includes(root));
  return discs.length === 1 ? discs[0] : discs.find((level) => root.startsWith('C') && level.endsWith(`-${root}`));
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
export function joinUnplaced(placed: readonly Placed[], around: Surroundings): readonly Placed[] {
  if (placed.every(({ region }) => region !== 'unspecified')) return placed;
  const { note, studies, whole } = around;
  const known = knownRegions(placed);
  const study = studyRegion(studies);
  return placed.map((each) => {
    const { condition, status, source } = each.finding;
    const isOpen = each.region === 'unspecified' && status !== 'other-person' && status !== 'hypothetical';
    // "recurrent stenosis" among the hazards is of the place whose stenosis is treated
    if (each.finding.isRisk && each.region === 'unspecified') {
      const [treated] = [...(known.get(`${condition}|present`) ?? [])];
      return treated ? { ...each, region: treated } : each;
    }
    if (!isOpen || NO_REGION.has(condition)) return each;
    const regions = new Set([
      ...(known.get(`${condition}|present`) ?? []),
      ...(known.get(`${condition}|${status}`) ?? []),
    ]);
    if (regions.size === 0) {
      // an operation on one region speaks of that region
      if (note.kind === 'procedure-note' && status === 'present') return { ...each, region: whole() };
      return source === 'imaging' ? { ...each, region: study ?? whole() } : each;
    }
    const region = study && regions.has(study) ? study : REGIONS.find((other) => regions.has(other));
    return { ...each, region: regions.size === 1 ? ([...regions][0] as Region) : (region as Region) };
  });
}

/** The regions that each condition with each status is placed in. */
function knownRegions(placed: readonly Placed[]): ReadonlyMap<string, ReadonlySet<Region>> {
  const known = new Map<string, Set<Region>>();
  for (const { finding, region } of placed) {
    if (region === 'unspecified' || finding.status === 'other-person') continue;
    const key = `${finding.condition}|${finding.status}`;
    known.set(key, (known.get(key) ?? new Set()).add(region));
  }
  return known;
}

/** The one region that the note's studies are of. */
function studyRegion(studies: readonly StudyContext[]): Region | undefined {
  const regions = new Set<Region>();
  for (const context of studies)
    for (const study of context.studies) for (const region of study.regions) regions.add(region);
  return regions.size === 1 ? [...regions][0] : undefined;
}
