/** Current strain (muscle) or sprain (ligament) of the low back; "sprain/strain" is both, a past injury neither. */
import type { Fact } from '../../model.ts';
import { wordsOf } from '../chart.ts';
import { defineFamily, derived } from '../family.ts';

export function isInjuryOfThePast(fact: Fact): boolean {
  return fact.condition === 'back-strain' && fact.detail.includes('past');
}

export function isCurrentInjury(fact: Fact): boolean {
  return fact.condition === 'back-strain' && !isInjuryOfThePast(fact);
}

function readInjury(fact: Fact) {
  const words = wordsOf(fact);
  if (!words.includes('sprain')) return 'strain';
  return /strain/.test(words) ? 'sprain and strain' : 'sprain';
}

function readEncounter(fact: Fact) {
  const words = wordsOf(fact);
  if (/sequela|late effect/.test(words)) return 'sequela';
  return /subsequent encounter/.test(words) ? 'subsequent' : 'initial';
}

export const backStrain = defineFamily({
  id: 'back-strain',
  name: 'Strain or sprain of the low back',
  conditions: ['back-strain'],
  // Cervical and thoracic strains have codes outside our scope (S16, S29).
  takes: (fact) => isCurrentInjury(fact) && ['lumbar', 'lumbosacral', 'unspecified'].includes(fact.region),
  axes: [
    derived('injury', ['strain', 'sprain', 'sprain and strain'], readInjury),
    derived('encounter', ['initial', 'subsequent', 'sequela'], readEncounter),
  ],
  tables: [
    {
      fromYear: 2016,
      cells: {
        strain: { initial: 'S39.012A', subsequent: 'S39.012D', sequela: 'S39.012S' },
        sprain: { initial: 'S33.5XXA', subsequent: 'S33.5XXD', sequela: 'S33.5XXS' },
        'sprain and strain': {
          initial: ['S39.012A', 'S33.5XXA'],
          subsequent: ['S39.012D', 'S33.5XXD'],
          sequela: ['S39.012S', 'S33.5XXS'],
        },
      },
    },
  ],
  cites: [
    'ICD-10-CM Tabular, S39.012-, S33.5XX- (Excludes2: both may stand)',
    'ICD-10-CM Official Guidelines, Section I.C.19.a: 7th character A while treatment is active',
  ],
});
