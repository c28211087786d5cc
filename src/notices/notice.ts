/** What is wrong with the note itself. STUB: owned by the code-set work. */
import type { Coding } from '../coding/code.ts';
import type { CodeYear } from '../coding/codeset.ts';
import type { Findings, Notice } from '../model.ts';

export function giveNotices(_findings: Findings, _coding: Coding, _year: CodeYear): readonly Notice[] {
  return [];
}
