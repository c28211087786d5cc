/** What the record leaves open, before it has words; every issue stands on facts or evidence of this record. */
import type { Ground, QueryAxis } from '../lexicons/query-wording.ts';
import type { Condition, Element, Evidence, Fact, Findings, QueryKind, Region } from '../model.ts';

/** One of several things that an option lists: a finding, a level, a side. */
export interface Value {
  readonly text: string;
  /** What an indicator must be of for the option to be offered; none for a side or a level. */
  readonly needs: readonly Ground[];
}

/** Sides, sizes and levels: they name no diagnosis. */
export const plainValues = (texts: readonly string[]): readonly Value[] => texts.map((text) => ({ text, needs: [] }));

export interface Issue {
  readonly kind: QueryKind;
  readonly axis: QueryAxis | null;
  /** Second part of the query id. */
  readonly place: string;
  /** Third part of the query id, where two queries of the kind could share the place. */
  readonly topic: string | null;
  readonly facts: readonly Fact[];
  readonly elements: readonly Element[];
  /** Quoted besides the evidence of facts and elements: the words of a linkage. */
  readonly evidence: readonly Evidence[];
  /** What that evidence is of. */
  readonly grounds: readonly Ground[];
  readonly values: readonly Value[];
  /** From the coding, which knows better than the wording; null for the issues found here. */
  readonly coding: {
    readonly changes: 'code' | 'documentation';
    readonly why: string;
    readonly cites: readonly string[];
  } | null;
  /** Overrides what the wording says of the kind. */
  readonly changes: 'code' | 'documentation' | null;
}

export function makeIssue(kind: QueryKind, place: string, parts: Partial<Omit<Issue, 'kind' | 'place'>>): Issue {
  return {
    kind,
    place,
    axis: null,
    topic: null,
    facts: [],
    elements: [],
    evidence: [],
    grounds: [],
    values: [],
    coding: null,
    changes: null,
    ...parts,
  };
}

/** The stretches of the spine that one study and one assessment item speak of together. */
export type Part = 'cervical' | 'thoracic' | 'lumbar' | 'unspecified';

const PARTS: { readonly [region in Region]: Part } = {
  cervical: 'cervical',
  cervicothoracic: 'cervical',
  thoracic: 'thoracic',
  thoracolumbar: 'thoracic',
  lumbar: 'lumbar',
  lumbosacral: 'lumbar',
  sacral: 'lumbar',
  unspecified: 'unspecified',
};

/** "Sciatica, left" names no region and can only be of the low back. */
const HOME: { readonly [condition in Condition]?: Part } = {
  'low-back-pain': 'lumbar',
  sciatica: 'lumbar',
  'sacroiliac-disorder': 'lumbar',
  'cauda-equina-syndrome': 'lumbar',
  'neck-pain': 'cervical',
  'thoracic-back-pain': 'thoracic',
};

/** "Low back pain" says where it is; "of the lumbar spine" would say it twice. */
export const isPlacedByName = ({ condition }: Fact): boolean => HOME[condition] !== undefined;

export function partOf({ condition, region }: { readonly condition?: Condition; readonly region: Region }): Part {
  const part = PARTS[region];
  return part === 'unspecified' && condition ? (HOME[condition] ?? part) : part;
}

/** A part that is not named may be any. */
export function mayBeSamePart(one: Part, other: Part): boolean {
  return one === other || one === 'unspecified' || other === 'unspecified';
}

const SYMPTOMS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain']);

export const isSymptom = ({ condition }: Fact): boolean => SYMPTOMS.has(condition);

/** Operative and provider statements: the words that support a code of an office or procedure note. */
export const isProviders = ({ source }: Fact): boolean => source === 'provider' || source === 'operative';

export const isPresent = ({ status }: Fact): boolean => status === 'present';

/** Levels that meet, or of which one side names none. */
export function mayMeet(one: Fact, other: Fact): boolean {
  return one.levels.length === 0 || other.levels.length === 0 || shareLevel(one, other);
}

export function shareLevel(one: Fact, other: Fact): boolean {
  return one.levels.some((level) => other.levels.includes(level));
}

/** Every finder reads the findings and the codes, and names issues; it writes no words. */
export type FindIssues = (findings: Findings, codes: readonly string[]) => readonly Issue[];
