/** What the section, its heading, a list of hazards or the answer to a question make of a mention's own assertion. */
import type { TokenAssertion } from '../context/target.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Reading } from '../mentions/reading.ts';
import type { Candidate } from '../mentions/terms.ts';
import type { SectionKind } from '../model.ts';
import { fold } from '../text/characters.ts';
import { markAt, type Tokens } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { answerTo } from './answers.ts';

const OPERATIVE: ReadonlySet<SectionKind> = new Set(['procedure-details', 'operative-findings', 'procedure']);

/** What the section, its heading and the answer to a question make of an assertion. */
export function assertionOf(note: NoteReading, at: number, candidate: Candidate, own: TokenAssertion): TokenAssertion {
  const sentence = note.sentences[at] as SentenceReading;
  if (candidate.denies && own.status === 'present')
    return { status: 'absent', cues: [{ first: candidate.first, last: candidate.last }] };
  if (own.status === 'unstated') return own;
  if (own.status === 'other-person' && isDeniedOfAll(note.tokens, sentence, candidate))
    return { status: 'unstated', cues: own.cues };
  if (sentence.sectionKind === 'family-history' && own.status !== 'absent' && own.status !== 'hypothetical')
    return { status: 'other-person', cues: own.cues };
  if (sentence.sectionKind === 'education' && own.status === 'present')
    return { status: 'hypothetical', cues: own.cues };
  if (own.status !== 'absent' && own.status !== 'other-person' && namesHazards(sentence, candidate))
    return { status: 'hypothetical', cues: own.cues };
  // "most of her pain seems to be in her low back": where it is may be in doubt, that it hurts is not
  if (
    own.status === 'uncertain' &&
    candidate.paired &&
    note.language.symptoms.has(candidate.condition) &&
    own.cues.every((cue) => cue.first >= candidate.first && cue.last <= candidate.last)
  ) {
    return { status: 'present', cues: own.cues };
  }
  // "the herniation was removed" at operation: it was there
  if (
    own.status === 'historical' &&
    OPERATIVE.has(sentence.sectionKind) &&
    own.cues.every((cue) => cue.first >= candidate.last)
  )
    return { status: 'present', cues: own.cues };
  const answered = answerTo(note, at, own);
  if (answered) return answered;
  if (
    own.status === 'historical' &&
    note.language.symptoms.has(candidate.condition) &&
    own.cues.every((cue) => isOngoing(note.tokens, cue))
  ) {
    return { status: 'present', cues: own.cues };
  }
  if (own.status === 'uncertain' && isDeniedNext(note, at)) return { status: 'absent', cues: own.cues };
  if (own.status === 'present' && resolvesNext(note, at)) return { status: 'historical', cues: own.cues };
  if (own.status === 'present') {
    const heading = note.headings[sentence.span.section] as Reading;
    const doubt = heading.hits.get('cue').find((hit) => hit.value.some((cue) => cue.says === 'uncertain'));
    if (doubt) return { status: 'uncertain', cues: [{ first: doubt.first, last: doubt.last }] };
  }
  return own;
}

const RESOLVES =
  /^(?:this|it|that|these|those|they|(?:the|his|her|these) (?:pain|symptoms?|complaints?))(?: (?:has|have|had))?(?: (?:now|since|subsequently|completely|fully|all|entirely|totally))* (?:resolved|gone away|cleared up|subsided|disappeared|gone)\b(?! (?:partially|somewhat|with))/;

/** "She had neck pain in May. It has since resolved." */
function resolvesNext({ sentences, tokens }: NoteReading, at: number): boolean {
  const next = sentences[at + 1];
  if (!next || next.span.block !== sentences[at]?.span.block || next.candidates.length > 0) return false;
  const words = Math.min(next.last, next.first + 10);
  return RESOLVES.test(tokens.folded.slice(tokens.start[next.first], tokens.end[words - 1]).replace(/\s+/g, ' '));
}

const COMMA = 0x2c;
const SEMICOLON = 0x3b;

/** "No family history of spine disease", "denies any herniated disc in the family": nobody's. */
function isDeniedOfAll(tokens: Tokens, sentence: SentenceReading, { first }: Candidate): boolean {
  const denial = sentence.hits
    .get('cue')
    .findLast(
      ({ last, value }) =>
        last <= first && value.some(({ says, direction }) => says === 'absent' && direction === 'forward'),
    );
  if (!denial) return false;
  for (let at = denial.last; at < first; at++)
    if (markAt(tokens, at) === COMMA || markAt(tokens, at) === SEMICOLON) return false;
  return !sentence.hits.get('terminator').some((end) => end.first >= denial.last && end.last <= first);
}

const DENIES = /^(?:it|this|there|that|he|she) (?:is|was|has|does|did) not[.!]?$/;

/** "Asked whether a radiculopathy is present. It is not." */
function isDeniedNext({ sentences, tokens }: NoteReading, at: number): boolean {
  const next = sentences[at + 1];
  if (!next || next.last - next.first > 4 || next.candidates.length > 0) return false;
  return DENIES.test(tokens.folded.slice(tokens.start[next.first], tokens.end[next.last - 1]).replace(/\s+/g, ' '));
}

/** "Risks include infection, bleeding, recurrent stenosis": what stands in a list of hazards has not happened. */
function namesHazards(sentence: SentenceReading, candidate: Candidate): boolean {
  const risks = sentence.hits.get('risk');
  return risks.length >= 2 && risks.some((risk) => risk.last <= candidate.first && candidate.first - risk.last <= 30);
}

/** "a long history of low back pain" is a pain that goes on; "remote history", "resolved" is not. */
function isOngoing(tokens: Tokens, cue: { first: number; last: number }): boolean {
  const words = fold(tokens.text.slice(tokens.start[cue.first], tokens.end[cue.last - 1]));
  return (
    /\b(history|hx|h\/o|had)\b/.test(words) &&
    !/\b(remote|past (?!medical|history|spine)|prior|previous|distant|resol)/.test(words)
  );
}

const GRADES_ABOVE_MILD = wordSet('moderate severe high critical marked advanced');

/** Tokens between a denial and what it denies: "no sign, on any of the cuts, of a severe central canal stenosis". */
const GRADED_REACH = 12;

/** "no moderate or severe stenosis" leaves a mild one open: it denies nothing definite (annotation guide, section 6). */
export function isOpenDenial(note: NoteReading, candidate: Candidate, assertion: TokenAssertion): boolean {
  if (assertion.status !== 'absent' || candidate.condition !== 'spinal-stenosis') return false;
  const cue = assertion.cues.filter((each) => each.last <= candidate.first).at(-1);
  if (!cue || candidate.first - cue.last > GRADED_REACH) return false;
  for (let at = cue.last; at < candidate.first; at++) if (GRADES_ABOVE_MILD.at(note.tokens, at)) return true;
  return false;
}
