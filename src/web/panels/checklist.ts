/** What the documentation of such a note should hold, line by line: met with its words, open with its question, or not for this note. */
import { wordSection } from '../../formats/wording.ts';
import type { ChecklistLine } from '../../index.ts';
import { h, type Row } from '../element.ts';
import { oneLine } from '../letter.ts';
import { itemKey } from '../marks.ts';
import { distinct, linkCodes, type Panel, quoteButton, standFor, type View } from './panel.ts';

const WORDS: Record<ChecklistLine['standing'], string> = {
  met: 'Met',
  'not-met': 'Open',
  'not-applicable': 'Not needed',
};
const MOST_QUOTES = 3;

const partsOf = ({ note }: View) => note.checklist?.parts ?? [];
const linesOf = (view: View): readonly ChecklistLine[] => partsOf(view).flatMap(({ lines }) => lines);

export const checklistPanel: Panel = {
  id: 'checklist',
  title: 'Checklist',
  count: (view) => {
    const lines = linesOf(view);
    return lines.length > 0 ? lines.filter(({ standing }) => standing === 'not-met').length : null;
  },
  intro: (view) => (linesOf(view).some(({ standing }) => standing === 'not-met') ? null : 'Nothing is open.'),
  rows: (view) =>
    partsOf(view).flatMap(({ id, title, lines }) => [
      { key: id, face: title, build: () => h('h4', { class: 'status-title' }, title) },
      ...lines.map(lineRow),
    ]),
};

function lineRow(line: ChecklistLine): Row {
  const { id, looksFor, standing, why, evidence, queries, document: advice } = line;
  return {
    key: id,
    face: JSON.stringify(line),
    build: () =>
      standFor(
        h(
          'article',
          {
            class: `line-item is-${standing}`,
            attributes: { tabindex: '0', 'aria-label': `${WORDS[standing]}: ${looksFor}` },
          },
          h('span', { class: 'standing' }, WORDS[standing]),
          h(
            'div',
            {},
            h('p', {}, oneLine(looksFor)),
            standing === 'met' ? null : h('p', { class: 'hint' }, ...linkCodes(oneLine(why))),
            advice ? h('p', { class: 'hint' }, 'To document: ', ...linkCodes(oneLine(advice))) : null,
            evidence.length > 0
              ? h(
                  'div',
                  { class: 'quotes' },
                  ...distinct(evidence)
                    .slice(0, MOST_QUOTES)
                    .map((words) => quoteButton(words, wordSection(words.section))),
                )
              : null,
          ),
        ),
        itemKey.line(id),
        queries.map(itemKey.query),
      ),
  };
}
