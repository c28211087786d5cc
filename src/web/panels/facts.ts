/** What the note states, by what it makes of it: true now, uncertain, past, denied, not this patient's. */
import { sectionOf } from '../../formats/places.ts';
import { STATUS_ORDER, wordCondition, wordDetail, wordPlace, wordSection } from '../../formats/wording.ts';
import type { Fact, Status } from '../../model.ts';
import { h, type Row } from '../element.ts';
import { itemKey, itemsOfFacts, kindOfCondition } from '../marks.ts';
import { codeLink, distinct, type Panel, quoteButton, standFor, type View } from './panel.ts';

export const STATUS_WORDS: Record<Status, string> = {
  present: 'Present',
  uncertain: 'Uncertain',
  historical: 'Past',
  absent: 'Denied or absent',
  hypothetical: 'Not yet: risks and instructions',
  'other-person': 'Of a relative',
};

const MOST_QUOTES = 6;

export const factsPanel: Panel = {
  id: 'facts',
  title: 'Facts',
  count: ({ analysis }) => analysis.facts.length,
  intro: ({ analysis }) => (analysis.facts.length > 0 ? null : 'No condition of the spine is named.'),
  rows: (view) => {
    const items = itemsOfFacts(view.analysis);
    return STATUS_ORDER.flatMap((status) => {
      const facts = view.analysis.facts.filter((fact) => fact.status === status);
      if (facts.length === 0) return [];
      const title: Row = {
        key: status,
        face: status,
        build: () => h('h4', { class: 'status-title' }, STATUS_WORDS[status]),
      };
      return [title, ...facts.map((fact) => factRow(view, fact, items.get(fact.id) ?? []))];
    });
  },
};

function factRow(view: View, fact: Fact, items: readonly string[]): Row {
  const { sections } = view.analysis;
  const quotes = distinct(fact.evidence).slice(0, MOST_QUOTES);
  return {
    key: fact.id,
    face: JSON.stringify([fact, items, quotes.map((quote) => sectionOf(sections, quote)?.kind)]),
    build: () => {
      const rest = [wordPlace(fact), wordDetail(fact).replace('none stated', 'pain not stated')]
        .filter(Boolean)
        .join(', ');
      const codes = items.filter((item) => item.startsWith('code:')).map((item) => item.slice('code:'.length));
      return standFor(
        h(
          'article',
          {
            class: 'fact',
            attributes: {
              tabindex: '0',
              'aria-label': `${STATUS_WORDS[fact.status]}: ${wordCondition(fact)}, ${rest}`,
            },
          },
          h(
            'p',
            { class: 'fact-line' },
            h('mark', { class: `mark k-${kindOfCondition(fact.condition)} s-${fact.status}` }, wordCondition(fact)),
            h('span', { class: 'fact-rest' }, rest),
            h('span', { class: 'where' }, fact.source, ...codes.flatMap((code) => [' · ', codeLink(code)])),
          ),
          h(
            'div',
            { class: 'quotes' },
            ...quotes.map((quote) => quoteButton(quote, wordSection(sectionOf(sections, quote)?.kind ?? 'other'))),
          ),
        ),
        itemKey.fact(fact.id),
        items,
      );
    },
  };
}
