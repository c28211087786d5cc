/** A line of the official order file -> a listed code; fixed columns, anything else is refused with what was expected. */
import type { ListedCode } from '../../index.ts';
import { UsageError } from '../failure.ts';

// Columns from 1: 1-5 order number, 7-13 code without its point, 15 complete (1) or heading (0), 17-76 short title, 78- title.
const LINE = /^(\d{5}) ([A-Z]\d[0-9A-Z]{1,5}) *([01]) /;
const SHORT_TITLE = [16, 76] as const;
const LONG_TITLE = 77;

export const looksLikeOrderFile = (line: string): boolean => LINE.test(line) && /^[01] $/.test(line.slice(14, 16));

export function readOrderLine(line: string, number: number): ListedCode {
  const match = LINE.exec(line);
  const flag = line[14];
  if (!match || (flag !== '0' && flag !== '1')) {
    throw new UsageError(
      `line ${number} has not the columns of an order file (order number, code, 0 or 1, short title, title), so the file is damaged or of another kind. Take icd10cm-order-YYYY.txt as it was published.`,
    );
  }
  const bare = line.slice(6, 13).trim();
  const code = bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
  const title = line.slice(LONG_TITLE).trim() || line.slice(...SHORT_TITLE).trim();
  return {
    code,
    title,
    kind: bare.length === 3 ? 'category' : flag === '1' ? 'code' : 'heading',
    billable: flag === '1',
    notes: null,
  };
}
