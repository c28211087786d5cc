/** The details of a merged fact: kind and duration of pain, claudication, what pain a degenerated disc gives, injury in time. */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Detail, Linkage, Region, Status } from '../model.ts';
import { fold } from '../text/characters.ts';
import { markAt, wordAt } from '../text/tokens.ts';
import type { Finding } from './findings.ts';

const COMMA = 0x2c;
const DURATIONS: readonly Detail[] = ['acute', 'subacute', 'chronic'];
const LUMBAR: ReadonlySet<Region> = new Set(['lumbar', 'lumbosacral']);

export function detailOf(
  note: NoteReading,
  findings: readonly Finding[],
  region: Region,
  status: Status,
  linkages: readonly Linkage[],
  all: readonly Finding[],
): Detail[] {
  const condition = (findings[0] as Finding).condition;
  if (condition === 'low-back-pain')
    return [
      painKind(note, findings, status, linkages),
      ...durations(status === 'present' ? [...findings, ...all.filter(isBackPain)] : findings),
    ];
  if (condition === 'neck-pain' || condition === 'thoracic-back-pain' || condition === 'back-pain')
    return durations(findings);
  if (condition === 'spinal-stenosis') return status === 'present' && LUMBAR.has(region) ? [claudication(note)] : [];
  if (condition === 'disc-degeneration')
    return status === 'present' && LUMBAR.has(region) ? [discPain(note, findings)] : [];
  if (condition === 'back-strain' || condition === 'vertebral-fracture') return injuryTime(note, findings, status);
  return [];
}

/** "chronic back pain" in the story is the low back pain of the assessment. */
const isBackPain = (finding: Finding): boolean => finding.condition === 'back-pain' && finding.status === 'present';

function durations(findings: readonly Finding[]): Detail[] {
  const said = new Set(findings.flatMap((finding) => finding.detail));
  return DURATIONS.filter((duration) => said.has(duration)).slice(0, 1);
}

/** Vertebrogenic by its own words or a definite linkage to the endplate; `other` by a character that the provider names. */
function painKind(
  note: NoteReading,
  findings: readonly Finding[],
  status: Status,
  linkages: readonly Linkage[],
): Detail {
  if (status !== 'present') return 'unspecified';
  if (
    linkages.some((link) => link.from === 'low-back-pain' && link.to === 'endplate-change' && link.status === 'present')
  )
    return 'vertebrogenic';
  const provider = findings.filter((finding) => finding.source === 'provider');
  const hasCharacter = provider.some((finding) => {
    const sentence = note.sentences[finding.at] as SentenceReading;
    return sentence.hits
      .get('other-pain')
      .some(
        (word) =>
          (word.last <= finding.candidate.last &&
            finding.candidate.first - word.last <= 4 &&
            word.first >= finding.candidate.first - 6) ||
          isOrigin(note, finding.candidate.last, word.first),
      );
  });
  return hasCharacter ? 'other' : 'unspecified';
}

/** "low back pain with a myofascial component", "of myofascial origin": the words that may stand between the two. */
const ORIGINS = new Set(
  'with of is are being likely largely mostly mainly predominantly primarily a an the some in'.split(' '),
);

function isOrigin({ tokens }: NoteReading, first: number, last: number): boolean {
  if (last < first || last - first > 4) return false;
  for (let at = first; at < last; at++)
    if (markAt(tokens, at) !== COMMA && !ORIGINS.has(wordAt(tokens, at))) return false;
  return true;
}

/** Claudication stated, denied, or never spoken of. */
function claudication(note: NoteReading): Detail {
  for (const sentence of note.sentences) {
    for (const word of sentence.hits.get('claudication')) {
      const cues = sentence.hits.get('cue').filter((cue) => cue.last <= word.first && word.first - cue.last <= 4);
      if (cues.some((cue) => cue.value.some((each) => each.says === 'absent'))) return 'without-claudication';
      if (cues.some((cue) => cue.value.some((each) => each.says !== 'nothing'))) continue;
      const before = fold(
        note.text.slice(note.tokens.start[Math.max(sentence.first, word.first - 1)], note.tokens.start[word.first]),
      );
      return before.startsWith('without') ? 'without-claudication' : 'with-claudication';
    }
  }
  return 'unspecified';
}

const BACK_PAIN = '(?:\\w+ ){0,3}?(?:back|lumbar|lumbosacral) pain|lumbago|lbp';
const LEG_PAIN = '(?:\\w+ ){0,2}?(?:leg|legs|lower extremity|lower limb) pain';
/** What "disc degeneration with ..." names: the inclusion terms of M51.360 to M51.362 and M51.370 to M51.372. */
const WITH_BACK = new RegExp(`^[^.;:,]{0,40}?\\bwith (?:${BACK_PAIN})`);
const WITH_LEG = new RegExp(`^[^.;:,]{0,40}?\\bwith (?:${LEG_PAIN})`);
const AND_LEG = new RegExp(`^(?: only)? (?:and|with|plus) (?:${LEG_PAIN})`);

function discPain(note: NoteReading, findings: readonly Finding[]): Detail {
  let back = false;
  let leg = false;
  for (const { source, evidence, candidate, at } of findings) {
    if (source !== 'provider') continue;
    const { folded, end } = note.tokens;
    const { last } = note.sentences[at] as SentenceReading;
    const after = folded.slice(end[candidate.last - 1], end[last - 1]);
    const named =
      WITH_BACK.exec(after)?.[0] ?? (/discogenic(?:(?!discogenic).)*pain/i.test(evidence.text) ? '' : undefined);
    if (named !== undefined) {
      back = true;
      leg ||= AND_LEG.test(after.slice(named.length));
    } else leg ||= WITH_LEG.test(after);
  }
  if (back) return leg ? 'back-and-leg-pain' : 'back-pain';
  return leg ? 'leg-pain' : 'none-stated';
}

function injuryTime(note: NoteReading, findings: readonly Finding[], status: Status): Detail[] {
  if (status === 'historical') return ['past'];
  if (status !== 'present' && status !== 'uncertain') return [];
  const isOld = findings.some((finding) => {
    const sentence = note.sentences[finding.at] as SentenceReading;
    return sentence.hits
      .get('old')
      .some(
        (word) =>
          Math.abs(word.first - finding.candidate.last) <= 8 || Math.abs(finding.candidate.first - word.last) <= 2,
      );
  });
  if (isOld) return ['past'];
  return (findings[0] as Finding).condition === 'back-strain' ? ['current'] : [];
}
