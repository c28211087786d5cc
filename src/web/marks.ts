/**
 * Analysis -> marks: which characters of the note speak, of what kind, with what status, for which items of the results.
 * A pure function of the analysis; segments of a line cover it exactly, so the words on the page are those of the note.
 */
import type { Checklist } from '../index.ts';
import type { Analysis, Condition, Element, Span, Status } from '../model.ts';

/** In the order in which they win where several lie on the same characters. */
export const MARK_KINDS = ['nerve', 'structure', 'pain', 'study', 'record', 'notice', 'cue', 'cause', 'quote'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
const RANK = new Map(MARK_KINDS.map((kind, rank) => [kind, rank]));

export interface Mark extends Span {
  readonly kind: MarkKind;
  readonly status: Status;
  /** Keys of the results that rest on it: `fact:f1`, `code:M51.A4`, `query:annular-defect-size/lumbar`. */
  readonly items: readonly string[];
}

const NERVE: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica', 'myelopathy', 'cauda-equina-syndrome']);
const PAIN: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain']);

export function kindOfCondition(condition: Condition): MarkKind {
  if (NERVE.has(condition)) return 'nerve';
  return PAIN.has(condition) ? 'pain' : 'structure';
}

export const itemKey = {
  fact: (id: string): string => `fact:${id}`,
  code: (code: string): string => `code:${code}`,
  query: (id: string): string => `query:${id}`,
  study: (index: number): string => `study:${index}`,
  cause: (index: number): string => `cause:${index}`,
  /** By what it says: a note that says "physical therapy" ten times has one such item. */
  record: ({ kind, value, status }: Element): string => `record:${kind}/${value.toLowerCase()}/${status}`,
  notice: (index: number): string => `notice:${index}`,
  line: (id: string): string => `line:${id}`,
  difference: (factId: string): string => `difference:${factId}`,
};

/** For each fact the items that rest on it, itself first. */
export function itemsOfFacts(analysis: Analysis): ReadonlyMap<string, readonly string[]> {
  const items = new Map(analysis.facts.map(({ id }) => [id, [itemKey.fact(id), itemKey.difference(id)]]));
  for (const { code, facts } of analysis.codes) for (const id of facts) items.get(id)?.push(itemKey.code(code));
  for (const { id: query, facts } of analysis.queries)
    for (const id of facts) items.get(id)?.push(itemKey.query(query));
  return items;
}

export function collectMarks(analysis: Analysis, checklist: Checklist | null = null): readonly Mark[] {
  const marks: Mark[] = [];
  const restsOn = itemsOfFacts(analysis);
  const itemsOfMention = new Map<string, readonly string[]>();
  for (const fact of analysis.facts) {
    const items = restsOn.get(fact.id) ?? [];
    for (const id of fact.mentions) itemsOfMention.set(id, [...(itemsOfMention.get(id) ?? []), ...items]);
  }
  for (const { id, concept, start, end, assertion } of analysis.mentions) {
    const items = itemsOfMention.get(id) ?? [];
    marks.push({ start, end, kind: kindOfCondition(concept), status: assertion.status, items });
    for (const cue of assertion.cues)
      marks.push({ start: cue.start, end: cue.end, kind: 'cue', status: assertion.status, items });
  }
  // After the mentions: of two marks on the same words the first gives the looks, and a mention knows its own status.
  for (const { id, condition, status, evidence } of analysis.facts) {
    const kind = kindOfCondition(condition);
    for (const { start, end } of evidence) marks.push({ start, end, kind, status, items: restsOn.get(id) ?? [] });
  }
  const add = (spans: readonly Span[], kind: MarkKind, status: Status, item: string) => {
    for (const { start, end } of spans) marks.push({ start, end, kind, status, items: [item] });
  };
  analysis.imaging.forEach(({ evidence, status }, index) => {
    add(evidence, 'study', status === 'performed' ? 'present' : STUDY_STATUS[status], itemKey.study(index));
  });
  analysis.linkages.forEach(({ evidence, status }, index) => {
    add(evidence, 'cause', status, itemKey.cause(index));
  });
  for (const element of analysis.elements) add(element.evidence, 'record', element.status, itemKey.record(element));
  for (const { id, indicators } of analysis.queries) add(indicators, 'quote', 'present', itemKey.query(id));
  for (const { lines } of checklist?.parts ?? [])
    for (const { id, evidence } of lines) add(evidence, 'quote', 'present', itemKey.line(id));
  analysis.notices.forEach(({ start, end }, index) => {
    if (start !== undefined && end !== undefined) add([{ start, end }], 'notice', 'present', itemKey.notice(index));
  });
  return marks.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || a.end - b.end);
}

const STUDY_STATUS = { ordered: 'hypothetical', historical: 'historical', none: 'absent' } as const;

/** A run of characters under the same marks; `lead` is the one that gives it its looks. */
export interface Segment extends Span {
  readonly lead: Mark | null;
  readonly inCause: boolean;
  readonly items: readonly string[];
}

export interface Line extends Span {
  readonly segments: readonly Segment[];
}

/** The lines of a text without their line feeds, each cut at the boundaries of its marks. */
export function cutLines(text: string, marks: readonly Mark[]): readonly Line[] {
  const lines: Line[] = [];
  let open: Mark[] = [];
  let next = 0;
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    open = open.filter((mark) => mark.end > start);
    for (; next < marks.length && (marks[next] as Mark).start < Math.max(end, start + 1); next++)
      open.push(marks[next] as Mark);
    lines.push({ start, end, segments: cutLine({ start, end }, open) });
    start = end + 1;
  }
  return lines;
}

function cutLine({ start, end }: Span, marks: readonly Mark[]): readonly Segment[] {
  if (marks.length === 0) return start < end ? [{ start, end, lead: null, inCause: false, items: [] }] : [];
  const cuts = new Set([start, end]);
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) cuts.add(mark.start);
    if (mark.end > start && mark.end < end) cuts.add(mark.end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((until, index) => {
    const from = places[index] as number;
    return describeSegment(
      { start: from, end: until },
      marks.filter((mark) => mark.start <= from && until <= mark.end),
    );
  });
}

function describeSegment(span: Span, over: readonly Mark[]): Segment {
  const [first, ...others] = over;
  if (!first) return { ...span, lead: null, inCause: false, items: [] };
  let lead = first;
  for (const mark of others) if ((RANK.get(mark.kind) as number) < (RANK.get(lead.kind) as number)) lead = mark;
  return {
    ...span,
    lead,
    inCause: over.some(({ kind }) => kind === 'cause'),
    items: others.length === 0 ? first.items : [...new Set(over.flatMap(({ items }) => items))],
  };
}

/** The marks of `before` carried over one edit, until the text is read again: those that it touches are dropped. */
export function carryMarks(marks: readonly Mark[], before: string, after: string): readonly Mark[] {
  if (before === after) return marks;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const touchedEnd = before.length - tail;
  const shift = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    return mark.start >= touchedEnd ? [{ ...mark, start: mark.start + shift, end: mark.end + shift }] : [];
  });
}
