/** What a sentence may name: whole phrases and pairs, and of those that overlap the more telling. */
import type { Condition } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { type Tokens, textAt } from '../text/tokens.ts';
import type { Language } from './language.ts';
import { clauseEndsBetween, findPairs } from './pairs.ts';
import type { Candidate, ConditionTerm, Hits } from './terms.ts';

const NONE: readonly never[] = [];

export function candidatesIn(tokens: Tokens, hits: Hits, language: Language): readonly Candidate[] {
  const conditions = hits.get('condition');
  const parts = hits.get('part');
  if (conditions.length === 0 && parts.length < 2) return NONE;
  const whole = conditions.map((hit) => candidateOf(hit));
  const paired = findPairs(tokens, parts, language, whole);
  return withoutOverlaps([...whole, ...paired]).filter((each) => !isOfDisc(tokens, each, whole));
}

/** "Degenerative changes with desiccated discs". */
function isWith(tokens: Tokens, at: number, first: number): boolean {
  return at < first && first - at <= 2 && textAt(tokens, at) === 'with';
}

/** "desiccated disc material with degenerative changes": the changes are the disc's. */
function isOfDisc(tokens: Tokens, candidate: Candidate, whole: readonly Candidate[]): boolean {
  if (candidate.condition !== 'spondylosis' || candidate.need !== 'spine') return false;
  return whole.some(
    (other) =>
      other.condition === 'disc-degeneration' &&
      (Math.abs(candidate.first - other.last) <= 4 || isWith(tokens, candidate.last, other.first)) &&
      !clauseEndsBetween(tokens, Math.min(other.last, candidate.last), Math.max(other.first, candidate.first)),
  );
}

function candidateOf({ value: { condition, need }, first, last }: Hit<ConditionTerm>): Candidate {
  return { condition, need, denies: false, paired: false, first, last };
}

/**
 * Of overlapping candidates the more telling one stays: a whole phrase over a pair, then the longer; of pains the one with
 * a place ("low back pain" over "back pain"). Different conditions in one phrase both stay where they say two things.
 */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const kept: Candidate[] = [];
  const order = [...candidates].sort((a, b) => weight(b) - weight(a) || a.first - b.first);
  for (const candidate of order) {
    const rival = kept.find((other) => other.first < candidate.last && candidate.first < other.last);
    if (!rival || areTwoThings(rival, candidate)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.first - b.first || a.last - b.last);
}

const PLACED_PAINS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain']);

function weight({ condition, first, last, need, paired }: Candidate): number {
  const length = Math.min(last - first, 15);
  return (
    (PLACED_PAINS.has(condition) ? 50 : 0) +
    // "post-laminectomy low back syndrome" holds the words of a pain
    (condition === 'postlaminectomy-syndrome' ? 60 : 0) +
    (need === null && !paired ? 20 : 0) +
    (paired ? 15 - length : length) -
    (condition === 'back-pain' ? 20 : 0)
  );
}

/** "disc bulge with fissuring" is a bulge and a fissure; "neck and low back pain" two pains; "degenerative disc bulge" one. */
function areTwoThings(a: Candidate, b: Candidate): boolean {
  if (a.condition === b.condition) return false;
  const pair = new Set([a.condition, b.condition]);
  const both = (one: Condition, other: Condition): boolean => pair.has(one) && pair.has(other);
  if (both('annulus-fibrosus-defect', 'disc-bulge') || both('annulus-fibrosus-defect', 'disc-herniation')) return true;
  if (
    both('neck-pain', 'low-back-pain') ||
    both('neck-pain', 'back-pain') ||
    both('thoracic-back-pain', 'low-back-pain') ||
    both('neck-pain', 'thoracic-back-pain')
  )
    return true;
  if (both('disc-degeneration', 'disc-bulge') || both('disc-degeneration', 'disc-herniation'))
    return a.last !== b.last || a.first !== b.first;
  // "degenerative disc and joint disease", "degenerative endplate or facet changes"
  if (both('disc-degeneration', 'spondylosis') || both('endplate-change', 'spondylosis')) {
    const [joints, other] = a.condition === 'spondylosis' ? [a, b] : [b, a];
    return joints.paired && joints.last > other.last && joints.first >= other.first && joints.first < other.last;
  }
  if (both('disc-degeneration', 'low-back-pain') || both('sciatica', 'low-back-pain')) return true;
  if (both('spondylosis', 'myelopathy') || both('other-dorsopathy', 'low-back-pain')) return true;
  if (both('other-dorsopathy', 'sacroiliac-disorder')) return true;
  return pair.has('spinal-stenosis') && !pair.has('spondylosis') && a.last !== b.last;
}
