/** Findings -> codes in claim order, and the gaps that the codes leave. STUB: owned by the coding work. */
import type { Code, Findings, Gap } from '../model.ts';
import type { CodeYear } from './codeset.ts';

export interface Coding {
  /** Assigned in claim sequence, then unconfirmed, then excluded. */
  readonly codes: readonly Code[];
  readonly gaps: readonly Gap[];
}

export function codeFindings(_findings: Findings, _year: CodeYear): Coding {
  return { codes: [], gaps: [] };
}
