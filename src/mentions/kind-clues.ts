/** What of a note its kind is weighed by (note-kind.ts). */
import type { Modality } from '../model.ts';
import type { SectionSpan } from '../text/sections.ts';
import { NEWLINE, type Tokens } from '../text/tokens.ts';
import type { Language } from './language.ts';
import type { KindClues } from './note-kind.ts';
import { FoundHits, type Reading } from './reading.ts';

const OPENING_LINES = 3;
const OPENING_TOKENS = 45;

export function cluesOf(
  tokens: Tokens,
  sections: readonly SectionSpan[],
  headings: readonly Reading[],
  sentences: number,
  language: Language,
  namesSpine: () => boolean,
): KindClues {
  const opening = openingOf(tokens);
  const opens = once(() => new FoundHits(tokens, 0, opening, language));
  const modalities = ({ hits }: Pick<Reading, 'hits'>): Modality[] => hits.get('modality').map(({ value }) => value);
  return {
    sections: new Set(sections.map((section) => section.kind)),
    opening: opening > 0 ? tokens.text.slice(0, tokens.end[opening - 1]) : '',
    openingStudies: once(() => modalities({ hits: opens() })),
    headingStudies: once(() => headings.flatMap(modalities)),
    opensWithTreatment: () => opens().get('treated').length > 0,
    namesSpine,
    tokens,
    sentences,
  };
}

/** Works out a value when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Number of tokens in the lines that a note opens with: its title, if it has one. */
function openingOf(tokens: Tokens): number {
  let lines = 0;
  for (let at = 0; at < tokens.count; at++) {
    const endsLine = tokens.kind[at] === NEWLINE && at > 0 && tokens.kind[at - 1] !== NEWLINE;
    if (at === OPENING_TOKENS || (endsLine && ++lines === OPENING_LINES)) return at;
  }
  return tokens.count;
}
