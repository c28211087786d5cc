/** Input checks: what is no note or no option is told with what is accepted, never with the note's text. */
import { type AnalyzeOptions, InputError, type Limits } from './analyzer.ts';
import { NOTE_KINDS, SETTINGS, type Span } from './model.ts';

const NOTE_OPTIONS = ['id', 'dateOfService', 'setting', 'noteKind', 'meta'] as const satisfies (keyof AnalyzeOptions)[];
const ANALYZER_OPTIONS = ['lexicons', 'limits', 'defaults', 'linguistics', 'require'];
const META_STRINGS = ['patient', 'encounter', 'provider', 'site'] as const;

export function checkedText(text: unknown, limits: Limits): string {
  if (typeof text !== 'string') {
    throw new InputError(
      'not-text',
      `The note is ${kindOf(text)}, not a string, so there is nothing to read. Pass the note's text.`,
    );
  }
  if (text.length > limits.textLength) {
    throw new InputError(
      'too-long',
      `The note has ${text.length} UTF-16 code units; the limit is ${limits.textLength}. Split it by encounter, or raise limits.textLength.`,
    );
  }
  return text;
}

/** The options of one note over those of all notes; `undefined` stands for "not given". */
export function checkedOptions(defaults: AnalyzeOptions, own: AnalyzeOptions): AnalyzeOptions {
  refuseUnknown(defaults, NOTE_OPTIONS);
  refuseUnknown(own, NOTE_OPTIONS);
  const options: AnalyzeOptions = { ...defaults, ...given(own) };
  const { id, dateOfService, setting, noteKind, meta } = options;
  if (id !== undefined && typeof id !== 'string') throw badOption('id', 'a string');
  if (dateOfService !== undefined && dateOfService !== null && !isDate(dateOfService)) {
    throw badOption('dateOfService', 'an ISO date (YYYY-MM-DD) of the calendar');
  }
  if (setting !== undefined && !SETTINGS.includes(setting)) throw badOption('setting', SETTINGS.join(' or '));
  if (noteKind !== undefined && !NOTE_KINDS.includes(noteKind)) throw badOption('noteKind', NOTE_KINDS.join(', '));
  if (meta !== undefined && !isNoteMeta(meta)) {
    throw badOption(
      'meta',
      'an object; its patient, encounter, provider and site are strings, its codes a list of strings',
    );
  }
  return options;
}

/** @throws InputError on an analyzer option that is unknown or not of its kind. */
export function checkedLimits(
  options: {
    readonly limits?: Partial<Limits>;
    readonly linguistics?: unknown;
    readonly lexicons?: unknown;
    readonly require?: unknown;
  },
  limits: Limits,
): Limits {
  refuseUnknown(options, ANALYZER_OPTIONS);
  refuseUnknown(options.limits ?? {}, Object.keys(limits));
  const textLength = options.limits?.textLength ?? limits.textLength;
  if (typeof textLength !== 'number' || !(textLength >= 0))
    throw badOption('limits.textLength', 'a number of UTF-16 code units');
  if (![undefined, 'wink', 'none'].includes(options.linguistics as string | undefined))
    throw badOption('linguistics', 'wink or none');
  if (!['undefined', 'function'].includes(typeof options.require))
    throw badOption('require', 'a function, as createRequire of node:module gives it');
  const lexicons = options.lexicons ?? [];
  const isLexicon = (each: unknown): boolean =>
    isRecord(each) && typeof each.file === 'string' && typeof each.text === 'string';
  if (!Array.isArray(lexicons) || !lexicons.every(isLexicon)) throw badOption('lexicons', 'a list of { file, text }');
  return { textLength };
}

/** The places themselves are checked where they are looked up. */
export function checkedSpans(spans: readonly Span[]): readonly Span[] {
  const index = Array.isArray(spans) ? spans.findIndex((span) => !isRecord(span)) : -1;
  if (Array.isArray(spans) && index < 0) return spans;
  const what = index < 0 ? 'The spans are no list' : `Span ${index} is no object`;
  throw new InputError(
    'bad-span',
    `${what}, so nothing was looked up. Pass a list of { start, end }, UTF-16 offsets into the text.`,
  );
}

function badOption(name: string, accepted: string): InputError {
  return new InputError(
    'bad-option',
    `The option ${name} is not of its kind, so the note was not analysed. It takes ${accepted}.`,
  );
}

/** A misspelt `dateOfservice` would code by the wrong year and say nothing. */
function refuseUnknown(options: object, known: readonly string[]): void {
  if (!isRecord(options))
    throw new InputError(
      'bad-option',
      `The options are ${kindOf(options)}, so nothing was analysed. Pass an object with any of ${known.join(', ')}.`,
    );
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new InputError(
      'bad-option',
      `There is no option ${unknown}, so it would be ignored. The options are ${known.join(', ')}.`,
    );
}

function given(options: AnalyzeOptions): AnalyzeOptions {
  if (!Object.values(options).includes(undefined)) return options;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
}

/** What `noteMetaSchema` accepts (a test holds them equal), said without zod: most runs need it for nothing else. */
function isNoteMeta(meta: unknown): boolean {
  if (!isRecord(meta) || META_STRINGS.some((key) => !['undefined', 'string'].includes(typeof meta[key]))) return false;
  const { codes } = meta;
  return codes === undefined || (Array.isArray(codes) && [...codes].every((code) => typeof code === 'string'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
