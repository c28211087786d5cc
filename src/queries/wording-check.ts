/**
 * The compliance rules on the templates themselves, before any note: what a user's own wording must pass, so that its
 * queries are not withheld one by one.
 */
import type { Ground, QueryWording, Wording } from '../lexicons/query-wording.ts';
import { type Draft, lintDraft, type Violation } from './compliance.ts';

export interface WordingFault extends Violation {
  readonly kind: Wording['kind'];
  readonly axis: Wording['axis'];
}

/** Slots filled with the plainest words, so that the templates alone are judged. */
const SAMPLE = { text: 'finding', quote: { start: 0, end: 7, text: 'finding' } };

const fill = (template: string): string =>
  template.replaceAll('{condition}', 'finding').replaceAll('{place}', 'of the spine').replaceAll('{value}', 'Finding');

export function findWordingFaults(wording: QueryWording): readonly WordingFault[] {
  return wording.queries.flatMap((entry) => {
    const draft = draftOf(entry, wording);
    return lintDraft(draft, SAMPLE.text, wording).map((violation) => ({
      kind: entry.kind,
      axis: entry.axis,
      ...violation,
    }));
  });
}

/** The indicators are those that the question names and those that an option says it needs; no others are certain. */
function draftOf(entry: Wording, wording: QueryWording): Draft {
  const options = entry.options.map((option): { readonly text: string; readonly needs: readonly Ground[] } =>
    typeof option === 'string' ? { text: option, needs: [] } : { text: option.text, needs: option.needs ?? [] },
  );
  const named = (Object.entries(wording.conditions) as [Ground, string][]).filter(([, label]) =>
    entry.question.includes(label),
  );
  const closing = [wording.closing.other, wording.closing.undetermined].map((text) => ({ text, needs: [] }));
  return {
    question: fill(entry.question),
    options: [...options.map(({ text, needs }) => ({ text: fill(text), needs })), ...closing],
    indicators: [SAMPLE.quote],
    grounds: new Set([...named.map(([condition]) => condition), ...options.flatMap(({ needs }) => needs)]),
  };
}
