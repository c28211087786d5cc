/** Input checks: what is no note or no option is told with what is accepted, never with the note's text. */
import { type AnalyzeOptions, InputError, type Limits } from './analyzer.ts';
import { NOTE_KINDS, SETTINGS } from './model.ts';

export function checkedText(text: unknown, limits: Limits): string {
  if (typeof text !== 'string') throw new InputError('not-text', `The note is ${kindOf(text)}, not a string, so there is nothing to read. Pass the note's text.`);
  if (text.length > limits.textLength) {
    throw new InputError('too-long', `The note has ${text.length} UTF-16 code units; the limit is ${limits.textLength}. Split it by encounter, or raise limits.textLength.`);
  }
  return text;
}

export function checkedOptions(options: AnalyzeOptions): AnalyzeOptions {
  const { id, dateOfService, setting, noteKind, meta } = options;
  if (id !== undefined && typeof id !== 'string') throw badOption('id', 'a string');
  if (dateOfService !== undefined && dateOfService !== null && !isDate(dateOfService)) throw badOption('dateOfService', 'an ISO date (YYYY-MM-DD) of the calendar');
  if (setting !== undefined && !SETTINGS.includes(setting)) throw badOption('setting', SETTINGS.join(' or '));
  if (noteKind !== undefined && !NOTE_KINDS.includes(noteKind)) throw badOption('noteKind', NOTE_KINDS.join(', '));
  if (meta !== undefined && (typeof meta !== 'object' || meta === null || Array.isArray(meta))) throw badOption('meta', 'an object');
  return options;
}

function badOption(name: string, accepted: string): InputError {
  return new InputError('bad-option', `The option ${name} is not of its kind, so the note was not analysed. It takes ${accepted}.`);
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

const kindOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value === 'object' ? 'an object' : `a ${typeof value}`);
