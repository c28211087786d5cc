/**
 * Linkages: where the provider ties a complaint to a structural cause, in one sentence or over two ("That could be what sets
 * off your pain"). A radiologist's finding and a patient's opinion are none (annotation guide, section 3).
 */
import type { Condition, Linkage, Status } from '../model.ts';
import type { LinkOrder, LinkStatus } from '../mentions/language.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Hit } from '../mentions/phrases.ts';
import { fold } from '../text/characters.ts';
import { markAt } from '../text/tokens.ts';
import { evidenceOf, type Finding } from './findings.ts';
import type { StudyContext } from './studies.ts';

type LinkHit = Hit<{ readonly order: LinkOrder; readonly status: LinkStatus }>;

const COMPLAINTS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain', 'radiculopathy', 'sciatica']);
const ROOTS: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica']);
/** Structures that give a root its trouble in "X with radiculopathy". */
const CAUSES: ReadonlySet<Condition> = new Set(['disc-herniation', 'disc-bulge', 'disc-degeneration', 'spondylosis', 'spinal-stenosis', 'spondylolisthesis', 'spondylolysis', 'spinal-instability']);
const NO_CAUSE: ReadonlySet<Condition> = new Set([...COMPLAINTS, 'postlaminectomy-syndrome', 'unspecified-dorsopathy']);
const SILENT_SECTIONS = new Set(['review-of-systems', 'complaint', 'family-history', 'social-history', 'exam', 'imaging', 'findings', 'technique', 'education', 'medications', 'billing']);
const SEMICOLON = 0x3b;
const REACH = 14;

export function findLinkages(note: NoteReading, findings: readonly Finding[], studies: readonly StudyContext[]): Linkage[] {
  if (note.kind === 'imaging-report') return [];
  const linkages: Linkage[] = [];
  note.sentences.forEach((sentence, at) => {
    if (SILENT_SECTIONS.has(sentence.sectionKind) || studies[at]?.reports) return;
    if ((sentence.sectionKind === 'history' || sentence.sectionKind === 'past-history') && sentence.hits.get('opinion').length === 0 && !isVertebrogenic(sentence)) return;
    const own = findings.filter((finding) => finding.at === at && finding.status !== 'other-person' && finding.status !== 'hypothetical');
    for (const link of sentence.hits.get('link')) linkages.push(...linkagesOf(note, sentence, at, link, own, findings));
    linkages.push(...inherentLinkages(note, sentence, own));
  });
  return withoutRepeats(linkages);
}

function isVertebrogenic(sentence: SentenceReading): boolean {
  return sentence.hits.get('vertebrogenic').length > 0;
}

function linkagesOf(note: NoteReading, sentence: SentenceReading, at: number, link: LinkHit, own: readonly Finding[], all: readonly Finding[]): Linkage[] {
  const { tokens } = note;
  const { order, status } = link.value;
  const isBlocked = (first: number, last: number): boolean => hasMark(tokens, first, last, SEMICOLON);
  const before = own.filter((finding) => finding.candidate.last <= link.first && link.first - finding.candidate.last <= REACH && !isBlocked(finding.candidate.last, link.first));
  const after = own.filter((finding) => finding.candidate.first >= link.last && finding.candidate.first - link.last <= REACH && !isBlocked(link.last, finding.candidate.first));
  if (order === 'with') return withRoot(note, link, before, after);
  const effects = order === 'effect-first' ? before : after;
  let causes = (order === 'effect-first' ? after : before).filter((finding) => !NO_CAUSE.has(finding.condition));
  const effect = order === 'effect-first' ? effects.filter((finding) => COMPLAINTS.has(finding.condition)).at(-1) : effects.find((finding) => COMPLAINTS.has(finding.condition));
  if (!effect) return [];
  if (causes.length === 0) causes = pronounCauses(note, sentence, at, link, effect, all);
  if (order === 'cause-first') causes = causes.slice(-2).filter((cause, index, list) => index === list.length - 1 || isListed(note, cause, list[index + 1] as Finding));
  else causes = causes.filter((cause, index) => index === 0 || isListed(note, causes[index - 1] as Finding, cause));
  return causes.map((cause) => linkageOf(note, effect, cause, linkStatus(status, effect, cause)));
}

/** "herniated disc with radiculopathy": the root's trouble is the disc's. */
function withRoot(note: NoteReading, link: LinkHit, before: readonly Finding[], after: readonly Finding[]): Linkage[] {
  const root = after.find((finding) => ROOTS.has(finding.condition) && finding.candidate.first - link.last <= 6);
  const text = fold(note.text.slice(note.tokens.start[link.first], note.tokens.end[link.last - 1]));
  const causes = before.filter((finding) => CAUSES.has(finding.condition) && link.first - finding.candidate.last <= 10 && !hasMark(note.tokens, finding.candidate.last, link.first, 0x2e));
  if (!root || causes.length === 0 || text === 'and' || root.status === 'absent') return [];
  const nearest = causes.at(-1) as Finding;
  const listed = causes.filter((cause) => cause === nearest || isListed(note, cause, nearest));
  return listed.map((cause) => linkageOf(note, root, cause, linkStatus("present", root, cause)));
}

/** "..., and acute low back pain caused by it"; "That could be what sets off your low back pain". */
function pronounCauses(note: NoteReading, sentence: SentenceReading, at: number, link: LinkHit, effect: Finding, all: readonly Finding[]): Finding[] {
  const word = (token: number): string => fold(note.text.slice(note.tokens.start[token], note.tokens.end[token]));
  const isPronoun = (token: number): boolean => ['it', 'this', 'that', 'these', 'them', 'which'].includes(word(token));
  if (link.value.order === 'effect-first') {
    if (link.last >= sentence.last || !isPronoun(link.last)) return [];
    return all.filter((finding) => finding.at === at && finding.candidate.last <= effect.candidate.first && !NO_CAUSE.has(finding.condition)).slice(-1);
  }
  if (!isPronoun(sentence.first) && !(link.first > sentence.first && isPronoun(link.first - 1))) return [];
  const before = note.sentences[at - 1];
  if (!before || before.span.block !== sentence.span.block) return [];
  return all.filter((finding) => finding.at === at - 1 && !NO_CAUSE.has(finding.condition) && finding.status === 'present').slice(-1);
}

function isListed(note: NoteReading, a: Finding, b: Finding): boolean {
  const between = fold(note.text.slice(note.tokens.end[a.candidate.last - 1], note.tokens.start[b.candidate.first]));
  return b.candidate.first - a.candidate.last <= 10 && /^[^.;:]*(,|\band\b|\bplus\b|&|\bwith\b)/.test(between);
}

function linkStatus(link: LinkStatus, effect: Finding, cause: Finding): Status {
  if (link !== 'present') return link;
  if (cause.status === 'absent' || effect.status === 'absent') return 'absent';
  return cause.status === 'uncertain' || effect.status === 'uncertain' ? 'uncertain' : 'present';
}

function linkageOf(note: NoteReading, effect: Finding, cause: Finding, status: Status): Linkage {
  const first = Math.min(effect.candidate.first, cause.candidate.first);
  const last = Math.max(effect.candidate.last, cause.candidate.last);
  return { from: effect.condition, to: cause.condition, status, evidence: [evidenceOf(note.tokens, first, last)] };
}

/** Words that hold the cause in themselves: "vertebrogenic low back pain", "discogenic back pain". */
function inherentLinkages(note: NoteReading, sentence: SentenceReading, own: readonly Finding[]): Linkage[] {
  const linkages: Linkage[] = [];
  const pain = own.find((finding) => finding.condition === 'low-back-pain' || finding.condition === 'back-pain');
  if (!pain) return linkages;
  for (const word of sentence.hits.get('vertebrogenic')) {
    const isNear = word.first >= pain.candidate.first - 8 && word.last <= pain.candidate.last + 12;
    if (isNear && !hasMark(note.tokens, Math.min(word.last, pain.candidate.last), Math.max(word.first, pain.candidate.first), SEMICOLON)) {
      const doubt = sentence.hits.get('cue').some((cue) => cue.last <= word.first && word.first - cue.last <= 3 && cue.value.some((each) => each.says === 'uncertain'));
      const denied = sentence.hits.get('cue').some((cue) => cue.last <= word.first && word.first - cue.last <= 3 && cue.value.some((each) => each.says === 'absent'));
      const status: Status = denied ? 'absent' : doubt || pain.status === 'uncertain' ? 'uncertain' : 'present';
      const [first, last] = [Math.min(word.first, pain.candidate.first), Math.max(word.last, pain.candidate.last)];
      linkages.push({ from: 'low-back-pain', to: 'endplate-change', status, evidence: [evidenceOf(note.tokens, first, last)] });
    }
  }
  const disc = own.find((finding) => finding.condition === 'disc-degeneration' && /discogenic/i.test(finding.evidence.text));
  if (disc) linkages.push(linkageOf(note, pain, disc, linkStatus("present", pain, disc)));
  return linkages;
}

function hasMark(tokens: NoteReading['tokens'], first: number, last: number, mark: number): boolean {
  for (let at = first; at < last; at++) if (markAt(tokens, at) === mark) return true;
  return false;
}

/** Each tie once; a definite statement stands over an uncertain one, and the author's denial over nothing. */
function withoutRepeats(linkages: readonly Linkage[]): Linkage[] {
  const kept = new Map<string, Linkage>();
  for (const linkage of linkages) {
    const key = `${linkage.from}|${linkage.to}|${linkage.status}`;
    if (!kept.has(key)) kept.set(key, linkage);
  }
  return [...kept.values()];
}

