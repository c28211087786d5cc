/** The public API; every face imports only this. */
import { analyzeNote, type Equipment } from './analyze.ts';
import { type AnalyzeOptions, type Analyzer, DEFAULT_LIMITS, type Limits } from './analyzer.ts';
import { assertSpansIn } from './context/spans.ts';
import { checkedLimits, checkedOptions, checkedSpans, checkedText } from './input.ts';
import { compiledLexicons, LEXICONS_HASH } from './lexicons/compiled.ts';
import type { UserLexicon } from './lexicons/user.ts';
import { compileLanguage } from './mentions/language.ts';
import {
  compileQuestions,
  decideWords,
  loadTagger,
  loadTaggerWhenAsked,
  type Require,
  type Tagger,
} from './text/linguistics.ts';

export type { AnalyzeOptions, Analyzer, InputErrorCode, Limits, SpanAssertion } from './analyzer.ts';
export { DEFAULT_LIMITS, InputError } from './analyzer.ts';
export {
  type Checklist,
  type ChecklistLine,
  type ChecklistPart,
  checklist,
  type LineStanding,
} from './checklist/checklist.ts';
export { checkClaim } from './claims/claim.ts';
export type { CodeKind } from './coding/codeset.ts';
export type { CodedNote } from './coding/nearest.ts';
export {
  type AnalysisComparison,
  type ChangedFact,
  type CodeChange,
  compareAnalyses,
  type ResolvedQuery,
} from './compare/compare.ts';
export type { Need, NeedKind } from './explain/needs.ts';
export { explainCode, explainCodes, type Trace, type TraceStanding, type TraceWords } from './explain/trace.ts';
export { LexiconError } from './lexicons/failure.ts';
export type { UserLexicon } from './lexicons/user.ts';
export * from './model.ts';
export { COMPLIANCE_RULES, type ComplianceRule, type Violation } from './queries/compliance.ts';
export { type LintableQuery, type LintOptions, lintQuery } from './queries/lint.ts';
export { type LocatedFault, lintWording } from './queries/wording-check.ts';
export {
  type CodeListComparison,
  type CodeSetChanges,
  compareCodeList,
} from './reference/code-changes.ts';
export { writeCodeSetChanges } from './reference/code-changes-text.ts';
export type { CodePageNote, CodePageNoteKind } from './reference/code-facts.ts';
export type { CodeListSource, ListedCode, ListNoteField } from './reference/code-list.ts';
export { type CodePage, type CodePageOptions, describeCode } from './reference/code-page.ts';
export { writeCodePage } from './reference/code-page-text.ts';
export type { CodeStatus, Validity } from './reference/code-status.ts';
export type { GuideAnswer } from './reference/guide.ts';
export type { NoteChange } from './reference/note-changes.ts';
export type { NamedCode, Sibling } from './reference/siblings.ts';
export { TIP_FAMILIES } from './reference/tip-families.ts';
export {
  type TipLadder,
  type TipSection,
  type TipSheet,
  type TipSheetOptions,
  type TipStep,
  tipSheet,
} from './reference/tip-sheet.ts';
export { TIP_SHEET_FORMATS, type TipSheetFormat, writeTipSheet } from './reference/tip-sheet-formats.ts';
export { analysisSchema, noteMetaSchema } from './schema.ts';
export { VERSION } from './version.ts';

export interface AnalyzerOptions {
  /** A user's own lexicon files, as text; they add to ours or replace entries of ours, later ones last. */
  readonly lexicons?: readonly UserLexicon[];
  readonly limits?: Partial<Limits>;
  /** Options for every note that gives none of its own. */
  readonly defaults?: AnalyzeOptions;
  /** `none` starts without wink-nlp: faster, and a word such as "back" keeps every sense. */
  readonly linguistics?: 'wink' | 'none';
  /**
   * Node's `require` (`createRequire(import.meta.url)`): with it wink-nlp is loaded when a sentence first has something to
   * decide, which most notes have not, and the start is as fast as with `none`. The analyses are the same.
   */
  readonly require?: Require;
}

const OURS = { lexicons: compiledLexicons, hash: LEXICONS_HASH };

/**
 * Compiles the lexicons and loads the linguistics once; the analyzer it gives is synchronous and pure.
 * @throws LexiconError naming file, line and what is accepted, when a user's lexicon has a mistake.
 * @throws InputError when an option is unknown or not of its kind.
 */
export async function createAnalyzer(options: AnalyzerOptions = {}): Promise<Analyzer> {
  const limits = checkedLimits(options, DEFAULT_LIMITS);
  const defaults = checkedOptions({}, options.defaults ?? {});
  const files = options.lexicons ?? [];
  const { lexicons, hash } =
    files.length === 0 ? OURS : (await import('./queries/user-lexicons.ts')).layOverOurs(files);
  const language = compileLanguage(lexicons);
  const questions = compileQuestions(language.words, lexicons.words);
  const tagger = await taggerFor(options);
  const equipment: Equipment = {
    lexicons,
    lexiconsHash: hash,
    language,
    decide: tagger ? (tokens, sentence) => decideWords(tokens, sentence, questions, tagger) : () => false,
  };
  return {
    analyze(text, own = {}) {
      const checked = checkedOptions(defaults, own);
      return analyzeNote(checkedText(text, limits), checked, equipment);
    },
    assertSpans(text, spans) {
      return assertSpansIn(checkedText(text, limits), checkedSpans(spans), equipment);
    },
  };
}

async function taggerFor({ linguistics, require }: AnalyzerOptions): Promise<Tagger | null> {
  if (linguistics === 'none') return null;
  return require ? loadTaggerWhenAsked(require) : loadTagger();
}
