/** The page of a code, at the address #code/M51.A4: what the code set prints about it in the year of the note. */
import type { CodePage } from './code-page.ts';
import { button, h } from './element.ts';
import { codeLink } from './panels/panel.ts';

const ADDRESS = /^#code\/([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)$/;

export function wireReference(dialog: HTMLDialogElement, describe: (code: string) => Promise<CodePage | null>): void {
  async function follow(): Promise<void> {
    const code = ADDRESS.exec(location.hash)?.[1];
    if (!code) {
      if (dialog.open) dialog.close();
      return;
    }
    const page = await describe(code);
    if (location.hash !== `#code/${code}`) return;
    dialog.replaceChildren(...(page ? drawPage(page) : drawUnlisted(code)));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  }
  dialog.addEventListener('close', () => {
    if (ADDRESS.test(location.hash)) history.replaceState(null, '', location.pathname + location.search);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  addEventListener('hashchange', () => void follow());
  void follow();

  const head = (code: string, title: string): HTMLElement =>
    h(
      'header',
      { class: 'reference-head' },
      h('p', { class: 'reference-code' }, code),
      h('h2', { attributes: { id: 'reference-heading' } }, title),
      button('Close', () => dialog.close(), { class: 'quiet' }),
    );

  const drawUnlisted = (code: string): Node[] => [
    head(code, 'Not in this year’s list'),
    h('p', {}, 'The code set of the note’s fiscal year does not list it, or it is outside the spine codes that SpineNote reads for. Change the date of service to look into another year.'),
  ];

  function drawPage(page: CodePage): Node[] {
    const { code, title, billable, fiscalYear, from, to, replacedBy, above, notes, beside } = page;
    const standing = billable ? 'Complete: may be reported' : 'A heading: needs more characters to be reported';
    return [
      head(code, title),
      h('p', { class: 'reference-year' }, `${standing}. ICD-10-CM fiscal year ${fiscalYear}, ${from} to ${to}.`),
      replacedBy.length > 0 ? h('p', {}, 'Replaced by ', ...replacedBy.flatMap((one, index) => [index > 0 ? ', ' : '', codeLink(one)]), '.') : '',
      ...notes.flatMap(({ heading, printed }) => [
        h('h3', {}, heading),
        h('ul', { class: 'printed' }, ...printed.map(({ on, text }) => h('li', {}, ...linkCodes(text), on === code ? null : h('span', { class: 'where' }, ` printed at ${on}`)))),
      ]),
      beside.length > 1 ? h('h3', {}, billable ? 'Beside it' : 'Below it') : '',
      beside.length > 1
        ? h('ul', { class: 'beside' }, ...beside.map((one) => h('li', {}, one.code === code ? h('b', { class: 'code-link' }, one.code) : codeLink(one.code), ' ', one.title)))
        : '',
      above.length > 0 ? h('p', { class: 'above' }, 'Under ', above.map((one) => `${one.code} ${one.title}`).join(' · ')) : '',
    ].filter((part) => part !== '') as Node[];
  }
}

/** The codes that a printed note names become links where they are complete enough to have a page. */
function linkCodes(text: string): (Node | string)[] {
  return text.split(/([A-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}(?![0-9A-Z.-]))/).map((part, index) => (index % 2 === 1 ? codeLink(part) : part));
}
