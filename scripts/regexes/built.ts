/** Regular expressions whose parts are known at run time only, each with what stands for it where expressions are checked. */
export interface BuiltExpression {
  /** Below src/. */
  readonly file: string;
  /** The call, as it is written there. */
  readonly written: string;
  readonly flags: string;
  /** What it may come to: at least one of every form. */
  readonly samples: readonly string[];
  /** Why the samples stand for all. */
  readonly reason: string;
}

export const BUILT: readonly BuiltExpression[] = [
  {
    file: 'queries/lint.ts',
    written: "new RegExp(pattern, 'i')",
    flags: 'i',
    samples: ['pain', 'low\\s+back\\s+pain', 'L4-5\\s+\\(small\\)\\s+\\.\\.\\.', 'a\\s+a\\s+a\\s+a\\s+b'],
    reason: 'the words of a quote, escaped, with blanks between: no choice, and no repetition beside another',
  },
];
