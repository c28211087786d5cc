/** Elements from names and text: strings become text nodes, so no word of a note is ever read as HTML. */

type Child = Node | string | null | undefined | false;

export interface Properties {
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, string | boolean | undefined>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  { class: name, attributes = {}, on = {} }: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (typeof value === 'string') element.setAttribute(key, value);
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(
    ...children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false),
  );
  return element;
}

export function button(label: string, act: () => void, properties: Properties = {}): HTMLButtonElement {
  return h(
    'button',
    { ...properties, attributes: { type: 'button', ...properties.attributes }, on: { click: act } },
    label,
  );
}

/** An element of the page's own HTML; its absence is a mistake of ours, never of the user. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (!element) throw new Error(`index.html has no element "${id}". Restore it.`);
  return element as Kind;
}

/** One child of a list: it is built again only when its face (all that it shows) has changed. */
export interface Row {
  readonly key: string;
  readonly face: string;
  readonly build: () => HTMLElement;
}

const shown = new WeakMap<Element, { readonly key: string; readonly face: string }>();

/** Makes the children of `parent` these rows, keeping elements that are the same, with their focus and open folds. */
export function showRows(parent: HTMLElement, rows: readonly Row[]): void {
  const before = new Map<string, HTMLElement>();
  for (const child of parent.children) {
    const known = shown.get(child);
    if (known) before.set(`${known.key}\n${known.face}`, child as HTMLElement);
  }
  let place = parent.firstElementChild;
  const kept = new Set<Element>();
  for (const { key, face, build } of rows) {
    let element = before.get(`${key}\n${face}`);
    if (!element || kept.has(element)) {
      element = build();
      shown.set(element, { key, face });
    }
    kept.add(element);
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
  }
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
}
