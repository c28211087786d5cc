/** The words that tell whose results a sentence gives: a study's, or what someone says. */
import { type Tokens, WORD } from '../text/tokens.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A study shows something. */
export const SHOWING = words(
  'depict depicts depicted disclose disclosed discloses display displayed exhibits exhibited show shows showed shown showing reveal reveals revealed revealing demonstrate demonstrates demonstrated demonstrating indicate indicates indicated reported describes described displays excluded excludes suggested documented interpreted ruled evidence',
);

/** A study may be said to show something with any of these when no one else is speaking. */
export const TELLING = new Set([
  ...SHOWING,
  ...words(
    'confirm confirms confirmed report reports read reads suggests noted with was is are were has had did does done appears findings being displayed viewed reviewed negative positive',
  ),
]);

/** The author has a study open: what follows tells what it shows. */
export const OPENED = words('reviewed viewed displayed pulled looked opened over went gone');

/** A study has been done and looked at. */
export const LOOKED_AT = new Set([
  ...SHOWING,
  ...words(
    'reviewed viewed confirmed confirms normal unremarkable negative positive stable unchanged read reads clean unrevealing noncontributory',
  ),
]);

/** The author or the patient speaks: a report's results end here. */
export const SPEAKING = words(
  "i we complains complain complained complaining denies denied states stated reports rates describes feels feel believe discussed recommend recommended plan explained advised offered treats takes presents patient's pt you your",
);

export function wordAt(tokens: Tokens, at: number): string {
  return tokens.kind[at] === WORD ? tokens.folded.slice(tokens.start[at], tokens.end[at]) : '';
}

/** Whether any token of [first, last) is one of the words. */
export function hasWord(tokens: Tokens, first: number, last: number, among: ReadonlySet<string>): boolean {
  for (let at = first; at < last; at++) if (among.has(wordAt(tokens, at))) return true;
  return false;
}
