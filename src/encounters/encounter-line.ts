/**
 * One record of a file of encounters -> an encounter, or a refusal that names the field and what is accepted and never
 * repeats a value: any of them may be part of a note.
 */
import type { Encounter } from './encounter.ts';

export type EncounterLine =
  | { readonly kind: 'encounter'; readonly encounter: Encounter; readonly warning: string | null }
  | { readonly kind: 'refused'; readonly message: string };

const SHAPE = '{"patient": "...", "date": "YYYY-MM-DD", "provider": "...", "text": "...", "codes": ["..."]}';

/** "2026-02-30" has the form of a day and is none; of a time of day only the day counts. */
export function readDay(value: unknown): string | null {
  const day = typeof value === 'string' ? /^(\d{4}-\d{2}-\d{2})(?:$|[T ]\d)/.exec(value)?.[1] : undefined;
  if (day === undefined) return null;
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day) ? day : null;
}

type Fields = Readonly<Record<string, unknown>>;

export function readJsonObject(line: string): Fields | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return 'not valid JSON. Write one object on each line.';
  }
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record as Fields;
  return 'not an object. Write one object on each line.';
}

/** The patient of a record, of its own or of its `meta`; null where none is named. */
export function patientOf(record: Fields): string | null {
  const value = record.patient ?? metaOf(record).patient;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

export const metaOf = ({ meta }: Fields): Fields =>
  typeof meta === 'object' && meta !== null && !Array.isArray(meta) ? (meta as Fields) : {};

const word = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : null;

/** @param line 1-based place in the file */
export function readEncounterRecord(record: Fields, line: number): EncounterLine {
  const patient = patientOf(record);
  if (patient === null) {
    return refuse(
      `"patient" is missing, so nobody knows whose record it belongs to. Give each line its patient: ${SHAPE}`,
    );
  }
  const { text } = record;
  if (typeof text !== 'string') return refuse(`"text" is missing or no string. It must hold the whole note: ${SHAPE}`);
  const meta = metaOf(record);
  const codes = record.codes ?? meta.codes ?? null;
  if (codes !== null && !(Array.isArray(codes) && codes.every((code) => typeof code === 'string'))) {
    return refuse('"codes" is no list of strings. Write it as ["M54.50"].');
  }
  const given = record.date ?? record.dateOfService ?? null;
  const date = readDay(given);
  const warning =
    given !== null && date === null
      ? '"date" is no day of the calendar, so the encounter counts as undated. Write it as YYYY-MM-DD.'
      : null;
  const encounter: Encounter = {
    patient,
    date,
    text,
    id: word(record.id) ?? word(meta.encounter),
    provider: word(record.provider) ?? word(meta.provider),
    site: word(record.site) ?? word(meta.site),
    codes: codes as readonly string[] | null,
    line,
  };
  return { kind: 'encounter', encounter, warning };
}

const refuse = (message: string): EncounterLine => ({ kind: 'refused', message });
