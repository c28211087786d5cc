/** A written code, valid in itself, against the codes that the words support: unsupported, or in the wrong sequence; each told once for a code. */

import type { Coding } from '../coding/code.ts';
import { isReferredTo } from '../coding/code-notes.ts';
import { type CodeYear, isInCodeScope } from '../coding/codeset.ts';
import type { Code, Notice } from '../model.ts';
import { isReportable, nameCode } from './code-validity.ts';
import { isClaimed, type WrittenCode } from './written-code.ts';

const assignedOf = ({ codes }: Coding): readonly Code[] => codes.filter(({ standing }) => standing === 'assigned');

export function checkCodeSupport(written: readonly WrittenCode[], coding: Coding, year: CodeYear): readonly Notice[] {
  const assigned = assignedOf(coding);
  const supported = new Set(assigned.map(({ code }) => code));
  const seen = new Set<string>();
  return written.flatMap((place): readonly Notice[] => {
    const { code, start, end, text } = place;
    if (seen.has(code) || !isClaimed(place) || supported.has(code)) return [];
    if (!isReportable(code, year) || !isInCodeScope(code)) return [];
    seen.add(code);
    const message =
      `${nameCode(code, year)} is written, but ${giveReason(code, coding)}. A code rests on the provider's diagnostic ` +
      `statement (ICD-10-CM Guidelines, Section I.A.19). ${giveAdvice(code, assigned)}`;
    return [{ rule: 'unsupported-code', severity: 'warning', message, start, end, text }];
  });
}

function giveReason(code: string, { codes }: Coding): string {
  const found = codes.find((other) => other.code === code);
  if (!found) return 'the words of this note do not support it';
  const why = found.why.replace(/[.\s]+$/, '');
  return found.standing === 'excluded' ? `it is left out: ${why}` : `the words only suggest it: ${why}`;
}

function giveAdvice(code: string, assigned: readonly Code[]): string {
  const sibling = findSibling(code, assigned);
  if (sibling) return `The words support ${sibling.code} (${sibling.title}): compare the two and correct the code.`;
  return (
    `The words support no code of category ${code.slice(0, 3)}: remove or correct the code, or, where it stands for ` +
    'something not written down, ask the provider to document it.'
  );
}

/** Of the assigned codes of the same category the one that shares most characters: M51.A4, not M51.17, for M51.A1. */
function findSibling(code: string, assigned: readonly Code[]): Code | undefined {
  const shared = (other: string): number => {
    let length = 0;
    while (length < code.length && code[length] === other[length]) length++;
    return length;
  };
  return assigned
    .filter((other) => other.code.slice(0, 3) === code.slice(0, 3))
    .reduce<Code | undefined>(
      (best, other) => (best && shared(best.code) >= shared(other.code) ? best : other),
      undefined,
    );
}

/**
 * "1. Annular tear M51.A4  2. Herniation M51.17": the herniation is coded first. Only codes of one kind of section
 * form a list; a problem list does not order the assessment.
 */
export function checkCodeSequence(written: readonly WrittenCode[], coding: Coding, year: CodeYear): readonly Notice[] {
  const supported = new Set(assignedOf(coding).map(({ code }) => code));
  const claimed = written.filter((place) => isClaimed(place) && supported.has(place.code));
  const firsts = claimed.filter(
    (place, index) =>
      claimed.findIndex((other) => other.code === place.code && other.section === place.section) === index,
  );
  return firsts.flatMap((second, index): readonly Notice[] => {
    const notes = year.entry(second.code)?.codeFirst ?? [];
    const first = firsts
      .slice(index + 1)
      .find(
        (later) =>
          later.section === second.section &&
          notes.some(({ refs }) => refs.some((reference) => isReferredTo(later.code, reference))),
      );
    if (!first) return [];
    const note = notes.map(({ text }) => text).join('; ');
    const message =
      `${second.code} is written before ${first.code}. The Tabular List says at ${second.code}: "Code first, ${note}", ` +
      `and the order of codes says which condition leads. Write ${first.code} first, then ${second.code}.`;
    return [
      { rule: 'code-sequence', severity: 'warning', message, start: second.start, end: second.end, text: second.text },
    ];
  });
}
