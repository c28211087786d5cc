/**
 * The complaint of a tie, as the sentence names it: by a condition's own words, by a plain noun ("the present pain"), or by
 * a pronoun that stands for the pain last spoken of.
 */

import { markAt, wordAt } from '../text/tokens.ts';
import { WordSet, wordSet } from '../text/word-sets.ts';
import type { Finding } from './findings.ts';
import {
  findingsAfter,
  findingsBefore,
  isComplaint,
  type LinkSite,
  lastTold,
  PAINS,
  type Party,
  partyOf,
  withListed,
  wordsOf,
} from './link-site.ts';
import { isLimb } from './note-region.ts';

/** How far before a link a bare "the pain" may stand: "the low pain that she has had for a year is due to ...". */
const PAIN_REACH = 12;

// Complaints

export function complaintsBefore(site: LinkSite): Party[] {
  const named = withoutDenied(findingsBefore(site, isComplaint));
  if (named.length > 0) return withListed(site.note, named);
  // "what bothers him is (back pain at) ...": the link itself holds the complaint
  if (/^(?:what|where) /.test(wordsOf(site.note, site.link.first, site.link.last))) {
    const after = site.own.find((each) => isPain(each) && each.candidate.first >= site.link.last);
    return after ? [partyOf(after)] : painBefore(site, site.link.first);
  }
  return plainPain(site, Math.max(site.sentence.first, site.link.first - PAIN_REACH), site.link.first);
}

const BEHIND_REACH = 9;
const COMMA = 0x2c;

/** What makes of "because of X ... pain" no tie: "because of the herniation we avoid manipulation for the back pain". */
const ACTING = wordSet(
  'for to we i will would treat treated during if when showed done was were no not without denies until after before than which',
);

/** "Because of the L4-5 herniation he has back pain"; "an annular tear and, due to it, back pain": the complaint after its cause. */
export function complaintsBehind({ note, sentence, link, own }: LinkSite, causes: readonly Party[]): Party[] {
  const before = wordAt(note.tokens, link.first - 1);
  const isHead = link.first <= sentence.first + 1 || before === 'and' || markAt(note.tokens, link.first - 1) === COMMA;
  const last = causes[0] ? Math.max(causes[0].last, link.last) : undefined;
  if (!isHead || last === undefined) return [];
  const named = own.filter(
    (each) => isComplaint(each) && each.candidate.first >= last && each.candidate.first - last <= BEHIND_REACH,
  );
  const [nearest] = named;
  if (!nearest) return [];
  for (let at = last; at < nearest.candidate.first; at++) if (ACTING.at(note.tokens, at)) return [];
  return withListed(note, named);
}

/** "Low back pain without radiculopathy due to ...": of two complaints the one that is there has the cause. */
function withoutDenied(named: readonly Finding[]): readonly Finding[] {
  const present = named.filter((finding) => finding.status !== 'absent');
  return present.length > 0 ? present : named;
}

export function complaintsAfter(site: LinkSite): Party[] {
  const named = findingsAfter(site, isComplaint);
  return named.length > 0
    ? withListed(site.note, named)
    : plainPain(site, site.link.last, Math.min(site.sentence.last, site.link.last + 4));
}

const PAIN_WORDS = wordSet('pain pains ache discomfort lumbago backache');

const SYMPTOM_WORDS = wordSet('symptoms symptom complaint complaints presentation it its');

/** They stand for a pain only where nothing else was told after it: "... low back pain. This results from ...". */
const DEMONSTRATIVES = wordSet('this which that these both');

/** One of these stands wherever a sentence speaks of a complaint that it does not name in full; the last four in link words. */
export const COMPLAINT_WORDS = new WordSet([
  ...PAIN_WORDS,
  ...SYMPTOM_WORDS,
  ...DEMONSTRATIVES,
  ...['what', 'where', 'hurts', 'generator'],
]);

const isThere = ({ status }: Finding): boolean => status !== 'absent';

const isPain = (finding: Finding | undefined): boolean => finding !== undefined && PAINS.has(finding.condition);

/** "The present pain", "his symptoms", "it": the pain of the part that is named, else the pain last spoken of. */
function plainPain(site: LinkSite, first: number, last: number): Party[] {
  const { note, sentence } = site;
  for (let at = last - 1; at >= first; at--) {
    if (SYMPTOM_WORDS.at(note.tokens, at)) return painBefore(site, at);
    if (
      DEMONSTRATIVES.at(note.tokens, at) &&
      last - at <= 2 &&
      isPain(lastTold(site, isThere, (each) => each.candidate.last <= at))
    )
      return painBefore(site, at);
    if (!PAIN_WORDS.at(note.tokens, at)) continue;
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

const LIMB_WORDS = wordSet('leg legs arm arms thigh calf shin buttock extremity extremities foot');

function hasLimbWord({ note }: LinkSite, at: number): boolean {
  for (let near = Math.max(0, at - 3); near <= Math.min(note.tokens.count - 1, at + 4); near++)
    if (LIMB_WORDS.at(note.tokens, near)) return true;
  return false;
}

/** The pain that was last spoken of, here or before; `[]` where the note has named none. */
export function painBefore(site: LinkSite, token: number): Party[] {
  const pain = lastTold(
    site,
    ({ condition, status }) => PAINS.has(condition) && status !== 'absent',
    ({ candidate }) => candidate.last <= site.link.first,
  );
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
