/** Codes as a note writes them -> one spelling and a place: `M54.5`, `m5450` and `M51.A-` are told apart only by what they say. */
import { type CodeYear, codeStanding } from '../coding/codeset.ts';
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

/** "722.10", "724.2": three digits before the point, which no ICD-10-CM code has. */
export const isIcd9 = (code: string): boolean => /^\d{3}\.\d{1,2}$/.test(code);

export const isIcd10 = (code: string): boolean => /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code);

function spellCode(value: string, year: CodeYear): string {
  const bare = value
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/[-.]+$/, '');
  const code = /^[A-Z]\d[0-9A-Z]{2,5}$/.test(bare) ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
  // "M54.5x" means the heading; the X of "S33.5XX" and "M53.2X" is a placeholder of the code itself.
  const heading = code.replace(/\.?X+$/, '');
  const isPlaceholder = year.entry(code) !== undefined || year.completeCodes(code).length > 0;
  return !isPlaceholder && codeStanding(heading, year.fiscalYear) === 'heading' ? heading : code;
}
