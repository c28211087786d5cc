/** Imaging beside assessment, where the two do not say the same; silent where they agree. */
import { wordCondition } from '../../formats/wording.ts';
import { compareSides, type Difference, type Side } from '../comparison.ts';
import { h, type Row } from '../element.ts';
import { itemKey } from '../marks.ts';
import { distinct, type Panel, quoteButton, standFor, type View } from './panel.ts';

const known = new WeakMap<View['analysis'], readonly Difference[]>();

function differencesOf({ analysis, text }: View): readonly Difference[] {
  const found = known.get(analysis) ?? compareSides(analysis, text);
  known.set(analysis, found);
  return found;
}

export const differencesPanel: Panel = {
  id: 'differences',
  title: 'Imaging and assessment',
  count: (view) => differencesOf(view).length || null,
  rows: (view) => differencesOf(view).map(differenceRow),
};

function differenceRow(difference: Difference): Row {
  const [fact] = difference.facts;
  const id = fact?.id ?? '';
  return {
    key: id,
    face: JSON.stringify(difference),
    build: () =>
      standFor(
        h(
          'article',
          {
            class: 'difference',
            attributes: { tabindex: '0', 'aria-label': `${fact ? wordCondition(fact) : ''}: ${difference.verdict}` },
          },
          h(
            'div',
            { class: 'difference-head' },
            h('h4', {}, fact ? wordCondition(fact) : ''),
            h('span', { class: 'tag' }, difference.verdict),
          ),
          sideOf('Imaging', difference.imaging, 'not mentioned'),
          sideOf('Assessment', difference.assessment, 'not mentioned'),
        ),
        itemKey.difference(id),
        [...difference.facts.map(({ id: one }) => itemKey.fact(one)), ...difference.queries.map(itemKey.query)],
      ),
  };
}

function sideOf(name: string, side: Side | null, silent: string): HTMLElement {
  return h(
    'div',
    { class: 'side' },
    h('h5', {}, name),
    side ? null : h('p', { class: 'silent' }, silent),
    ...(side
      ? distinct(side.quotes)
          .slice(0, 3)
          .map((quote) => quoteButton(quote))
      : []),
    side?.says ? h('p', { class: 'where' }, side.says) : null,
  );
}
