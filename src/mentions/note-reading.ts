/** A whole note read: layout, sentences, and every sentence's phrases; headings are read, too, for the place they name. */
import type { NoteKind, SectionKind } from '../model.ts';
import { findLines } from '../text/lines.ts';
import { findNoteKind, findSections, type SectionSpan } from '../text/sections.ts';
import { findSentences, type SentenceSpan } from '../text/sentences.ts';
import { type Tokens, tokenize } from '../text/tokens.ts';
import type { Language } from './language.ts';
import { type Reading, readSentence } from './reading.ts';

export interface SentenceReading extends Reading {
  readonly span: SentenceSpan;
  readonly sectionKind: SectionKind;
}

export interface NoteReading {
  readonly text: string;
  readonly tokens: Tokens;
  readonly kind: NoteKind;
  readonly sections: readonly SectionSpan[];
  /** One per section; of an empty range where there is no heading. */
  readonly headings: readonly Reading[];
  readonly sentences: readonly SentenceReading[];
  readonly language: Language;
}

/** Corrects the word ids of a tokenized note where linguistics must decide (see text/linguistics.ts). */
export type Decide = (tokens: Tokens, sentences: readonly SentenceSpan[]) => void;

export function readNote(text: string, language: Language, decide: Decide, kind?: NoteKind): NoteReading {
  const tokens = tokenize(text, language.words);
  const lines = findLines(tokens);
  const sections = findSections(tokens, lines, language.headings);
  const spans = findSentences(tokens, lines, sections, language.sentenceWords);
  decide(tokens, spans);
  const headings = sections.map((section) => readSentence(tokens, section.headFirst, section.headLast, language));
  const noteKind = kind ?? findNoteKind(sections, openingOf(tokens, lines[0] ? firstLines(tokens, 3) : 0, spans, language, headings));
  const sentences = spans.map((span): SentenceReading => {
    const section = sections[span.section] as SectionSpan;
    return { ...readSentence(tokens, span.first, span.last, language), span, sectionKind: inNote(section.kind, noteKind) };
  });
  return { text, tokens, kind: noteKind, sections, headings, sentences, language };
}

/** An IMPRESSION is the radiologist's in a report and the provider's assessment anywhere else. */
function inNote(kind: SectionKind, note: NoteKind): SectionKind {
  if (kind === 'impression' && note !== 'imaging-report') return 'assessment';
  if (kind === 'findings' && note === 'office-note') return 'imaging';
  if (kind === 'findings' && note === 'procedure-note') return 'operative-findings';
  return kind;
}

/** Number of tokens in the first `count` lines that hold any. */
function firstLines(tokens: Tokens, count: number): number {
  let lines = 0;
  for (let at = 0; at < tokens.count; at++) if (tokens.kind[at] === 4 && at > 0 && tokens.kind[at - 1] !== 4 && ++lines === count) return at;
  return tokens.count;
}

function openingOf(tokens: Tokens, opening: number, spans: readonly SentenceSpan[], language: Language, headings: readonly Reading[]) {
  const found = language.terms.find(tokens, 0, opening);
  const study = (found.get('modality') ?? []).some((hit) => hit.value !== 'fluoroscopy' && hit.value !== 'EMG');
  const whole = language.terms.find(tokens, 0, tokens.count);
  const heads = headings.flatMap((heading) => heading.hits.get('modality'));
  const electrodiagnostic = heads.some((hit) => hit.value === 'EMG');
  const treated = (whole.get('treated') ?? []).length;
  return {
    study: study || ((whole.get('region') ?? []).length + (whole.get('spine-word') ?? []).length > 0 && tokens.count < 400 && isTelegraphic(tokens, spans)),
    electrodiagnostic,
    procedure: (found.get('treated') ?? []).length > 0 && treated >= 3,
    visit: speaksOfVisit(tokens, language, whole),
  };
}

/** A handful of lines that begin with a level or a finding and nothing of a patient's story. */
function isTelegraphic(tokens: Tokens, spans: readonly SentenceSpan[]): boolean {
  return tokens.count < 250 && spans.length <= 14;
}

const STORY = new Set('he she his her patient presents presented complains complaining complaint denies denied reports reported states stated plan visit return returns seen clinic prescribed prescription medications exam yo y.o tried pt rtc slr referred refer hpi'.split(' '));

function speaksOfVisit(tokens: Tokens, _language: Language, _found: unknown): boolean {
  let words = 0;
  for (let at = 0; at < tokens.count && words < 2; at++) {
    if (tokens.kind[at] === 1 && STORY.has(tokens.text.slice(tokens.start[at], tokens.end[at]).toLowerCase())) words++;
  }
  return words >= 2;
}
