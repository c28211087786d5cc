/**
 * What belongs together from visit to visit: codes that speak of one complaint, facts that speak of one stretch of the
 * spine. A code belongs to one group only.
 */
import type { Condition, Region } from '../model.ts';

interface CodeGroup {
  readonly name: string;
  readonly prefixes: readonly string[];
  /** A symptom gives way to a diagnosis that explains it. */
  readonly says: 'symptom' | 'diagnosis';
  readonly part: Part;
}

/** The stretches that one complaint is about; `any` where the code names none. */
export type Part = 'neck' | 'thorax' | 'low-back' | 'any';

const GROUPS: readonly CodeGroup[] = [
  { name: 'low back pain', prefixes: ['M54.5'], says: 'symptom', part: 'low-back' },
  { name: 'neck pain', prefixes: ['M54.2'], says: 'symptom', part: 'neck' },
  { name: 'thoracic pain', prefixes: ['M54.6'], says: 'symptom', part: 'thorax' },
  { name: 'back pain, unspecified dorsopathy', prefixes: ['M54.8', 'M54.9', 'M53.9'], says: 'symptom', part: 'any' },
  { name: 'sciatica', prefixes: ['M54.3', 'M54.4'], says: 'diagnosis', part: 'low-back' },
  { name: 'radiculopathy', prefixes: ['M54.1'], says: 'diagnosis', part: 'any' },
  { name: 'annulus fibrosus defect', prefixes: ['M51.A'], says: 'diagnosis', part: 'low-back' },
  { name: 'disc disorder', prefixes: ['M51.0', 'M51.1', 'M51.2'], says: 'diagnosis', part: 'any' },
  { name: 'disc degeneration', prefixes: ['M51.3'], says: 'diagnosis', part: 'any' },
  { name: 'disc disorder, other', prefixes: ['M51.8', 'M51.9'], says: 'diagnosis', part: 'any' },
  { name: 'cervical disc disorder', prefixes: ['M50'], says: 'diagnosis', part: 'neck' },
  { name: 'spinal stenosis', prefixes: ['M48.0'], says: 'diagnosis', part: 'any' },
  { name: 'spondylosis', prefixes: ['M47'], says: 'diagnosis', part: 'any' },
  { name: 'spondylolysis, spondylolisthesis', prefixes: ['M43.0', 'M43.1'], says: 'diagnosis', part: 'any' },
  { name: 'spinal instability', prefixes: ['M53.2'], says: 'diagnosis', part: 'any' },
  { name: 'named dorsopathy', prefixes: ['M53.8'], says: 'diagnosis', part: 'any' },
  { name: 'sacroiliac joint, coccyx', prefixes: ['M53.3', 'M46.1'], says: 'diagnosis', part: 'low-back' },
  { name: 'discitis', prefixes: ['M46.4'], says: 'diagnosis', part: 'any' },
  { name: 'postlaminectomy syndrome', prefixes: ['M96.1'], says: 'diagnosis', part: 'any' },
  { name: 'strain or sprain of the low back', prefixes: ['S39.012', 'S33.5'], says: 'diagnosis', part: 'low-back' },
];

export const groupOf = (code: string): CodeGroup | undefined =>
  GROUPS.find(({ prefixes }) => prefixes.some((prefix) => code.startsWith(prefix)));

/** ICD-10-CM says in the title where the record left something open. */
export const isUnspecified = (title: string): boolean => /\bunspecified\b|\bwithout mention of\b/i.test(title);

const PARTS: { readonly [region in Region]: Part } = {
  cervical: 'neck',
  cervicothoracic: 'neck',
  thoracic: 'thorax',
  thoracolumbar: 'thorax',
  lumbar: 'low-back',
  lumbosacral: 'low-back',
  sacral: 'low-back',
  unspecified: 'any',
};
export const partOf = (region: Region): Part => PARTS[region];
export const isSamePart = (one: Part, other: Part): boolean => one === other || one === 'any' || other === 'any';

/** Changes of structure: what explains a pain, and what does not come and go from visit to visit. */
export const STRUCTURAL: readonly Condition[] = [
  'annulus-fibrosus-defect',
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'endplate-change',
  'spondylosis',
  'spinal-stenosis',
  'spondylolisthesis',
  'spondylolysis',
  'spinal-instability',
  'discitis',
  'vertebral-fracture',
];
export const isStructural = (condition: Condition): boolean => STRUCTURAL.includes(condition);
