/** The words that tell whose results a sentence gives: a study's, or what someone says. */
import { WordSet, wordSet } from '../text/word-sets.ts';

/** A study shows something. */
export const SHOWING = wordSet(
  'depict depicts depicted disclose disclosed discloses display displayed exhibits exhibited show shows showed shown showing reveal reveals revealed revealing demonstrate demonstrates demonstrated demonstrating indicate indicates indicated reported describes described displays excluded excludes suggested documented interpreted ruled evidence',
);

/** A study may be said to show something with any of these when no one else is speaking. */
export const TELLING = new WordSet([
  ...SHOWING,
  ...wordSet(
    'confirm confirms confirmed report reports read reads suggests noted with was is are were has had did does done appears findings being displayed viewed reviewed negative positive',
  ),
]);

/** The author has a study open: what follows tells what it shows. */
export const OPENED = wordSet('reviewed viewed displayed pulled looked opened over went gone');

/** A study has been done and looked at. */
export const LOOKED_AT = new WordSet([
  ...SHOWING,
  ...wordSet(
    'reviewed viewed confirmed confirms normal unremarkable negative positive stable unchanged read reads clean unrevealing noncontributory',
  ),
]);

/** The author or the patient speaks: a report's results end here. */
export const SPEAKING = wordSet(
  'i we complains complain complained complaining denies denied states stated reports rates describes feels feel believe discussed recommend recommended plan explained advised offered treats takes presents pt you your',
);
