/** A procedure planned or done on the side that no finding of the record names. */
import type { Element, Laterality, SectionKind } from '../model.ts';
import { NERVE, SHIFTED } from './conflicts.ts';
import { widen } from './indicators.ts';
import { type FindIssues, isPresent, makeIssue, partOf, plainValues } from './issue.ts';

/** Treatments of one side of the spine; "left knee injection" is none. */
const SIDED_PROCEDURE =
  /\b(epidurals?|esis?|tfesi|transforaminal|interlaminar|medial branch|facet|nerve root|selective nerve|discectomy|microdiscectomy|laminotomy|laminectomy|foraminotomy|hemilaminectomy)\b/i;
const PLANNED: ReadonlySet<SectionKind> = new Set([
  'plan',
  'assessment-and-plan',
  'assessment',
  'procedure',
  'procedure-details',
  'technique',
]);

/** "right L5-S1 disc herniation ... LEFT S1 transforaminal injection next week". */
export const findPlannedSide: FindIssues = ({ facts, elements, text }) => {
  const sided = facts.filter(
    (fact) =>
      isPresent(fact) &&
      (SHIFTED.has(fact.condition) || NERVE.has(fact.condition)) &&
      fact.laterality !== 'unspecified',
  );
  const sides = new Set(sided.map(({ laterality }) => laterality));
  const documented = sided[0]?.laterality;
  if (sides.size !== 1 || (documented !== 'left' && documented !== 'right')) return [];
  const other = elements.filter((element) => {
    if (element.kind !== 'treatment' || !PLANNED.has(element.section)) return false;
    const side = sideOf(element, text);
    return side !== null && side !== documented;
  });
  if (other.length === 0 || other.some(({ status }) => status === 'historical' || status === 'absent')) return [];
  const place = new Set(sided.map(partOf)).size === 1 ? partOf(sided[0]!) : 'spine';
  return [
    makeIssue('conflicting-documentation', place, {
      axis: 'planned-side',
      topic: 'planned-side',
      facts: sided,
      elements: other,
      values: plainValues(['Left', 'Right']),
    }),
  ];
};

/** One side named in the clause of a spinal procedure, as it would be quoted. */
function sideOf({ evidence }: Element, text: string): Laterality | null {
  const words = evidence.map((span) => widen(span, text).text).join(' ');
  if (!SIDED_PROCEDURE.test(words)) return null;
  const left = /\b(left|lt|l)\b/i.test(words.replace(/\bL(?=\d|-)/g, ''));
  const right = /\b(right|rt|r)\b/i.test(words);
  if (left === right) return null;
  return left ? 'left' : 'right';
}
