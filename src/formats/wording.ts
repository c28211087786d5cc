/** The values of the model in the words of a sentence; every format that speaks to people shares them. */
import { type Code, type Fact, type NoteInfo, type SectionKind, STATUSES } from '../model.ts';

/** A value of a closed list as words: `disc-herniation` is "disc herniation". */
export const wordValue = (value: string): string => value.replaceAll('-', ' ');

export const wordCondition = (fact: Fact): string =>
  (fact.size && fact.size !== 'unspecified' ? `${fact.size} ` : '') + wordValue(fact.condition);

/** "lumbosacral L5-S1, left": only what is known. */
export function wordPlace(fact: Fact): string {
  const region = fact.region === 'unspecified' ? [] : [fact.region];
  const place = [...region, ...fact.levels].join(' ');
  return [place, fact.laterality === 'unspecified' ? '' : fact.laterality].filter(Boolean).join(', ');
}

export function wordDetail(fact: Fact): string {
  const size = fact.size === 'unspecified' ? ['size not stated'] : [];
  return [...size, ...fact.detail.filter((detail) => detail !== 'unspecified').map(wordValue)].join(', ');
}

export function wordFact(fact: Fact): string {
  return [wordCondition(fact), wordPlace(fact), wordDetail(fact)].filter(Boolean).join(', ');
}

const SECTION_WORDS: Partial<Record<SectionKind, string>> = {
  preamble: 'Start of note',
  exam: 'Examination',
  tests: 'Test results',
  'past-history': 'Past history',
  'assessment-and-plan': 'Assessment and plan',
  other: 'Note',
};

export function wordSection(kind: SectionKind): string {
  return SECTION_WORDS[kind] ?? `${kind.charAt(0).toUpperCase()}${wordValue(kind).slice(1)}`;
}

/** What is true of the patient now first, what is not about the patient now last. */
export const STATUS_ORDER = [...STATUSES].reverse();

export const STANDING_WORDS: Record<Code['standing'], string> = {
  assigned: 'Codes, in claim order',
  unconfirmed: 'Not codable until the provider confirms',
  excluded: 'Not reported beside the codes above',
};

export function wordNote({ kind, setting }: NoteInfo): string {
  return `${wordValue(kind)}, ${setting}`;
}
