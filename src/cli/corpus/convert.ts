/**
 * Annotated notes from one form into another. What a form cannot hold is named on the way: only gold JSON holds codes,
 * queries and optional readings.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeBrat } from '../../corpus/brat-writer.ts';
import type { GoldNote } from '../../corpus/gold.ts';
import { writeSpanLine } from '../../corpus/spans.ts';
import { explainSystemError, UsageError } from '../failure.ts';

export const CORPUS_FORMS = ['gold', 'spans', 'brat'] as const;
export type CorpusForm = (typeof CORPUS_FORMS)[number];

/** @returns what was left out, one sentence each. */
export function writeCorpus(notes: readonly GoldNote[], out: string, form: CorpusForm): string[] {
  for (const [file, content] of filesOf(notes, out, form)) put(file, content);
  return lossesOf(notes, form);
}

function filesOf(
  notes: readonly GoldNote[],
  out: string,
  form: CorpusForm,
): (readonly [file: string, content: string])[] {
  if (form === 'spans') return [[out, notes.map(writeSpanLine).join('')]];
  return notes.flatMap((note) => {
    const name = nameOf(note);
    if (form === 'brat')
      return [
        [join(out, `${name}.txt`), note.text],
        [join(out, `${name}.ann`), writeBrat(note)],
      ] as const;
    const { text, topics: _, ...record } = note;
    const gold = `${JSON.stringify({ ...record, id: name }, null, 2)}\n`;
    return [
      [join(out, 'gold', `${name}.json`), gold],
      [join(out, 'notes', `${name}.txt`), text],
    ] as const;
  });
}

/** An id such as `clinic/7:a` is no file name everywhere. */
const nameOf = ({ id }: GoldNote): string => id.replace(/[^\w.-]+/g, '_').replace(/^\.+/, '_');

function put(file: string, content: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // "wx": a conversion never writes over annotations that are already there.
    writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const reason = taken
      ? 'it is already there, and is not overwritten. Name another place.'
      : explainSystemError(error);
    throw reason ? new UsageError(`${file}: ${reason}`) : error;
  }
}

function lossesOf(notes: readonly GoldNote[], form: CorpusForm): string[] {
  if (form === 'gold') return [];
  const unplaced = notes.flatMap(({ facts }) =>
    facts.filter(({ evidence }) => evidence.every(({ start }) => start === undefined)),
  );
  const kept = form === 'spans' ? 'condition, status and region of the facts' : 'facts, studies and linkages';
  return [
    `${form} keeps ${kept}; codes, queries and optional readings are left out.`,
    ...(unplaced.length > 0 ? [`${unplaced.length} facts whose quotes have no offsets are left out.`] : []),
  ];
}
