/** What a stronger statement of the same thing makes void: a complaint by its diagnosis, a doubt by a certainty. */
import { type Condition, SOURCES, type Source } from '../model.ts';
import { PAINS, type Placed } from './placing.ts';

/** Conditions of which an old episode and a new one are two things. */
const EPISODIC: ReadonlySet<Condition> = new Set([
  'back-strain',
  'vertebral-fracture',
  'disc-herniation',
  'sciatica',
  'discitis',
]);

export const rank = (source: Source): number => SOURCES.indexOf(source);

/** What a stronger statement of the same thing makes void. */
export function dropSuperseded(placed: readonly Placed[]): Placed[] {
  const kinds = distinct(placed);
  const has = (test: (other: Placed) => boolean): boolean => kinds.some(test);
  return placed.filter((each) => {
    const { condition, status, source } = each.finding;
    const same = (other: Placed): boolean => other.finding.condition === condition && other.region === each.region;
    if (condition === 'back-pain' && status === 'present') return !has((other) => standsFor(other, each));
    if (PAINS.includes(condition) && status === 'absent')
      return !has((other) => other.finding.condition === condition && other.finding.status === 'present');
    // "probable instability" before the operation, "no evidence of instability" after it
    if (status === 'uncertain' && each.finding.mention.section === 'preoperative-diagnosis')
      if (
        has(
          (other) =>
            same(other) &&
            other.finding.status === 'absent' &&
            other.finding.mention.section === 'postoperative-diagnosis',
        )
      )
        return false;
    // how a pain feels or where it comes from may be in doubt; that it hurts is then told elsewhere
    if (PAINS.includes(condition) && status === 'uncertain')
      return !has((other) => same(other) && other.finding.status === 'present');
    if (status === 'uncertain')
      return !has(
        (other) =>
          same(other) &&
          other.finding.status === 'present' &&
          (rank(other.finding.source) <= rank('provider') || source === other.finding.source),
      );
    if (status === 'historical')
      return !has(
        (other) =>
          same(other) &&
          other.finding.status === 'present' &&
          rank(other.finding.source) <= rank(source) &&
          (EPISODIC.has(condition) ? shareLevels(other, each) : overlaps(other, each)),
      );
    const isSame = (other: Placed): boolean =>
      same(other) ||
      (condition === 'disc-herniation' && each.region === 'unspecified' && other.finding.condition === condition);
    if (status === 'hypothetical')
      return !has(
        (other) =>
          other.finding.status === 'present' &&
          ((isSame(other) && !each.finding.isRisk) ||
            (PAINS.includes(condition) && PAINS.includes(other.finding.condition))),
      );
    return true;
  });
}

/** One of each kind: a note may say one thing a thousand times, and there are not many things to say. */
function distinct(placed: readonly Placed[]): readonly Placed[] {
  const kinds = new Map<string, Placed>();
  for (const each of placed) {
    const { condition, status, source, listed } = each.finding;
    const key = [condition, status, source, listed, each.finding.mention.section, each.region, ...each.levels].join(
      '|',
    );
    if (!kinds.has(key)) kinds.set(key, each);
  }
  return [...kinds.values()];
}

function overlaps(a: Placed, b: Placed): boolean {
  return a.levels.length === 0 || b.levels.length === 0 || a.levels.some((level) => b.levels.includes(level));
}

function shareLevels(a: Placed, b: Placed): boolean {
  // "history of a herniated disc ... Assessment: herniated disc": of a disc without a level there is one
  if (a.finding.condition === 'disc-herniation' && a.levels.length + b.levels.length === 0) return true;
  return a.levels.some((level) => b.levels.includes(level));
}

/** "Back pain" in the complaint is the low back pain of the assessment; listed as a diagnosis of its own it stays. */
function standsFor(other: Placed, back: Placed): boolean {
  if (other.finding.status !== 'present' || other.finding.condition !== 'low-back-pain') return false;
  return rank(other.finding.source) <= rank(back.finding.source) || !back.finding.listed;
}
