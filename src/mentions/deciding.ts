/** Where linguistics has to decide the sense of a word: only where something may hang on it (text/linguistics.ts). */
import type { Hit } from '../text/phrases.ts';
import type { SentenceSpan } from '../text/sentences.ts';
import type { Tokens } from '../text/tokens.ts';
import type { Language } from './language.ts';
import type { Reading } from './reading.ts';

/** Corrects the word ids of a sentence where linguistics must decide (see text/linguistics.ts); whether it changed any. */
export type Decide = (tokens: Tokens, sentence: SentenceSpan) => boolean;

/**
 * Whether a word of a sentence can tell anything: a condition or a study is named there, beside it or in the heading over it,
 * or half of a condition's name there. The words of all others keep their first sense, which no finding asks for.
 */
export function isNear(
  tokens: Tokens,
  spans: readonly SentenceSpan[],
  readings: readonly Reading[],
  headings: readonly Reading[],
  language: Language,
): (at: number) => boolean {
  const namesOne = ({ hits, candidates }: Reading): boolean =>
    hits.names && (candidates.length > 0 || hits.get('modality').length > 0);
  const isHalf = ({ first }: Hit<unknown>): boolean => !language.ambiguous.has(tokens.word[first] as number);
  const holdsHalf = ({ hits }: Reading): boolean => hits.names && hits.get('part').some(isHalf);
  const named = readings.map(namesOne);
  const namedAbove = headings.map(namesOne);
  const open = readings.map(
    (reading, at) =>
      named[at] === true ||
      named[at - 1] === true ||
      named[at + 1] === true ||
      namedAbove[spans[at]?.section ?? -1] === true ||
      holdsHalf(reading),
  );
  return (at) => open[at] === true;
}
