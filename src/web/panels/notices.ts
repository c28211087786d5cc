/** What is wrong with the note itself, worst first as the analysis gives it. */
import { h } from '../element.ts';
import { oneLine } from '../letter.ts';
import { itemKey } from '../marks.ts';
import { linkCodes, type Panel, quoteButton, standFor } from './panel.ts';

const WORDS = { error: 'Error', warning: 'Look at this', info: 'Note' } as const;

export const noticesPanel: Panel = {
  id: 'notices',
  title: 'Notices',
  count: ({ analysis }) => analysis.notices.length || null,
  rows: ({ analysis }) =>
    analysis.notices.map((notice, index) => ({
      key: `${index}`,
      face: JSON.stringify(notice),
      build: () => {
        const { severity, message, start, end, text } = notice;
        const quote = start !== undefined && end !== undefined && text ? quoteButton({ start, end, text }) : null;
        const element = h(
          'article',
          { class: `notice ${severity}`, attributes: { tabindex: '0' } },
          h('p', {}, h('b', {}, `${WORDS[severity]}. `), ...linkCodes(oneLine(message))),
          quote,
        );
        return standFor(element, itemKey.notice(index));
      },
    })),
};
