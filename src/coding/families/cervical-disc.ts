/** Cervical discs: M50.-, one code for each disc named, since the code says the level. */
import type { Fact } from '../../model.ts';
import { DISC, findCarried, readWith, WITH, type With } from '../carriers.ts';
import type { Chart } from '../chart.ts';
import { defineFamily, derived } from '../family.ts';
import { NECK } from '../regions.ts';

export function isCervicalDisc(fact: Fact): boolean {
  return NECK.includes(fact.region);
}

const LEVELS = ['high', 'C4-C5', 'C5-C6', 'C6-C7', 'mid', 'cervicothoracic', 'unspecified'] as const;
type CervicalLevel = (typeof LEVELS)[number];

const LEVEL_OF: { readonly [level: string]: CervicalLevel } = {
  'C2-C3': 'high',
  'C3-C4': 'high',
  'C4-C5': 'C4-C5',
  'C5-C6': 'C5-C6',
  'C6-C7': 'C6-C7',
  'C7-T1': 'cervicothoracic',
  // "C5 disc" names no pair of vertebrae, but a mid-cervical place.
  C4: 'mid',
  C5: 'mid',
  C6: 'mid',
};

function readLevel(fact: Fact): CervicalLevel {
  const level = fact.levels.map((l) => LEVEL_OF[l]).find((l) => l !== undefined);
  return level ?? (fact.region === 'cervicothoracic' ? 'cervicothoracic' : 'unspecified');
}

function partsByLevel(fact: Fact): readonly Fact[] {
  return fact.levels.length < 2 ? [fact] : fact.levels.map((level) => ({ ...fact, levels: [level] }));
}

/** "C5-6 radiculopathy" beside discs at C5-6 and C6-7 is carried by the first; "cervical radiculopathy" by both. */
function findCarriedHere(part: Fact, chart: Chart): readonly Fact[] {
  const discs = chart.facts.filter((f) => DISC.includes(f.condition) && f.region === part.region);
  const named = new Set(discs.flatMap((f) => f.levels));
  return findCarried(part, chart).filter((symptom) => {
    const places = symptom.levels.filter((level) => named.has(level));
    return places.length === 0 || part.levels.some((level) => places.includes(level));
  });
}

function readWithHere(part: Fact, chart: Chart): With {
  const here = new Set(findCarriedHere(part, chart).map((f) => f.id));
  return readWith(part, { ...chart, facts: chart.facts.filter((f) => here.has(f.id) || !isSymptom(f)) });
}

function isSymptom(fact: Fact): boolean {
  return ['radiculopathy', 'myelopathy', 'sciatica'].includes(fact.condition);
}

const withRadiculopathy = {
  high: 'M50.11',
  'C4-C5': 'M50.121',
  'C5-C6': 'M50.122',
  'C6-C7': 'M50.123',
  mid: 'M50.120',
  cervicothoracic: 'M50.13',
  unspecified: 'M50.10',
} as const;

const withMyelopathy = {
  high: 'M50.01',
  'C4-C5': 'M50.021',
  'C5-C6': 'M50.022',
  'C6-C7': 'M50.023',
  mid: 'M50.020',
  cervicothoracic: 'M50.03',
  unspecified: 'M50.00',
} as const;

const withBoth = {
  high: ['M50.01', 'M50.11'],
  'C4-C5': ['M50.021', 'M50.121'],
  'C5-C6': ['M50.022', 'M50.122'],
  'C6-C7': ['M50.023', 'M50.123'],
  mid: ['M50.020', 'M50.120'],
  cervicothoracic: ['M50.03', 'M50.13'],
  unspecified: ['M50.00', 'M50.10'],
} as const;

const axes = [derived('with', WITH, readWithHere), derived('level', LEVELS, readLevel)] as const;
const cites = [
  'ICD-10-CM Tabular, M50.0-M50.3: each level has a code of its own',
  'ICD-10-CM Official Guidelines, Section I.A.15: "with" presumes the link',
];

export const cervicalDiscDisplacement = defineFamily({
  id: 'cervical-disc-displacement',
  name: 'Cervical disc herniation or bulge',
  conditions: ['disc-herniation', 'disc-bulge'],
  takes: isCervicalDisc,
  parts: partsByLevel,
  companions: findCarriedHere,
  axes,
  tables: [
    {
      fromYear: 2017,
      cells: {
        neither: {
          high: 'M50.21',
          'C4-C5': 'M50.221',
          'C5-C6': 'M50.222',
          'C6-C7': 'M50.223',
          mid: 'M50.220',
          cervicothoracic: 'M50.23',
          unspecified: 'M50.20',
        },
        radiculopathy: withRadiculopathy,
        myelopathy: withMyelopathy,
        'radiculopathy and myelopathy': withBoth,
      },
    },
  ],
  cites,
});

export const cervicalDiscDegeneration = defineFamily({
  id: 'cervical-disc-degeneration',
  name: 'Cervical disc degeneration',
  conditions: ['disc-degeneration'],
  takes: isCervicalDisc,
  parts: partsByLevel,
  companions: findCarriedHere,
  axes,
  tables: [
    {
      fromYear: 2017,
      cells: {
        neither: {
          high: 'M50.31',
          'C4-C5': 'M50.321',
          'C5-C6': 'M50.322',
          'C6-C7': 'M50.323',
          mid: 'M50.320',
          cervicothoracic: 'M50.33',
          unspecified: 'M50.30',
        },
        radiculopathy: withRadiculopathy,
        myelopathy: withMyelopathy,
        'radiculopathy and myelopathy': withBoth,
      },
    },
  ],
  cites,
});
