/** What else the note documents: studies, causes that the provider names, function, treatment, examination. */
import { wordValue } from '../../formats/wording.ts';
import type { Evidence } from '../../model.ts';
import { h, type Row } from '../element.ts';
import { oneLine } from '../letter.ts';
import { itemKey, type MarkKind } from '../marks.ts';
import { linkCodes, type Panel, quoteButton, standFor, type View } from './panel.ts';

interface Entry {
  readonly item: string;
  readonly name: string;
  readonly kind: MarkKind;
  readonly says: string;
  readonly evidence: readonly Evidence[];
  /** How often the note says it. */
  readonly times: number;
}

export const recordPanel: Panel = {
  id: 'record',
  title: 'Also documented',
  count: (view) => entriesOf(view).length || null,
  rows: (view) => entriesOf(view).map(entryRow),
};

function entriesOf({ analysis: { imaging, linkages, elements } }: View): readonly Entry[] {
  return [
    ...imaging.map(({ modality, region, status, evidence }, index) => ({
      item: itemKey.study(index),
      name: 'study',
      kind: 'study' as const,
      says: `${region === 'unspecified' ? '' : `${region} `}${modality}, ${status === 'none' ? 'not done' : status}`,
      evidence,
      times: 1,
    })),
    ...linkages.map(({ from, to, status, evidence }, index) => ({
      item: itemKey.cause(index),
      name: 'cause',
      kind: 'cause' as const,
      says: `${wordValue(from)} tied to ${wordValue(to)}${status === 'present' ? '' : `, ${status}`}`,
      evidence,
      times: 1,
    })),
    ...groupElements(elements),
  ];
}

function groupElements(elements: View['analysis']['elements']): readonly Entry[] {
  const groups = new Map<string, Entry>();
  for (const element of elements) {
    const item = itemKey.record(element);
    const { kind, value, status, evidence } = element;
    const says = `${wordValue(oneLine(value))}${status === 'present' ? '' : `, ${status}`}`;
    const known = groups.get(item);
    groups.set(
      item,
      known
        ? { ...known, times: known.times + 1 }
        : { item, name: wordValue(kind), kind: 'record', says, evidence, times: 1 },
    );
  }
  return [...groups.values()];
}

function entryRow({ item, name, kind, says, evidence, times }: Entry): Row {
  return {
    key: item,
    face: JSON.stringify([name, says, evidence, times]),
    build: () => {
      const [first] = evidence;
      return standFor(
        h(
          'article',
          { class: 'entry', attributes: { tabindex: '0', 'aria-label': `${name}: ${says}` } },
          h('span', { class: `entry-name k-${kind}` }, name),
          h(
            'span',
            { class: 'entry-says' },
            ...linkCodes(says),
            times > 1 ? h('span', { class: 'where' }, ` ${times} times`) : null,
          ),
          first ? quoteButton(first) : null,
        ),
        item,
      );
    },
  };
}
