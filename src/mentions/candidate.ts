/** Words that may name a condition, before it is known whether they are ours and what is said of them. */
import type { Condition } from '../model.ts';
import type { Need } from './terms.ts';

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
