/**
 * One line of a batch -> a note to analyse, or a refusal that names the field and what is accepted, and never repeats
 * a value: any of them may be part of the note.
 */
import { type AnalyzeOptions, NOTE_KINDS, type NoteMeta, SETTINGS } from '../index.ts';
import { isCalendarDate } from './calendar-date.ts';
import { decodeStrictly, findInvalidByte } from './decode.ts';

export type RefusalCode = 'not-utf8' | 'not-json' | 'not-an-object' | 'no-text' | 'bad-field' | 'line-too-long';

export interface Refusal {
  readonly id: string | null;
  readonly code: RefusalCode;
  readonly message: string;
}

export type BatchLine =
  | { readonly kind: 'note'; readonly text: string; readonly options: AnalyzeOptions }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

const SHAPE =
  '{"id": "...", "text": "...", "dateOfService": "YYYY-MM-DD", "setting": "...", "noteKind": "...", "meta": {}}';

export function readBatchLine(bytes: Uint8Array): BatchLine {
  const line = decodeStrictly(bytes);
  if (line === null) {
    return refuse(
      null,
      'not-utf8',
      `not valid UTF-8 at byte ${findInvalidByte(bytes)} of the line. Convert the file to UTF-8.`,
    );
  }
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return refuse(null, 'not-json', `not valid JSON${tellPosition(error)}. Write one object on each line: ${SHAPE}`);
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    return refuse(null, 'not-an-object', `${nameType(record)}, not an object. Write one object on each line: ${SHAPE}`);
  }
  return readRecord(record as Record<string, unknown>);
}

function readRecord(record: Record<string, unknown>): BatchLine {
  const id = readId(record.id);
  if (id.wrong) return refuse(null, 'bad-field', id.wrong);
  const { text } = record;
  if (text === undefined || text === null) {
    return refuse(
      id.value,
      'no-text',
      '"text" is missing, so there is nothing to analyse. Put the note into it as a string.',
    );
  }
  if (typeof text !== 'string') {
    return refuse(id.value, 'bad-field', `"text" is ${nameType(text)}. It must be a string that holds the whole note.`);
  }
  const wrong = FIELDS.map(([field, check]) => check(record[field]) && `"${field}" ${check(record[field])}`).find(
    Boolean,
  );
  if (wrong) return refuse(id.value, 'bad-field', wrong);
  const given = Object.fromEntries(
    FIELDS.map(([field]) => [field, record[field]]).filter(([, value]) => value !== undefined && value !== null),
  ) as Pick<AnalyzeOptions, 'dateOfService' | 'setting' | 'noteKind' | 'meta'>;
  return { kind: 'note', text, options: { ...given, ...(id.value === null ? {} : { id: id.value }) } };
}

/** Past 2^53 a JSON number has already lost digits, and two patients could share an id. */
function readId(id: unknown): { readonly value: string | null; readonly wrong?: string } {
  if (id === undefined || id === null) return { value: null };
  if (typeof id === 'string') return { value: id };
  if (typeof id !== 'number')
    return { value: null, wrong: `"id" is ${nameType(id)}. It must be a string or a number.` };
  if (Number.isInteger(id) && !Number.isSafeInteger(id)) {
    return { value: null, wrong: '"id" is a number too large to keep all its digits. Write it as a string.' };
  }
  return { value: String(id) };
}

/** What is wrong with the value of a field, or null; `null` in a line means that the field is not given. */
type Check = (value: unknown) => string | null;

const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    value === undefined || value === null || allowed.includes(value as string)
      ? null
      : `is not one of the accepted words: ${allowed.join(', ')}.`;

const checkDate: Check = (value) =>
  value === undefined || value === null || (typeof value === 'string' && isCalendarDate(value))
    ? null
    : 'is not a date. Write it as YYYY-MM-DD; it decides the fiscal year of the codes.';

const checkMeta: Check = (value) => {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'object' || Array.isArray(value)) return `is ${nameType(value)}. It must be an object.`;
  const meta = value as NoteMeta;
  const name = ['patient', 'encounter', 'provider', 'site'].find(
    (key) => !['string', 'undefined'].includes(typeof meta[key]),
  );
  if (name) return `holds a "${name}" that is ${nameType(meta[name])}. It must be a string.`;
  const { codes } = meta as Record<string, unknown>;
  const listed = codes === undefined || (Array.isArray(codes) && codes.every((code) => typeof code === 'string'));
  return listed ? null : 'holds "codes" that are no list of strings. Write them as ["M54.50"].';
};

const FIELDS: readonly (readonly ['dateOfService' | 'setting' | 'noteKind' | 'meta', Check])[] = [
  ['dateOfService', checkDate],
  ['setting', oneOf(SETTINGS)],
  ['noteKind', oneOf(NOTE_KINDS)],
  ['meta', checkMeta],
];

function refuse(id: string | null, code: RefusalCode, message: string): BatchLine {
  return { kind: 'refused', refusal: { id, code, message } };
}

/** The engine's message may quote the line; only the ending that holds nothing but a number is taken from it. */
function tellPosition(error: unknown): string {
  const position = /JSON at position (\d+)(?: \(line \d+ column \d+\))?$/.exec((error as Error).message)?.[1];
  return position ? ` at character ${position}` : '';
}

function nameType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
