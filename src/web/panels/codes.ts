/** The codes in claim order with why, rule and citation; what is not reported is folded away with its reason. */
import { quotesOf, sectionOf } from '../../formats/places.ts';
import { STANDING_WORDS, wordSection, wordValue } from '../../formats/wording.ts';
import type { Code, Standing } from '../../model.ts';
import { button, h, type Row } from '../element.ts';
import { oneLine } from '../letter.ts';
import { itemKey } from '../marks.ts';
import { codeLink, foldRow, linkCodes, type Panel, quoteButton, standFor, type View } from './panel.ts';

const MOST_QUOTES = 6;

export const codesPanel: Panel = {
  id: 'codes',
  title: 'Codes',
  count: ({ analysis }) => analysis.codes.filter(({ standing }) => standing === 'assigned').length,
  intro: ({ analysis }) => {
    const some = analysis.codes.some(({ standing }) => standing === 'assigned');
    return some ? null : 'No code that the documentation supports.';
  },
  rows: (view) => [
    ...ofStanding(view, 'assigned').map((code, index) => codeRow(view, code, index + 1)),
    ...(['unconfirmed', 'excluded'] as const).flatMap((standing) => foldedCodes(view, standing)),
  ],
};

const ofStanding = ({ analysis }: View, standing: Standing): readonly Code[] =>
  analysis.codes.filter((code) => code.standing === standing);

function codeRow(view: View, code: Code, ordinal: number | null): Row {
  const quotes = quotesOf(view.analysis, code.facts);
  return {
    key: `${code.standing} ${code.code}`,
    face: JSON.stringify([ordinal, code, quotes]),
    build: () =>
      standFor(
        h(
          'article',
          {
            class: `card code ${code.standing}`,
            attributes: { tabindex: '0', 'aria-label': `${code.code}, ${oneLine(code.title)}` },
          },
          h(
            'div',
            { class: 'code-head' },
            ordinal === null
              ? null
              : h('span', { class: 'ordinal', attributes: { 'aria-hidden': 'true' } }, String(ordinal)),
            codeLink(code.code),
            h('h4', { class: 'code-title' }, oneLine(code.title)),
            button('Copy', () => view.acts.copy(code.code, code.code), {
              class: 'quiet',
              attributes: { 'aria-label': `Copy ${code.code}` },
            }),
          ),
          h('p', { class: 'why' }, ...linkCodes(oneLine(code.why))),
          h(
            'div',
            { class: 'quotes' },
            ...quotes
              .slice(0, MOST_QUOTES)
              .map((quote) =>
                quoteButton(quote, wordSection(sectionOf(view.analysis.sections, quote)?.kind ?? 'other')),
              ),
            quotes.length > MOST_QUOTES
              ? h('span', { class: 'where' }, `and ${quotes.length - MOST_QUOTES} more places`)
              : null,
          ),
          h(
            'ul',
            { class: 'rules', attributes: { 'aria-label': 'Rules' } },
            ...code.rules.map(({ rule, cites }) =>
              h('li', {}, h('span', { class: 'rule' }, wordValue(oneLine(rule))), ' ', h('span', {}, oneLine(cites))),
            ),
          ),
        ),
        itemKey.code(code.code),
        code.facts.map(itemKey.fact),
      ),
  };
}

function foldedCodes(view: View, standing: 'unconfirmed' | 'excluded'): Row[] {
  const codes = ofStanding(view, standing);
  if (codes.length === 0) return [];
  const fold = { id: standing, title: STANDING_WORDS[standing], peek: codes.map(({ code }) => code) };
  return [
    foldRow(
      fold,
      codes.map((code) => codeRow(view, code, null)),
    ),
  ];
}
