/** Conditions of the spine that have codes, but none of those that we speak of: silence would look like "not documented". */
import type { Coding } from '../coding/code.ts';
import { isInjuryOfThePast } from '../coding/families/back-strain.ts';
import type { Condition, Evidence, Fact, Findings, Notice, Region } from '../model.ts';

interface OutsideCondition {
  readonly condition: Condition;
  /** What the evidence says; every piece where it is absent. */
  readonly says?: RegExp;
  /** Words that make the whole fact another condition. */
  readonly unless?: RegExp;
  /** Where the codes that are read here end; everywhere where it is absent. */
  readonly regions?: readonly Region[];
  readonly named: string;
  readonly codes: string;
}

const OUTSIDE: readonly OutsideCondition[] = [
  {
    condition: 'other-dorsopathy',
    says: /\blaxity\b|\blax\b(?:(?!\blax\b)[^.])*\bligament|\bligament\w*\b(?:(?!\bligament)[^.])*\blax\b/i,
    named: 'Ligamentous laxity of the spine',
    codes: 'M24.28 (Disorder of ligament, vertebrae), so no M53.8- code stands for it',
  },
  {
    condition: 'other-dorsopathy',
    says: /\btransitional\b|lumbari[sz]|sacrali[sz]|\blstv\b/i,
    // Bertolotti syndrome is the painful transitional vertebra: a named dorsopathy, M53.8-.
    unless: /bertolotti/i,
    named: 'A transitional, lumbarized or sacralized vertebra',
    codes:
      'Q76.4- (Other congenital malformations of spine, not associated with scoliosis), so no M53.8- code stands for it',
  },
  {
    condition: 'vertebral-fracture',
    named: 'A vertebral fracture',
    codes:
      'S12.-, S22.0- or S32.- when traumatic, M80.-, M84.-, M48.4- or M48.5- when not, each with the character for the ' +
      'encounter',
  },
  {
    condition: 'back-strain',
    regions: ['cervical', 'cervicothoracic'],
    named: 'A strain or sprain of the neck',
    codes: 'S16.1XX- (strain) or S13.4XX- (sprain), each with the character for the encounter',
  },
  {
    condition: 'back-strain',
    regions: ['thoracic', 'thoracolumbar'],
    named: 'A strain or sprain of the thoracic spine',
    codes: 'S29.012- (strain) or S23.3XX- (sprain), each with the character for the encounter',
  },
  {
    condition: 'back-strain',
    regions: ['sacral'],
    named: 'A strain or sprain of the pelvis or the sacroiliac joint',
    codes: 'S39.013- (strain) or S33.6XX- (sprain), each with the character for the encounter',
  },
  {
    condition: 'annulus-fibrosus-defect',
    regions: ['cervical', 'cervicothoracic', 'thoracic', 'thoracolumbar'],
    named: 'An annulus fibrosus defect above the lumbar spine',
    codes: 'M51.A- speaks of lumbar and lumbosacral discs only; M50.8- and M51.8- are of other disc disorders',
  },
  {
    condition: 'myelopathy',
    named: 'A myelopathy that no disc disorder or spondylosis of the note carries',
    codes: 'G95.9 (Disease of spinal cord, unspecified) or the code of its cause',
  },
];

/** Only of what no code of the analysis speaks of. */
export function findOutsideScope({ facts }: Findings, { codes }: Coding): readonly Notice[] {
  const coded = new Set(codes.flatMap((code) => code.facts));
  return facts
    .filter((fact) => fact.status === 'present' && !coded.has(fact.id) && !isInjuryOfThePast(fact))
    .flatMap((fact) =>
      OUTSIDE.flatMap((outside): readonly Notice[] => {
        const evidence = findEvidence(fact, outside);
        return evidence ? [describeOutside(outside, evidence)] : [];
      }),
    );
}

function findEvidence({ condition, region, evidence }: Fact, outside: OutsideCondition): Evidence | undefined {
  const { says, unless, regions } = outside;
  if (regions && !regions.includes(region)) return undefined;
  if (condition !== outside.condition || evidence.some(({ text }) => unless?.test(text))) return undefined;
  return says ? evidence.find(({ text }) => says.test(text)) : evidence[0];
}

function describeOutside({ named, codes }: OutsideCondition, { start, end, text }: Evidence): Notice {
  return {
    rule: 'outside-code-scope',
    severity: 'info',
    message:
      `${named} is coded outside the codes that are read here: ${codes}. The codes of this analysis are therefore not ` +
      'all that the note may support. Where the provider documents it as a diagnosis, code it from the full code set.',
    start,
    end,
    text,
  };
}
