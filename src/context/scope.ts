/**
 * What ends the scope of a cue that stands before its target. One sweep from the target back to the cues, each token seen
 * once; it stops where no scope is open any more, and never looks further back than `FARTHEST`.
 */

import type { Reading } from '../mentions/reading.ts';
import type { Cue } from '../mentions/terms.ts';
import type { Hit } from '../text/phrases.ts';
import { hasSpaceBefore, markAt, type Tokens, WORD, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { isColumnGap, isLabelColon, lastBegun } from './layout.ts';
import { goesOnAsList, goesOnWithOr } from './lists.ts';
import { isCompanion, isPresupposed } from './presupposition.ts';
import type { Applying, CueHit, Target } from './target.ts';

/** Tokens between a cue and its target at most: a review of systems denied in one sentence fits. */
export const FARTHEST = 160;

/** "Previous fusion, and stenosis": a cue that reaches a few words only is no head of a list. */
const NEAR = 8;
const OPEN = 0x28;
const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const COLON = 0x3a;
const HYPHEN = 0x2d;
const PLUS = 0x2b;

/** "No fracture, mild spondylosis", "denies trauma, has low back pain": what opens a new, positive statement after a break. */
const OPENERS = new Set(
  'mild mildly moderate moderately severe small large minimal slight slightly marked prominent advanced there positive multilevel diffuse early broad bilateral chronic left right has had have is now still continues complains reports notes admits endorses states currently'.split(
    ' ',
  ),
);
/** "No oedema, mostly an old fracture": what says how likely the next thing is says that there is one. */
const HEDGES = new Set('mostly likely probably presumably possibly'.split(' '));
/** "Low back pain is constant": a verb after the target makes it the subject of a clause of its own. */
const FINITE = new Set('is are was were remains persists continues has have had radiates began started'.split(' '));
/** "... or fracture is seen", "is not": these verbs still belong to what was denied before. */
const REPORTING = wordSet(
  'seen noted identified present demonstrated evident appreciated not never found visualized detected',
);
/** "No joint swelling (ongoing back pain)": what an aside says there is. */
const STANDING = wordSet('ongoing known chronic longstanding existing current has persistent stable');
/** "History of a fusion with recurrent pain": what is new since then. */
const SINCE = new Set(
  'severe recurrence recurrent new worse worsening increasing progressive residual continued continuing acute'.split(
    ' ',
  ),
);
/** Only these end the scope of another person's history. */
const PERSON_STOPS = new Set('patient patients pt he she but i him personal'.split(' '));
/** "His brother, he tells me, was fused": an aside, not a new subject. */
const TELLING = new Set('tells says thinks told said states reports believes'.split(' '));
/** "If it gets worse, we will operate on the herniation": the main clause after a condition. */
const MAIN_CLAUSE = new Set(
  'he she we i you they it then please return call go patient pt will would consider'.split(' '),
);
/** "if there is", "whether he has": the subject of the cue's own clause. */
const SUBJECTS = wordSet('there he she we i patient it they');

/** "Return for weakness, which could be a cord problem": a relative clause still tells of the condition. */
const RELATIVES = wordSet('which who');

/** What one kind of cue may still reach: `comma` those that stop at a comma, `with` a doubt that stops there, too, `person` another person's history. */
type Scope = 'comma' | 'any-comma' | 'with' | 'person' | 'absent' | 'uncertain' | 'historical' | 'hypothetical';
const CLAUSE: readonly Scope[] = ['absent', 'uncertain', 'historical', 'hypothetical'];
const EVERY: readonly Scope[] = [...CLAUSE, 'person'];

/** Forward cues whose scope reaches the target, the nearest first. */
export function findForwardCues(tokens: Tokens, reading: Reading, target: Target): Applying[] {
  const cues = reading.hits.get('cue');
  const terminators = reading.hits.get('terminator');
  const sweep = new Sweep(tokens, reading, target);
  const floor = Math.max(reading.first, target.first - FARTHEST);
  const applying: Applying[] = [];
  let cue = lastBegun(cues, target.first);
  let end = lastBegun(terminators, target.first);
  for (let at = target.first; at >= floor && cue >= 0 && sweep.isOpen(); at--) {
    // the scanner's hits of one layer never overlap, so the next cue back is the only one that can end here
    for (; cue >= 0 && (cues[cue] as CueHit).last >= at; cue--) {
      const hit = cues[cue] as CueHit;
      for (const one of hit.value) if (sweep.reaches(hit, one)) applying.push({ hit, cue: one });
    }
    const isAfterCue = cue >= 0 && (cues[cue] as CueHit).last === at - 1;
    for (; end >= 0 && (terminators[end] as { first: number }).first >= at - 1; end--) {
      const hit = terminators[end] as Hit<'all' | 'uncertain' | 'hypothetical' | 'historical'>;
      if (hit.last <= target.first) sweep.endAt(hit, isAfterCue);
    }
    sweep.pass(at - 1, isAfterCue);
  }
  return applying;
}

class Sweep {
  readonly #tokens: Tokens;
  readonly #reading: Reading;
  readonly #target: Target;
  readonly #closed = new Set<Scope>();
  readonly #isSubject: boolean;
  #words = 0;
  #next: number;

  constructor(tokens: Tokens, reading: Reading, target: Target) {
    this.#tokens = tokens;
    this.#reading = reading;
    this.#target = target;
    this.#next = target.first;
    const verb = wordAt(tokens, target.last);
    this.#isSubject = target.last < reading.last && FINITE.has(verb) && !REPORTING.at(tokens, target.last + 1);
  }

  isOpen(): boolean {
    return !EVERY.every((scope) => this.#closed.has(scope));
  }

  reaches(hit: CueHit, cue: Cue): boolean {
    if (cue.direction !== 'forward' || cue.says === 'nothing' || this.#words > cue.reach) return false;
    if (cue.says === 'other-person') return !this.#closed.has('person') && !isCompanion(this.#tokens, hit);
    const comma = cue.reach <= NEAR ? 'any-comma' : 'comma';
    if (this.#closed.has(cue.says)) return false;
    if (cue.until === 'comma' && (this.#closed.has(comma) || (cue.says === 'uncertain' && this.#closed.has('with'))))
      return false;
    return !isPresupposed(this.#tokens, this.#reading, { hit, cue }, this.#target);
  }

  endAt(hit: Hit<'all' | 'uncertain' | 'hypothetical' | 'historical'>, isAfterCue: boolean): void {
    if (hit.value !== 'all') {
      this.#closed.add(hit.value);
      return;
    }
    // "suggests that there is a myelopathy": what "that" begins is still said by the words before it
    if (wordAt(this.#tokens, hit.first - 1) === 'that') return;
    // "if there is any weakness, chest pain": the words after "if" are its own clause
    if (isAfterCue && SUBJECTS.at(this.#tokens, hit.first)) return;
    // "call if any of these are noted: leg weakness": the colon hands the scope on
    if (markAt(this.#tokens, hit.last) === COLON) return;
    for (const scope of CLAUSE)
      if (scope !== 'hypothetical' || !RELATIVES.at(this.#tokens, hit.first)) this.#closed.add(scope);
  }

  /** Takes the token before what was seen so far into the gap between cue and target. */
  pass(at: number, isAfterCue: boolean): void {
    if (at < this.#reading.first) return;
    const tokens = this.#tokens;
    const next = this.#next;
    this.#next = at;
    const mark = markAt(tokens, at);
    // the hyphen of "non-herniated" is no word between the two
    const isGlued = mark === HYPHEN && !hasSpaceBefore(tokens, at) && !hasSpaceBefore(tokens, next);
    if (!isGlued && (next === this.#target.first || hasSpaceBefore(tokens, next))) this.#words++;
    const isColumn = isColumnGap(tokens, next) && mark !== COLON;
    if (mark === SEMICOLON || isColumn || (isLabelColon(tokens, at, this.#reading.first) && !isAfterCue))
      this.#close(EVERY);
    if (mark === COMMA) this.#passComma(at, next);
    if (mark === PLUS && hasSpaceBefore(tokens, at)) this.#closed.add('absent');
    if (mark === OPEN && STANDING.at(tokens, next)) this.#close(CLAUSE);
    if (tokens.kind[at] === WORD) this.#passWord(wordAt(tokens, at), at);
  }

  #passComma(comma: number, next: number): void {
    const { first } = this.#target;
    const word = wordAt(this.#tokens, next);
    if (SUBJECTS.has(word) || wordAt(this.#tokens, next + 1) === 'patient') this.#close(CLAUSE);
    else if (MAIN_CLAUSE.has(word)) this.#closed.add('hypothetical');
    // "no weakness, low back pain is constant"
    if (this.#isSubject && first - comma <= 4) this.#closed.add('absent').add('comma');
    // "no marrow oedema, mostly old fracture"
    if (HEDGES.has(word)) this.#closed.add('absent');
    this.#closed.add('any-comma');
    if (!this.#closed.has('comma') && !goesOnAsList(this.#tokens, this.#reading, comma, this.#target))
      this.#closed.add('comma');
    if (OPENERS.has(word) && !goesOnWithOr(this.#tokens, this.#reading, this.#target)) this.#closed.add('absent');
  }

  #close(scopes: readonly Scope[]): void {
    for (const scope of scopes) this.#closed.add(scope);
  }

  #passWord(word: string, at: number): void {
    const next = wordAt(this.#tokens, at + 1);
    // "no herniation with mild bulge", "no fracture and moderate stenosis"
    if ((word === 'with' || word === 'and') && OPENERS.has(next) && at + 1 <= this.#target.first)
      this.#closed.add('absent');
    this.#passPerson(word, next);
    if (word !== 'with') return;
    // "possible tear with stenosis", but "consistent with a herniation with radiculopathy"
    this.#closed.add('with');
    // "history of a herniation with sciatica", but "history of fusion with persistent back pain"
    if (STANDING.has(next) || SINCE.has(next)) this.#closed.add('historical');
  }

  #passPerson(word: string, next: string): void {
    if (PERSON_STOPS.has(word) && !TELLING.has(next)) this.#closed.add('person');
  }
}
