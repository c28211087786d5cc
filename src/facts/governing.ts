/** The label or heading that governs where a sentence stands: "L4-5: ...", "L5/S1 level :" over the lines below, "CERVICAL SPINE:". */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Region } from '../model.ts';
import { markAt, ORNAMENT, PUNCTUATION, type Tokens, textAt, WORD } from '../text/tokens.ts';

/** The label or heading that governs where a sentence stands. */
export interface Governing {
  readonly levels: readonly string[];
  readonly region: Region;
}

const COMMA = 0x2c;
const COLON = 0x3a;

/** The labels that govern each sentence: a level at its head, carried on to the lines below a bare label. */
export function findGoverning(note: NoteReading): Governing[] {
  const governing: Governing[] = [];
  let label: { place: Governing; item: number; block: number; section: number; carries: boolean } | null = null;
  for (const sentence of note.sentences) {
    const { item, block, section } = sentence.span;
    if (label && (label.section !== section || (label.carries ? label.block !== block : label.item !== item)))
      label = null;
    const own = labelOf(note.tokens, sentence);
    if (own) label = { place: { levels: own.levels, region: 'unspecified' }, item, block, section, carries: own.bare };
    governing.push(label?.place ?? headingPlace(note, section));
  }
  return governing;
}

function headingPlace(note: NoteReading, section: number): Governing {
  const heading = note.headings[section] as Reading;
  const level = heading.levels[0];
  const region = heading.hits.get('region')[0]?.value ?? 'unspecified';
  // "LUMBOSACRAL SPINE, 3 VIEWS": a study of it is one of the lumbar region
  const isStudy = heading.hits.get('modality').length > 0 && region === 'lumbosacral';
  return { levels: level?.levels ?? [], region: isStudy ? 'lumbar' : region };
}

/** "L4-5: ...", "At L4-5, ...", "L5/S1 level :" at the head of a sentence; bare when nothing follows. */
function labelOf(tokens: Tokens, sentence: SentenceReading): { levels: readonly string[]; bare: boolean } | null {
  const group = sentence.levels[0];
  if (!group || group.first - sentence.first > 2) return null;
  for (let at = sentence.first; at < group.first; at++) {
    const isLead = tokens.kind[at] === PUNCTUATION || ['at', 'the', 'level', 'disc', 'in'].includes(textAt(tokens, at));
    if (!isLead) return null;
  }
  let at = group.last;
  while (at < sentence.last && isLevelWord(tokens, at)) at++;
  if (at >= sentence.last) return { levels: group.levels, bare: true };
  const mark = markAt(tokens, at);
  // "L5S1  Broad protrusion": a level set off by a gap, as in a table
  const isSetOff =
    at === group.last &&
    group.first === sentence.first &&
    (tokens.start[at] as number) - (tokens.end[at - 1] as number) >= 2;
  if (mark === COLON || mark === 0x2d || tokens.kind[at] === ORNAMENT || isSetOff)
    return { levels: group.levels, bare: at + 1 >= sentence.last };
  const startsWithAt = textAt(tokens, sentence.first) === 'at';
  return startsWithAt && (mark === COMMA || tokens.kind[at] === WORD) ? { levels: group.levels, bare: false } : null;
}

function isLevelWord(tokens: Tokens, at: number): boolean {
  return ['level', 'levels', 'leve', 'l', 'disc', 'disk', 'space', 'the'].includes(textAt(tokens, at));
}
