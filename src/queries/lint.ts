/**
 * A user's own query held to the rules that ours pass. It is read as words: what an indicator grounds and what an option
 * names is what the analyzer finds in them; nothing is known of the note unless it is given.
 */
import type { Analyzer } from '../analyzer.ts';
import { compiledLexicons } from '../lexicons/compiled.ts';
import { GROUNDS, type Ground, type QueryWording } from '../lexicons/query-wording.ts';
import { type Analysis, CONDITIONS, type Evidence, type Span } from '../model.ts';
import { type Draft, type DraftOption, lintDraft, type Violation } from './compliance.ts';
import { readQueryText } from './query-text.ts';

/** A query as a user has it: any Query, or question and options with the words of the record. */
export interface LintableQuery {
  readonly id?: string;
  /** Ids of facts of `options.analysis`. */
  readonly facts?: readonly string[];
  readonly title?: string | null | undefined;
  readonly question: string;
  readonly options: readonly string[];
  readonly indicators?: readonly (string | LintableIndicator)[] | undefined;
  /** Whatever else the provider reads. */
  readonly beside?: readonly string[] | undefined;
}

export interface LintableIndicator {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
}

export interface LintOptions {
  /** Reads which diagnoses indicators and options name. Without it, and without an analysis, `supported-option` is not judged. */
  readonly analyzer?: Pick<Analyzer, 'analyze'> | undefined;
  /** The analysis that the query is part of: what it found in the indicators stands behind the options. */
  readonly analysis?: Pick<Analysis, 'facts' | 'elements' | 'imaging' | 'linkages'> | undefined;
  /** The note: every indicator must then stand in it, word for word but for blanks. */
  readonly note?: string | undefined;
}

/** The rules that the query breaks, in their order; none where it is compliant. */
export function lintQuery(query: string | LintableQuery, options: LintOptions = {}): readonly Violation[] {
  const read = typeof query === 'string' ? readQueryText(query) : query;
  const wording = compiledLexicons['query-wording'];
  const indicators: readonly LintableIndicator[] = (read.indicators ?? []).map((indicator) =>
    typeof indicator === 'string' ? { text: indicator } : indicator,
  );
  const quotes = indicators.map(({ text }) => text);
  const { text, spans } = placeQuotes(quotes, options.note);
  const namesIn = readNames(options.analyzer, wording);
  const stated = statementsOf(read.question);
  const known = 'facts' in read && read.facts ? read.facts : [];
  const grounds = new Set([
    ...[...quotes, ...stated].flatMap(namesIn),
    ...groundsOf(indicators, known, options.analysis),
  ]);
  const asked = namesIn(read.question);
  const draft: Draft = {
    question: read.question,
    options: closeOptions(
      read.options.map((option) => ({ text: option, needs: [], names: namesIn(option).filter(isDiagnosis) })),
      wording,
    ),
    indicators: spans,
    grounds,
    beside: [...(read.beside ?? []), ...(read.title ? [`Title: ${read.title}`] : [])],
    subject:
      RELATES.test(read.question) && asked.length > 1 && asked.every((name) => grounds.has(name))
        ? 'documented'
        : 'open',
  };
  const canJudge = options.analyzer !== undefined || options.analysis !== undefined;
  return lintDraft(draft, text, wording).filter(({ rule }) => canJudge || rule !== 'supported-option');
}

/** What the analysis found in the words that are quoted, and what the query says that it is about. */
function groundsOf(
  indicators: readonly LintableIndicator[],
  ids: readonly string[],
  analysis: LintOptions['analysis'],
): readonly Ground[] {
  if (!analysis) return [];
  const isQuoted = ({ start, end }: Span) =>
    indicators.some((quote) => (quote.start ?? 0) < end && start < (quote.end ?? 0));
  const quoted = ({ evidence }: { readonly evidence: readonly Span[] }) => evidence.some(isQuoted);
  return [
    ...analysis.facts.filter((fact) => ids.includes(fact.id) || quoted(fact)).map(({ condition }) => condition),
    ...analysis.linkages.filter(quoted).flatMap(({ from, to }) => [from, to]),
    ...analysis.elements.filter(quoted).map(({ kind }) => kind),
    ...(analysis.imaging.some(quoted) ? (['imaging'] as const) : []),
  ];
}

/** Cause and effect, or two statements of which one holds: what yes or no may answer. */
const RELATES =
  /\b(due to|related to|caused by|secondary to|relationship|associated with|linked|because of|result of)\b/i;

/** What the question says before it asks: "The record describes low back pain." */
function statementsOf(question: string): readonly string[] {
  return question.split(/(?<=[.!?])\s+/).filter((sentence) => !sentence.endsWith('?'));
}

function readNames(analyzer: LintOptions['analyzer'], wording: QueryWording): (words: string) => readonly Ground[] {
  const labels = Object.entries(wording.conditions) as [Ground, string][];
  return (words) => {
    const lower = words.toLowerCase();
    const named = labels.filter(([, label]) => lower.includes(label.toLowerCase())).map(([id]) => id);
    if (!analyzer) return named;
    const { mentions, elements, imaging } = analyzer.analyze(words);
    const kinds = elements.map(({ kind }) => kind).filter((kind): kind is Ground & typeof kind => isGround(kind));
    return [
      ...new Set<Ground>([
        ...named,
        ...mentions.map(({ concept }) => concept),
        ...kinds,
        ...(imaging.length > 0 ? ['imaging' as const] : []),
      ]),
    ];
  };
}

/** An option may offer a treatment or a study to be filled in; a diagnosis, a leg pain or a claudication needs its indicator. */
const isDiagnosis = (name: Ground): boolean =>
  (CONDITIONS as readonly string[]).includes(name) || name === 'leg-pain' || name === 'claudication';

const isGround = (word: string): word is Ground => (GROUNDS as readonly string[]).includes(word);

const OTHER = /^other\b/i;
const UNDETERMINED =
  /\b(unable to (?:be )?determine|cannot (?:be )?determined?|undetermined|not (?:clinically )?able to determine)/i;

/** The two closing options in the words and the order of the house, whatever a user's are: "Clinically undetermined". */
function closeOptions(options: readonly DraftOption[], { closing }: QueryWording): readonly DraftOption[] {
  const spelt = options.map((option): DraftOption => {
    if (OTHER.test(option.text)) return { text: closing.other, needs: [] };
    // What cannot be determined names no diagnosis.
    return UNDETERMINED.test(option.text) ? { text: closing.undetermined, needs: [] } : option;
  });
  const [last, other] = [spelt.at(-2), spelt.at(-1)];
  const swapped = last?.text === closing.undetermined && other?.text === closing.other;
  return swapped ? [...spelt.slice(0, -2), other, last] : spelt;
}

/** Where each quote stands in the note; without a note the quotes, a line each, are the text. */
function placeQuotes(
  quotes: readonly string[],
  note: string | undefined,
): { text: string; spans: readonly Evidence[] } {
  const text = note ?? quotes.join('\n');
  let from = 0;
  const spans = quotes.map((quote): Evidence => {
    const found =
      note === undefined ? { start: text.indexOf(quote, from), length: quote.length } : findWords(note, quote);
    from = Math.max(from, found.start + found.length);
    const end = found.start + found.length;
    // What does not stand in the note keeps its words, so that the rule sees the difference.
    return found.start < 0
      ? { start: 0, end: 0, text: quote }
      : { start: found.start, end, text: text.slice(found.start, end) };
  });
  return { text, spans };
}

function findWords(note: string, quote: string): { readonly start: number; readonly length: number } {
  const words = quote.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { start: -1, length: 0 };
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(pattern, 'i').exec(note);
  return found ? { start: found.index, length: found[0].length } : { start: -1, length: 0 };
}
