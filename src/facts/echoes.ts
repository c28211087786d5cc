/**
 * What is said of one level and then of another in a word: "L3-4: disc bulge. L4-5: the same." The findings of the level
 * before are then found at this one, too.
 */
import { compareLevels, regionOfLevel } from '../mentions/levels.ts';
import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { LevelGroup } from '../mentions/reading.ts';
import { markAt, textAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import type { Place } from './place.ts';

const COLON = 0x3a;
const HYPHEN = 0x2d;

const SAME = wordSet('same similar alike identical ditto idem');
/** "L4-5 is similar": said of the level itself. */
const SAYING = wordSet('is was are were looks looked appears appeared shows showed');
const FINDINGS = wordSet(
  'findings finding changes change appearance appearances picture pathology situation abnormality',
);
/** "the same height", "similar in size", "in the same manner": another thing is alike. */
const OTHER_THINGS = wordSet(
  'height size signal width way manner fashion technique approach procedure operation discectomy decompression fusion steps level side patient time',
);
/** "the same as on the study before": compared with another day, not with another level. */
const EARLIER = wordSet('before prior previous previously last earlier study exam examination comparison since ago');

/** Sentences to look back over for the level that is meant. */
const REACH = 8;

/** What a finding must tell: its sentence and its places. */
interface InPlace {
  readonly at: number;
  readonly places: readonly Place[];
}

export function withEchoes<Finding extends InPlace>(note: NoteReading, findings: readonly Finding[]): Finding[] {
  const levels = new Map<Finding, readonly string[]>();
  note.sentences.forEach((sentence, at) => {
    const echoed = sentence.levels.length > 0 ? echoOf(note, sentence) : undefined;
    if (!echoed) return;
    for (const finding of meantBy(note, findings, at, echoed.like))
      levels.set(finding, [...(levels.get(finding) ?? []), ...echoed.levels]);
  });
  return levels.size === 0
    ? [...findings]
    : findings.map((finding) => {
        const more = levels.get(finding);
        return more ? { ...finding, places: extended(finding.places, more) } : finding;
      });
}

interface Echo {
  readonly levels: readonly string[];
  /** "the same as at L3-4": the level it is like, where it is named. */
  readonly like: LevelGroup | undefined;
}

function echoOf({ tokens }: NoteReading, sentence: SentenceReading): Echo | undefined {
  let same = -1;
  for (let at = sentence.first; at < sentence.last; at++) {
    const word = textAt(tokens, at);
    if (EARLIER.has(word)) return undefined;
    if (OTHER_THINGS.has(word) && (same < 0 ? word !== 'level' : at <= same + 2)) return undefined;
    if (same < 0 && SAME.has(word)) same = at;
  }
  if (same < 0 || sentence.candidates.some(({ first }) => first < same)) return undefined;
  const article = textAt(tokens, same - 1) === 'the' ? same - 1 : same;
  const mark = markAt(tokens, article - 1);
  const isSaid =
    article - sentence.first <= 1 ||
    mark === COLON ||
    mark === HYPHEN ||
    SAYING.at(tokens, article - 1) ||
    FINDINGS.at(tokens, same - 1);
  if (!isSaid && !FINDINGS.at(tokens, same + 1)) return undefined;
  const own = sentence.levels[0] as LevelGroup;
  const like = sentence.levels.find((group) => group !== own && group.first > same);
  return { levels: own.levels, like };
}

/** The findings of the level spoken of before sentence `at`, or of the one that is named. */
function meantBy<Finding extends InPlace>(
  { sentences }: NoteReading,
  findings: readonly Finding[],
  at: number,
  like: LevelGroup | undefined,
): Finding[] {
  const section = sentences[at]?.span.section;
  for (let before = at - 1; before >= Math.max(0, at - REACH); before--) {
    const { span, levels } = sentences[before] as SentenceReading;
    if (span.section !== section) return [];
    const meant = like ?? levels.at(-1);
    if (levels.length === 0 || !meant) continue;
    const own = findings.filter(
      (finding) =>
        finding.at >= before &&
        finding.at < at &&
        finding.places.some((place) => place.levels.some((level) => meant.levels.includes(level))),
    );
    if (own.length > 0) return own;
  }
  return [];
}

function extended(places: readonly Place[], levels: readonly string[]): Place[] {
  const all = places.map((place) => ({ ...place, levels: [...place.levels] }));
  for (const level of levels) {
    const region = regionOfLevel(level);
    const place = all.find((each) => each.region === region);
    if (!place) all.push({ region, levels: [level] });
    else if (!place.levels.includes(level)) place.levels = [...place.levels, level].sort(compareLevels);
  }
  return all;
}
