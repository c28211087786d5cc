/**
 * A user's own lexicon file merged into ours: one YAML file whose top-level keys are lexicon names. Lists grow by the
 * user's entries (a phrase that we have under another meaning takes the user's), maps are merged key by key.
 */
import { z } from 'zod';
import { definitions, type Lexicons } from './definitions.ts';
import { LexiconError } from './failure.ts';
import { findLine, parseLexicon } from './parse.ts';

export interface UserLexicon {
  /** Named in errors. */
  readonly file: string;
  /** YAML. */
  readonly text: string;
}

/** The code set is official, and what is said of its codes rests on it: these stay ours. */
const CLOSED: ReadonlySet<string> = new Set(['code-set', 'code-guide', 'tips']);
const OPEN = definitions.filter(({ name }) => !CLOSED.has(name));

/** Where one phrase has one meaning: the lists and maps in which a user's phrase is taken out of ours. */
const ONE_MEANING = [
  'conditions.conditions',
  'cues.cues',
  'headings.headings',
  'linkages',
  'places.levels',
  'places.regions',
  'places.sides',
  'qualities.durations',
  'qualities.sizes',
  'studies.modalities',
];

export function withUserLexicons(
  ours: Lexicons,
  hash: string,
  files: readonly UserLexicon[],
): { lexicons: Lexicons; hash: string } {
  let lexicons = ours;
  let digest = hash;
  for (const { file, text } of files) {
    const parsed = parseLexicon(userSchema(lexicons), text, file);
    if (Object.keys(parsed).length === 0) {
      throw new LexiconError(file, 1, 'the file holds no lexicon. Give at least one by name, such as "conditions:".');
    }
    lexicons = merge(lexicons, parsed, '') as Lexicons;
    digest = `${digest}+${checksum(text)}`;
  }
  return { lexicons, hash: digest };
}

/** Where a user's file words a query (or a label, by its keys within the wording); the file's wording where it does not. */
export function findWordingLine(
  { file, text }: UserLexicon,
  at: { readonly kind: string | null; readonly axis?: string | undefined; readonly path: readonly (string | number)[] },
): number {
  const loose = z.looseObject({
    'query-wording': z.looseObject({ queries: z.array(z.looseObject({})).optional() }).optional(),
  });
  const own = parseLexicon(loose, text, file)['query-wording']?.queries ?? [];
  const entry = own.findIndex(({ kind, axis }) => kind === at.kind && axis === at.axis);
  const path = at.kind === null ? at.path : entry < 0 ? [] : ['queries', entry];
  return findLine(text, ['query-wording', ...path]);
}

/** A user's file holds what it changes and no more; what stands in it must be as ours is. */
function userSchema(ours: Lexicons): z.ZodType<Record<string, unknown>> {
  const lexicons = Object.fromEntries(OPEN.map(({ name, schema }) => [name, loosen(schema, ours).optional()]));
  return z.strictObject(lexicons) as unknown as z.ZodType<Record<string, unknown>>;
}

/** Any part of a lexicon may be left out, but an entry of a list stands whole. */
function loosen(schema: z.ZodType, ours: Lexicons): z.ZodType {
  if (schema instanceof z.ZodObject) {
    const parts = Object.entries(schema.shape as Record<string, z.ZodType>);
    return z.strictObject(
      Object.fromEntries(
        parts.map(([key, part]) => [key, (key === 'queries' ? wordings(part, ours) : loosen(part, ours)).optional()]),
      ),
    );
  }
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum) {
    return z.partialRecord(schema.keyType, loosen(schema.valueType as z.ZodType, ours));
  }
  return schema;
}

/** A wording is replaced part by part, so it must be one that we have. */
function wordings(schema: z.ZodType, ours: Lexicons): z.ZodType {
  const entry = (schema as z.ZodArray<z.ZodObject>).element.partial().required({ kind: true });
  const known = ours['query-wording'].queries;
  return z.array(
    entry.superRefine((wording, context) => {
      if (known.some((each) => isSameWording(each, wording))) return;
      const axes = known.filter(({ kind }) => kind === wording.kind).map(({ axis }) => axis ?? 'none');
      const message = `there is no wording of "${wording.kind}" with this axis, so nothing would be replaced; its axes are ${axes.join(', ')}`;
      context.addIssue({ code: 'custom', path: ['kind'], message });
    }),
  );
}

const isSameWording = (one: Record<string, unknown>, other: Record<string, unknown>): boolean =>
  one.kind === other.kind && one.axis === other.axis;

function merge(ours: unknown, theirs: unknown, path: string): unknown {
  if (theirs === undefined) return ours;
  const rest = ONE_MEANING.includes(path) ? withoutPhrases(ours, phrasesIn(theirs)) : ours;
  if (Array.isArray(rest) && Array.isArray(theirs)) {
    return path === 'query-wording.queries' ? replaceWordings(rest, theirs) : [...rest, ...theirs];
  }
  if (isRecord(rest) && isRecord(theirs)) {
    const merged = new Map(Object.entries(rest));
    for (const [name, value] of Object.entries(theirs)) {
      merged.set(name, merge(merged.get(name), value, path === '' ? name : `${path}.${name}`));
    }
    return Object.fromEntries(merged);
  }
  return theirs;
}

function replaceWordings(ours: readonly Record<string, unknown>[], theirs: readonly Record<string, unknown>[]) {
  return ours.map((each) => ({ ...each, ...theirs.find((wording) => isSameWording(each, wording)) }));
}

/** The lists of an entry in which a phrase means what the entry says; the halves of a pair mean nothing alone. */
const PHRASE_LISTS = new Set(['phrases', 'absent']);

function phrasesIn(part: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  visitPhrases(part, (phrase) => {
    found.add(phrase);
    return true;
  });
  return found;
}

function withoutPhrases(part: unknown, phrases: ReadonlySet<string>): unknown {
  return visitPhrases(part, (phrase) => !phrases.has(phrase));
}

/** The part again, with the phrases that `keep` keeps. */
function visitPhrases(part: unknown, keep: (phrase: string) => boolean): unknown {
  if (Array.isArray(part))
    return part.every(isRecordEntry) ? part.map((each) => visitEntry(each, keep)) : keptOf(part, keep);
  if (!isRecord(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, visitPhrases(value, keep)]));
}

function visitEntry(entry: Record<string, unknown>, keep: (phrase: string) => boolean): Record<string, unknown> {
  const visited = Object.entries(entry).map(([key, value]) => [
    key,
    PHRASE_LISTS.has(key) && Array.isArray(value) ? keptOf(value, keep) : value,
  ]);
  return Object.fromEntries(visited);
}

function keptOf(list: readonly unknown[], keep: (phrase: string) => boolean): unknown[] {
  return list.filter((each) => keep(plain(isRecord(each) ? String(each.phrase) : String(each))));
}

/** As the scanner reads it: case, hyphens and spaces do not tell phrases apart. */
const plain = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();

/** An entry of `conditions` or `cues`, not a phrase with its need. */
const isRecordEntry = (value: unknown): value is Record<string, unknown> => isRecord(value) && !('phrase' in value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** FNV-1a, 32 bits, in hexadecimal: tells two user files apart in the analyses they made. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
