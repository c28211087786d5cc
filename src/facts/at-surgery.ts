/** Sentences that tell what was seen at operation wherever they stand: "At surgery, though, the disc was intact" in the indication. */
import type { NoteReading } from '../mentions/note-reading.ts';
import type { SectionKind } from '../model.ts';
import { Sightings } from '../text/sightings.ts';

/** Here everything is seen at operation already, or is a name in a list. */
const SETTLED: ReadonlySet<SectionKind> = new Set([
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'procedure',
  'procedure-details',
  'operative-findings',
  'education',
  'plan',
  'past-history',
]);

const AT_SURGERY =
  /\b(?:at (?:surgery|operation|exploration)|at the time of (?:surgery|operation)|during (?:surgery|the operation)|intraoperatively|on (?:opening|exploration|exposure)|(?:found|seen|encountered|noted) (?:at|during) (?:surgery|operation|the operation))\b/g;

/** What is planned, feared or was shown before is not seen. */
const NOT_SEEN = /\b(?:risks?|will|would|may|mri|ct|imaging|preoperative|preoperatively)\b/;

/** Indexes of the sentences; one holds for the rest of its paragraph. */
export function findAtSurgery({ kind, sentences, tokens }: NoteReading): ReadonlySet<number> {
  const found = new Set<number>();
  if (kind !== 'procedure-note') return found;
  const sightings = new Sightings(AT_SURGERY, tokens.folded);
  let item = -1;
  sentences.forEach(({ span, sectionKind, first, last }, at) => {
    const start = tokens.start[first] as number;
    const end = tokens.end[last - 1] as number;
    const words = tokens.folded.slice(start, end);
    if (NOT_SEEN.test(words)) item = -1;
    else if (sightings.beginsIn(start, end)) item = span.item;
    if (item === span.item && !SETTLED.has(sectionKind)) found.add(at);
  });
  return found;
}
