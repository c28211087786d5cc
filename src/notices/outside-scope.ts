/** Conditions of the spine that have codes, but none of those that we speak of: silence would look like "not documented". */
import type { Condition, Evidence, Fact, Findings, Notice } from '../model.ts';

interface OutsideCondition {
  readonly condition: Condition;
  /** What the evidence says; every piece where it is absent. */
  readonly says?: RegExp;
  /** Words that make the whole fact another condition. */
  readonly unless?: RegExp;
  readonly named: string;
  readonly codes: string;
}

const OUTSIDE: readonly OutsideCondition[] = [
  {
    condition: 'other-dorsopathy',
    says: /\blaxity\b|\blax\b[^.]*\bligament|\bligament\w*\b[^.]*\blax\b/i,
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
];

export function findOutsideScope({ facts }: Findings): readonly Notice[] {
  return facts
    .filter(({ status }) => status === 'present')
    .flatMap((fact) =>
      OUTSIDE.flatMap((outside): readonly Notice[] => {
        const evidence = findEvidence(fact, outside);
        return evidence ? [describeOutside(outside, evidence)] : [];
      }),
    );
}

function findEvidence({ condition, evidence }: Fact, outside: OutsideCondition): Evidence | undefined {
  const { says, unless } = outside;
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
