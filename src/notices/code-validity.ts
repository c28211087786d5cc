/** A written code against the list in force: retired, incomplete, unknown, not yet valid, or of ICD-9-CM; at most one notice for each place. */
import { findFault } from '../claims/validity.ts';
import type { CodeYear } from '../coding/codeset.ts';
import type { CodedNote } from '../coding/nearest.ts';
import type { Notice } from '../model.ts';
import { isClaimed, type WrittenCode } from './written-code.ts';

export function checkCodeValidity(written: readonly WrittenCode[], note: CodedNote, year: CodeYear): readonly Notice[] {
  return written.flatMap((place): readonly Notice[] => {
    const fault = findFault(place.code, note, year);
    if (!fault) return [];
    const { start, end, text } = place;
    // What an old problem list says is worth knowing and claims nothing today.
    return [{ ...fault, severity: isClaimed(place) ? fault.severity : 'info', start, end, text }];
  });
}
