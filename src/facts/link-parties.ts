/**
 * The two parties of a tie: the complaint and its cause, as the sentence names them, by a condition's own words, by a
 * plain noun ("the pain", "this fissure", "the endplates"), or by a pronoun that stands for what was said before.
 */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Hit } from '../text/phrases.ts';
import type { Condition, Status } from '../model.ts';
import { fold } from '../text/characters.ts';
import { markAt } from '../text/tokens.ts';
import type { Finding } from './findings.ts';
import { isLimb } from './note-region.ts';
import { wordAt } from './study-words.ts';

export interface Party {
  readonly condition: Condition;
  readonly status: Status;
  /** The words that stand for it in the sentence: tokens [first, last). */
  readonly first: number;
  readonly last: number;
}

/** Where a tie is looked for: the sentence, its link words, the findings in it and all before it. */
export interface LinkSite {
  readonly note: NoteReading;
  readonly at: number;
  readonly sentence: SentenceReading;
  readonly link: Hit<unknown>;
  readonly own: readonly Finding[];
  readonly all: readonly Finding[];
}

export const PAINS: ReadonlySet<Condition> = new Set(['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain']);
export const ROOTS: ReadonlySet<Condition> = new Set(['radiculopathy', 'sciatica']);
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
  'myelopathy',
]);

const SEMICOLON = 0x3b;
const COLON = 0x3a;
const STOP = 0x2e;
const REACH = 14;
const NOUN_REACH = 8;
/** How far before a link a bare "the pain" may stand: "the low pain that she has had for a year is due to ...". */
const PAIN_REACH = 12;

export const isCause = (finding: Finding): boolean => !NO_CAUSE.has(finding.condition);
export const isComplaint = (finding: Finding): boolean => COMPLAINTS.has(finding.condition);

function partyOf({ condition, status, candidate }: Finding): Party {
  return { condition, status, first: candidate.first, last: candidate.last };
}

function hasMark({ tokens }: NoteReading, first: number, last: number, ...marks: number[]): boolean {
  for (let at = first; at < last; at++) if (marks.includes(markAt(tokens, at))) return true;
  return false;
}

/** Findings of the sentence before the link, nearest first. */
function findingsBefore({ note, link, own }: LinkSite, fits: (finding: Finding) => boolean): Finding[] {
  const near = own.filter(
    (each) => fits(each) && each.candidate.last <= link.first && link.first - each.candidate.last <= REACH,
  );
  return near
    .filter((each) => !hasMark(note, each.candidate.last, link.first, SEMICOLON))
    .sort((a, b) => b.candidate.last - a.candidate.last);
}

/** Findings of the sentence after the link, nearest first. */
function findingsAfter({ note, link, own }: LinkSite, fits: (finding: Finding) => boolean): Finding[] {
  const near = own.filter(
    (each) => fits(each) && each.candidate.first >= link.last && each.candidate.first - link.last <= REACH,
  );
  return near
    .filter((each) => !hasMark(note, link.last, each.candidate.first, SEMICOLON))
    .sort((a, b) => a.candidate.first - b.candidate.first);
}

/** The nearest and what is listed with it: "lumbago with right sciatica", "the lumbago and for the right L4 radiculopathy". */
function withListed(note: NoteReading, nearestFirst: readonly Finding[]): Party[] {
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
  const between = fold(note.text.slice(note.tokens.end[a.candidate.last - 1], note.tokens.start[b.candidate.first]));
  return (
    b.candidate.first - a.candidate.last <= 10 &&
    /^[^.;:]*(,|\band\b|\bplus\b|&|\bwith\b|\bw\/)/.test(between) &&
    !/\b(secondary|due|from|caused|consistent)\b/.test(between)
  );
}

// Complaints

export function complaintsBefore(site: LinkSite): Party[] {
  const named = findingsBefore(site, isComplaint);
  return named.length > 0
    ? withListed(site.note, named)
    : plainPain(site, Math.max(site.sentence.first, site.link.first - PAIN_REACH), site.link.first);
}

export function complaintsAfter(site: LinkSite): Party[] {
  const named = findingsAfter(site, isComplaint);
  return named.length > 0
    ? withListed(site.note, named)
    : plainPain(site, site.link.last, Math.min(site.sentence.last, site.link.last + 4));
}

const PAIN_WORDS = new Set(['pain', 'pains', 'ache', 'discomfort', 'lumbago', 'backache']);
const SYMPTOM_WORDS = new Set(['symptoms', 'symptom', 'complaint', 'complaints', 'presentation', 'it', 'its']);

/** "The present pain", "his symptoms", "it": the pain of the part that is named, else the pain last spoken of. */
function plainPain(site: LinkSite, first: number, last: number): Party[] {
  const { note, sentence } = site;
  for (let at = last - 1; at >= first; at--) {
    const word = wordAt(note.tokens, at);
    if (SYMPTOM_WORDS.has(word)) return painBefore(site, at);
    if (!PAIN_WORDS.has(word)) continue;
    const near = (hit: { first: number; last: number }): boolean => hit.first <= at + 5 && hit.last >= at - 4;
    if (sentence.hits.get('elsewhere').some(near)) return [];
    if (sentence.hits.get('limb').some(near) || hasLimbWord(site, at))
      return [{ condition: 'radiculopathy', status: 'present', first: at, last: at + 1 }];
    const region = sentence.hits.get('region').find((hit) => near(hit) && !isLimb(sentence, hit));
    if (!region) return painBefore(site, at);
    const condition =
      region.value === 'cervical' ? 'neck-pain' : region.value === 'thoracic' ? 'thoracic-back-pain' : 'low-back-pain';
    return [{ condition, status: 'present', first: at, last: at + 1 }];
  }
  return [];
}

const LIMB_WORDS = new Set([
  'leg',
  'legs',
  'arm',
  'arms',
  'thigh',
  'calf',
  'shin',
  'buttock',
  'extremity',
  'extremities',
  'foot',
]);

function hasLimbWord({ note }: LinkSite, at: number): boolean {
  for (let near = Math.max(0, at - 3); near <= Math.min(note.tokens.count - 1, at + 4); near++)
    if (LIMB_WORDS.has(wordAt(note.tokens, near))) return true;
  return false;
}

/** The pain that was last spoken of, here or before; `[]` where the note has named none. */
export function painBefore({ all, at, link }: LinkSite, token: number): Party[] {
  const said = all.filter(
    (each) => PAINS.has(each.condition) && each.status !== 'absent' && each.status !== 'other-person',
  );
  const before = said.filter((each) => each.at < at || (each.at === at && each.candidate.last <= link.first));
  const pain = before.at(-1);
  return pain
    ? [
        {
          condition: pain.condition,
          status: pain.status === 'uncertain' ? 'uncertain' : 'present',
          first: token,
          last: token + 1,
        },
      ]
    : [];
}

// Causes

export function causesAfter(site: LinkSite): Party[] {
  const { note, sentence, link } = site;
  const named = findingsAfter(site, isCause);
  const last = Math.min(sentence.last, link.last + NOUN_REACH);
  const nearest = named[0];
  if (nearest && nearest.candidate.first - link.last <= NOUN_REACH) return withListed(note, named);
  const noun = structureIn(site, link.last, last) ?? pronounIn(site, link.last, Math.min(last, link.last + 3));
  return noun ? [noun] : withListed(note, named);
}

export function causesBefore(site: LinkSite): Party[] {
  const { note, sentence, link } = site;
  const named = findingsBefore(site, isCause);
  if (named.length > 0) return withListed(note, named);
  const noun =
    structureIn(site, Math.max(sentence.first, link.first - REACH), link.first) ??
    pronounIn(site, sentence.first, Math.min(link.first, sentence.first + 2)) ??
    pronounIn(site, Math.max(sentence.first, link.first - 1), link.first);
  return noun ? [noun] : [];
}

/** Plain nouns for what has been named in full before ("that fissure"). */
const NOUNS: Readonly<Record<string, readonly Condition[]>> = {
  fissure: ['annulus-fibrosus-defect'],
  tear: ['annulus-fibrosus-defect'],
  rent: ['annulus-fibrosus-defect'],
  defect: ['annulus-fibrosus-defect'],
  herniation: ['disc-herniation'],
  protrusion: ['disc-herniation', 'disc-bulge'],
  extrusion: ['disc-herniation'],
  bulge: ['disc-bulge', 'disc-herniation'],
  disc: ['disc-herniation', 'disc-degeneration', 'disc-bulge'],
  disk: ['disc-herniation', 'disc-degeneration', 'disc-bulge'],
  listhesis: ['spondylolisthesis'],
  slip: ['spondylolisthesis'],
  stenosis: ['spinal-stenosis'],
  narrowing: ['spinal-stenosis'],
  fracture: ['vertebral-fracture'],
  strain: ['back-strain'],
  sprain: ['back-strain'],
  arthritis: ['spondylosis'],
  facets: ['spondylosis', 'other-dorsopathy'],
  instability: ['spinal-instability'],
  sacroiliitis: ['sacroiliac-disorder'],
};
/** The endplates and the bodies are the vertebrogenic source by their own names. */
const ENDPLATES = /^(end-?plates?|endplate)$/;

/** A structure that the words name without a finding of its own: an endplate, or a noun for a condition said before. */
function structureIn(site: LinkSite, first: number, last: number): Party | undefined {
  const { note, all, at } = site;
  for (let token = first; token < last; token++) {
    const word = wordAt(note.tokens, token);
    const isBody = word === 'vertebral' && /^bod(y|ies)$/.test(wordAt(note.tokens, token + 1));
    if (
      (ENDPLATES.test(word) || isBody) &&
      !hasMark(note, Math.min(token, site.link.last), Math.max(token, site.link.first), STOP, COLON)
    ) {
      return { condition: 'endplate-change', status: 'present', first: token, last: isBody ? token + 2 : token + 1 };
    }
    const meant = NOUNS[word];
    if (!meant) continue;
    const finding = all
      .filter(
        (each) =>
          each.at <= at && meant.includes(each.condition) && each.status !== 'absent' && each.status !== 'other-person',
      )
      .at(-1);
    if (finding)
      return {
        condition: finding.condition,
        status: finding.status === 'uncertain' ? 'uncertain' : 'present',
        first: token,
        last: token + 1,
      };
  }
  return undefined;
}

const PRONOUNS = new Set(['it', 'this', 'that', 'these', 'those', 'them', 'which', 'they', 'above', 'former']);

/** "... caused by it"; "due to the above"; "That could be what sets off your low back pain". */
function pronounIn(site: LinkSite, first: number, last: number): Party | undefined {
  const { note, all, at, sentence, link } = site;
  for (let token = first; token < last; token++) {
    if (!PRONOUNS.has(wordAt(note.tokens, token))) continue;
    const block = (index: number): number | undefined => note.sentences[index]?.span.block;
    const near = all.filter(
      (each) =>
        isCause(each) &&
        each.status !== 'absent' &&
        (each.at === at
          ? each.candidate.last <= link.first
          : each.at < at && at - each.at <= 2 && block(each.at) === sentence.span.block),
    );
    const cause = near.at(-1);
    if (cause)
      return {
        condition: cause.condition,
        status: cause.status === 'uncertain' ? 'uncertain' : 'present',
        first: token,
        last: token + 1,
      };
  }
  return undefined;
}
