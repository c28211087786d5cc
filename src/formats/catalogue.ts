/** Every format by the name that a user types; being in this table is being offered. */
import type { Format } from './format.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { line } from './line.ts';
import { text } from './text.ts';

export const formats = { text, json, jsonl, line } satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
export const FORMAT_NAMES = Object.keys(formats) as readonly FormatName[];
