/** The families of the tip sheet, found by id, by another name, or by a code. */
import { compiledLexicons } from '../lexicons/compiled.ts';
import type { TipFamily } from '../lexicons/tips.ts';
import { readCodeForm } from './code-form.ts';

const { families } = compiledLexicons.tips;

/** What `spinenote tips FAMILY` accepts, in the order of the sheet. */
export const TIP_FAMILIES: readonly string[] = families.map(({ id }) => id);

export const allFamilies = (): readonly TipFamily[] => families;

/** The family with the longest prefix of the code. */
export function familyOfCode(code: string): TipFamily | undefined {
  const length = ({ codes }: TipFamily): number =>
    Math.max(0, ...codes.filter((prefix) => code.startsWith(prefix)).map((prefix) => prefix.length));
  const best = families.reduce<TipFamily | undefined>((a, b) => (length(b) > (a ? length(a) : 0) ? b : a), undefined);
  return best;
}

/** The id of the family that a user means by a name or a code; null where none is meant. */
export function findTipFamily(name: string): string | null {
  const wanted = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const named = families.find(({ id, aliases }) => [id, ...aliases].includes(wanted));
  const code = readCodeForm(name);
  return (named ?? (code === null ? undefined : familyOfCode(code)))?.id ?? null;
}
