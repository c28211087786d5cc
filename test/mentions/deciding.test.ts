/** For which sentences linguistics is asked what a word means: where a condition or a study is named, and beside it. */
import { describe, expect, it } from 'vitest';
import type { Decide } from '../../src/mentions/deciding.ts';
import { type ReadingOptions, readNote } from '../../src/mentions/note-reading.ts';
import { UNKNOWN } from '../../src/text/spellings.ts';
import { language } from './reading.ts';

/** The sentences that are asked for, as they stand in the note. */
function askedIn(text: string, options?: ReadingOptions): readonly string[] {
  const asked: string[] = [];
  const decide: Decide = (tokens, { first, last }) => {
    asked.push(text.slice(tokens.start[first], tokens.end[last - 1]));
    return false;
  };
  readNote(text, language, decide, options);
  return asked;
}

const FAR_BEFORE = 'He left the office.';
const BEFORE = 'She came back.';
const AFTER = 'It may rain.';
const FAR_AFTER = 'They left early.';
const around = (sentence: string): string => [FAR_BEFORE, BEFORE, sentence, AFTER, FAR_AFTER].join(' ');

describe('a sentence', () => {
  it.each<[what: string, sentence: string]>([
    ['with a condition', 'Radiculopathy is noted.'],
    ['with a condition in two halves', 'The disc at that level is herniated.'],
    ['with a condition that is denied', 'No sciatica.'],
    ['with a misspelt condition', 'Radiculopthy is noted.'],
    ['with a study', 'The MRI was done.'],
  ])('%s is asked for, and its neighbours are: %j', (_what, sentence) => {
    expect(askedIn(around(sentence))).toEqual([BEFORE, sentence, AFTER]);
  });

  it.each<[what: string, sentence: string]>([
    ['one half of a pair', 'The disc is seen.'],
    ['the other half', 'Pain is worse.'],
    ['a half beside a word with two senses', 'The disc came back.'],
  ])('with %s is asked for by itself: %j', (_what, sentence) => {
    expect(askedIn(around(sentence))).toEqual([sentence]);
  });

  it.each<[what: string, sentence: string]>([
    ['a word that is half of a pair in one sense only', 'He came back.'],
    ['a side in one sense only', 'She left.'],
    ['all words of two senses', 'He may be back, left alone.'],
    ['a level', 'At L4-5 it is so.'],
    ['a condition of another part', 'Cough is noted.'],
    ['nothing of ours', 'The weather is fine.'],
  ])('with %s is not asked for: %j', (_what, sentence) => {
    expect(askedIn(around(sentence))).toEqual([]);
  });
});

describe('a note', () => {
  it.each<[what: string, text: string, asked: readonly string[]]>([
    ['with a condition first', 'Sciatica. She came back. He left.', ['Sciatica.', 'She came back.']],
    ['with a condition last', 'He left. She came back. Sciatica.', ['She came back.', 'Sciatica.']],
    ['of one sentence', 'Sciatica came back.', ['Sciatica came back.']],
    [
      'with a neighbour of two, once',
      'Sciatica. She came back. MRI done. He left. It rained.',
      ['Sciatica.', 'She came back.', 'MRI done.', 'He left.'],
    ],
    [
      'with neighbours over a line and a heading',
      'ASSESSMENT:\nSciatica\nPLAN:\nShe came back.\nHe left.',
      ['Sciatica', 'She came back.'],
    ],
    ['with halves, each in its own sentence', 'The disc. It rained. The pain.', ['The disc.', 'The pain.']],
    ['without a condition or a study', 'She came back. He left.', []],
    ['with a study in a heading', 'MRI LUMBAR SPINE:\nIt rained.\nShe came back.', ['It rained.', 'She came back.']],
    ['with another heading', 'MRI LUMBAR SPINE:\nIt rained.\nPLAN:\nThey left.\nShe came back.', ['It rained.']],
    [
      'of a few lines without a story, which "back" alone would make a report',
      'It may rain. The sun came back.',
      ['It may rain.', 'The sun came back.'],
    ],
    ['of nothing', '', []],
  ])('%s', (_what, text, asked) => {
    expect(askedIn(text)).toEqual(asked);
  });

  it.each<[what: string, text: string, asked: readonly string[]]>([
    ['far from a condition', around('Sciatica.'), [FAR_BEFORE, BEFORE, 'Sciatica.', AFTER, FAR_AFTER]],
    ['without one', 'She came back. The weather is fine.', ['She came back.', 'The weather is fine.']],
    ['of nothing', '', []],
  ])('%s in which all is decided', (_what, text, asked) => {
    expect(askedIn(text, { decidesAll: true })).toEqual(asked);
  });
});

describe('a sentence in which a word was decided', () => {
  /** Finds no word of the sentence known, and says whether it has changed any. */
  const conditionsAfter = (hasChanged: boolean): number => {
    const forget: Decide = (tokens, { first, last }) => {
      tokens.word.fill(UNKNOWN, first, last);
      return hasChanged;
    };
    return readNote('Sciatica.', language, forget).sentences.flatMap(({ candidates }) => candidates).length;
  };

  it.each<[hasChanged: boolean, conditions: number]>([
    [true, 0],
    [false, 1],
  ])('is read again where one has changed: %j', (hasChanged, conditions) => {
    expect(conditionsAfter(hasChanged)).toBe(conditions);
  });
});
