/** Years that put a finding in the past: "low back strain, 2011", "discectomy 2018 for a ruptured disc". A few tokens are looked at. */
import type { Reading } from '../mentions/reading.ts';
import { hasSpaceBefore, markAt, NUMBER, type Tokens, wordAt } from '../text/tokens.ts';
import { wordSet } from '../text/word-sets.ts';
import { entryEndsAt, lastBegun } from './layout.ts';
import type { Target } from './target.ts';

const COMMA = 0x2c;
const SEMICOLON = 0x3b;
const OPEN = 0x28;
/** The level in "2015 for a C5-6 herniation" has a hyphen of its own. */
const ENDS = new Set([COMMA, SEMICOLON, 0x3a, 0x29]);
const YEAR = /^(19|20)\d\d$/;
const FARTHEST_YEAR = 9;
const FARTHEST_PURPOSE = 7;
const MONTHS = wordSet(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
/** "Since 2019", "diagnosed in 2015", "seen 2021": the year of something else than an end. */
const OTHER_YEARS = wordSet(
  'since from until onset began started starting diagnosed dx known first noted seen dated surgery scheduled after before following to on accident fall collision',
);

/** "Discectomy 2018 for a ruptured disc", "seen in 2019 for a back strain": what a past year's event was for. */
export function findYearBefore(
  tokens: Tokens,
  reading: Reading,
  target: Target,
): { first: number; last: number } | undefined {
  const floor = Math.max(reading.first + 1, target.first - FARTHEST_PURPOSE);
  for (let at = target.first - 1; at >= floor; at--) {
    if (ENDS.has(markAt(tokens, at))) return undefined;
    if (wordAt(tokens, at) !== 'for') continue;
    const year = isYear(tokens, at - 1) ? at - 1 : -1;
    return year < 0 || isPartOfDate(tokens, year) || isStudied(reading, year - 1, at)
      ? undefined
      : { first: year, last: at + 1 };
  }
  return undefined;
}

/** "Low back strain at the bakery, 2011", "whiplash in 2014": an event with nothing but its year is over. */
export function findYear(
  tokens: Tokens,
  reading: Reading,
  target: Target,
): { first: number; last: number } | undefined {
  const stop = Math.min(reading.last, target.last + FARTHEST_YEAR);
  for (let at = target.last; at < stop; at++) {
    if (OTHER_YEARS.at(tokens, at) || markAt(tokens, at) === SEMICOLON) return undefined;
    if (!isYear(tokens, at)) continue;
    if (isPartOfDate(tokens, at) || !entryEndsAt(tokens, at + 1, reading.last) || isStudied(reading, target.last, at))
      return undefined;
    return { first: at, last: at + 1 };
  }
  return undefined;
}

function isYear(tokens: Tokens, at: number): boolean {
  return tokens.kind[at] === NUMBER && YEAR.test(tokens.text.slice(tokens.start[at], tokens.end[at]));
}

/** "10/2019", "on 7/7, 2019", "May 2019": a date tells when, not that it is over. */
function isPartOfDate(tokens: Tokens, year: number): boolean {
  if (!hasSpaceBefore(tokens, year) && markAt(tokens, year - 1) !== OPEN) return true;
  const before = markAt(tokens, year - 1) === COMMA ? year - 2 : year - 1;
  if (tokens.kind[before] === NUMBER) return true;
  return MONTHS.at(tokens, year - 1);
}

function isStudied(reading: Reading, first: number, last: number): boolean {
  const studies = reading.hits.get('modality');
  const study = studies[lastBegun(studies, last)];
  const other = reading.candidates[lastBegun(reading.candidates, last)];
  return (study !== undefined && study.first >= first - 6) || (other !== undefined && other.first >= first);
}
