/** Where a tie between a complaint and its cause is looked for, and the findings that stand on either side of its words. */
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Condition, Linkage, Status } from '../model.ts';
import type { Hit } from '../text/phrases.ts';
import { markAt } from '../text/tokens.ts';
import { evidenceOf, type Finding } from './findings.ts';

export interface Party {
  readonly condition: Condition;
  readonly status: Status;
  /** The words that stand for it in the sentence: tokens [first, last). */
  readonly first: number;
  readonly last: number;
}

/** The finding of each condition, by whether it stands, that was told last in the sentences before this one. */
export type ToldBefore = ReadonlyMap<string, { readonly finding: Finding; readonly order: number }>;

/** Where a tie is looked for: the sentence, its link words, the findings in it and what was told last before it. */
export interface LinkSite {
  readonly note: NoteReading;
  readonly at: number;
  readonly sentence: SentenceReading;
  readonly link: Hit<unknown>;
  readonly own: readonly Finding[];
  readonly before: ToldBefore;
}

export const PAINS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain']);

/** What a structure does to root or cord: "spondylosis with myelopathy" ties the two like "disc herniation with radiculopathy". */
export const ROOTS: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica', 'myelopathy']);

export const COMPLAINTS: ReadonlySet<Condition> = new Set([...PAINS, ...ROOTS]);

/** Structures that trouble a root. */
export const ROOT_CAUSES: ReadonlySet<Condition> = new Set([
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'spondylosis',
  'spinal-stenosis',
  'spondylolisthesis',
  'spondylolysis',
  'spinal-instability',
]);

const NO_CAUSE: ReadonlySet<Condition> = new Set([
  ...COMPLAINTS,
  'postlaminectomy-syndrome',
  'unspecified-dorsopathy',
  'cauda-equina-syndrome',
]);

export const isCause = (finding: Finding): boolean => !NO_CAUSE.has(finding.condition);

/** The finding told last of those that `fits` takes: in this sentence (and there `standsRight`), or before it. */
export function lastTold(
  { own, before }: LinkSite,
  fits: (finding: Finding) => boolean,
  standsRight: (finding: Finding) => boolean = () => true,
): Finding | undefined {
  const here = own.filter((each) => fits(each) && standsRight(each)).at(-1);
  if (here) return here;
  let last: { readonly finding: Finding; readonly order: number } | undefined;
  for (const each of before.values()) if (fits(each.finding) && (!last || each.order > last.order)) last = each;
  return last?.finding;
}

export const isComplaint = (finding: Finding): boolean => COMPLAINTS.has(finding.condition);

const SEMICOLON = 0x3b;

export const REACH = 14;

const CLAUSE_HEAD = 2;

export function partyOf({ condition, status, candidate }: Finding): Party {
  return { condition, status, first: candidate.first, last: candidate.last };
}

export function hasMark({ tokens }: NoteReading, first: number, last: number, ...marks: number[]): boolean {
  for (let at = first; at < last; at++) if (marks.includes(markAt(tokens, at))) return true;
  return false;
}

/** Findings of the sentence before the link, nearest first. */
export function findingsBefore({ note, link, own }: LinkSite, fits: (finding: Finding) => boolean): Finding[] {
  const near = own.filter(
    (each) => fits(each) && each.candidate.last <= link.first && link.first - each.candidate.last <= REACH,
  );
  return (
    near
      // "low back pain; cause: L4-5 stenosis": the clause that begins with the link has nothing else to speak of
      .filter((each) => !hasMark(note, each.candidate.last, link.first - CLAUSE_HEAD, SEMICOLON))
      .sort((a, b) => b.candidate.last - a.candidate.last)
  );
}

/** Findings of the sentence after the link, nearest first. */
export function findingsAfter({ note, link, own }: LinkSite, fits: (finding: Finding) => boolean): Finding[] {
  const near = own.filter(
    (each) => fits(each) && each.candidate.first >= link.last && each.candidate.first - link.last <= REACH,
  );
  return near
    .filter((each) => !hasMark(note, link.last, each.candidate.first, SEMICOLON))
    .sort((a, b) => a.candidate.first - b.candidate.first);
}

/** The nearest and what is listed with it: "lumbago with right sciatica", "the lumbago and for the right L4 radiculopathy". */
export function withListed(note: NoteReading, nearestFirst: readonly Finding[]): Party[] {
  const kept: Finding[] = [];
  for (const finding of nearestFirst) {
    const last = kept.at(-1);
    if (last && !areListed(note, last, finding)) break;
    kept.push(finding);
  }
  return kept.flatMap((finding) => partiesOf(note, finding));
}

/** "Lumbago with sciatica" is one diagnosis and two complaints. */
function partiesOf(note: NoteReading, finding: Finding): Party[] {
  const own = partyOf(finding);
  const isBoth =
    finding.condition === 'sciatica' &&
    /lumbago|back/i.test(note.text.slice(finding.evidence.start, finding.evidence.end));
  return isBoth ? [{ ...own, condition: 'low-back-pain' }, own] : [own];
}

function areListed(note: NoteReading, one: Finding, other: Finding): boolean {
  const [a, b] = one.candidate.first < other.candidate.first ? [one, other] : [other, one];
  if (b.candidate.first < a.candidate.last) return true;
  const { folded, start, end } = note.tokens;
  const between = folded.slice(end[a.candidate.last - 1], start[b.candidate.first]);
  return (
    b.candidate.first - a.candidate.last <= 10 &&
    /^[^.;:]*(,|\band\b|\bplus\b|&|\bwith\b|\bw\/)/.test(between) &&
    !/\b(secondary|due|from|caused|consistent)\b/.test(between)
  );
}

/** Every run of white space but the single blank, which stays as it is. */
const BREAKS = /[^\S ]\s*| \s+/g;

/** The words of tokens [first, last), folded, every break a space. */
export function wordsOf({ tokens }: NoteReading, first: number, last: number): string {
  return first < last ? tokens.folded.slice(tokens.start[first], tokens.end[last - 1]).replace(BREAKS, ' ') : '';
}

export function linkageOf(note: NoteReading, complaint: Party, cause: Party, status: Status): Linkage {
  const first = Math.min(complaint.first, cause.first);
  const last = Math.max(complaint.last, cause.last);
  return { from: complaint.condition, to: cause.condition, status, evidence: [evidenceOf(note.tokens, first, last)] };
}
