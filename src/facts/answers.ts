/** Questions in a note: "Has he Bertolotti syndrome? - He has not." The answer says what the question only names. */
import type { TokenAssertion } from '../context/target.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';

import { markAt, textAt } from '../text/tokens.ts';

const QUESTION = 0x3f;
const ASKING = new Set('has have had is are was were does do did any could can which what q'.split(' '));

/** "It does.", "They are.", "Correct." */
const AFFIRMING =
  /^(?:correct|indeed|certainly|probably so|(?:it|they|he|she|i|that) (?:is|are|was|were|does|do|did|has|have|can|could) ?[.,;!]?)$/;

/** The answer's assertion for what a question names; undefined when the sentence asks nothing. */
export function answerTo(note: NoteReading, at: number, own: TokenAssertion): TokenAssertion | undefined {
  const { tokens } = note;
  const sentence = note.sentences[at] as SentenceReading;
  if (markAt(tokens, sentence.last - 1) !== QUESTION || own.status !== 'present') return undefined;
  const opening = textAt(tokens, sentence.first);
  if (!ASKING.has(opening)) return undefined;
  const answer = answerAfter(note, at);
  if (!answer) return { status: 'unstated', cues: [] };
  const words = Array.from({ length: Math.min(6, answer.last - answer.first) }, (_, step) =>
    textAt(tokens, answer.first + step),
  );
  const denies = words.findIndex((word) => ['no', 'none', 'not', 'nil', 'negative', 'never'].includes(word));
  if (denies >= 0)
    return { status: 'absent', cues: [{ first: answer.first + denies, last: answer.first + denies + 1 }] };
  if (words[0] === 'yes' || words[1] === 'yes' || AFFIRMING.test(words.slice(0, 3).join(' ')))
    return { status: 'present', cues: [{ first: answer.first, last: answer.first + 1 }] };
  return { status: 'unstated', cues: [] };
}

/** The sentence that answers; a label alone ("A3.", "Answer.") only opens it. */
function answerAfter(note: NoteReading, at: number): SentenceReading | undefined {
  const next = note.sentences[at + 1];
  const isLabel =
    next !== undefined &&
    next.last - next.first <= 3 &&
    ['a', 'answer', 'reply'].includes(textAt(note.tokens, next.first));
  return isLabel ? note.sentences[at + 2] : next;
}
