/** Assertion for spans that a pipeline found itself: the sentence around each is read as a note's own would be. */
import type { Equipment } from '../analyze.ts';
import { InputError, type SpanAssertion } from '../analyzer.ts';
import { readNote, type SentenceReading } from '../mentions/note-reading.ts';
import type { Evidence, Span } from '../model.ts';
import type { Tokens } from '../text/tokens.ts';
import { assertTarget } from './assertion.ts';

export function assertSpansIn(text: string, spans: readonly Span[], equipment: Pick<Equipment, 'language' | 'decide'>): SpanAssertion[] {
  const note = readNote(text, equipment.language, equipment.decide);
  return spans.map(({ start, end }, index) => {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
      throw new InputError('bad-span', `Span ${index} is not within the text: start and end are UTF-16 offsets with 0 <= start < end <= ${text.length}.`);
    }
    const target = tokensOf(note.tokens, start, end);
    const sentence = note.sentences.find((each) => each.first < target.last && target.first < each.last);
    if (!sentence) return { start, end, assertion: { status: 'present', cues: [] } };
    const { status, cues } = assertTarget(note.tokens, sentence, clip(target, sentence));
    const evidence = cues.map((cue) => evidenceAt(note.tokens, cue.first, cue.last));
    if (status === 'present' && sentence.sectionKind === 'family-history') return { start, end, assertion: { status: 'other-person', cues: evidence } };
    return { start, end, assertion: { status: status === 'unstated' ? 'present' : status, cues: evidence } };
  });
}

function clip(target: { first: number; last: number }, sentence: SentenceReading): { first: number; last: number } {
  return { first: Math.max(target.first, sentence.first), last: Math.min(target.last, sentence.last) };
}

function tokensOf(tokens: Tokens, start: number, end: number): { first: number; last: number } {
  let first = 0;
  while (first < tokens.count && (tokens.end[first] as number) <= start) first++;
  let last = first;
  while (last < tokens.count && (tokens.start[last] as number) < end) last++;
  return { first, last: Math.max(last, first + 1) };
}

function evidenceAt(tokens: Tokens, first: number, last: number): Evidence {
  const start = tokens.start[first] as number;
  const end = tokens.end[last - 1] as number;
  return { start, end, text: tokens.text.slice(start, end) };
}
