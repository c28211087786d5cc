/** A whole note read: layout, sentences, and every sentence's phrases; headings are read, too, for the place they name. */
import type { NoteKind, SectionKind } from '../model.ts';
import { findLines } from '../text/lines.ts';
import { findSections, type SectionSpan } from '../text/sections.ts';
import { findSentences, type SentenceSpan } from '../text/sentences.ts';
import { type Tokens, tokenize } from '../text/tokens.ts';
import { type Decide, isNear } from './deciding.ts';
import { cluesOf } from './kind-clues.ts';
import type { Language } from './language.ts';
import { findNoteKind } from './note-kind.ts';
import { FoundHits, type Reading, readSentence } from './reading.ts';

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

export interface ReadingOptions {
  /** What the note is; it is weighed from the note where this is absent. */
  readonly kind?: NoteKind | undefined;
  /** Words are decided in every sentence, not only where a condition or a study is named: someone asks for other words. */
  readonly decidesAll?: boolean;
}

export function readNote(
  text: string,
  language: Language,
  decide: Decide,
  { kind, decidesAll = false }: ReadingOptions = {},
): NoteReading {
  const tokens = tokenize(text, language.words);
  const lines = findLines(tokens);
  const sections = findSections(tokens, lines, language.headings).map((section) => asTitle(tokens, section, language));
  const spans = findSentences(tokens, lines, sections, language.sentenceWords);
  const readings = spans.map((span) => readSentence(tokens, span.first, span.last, language));
  const headings = sections.map((section) => readSentence(tokens, section.headFirst, section.headLast, language));
  const isOpen = decidesAll ? () => true : isNear(tokens, spans, readings, headings, language);
  const decideWhere = (isMeant: (at: number) => boolean): void =>
    spans.forEach((span, at) => {
      if (isMeant(at) && decide(tokens, span)) readings[at] = readSentence(tokens, span.first, span.last, language);
    });
  decideWhere(isOpen);
  const namesSpine = (): boolean => {
    // a few lines without a story: here "back" alone counts, in whatever sentence it stands
    decideWhere((at) => !isOpen(at));
    const whole = new FoundHits(tokens, 0, tokens.count, language);
    return whole.get('region').length > 0 || whole.get('spine-word').length > 0;
  };
  const noteKind = kind ?? findNoteKind(cluesOf(tokens, sections, headings, spans.length, language, namesSpine));
  const blocks = noteKind === 'imaging-report' ? firstBlocks(spans) : null;
  const studys = studysImpression(tokens, sections);
  const sentences = spans.map((span, at): SentenceReading => {
    const { kind: sectionKind } = sections[span.section] as SectionSpan;
    const isPastReason = blocks !== null && REASONS.has(sectionKind) && span.block !== blocks.get(span.section);
    const { first, last, hits, levels, candidates, hasNumber } = readings[at] as Reading;
    const readAs = isPastReason
      ? 'findings'
      : span.section === studys
        ? inNote('findings', noteKind)
        : inNote(sectionKind, noteKind);
    return { first, last, hits, levels, candidates, hasNumber, span, sectionKind: readAs };
  });
  return { text, tokens, kind: noteKind, sections, headings, sentences, language };
}

const RESULTS: ReadonlySet<SectionKind> = new Set(['imaging', 'findings', 'tests']);
const ASSESSMENTS: ReadonlySet<SectionKind> = new Set(['assessment', 'assessment-and-plan']);

/** A DISCUSSION or CAUSATION after the impression only talks about it. */
const LISTS_DIAGNOSES = /assess|diagnos|\bdx\b|a\/p|\ba ?&|problem/;

/** "RESULTS: X-ray of 6/4. Impression: ... ASSESSMENT: ...": an impression among the results, before the provider's own, is the study's. */
function studysImpression(tokens: Tokens, sections: readonly SectionSpan[]): number {
  const at = sections.findIndex(
    ({ kind }, index) => kind === 'impression' && RESULTS.has(sections[index - 1]?.kind ?? 'other'),
  );
  const own = sections.findLastIndex(
    ({ kind, headFirst, headLast }) =>
      ASSESSMENTS.has(kind) && headLast > headFirst && LISTS_DIAGNOSES.test(foldedOf(tokens, headFirst, headLast)),
  );
  return own > at ? at : -1;
}

function foldedOf(tokens: Tokens, first: number, last: number): string {
  return tokens.folded.slice(tokens.start[first], tokens.end[last - 1]);
}

const TITLE_TOKENS = 12;
const BARE_TITLE_TOKENS = 6;

/** "EXAM: MRI of the lumbar spine", "EXAM: Thoracic spine." are titles of a study, not an examination of the patient. */
function asTitle(tokens: Tokens, section: SectionSpan, language: Language): SectionSpan {
  if (section.kind !== 'exam' || section.headLast - section.headFirst > 2) return section;
  const end = Math.min(section.last, section.headLast + TITLE_TOKENS);
  const hits = new FoundHits(tokens, section.headLast, end, language);
  const isBare =
    hits.get('region').length > 0 &&
    hits.get('limb').length === 0 &&
    section.last - section.headLast <= BARE_TITLE_TOKENS;
  return hits.get('modality').length > 0 || isBare ? { ...section, kind: 'technique' } : section;
}

/** "INDICATION: fever.", then a blank line and the levels: a report's findings need no heading. */
const REASONS: ReadonlySet<SectionKind> = new Set([
  'indication',
  'history',
  'complaint',
  'technique',
  'imaging',
  'preamble',
]);

/** The block in which each section begins. */
function firstBlocks(spans: readonly SentenceSpan[]): Map<number, number> {
  const blocks = new Map<number, number>();
  for (const span of spans) if (!blocks.has(span.section)) blocks.set(span.section, span.block);
  return blocks;
}

/** An IMPRESSION is the radiologist's in a report and the provider's assessment anywhere else. */
function inNote(kind: SectionKind, note: NoteKind): SectionKind {
  if (kind === 'impression' && note !== 'imaging-report') return 'assessment';
  if (kind === 'findings' && note === 'office-note') return 'imaging';
  if (kind === 'findings' && note === 'procedure-note') return 'operative-findings';
  // INTERPRETATION of a nerve study: the examiner is the provider.
  if (kind === 'findings' && note === 'other') return 'assessment';
  return kind;
}
