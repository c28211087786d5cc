/**
 * The complaint of a tie, as the sentence names it: by a condition's own words, by a plain noun ("the present pain"), or by
 * a pronoun that stands for the pain last spoken of.
 */

import type { Finding } from './findings.ts';
import {
  findingsAfter,
  findingsBefore,
  isComplaint,
  type LinkSite,
  lastTold,
  PAINS,
  type Party,
  withListed,
} from './link-site.ts';
import { isLimb } from './note-region.ts';
import { wordAt } from './study-words.ts';

/** How far before a link a bare "the pain" may stand: "the low pain that she has had for a year is due to ...". */
const PAIN_REACH = 12;

// Complaints

export function complaintsBefore(site: LinkSite): Party[] {
  const named = withoutDenied(findingsBefore(site, isComplaint));
  return named.length > 0
    ? withListed(site.note, named)
    : plainPain(site, Math.max(site.sentence.first, site.link.first - PAIN_REACH), site.link.first);
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
