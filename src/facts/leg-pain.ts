/** Pain in a leg, however it is put: "pain in both legs", "radiates down the left leg", "burning into the calf". */
import type { SentenceReading } from '../mentions/note-reading.ts';
import { Sightings } from '../text/sightings.ts';
import { markAt, type Tokens } from '../text/tokens.ts';
import { wordAt } from './study-words.ts';

/** Looked for first, so that only sentences with a leg in them are read word by word. */
const LEG = /\bleg|thigh|calf|calves|shin|extremit|limb/;
const MAY_BE_LEG = /leg|thigh|cal[fv]|shin|extremit|limb/g;
const LEGS = new Set(['leg', 'legs', 'thigh', 'thighs', 'calf', 'calves', 'shin', 'shins']);
const EXTREMITY = new Set(['extremity', 'extremities', 'limb', 'limbs']);
const HURTING = new Set([
  'pain',
  'pains',
  'painful',
  'ache',
  'aches',
  'aching',
  'burning',
  'hurts',
  'hurt',
  'sore',
  'symptoms',
]);
const TRAVELLING = new Set([
  'radiates',
  'radiate',
  'radiated',
  'radiating',
  'radiation',
  'shoots',
  'shoot',
  'shooting',
  'travels',
  'traveling',
  'travelling',
  'runs',
  'running',
  'goes',
  'going',
  'refers',
  'referred',
  'referring',
  'spreads',
  'spreading',
  'extends',
  'extending',
]);
const TOWARDS = new Set(['down', 'into', 'to', 'in', 'along', 'of']);
/** "straight leg raising", "leg length", "leg press": no pain is told. */
const TEST_WORDS = new Set([
  'raise',
  'raises',
  'raising',
  'raiser',
  'length',
  'press',
  'lift',
  'lifts',
  'edema',
  'swelling',
  'ulcer',
  'cramps',
]);
const REACH_BEFORE = 7;
const REACH_AFTER = 2;

export interface LegPain {
  readonly first: number;
  readonly last: number;
}

/** What may be a leg, for all sentences of a note. */
export const sightLegs = ({ folded }: Tokens): Sightings => new Sightings(MAY_BE_LEG, folded);

/** @param legs as `sightLegs` gives them, asked sentence after sentence */
export function findLegPains(tokens: Tokens, sentence: SentenceReading, legs: Sightings): LegPain[] {
  const found: LegPain[] = [];
  const start = tokens.start[sentence.first] as number;
  const end = tokens.end[sentence.last - 1] as number;
  if (!legs.beginsIn(start, end) || !LEG.test(tokens.folded.slice(start, end))) return found;
  for (let at = sentence.first; at < sentence.last; at++) {
    if (!isLeg(tokens, at) || TEST_WORDS.has(wordAt(tokens, at + 1))) continue;
    const pain = painAfter(tokens, sentence, at) ?? painBefore(tokens, sentence, at);
    if (pain && (found.at(-1)?.last ?? 0) <= pain.first) found.push(pain);
  }
  return found;
}

function isLeg(tokens: Tokens, at: number): boolean {
  return LEGS.has(wordAt(tokens, at)) || (EXTREMITY.has(wordAt(tokens, at)) && wordAt(tokens, at - 1) === 'lower');
}

/** "left leg pain", "leg is painful" */
function painAfter(tokens: Tokens, sentence: SentenceReading, at: number): LegPain | undefined {
  for (let next = at + 1; next < Math.min(sentence.last, at + 1 + REACH_AFTER); next++) {
    if (HURTING.has(wordAt(tokens, next))) return { first: at, last: next + 1 };
  }
  return undefined;
}

/** "pain in both legs", "radiates down the left leg": a word of pain and a way to the leg, in one clause. */
function painBefore(tokens: Tokens, sentence: SentenceReading, at: number): LegPain | undefined {
  let reaches = false;
  for (let before = at - 1; before >= Math.max(sentence.first, at - REACH_BEFORE); before--) {
    if (markAt(tokens, before) === 0x3b || markAt(tokens, before) === 0x3a) return undefined;
    const word = wordAt(tokens, before);
    if (TOWARDS.has(word)) reaches = true;
    else if (reaches && (HURTING.has(word) || TRAVELLING.has(word))) return { first: before, last: at + 1 };
  }
  return undefined;
}
