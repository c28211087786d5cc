/** What stands around the note: tabs, settings, tools, legend; each drawn from the notebook, holding no state of its own. */

import { wordValue } from '../formats/wording.ts';
import { NOTE_KINDS, type NoteKind, SETTINGS, type Setting } from '../model.ts';
import { button, h } from './element.ts';
import { EXAMPLES, type ExampleNote } from './examples.ts';
import { oneLine } from './letter.ts';
import type { Notebook } from './notebook.ts';
import type { ReadingOptions } from './protocol.ts';

interface TabActs {
  readonly select: (id: number) => void;
  readonly close: (id: number) => void;
  readonly open: () => void;
}

export function drawTabs(place: HTMLElement, { notes, current }: Notebook, { select, close, open }: TabActs): void {
  const held = place.contains(document.activeElement);
  const list = h(
    'div',
    { class: 'tab-list', attributes: { role: 'tablist', 'aria-label': 'Notes' } },
    ...notes.map(({ id, name }) => {
      const isCurrent = id === current.id;
      const tab = button(oneLine(name), () => select(id), {
        class: 'tab',
        attributes: {
          role: 'tab',
          'aria-selected': String(isCurrent),
          tabindex: isCurrent ? '0' : '-1',
          'data-note': String(id),
          title: 'Delete closes it',
        },
      });
      return tab;
    }),
  );
  list.addEventListener('keydown', ({ key }) => {
    const at = notes.indexOf(current);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: notes.length - 1 }[key];
    if (key === 'Delete') close(current.id);
    else if (next !== undefined) select(notes[(next + notes.length) % notes.length]?.id ?? current.id);
  });
  const closer =
    notes.length > 1 || current.text
      ? button('×', () => close(current.id), {
          class: 'icon',
          attributes: { 'aria-label': `Close ${oneLine(current.name)}`, title: 'Close this note' },
        })
      : null;
  place.replaceChildren(
    list,
    ...(closer ? [closer] : []),
    button('+', open, { class: 'icon', attributes: { 'aria-label': 'New note', title: 'New note' } }),
  );
  const tab = place.querySelector<HTMLElement>('[aria-selected="true"]');
  tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (held) tab?.focus();
}

export function drawSettings(
  place: HTMLElement,
  options: ReadingOptions,
  change: (options: ReadingOptions) => void,
  side: readonly HTMLElement[],
): void {
  const date = h('input', {
    attributes: { type: 'date', id: 'date', min: '2020-10-01', max: '2099-12-31', value: options.dateOfService ?? '' },
  });
  date.addEventListener('change', () => change({ ...read(), dateOfService: date.value || null }));
  const setting = choice(
    'setting',
    SETTINGS.map((value) => [value, wordValue(value)]),
    options.setting,
  );
  const kind = choice(
    'kind',
    [['', 'as it reads'], ...NOTE_KINDS.map((value): [string, string] => [value, wordValue(value)])],
    options.noteKind ?? '',
  );
  const read = (): ReadingOptions => ({
    dateOfService: date.value || null,
    setting: setting.value as Setting,
    noteKind: (kind.value || null) as NoteKind | null,
  });
  for (const field of [setting, kind]) field.addEventListener('change', () => change(read()));
  place.replaceChildren(
    labelled('Date of service', date),
    labelled('Setting', setting),
    labelled('Kind of note', kind),
    ...side,
  );
}

const labelled = (words: string, field: HTMLElement): HTMLElement =>
  h('label', { class: 'setting' }, h('span', {}, words), field);

function choice(id: string, values: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const field = h(
    'select',
    { attributes: { id } },
    ...values.map(([value, words]) => h('option', { attributes: { value } }, words)),
  );
  field.value = chosen;
  return field;
}

/** A menu of the browser's own kind: a fold whose list closes when something is chosen, or left. */
export function drawMenu(name: string, entries: readonly (readonly [string, () => void, string?])[]): HTMLElement {
  const menu = h('details', { class: 'menu' });
  const list = h(
    'div',
    { class: 'menu-list' },
    ...entries.map(([words, act, hint]) => {
      const entry = button(words, () => {
        menu.open = false;
        (menu.firstElementChild as HTMLElement).focus();
        act();
      });
      if (hint) entry.append(h('span', { class: 'hint' }, hint));
      return entry;
    }),
  );
  menu.append(h('summary', {}, name), list);
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    (menu.firstElementChild as HTMLElement).focus();
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.contains(target as Node)) menu.open = false;
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget as Node)) menu.open = false;
  });
  return menu;
}

export const exampleEntries = (
  load: (example: ExampleNote) => void,
): readonly (readonly [string, () => void, string])[] =>
  EXAMPLES.map((example) => [example.name, () => load(example), example.shows] as const);

/** What an empty page says: the ways in, with the examples at hand. */
export function drawWelcome(load: (example: ExampleNote) => void): HTMLElement {
  return h(
    'div',
    { class: 'welcome' },
    h(
      'p',
      {},
      'SpineNote marks what a spine note documents, gives the ICD-10-CM codes that its words support, each with the words it rests on, and asks the provider what is missing.',
    ),
    h('p', {}, 'It works inside this page. The note is sent nowhere and stored nowhere.'),
    h('h3', {}, 'Begin with an example'),
    h(
      'ul',
      { class: 'examples' },
      ...EXAMPLES.map((example) =>
        h(
          'li',
          {},
          h(
            'button',
            { attributes: { type: 'button' }, on: { click: () => load(example) } },
            h('b', {}, example.name),
            h('span', {}, example.shows),
          ),
        ),
      ),
    ),
  );
}

const LEGEND: readonly (readonly [string, string])[] = [
  ['k-structure s-present', 'structure'],
  ['k-nerve s-present', 'nerve'],
  ['k-pain s-present', 'pain'],
  ['k-study s-present', 'study'],
  ['k-record s-present', 'record'],
  ['k-cause s-present in-cause', 'cause'],
];
const STATUS_LEGEND: readonly (readonly [string, string])[] = [
  ['k-structure s-uncertain', 'uncertain'],
  ['k-structure s-absent', 'denied'],
  ['k-structure s-historical', 'past'],
  ['k-structure s-hypothetical', 'not now, not theirs'],
];

export function drawLegend(): HTMLElement {
  const keys = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([looks, words]) => h('li', {}, h('span', { class: `mark ${looks}` }, words)));
  return h(
    'ul',
    { class: 'legend', attributes: { 'aria-label': 'How evidence is marked' } },
    ...keys(LEGEND),
    h('li', { class: 'legend-gap', attributes: { 'aria-hidden': 'true' } }),
    ...keys(STATUS_LEGEND),
  );
}
