/** lexicons/code-set.yaml: the ICD-10-CM codes of our scope by fiscal year. */
import { z } from 'zod';
import { defineLexicon } from './define.ts';

export const codeSetLexicon = defineLexicon('code-set', z.strictObject({ codes: z.array(z.string()) }));
