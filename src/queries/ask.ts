/** Gaps, indicators and conflicts -> compliant queries. STUB: owned by the query work. */
import type { Coding } from '../coding/code.ts';
import type { Lexicons } from '../lexicons/definitions.ts';
import type { Findings, Query } from '../model.ts';

export function askQueries(_findings: Findings, _coding: Coding, _wording: Lexicons['query-wording']): readonly Query[] {
  return [];
}
