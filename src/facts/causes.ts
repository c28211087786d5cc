/**
 * The cause of a tie, as the sentence names it: by a condition's own words, by a plain noun ("this fissure", "the
 * endplates"), or by a pronoun that stands for what was said before.
 */
import type { Condition } from '../model.ts';
import { wordAt } from '../text/tokens.ts';
import { WordSet, wordSet } from '../text/word-sets.ts';
import {
  findingsAfter,
  findingsBefore,
  hasMark,
  isCause,
  type LinkSite,
  lastTold,
  type Party,
  REACH,
  withListed,
} from './link-site.ts';

const NOUN_REACH = 8;

const LISTED_REACH = 3;

const COLON = 0x3a;

const STOP = 0x2e;

const SEMICOLON = 0x3b;

// Causes

export function causesAfter(site: LinkSite): Party[] {
  const { note, sentence, link } = site;
  const named = findingsAfter(site, isCause).filter(({ candidate }) => !isOfClause(site, candidate.first));
  let last = Math.min(sentence.last, link.last + NOUN_REACH);
  while (last > link.last && isOfClause(site, last)) last--;
  const nearest = named[0];
  if (nearest && nearest.candidate.first - link.last <= NOUN_REACH) {
    // "due to arthritis and disc degeneration"
    const noun = structureIn(site, link.last, nearest.candidate.first);
    return noun && noun.condition !== nearest.condition ? [noun, ...withListed(note, named)] : withListed(note, named);
  }
  const nouns = structuresIn(site, link.last, last);
  if (nouns.length > 0) return nouns;
  const pronoun = pronounIn(site, link.last, Math.min(last, link.last + 3));
  return pronoun ? [pronoun] : withListed(note, named);
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

const SUBJECTS = wordSet('he she they somebody someone who we i it');

/** "kept from work, and somebody told him of a fracture": a bare "from" does not reach into another clause. */
function isOfClause({ note, link }: LinkSite, first: number): boolean {
  if (link.last - link.first > 1 || wordAt(note.tokens, link.first) !== 'from') return false;
  for (let at = link.last; at < first; at++) if (SUBJECTS.at(note.tokens, at)) return true;
  return false;
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
  facet: ['spondylosis', 'other-dorsopathy'],
  facets: ['spondylosis', 'other-dorsopathy'],
  sacroiliac: ['sacroiliac-disorder'],
  si: ['sacroiliac-disorder'],
  instability: ['spinal-instability'],
  sacroiliitis: ['sacroiliac-disorder'],
};

/** The endplates and the bodies are the vertebrogenic source by their own names. */
const ENDPLATES = /^(end-?plates?|endplate)$/;

/** "facet and SI joints": the nouns of one list. */
function structuresIn(site: LinkSite, first: number, last: number): Party[] {
  const found: Party[] = [];
  for (let from = first; ; ) {
    const noun = structureIn(site, from, found.length === 0 ? last : Math.min(last, from + LISTED_REACH));
    if (!noun || found.some(({ condition }) => condition === noun.condition)) return found;
    found.push(noun);
    from = noun.last;
    if (!/^(?:and|or)$/.test(wordAt(site.note.tokens, from))) return found;
  }
}

/** "the bodies of the L3 and L4 vertebrae", "the L3 body": a body beside its level. */
function isBodyOfLevel({ note, sentence }: LinkSite, token: number): boolean {
  if (!/^bod(y|ies)$/.test(wordAt(note.tokens, token))) return false;
  return sentence.levels.some(({ first, last }) => last === token || (first > token && first - token <= 3));
}

/** A structure that the words name without a finding of its own: an endplate, or a noun for a condition said before. */
function structureIn(site: LinkSite, first: number, last: number): Party | undefined {
  const { note } = site;
  for (let token = first; token < last; token++) {
    const word = wordAt(note.tokens, token);
    if (token >= site.link.last && hasMark(note, site.link.last, token, SEMICOLON)) return undefined;
    const isBody =
      (word === 'vertebral' && /^bod(y|ies)$/.test(wordAt(note.tokens, token + 1))) || isBodyOfLevel(site, token);
    if (
      (ENDPLATES.test(word) || isBody) &&
      !hasMark(note, Math.min(token, site.link.last), Math.max(token, site.link.first), STOP, COLON)
    ) {
      return {
        condition: 'endplate-change',
        status: 'present',
        first: token,
        last: Math.min(isBody ? token + 2 : token + 1, last),
      };
    }
    const meant = NOUNS[word];
    if (!meant) continue;
    const finding = lastTold(site, ({ condition, status }) => meant.includes(condition) && status !== 'absent');
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

const PRONOUNS = wordSet('it this that these those them which they above former');

/** One of these, or half of a name, stands wherever a sentence speaks of a cause that it does not name in full. */
export const CAUSE_WORDS = new WordSet([...Object.keys(NOUNS), ...PRONOUNS, 'vertebral', 'body', 'bodies']);

/** "... caused by it"; "due to the above"; "That may be what causes your low back pain". */
function pronounIn(site: LinkSite, first: number, last: number): Party | undefined {
  const { note, at, sentence, link } = site;
  for (let token = first; token < last; token++) {
    if (!PRONOUNS.at(note.tokens, token)) continue;
    const block = (index: number): number | undefined => note.sentences[index]?.span.block;
    const cause = lastTold(
      site,
      (each) =>
        isCause(each) && each.status !== 'absent' && at - each.at <= 2 && block(each.at) === sentence.span.block,
      ({ candidate }) => candidate.last <= link.first,
    );
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
