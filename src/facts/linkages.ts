/**
 * Linkages: where the provider ties a complaint to a structural cause, in one sentence or over two ("That could be what sets
 * off your pain"). A radiologist's finding and a patient's opinion are none (annotation guide, section 3).
 */
import type { NoteReading } from '../mentions/note-reading.ts';
import type { LinkOrder, LinkStatus } from '../mentions/terms.ts';
import type { Linkage, Status } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { isProviders, isReported } from './authorship.ts';
import { causesAfter, causesBefore } from './causes.ts';
import { complaintsAfter, complaintsBefore, painBefore } from './complaints.ts';
import type { Finding } from './findings.ts';
import { findInherentLinkages } from './inherent-linkages.ts';
import { type LinkSite, linkageOf, type Party, ROOT_CAUSES, ROOTS, wordsOf } from './link-site.ts';
import { withRoot } from './root-linkages.ts';
import type { StudyContext } from './studies.ts';

type LinkHit = Hit<{ readonly order: LinkOrder; readonly status: LinkStatus }>;

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
