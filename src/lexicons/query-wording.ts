/** lexicons/query-wording.yaml: the provider-facing words of every query kind. */
import { z } from 'zod';
import { defineLexicon } from './define.ts';

export const queryWordingLexicon = defineLexicon('query-wording', z.strictObject({ queries: z.array(z.string()) }));
