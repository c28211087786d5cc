/** The lexicons, each declared once: its file is lexicons/<name>.yaml, its entries must pass its schema. */
import type { z } from 'zod';
import { codeGuideLexicon } from './code-guide.ts';
import { codeSetLexicon } from './code-set.ts';
import {
  conditionsLexicon,
  cuesLexicon,
  elementsLexicon,
  headingsLexicon,
  linkagesLexicon,
  placesLexicon,
  qualitiesLexicon,
  studiesLexicon,
  wordsLexicon,
} from './language.ts';
import { queryWordingLexicon } from './query-wording.ts';
import { tipsLexicon } from './tips.ts';

export const definitions = [
  wordsLexicon,
  conditionsLexicon,
  placesLexicon,
  qualitiesLexicon,
  cuesLexicon,
  headingsLexicon,
  studiesLexicon,
  linkagesLexicon,
  elementsLexicon,
  codeSetLexicon,
  queryWordingLexicon,
  codeGuideLexicon,
  tipsLexicon,
] as const;

type Definition = (typeof definitions)[number];

/** All lexicons in use, by name. */
export type Lexicons = { readonly [D in Definition as D['name']]: z.infer<D['schema']> };
