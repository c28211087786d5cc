/** Cues in reach of a finding that speak of something else: it is there all the same, or it is not the patient's companion's. */
import type { Reading } from '../mentions/reading.ts';
import { markAt, type Tokens, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { lastBegun } from './layout.ts';
import type { Applying, CueHit, Target } from './target.ts';

const COMMA = 0x2c;
const FARTHEST_POSSESSIVE = 5;
const FARTHEST_STILL = 10;
const STILL = wordSet('again unchanged persists persistent redemonstrated stable remains');
const OWNERS = wordSet('his her their my your');
/** "his arthritis and disc degeneration" are both his, "his pain and a herniation" are not. */
const LINKING = wordSet('or of in with from to a an new');

/** What a cue says of something else than the finding: of a study, of an operation to come, of what the finding does. */
export function isPresupposed(tokens: Tokens, reading: Reading, { hit, cue }: Applying, target: Target): boolean {
  if (cue.says === 'historical') {
    const isOthers = isOfStudy(reading, hit, target) || isOfOperation(reading, hit, target);
    return isOthers || isPlanned(tokens, reading, hit) || isStillThere(tokens, reading, target);
  }
  if (cue.says === 'uncertain') return isPossessed(tokens, hit, target) || isAskedAsCause(tokens, reading, hit, target);
  return cue.says === 'hypothetical' && (isPossessed(tokens, hit, target) || goesOn(tokens, reading, target));
}

const GOING_ON = wordSet('persist persists continue continues remain remains worsen worsens');

/** "If the back pain persists": only what is there goes on. */
function goesOn(tokens: Tokens, reading: Reading, target: Target): boolean {
  const stop = Math.min(reading.last, target.last + 2);
  for (let at = target.last; at < stop; at++) if (GOING_ON.at(tokens, at)) return true;
  return false;
}

/** "The prior herniation is again seen", "previous stenosis, unchanged": old and still there. */
function isStillThere(tokens: Tokens, reading: Reading, target: Target): boolean {
  const stop = Math.min(reading.last, target.last + FARTHEST_STILL);
  for (let at = target.last; at < stop; at++) if (STILL.at(tokens, at)) return true;
  return false;
}

/** "May be related to his back pain", "if her stenosis gets worse": what is somebody's already is no doubt. */
function isPossessed(tokens: Tokens, hit: CueHit, target: Target): boolean {
  for (let at = target.first - 1; at >= Math.max(hit.last, target.first - FARTHEST_POSSESSIVE); at--) {
    if (OWNERS.at(tokens, at)) return true;
    if (markAt(tokens, at) === COMMA || LINKING.at(tokens, at)) return false;
  }
  return false;
}

/** "Previous fusion with stenosis", "prior L5-S1 discectomy and a herniation": the operation is old. */
function isOfOperation(reading: Reading, hit: CueHit, target: Target): boolean {
  const operations = reading.hits.get('treated');
  const operation = operations[lastBegun(operations, hit.last + 6)];
  return operation !== undefined && operation.first >= hit.last && operation.last <= target.first;
}

/** "Previous MRI showed a herniation": the study is old, not the herniation. */
function isOfStudy(reading: Reading, hit: CueHit, target: Target): boolean {
  const studies = reading.hits.get('modality');
  const study = studies[lastBegun(studies, hit.last + 3)];
  return study !== undefined && study.first >= hit.last && study.last <= target.first;
}

const PLANNING = wordSet(
  'no not never without want refuse refuses refused declines declined defer deferred plan planned recommend recommended recommending proceed candidate schedule scheduled will would consider considering considered offer offered for upcoming elect elected elects wants needs requires discussed option options risk risks benefit benefits alternatives indication indications hazards',
);

/** "Candidate for a discectomy for her herniation": an operation to come is no history. */
function isPlanned(tokens: Tokens, reading: Reading, hit: CueHit): boolean {
  if (wordAt(tokens, hit.last - 1) !== 'for' || hit.last - hit.first < 2) return false;
  for (let at = Math.max(reading.first, hit.first - 6); at < hit.first; at++) if (PLANNING.at(tokens, at)) return true;
  return false;
}

const CAUSING = wordSet(
  'explain explains cause causes produce produces account accounts generate generates drive drives contribute contributes responsible',
);

/** "Whether the endplate changes produce his pain": in doubt is what they do, not that they are there. */
function isAskedAsCause(tokens: Tokens, reading: Reading, hit: CueHit, target: Target): boolean {
  if (wordAt(tokens, hit.last - 1) !== 'whether') return false;
  const stop = Math.min(reading.last, target.last + 6);
  for (let at = target.last; at < stop; at++) if (CAUSING.at(tokens, at)) return true;
  return false;
}

const BESIDE = wordSet('with per by from to via through');
/** "per patient and daughter", "per pt/wife" */
const TOGETHER = wordSet('patient pt and or');
const SLASH = 0x2f;
const POSSESSIVES = wordSet('his her their the your my');
const BEARING = wordSet('who had has with having have whose whom');

/** "Her husband noted", "mother says": what they tell is of the patient. */
const TELLING = wordSet(
  'noted notes noticed report reports reported state states stated say says said tell tells told think thinks thought feel feels felt describe describes described brought called calls recall recalls recalled interprets interpreting translating translates',
);

/** "Discussed with his wife", "per mother": who was spoken with or lives with the patient bears no finding; "who had" does. */
export function isCompanion(tokens: Tokens, hit: CueHit): boolean {
  if (TELLING.at(tokens, hit.last)) return true;
  let before = POSSESSIVES.at(tokens, hit.first - 1) ? hit.first - 2 : hit.first - 1;
  while (before > hit.first - 4 && (TOGETHER.at(tokens, before) || markAt(tokens, before) === SLASH)) before--;
  if (!BESIDE.at(tokens, before) || BEARING.at(tokens, hit.last - 1)) return false;
  const next = markAt(tokens, hit.last) === COMMA ? hit.last + 1 : hit.last;
  // "her sons, one of whom had a fusion"
  return !BEARING.at(tokens, next) && wordAt(tokens, next + 2) !== 'whom';
}
