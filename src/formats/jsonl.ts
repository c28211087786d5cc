/** The whole Analysis on one line: no line break but the one that ends it. */
import type { Format } from './format.ts';
import { showControlsInJson } from './visible.ts';

/** Any value as one line of JSON Lines, line end included. */
export const writeJsonLine = (value: unknown): string => `${showControlsInJson(JSON.stringify(value))}\n`;

export const jsonl: Format = {
  shows: 'the whole analysis on one line of JSON per note',
  *write(notes) {
    for (const { analysis } of notes) yield writeJsonLine(analysis);
  },
};
