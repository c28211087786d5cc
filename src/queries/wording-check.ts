/**
 * The compliance rules on the templates themselves, before any note: a user's own wording that breaks one is refused
 * with the reason and the place in the file, so that its queries are not withheld one by one.
 */
import { compiledLexicons } from '../lexicons/compiled.ts';
import type { Lexicons } from '../lexicons/definitions.ts';
import { LexiconError } from '../lexicons/failure.ts';
import type { Ground, QueryWording, Wording } from '../lexicons/query-wording.ts';
import { findWordingLine, type UserLexicon, withUserLexicons } from '../lexicons/user.ts';
import { type Draft, lintDraft, type Violation } from './compliance.ts';

export interface WordingFault extends Violation {
  /** Null for a label: the name of a condition, place or side, or a closing option. */
  readonly kind: Wording['kind'] | null;
  readonly axis: Wording['axis'];
  /** Keys within the wording, as far as they lead to what is at fault. */
  readonly path: readonly (string | number)[];
}

/** A fault with the line of the user's file that causes it. */
export interface LocatedFault extends WordingFault {
  readonly file: string;
  readonly line: number;
}

/** Slots filled with the plainest words, so that the templates alone are judged. */
const SAMPLE = { text: 'finding', quote: { start: 0, end: 7, text: 'finding' } };

/** A user's closing options are labels and judged as such; the templates are judged with these. */
const CLOSING = { other: 'Other', undetermined: 'Unable to determine' };
const CLOSED = [CLOSING.other, CLOSING.undetermined].map((text) => ({ text, needs: [] }));

const fill = (template: string): string =>
  template.replaceAll('{condition}', 'finding').replaceAll('{place}', 'of the spine').replaceAll('{value}', 'Finding');

export function findWordingFaults(given: QueryWording): readonly WordingFault[] {
  const wording = { ...given, closing: CLOSING };
  const templates = wording.queries.flatMap((entry, index) =>
    lintDraft(draftOf(entry, wording), SAMPLE.text, wording).map((violation) => ({
      kind: entry.kind,
      axis: entry.axis,
      path: ['queries', index],
      ...violation,
    })),
  );
  return [...labelFaults(given), ...templates];
}

/** The indicators are those that the question names and those that an option says it needs; no others are certain. */
function draftOf(entry: Wording, wording: QueryWording): Draft {
  const options = entry.options.map((option): { readonly text: string; readonly needs: readonly Ground[] } =>
    typeof option === 'string' ? { text: option, needs: [] } : { text: option.text, needs: option.needs ?? [] },
  );
  const named = (Object.entries(wording.conditions) as [Ground, string][]).filter(([, label]) =>
    entry.question.includes(label),
  );
  return {
    question: fill(entry.question),
    options: [...options.map(({ text, needs }) => ({ text: fill(text), needs })), ...CLOSED],
    indicators: [SAMPLE.quote],
    grounds: new Set([...named.map(([condition]) => condition), ...options.flatMap(({ needs }) => needs)]),
  };
}

/** "radiculopathy: radiculopathy (M54.16)": a label stands in every question and option that names the condition. */
function labelFaults(wording: QueryWording): readonly WordingFault[] {
  const { conditions, places, sides, closing } = wording;
  return Object.entries({ conditions, places, sides, closing }).flatMap(([part, labels]) =>
    Object.entries(labels).flatMap(([name, label]) => {
      const draft: Draft = {
        question: `What is documented of it: ${label}?`,
        options: [{ text: 'Finding', needs: [] }, ...CLOSED],
        indicators: [SAMPLE.quote],
        grounds: new Set(),
      };
      return lintDraft(draft, SAMPLE.text, { ...wording, closing: CLOSING }).map((violation) => ({
        kind: null,
        axis: undefined,
        path: [part, name],
        ...violation,
      }));
    }),
  );
}

/** @throws LexiconError at the first wording of a user's file that breaks a rule. */
export function refuseFaultyWording(ours: Lexicons, files: readonly UserLexicon[]): void {
  files.forEach((file, at) => {
    const [fault] = findUserFaults(ours, files.slice(0, at), file);
    if (!fault) return;
    const what = fault.kind ? `the wording of "${nameOf(fault)}"` : `the label ${fault.path.join('.')}`;
    throw new LexiconError(
      file.file,
      fault.line,
      `${what} breaks the rule "${fault.rule}" of compliant queries: ${fault.message}`,
    );
  });
}

/**
 * What a user's wording of the queries breaks, each fault with its line; `createAnalyzer` refuses such a file at the first.
 * @throws LexiconError when the file is no lexicon at all.
 */
export function lintWording(file: UserLexicon): readonly LocatedFault[] {
  return findUserFaults(compiledLexicons, [], file);
}

const nameOf = ({ kind, axis }: WordingFault): string => [kind, axis].filter(Boolean).join('/');

/** What the file adds to the faults of the lexicons it is laid over. */
function findUserFaults(ours: Lexicons, before: readonly UserLexicon[], file: UserLexicon): readonly LocatedFault[] {
  if (!/query-wording/.test(file.text)) return [];
  const wordingOf = (files: readonly UserLexicon[]) => withUserLexicons(ours, '', files).lexicons['query-wording'];
  const known = new Set(findWordingFaults(wordingOf(before)).map(keyOf));
  return findWordingFaults(wordingOf([...before, file]))
    .filter((fault) => !known.has(keyOf(fault)))
    .map((fault) => ({ ...fault, file: file.file, line: findWordingLine(file, fault) }));
}

const keyOf = ({ path, rule }: WordingFault): string => `${path.join('.')} ${rule}`;
