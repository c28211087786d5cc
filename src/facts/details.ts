/** The details of a merged fact: kind and duration of pain, claudication, what pain a degenerated disc gives, injury in time. */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Detail, Linkage, Region, Status } from '../model.ts';
import { fold } from '../text/characters.ts';
import { markAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { Finding } from './findings.ts';
import { wordsOf } from './link-site.ts';

const COMMA = 0x2c;
const HYPHEN = 0x2d;
const OPEN = 0x28;
const SEPARATORS: ReadonlySet<number> = new Set([COMMA, HYPHEN, OPEN]);
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
  return provider.some((finding) => hasCharacter(note, finding)) ? 'other' : 'unspecified';
}

/** "mechanical low back pain", "low back pain, chronic, mechanical", "Low back pain. It is mechanical in nature." */
function hasCharacter(note: NoteReading, { at, candidate }: Finding): boolean {
  const sentence = note.sentences[at] as SentenceReading;
  const next = note.sentences[at + 1];
  const isOwn = sentence.hits
    .get('other-pain')
    .some(
      (word) =>
        isOfPain(note, word) &&
        ((word.last <= candidate.last && candidate.first - word.last <= 4 && word.first >= candidate.first - 6) ||
          isOrigin(note, candidate.last, word.first)),
    );
  if (isOwn || !next || next.span.block !== sentence.span.block || next.candidates.length > 0) return isOwn;
  return next.hits
    .get('other-pain')
    .some((word) => isOfPain(note, word) && SPEAKING_OF_IT.test(wordsOf(note, next.first, word.first)));
}

const SPEAKING_OF_IT =
  /^(?:(?:it|this|these|(?:the|his|her) (?:pain|symptoms))(?: (?:is|are|seems|appears|to be|in my view|likely|largely|mostly|mainly))*)?$/;
/** "no mechanical pain", "a mechanical fall": another thing, or the opposite. */
const NO_CHARACTER = wordSet('no non not without nonspecific');
const OTHER_THINGS = wordSet('fall falls fell valve valves ventilation traction lift prosthesis');

const isOfPain = ({ tokens }: NoteReading, { first, last }: { first: number; last: number }): boolean =>
  !NO_CHARACTER.at(tokens, markAt(tokens, first - 1) === HYPHEN ? first - 2 : first - 1) &&
  !OTHER_THINGS.at(tokens, last);

/** "low back pain with a myofascial component", "of myofascial origin", ", for the most part mechanical": what may stand between. */
const ORIGINS = wordSet(
  'with of is are being likely largely mostly mainly predominantly primarily a an the some in for most part chronic acute subacute chiefly rather purely essentially simple by character nature which that its',
);
const ORIGIN_REACH = 8;

function isOrigin({ tokens }: NoteReading, first: number, last: number): boolean {
  if (last < first || last - first > ORIGIN_REACH) return false;
  for (let at = first; at < last; at++)
    if (!SEPARATORS.has(markAt(tokens, at)) && !ORIGINS.at(tokens, at)) return false;
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
