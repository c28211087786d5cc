/** What else the note documents: studies, causes that the provider names, function, treatment, examination. */
import { wordValue } from '../../formats/wording.ts';
import type { Evidence } from '../../model.ts';
import { h, type Row } from '../element.ts';
import { oneLine } from '../letter.ts';
import { itemKey, type MarkKind } from '../marks.ts';
import { type Panel, quoteButton, standFor, type View } from './panel.ts';

interface Entry {
  readonly item: string;
  readonly name: string;
  readonly kind: MarkKind;
  readonly says: string;
  readonly evidence: readonly Evidence[];
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
    })),
    ...linkages.map(({ from, to, status, evidence }, index) => ({
      item: itemKey.cause(index),
      name: 'cause',
      kind: 'cause' as const,
      says: `${wordValue(from)} tied to ${wordValue(to)}${status === 'present' ? '' : `, ${status}`}`,
      evidence,
    })),
    ...elements.map(({ kind, value, status, evidence }, index) => ({
      item: itemKey.record(index),
      name: wordValue(kind),
      kind: 'record' as const,
      says: `${wordValue(oneLine(value))}${status === 'present' ? '' : `, ${status}`}`,
      evidence,
    })),
  ];
}

function entryRow({ item, name, kind, says, evidence }: Entry): Row {
  return {
    key: item,
    face: JSON.stringify([name, says, evidence]),
    build: () => {
      const [first] = evidence;
      return standFor(
        h(
          'article',
          { class: 'entry', attributes: { tabindex: '0', 'aria-label': `${name}: ${says}` } },
          h('span', { class: `entry-name k-${kind}` }, name),
          h('span', { class: 'entry-says' }, says),
          first ? quoteButton(first) : null,
        ),
        item,
      );
    },
  };
}
