/** What a named dorsopathy without a code of its own is documented with; the lines of the lumbar and the lumbosacral one. */
import type { Condition, Fact } from '../model.ts';
import {
  assignedOf,
  type Chart,
  elementsOf,
  isLow,
  type Line,
  met,
  notApplicable,
  notMet,
  placeAll,
  ruledOut,
  studiesOf,
  type Verdict,
  wordsOf,
  wordsOfElements,
} from './chart.ts';

export type DorsopathySite = 'lumbar' | 'lumbosacral';

const NAMES: ReadonlySet<Condition> = new Set(['other-dorsopathy', 'unspecified-dorsopathy']);

/** The dorsopathies of the site that the author states: the junction and the sacrum are one, all else of the low back the other. */
export function findDorsopathies({ stated }: Chart, site: DorsopathySite): readonly Fact[] {
  const own = site === 'lumbosacral' ? ['lumbosacral', 'sacral'] : ['lumbar', 'unspecified'];
  return stated.filter(({ condition, region }) => NAMES.has(condition) && own.includes(region));
}

export function linesOf(site: DorsopathySite): readonly Line[] {
  const of = (chart: Chart) => findDorsopathies(chart, site);
  const lines: readonly Line[] = [
    {
      id: 'name',
      looksFor: 'Is the condition named?',
      document: 'The name of the structural or functional finding.',
      judge: (chart) => judgeName(chart, of(chart)),
    },
    {
      id: 'region',
      looksFor: 'Is the region stated, lumbar or lumbosacral?',
      document: 'The levels, and whether the junction or the sacrum is part of it.',
      judge: (chart) => judgeRegion(chart, of(chart)),
    },
    {
      id: 'imaging',
      looksFor: 'Is imaging of the region documented?',
      document: 'Modality, date and finding; a grade where there is one.',
      judge: judgeImaging,
    },
    {
      id: 'nothing-more-specific',
      looksFor: 'Is it said why no more specific diagnosis applies?',
      document: 'Disc disorder, stenosis, spondylosis and radiculopathy, as far as they are excluded.',
      judge: judgeMoreSpecific,
    },
    {
      id: 'function',
      looksFor: 'Is the effect on daily living, gait or work documented?',
      document: 'What the patient can no longer do, or does with help.',
      judge: judgeFunction,
    },
    {
      id: 'treatment',
      looksFor: 'Is earlier treatment documented?',
      document: 'What was tried, for how long, and what came of it.',
      judge: judgeTreatment,
    },
  ];
  const lumbar: readonly Line[] = [
    {
      id: 'duration',
      looksFor: 'Is the duration documented?',
      document: 'Acute, subacute or chronic, with the time since onset.',
      judge: judgeDuration,
    },
    {
      id: 'injury',
      looksFor: 'Is an injury in the history told as current or past?',
      document: 'Whether the injury is current, or past and healed.',
      judge: judgeInjury,
    },
  ];
  return site === 'lumbar' ? [...lines, ...lumbar] : lines;
}

function judgeName(chart: Chart, facts: readonly Fact[]): Verdict {
  const named = facts.filter(({ condition }) => condition === 'other-dorsopathy');
  if (named.length > 0) return met('The condition is named.', wordsOf(chart, named));
  return notMet('The words name no more than a disorder of the region.', ['named-condition'], wordsOf(chart, facts));
}

function judgeRegion(chart: Chart, facts: readonly Fact[]): Verdict {
  const open = facts.filter(({ region }) => region === 'unspecified');
  if (open.length > 0)
    return notMet('No region is stated.', ['named-condition', 'dorsopathy-support'], wordsOf(chart, open));
  return met(`Placed: ${[...new Set(facts.map(({ region }) => region))].join(', ')}.`, wordsOf(chart, facts));
}

function judgeImaging(chart: Chart): Verdict {
  const studies = studiesOf(chart);
  if (studies.length === 0) return notMet('No study of the region is documented.', ['dorsopathy-support']);
  const grades = elementsOf(chart, 'grade');
  const names = [...new Set(studies.map(({ modality }) => modality))].join(', ');
  const graded = grades.length > 0 ? ' with a grade' : '';
  return met(`Documented: ${names}${graded}.`, [
    ...placeAll(
      chart.analysis,
      studies.flatMap(({ evidence }) => evidence),
    ),
    ...wordsOfElements(chart, grades),
  ]);
}

const MORE_SPECIFIC: ReadonlySet<string> = new Set([
  'disc-herniation',
  'disc-bulge',
  'disc-degeneration',
  'spinal-stenosis',
  'spondylosis',
  'radiculopathy',
]);

function judgeMoreSpecific(chart: Chart): Verdict {
  const own = chart.stated.filter((fact) => MORE_SPECIFIC.has(fact.condition) && isLow(fact));
  if (own.length > 0) {
    const kept = assignedOf(chart).some((code) => code.startsWith('M53.8'));
    return kept
      ? met('More specific diagnoses stand beside it and are coded on their own.', wordsOf(chart, own))
      : notApplicable('A more specific diagnosis is stated, and coded in its place.');
  }
  const denied = ruledOut(chart).filter(({ condition }) => MORE_SPECIFIC.has(condition));
  if (denied.length > 0) return met('More specific diagnoses are said to be absent.', wordsOf(chart, denied));
  return notMet('Nothing is said of a disc disorder, stenosis, spondylosis or radiculopathy.', [
    'named-condition',
    'dorsopathy-support',
  ]);
}

function judgeFunction(chart: Chart): Verdict {
  const found = elementsOf(chart, 'function');
  return found.length > 0
    ? met('Documented.', wordsOfElements(chart, found))
    : notMet('Not documented.', ['dorsopathy-support']);
}

function judgeTreatment(chart: Chart): Verdict {
  const found = elementsOf(chart, 'treatment').filter(({ status }) => status !== 'uncertain');
  return found.length > 0
    ? met('Documented.', wordsOfElements(chart, found))
    : notMet('Not documented.', ['dorsopathy-support']);
}

function judgeDuration(chart: Chart): Verdict {
  const found = elementsOf(chart, 'duration');
  return found.length > 0
    ? met('Documented.', wordsOfElements(chart, found))
    : notMet('Acute, subacute or chronic is not stated.', ['pain-duration']);
}

function judgeInjury(chart: Chart): Verdict {
  const told = elementsOf(chart, 'injury');
  const events = told.filter(({ status }) => status === 'present' || status === 'historical');
  if (events.length === 0)
    return told.length > 0
      ? met('An injury is denied.', wordsOfElements(chart, told))
      : notApplicable('No injury is documented.');
  const open = chart.analysis.queries.some(({ kind }) => kind === 'injury-status');
  return open
    ? notMet(
        'An injury is told, and not whether it is current or past.',
        ['injury-status'],
        wordsOfElements(chart, events),
      )
    : met('The injury is told with its time, or apart from this condition.', wordsOfElements(chart, events));
}
