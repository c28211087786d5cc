/**
 * Findings -> facts: one per condition, place and status, the strongest source kept; a size never crosses from one source
 * to another (annotation guide, section 2).
 */

import { compareLevels } from '../mentions/levels.ts';
import type { NoteReading } from '../mentions/note-reading.ts';
import {
  type Evidence,
  type Fact,
  type Laterality,
  type Linkage,
  REGIONS,
  type Size,
  SOURCES,
  type Source,
  STATUSES,
} from '../model.ts';
import { detailOf } from './details.ts';
import type { Finding } from './findings.ts';
import { DISCS, isDiscLevel } from './level-binding.ts';
import { findSurroundings, joinUnplaced, type Placed, placeFinding } from './placing.ts';
import { LIMB_CONDITIONS } from './region-binding.ts';
import type { StudyContext } from './studies.ts';
import { dropSuperseded, rank } from './superseding.ts';

const MOST_EVIDENCE = 8;
/** Statements of one defect's size that are compared. */
const MOST_SIZES = 40;

export function buildFacts(
  note: NoteReading,
  findings: readonly Finding[],
  studies: readonly StudyContext[],
  linkages: readonly Linkage[],
): Fact[] {
  if (findings.length === 0) return [];
  const around = findSurroundings(note, findings, studies);
  const stated = readAtOperation(withLinkedSource(findings, linkages));
  const placed = joinUnplaced(
    stated.flatMap((finding) => placeFinding(finding, around)),
    around,
  );
  const groups = new Map<string, Placed[]>();
  const sizes = statedSizes(placed);
  const kept = dropSuperseded(placed);
  const doubted = doubtedLevels(placed, kept);
  for (const each of kept) {
    const key = `${each.finding.condition}|${each.region}|${each.finding.status}|${sizeKey(each, sizes)}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const facts = [...groups.values()].map((group) => {
    const fact = mergeGroup(note, group, linkages, findings);
    return fact.status === 'present' && fact.levels.length === 0
      ? { ...fact, levels: doubted.get(`${fact.condition}|${fact.region}`) ?? [] }
      : fact;
  });
  facts.sort(
    (a, b) =>
      rank(a.source) - rank(b.source) ||
      firstStart(a) - firstStart(b) ||
      STATUSES.indexOf(b.status) - STATUSES.indexOf(a.status) ||
      REGIONS.indexOf(a.region) - REGIONS.indexOf(b.region),
  );
  return facts.map((fact, at) => ({ ...fact, id: `f${at + 1}` }));
}

/** "She apparently has L4-5 stenosis ... Assessment: lumbar stenosis": the doubt is settled, its level stays. */
function doubtedLevels(placed: readonly Placed[], kept: readonly Placed[]): ReadonlyMap<string, readonly string[]> {
  const levels = new Map<string, readonly string[]>();
  const settled = new Set(kept);
  for (const each of placed) {
    const key = `${each.finding.condition}|${each.region}`;
    if (each.finding.status === 'uncertain' && !each.borrowed && !settled.has(each) && !levels.has(key))
      levels.set(key, [...each.levels].sort(compareLevels));
  }
  return levels;
}

/** Who ties a pain to its cause has stated the pain: "I regard the endplates as the source of his low back pain". */
function withLinkedSource(findings: readonly Finding[], linkages: readonly Linkage[]): readonly Finding[] {
  const isTied = ({ condition, evidence }: Finding): boolean =>
    linkages.some(
      (link) =>
        (link.from === condition || link.to === condition) &&
        link.evidence.some((each) => each.start <= evidence.start && evidence.end <= each.end),
    );
  return findings.map((finding) =>
    finding.source === 'patient' && finding.status === 'present' && isTied(finding)
      ? { ...finding, source: 'provider' }
      : finding,
  );
}

/** A bulging fragment that is taken out is the herniation that was diagnosed. */
function readAtOperation(findings: readonly Finding[]): readonly Finding[] {
  const diagnosed = findings.some(
    (finding) => finding.condition === 'disc-herniation' && finding.listed && finding.status === 'present',
  );
  if (!diagnosed) return findings;
  return findings.map((finding) =>
    finding.condition === 'disc-bulge' && finding.source === 'operative' && finding.status === 'present'
      ? { ...finding, condition: 'disc-herniation' }
      : finding,
  );
}

const firstStart = (fact: Fact): number => fact.evidence[0]?.start ?? 0;

/** Who sizes a defect: a surgeon's eye and a surgeon's diagnosis are one author's, a study is another's. */
const authorOf = (source: Source): Source => (source === 'operative' ? 'provider' : source);

/** The sized statements of the strongest source, by region and status. */
type StatedSizes = ReadonlyMap<string, readonly Finding[]>;

function statedSizes(placed: readonly Placed[]): StatedSizes {
  const bySite = new Map<string, Finding[]>();
  for (const { finding, region } of placed) {
    if (finding.condition !== 'annulus-fibrosus-defect') continue;
    const site = `${region}|${finding.status}`;
    const rivals = bySite.get(site) ?? [];
    const strongest = rank(authorOf(rivals[0]?.source ?? 'patient'));
    if (rank(authorOf(finding.source)) < strongest) bySite.set(site, [finding]);
    else if (rank(authorOf(finding.source)) === strongest) bySite.set(site, [...rivals.slice(0, MOST_SIZES), finding]);
  }
  return bySite;
}

/**
 * Two sizes that the strongest source gives in one region are two facts; what is said without a size, or by a weaker
 * source, goes with the diagnosis.
 */
function sizeKey({ finding, region }: Placed, sizes: StatedSizes): string {
  if (finding.condition !== 'annulus-fibrosus-defect') return '';
  const strongest = sizes.get(`${region}|${finding.status}`) ?? [];
  const sized = strongest.filter((each) => each.size !== 'unspecified');
  if (new Set(sized.map((each) => each.size)).size < 2) return '';
  if (authorOf(finding.source) === authorOf(sized[0]?.source ?? 'patient') && finding.size !== 'unspecified')
    return String(finding.size);
  return String((sized.find((each) => each.listed) ?? sized[0])?.size);
}

function mergeGroup(
  note: NoteReading,
  group: readonly Placed[],
  linkages: readonly Linkage[],
  all: readonly Finding[],
): Fact {
  const order = [...group].sort(
    (a, b) =>
      rank(a.finding.source) - rank(b.finding.source) ||
      Number(b.finding.listed) - Number(a.finding.listed) ||
      a.finding.mention.start - b.finding.mention.start,
  );
  const [first] = order as [Placed];
  const { condition, status, source } = first.finding;
  const own = order.filter((each) => authorOf(each.finding.source) === authorOf(source));
  const size = condition === 'annulus-fibrosus-defect' ? mergeSizes(own) : null;
  return {
    id: '',
    condition,
    status,
    source,
    region: first.region,
    levels: levelsOf(order),
    laterality: lateralityOf(order),
    size,
    detail: detailOf(
      note,
      group.map((each) => each.finding),
      first.region,
      status,
      linkages,
      all,
    ),
    mentions: [...new Set(order.map((each) => each.finding.mention.id))],
    evidence: evidenceOf(order),
  };
}

/**
 * Levels of the strongest source that names any; borrowed ones only where nobody names any. What is of a disc lies at a
 * disc's level, so a lone vertebra ("fragments behind the body of C5") counts only where no source names a disc.
 */
function levelsOf(placed: readonly Placed[]): string[] {
  if (placed.every(({ levels }) => levels.length === 0)) return [];
  const [first] = placed as readonly [Placed];
  const ofDisc = DISCS.has(first.finding.condition) ? placed.filter(({ levels }) => levels.some(isDiscLevel)) : [];
  const named = ofDisc.length > 0 ? ofDisc : placed;
  // the levels of a listed diagnosis hold for what is seen of it at operation, where the text goes from one to the next
  const listed = named.filter(({ finding, levels, borrowed }) => finding.listed && !borrowed && levels.length > 0);
  const order = first.finding.source === 'operative' && listed.length > 0 ? listed : named;
  for (const borrowed of [false, true]) {
    for (const source of SOURCES) {
      const levels = new Set(
        order
          .filter((each) => each.finding.source === source && each.borrowed === borrowed)
          .flatMap((each) => each.levels),
      );
      if (levels.size > 0) return withoutParts([...levels]).sort(compareLevels);
    }
  }
  return [];
}

/** `L4-L5` beside `L4`: the disc level says it. */
function withoutParts(levels: readonly string[]): string[] {
  return levels.filter(
    (level) => level.includes('-') || !levels.some((other) => other.includes('-') && other.split('-').includes(level)),
  );
}

/**
 * The side that the strongest source gives. "Left at L3-4, both at L4-5" is on both sides; left at one level and right at
 * another, or none, is no side of them all.
 */
function lateralityOf(order: readonly Placed[]): Laterality {
  for (const source of SOURCES) {
    const stated = order.filter((each) => each.finding.source === source);
    const own = stated.filter((each) => each.finding.laterality !== 'unspecified');
    const sides = new Set(own.map((each) => each.finding.laterality));
    if (sides.size === 0) continue;
    const levels = new Set(own.flatMap((each) => each.levels));
    if (levels.size > 0 && stated.some((each) => isElsewhere(each, levels))) return 'unspecified';
    if (sides.size > 1) sides.delete('midline');
    if (sides.size === 1) return [...sides][0] as Laterality;
    const isOnePlace = new Set(own.map((each) => each.levels.join())).size === 1;
    return sides.has('bilateral') || isOnePlace ? 'bilateral' : 'unspecified';
  }
  return 'unspecified';
}

/** Seen without a side at another level than those that have one: "left at L3-4 ... at L4-5". */
const isElsewhere = ({ finding, levels, borrowed }: Placed, sided: ReadonlySet<string>): boolean =>
  finding.laterality === 'unspecified' &&
  !LIMB_CONDITIONS.has(finding.condition) &&
  !borrowed &&
  levels.length > 0 &&
  !levels.some((level) => sided.has(level));

function mergeSizes(own: readonly Placed[]): Size {
  const sized = own.filter((each) => each.finding.size === 'small' || each.finding.size === 'large');
  return (sized.find((each) => each.finding.listed) ?? sized[0])?.finding.size ?? 'unspecified';
}

function evidenceOf(order: readonly Placed[]): Evidence[] {
  const evidence: Evidence[] = [];
  for (const { finding } of order) {
    if (evidence.length === MOST_EVIDENCE) break;
    if (!evidence.some((each) => each.start === finding.evidence.start && each.end === finding.evidence.end))
      evidence.push(finding.evidence);
  }
  return evidence;
}
