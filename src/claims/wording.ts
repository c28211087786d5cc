/** How a fact stands to a code, as the second half of a sentence: "it is on the claim, but ...". */
import type { Difference, Near } from '../coding/nearest.ts';
import type { Condition, Fact } from '../model.ts';

const FOOTING_WORDS: { readonly [footing in Near['footing']]: string } = {
  codable: 'is documented',
  'imaging-only': 'stands only in a quoted result, and the provider has not made it a diagnosis',
  uncertain: 'is stated only as uncertain',
  complaint: 'is only a complaint, not a diagnosis of the provider',
  absent: 'is stated to be absent',
  historical: 'is told as history, not as present',
  hypothetical: 'is spoken of only as something that might come',
  'other-person': 'is that of another person',
};

export function describeFooting({ fact, footing }: Near): string {
  return `${nameFact(fact)} ${FOOTING_WORDS[footing]}`;
}

export function nameFact({ condition, region, levels }: Fact): string {
  const place = [region === 'unspecified' ? '' : region, ...levels].filter(Boolean).join(' ');
  return `${nameCondition(condition)}${place ? ` (${place})` : ''}`;
}

const nameCondition = (condition: Condition): string => condition.replaceAll('-', ' ');

const words = (value: string): string => value.replace(/^[a-z].*/, (word) => word.replaceAll('-', ' '));

export function describeDifference({ kind, axis, code, note }: Difference): string {
  if (kind === 'other') return `the note says ${axis} ${words(note ?? '')}, the code ${words(code ?? '')}`;
  if (kind === 'finer') return `the note says ${axis} ${words(note ?? '')}, which the code leaves open`;
  const instead = note === null ? 'which the note does not say' : `and the note says ${words(note)}`;
  return `the code says ${axis} ${words(code ?? '')}, ${instead}`;
}
