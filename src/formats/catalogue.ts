/** Every format by the name that a user types; being in this table is being offered. */
import { csv } from './csv.ts';
import { fhir } from './fhir.ts';
import type { Format } from './format.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { line } from './line.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export const formats = { text, json, jsonl, line, html, markdown, csv, sarif, junit, fhir } satisfies Record<
  string,
  Format
>;
export type FormatName = keyof typeof formats;
export const FORMAT_NAMES = Object.keys(formats) as readonly FormatName[];
