/** A written code, valid in itself, against the words of the note: not what they support, or in the wrong order; each told once for a code. */
import { findCodeFirstFault } from '../claims/order.ts';
import { assignedOf, type Judgement, judgeSupport } from '../claims/support.ts';
import { isReportable, nameCode } from '../claims/validity.ts';
import { type CodeYear, isInCodeScope } from '../coding/codeset.ts';
import type { CodedNote } from '../coding/nearest.ts';
import type { ClaimVerdict, Notice } from '../model.ts';
import { isClaimed, type WrittenCode } from './written-code.ts';

const TOLD: { readonly [verdict in ClaimVerdict]?: Pick<Notice, 'rule' | 'severity'> } = {
  unsupported: { rule: 'unsupported-code', severity: 'warning' },
  contradicted: { rule: 'contradicted-code', severity: 'warning' },
  'less-specific': { rule: 'less-specific-code', severity: 'warning' },
};

export function checkCodeSupport(written: readonly WrittenCode[], note: CodedNote, year: CodeYear): readonly Notice[] {
  const seen = new Set<string>();
  return written.flatMap((place): readonly Notice[] => {
    const { code, start, end, text } = place;
    if (seen.has(code) || !isClaimed(place)) return [];
    if (!isReportable(code, year) || !isInCodeScope(code)) return [];
    seen.add(code);
    const judgement = judgeSupport(code, note, year);
    const told = TOLD[judgement.verdict];
    if (!told) return [];
    const message =
      `${nameCode(code, year)} is written, but ${judgement.says}. A code rests on the provider's diagnostic ` +
      `statement (ICD-10-CM Guidelines, Section I.A.19). ${giveAdvice(code, judgement, note)}`;
    return [{ ...told, message, start, end, text }];
  });
}

function giveAdvice(code: string, { instead }: Judgement, note: CodedNote): string {
  if (instead.length > 0) {
    const named = instead.map((other) => `${other.code} (${other.title})`).join(' and ');
    return `The words support ${named}: compare the codes and correct the one written.`;
  }
  const category = code.slice(0, 3);
  const hasOther = assignedOf(note).some((other) => other.code.startsWith(category));
  return (
    `The words support ${hasOther ? 'no such code' : `no code of category ${category}`}: remove or correct the code, or, where it stands for ` +
    'something not written down, ask the provider to document it.'
  );
}

/**
 * "1. Annular tear M51.A4  2. Herniation M51.17": the herniation is coded first. Only codes of one kind of section
 * form a list; a problem list does not order the assessment.
 */
export function checkCodeSequence(written: readonly WrittenCode[], note: CodedNote, year: CodeYear): readonly Notice[] {
  const supported = new Set(assignedOf(note).map(({ code }) => code));
  const claimed = written.filter((place) => isClaimed(place) && supported.has(place.code));
  const firsts = claimed.filter(
    (place, index) =>
      claimed.findIndex((other) => other.code === place.code && other.section === place.section) === index,
  );
  return firsts.flatMap((second, index): readonly Notice[] => {
    const later = firsts.slice(index + 1).filter(({ section }) => section === second.section);
    const fault = findCodeFirstFault(
      second.code,
      later.map(({ code }) => code),
      year,
    );
    if (!fault) return [];
    const { start, end, text } = second;
    const message = `${second.code} is written before ${fault.first}. ${fault.message}`;
    return [{ rule: 'code-sequence', severity: 'warning', message, start, end, text }];
  });
}
