/** What the parts of the context layer hand each other: the target in its sentence, and the cues that reach it. */
import type { Cue } from '../mentions/terms.ts';
import type { Status } from '../model.ts';
import type { Hit } from '../text/phrases.ts';

export type CueHit = Hit<readonly Cue[]>;

export interface Target {
  /** Tokens [first, last). */
  readonly first: number;
  readonly last: number;
}

export interface Applying {
  readonly hit: CueHit;
  readonly cue: Cue;
}

/** What was decided of one span of tokens; `unstated` for an empty box and a question without an answer. */
export interface TokenAssertion {
  readonly status: Status | 'unstated';
  /** Deciding cues as token ranges. */
  readonly cues: readonly { readonly first: number; readonly last: number }[];
}
