/** The analyzer as its users see it: types, limits, input errors. */
import type { Analysis, Assertion, NoteKind, NoteMeta, Setting, Span } from './model.ts';

export interface Limits {
  /** Longest note that is analysed, in UTF-16 code units. */
  readonly textLength: number;
}

export const DEFAULT_LIMITS: Limits = { textLength: 8_388_608 };

export interface AnalyzeOptions {
  /** Echoed as `note.id`. */
  readonly id?: string | undefined;
  /** ISO date YYYY-MM-DD; only this picks the fiscal year. */
  readonly dateOfService?: string | null | undefined;
  readonly setting?: Setting | undefined;
  /** Overrides the kind that the note's layout shows. */
  readonly noteKind?: NoteKind | undefined;
  /** Echoed; `codes` is the claim that was sent. */
  readonly meta?: NoteMeta | undefined;
}

export interface SpanAssertion extends Span {
  readonly assertion: Assertion;
}

export interface Analyzer {
  /**
   * One note in, one Analysis out; synchronous and pure: the same text and options give the same bytes.
   * @throws InputError when `text` is no string, is over the limit, or an option is not of its kind.
   */
  analyze(text: string, options?: AnalyzeOptions): Analysis;
  /** Status and cues for spans that a pipeline found itself (UTF-16 offsets), in the order given. */
  assertSpans(text: string, spans: readonly Span[]): readonly SpanAssertion[];
}

export type InputErrorCode = 'not-text' | 'too-long' | 'bad-option' | 'bad-span';

/** Input that cannot be analysed. The message names the option or limit, never the note's text. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: InputErrorCode;
  constructor(code: InputErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
