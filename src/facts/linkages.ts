/**
 * Linkages: where the provider ties a complaint to a structural cause, in one sentence or over two ("That could be what sets
 * off your pain"). A radiologist's finding and a patient's opinion are none (annotation guide, section 3).
 */

import type { LinkOrder, LinkStatus } from '../mentions/terms.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Hit } from '../text/phrases.ts';
import type { Condition, Linkage, SectionKind, Status } from '../model.ts';
import { fold } from '../text/characters.ts';
import { evidenceOf, type Finding } from './findings.ts';
import { findInherentLinkages } from './inherent-linkages.ts';
import {
  causesAfter,
  causesBefore,
  complaintsAfter,
  complaintsBefore,
  isCause,
  type LinkSite,
  PAINS,
  type Party,
  painBefore,
  ROOT_CAUSES,
  ROOTS,
} from './link-parties.ts';
import type { StudyContext } from './studies.ts';

type LinkHit = Hit<{ readonly order: LinkOrder; readonly status: LinkStatus }>;

const SILENT: ReadonlySet<SectionKind> = new Set([
  'review-of-systems',
  'complaint',
  'family-history',
  'social-history',
  'exam',
  'findings',
  'technique',
  'education',
  'medications',
  'billing',
]);
/** Here the patient's story is told: only what the author says in the first person ties. */
const TOLD: ReadonlySet<SectionKind> = new Set(['history', 'past-history', 'imaging', 'tests']);

export function findLinkages(
  note: NoteReading,
  findings: readonly Finding[],
  studies: readonly StudyContext[],
): Linkage[] {
  if (note.kind === 'imaging-report') return [];
  const linkages: Linkage[] = [];
  note.sentences.forEach((sentence, at) => {
    if (!isProviders(note, sentence)) return;
    const all = findings.filter(
      (finding) => finding.at <= at && finding.status !== 'other-person' && finding.status !== 'hypothetical',
    );
    const own = all.filter((finding) => finding.at === at);
    for (const link of sentence.hits.get('link')) {
      if (!isReported(sentence, studies[at], link))
        linkages.push(...linkagesAt({ note, at, sentence, link, own, all }, link));
    }
    if (!studies[at]?.reports || sentence.hits.get('opinion').length > 0)
      linkages.push(...findInherentLinkages(note, sentence, own));
  });
  return withoutRepeats(linkages);
}

/** "She thinks the disc is to blame", "attributes it to": the patient's opinion. */
const PATIENT_OPINION =
  /\b(he|she|patient|pt|they|mother|wife|husband)\b( also| himself| herself)? (thinks?|thought|believes?|believed|feels?|felt|attributes?|attributed|blames?|states?|stated|reports?|reported|says?|said|wonders?|worries|worried|is convinced|was told|claims?)\b/;
/** Another's chart, quoted. */
const QUOTED = /\b(entries|entry|he wrote|she wrote|which carr(y|ies)|notes of|chart reads?)\b/;

/** Whether the sentence is the author's own statement. */
function isProviders(note: NoteReading, sentence: SentenceReading): boolean {
  if (SILENT.has(sentence.sectionKind)) return false;
  const text = wordsOf(note, sentence.first, sentence.last);
  // "Do the endplates account for it?"
  if (text.endsWith('?')) return false;
  if (QUOTED.test(text)) return false;
  if (sentence.hits.get('opinion').length > 0) return true;
  if (PATIENT_OPINION.test(text)) return false;
  return !TOLD.has(sentence.sectionKind) || isSettled(sentence, text);
}

/** A study's result ties nothing; "pain from facet arthrosis, verified with x-rays" is said before the study is named. */
function isReported(
  sentence: SentenceReading,
  context: StudyContext | undefined,
  link: { readonly first: number },
): boolean {
  const study = context?.reports;
  if (!study || sentence.hits.get('opinion').length > 0) return false;
  return !(sentence.first < study.first && study.first < sentence.last && link.first < study.first);
}

/** In a story a tie counts when it is the clinician's word for it or denies what someone took for granted. */
function isSettled(sentence: SentenceReading, text: string): boolean {
  if (sentence.hits.get('vertebrogenic').length > 0) return true;
  return (
    sentence.hits.get('link').some((link) => link.value.order === 'cause-first' && link.value.status === 'absent') ||
    /\b(discogenic|pain generator|(thought|felt|believed) to be)\b/.test(text)
  );
}

function linkagesAt(site: LinkSite, link: LinkHit): Linkage[] {
  const { order, status } = link.value;
  // "no spondylosis and no stenosis to account for it"
  if (order === 'cause-first' && wordsOf(site.note, Math.max(site.sentence.first, link.first - 1), link.first) === 'to')
    return [];
  if (order === 'with') return withRoot(site);
  const complaints = order === 'effect-first' ? complaintsBefore(site) : complaintsOf(site);
  if (complaints.length === 0) return [];
  const causes = order === 'effect-first' ? causesAfter(site) : causesBefore(site);
  const pairs = complaints.flatMap((complaint) => causes.map((cause) => ({ complaint, cause })));
  return pairs
    .filter(({ complaint, cause }) => canTie(site, complaint, cause))
    .map(({ complaint, cause }) => linkageOf(site.note, complaint, cause, statusOf(site, status, complaint, cause)));
}

/** "is not what hurts her": the link itself holds the complaint. */
function complaintsOf(site: LinkSite): Party[] {
  const after = complaintsAfter(site);
  if (after.length > 0) return after;
  const { note, link } = site;
  return /\b(hurts|generator)\b/.test(wordsOf(note, link.first, link.last)) ? painBefore(site, link.first) : [];
}

/** A limb's pain is a root's only where the cause is one that troubles roots; a complaint named by a noun is no proof by itself. */
function canTie({ own }: LinkSite, complaint: Party, cause: Party): boolean {
  const isNamed = own.some((finding) => finding.candidate.first === complaint.first);
  return ROOTS.has(complaint.condition) && !isNamed ? ROOT_CAUSES.has(cause.condition) : true;
}

const WITH_REACH = 10;
const ROOT_REACH = 6;

/** "herniated disc with radiculopathy": the root's trouble is the disc's. */
function withRoot({ note, link, own }: LinkSite): Linkage[] {
  const root = own.find(
    (finding) =>
      ROOTS.has(finding.condition) &&
      finding.candidate.first >= link.last &&
      finding.candidate.first - link.last <= ROOT_REACH,
  );
  if (!root || root.status === 'absent') return [];
  const between = (first: number, last: number): string =>
    note.text.slice(note.tokens.end[first - 1], note.tokens.start[last]);
  const causes = own.filter(
    (finding) =>
      isCause(finding) &&
      ROOT_CAUSES.has(finding.condition) &&
      finding.candidate.last <= link.first &&
      link.first - finding.candidate.last <= WITH_REACH,
  );
  const joined = causes.filter(
    (finding) => finding.status !== 'absent' && !/[.;:]\s/.test(between(finding.candidate.last, link.first)),
  );
  const nearest = joined.at(-1);
  if (!nearest) return [];
  const listed = joined.filter(
    (finding) =>
      finding === nearest ||
      /^[^.;:]*(,|\band\b|\bwith\b|&)/.test(between(finding.candidate.last, nearest.candidate.first)),
  );
  return listed.map((finding) =>
    linkageOf(
      note,
      asParty(root),
      asParty(finding),
      finding.status === 'uncertain' || root.status === 'uncertain' ? 'uncertain' : 'present',
    ),
  );
}

function asParty({ condition, status, candidate }: Finding): Party {
  return { condition, status, first: candidate.first, last: candidate.last };
}

/** "whether the endplate changes produce his low back pain: they do not". */
const ANSWERED_NO =
  /\bwhether\b[^:?]*[:?]\s*(no|not|none|never|(it|they|he|she) (is|are|was|were|do|does|did|has|have) not)\b/;

function statusOf({ note, sentence, link }: LinkSite, status: LinkStatus, complaint: Party, cause: Party): Status {
  if (status === 'absent' || ANSWERED_NO.test(wordsOf(note, sentence.first, sentence.last))) return 'absent';
  if (/\b(not|never|n't|no)$/.test(wordsOf(note, Math.max(sentence.first, link.first - 2), link.first)))
    return 'absent';
  if (cause.status === 'absent' || complaint.status === 'absent') return 'absent';
  if (status === 'uncertain' || complaint.status === 'uncertain' || cause.status === 'uncertain') return 'uncertain';
  return isDoubted({ sentence, link }) ? 'uncertain' : 'present';
}

const DOUBT_REACH = 6;

/** "so presumably the endplates are causing the low back pain" */
function isDoubted({ sentence, link }: Pick<LinkSite, 'sentence' | 'link'>): boolean {
  return sentence.hits
    .get('cue')
    .some(
      (cue) =>
        cue.last <= link.first &&
        link.first - cue.last <= DOUBT_REACH &&
        cue.value.some((each) => each.says === 'uncertain' && each.direction === 'forward'),
    );
}

/** The words of tokens [first, last), folded, every break a space. */
function wordsOf({ text, tokens }: NoteReading, first: number, last: number): string {
  return first < last ? fold(text.slice(tokens.start[first], tokens.end[last - 1])).replace(/\s+/g, ' ') : '';
}

function linkageOf(note: NoteReading, complaint: Party, cause: Party, status: Status): Linkage {
  const first = Math.min(complaint.first, cause.first);
  const last = Math.max(complaint.last, cause.last);
  return {
    from: wholePain(complaint.condition),
    to: cause.condition,
    status,
    evidence: [evidenceOf(note.tokens, first, last)],
  };
}

/** A back pain tied to an endplate or a lumbar structure keeps its own name; only roots and pains are complaints. */
function wholePain(condition: Condition): Condition {
  return PAINS.has(condition) || ROOTS.has(condition) ? condition : 'back-pain';
}

/** Each tie once; a definite statement stands over an uncertain one. */
function withoutRepeats(linkages: readonly Linkage[]): Linkage[] {
  const kept = new Map<string, Linkage>();
  const isDefinite = ({ from, to }: Linkage): boolean =>
    linkages.some((other) => other.from === from && other.to === to && other.status === 'present');
  for (const linkage of linkages) {
    const key = `${linkage.from}|${linkage.to}|${linkage.status}`;
    if (!kept.has(key) && !(linkage.status === 'uncertain' && isDefinite(linkage))) kept.set(key, linkage);
  }
  return [...kept.values()];
}
