/** The whole Analysis as indented JSON: one object for one note, one list when several were asked for. */
import type { Format } from './format.ts';
import { showControlsInJson } from './visible.ts';

export const json: Format = {
  shows: 'the whole analysis as indented JSON (a list for several files)',
  *write(notes, { asked }) {
    if (asked === 'one') {
      for (const { analysis } of notes) yield `${indent(analysis)}\n`;
      return;
    }
    let before = '[\n';
    for (const { analysis } of notes) {
      yield `${before}${indent(analysis).replace(/^/gm, '  ')}`;
      before = ',\n';
    }
    yield before === '[\n' ? '[]\n' : '\n]\n';
  },
};

const indent = (value: unknown): string => showControlsInJson(JSON.stringify(value, null, 2));
