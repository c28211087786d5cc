/**
 * A user's own lexicon file merged into ours: one YAML file whose top-level keys are lexicon names. Lists grow by the
 * user's entries (a phrase that we have under another meaning takes the user's), maps are merged key by key.
 */
import { z } from 'zod';
import { definitions, type Lexicons } from './definitions.ts';
import { LexiconError, parseLexicon } from './parse.ts';

export interface UserLexicon {
  /** Named in errors. */
  readonly file: string;
  /** YAML. */
  readonly text: string;
}

/** What a user may change; the code set is official and stays ours. */
const OPEN = definitions.filter((definition) => definition.name !== 'code-set');
const MERGED_BY: Readonly<Record<string, string>> = { conditions: 'id', cues: 'says', queries: 'kind' };

const userSchema = z.strictObject(Object.fromEntries(OPEN.map(({ name, schema }) => [name, loosen(schema).optional()])));

/** Every part of a lexicon may be left out of a user's file; what stands in it must be as ours is. */
function loosen(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodObject ? schema.partial() : schema;
}

export function withUserLexicons(ours: Lexicons, hash: string, files: readonly UserLexicon[]): { lexicons: Lexicons; hash: string } {
  let lexicons = ours;
  let digest = hash;
  for (const { file, text } of files) {
    const parsed = parseLexicon(userSchema, text, file) as Record<string, unknown> | null;
    if (!parsed) throw new LexiconError(file, 1, 'the file is empty. Give at least one lexicon by name, such as "conditions:".');
    lexicons = merge(lexicons, parsed, '') as Lexicons;
    digest = `${digest}+${checksum(text)}`;
  }
  return { lexicons, hash: digest };
}

function merge(ours: unknown, theirs: unknown, key: string): unknown {
  if (theirs === undefined) return ours;
  if (Array.isArray(ours) && Array.isArray(theirs)) return mergeLists(ours, theirs, key);
  if (isRecord(ours) && isRecord(theirs)) {
    const merged = new Map(Object.entries(ours));
    for (const [name, value] of Object.entries(theirs)) merged.set(name, merge(merged.get(name), value, name));
    return Object.fromEntries(merged);
  }
  return theirs;
}

/** Entries with an id are merged by it; the rest are added behind ours, where they win. */
function mergeLists(ours: readonly unknown[], theirs: readonly unknown[], key: string): unknown[] {
  const by = MERGED_BY[key];
  if (by !== 'id' && by !== 'kind') return [...ours, ...theirs];
  const merged = [...ours];
  for (const entry of theirs) {
    const at = merged.findIndex((each) => isRecord(each) && isRecord(entry) && each[by] === entry[by]);
    if (at < 0) merged.push(entry);
    else merged[at] = merge(merged[at], entry, '');
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** FNV-1a, 32 bits, in hexadecimal: tells two user files apart in the analyses they made. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
