/** What each layer of phrases says: the values that the lexicons give to the words of a note. */
import type { NEEDS } from '../lexicons/language.ts';
import type { Condition, ElementKind, Laterality, Modality, Region, Size, Status } from '../model.ts';
import type { Hit } from '../text/phrases.ts';

export type Need = (typeof NEEDS)[number];

export interface ConditionTerm {
  readonly condition: Condition;
  readonly need: Need | null;
}

/** One half of a pair ("disk" ... "herniated"): which pair, which half. */
export interface PairPart {
  readonly pair: number;
  readonly half: 'first' | 'second';
}

export interface Pair {
  readonly condition: Condition;
  readonly gap: number;
  /** The two halves deny the condition ("annulus ... intact"). */
  readonly denies: boolean;
  readonly need: Need | null;
}

export interface Cue {
  readonly says: Exclude<Status, 'present'> | 'nothing';
  /** `answer`: only as the reply to what stands before it ("Herniation: none"). */
  readonly direction: 'forward' | 'backward' | 'answer';
  /** Words, at most, between cue and mention. */
  readonly reach: number;
  /** Where the scope ends at the latest. */
  readonly until: 'clause' | 'comma';
}

export type TerminatorScope = 'all' | 'uncertain' | 'hypothetical' | 'historical';

export type StudyWord = 'ordered' | 'considered' | 'historical' | 'none' | 'results';

export type LinkOrder = 'effect-first' | 'cause-first' | 'either-order' | 'cause-of' | 'with';

export type LinkStatus = 'present' | 'uncertain' | 'absent';

/** What each layer of phrases says. */
export interface TermValues {
  condition: ConditionTerm;
  part: readonly PairPart[];
  cue: readonly Cue[];
  terminator: TerminatorScope;
  region: Region;
  /** Looks like a region and is none ("lumbar puncture"). */
  'no-region': true;
  'study-region': Region;
  limb: true;
  'spine-word': true;
  'disc-word': true;
  treated: true;
  level: readonly string[];
  'same-level': true;
  side: Laterality;
  size: Size;
  duration: 'acute' | 'subacute' | 'chronic';
  'other-pain': true;
  encounter: 'subsequent' | 'sequela';
  vertebrogenic: true;
  claudication: true;
  grade: true;
  opinion: true;
  risk: true;
  old: true;
  modality: Modality;
  'study-word': StudyWord;
  elsewhere: true;
  link: { readonly order: LinkOrder; readonly status: LinkStatus };
  element: readonly ElementKind[];
}

export type Layer = keyof TermValues;

/** The phrases of a sentence by layer; none where a layer has none. */
export interface Hits {
  /** Whether it has phrases of the first group: what it is about. */
  readonly names: boolean;
  get<L extends Layer>(layer: L): readonly Hit<TermValues[L]>[];
}

/** What a sentence is about: looked for in every one. */
const TOPIC = 0;
/** Other parts of the body: often asked for by themselves. */
const ELSEWHERE = 1;
/** What is said of a topic. */
const REMARK = 2;

/** Layers of one group are looked for together: topics in every sentence, the others where someone asks for one of them. */
const GROUP_OF: Readonly<Record<Layer, number>> = {
  condition: TOPIC,
  part: TOPIC,
  region: TOPIC,
  'no-region': TOPIC,
  limb: TOPIC,
  level: TOPIC,
  'spine-word': TOPIC,
  modality: TOPIC,
  vertebrogenic: TOPIC,
  claudication: TOPIC,
  element: TOPIC,
  elsewhere: ELSEWHERE,
  cue: REMARK,
  terminator: REMARK,
  'study-region': REMARK,
  'disc-word': REMARK,
  treated: REMARK,
  'same-level': REMARK,
  side: REMARK,
  size: REMARK,
  duration: REMARK,
  'other-pain': REMARK,
  encounter: REMARK,
  grade: REMARK,
  opinion: REMARK,
  risk: REMARK,
  old: REMARK,
  'study-word': REMARK,
  link: REMARK,
};

/** The layers of each group, topics first. */
export const LAYER_GROUPS: readonly (readonly Layer[])[] = [TOPIC, ELSEWHERE, REMARK].map((group) =>
  (Object.keys(GROUP_OF) as Layer[]).filter((layer) => GROUP_OF[layer] === group),
);

/** The group of a layer, as its place among `LAYER_GROUPS`. */
export const groupOf = (layer: Layer): number => GROUP_OF[layer];

/** Words that may name a condition, before it is known whether they are ours and what is said of them. */
export interface Candidate {
  readonly condition: Condition;
  readonly need: Need | null;
  /** The words deny the condition by themselves. */
  readonly denies: boolean;
  /** Said in two halves ("disk ... herniated"). */
  readonly paired: boolean;
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
}
