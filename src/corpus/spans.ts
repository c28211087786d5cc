/**
 * JSON Lines of labelled spans (doccano, Prodigy, spaCy) <-> gold notes. Offsets of those tools count code points; a
 * line that says `"offsets": "utf-16"` counts as we do. A label is `condition`, `condition|status` or
 * `condition|status|region`.
 */
import { CONDITIONS, REGIONS, type Span, STATUSES } from '../index.ts';
import { mapOffsets } from './code-points.ts';
import { type CorpusReading, type GoldNote, type Problem, readCondition, readWord } from './gold.ts';
import { readRecords } from './gold-files.ts';
import { attributesOf, buildGold, type LabelledNote, type LabelledSpan } from './labelled.ts';

const SHAPES = '"spans": [{"start", "end", "label"}] (Prodigy) or "label": [[start, end, label]] (doccano)';

export function readSpanLines(jsonl: string, file: string): CorpusReading {
  const problems: Problem[] = [];
  const notes: LabelledNote[] = [];
  for (const { line, record } of readRecords(jsonl, file, problems)) {
    // Prodigy keeps what the annotator rejected or skipped; neither says what the note says.
    if (record.answer === 'reject' || record.answer === 'ignore') continue;
    const note = readLine(record, line);
    if (typeof note === 'string') problems.push({ file, line, message: note });
    else notes.push(note);
  }
  return { notes: buildGold(notes), problems };
}

/** Whether a record has the shape of this format at all. */
export const looksLikeSpans = (record: Record<string, unknown>): boolean =>
  typeof (record.text ?? record.data) === 'string' &&
  ['spans', 'label', 'labels', 'entities'].some((key) => key in record);

function readLine(record: Record<string, unknown>, line: number): LabelledNote | string {
  const text = record.text ?? record.data;
  if (typeof text !== 'string') return '"text" is missing or no string. Expected the whole note in it.';
  const list = record.spans ?? record.label ?? record.labels ?? record.entities;
  if (!Array.isArray(list)) return `no list of spans. Expected ${SHAPES}.`;
  const { toUnits } =
    record.offsets === 'utf-16' ? { toUnits: (offset: number): number | null => offset } : mapOffsets(text);
  const labels: LabelledSpan[] = [];
  for (const [index, entry] of list.entries()) {
    const label = readSpan(entry, text, toUnits);
    if (typeof label === 'string') return `span ${index + 1} of the line: ${label}`;
    labels.push(label);
  }
  return { id: idOf(record, line), text, labels };
}

function idOf({ id, meta }: Record<string, unknown>, line: number): string {
  const inner = typeof meta === 'object' && meta !== null ? (meta as Record<string, unknown>).id : undefined;
  const named = id ?? inner;
  return typeof named === 'string' || typeof named === 'number' ? String(named) : `line-${line}`;
}

function readSpan(entry: unknown, text: string, toUnits: (offset: number) => number | null): LabelledSpan | string {
  const [from, to, label, quote] = fieldsOf(entry);
  if (typeof from !== 'number' || typeof to !== 'number') return `start and end must be numbers. Expected ${SHAPES}.`;
  if (typeof label !== 'string') return `the label must be a string. Expected ${SHAPES}.`;
  const span = { start: toUnits(from), end: toUnits(to) };
  if (span.start === null || span.end === null || span.end <= span.start || span.end > text.length) {
    return 'start and end are no place in the text. Expected 0 <= start < end, counted in code points (or "offsets": "utf-16" on the line).';
  }
  if (typeof quote === 'string' && text.slice(span.start, span.end) !== quote) {
    return 'its "text" is not what stands at start and end. Check whether the tool counts code points or UTF-16 units ("offsets": "utf-16").';
  }
  return readLabel(label, span as Span);
}

/** Prodigy and spaCy: start, end, label; doccano: a triple, or start_offset and end_offset. */
function fieldsOf(entry: unknown): readonly unknown[] {
  if (Array.isArray(entry)) return entry;
  if (typeof entry !== 'object' || entry === null) return [];
  const { start, end, start_offset, end_offset, label, text } = entry as Record<string, unknown>;
  return [start ?? start_offset, end ?? end_offset, label, text];
}

function readLabel(label: string, span: Span): LabelledSpan | string {
  const [name = '', status, region] = label.split('|');
  const condition = readCondition(name);
  if (!condition) return `the label names no condition. Expected one of ${CONDITIONS.join(', ')}.`;
  if (status !== undefined && !readWord(status, STATUSES))
    return `the label's second part is no status. Expected one of ${STATUSES.join(', ')}.`;
  if (region !== undefined && !readWord(region, REGIONS))
    return `the label's third part is no region. Expected one of ${REGIONS.join(', ')}.`;
  const attributes = new Map([
    ...(status ? [['status', [status]] as const] : []),
    ...(region ? [['region', [region]] as const] : []),
  ]);
  return { condition, spans: [span], attributes };
}

/** The Prodigy shape, offsets in code points; doccano reads it too when told which key holds the spans. */
export function writeSpanLine(gold: GoldNote): string {
  const { toPoints } = mapOffsets(gold.text);
  const spans = gold.facts.flatMap((fact) => {
    const values = new Map(attributesOf(fact));
    const place = values.get('status') ? [values.get('status'), values.get('region')] : [];
    const label = [fact.condition, ...place].filter(Boolean).join('|');
    return fact.evidence.flatMap(({ start, end, text }) =>
      start === undefined || end === undefined ? [] : [{ start: toPoints(start), end: toPoints(end), label, text }],
    );
  });
  return `${JSON.stringify({ id: gold.id, text: gold.text, spans })}\n`;
}
