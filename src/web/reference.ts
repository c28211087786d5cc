/** The page of a code, at the address #code/M51.A4: what the code set prints about it, and when it is right. */
import type { CodePage, CodePageNote, NamedCode } from '../index.ts';
import { button, h } from './element.ts';
import { codeLink, linkCodes } from './panels/panel.ts';

const ADDRESS = /^#code\/([A-Za-z]\d[0-9A-Za-z](?:\.?[0-9A-Za-z]{1,4})?)$/;

export function wireReference(dialog: HTMLDialogElement, describe: (code: string) => Promise<CodePage | null>): void {
  async function follow(): Promise<void> {
    const { hash } = location;
    const code = ADDRESS.exec(hash)?.[1];
    if (!code) {
      if (dialog.open) dialog.close();
      return;
    }
    const page = await describe(code);
    if (!page || location.hash !== hash) return;
    dialog.replaceChildren(...drawPage(page, () => dialog.close()));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }
  dialog.addEventListener('close', () => {
    if (ADDRESS.test(location.hash)) history.replaceState(null, '', location.pathname + location.search);
  });
  // A press on the backdrop has the dialog itself as its target.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  addEventListener('hashchange', () => void follow());
  void follow();
}

function drawPage(page: CodePage, close: () => void): Node[] {
  const { code, title, statusNote, codeSet, use, separates, replacedBy, siblings, children, inclusionTerms } = page;
  const year = `ICD-10-CM fiscal year ${codeSet.fiscalYear}, ${codeSet.from} to ${codeSet.to}.`;
  const besides = siblings.filter(({ standing }) => standing === 'billable' || page.status !== 'billable');
  return [
    h(
      'header',
      { class: 'reference-head' },
      h('p', { class: 'reference-code' }, code),
      h('h2', { attributes: { id: 'reference-heading' } }, title ?? 'Not a code that SpineNote knows'),
      button('Close', close, { class: 'quiet' }),
    ),
    h('p', { class: `reference-status is-${page.status}` }, statusNote, title ? h('span', {}, year) : null),
    ...(use ? [h('p', { class: 'use' }, h('b', {}, 'Right when '), ...linkCodes(use), '.')] : []),
    ...part(
      'Replaced by',
      replacedBy.map((one) => namedItem(one)),
    ),
    ...part(
      'Applicable to',
      inclusionTerms.map((term) => h('li', {}, term)),
    ),
    ...notesOf(page),
    ...part(
      'Below it',
      children.map((one) => namedItem(one)),
    ),
    ...(separates || besides.length > 0 ? [h('h3', {}, 'Beside it')] : []),
    ...(separates ? [h('p', {}, ...linkCodes(separates))] : []),
    ...(besides.length > 0 ? [h('ul', { class: 'beside' }, ...besides.map((one) => namedItem(one, one.use)))] : []),
    ...part(
      'What to document',
      page.documentationTips.map((tip) => h('li', {}, ...linkCodes(tip))),
      'tips',
    ),
    ...part(
      'Pitfalls',
      page.pitfalls.map((pitfall) => h('li', {}, ...linkCodes(pitfall))),
      'tips',
    ),
    ...questionsOf(page),
    ...foldedNotes(page),
    ...(page.sources.length > 0 ? [h('p', { class: 'above' }, `Sources: ${page.sources.join(' · ')}`)] : []),
  ];
}

const namedItem = ({ code, title }: NamedCode, use: string | null = null): HTMLElement =>
  h('li', {}, codeLink(code), ' ', title, use ? h('span', { class: 'hint' }, use) : null);

const part = (heading: string, items: readonly HTMLElement[], name = 'printed'): Node[] =>
  items.length > 0 ? [h('h3', {}, heading), h('ul', { class: name }, ...items)] : [];

const NOTE_HEADINGS: Record<CodePageNote['kind'], string> = {
  inclusionTerms: 'Applicable to, at a heading above',
  codeFirst: 'Code first',
  useAdditional: 'Use additional code',
  codeAlso: 'Code also',
  excludes1: 'Excludes1: not with it',
  excludes2: 'Excludes2: not in it, may stand beside it',
  includes: 'Includes',
  notes: 'Note',
};

const isOfChapter = ({ on }: CodePageNote): boolean => on.startsWith('Chapter');

function notesOf({ code, notes, outsideNotes }: CodePage): Node[] {
  return (Object.keys(NOTE_HEADINGS) as CodePageNote['kind'][]).flatMap((kind) => {
    const own = notes.filter((note) => note.kind === kind && !isOfChapter(note));
    const outside = outsideNotes.filter((note) => note.kind === kind);
    return part(
      NOTE_HEADINGS[kind],
      [...own, ...outside].map(({ on, text }) =>
        h('li', {}, ...linkCodes(text), on === code ? null : h('span', { class: 'where' }, ` printed at ${on}`)),
      ),
    );
  });
}

/** The chapter's own notes hold for every code of it and tell little of this one. */
function foldedNotes({ notes }: CodePage): Node[] {
  const some = notes.filter(isOfChapter);
  if (some.length === 0) return [];
  const items = some.map(({ kind, text }) =>
    h('li', {}, h('span', { class: 'where' }, `${NOTE_HEADINGS[kind].split(':')[0]} `), ...linkCodes(text)),
  );
  return [
    h(
      'details',
      { class: 'answer' },
      h('summary', {}, `Notes of the whole chapter (${some.length})`),
      h('ul', { class: 'printed' }, ...items),
    ),
  ];
}

function questionsOf({ faq }: CodePage): Node[] {
  if (faq.length === 0) return [];
  return [
    h('h3', {}, 'Questions coders ask'),
    ...faq.map(({ question, answer, correction, cites }) =>
      h(
        'details',
        { class: 'answer' },
        h('summary', {}, question),
        h('p', {}, ...linkCodes(answer)),
        correction ? h('p', {}, ...linkCodes(correction)) : null,
        h('p', { class: 'where' }, cites.join(' · ')),
      ),
    ),
  ];
}
