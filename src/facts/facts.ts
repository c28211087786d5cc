/**
 * Findings -> facts: one per condition, place and status, the strongest source kept. A finding that names no place takes it
 * from what stands nearest (annotation guide, section 2); a size never crosses from one source to another.
 */
import {
  type Condition,

  type Evidence,
  type Fact,
  type Laterality,
  type Linkage,
  REGIONS,
  type Region,
  type Size,
  SOURCES,
  type Source,
  STATUSES,

} from '../model.ts';
import { compareLevels, regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import { detailOf } from './details.ts';
import type { Finding } from './findings.ts';
import type { Place } from './place.ts';
import { mainRegion, type StudyContext, wholeRegion } from './studies.ts';

/** A finding in one place. */
interface Placed {
  readonly finding: Finding;
  readonly region: Region;
  readonly levels: readonly string[];
  /** The levels are not its own words' but those of what stands near. */
  readonly borrowed: boolean;
}

const PAINS: readonly Condition[] = ['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain'];
/** Conditions of which an old episode and a new one are two things. */
const EPISODIC: ReadonlySet<Condition> = new Set(['back-strain', 'vertebral-fracture', 'disc-herniation', 'sciatica', 'discitis']);
/** Conditions that have no region of their own unless their words name one. */
const NO_REGION: ReadonlySet<Condition> = new Set(['back-pain', 'sciatica', 'cauda-equina-syndrome', 'postlaminectomy-syndrome']);
/** Disorders of joints that an injection enters, so that the technique says where they are. */
const TREATED_JOINTS: ReadonlySet<Condition> = new Set(['other-dorsopathy', 'spondylosis']);
const MOST_EVIDENCE = 8;

const rank = (source: Source): number => SOURCES.indexOf(source);

export function buildFacts(note: NoteReading, findings: readonly Finding[], studies: readonly StudyContext[], linkages: readonly Linkage[]): Fact[] {
  const placed = joinUnplaced(readAtOperation(findings).flatMap((finding) => placeFinding(note, finding, findings, studies)), studies, wholeRegion(note));
  const groups = new Map<string, Placed[]>();
  for (const each of dropSuperseded(placed)) {
    const key = `${each.finding.condition}|${each.region}|${each.finding.status}|${sizeKey(each, placed)}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const facts = [...groups.values()].map((group) => mergeGroup(note, group, linkages, findings));
  facts.sort((a, b) => rank(a.source) - rank(b.source) || firstStart(a) - firstStart(b) || STATUSES.indexOf(b.status) - STATUSES.indexOf(a.status) || REGIONS.indexOf(a.region) - REGIONS.indexOf(b.region));
  return facts.map((fact, at) => ({ ...fact, id: `f${at + 1}` }));
}

/** A bulging fragment that is taken out is the herniation that was diagnosed. */
function readAtOperation(findings: readonly Finding[]): readonly Finding[] {
  const diagnosed = findings.some((finding) => finding.condition === 'disc-herniation' && finding.listed && finding.status === 'present');
  if (!diagnosed) return findings;
  return findings.map((finding) => (finding.condition === 'disc-bulge' && finding.source === 'operative' && finding.status === 'present' ? { ...finding, condition: 'disc-herniation' } : finding));
}

const firstStart = (fact: Fact): number => fact.evidence[0]?.start ?? 0;

/** Two sizes that one source gives in one region at two levels are two facts. */
function sizeKey({ finding, region, levels }: Placed, all: readonly Placed[]): string {
  if (finding.condition !== 'annulus-fibrosus-defect' || finding.size === 'unspecified') return '';
  const other = all.some(
    (each) =>
      each.finding.condition === finding.condition &&
      each.region === region &&
      each.finding.source === finding.source &&
      each.finding.size !== 'unspecified' &&
      each.finding.size !== finding.size &&
      !each.levels.some((level) => levels.includes(level)),
  );
  return other ? String(finding.size) : '';
}

/** The place a finding's own words leave open, by the guide's order. */
function placeFinding(note: NoteReading, finding: Finding, all: readonly Finding[], studies: readonly StudyContext[]): Placed[] {
  const inherent = note.language.conditionRegion.get(finding.condition);
  if (inherent) {
    const levels = finding.condition === 'sacroiliac-disorder' ? [] : finding.places.flatMap((place) => place.levels);
    return [{ finding, region: inherent, levels, borrowed: false }];
  }
  if (finding.condition === 'back-pain' || finding.condition === 'cauda-equina-syndrome') return [{ finding, region: 'unspecified', levels: [], borrowed: false }];
  // "mother with a lumbar disc herniation and an uncle with spondylolisthesis": each relative's own words only
  if (finding.status === 'other-person') return places(finding, finding.places.filter((place) => place.near || place.levels.length > 0));
  return finding.places.length > 0 ? places(finding, finding.places) : places(finding, borrowPlaces(note, finding, all, studies), true);
}

function places(finding: Finding, own: readonly Place[], borrowed = false): Placed[] {
  return own.length === 0 ? [{ finding, region: 'unspecified', levels: [], borrowed }] : own.map(({ region, levels }) => ({ finding, region, levels, borrowed }));
}

/** A root's place is its disc's ("L4-5 herniated disc with radiculopathy"); a result without place lies in its study's region. */
function borrowPlaces(note: NoteReading, finding: Finding, all: readonly Finding[], studies: readonly StudyContext[]): readonly Place[] {
  const sentence = note.sentences[finding.at] as SentenceReading;
  const neighbours = all.filter((other) => other.at === finding.at && other !== finding);
  if (finding.condition === 'radiculopathy' || finding.condition === 'sciatica' || finding.condition === 'myelopathy') {
    const cause = neighbours.filter((other) => other.places.length > 0 && !PAINS.includes(other.condition) && other.status === finding.status);
    const nearest = cause.sort((a, b) => distance(a, finding) - distance(b, finding))[0];
    if (nearest && finding.condition !== 'sciatica') return nearest.places;
  }
  if (finding.source === 'imaging') {
    const study = studies[finding.at]?.reports ?? studies[finding.at]?.governing;
    // a study of the lumbosacral spine is one of the lumbar region
    if (study && study.regions.length > 0) return study.regions.map((region) => ({ region: region === 'lumbosacral' ? 'lumbar' : region, levels: [] }));
  }
  if (finding.condition !== 'sciatica') {
    const pain = neighbours.find((other) => note.language.conditionRegion.has(other.condition) && other.condition !== 'sacroiliac-disorder');
    const region = pain ? note.language.conditionRegion.get(pain.condition) : undefined;
    if (region) return [{ region, levels: [] }];
  }
  if (finding.condition === 'myelopathy' && all.some((other) => other.status === 'present' && other.places.some((place) => place.region === 'cervical'))) return [{ region: 'cervical', levels: [] }];
  if (finding.status === 'absent' && finding.source !== 'imaging' && !NO_REGION.has(finding.condition)) {
    const before = all.filter((other) => other.at < finding.at && finding.at - other.at <= 4 && isInSection(note, other, finding) && other.status === 'present').at(-1);
    const inherent = before ? note.language.conditionRegion.get(before.condition) : undefined;
    if (inherent && inherent !== 'sacral') return [{ region: inherent, levels: [] }];
    if (before && before.places.length > 0) return before.places.map(({ region }) => ({ region, levels: [] }));
  }
  if (TREATED_JOINTS.has(finding.condition) && finding.listed && note.kind === 'procedure-note') return treatedPlaces(note);
  if (finding.source === 'operative') return operatedLevels(note, finding, sentence, all);
  return [];
}

const isInSection = (note: NoteReading, a: Finding, b: Finding): boolean => note.sentences[a.at]?.span.section === note.sentences[b.at]?.span.section;

const distance = (a: Finding, b: Finding): number => Math.min(Math.abs(a.candidate.first - b.candidate.last), Math.abs(b.candidate.first - a.candidate.last));

/** A joint that was entered is where its syndrome is; L5 with the sacrum is the lumbosacral region. */
function treatedPlaces(note: NoteReading): Place[] {
  const regions = new Set<Region>();
  for (const sentence of note.sentences) {
    if (sentence.sectionKind !== 'procedure' && sentence.sectionKind !== 'procedure-details' && sentence.sectionKind !== 'operative-findings') continue;
    for (const group of sentence.levels) for (const level of group.levels) regions.add(regionOfLevel(level));
    for (const region of sentence.hits.get('region')) if (region.value === 'sacral' || region.value === 'lumbosacral') regions.add(region.value);
  }
  if (regions.has('lumbosacral') || (regions.has('sacral') && regions.has('lumbar'))) return [{ region: 'lumbosacral', levels: [] }];
  return regions.size === 1 ? [...regions].map((region) => ({ region, levels: [] })) : [];
}

/** At operation the level is the one that the text last spoke of. */
function operatedLevels(note: NoteReading, finding: Finding, sentence: SentenceReading, all: readonly Finding[]): Place[] {
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
  const places = all.filter((finding) => finding.listed && finding.status === 'present').flatMap((finding) => finding.places);
  const unique = new Map(places.filter((place) => place.levels.some((level) => level.includes('-'))).map((place) => [place.levels.join(), place]));
  return [...unique.values()];
}

/**
 * A diagnosis without a place joins the same condition's only place; where there are several it lies in the region of the
 * study that shows them.
 */
function joinUnplaced(placed: readonly Placed[], studies: readonly StudyContext[], whole: Region): Placed[] {
  return placed.map((each) => {
    const { condition, status } = each.finding;
    if (each.region !== 'unspecified' || status === 'other-person' || status === 'hypothetical' || NO_REGION.has(condition)) return each;
    const others = placed.filter((other) => other.finding.condition === condition && other.region !== 'unspecified' && other.finding.status !== 'other-person' && (other.finding.status === 'present' || other.finding.status === status));
    const regions = [...new Set(others.map((other) => other.region))];
    if (regions.length === 1) return { ...each, region: regions[0] as Region };
    if (regions.length === 0) return each.finding.source === 'imaging' ? inStudy(each, studies, whole) : each;
    const study = studyRegion(studies);
    return study && regions.includes(study) ? { ...each, region: study } : { ...each, region: regions.sort((a, b) => REGIONS.indexOf(a) - REGIONS.indexOf(b))[0] as Region };
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

/** What a stronger statement of the same thing makes void. */
function dropSuperseded(placed: readonly Placed[]): Placed[] {
  const has = (test: (other: Placed) => boolean): boolean => placed.some(test);
  return placed.filter((each) => {
    const { condition, status, source } = each.finding;
    const same = (other: Placed): boolean => other.finding.condition === condition && other.region === each.region;
    if (condition === 'back-pain' && status === 'present') return !has((other) => standsFor(other, each));
    if (PAINS.includes(condition) && status === 'absent') return !has((other) => other.finding.condition === condition && other.finding.status === 'present');
    if (status === 'uncertain') return !has((other) => same(other) && other.finding.status === 'present' && (rank(other.finding.source) <= rank('provider') || source === other.finding.source));
    if (status === 'historical') return !has((other) => same(other) && other.finding.status === 'present' && rank(other.finding.source) <= rank(source) && (EPISODIC.has(condition) ? shareLevels(other, each) : overlaps(other, each)));
    if (status === 'hypothetical') return !has((other) => other.finding.status === 'present' && (same(other) || (PAINS.includes(condition) && PAINS.includes(other.finding.condition))));
    return true;
  });
}

function overlaps(a: Placed, b: Placed): boolean {
  return a.levels.length === 0 || b.levels.length === 0 || a.levels.some((level) => b.levels.includes(level));
}

function shareLevels(a: Placed, b: Placed): boolean {
  return a.levels.some((level) => b.levels.includes(level));
}

/** "Back pain" in the complaint is the low back pain of the assessment; listed as a diagnosis of its own it stays. */
function standsFor(other: Placed, back: Placed): boolean {
  if (other.finding.status !== 'present' || other.finding.condition !== 'low-back-pain') return false;
  return rank(other.finding.source) <= rank(back.finding.source) || !back.finding.listed;
}

function mergeGroup(note: NoteReading, group: readonly Placed[], linkages: readonly Linkage[], all: readonly Finding[]): Fact {
  const order = [...group].sort((a, b) => rank(a.finding.source) - rank(b.finding.source) || Number(b.finding.listed) - Number(a.finding.listed) || a.finding.mention.start - b.finding.mention.start);
  const [first] = order as [Placed];
  const { condition, status, source } = first.finding;
  const strongest = order.filter((each) => each.finding.source === source);
  const size = condition === 'annulus-fibrosus-defect' ? mergeSizes(strongest) : null;
  return {
    id: '',
    condition,
    status,
    source,
    region: first.region,
    levels: levelsOf(order),
    laterality: lateralityOf(order),
    size,
    detail: detailOf(note, group.map((each) => each.finding), first.region, status, linkages, all),
    mentions: [...new Set(order.map((each) => each.finding.mention.id))],
    evidence: evidenceOf(order),
  };
}

/** Levels of the strongest source that names any; borrowed ones only where nobody names any. */
function levelsOf(order: readonly Placed[]): string[] {
  for (const borrowed of [false, true]) {
    for (const source of SOURCES) {
      const levels = new Set(order.filter((each) => each.finding.source === source && each.borrowed === borrowed).flatMap((each) => each.levels));
      if (levels.size > 0) return withoutParts([...levels]).sort(compareLevels);
    }
  }
  return [];
}

/** `L4-L5` beside `L4`: the disc level says it. */
function withoutParts(levels: readonly string[]): string[] {
  return levels.filter((level) => level.includes('-') || !levels.some((other) => other.includes('-') && other.split('-').includes(level)));
}

function lateralityOf(order: readonly Placed[]): Laterality {
  for (const source of SOURCES) {
    const own = order.filter((each) => each.finding.source === source && each.finding.laterality !== 'unspecified');
    const sides = new Set(own.map((each) => each.finding.laterality));
    if (sides.size === 0) continue;
    if (sides.size === 1) return [...sides][0] as Laterality;
    sides.delete('midline');
    if (sides.size === 1) return [...sides][0] as Laterality;
    const levels = new Set(own.map((each) => each.levels.join()));
    return levels.size > 1 ? 'unspecified' : sides.has('bilateral') || sides.size > 1 ? 'bilateral' : 'unspecified';
  }
  return 'unspecified';
}

function mergeSizes(strongest: readonly Placed[]): Size {
  const sized = strongest.filter((each) => each.finding.size === 'small' || each.finding.size === 'large');
  return (sized.find((each) => each.finding.listed) ?? sized[0])?.finding.size ?? 'unspecified';
}

function evidenceOf(order: readonly Placed[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { finding } of order) {
    if (!evidence.some((each) => each.start === finding.evidence.start && each.end === finding.evidence.end)) evidence.push(finding.evidence);
  }
  return evidence.slice(0, MOST_EVIDENCE);
}

