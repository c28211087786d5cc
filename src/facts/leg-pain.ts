/** Pain in a leg, however it is put: "pain in both legs", "radiates down the left leg", "burning into the calf". */
import type { SentenceReading } from '../mentions/note-reading.ts';
import { markAt, type Tokens, wordAt } from '../text/tokens.ts';
import { WordSet, wordSet } from '../text/word-sets.ts';

const LEGS = wordSet('leg legs thigh thighs calf calves shin shins');
const EXTREMITY = wordSet('extremity extremities limb limbs');
const MAY_BE_LEG = new WordSet([...LEGS, ...EXTREMITY]);
const HURTING = wordSet('pain pains painful ache aches aching burning hurts hurt sore symptoms');
const TRAVELLING = wordSet(
  'radiates radiate radiated radiating radiation shoots shoot shooting travels traveling travelling runs running goes going refers referred referring spreads spreading extends extending',
);
const TOWARDS = wordSet('down into to in along of');
/** "straight leg raising", "leg length", "leg press": no pain is told. */
const TEST_WORDS = wordSet('raise raises raising raiser length press lift lifts edema swelling ulcer cramps');
const REACH_BEFORE = 7;
const REACH_AFTER = 2;

const NONE: readonly LegPain[] = [];

export interface LegPain {
  readonly first: number;
  readonly last: number;
}

/** Whether a note can tell of any. */
export const mayHaveLegPains = (tokens: Tokens): boolean => MAY_BE_LEG.standsIn(tokens);

export function findLegPains(tokens: Tokens, sentence: SentenceReading): readonly LegPain[] {
  if (!MAY_BE_LEG.isIn(tokens, sentence.first, sentence.last)) return NONE;
  const found: LegPain[] = [];
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!isLeg(tokens, at) || TEST_WORDS.at(tokens, at + 1)) continue;
    const pain = painAfter(tokens, sentence, at) ?? painBefore(tokens, sentence, at);
    if (pain && (found.at(-1)?.last ?? 0) <= pain.first) found.push(pain);
  }
  return found;
}

function isLeg(tokens: Tokens, at: number): boolean {
  return LEGS.at(tokens, at) || (EXTREMITY.at(tokens, at) && wordAt(tokens, at - 1) === 'lower');
}

/** "left leg pain", "leg is painful" */
function painAfter(tokens: Tokens, sentence: SentenceReading, at: number): LegPain | undefined {
  for (let next = at + 1; next < Math.min(sentence.last, at + 1 + REACH_AFTER); next++) {
    if (HURTING.at(tokens, next)) return { first: at, last: next + 1 };
  }
  return undefined;
}

/** "pain in both legs", "radiates down the left leg": a word of pain and a way to the leg, in one clause. */
function painBefore(tokens: Tokens, sentence: SentenceReading, at: number): LegPain | undefined {
  let reaches = false;
  for (let before = at - 1; before >= Math.max(sentence.first, at - REACH_BEFORE); before--) {
    if (markAt(tokens, before) === 0x3b || markAt(tokens, before) === 0x3a) return undefined;
    if (TOWARDS.at(tokens, before)) reaches = true;
    else if (reaches && (HURTING.at(tokens, before) || TRAVELLING.at(tokens, before)))
      return { first: before, last: at + 1 };
  }
  return undefined;
}
