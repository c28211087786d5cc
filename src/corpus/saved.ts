/**
 * A result to come back to: the readings of a run with the figures they gave, offsets and values only, no word of a
 * note; and what a base file may hold (such a result, or analyses as JSON Lines) -> readings by note id.
 */
import { z } from 'zod';
import type { Problem } from './gold.ts';
import { readRecords } from './gold-files.ts';
import { type Reading, readingSchema } from './reading.ts';
import type { Score } from './score.ts';

const SCHEMA = 'spinenote/corpus-result@1';

const savedSchema = z.object({
  schema: z.literal(SCHEMA),
  tool: z.object({ version: z.string(), lexicons: z.string() }),
  score: z.unknown(),
  readings: z.array(readingSchema),
});

export interface Tool {
  readonly version: string;
  readonly lexicons: string;
}

/** The same readings give the same bytes: no time, no path, notes in the order of their ids. */
export function writeSaved(readings: readonly Reading[], score: Score, tool: Tool): string {
  const ordered = [...readings].sort((a, b) => ((a.note.id ?? '') < (b.note.id ?? '') ? -1 : 1));
  return `${JSON.stringify({ schema: SCHEMA, tool, score, readings: ordered })}\n`;
}

export interface Base {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly problems: readonly Problem[];
}

export function readBase(content: string, file: string): Base {
  const whole = readSaved(content, file);
  if (whole) return whole;
  const problems: Problem[] = [];
  const readings = new Map<string, Reading>();
  for (const { line, record } of readRecords(content, file, problems)) {
    // Batch answers a line that it could not analyse with an error record: there is no reading of that note.
    if ('error' in record) continue;
    const result = readingSchema.safeParse(record);
    if (result.success && result.data.note.id !== null) readings.set(result.data.note.id, result.data);
    else
      problems.push({
        file,
        line,
        message: `${explain(result.error)} Expected an analysis as spinenote batch writes it, with note.id.`,
      });
  }
  return { readings, problems };
}

function readSaved(content: string, file: string): Base | null {
  if (!content.startsWith(`{"schema":"${SCHEMA}"`)) return null;
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return {
      readings: new Map(),
      problems: [
        { file, line: 1, message: 'the saved result is cut off or edited. Make it again with corpus score --save.' },
      ],
    };
  }
  const result = savedSchema.safeParse(value);
  if (!result.success) {
    const message = `${explain(result.error)} Make the saved result again with corpus score --save.`;
    return { readings: new Map(), problems: [{ file, line: 1, message }] };
  }
  return { readings: new Map(result.data.readings.map((reading) => [reading.note.id ?? '', reading])), problems: [] };
}

function explain(error: z.ZodError | undefined): string {
  const issue = error?.issues[0];
  return issue ? `"${issue.path.map(String).join('.')}": ${issue.message}.` : 'It has no id.';
}
