/** A case in short form -> Findings, with a text in which every span slices to its evidence. */
import {
  CONDITIONS,
  type Condition,
  DETAILS,
  type Detail,
  type Element,
  type ElementKind,
  type Evidence,
  type Fact,
  type Findings,
  IMAGING_STATUSES,
  type Imaging,
  type ImagingStatus,
  LATERALITIES,
  type Laterality,
  type Linkage,
  type Mention,
  type Modality,
  NOTE_KINDS,
  type NoteKind,
  REGIONS,
  type Region,
  SECTION_KINDS,
  SETTINGS,
  type SectionKind,
  type Setting,
  SIZES,
  type Size,
  SOURCES,
  type Source,
  STATUSES,
  type Status,
} from '../../src/model.ts';

const HOME: { readonly [condition in Condition]?: Region } = {
  'low-back-pain': 'lumbar',
  'neck-pain': 'cervical',
  'thoracic-back-pain': 'thoracic',
  'back-strain': 'lumbar',
  'sacroiliac-disorder': 'sacral',
};

interface Draft {
  text: string;
  note: { kind: NoteKind; setting: Setting; dateOfService: string | null };
  facts: Fact[];
  mentions: Mention[];
  imaging: Imaging[];
  linkages: Linkage[];
  elements: Element[];
}

function pick<T extends string>(words: Set<string>, list: readonly T[], otherwise: T): T {
  const found = list.find((word) => words.has(word));
  if (found) words.delete(found);
  return found ?? otherwise;
}

function write(draft: Draft, words: string): Evidence {
  const start = draft.text.length;
  draft.text += `${words}\n`;
  return { start, end: start + words.length, text: words };
}

function addFact(draft: Draft, line: string): void {
  const quoted = /"([^"]*)"/.exec(line)?.[1];
  const tokens = line
    .replace(/"[^"]*"/, '')
    .split(/\s+/)
    .filter(Boolean);
  const condition = tokens[0] as Condition;
  if (!CONDITIONS.includes(condition)) throw new Error(`Case line "${line}" names no condition.`);
  const words = new Set(tokens.slice(1));
  const sections = [...words].filter((w) => w.startsWith('@'));
  for (const section of sections) words.delete(section);
  const status: Status = pick(words, STATUSES, 'present');
  const source: Source = pick(words, SOURCES, 'provider');
  const region: Region = pick(words, REGIONS, HOME[condition] ?? 'unspecified');
  const laterality: Laterality = pick(words, LATERALITIES, 'unspecified');
  const size: Size | null = condition === 'annulus-fibrosus-defect' ? pick(words, SIZES, 'unspecified') : null;
  const detail = [...words].filter((w): w is Detail => (DETAILS as readonly string[]).includes(w));
  for (const d of detail) words.delete(d);
  const levels = [...words].filter((w) => /^[CTLS]\d/.test(w));
  for (const level of levels) words.delete(level);
  if (words.size > 0) throw new Error(`Case line "${line}" has words that mean nothing: ${[...words].join(' ')}.`);
  const id = `f${draft.facts.length + 1}`;
  const mentions = (sections.length > 0 ? sections : [source === 'provider' ? '@assessment' : '@history']).map(
    (at, i) => {
      const section = at.slice(1) as SectionKind;
      if (!SECTION_KINDS.includes(section)) throw new Error(`Case line "${line}" names no section: ${at}.`);
      const evidence = write(draft, quoted ?? condition.replaceAll('-', ' '));
      return { ...evidence, id: `${id}m${i + 1}`, concept: condition, section, assertion: { status, cues: [] } };
    },
  );
  draft.mentions.push(...mentions);
  const evidence = mentions.map(({ start, end, text }) => ({ start, end, text }));
  draft.facts.push({
    id,
    condition,
    status,
    source,
    region,
    levels,
    laterality,
    size,
    detail,
    mentions: mentions.map((m) => m.id),
    evidence,
  });
}

/** The link's evidence covers the last mention of the pain, and of the fact that it names ("naming f2"). */
function addLink(draft: Draft, tokens: readonly string[]): void {
  const [from, , to] = tokens as [Condition, string, Condition];
  const status = STATUSES.find((word) => tokens.includes(word)) ?? 'present';
  const named = tokens.includes('naming') ? tokens.at(-1) : undefined;
  const held = draft.facts.filter((f) => (named ? f.id === named : f.condition === from));
  const evidence = held.flatMap((f) => f.evidence.slice(-1));
  draft.linkages.push({ from, to, status, evidence: evidence.length > 0 ? evidence : [write(draft, 'due to')] });
}

function setNote(draft: Draft, tokens: readonly string[]): void {
  const [word = '', date] = tokens;
  if (word === 'on' && date) draft.note.dateOfService = date;
  else if ((NOTE_KINDS as readonly string[]).includes(word)) draft.note.kind = word as NoteKind;
  else if ((SETTINGS as readonly string[]).includes(word)) draft.note.setting = word as Setting;
  else throw new Error(`"note ${word}" is no note kind, setting or date.`);
}

export function readShortForm(lines: readonly string[]): Findings {
  const draft: Draft = {
    text: '',
    note: { kind: 'office-note', setting: 'outpatient', dateOfService: null },
    facts: [],
    mentions: [],
    imaging: [],
    linkages: [],
    elements: [],
  };
  for (const line of lines) {
    const [word, ...rest] = line.split(/\s+/);
    if (word === 'link') addLink(draft, rest);
    else if (word === 'note') setNote(draft, rest);
    else if (word === 'study') {
      const status = (rest[1] ?? 'performed') as ImagingStatus;
      if (!IMAGING_STATUSES.includes(status)) throw new Error(`"${line}" has no imaging status.`);
      draft.imaging.push({ modality: rest[0] as Modality, region: 'lumbar', status, evidence: [write(draft, line)] });
    } else if (word === 'element') {
      const kind = rest[0] as ElementKind;
      draft.elements.push({ kind, value: kind, status: 'present', section: 'history', evidence: [write(draft, line)] });
    } else addFact(draft, line);
  }
  const { text, note, ...found } = draft;
  return { text, note: { id: null, length: text.length, ...note }, sections: [], ...found };
}
