/** A study named in a sentence, and the words about it within their reach. */
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { StudyWord } from '../mentions/terms.ts';
import type { Modality } from '../model.ts';
import { fold } from '../text/characters.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt } from '../text/tokens.ts';

export interface StudyMention {
  readonly note: NoteReading;
  readonly reading: Reading;
  readonly hit: Hit<Modality>;
}

/** How far from a study, in tokens, a word of each kind still speaks of it. */
const REACH: Readonly<Record<StudyWord, { readonly before: number; readonly after: number }>> = {
  ordered: { before: 9, after: 7 },
  considered: { before: 10, after: 4 },
  historical: { before: 3, after: 9 },
  none: { before: 7, after: 8 },
  results: { before: 5, after: 5 },
};

/** "She was to see Dr. Bell about her MRI": what is said in several words holds to the end of its clause. */
const PHRASE_REACH = 9;

/** Of these the study itself must be the object: "repeat MRI", not "no new fracture on the x-rays". */
const ADJACENT = new Set([
  'new',
  'repeat',
  'plan',
  'need',
  'needs',
  'get',
  'order',
  'orders',
  'old',
  'past',
  'prior',
  'previous',
  'earlier',
  'possible',
]);

/** The study words of one kind that are near enough to speak of this study. */
export function wordsNear({ note, reading, hit }: StudyMention, kind: StudyWord): Hit<StudyWord>[] {
  const { before, after } = REACH[kind];
  return reading.hits.get('study-word').filter((word) => {
    if (word.value !== kind) return false;
    const phrase = phraseOf(note, word);
    const isAdjacent = ADJACENT.has(phrase);
    const reach = isAdjacent ? 2 : kind === 'historical' && word.last - word.first > 1 ? PHRASE_REACH : before;
    if (word.last <= hit.first) return hit.first - word.last <= reach && !hasComma(note, word.last, hit.first);
    return word.first >= hit.last && word.first - hit.last <= after && !isAdjacent;
  });
}

export function phraseOf({ text, tokens }: NoteReading, { first, last }: { first: number; last: number }): string {
  return fold(text.slice(tokens.start[first], tokens.end[last - 1]));
}

function hasComma({ tokens }: NoteReading, first: number, last: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === 0x2c) return true;
  return false;
}
