/** Our lexicons with a user's files laid over them. It is imported for such files only: their schemas take long to load. */
import { compiledLexicons, LEXICONS_HASH } from '../lexicons/compiled.ts';
import type { Lexicons } from '../lexicons/definitions.ts';
import { type UserLexicon, withUserLexicons } from '../lexicons/user.ts';
import { refuseFaultyWording } from './wording-check.ts';

/** @throws LexiconError at the first mistake of a file, or the first wording of it that breaks a rule. */
export function layOverOurs(files: readonly UserLexicon[]): { readonly lexicons: Lexicons; readonly hash: string } {
  const laid = withUserLexicons(compiledLexicons, LEXICONS_HASH, files);
  refuseFaultyWording(compiledLexicons, files);
  return laid;
}
