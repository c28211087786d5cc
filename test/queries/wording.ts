/** The built-in wording, read from its file so that the tests need no build. */
import { readFileSync } from 'node:fs';
import { parseLexicon } from '../../src/lexicons/parse.ts';
import { queryWordingLexicon } from '../../src/lexicons/query-wording.ts';

export const wordingFile = readFileSync(new URL('../../lexicons/query-wording.yaml', import.meta.url), 'utf8');
export const wording = parseLexicon(queryWordingLexicon.schema, wordingFile, 'lexicons/query-wording.yaml');
