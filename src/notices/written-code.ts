/** Codes as a note writes them -> one spelling and a place, of those that say something about this patient. */
import { spellCode } from '../claims/spelling.ts';
import type { CodeYear } from '../coding/codeset.ts';
import type { Element, Evidence, SectionKind, Status } from '../model.ts';

export interface WrittenCode extends Evidence {
  /** In the spelling of the tabular list. */
  readonly code: string;
  readonly status: Status;
  readonly section: SectionKind;
}

/**
 * Every place where the note writes a code, in the order of the text. Codes that are negated, hypothetical or of
 * another person make no claim about this patient ("do not use M54.5", "mother: M51.26").
 */
export function readWrittenCodes(elements: readonly Element[], year: CodeYear): readonly WrittenCode[] {
  return elements
    .filter(
      ({ kind, status }) => kind === 'written-code' && !['absent', 'hypothetical', 'other-person'].includes(status),
    )
    .flatMap(({ value, status, section, evidence }) =>
      evidence.map(({ start, end, text }) => ({ code: spellCode(value, year), status, section, start, end, text })),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether the note claims the code for this encounter: not where it is told as history. */
export const isClaimed = ({ status }: WrittenCode): boolean => status === 'present' || status === 'uncertain';
