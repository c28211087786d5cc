/** Assertion for spans that a pipeline found itself: the sentence around each is read as a note's own would be. */
import { InputError, type SpanAssertion } from '../analyzer.ts';
import type { Decide } from '../mentions/deciding.ts';
import type { Language } from '../mentions/language.ts';
import { type NoteReading, readNote, type SentenceReading } from '../mentions/note-reading.ts';
import type { Assertion, Evidence, SectionKind, Span, Status } from '../model.ts';
import type { Tokens } from '../text/tokens.ts';
import { assertTarget } from './assertion.ts';
import { type Box, findBoxes } from './boxes.ts';
import { lastBegun } from './layout.ts';
import { isQuestion } from './replies.ts';

/** What a section says of everything listed in it (Harkema et al. 2009 take past history and family history from headings). */
const BY_SECTION: Partial<Record<SectionKind, Status>> = {
  'family-history': 'other-person',
  'past-history': 'historical',
  education: 'hypothetical',
};

export function assertSpansIn(
  text: string,
  spans: readonly Span[],
  equipment: { readonly language: Language; readonly decide: Decide },
): SpanAssertion[] {
  const note = readNote(text, equipment.language, equipment.decide, { decidesAll: true });
  const boxesOf = rememberBoxes(note.tokens);
  return spans.map(({ start, end }, index) => {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
      throw new InputError(
        'bad-span',
        `Span ${index} is not within the text: start and end are UTF-16 offsets with 0 <= start < end <= ${text.length}.`,
      );
    }
    return { start, end, assertion: assertionOf(note, tokensOf(note.tokens, start, end), boxesOf) };
  });
}

type BoxesOf = (sentence: SentenceReading) => readonly Box[];

/** The boxes of a sentence are looked for once, however many spans it holds. */
function rememberBoxes(tokens: Tokens): BoxesOf {
  const found = new Map<SentenceReading, readonly Box[]>();
  return (sentence) => {
    const boxes = found.get(sentence) ?? findBoxes(tokens, sentence);
    found.set(sentence, boxes);
    return boxes;
  };
}

function assertionOf(note: NoteReading, target: { first: number; last: number }, boxesOf: BoxesOf): Assertion {
  const sentence = note.sentences[lastBegun(note.sentences, target.last)];
  if (!sentence || target.first >= sentence.last) return { status: 'present', cues: [] };
  const { status, cues } = assertTarget(note.tokens, sentence, clip(target, sentence), boxesOf(sentence), 'name');
  const evidence = cues.map((cue) => evidenceAt(note.tokens, cue.first, cue.last));
  if (status === 'unstated') return { status: 'present', cues: evidence };
  if (status !== 'present') return { status, cues: evidence };
  const heading = note.sections[sentence.span.section];
  const bySection = BY_SECTION[sentence.sectionKind];
  if (bySection && heading)
    return { status: bySection, cues: [evidenceAt(note.tokens, heading.headFirst, heading.headLast)] };
  // a question alone is a doubt: the pipeline asked about this sentence only
  if (isQuestion(note.tokens, sentence))
    return { status: 'uncertain', cues: [evidenceAt(note.tokens, sentence.last - 1, sentence.last)] };
  return { status, cues: evidence };
}

function clip(target: { first: number; last: number }, sentence: SentenceReading): { first: number; last: number } {
  return { first: Math.max(target.first, sentence.first), last: Math.min(target.last, sentence.last) };
}

function tokensOf(tokens: Tokens, start: number, end: number): { first: number; last: number } {
  const first = firstToken(tokens, (at) => (tokens.end[at] as number) > start);
  const last = firstToken(tokens, (at) => (tokens.start[at] as number) >= end);
  return { first, last: Math.max(last, first + 1) };
}

/** The first token of which `holds` is true; from there on it must stay true. */
function firstToken(tokens: Tokens, holds: (at: number) => boolean): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function evidenceAt(tokens: Tokens, first: number, last: number): Evidence {
  const start = tokens.start[first] as number;
  const end = tokens.end[last - 1] as number;
  return { start, end, text: tokens.text.slice(start, end) };
}
