/** The results beside the note: a summary line, an index, and one panel after the other; a panel is one entry of PANELS. */
import { wordNote } from '../formats/wording.ts';
import { h, showRows } from './element.ts';
import { checklistPanel } from './panels/checklist.ts';
import { codesPanel } from './panels/codes.ts';
import { differencesPanel } from './panels/differences.ts';
import { factsPanel } from './panels/facts.ts';
import { noticesPanel } from './panels/notices.ts';
import type { Panel, View } from './panels/panel.ts';
import { queriesPanel } from './panels/queries.ts';
import { recordPanel } from './panels/record.ts';

const PANELS: readonly Panel[] = [
  noticesPanel,
  codesPanel,
  queriesPanel,
  differencesPanel,
  checklistPanel,
  factsPanel,
  recordPanel,
];

interface Shown {
  readonly panel: Panel;
  readonly section: HTMLElement;
  readonly count: HTMLElement;
  readonly tools: HTMLElement;
  readonly intro: HTMLElement;
  readonly list: HTMLElement;
  readonly link: HTMLElement;
}

export interface Results {
  /** Null: no note, or one that could not be read. */
  readonly show: (view: View | null, instead?: HTMLElement) => void;
  readonly say: (state: string) => void;
}

export function createResults(summary: HTMLElement, panels: HTMLElement): Results {
  const shown = PANELS.map(createSection);
  const line = h('p', { class: 'summary-line' });
  const state = h('p', { class: 'state' });
  const index = h('nav', { class: 'index', attributes: { 'aria-label': 'Results' } }, ...shown.map(({ link }) => link));
  const place = h('div', { class: 'instead' });
  summary.append(h('div', { class: 'summary-top' }, line, state), index);
  panels.append(place, ...shown.map(({ section }) => section));
  return {
    show(view, instead) {
      place.replaceChildren(...(instead ? [instead] : []));
      index.hidden = !view;
      line.textContent = view ? summarize(view) : 'Paste a note, and it explains itself.';
      for (const one of shown) {
        const count = view ? one.panel.count(view) : null;
        one.section.hidden = count === null;
        one.link.hidden = count === null;
        if (!view || count === null) {
          showRows(one.list, []);
          continue;
        }
        showPanel(one, view, count);
      }
    },
    say(words) {
      state.textContent = words;
    },
  };
}

function createSection(panel: Panel): Shown {
  const count = h('span', { class: 'count' });
  const badge = h('span', { class: 'count' });
  const tools = h('div', { class: 'panel-tools' });
  const intro = h('p', { class: 'intro' });
  const list = h('div', { class: 'rows' });
  const title = `${panel.id}-title`;
  const section = h(
    'section',
    { class: `panel panel-${panel.id}`, attributes: { id: panel.id, 'aria-labelledby': title } },
    h('div', { class: 'panel-head' }, h('h3', { attributes: { id: title } }, panel.title), count, tools),
    intro,
    list,
  );
  const link = h('a', { attributes: { href: `#${panel.id}` } }, panel.title.split(' ')[0] as string, badge);
  link.addEventListener('click', (event) => {
    // Not a navigation: the address is for code pages only.
    event.preventDefault();
    section.scrollIntoView({ block: 'start' });
    section.querySelector<HTMLElement>('[tabindex], button, summary, textarea, a')?.focus({ preventScroll: true });
  });
  return { panel, section, count, tools, intro, list, link };
}

function showPanel({ panel, count, tools, intro, list, link }: Shown, view: View, number: number): void {
  count.textContent = String(number);
  (link.lastElementChild as HTMLElement).textContent = String(number);
  const held =
    document.activeElement instanceof HTMLElement && tools.contains(document.activeElement)
      ? document.activeElement.dataset.role
      : undefined;
  tools.replaceChildren(...(panel.tools?.(view) ?? []));
  if (held) tools.querySelector<HTMLElement>(`[data-role="${held}"]`)?.focus();
  const words = panel.intro?.(view) ?? null;
  intro.textContent = words;
  intro.hidden = words === null;
  const open = new Set(
    [...list.querySelectorAll<HTMLDetailsElement>('details[open]')].map((fold) => fold.dataset.fold),
  );
  showRows(list, panel.rows(view));
  for (const fold of list.querySelectorAll('details')) if (open.has(fold.dataset.fold)) fold.open = true;
}

function summarize({ analysis: { note, codeSet } }: View): string {
  const words = wordNote(note);
  const date = note.dateOfService ? `seen ${note.dateOfService}` : 'no date of service';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} · ${date} · FY${codeSet.fiscalYear}`;
}
