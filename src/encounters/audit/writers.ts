/** Every form of the audit by the name that a user types. */
import { showControlsInJson } from '../../formats/visible.ts';
import { writeAuditCsv, writeWorksheetCsv } from './csv.ts';
import { writeAuditHtml } from './html.ts';
import type { AuditReport } from './report.ts';
import { writeAuditText } from './text.ts';

interface AuditWriter {
  /** One phrase for the help text. */
  readonly shows: string;
  readonly write: (report: AuditReport) => string;
}

const writers = {
  text: { shows: 'figures to read', write: writeAuditText },
  html: { shows: 'one page with charts for a meeting, and the worksheet', write: writeAuditHtml },
  csv: { shows: 'every figure, one per line', write: writeAuditCsv },
  worksheet: { shows: 'the sample for manual review as CSV', write: writeWorksheetCsv },
  json: {
    shows: 'every figure and the sample',
    write: (report) => `${showControlsInJson(JSON.stringify(report, null, 2))}\n`,
  },
} satisfies Record<string, AuditWriter>;

export type AuditFormat = keyof typeof writers;
export const AUDIT_FORMATS = Object.keys(writers) as readonly AuditFormat[];

export const describeAuditFormats = (): string =>
  AUDIT_FORMATS.map((name) => `${name}: ${writers[name].shows}`).join('; ');
export const writeAudit = (report: AuditReport, format: AuditFormat): string => writers[format].write(report);
