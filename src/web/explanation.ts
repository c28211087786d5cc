/** What the words under the pointer or the cursor mean, in one line below the note. */
import { wordFact, wordValue } from '../formats/wording.ts';
import type { Analysis } from '../model.ts';
import { h } from './element.ts';
import { oneLine } from './letter.ts';
import { itemKey } from './marks.ts';
import { codeLink } from './panels/panel.ts';

export function explainItems(analysis: Analysis | null, items: readonly string[]): readonly (Node | string)[] {
  if (!analysis || items.length === 0) return [];
  const wanted = new Set(items);
  const facts = analysis.facts.filter(({ id }) => wanted.has(itemKey.fact(id))).slice(0, 2);
  const codes = analysis.codes.filter(
    ({ code, standing }) => standing === 'assigned' && wanted.has(itemKey.code(code)),
  );
  const asks = analysis.queries.filter(({ id }) => wanted.has(itemKey.query(id))).length;
  const parts = [
    ...facts.map((fact) => `${oneLine(wordFact(fact))} · ${wordValue(fact.status)} · ${fact.source}`),
    ...analysis.imaging
      .filter((_, index) => wanted.has(itemKey.study(index)))
      .map(({ modality, status }) => `${modality}, ${status === 'none' ? 'not done' : status}`),
    ...analysis.linkages
      .filter((_, index) => wanted.has(itemKey.cause(index)))
      .map(({ from, to }) => `${wordValue(from)} tied to ${wordValue(to)}`),
    ...analysis.elements
      .filter((element) => wanted.has(itemKey.record(element)))
      .slice(0, 1)
      .map(({ kind, value }) => `${wordValue(kind)}: ${wordValue(oneLine(value))}`),
    ...analysis.notices.filter((_, index) => wanted.has(itemKey.notice(index))).map(({ message }) => oneLine(message)),
    ...(asks > 0 ? [asks === 1 ? 'one question' : `${asks} questions`] : []),
  ];
  const links = codes.flatMap(({ code }) => [' → ', codeLink(code)]);
  return [h('span', {}, parts.join('  ·  ')), ...links];
}
