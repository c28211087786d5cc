/** The details of a merged fact: kind and duration of pain, claudication, what pain a degenerated disc gives, injury in time. */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Detail, Linkage, Region, Status } from '../model.ts';
import { fold } from '../text/characters.ts';
import type { Finding } from './findings.ts';

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
  if (condition === 'disc-degeneration') return status === 'present' && LUMBAR.has(region) ? [discPain(findings)] : [];
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
          word.last <= finding.candidate.last &&
          finding.candidate.first - word.last <= 4 &&
          word.first >= finding.candidate.first - 6,
      );
  });
  return hasCharacter ? 'other' : 'unspecified';
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

function discPain(findings: readonly Finding[]): Detail {
  const isPain = findings.some(
    (finding) => finding.source === 'provider' && /discogenic.*pain/i.test(finding.evidence.text),
  );
  return isPain ? 'back-pain' : 'none-stated';
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
