/**
 * Linkages: where the provider ties a complaint to a structural cause, in one sentence or over two ("That may well be the
 * reason for your pain"). A radiologist's finding and a patient's opinion are none (annotation guide, section 3).
 */
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { LinkOrder, LinkStatus } from '../mentions/terms.ts';
import type { Linkage, Status } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { wordAt } from '../text/tokens.ts';
import { WordSet } from '../text/word-sets.ts';
import { answerTo } from './answers.ts';
import { isProviders, isReported } from './authorship.ts';
import { CAUSE_WORDS, causesAfter, causesBefore } from './causes.ts';
import { COMPLAINT_WORDS, complaintsAfter, complaintsBefore, complaintsBehind, painBefore } from './complaints.ts';
import type { Finding } from './findings.ts';
import { findInherentLinkages } from './inherent-linkages.ts';
import { isComplaint, type LinkSite, linkageOf, type Party, ROOT_CAUSES, ROOTS, wordsOf } from './link-site.ts';
import { causeNamed, NOTHING, negationBefore, type Sides } from './named-cause.ts';
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
  // a statement stands before an answer
  const answers: Linkage[] = [];
  const told = findings.filter(({ status }) => status !== 'other-person' && status !== 'hypothetical');
  if (told.length === 0) return [];
  const toldAt = bySentence(told);
  const before = new Map<string, { readonly finding: Finding; readonly order: number }>();
  let order = 0;
  note.sentences.forEach((sentence, at) => {
    const own = toldAt.get(at) ?? [];
    if (own.length === 0 && !mayTie(note, sentence)) return;
    const links = sentence.hits.get('link').filter((link) => !isReported(sentence, studies[at], link));
    const attributions = findAttributions(note, sentence);
    const isSilent = links.length === 0 && attributions.length === 0 && sentence.hits.get('vertebrogenic').length === 0;
    if (isSilent && own.length === 0) return;
    const tied = [...links, ...attributions].flatMap((link) =>
      linkagesAt({ note, at, sentence, link, own, before }, link),
    );
    if (!studies[at]?.reports || sentence.hits.get('opinion').length > 0)
      tied.push(...findInherentLinkages(note, sentence, own));
    if (tied.length > 0 && isProviders(note, sentence)) linkages.push(...tied);
    else if (tied.length > 0) answers.push(...answered(note, at, tied));
    for (const finding of own) before.set(`${finding.condition}|${finding.status}`, { finding, order: order++ });
  });
  // "His back pain stems from ..." in a note on low back pain is that pain.
  const isLow = findings.some(({ condition, status }) => condition === 'low-back-pain' && status === 'present');
  const all = [...linkages, ...answers];
  return withoutRepeats(
    isLow ? all.map((each) => (each.from === 'back-pain' ? { ...each, from: 'low-back-pain' } : each)) : all,
  );
}

/** Whether a sentence without a finding of its own has words that may stand for a complaint and for a cause. */
function mayTie({ tokens }: NoteReading, { first, last, hits }: SentenceReading): boolean {
  if (hits.get('vertebrogenic').length > 0) return true;
  const namesCause = hits.get('part').length > 0 || CAUSE_WORDS.isIn(tokens, first, last);
  return namesCause && COMPLAINT_WORDS.isIn(tokens, first, last);
}

/** "Is the pain explained by the endplates? It is not.": the answer ties or parts what the question only asks. */
function answered(note: NoteReading, at: number, asked: readonly Linkage[]): Linkage[] {
  const answer = answerTo(note, at, { status: 'present', cues: [] });
  if (answer?.status !== 'present' && answer?.status !== 'absent') return [];
  const { status } = answer;
  return asked.map((linkage) => ({ ...linkage, status }));
}

function bySentence(findings: readonly Finding[]): ReadonlyMap<number, readonly Finding[]> {
  const groups = new Map<number, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at);
    if (group) group.push(finding);
    else groups.set(finding.at, [finding]);
  }
  return groups;
}

function linkagesAt(site: LinkSite, link: LinkHit): Linkage[] {
  const { order, status } = link.value;
  if (order === 'with') return withRoot(site);
  if (order === 'cause-of') return tieOf(site, causeNamed(site) ?? inOrder(site, 'cause-first'), status);
  if (order !== 'either-order') return tieOf(site, inOrder(site, order), status);
  const tied = tieOf(site, inOrder(site, 'effect-first'), status);
  return tied.length > 0 ? tied : tieOf(site, inOrder(site, 'cause-first'), status);
}

/** The complaints and the causes on their sides of the link words. */
function inOrder(site: LinkSite, order: 'effect-first' | 'cause-first'): Sides {
  if (order === 'effect-first') {
    if (isOfStructure(site)) return NOTHING;
    const complaints = complaintsBefore(site);
    const causes = causesAfter(site);
    return { complaints: complaints.length > 0 ? complaints : complaintsBehind(site, causes), causes };
  }
  const before = wordsOf(site.note, Math.max(site.sentence.first, site.link.first - 1), site.link.first);
  const next = wordsOf(site.note, site.link.last, Math.min(site.sentence.last, site.link.last + 1));
  // "no stenosis to account for it"; "a herniated disc can produce such symptoms"; "other causes of low back pain"
  if (
    /^(?:to|can)$/.test(before) ||
    (next === 'of' && /^causes?$/.test(wordsOf(site.note, site.link.first, site.link.last)))
  )
    return NOTHING;
  const complaints = complaintsOf(site);
  return { complaints, causes: complaints.length > 0 ? causesBefore(site) : [] };
}

function tieOf(site: LinkSite, { complaints, causes, denied, doubted }: Sides, status: LinkStatus): Linkage[] {
  const said = denied ? 'absent' : doubted && status === 'present' ? 'uncertain' : status;
  const pairs = complaints.flatMap((complaint) => causes.map((cause) => ({ complaint, cause })));
  return pairs
    .filter(({ complaint, cause }) => canTie(site, complaint, cause))
    .map(({ complaint, cause }) => linkageOf(site.note, complaint, cause, statusOf(site, said, complaint, cause)));
}

const EFFECT_REACH = 4;

/** "secondary to stenosis from a herniation": the second tie is from structure to structure (annotation guide, section 6). */
function isOfStructure({ own, link }: LinkSite): boolean {
  const nearest = own.filter(({ candidate }) => candidate.last <= link.first).at(-1);
  return (
    nearest !== undefined &&
    !isComplaint(nearest) &&
    nearest.status !== 'absent' &&
    link.first - nearest.candidate.last <= EFFECT_REACH &&
    own.some((other) => other !== nearest && isComplaint(other) && other.candidate.first < nearest.candidate.first)
  );
}

/** "is not what hurts": the link itself holds the complaint. */
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
  /\bwhether\b(?:(?!\bwhether\b)[^:?])*[:?]\s*(no|not|none|never|(it|they|he|she) (is|are|was|were|do|does|did|has|have) not)\b/;

function statusOf(site: LinkSite, status: LinkStatus, complaint: Party, cause: Party): Status {
  const { note, sentence, link } = site;
  if (status === 'absent' || ANSWERED_NO.test(wordsOf(note, sentence.first, sentence.last))) return 'absent';
  const before = negationBefore(site, link.first);
  if (before === 'absent') return 'absent';
  if (before !== 'partly' && (cause.status === 'absent' || complaint.status === 'absent')) return 'absent';
  if (before === 'uncertain' || status === 'uncertain') return 'uncertain';
  if (complaint.status === 'uncertain' || cause.status === 'uncertain') return 'uncertain';
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
  const definite = new Set(linkages.flatMap(({ from, to, status }) => (status === 'present' ? [`${from}|${to}`] : [])));
  for (const linkage of linkages) {
    const pair = `${linkage.from}|${linkage.to}`;
    const key = `${pair}|${linkage.status}`;
    if (!kept.has(key) && !(linkage.status === 'uncertain' && definite.has(pair))) kept.set(key, linkage);
  }
  return [...kept.values()];
}

/** Verbs that take the complaint and, behind a particle, the cause; "blame X for the pain" takes them the other way round. */
const ATTRIBUTIONS: Readonly<Record<string, readonly (readonly [particle: string, order: LinkOrder])[]>> = {
  attribute: [['to', 'effect-first']],
  ascribe: [['to', 'effect-first']],
  assign: [['to', 'effect-first']],
  trace: [['to', 'effect-first']],
  relate: [['to', 'effect-first']],
  put: [['down to', 'effect-first']],
  blame: [
    ['on', 'effect-first'],
    ['for', 'cause-first'],
  ],
};
const ATTRIBUTING = new WordSet(Object.keys(ATTRIBUTIONS));
const ATTRIBUTION_REACH = 14;

/** "I attribute his low back pain to the annular tear": the link is the particle behind the complaint. */
function findAttributions(note: NoteReading, sentence: SentenceReading): LinkHit[] {
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!ATTRIBUTING.at(note.tokens, at)) continue;
    const particles = ATTRIBUTIONS[wordAt(note.tokens, at)] ?? [];
    const isDenied = /\b(?:not|never|cannot)$/.test(wordsOf(note, Math.max(sentence.first, at - 1), at));
    for (let next = at + 1; next < Math.min(sentence.last, at + ATTRIBUTION_REACH); next++) {
      for (const [particle, order] of particles) {
        const last = next + particle.split(' ').length;
        if (wordsOf(note, next, Math.min(last, sentence.last)) === particle)
          return [{ value: { order, status: isDenied ? 'absent' : 'present' }, first: next, last }];
      }
    }
  }
  return [];
}
