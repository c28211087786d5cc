/** Every report format by the name that a user types. */
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { ReportFormat } from './report.ts';
import { text } from './text.ts';

export const reportFormats = { text, json, markdown, junit, html } satisfies Record<string, ReportFormat>;
export type ReportFormatName = keyof typeof reportFormats;
export const REPORT_FORMAT_NAMES = Object.keys(reportFormats) as readonly ReportFormatName[];
