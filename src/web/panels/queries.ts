/** Queries as letters: what is in the box is all that the provider will read, and it may be edited before it is copied. */
import { wordCondition, wordPlace, wordValue } from '../../formats/wording.ts';
import type { Query } from '../../model.ts';
import { button, h, type Row } from '../element.ts';
import { composeLetter, oneLine } from '../letter.ts';
import { itemKey } from '../marks.ts';
import { codeLink, foldRow, linkCodes, type Panel, standFor, type View } from './panel.ts';

/** More than a provider answers at one time; the queries are ranked, so that these weigh most. */
const MOST_QUERIES = 3;

export const queriesPanel: Panel = {
  id: 'queries',
  title: 'Questions',
  count: ({ analysis }) => analysis.queries.length,
  intro: ({ analysis }) =>
    analysis.queries.length > 0 ? null : 'Nothing to ask: the note answers what its codes turn on.',
  tools: (view) => {
    if (view.analysis.queries.length === 0) return [];
    const sight = button('Coder’s notes', () => view.acts.setCoder(!view.coder), {
      class: 'switch',
      attributes: {
        'aria-pressed': String(view.coder),
        'data-role': 'coder',
        title: 'Why each question is asked, and what its answers would change',
      },
    });
    const all = button('Copy all', () => view.acts.copy(lettersOf(view), 'all questions'), {
      class: 'quiet',
      attributes: { 'aria-label': 'Copy all questions' },
    });
    return [sight, all];
  },
  rows: (view) => {
    const { queries } = view.analysis;
    const rows = queries.map((query) => queryRow(view, query));
    const rest = queries.slice(MOST_QUERIES);
    if (rest.length === 0) return rows;
    const fold = {
      id: `more-queries ${view.note.id}`,
      title: 'More questions',
      peek: rest.map((query) => nameQuery(query, view)),
    };
    return [...rows.slice(0, MOST_QUERIES), foldRow(fold, rows.slice(MOST_QUERIES))];
  },
};

/** Its kind; where the note raises several of one kind, also what each is about. */
function nameQuery({ kind, facts: [first] }: Query, { analysis }: View): string {
  const name = oneLine(wordValue(kind));
  const fact = analysis.facts.find(({ id }) => id === first);
  if (!fact || analysis.queries.filter((other) => other.kind === kind).length === 1) return name;
  return [name, [wordCondition(fact), wordPlace(fact)].filter(Boolean).join(', ')].join(': ');
}

const letterOf = ({ note, analysis, text }: View, query: Query): string =>
  note.drafts.get(query.id)?.text ?? composeLetter(query, analysis, text);

const lettersOf = (view: View): string => view.analysis.queries.map((query) => letterOf(view, query)).join('\n\n\n');

function queryRow(view: View, query: Query): Row {
  const ours = composeLetter(query, view.analysis, view.text);
  const name = nameQuery(query, view);
  const begunFrom = view.note.drafts.get(query.id)?.begunFrom;
  return {
    key: `${view.note.id} ${query.id}`,
    face: JSON.stringify([query, name, ours, view.coder, begunFrom]),
    build: () => buildCard(view, query, name, ours),
  };
}

function buildCard(view: View, query: Query, name: string, ours: string): HTMLElement {
  const { note, acts } = view;
  const draft = note.drafts.get(query.id);
  const letter = h('textarea', {
    class: 'letter',
    attributes: { 'aria-label': `Question to the provider: ${name}`, spellcheck: 'true' },
  });
  const printed = h('pre', { class: 'letter-print', attributes: { 'aria-hidden': 'true' } });
  const showDraft = () => {
    letter.rows = Math.max(4, letter.value.split('\n').length + 1);
    printed.textContent = letter.value;
  };
  letter.value = draft?.text ?? ours;
  showDraft();
  const reset = button(
    'Reset',
    () => {
      note.drafts.delete(query.id);
      letter.value = ours;
      reset.hidden = true;
      showDraft();
      letter.focus();
    },
    { class: 'quiet', attributes: { 'aria-label': `Reset question: ${name}` } },
  );
  reset.hidden = !draft;
  letter.addEventListener('input', () => {
    note.drafts.set(query.id, { text: letter.value, begunFrom: ours });
    reset.hidden = false;
    showDraft();
  });
  const isStale = draft && draft.begunFrom !== ours;
  return standFor(
    h(
      'article',
      { class: 'card query', attributes: { tabindex: '0', 'aria-label': `Question: ${name}` } },
      h(
        'div',
        { class: 'query-head' },
        h('h4', {}, name),
        h(
          'span',
          { class: `tag changes-${query.changes}` },
          query.changes === 'code' ? 'may change the code' : 'documentation only',
        ),
        reset,
        button('Copy', () => acts.copy(letter.value, `question: ${name}`), {
          class: 'quiet',
          attributes: { 'aria-label': `Copy question: ${name}` },
        }),
      ),
      isStale ? h('p', { class: 'stale' }, 'The note has changed since you edited this question.') : null,
      letter,
      printed,
      view.coder ? coderNotes(query) : null,
    ),
    itemKey.query(query.id),
    query.facts.map(itemKey.fact),
  );
}

/** For the coder only: it stands outside the letter and is never copied with it. */
function coderNotes(query: Query): HTMLElement {
  const whatIf = query.whatIf ?? [];
  return h(
    'aside',
    { class: 'coder', attributes: { 'aria-label': 'For the coder' } },
    h('p', {}, h('b', {}, 'For the coder. '), ...linkCodes(oneLine(query.why))),
    h('ul', { class: 'rules' }, ...query.cites.map((cite) => h('li', {}, oneLine(cite)))),
    whatIf.length > 0
      ? h(
          'dl',
          { class: 'what-if' },
          ...whatIf.flatMap(({ answer, codes }) => [
            h('dt', {}, `If “${oneLine(answer)}”`),
            h(
              'dd',
              {},
              ...(codes.length > 0
                ? codes.flatMap((code, index) => [index > 0 ? ', ' : null, codeLink(code)])
                : ['no code']),
            ),
          ]),
        )
      : null,
  );
}
