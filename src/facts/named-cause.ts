/** "The cause of the pain is the fissure": complaint and cause behind the word for a cause; and what denies or doubts a tie. */
import { markAt, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { causesAfter } from './causes.ts';
import { complaintsAfter } from './complaints.ts';
import { hasMark, type LinkSite, type Party } from './link-site.ts';

/** What a tie holds together; denied or doubted by the words between. */
export interface Sides {
  readonly complaints: readonly Party[];
  readonly causes: readonly Party[];
  readonly denied?: boolean;
  readonly doubted?: boolean;
}

export const NOTHING: Sides = { complaints: [], causes: [] };

const COMMA = 0x2c;
const COLON = 0x3a;
const EQUALS = 0x3d;
const COMPLAINT_REACH = 5;
const COPULA_REACH = 6;
const COPULAS = wordSet('is are was were be being lies lie remains');
const DENIALS = wordSet('not no never cannot nor neither hardly scarcely unlikely');
const DOUBTS = wordSet(
  'may might could would possibly probably perhaps likely presumably maybe suspected thought felt believed seems appears',
);
const OPEN = wordSet('unclear unknown undetermined uncertain open multifactorial');

/** The complaint right behind the link and the cause that a copula or a colon gives it; undefined where there is none. */
export function causeNamed(site: LinkSite): Sides | undefined {
  const { note, sentence, link } = site;
  const complaints = complaintsAfter(site).filter(({ first }) => first - link.last < COMPLAINT_REACH);
  const last = complaints[0]?.last;
  if (last === undefined || complaints.some(({ first }) => first < link.last)) return undefined;
  for (let at = last; at < Math.min(sentence.last, last + COPULA_REACH); at++) {
    const mark = markAt(note.tokens, at);
    if (mark !== COLON && mark !== EQUALS && !COPULAS.at(note.tokens, at)) continue;
    const causes = causesAfter({ ...site, link: { ...link, last: at + 1 } });
    const [cause] = causes;
    if (!cause || OPEN.isIn(site.note.tokens, last, cause.first) || hasMark(note, at, cause.first, COMMA))
      return NOTHING;
    return {
      complaints,
      causes,
      denied: DENIALS.isIn(site.note.tokens, at, cause.first),
      doubted: DOUBTS.isIn(site.note.tokens, last, cause.first),
    };
  }
  return undefined;
}

/** Words that may stand between a denial and what it denies: "is not thought to be really due to". */
const FILLERS = wordSet(
  'be been being to is are was were have has had do does did t thought felt believed considered seem seems appear appears likely really clearly directly in my view opinion any way the a',
);
const PARTLY = wordSet('only just merely solely entirely wholly exclusively simply purely fully completely');
const THOUGHTS = wordSet(
  'thought felt believed suspected presumed may might could would can possibly probably perhaps',
);
const NEGATION_REACH = 8;

/** "is not thought to come from" denies, "is not only due to" denies nothing, "is thought to come from" doubts. */
export function negationBefore({ note, sentence }: LinkSite, link: number): 'absent' | 'partly' | 'uncertain' | 'none' {
  let says: 'uncertain' | 'none' = 'none';
  let isPart = false;
  for (let at = link - 1; at >= Math.max(sentence.first, link - NEGATION_REACH); at--) {
    const word = wordAt(note.tokens, at);
    if (DENIALS.has(word) || word === 'n') return isPart ? 'partly' : 'absent';
    if (THOUGHTS.has(word)) says = 'uncertain';
    else if (PARTLY.has(word)) isPart = true;
    else if (!FILLERS.has(word) && word !== "'") break;
  }
  return isPart && says === 'none' ? 'none' : says;
}
