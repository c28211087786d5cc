/**
 * How a lexicon file is declared: a name, the YAML file it lives in, and the zod schema that every entry must pass.
 * A lexicon's schema file is its registration; `index.ts` lists them once.
 */
import type { z } from 'zod';

export interface LexiconDefinition<Name extends string, Schema extends z.ZodType> {
  readonly name: Name;
  readonly schema: Schema;
}

export function defineLexicon<const Name extends string, Schema extends z.ZodType>(
  name: Name,
  schema: Schema,
): LexiconDefinition<Name, Schema> {
  return { name, schema };
}
