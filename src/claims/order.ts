/** The order of codes: "Code first" instructions of the tabular list, and the sequence that the documentation gives. */
import { isReferredTo } from '../coding/code-notes.ts';
import type { CodeYear } from '../coding/codeset.ts';

/** "Code first" broken: `first` stands after the code that names it. */
export interface OrderFault {
  readonly first: string;
  readonly message: string;
  readonly cites: string;
}

/** @param later the codes that stand after `code` in the same list */
export function findCodeFirstFault(code: string, later: readonly string[], year: CodeYear): OrderFault | undefined {
  const notes = year.entry(code)?.codeFirst ?? [];
  const first = later.find((other) =>
    notes.some(({ refs }) => refs.some((reference) => isReferredTo(other, reference))),
  );
  if (first === undefined) return undefined;
  const note = notes.map(({ text }) => text).join('; ');
  return {
    first,
    message:
      `The Tabular List says at ${code}: "Code first, ${note}", and the order of codes says which condition leads. ` +
      `Write ${first} first, then ${code}.`,
    cites: `ICD-10-CM Tabular FY${year.fiscalYear}, ${code} Code first, ${note}`,
  };
}

const isPain = (code: string): boolean => /^M54\.(2|50?|59|6|9)$/.test(code);

/** A code that the documentation's own sequence puts after one of those that stand behind it. */
export function findSequenceFault(
  code: string,
  later: readonly string[],
  sequence: readonly string[],
): OrderFault | undefined {
  const at = sequence.indexOf(code);
  const first = later.find((other) => sequence.includes(other) && sequence.indexOf(other) < at);
  if (at < 0 || first === undefined) return undefined;
  const reason = isPain(code)
    ? 'a symptom follows the diagnoses of the encounter'
    : 'the provider lists the diagnoses in the other order';
  return {
    first,
    message: `${reason[0]?.toUpperCase()}${reason.slice(1)}. In the sequence that the note supports, ${first} stands before ${code}.`,
    cites:
      'ICD-10-CM Official Guidelines, Section IV.G: the condition chiefly responsible for the services is listed first',
  };
}
