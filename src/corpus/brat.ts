/**
 * brat standoff (.txt and .ann) -> gold notes. Offsets are code points and are converted; the quoted text of every
 * entity must stand at them, or the file is refused with its line.
 */
import { CONDITIONS, IMAGING_STATUSES, MODALITIES, REGIONS, type Span, STATUSES } from '../index.ts';
import { mapOffsets, type OffsetMap } from './code-points.ts';
import { type CorpusReading, type GoldRecord, type Problem, readCondition, readWord } from './gold.ts';
import { ATTRIBUTE_WORDS, buildGold, type LabelledNote, type LabelledSpan } from './labelled.ts';

export interface BratFile {
  readonly id: string;
  readonly text: string;
  readonly ann: string;
  /** The .ann file as it is named in problems. */
  readonly file: string;
}

/** All files of a corpus at once: whether spans say anything of status is decided over all of them. */
export function readBrat(files: readonly BratFile[]): CorpusReading {
  const problems: Problem[] = [];
  const notes: LabelledNote[] = [];
  for (const { id, text, ann, file } of files) {
    const faults: Problem[] = [];
    const entities = readLines(ann, text, (line, message) => faults.push({ file, line, message }));
    if (faults.length > 0) problems.push(...faults);
    else notes.push(buildNote(id, text, entities));
  }
  return { notes: buildGold(notes), problems };
}

interface Entity {
  readonly type: string;
  readonly spans: readonly Span[];
  readonly attributes: Map<string, string[]>;
}
interface Entities {
  readonly byId: ReadonlyMap<string, Entity>;
  readonly links: readonly { readonly from: Entity; readonly to: Entity }[];
}
type Report = (line: number, message: string) => void;

/** Entity types that are no condition; their attributes carry the values. */
const OTHER_TYPES = ['imaging', 'linkage'] as const;

function readLines(ann: string, text: string, report: Report): Entities {
  const offsets = mapOffsets(text);
  const byId = new Map<string, Entity>();
  const rows = ann
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n/)
    .map((content, index) => ({ line: index + 1, fields: content.split('\t') }))
    .filter(({ fields }) => fields.join('').trim() !== '');
  for (const { line, fields } of rows.filter(({ fields }) => fields[0]!.startsWith('T'))) {
    const entity = readEntity(fields, text, offsets);
    if (typeof entity === 'string') report(line, entity);
    else byId.set(fields[0]!, entity);
  }
  const links: { from: Entity; to: Entity }[] = [];
  for (const { line, fields } of rows) {
    const [id = '', body = ''] = fields;
    if (/^[AM]\d+$/.test(id)) readAttribute(body, byId, line, report);
    else if (/^R\d+$/.test(id)) readRelation(body, byId, links, line, report);
    // Events, normalisations, equivalences and the annotator's own remarks say nothing that is scored.
    else if (!/^(T\d+|[EN]\d+|#\d*|\*)$/.test(id)) {
      report(line, 'not a line of brat standoff. Expected T, A, M, R, E, N, * or # with its number, then a tab.');
    }
  }
  for (const { line, fields } of rows) {
    const entity = byId.get(fields[0]!);
    const lacking = entity && NEEDED[entity.type]?.find((name) => !entity.attributes.has(name));
    if (lacking)
      report(line, `the ${entity.type} has no attribute "${lacking}". Expected ${NEEDED[entity.type]!.join(' and ')}.`);
  }
  return { byId, links };
}

/** What an entity that is no condition must say to mean anything. */
const NEEDED: Readonly<Record<string, readonly string[]>> = { imaging: ['modality'], linkage: ['from', 'to'] };

function readEntity(
  [id = '', body = '', quoted]: readonly string[],
  text: string,
  offsets: OffsetMap,
): Entity | string {
  const head = /^(\S+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(body);
  if (!/^T\d+$/.test(id) || !head || quoted === undefined) {
    return 'not an entity. Expected "T1<tab>type start end<tab>quoted text" ("start end;start end" when it is discontinuous).';
  }
  const [, name = '', places = ''] = head;
  const type = readWord(name, OTHER_TYPES) ?? readCondition(name);
  if (!type) return `the type names no condition. Expected one of ${[...CONDITIONS, ...OTHER_TYPES].join(', ')}.`;
  const fragments: Span[] = [];
  for (const place of places.split(';')) {
    const [start, end] = place.split(' ').map((offset) => offsets.toUnits(Number(offset)));
    if (start === null || start === undefined || end === null || end === undefined || start >= end) {
      return 'the offsets are no place in the note. Expected 0 <= start < end, counted in code points.';
    }
    if (start < (fragments.at(-1)?.end ?? 0))
      return 'the fragments overlap or stand out of order. Expected each after the one before it.';
    fragments.push({ start, end });
  }
  const stands = fragments.map(({ start, end }) => text.slice(start, end)).join(' ');
  if (foldBlanks(stands) !== foldBlanks(quoted)) {
    return 'the quoted text is not what stands at the offsets. They count code points (not bytes or UTF-16 units), a CRLF as two.';
  }
  return { type, spans: joinLines(fragments, text), attributes: new Map() };
}

/** brat cannot hold a line break in a quote: it writes a blank, or cuts the span there. */
const foldBlanks = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Fragments with nothing but white space between them are one span that went over a line end. */
function joinLines(fragments: readonly Span[], text: string): Span[] {
  const spans: Span[] = [];
  for (const fragment of fragments) {
    const before = spans.at(-1);
    if (before && text.slice(before.end, fragment.start).trim() === '')
      spans[spans.length - 1] = { ...before, end: fragment.end };
    else spans.push(fragment);
  }
  return spans;
}

function readAttribute(body: string, byId: ReadonlyMap<string, Entity>, line: number, report: Report): void {
  const [name = '', target = '', value = 'yes'] = body.split(' ');
  const entity = byId.get(target);
  if (!entity) {
    // Attributes may also hang on events (E1), which are not scored.
    if (!/^E\d+$/.test(target)) report(line, 'the attribute names no entity of this file. Expected "name T1 value".');
    return;
  }
  const key = name.toLowerCase();
  const words = allowedWords(entity.type, key);
  if (!words || readWord(value, words)) entity.attributes.set(key, [...(entity.attributes.get(key) ?? []), value]);
  else report(line, `the value of ${key} is not accepted. Expected one of ${words.join(', ')}.`);
}

function allowedWords(type: string, name: string): readonly string[] | null {
  if (name === 'modality') return MODALITIES;
  if (name === 'from' || name === 'to') return CONDITIONS;
  if (name === 'status' && type === 'imaging') return IMAGING_STATUSES;
  return ATTRIBUTE_WORDS[name] ?? null;
}

/** `R1 linkage Arg1:T1 Arg2:T2` ties the complaint T1 to its cause T2; relations of other types are not scored. */
function readRelation(
  body: string,
  byId: ReadonlyMap<string, Entity>,
  links: { from: Entity; to: Entity }[],
  line: number,
  report: Report,
): void {
  const [, type = '', one = '', other = ''] = /^(\S+) \S[^\s:]*:(\S+) \S[^\s:]*:(\S+)$/.exec(body.trim()) ?? [];
  if (type === '') report(line, 'not a relation. Expected "R1<tab>type Arg1:T1 Arg2:T2".');
  if (type.toLowerCase() !== 'linkage') return;
  const [from, to] = [byId.get(one), byId.get(other)];
  if (from && to) links.push({ from, to });
  else report(line, 'the relation names an entity that this file does not have.');
}

function buildNote(id: string, text: string, { byId, links }: Entities): LabelledNote {
  const entities = [...byId.values()];
  const evidenceOf = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({ start, end, text: text.slice(start, end) }));
  const pick = <Word extends string>(entity: Entity, name: string, words: readonly Word[]): Word | null =>
    readWord(entity.attributes.get(name)?.[0] ?? '', words);
  const imaging = entities
    .filter(({ type }) => type === 'imaging')
    .flatMap((entity): NonNullable<GoldRecord['imaging']> => {
      const modality = pick(entity, 'modality', MODALITIES);
      const region = pick(entity, 'region', REGIONS);
      const status = pick(entity, 'status', IMAGING_STATUSES) ?? 'performed';
      return modality ? [{ modality, ...(region && { region }), status, evidence: evidenceOf(entity.spans) }] : [];
    });
  const stated = entities
    .filter(({ type }) => type === 'linkage')
    .flatMap((entity): NonNullable<GoldRecord['linkages']> => {
      const [from, to] = [pick(entity, 'from', CONDITIONS), pick(entity, 'to', CONDITIONS)];
      const status = pick(entity, 'status', STATUSES) ?? 'present';
      return from && to ? [{ from, to, status, evidence: evidenceOf(entity.spans) }] : [];
    });
  const related = links.flatMap(({ from, to }): NonNullable<GoldRecord['linkages']> => {
    const [a, b] = [readCondition(from.type), readCondition(to.type)];
    return a && b ? [{ from: a, to: b, status: 'present', evidence: evidenceOf([...from.spans, ...to.spans]) }] : [];
  });
  const labels = entities.flatMap(({ type, spans, attributes }): LabelledSpan[] => {
    const condition = readCondition(type);
    return condition ? [{ condition, spans, attributes }] : [];
  });
  return { id, text, labels, record: { imaging, linkages: [...stated, ...related] } };
}
