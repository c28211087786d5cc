/** Rows of the context tables: a text with its target in braces, the status expected and the cue that decides. */
import { expect, test } from 'vitest';
import { createAnalyzer, type Status } from '../../src/index.ts';

/** `'no {herniation}'`, status, cue (the text of the first deciding cue, lower case; empty where none decides). */
export type Row = readonly [marked: string, status: Status, cue: string];

const analyzer = await createAnalyzer({ linguistics: 'none' });

export function assertMarked(marked: string): { status: Status; cues: string[] } {
  const start = marked.indexOf('{');
  const end = marked.indexOf('}') - 1;
  const [result] = analyzer.assertSpans(marked.replace(/[{}]/g, ''), [{ start, end }]);
  const { status, cues } = result?.assertion ?? { status: 'present', cues: [] };
  return { status, cues: cues.map((cue) => cue.text.toLowerCase().replace(/\s+/g, ' ')) };
}

export function testRows(rows: readonly Row[]): void {
  test.each(rows)('%s -> %s (%s)', (marked, status, cue) => {
    const found = assertMarked(marked);
    expect(found.status).toBe(status);
    if (cue === '') expect(found.cues).toEqual([]);
    else expect(found.cues).toContain(cue);
  });
}
