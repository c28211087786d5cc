/** Codes as people write them -> the spelling of the tabular list: `M54.5`, `m5450` and `M51.A-` are told apart only by what they say. */
import { type CodeYear, codeStanding } from '../coding/codeset.ts';

/** "722.10", "724.2": three digits before the point, which no ICD-10-CM code has. */
export const isIcd9 = (code: string): boolean => /^\d{3}\.\d{1,2}$/.test(code);

export const isIcd10 = (code: string): boolean => /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/.test(code);

export function spellCode(value: string, year: CodeYear): string {
  const bare = value
    .toUpperCase()
    .replace(/\s+/g, '')
    .replace(/(?<![-.])[-.]+$/, '');
  const code = /^[A-Z]\d[0-9A-Z]{2,5}$/.test(bare) ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
  // "M54.5x" means the heading; the X of "S33.5XX" and "M53.2X" is a placeholder of the code itself.
  const heading = code.replace(/\.?(?<!X)X+$/, '');
  const isPlaceholder = year.entry(code) !== undefined || year.completeCodes(code).length > 0;
  return !isPlaceholder && codeStanding(heading, year.fiscalYear) === 'heading' ? heading : code;
}
