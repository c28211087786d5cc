/** What is wrong with the note itself, in the order of the text: what speaks of the whole note stands first. */
import type { Coding } from '../coding/code.ts';
import type { CodeYear } from '../coding/codeset.ts';
import type { CodedNote } from '../coding/nearest.ts';
import type { Findings, Notice } from '../model.ts';
import { checkCodeSequence, checkCodeSupport } from './code-support.ts';
import { checkCodeValidity } from './code-validity.ts';
import { findOutsideScope } from './outside-scope.ts';
import { checkDateOfService, findEmptySections } from './record.ts';
import { readWrittenCodes, type WrittenCode } from './written-code.ts';

export function giveNotices(findings: Findings, coding: Coding, year: CodeYear): readonly Notice[] {
  const written = readWrittenCodes(findings.elements, year);
  const notices = [
    ...checkDateOfService(findings, year),
    ...(written.length > 0 ? checkWritten(written, { ...findings, codes: coding.codes }, year) : []),
    ...findEmptySections(findings),
    ...findOutsideScope(findings, coding),
  ];
  // The sort is stable: at one place the order above holds.
  return notices.sort((a, b) => (a.start ?? -1) - (b.start ?? -1) || (a.end ?? -1) - (b.end ?? -1));
}

function checkWritten(written: readonly WrittenCode[], note: CodedNote, year: CodeYear): readonly Notice[] {
  return [
    ...checkCodeValidity(written, note, year),
    ...checkCodeSupport(written, note, year),
    ...checkCodeSequence(written, note, year),
  ];
}
