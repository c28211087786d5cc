/** Which established conditions are a definite cause of spinal pain, so that the pain is a symptom of them. */
import type { Condition, Fact } from '../model.ts';
import { wordsOf } from './chart.ts';
import { LOW_BACK, MID_BACK, NECK } from './regions.ts';

const STRUCTURAL: readonly Condition[] = [
  'annulus-fibrosus-defect',
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'spondylosis',
  'spinal-stenosis',
  'spondylolisthesis',
  'spondylolysis',
  'spinal-instability',
  'postlaminectomy-syndrome',
  'sacroiliac-disorder',
  'discitis',
  'vertebral-fracture',
];

/**
 * Conditions of muscle: they give the pain its character, not a structural cause. Muscle pain of the back is reported
 * by the pain code (M54.59), never M53.8-.
 */
export function isMyofascial(fact: Fact): boolean {
  return fact.condition === 'other-dorsopathy' && /myofasc|fibromyo|muscle|muscular/.test(wordsOf(fact));
}

/** Named, but with a code outside M53.8-: ligamentous laxity M24.28, a bare transitional vertebra Q76.4-. */
export function isCodedElsewhere(fact: Fact): boolean {
  if (fact.condition !== 'other-dorsopathy') return false;
  const words = wordsOf(fact);
  if (/bertolotti/.test(words)) return false;
  return /\blax(ity)?\b|transition|lumbari[sz]|sacrali[sz]/.test(words);
}

function isCause(fact: Fact): boolean {
  if (fact.condition === 'other-dorsopathy') return !isMyofascial(fact) && !isCodedElsewhere(fact);
  return STRUCTURAL.includes(fact.condition);
}

function isIn(fact: Fact, regions: readonly string[]): boolean {
  return regions.includes(fact.region) || fact.region === 'unspecified';
}

export function explainsLowBackPain(fact: Fact): boolean {
  return isCause(fact) && isIn(fact, LOW_BACK);
}

/** Whether the cause lies where the pain is; a pain of no part may come from anywhere. */
export function explainsPain(cause: Fact, pain: Fact): boolean {
  if (!isCause(cause)) return false;
  if (pain.condition === 'low-back-pain') return isIn(cause, LOW_BACK);
  if (pain.condition === 'neck-pain') return isIn(cause, NECK);
  if (pain.condition === 'thoracic-back-pain') return isIn(cause, [...MID_BACK, 'cervicothoracic']);
  return pain.condition === 'back-pain';
}
