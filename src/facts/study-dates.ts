/** The date that stands with a study: whether one does, and whether it makes the study an old one. */
import type { NoteReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Modality } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt, textAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { StudyMention } from './study-mention.ts';

/** Years between an old study, named only, and the note. */
const OLD = 3;

/** A date or a year stands behind the study. */
export function isDated({ note, hit, reading }: StudyMention): boolean {
  return /\d{1,2}[/-]\d{1,2}|\b(?:19|20)\d\d\b/.test(behind(note, hit, reading));
}

function behind({ text, tokens }: NoteReading, hit: Hit<Modality>, reading: Reading): string {
  return text.slice(tokens.end[hit.last - 1], tokens.end[Math.min(hit.last + 10, reading.last) - 1]);
}

/** COMPARISON: MRI of 2024; "MRI of the lumbar spine 2017 at the county hospital" in a note of 2026. */
export function isOld({ note, hit, reading }: StudyMention): boolean {
  if (note.kind === 'imaging-report' && /\b(compar\w*|since|previous|prior)\b/i.test(leadIn(note, hit))) return true;
  const year = /\b((?:19|20)\d\d)\b/.exec(behind(note, hit, reading))?.[1] ?? yearBefore(note, hit, reading);
  if (year === undefined) return false;
  return latestYear(note.text) - Number(year) >= OLD || /\brecords?\b/i.test(leadIn(note, hit));
}

const BEFORE = 8;
const COMMA = 0x2c;
const YEAR = /^(?:19|20)\d\d$/;
const LEADING = wordSet(
  'lumbar cervical thoracic spine an a his her he she they the patient pt had has have underwent was got there',
);

/** "2018 x-ray of the lumbar spine", "in 2019 he had an MRI": the year that leads up to a study. */
function yearBefore({ tokens, text }: NoteReading, hit: Hit<Modality>, { first }: Reading): string | undefined {
  for (let at = hit.first - 1; at >= Math.max(first, hit.first - BEFORE); at--) {
    const token = text.slice(tokens.start[at], tokens.end[at]);
    if (YEAR.test(token)) return token;
    // "In 2019, he had"; not "fell in 2019, MRI shows"
    const isAfterOpening = markAt(tokens, at) === COMMA && at === first + 2 && textAt(tokens, first) === 'in';
    if (!isAfterOpening && !LEADING.at(tokens, at)) return undefined;
  }
  return undefined;
}

/** The heading that a study stands under and the words just before it. */
function leadIn({ text, tokens, sections }: NoteReading, hit: Hit<Modality>): string {
  const section = sections.find((each) => each.first <= hit.first && hit.first < each.last);
  const heading =
    section && section.headLast > section.headFirst
      ? text.slice(tokens.start[section.headFirst], tokens.end[section.headLast - 1])
      : '';
  return `${heading} ${text.slice(tokens.start[Math.max(section?.headLast ?? 0, hit.first - 4)], tokens.start[hit.first])}`;
}

function latestYear(text: string): number {
  let latest = 0;
  for (const [year] of text.matchAll(/\b(?:19|20)\d\d\b/g)) latest = Math.max(latest, Number(year));
  return latest;
}
