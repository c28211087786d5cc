/** The eight lines that a low back pain note is read for before a code is chosen; each judged by what the note documents. */
import type { Fact, SectionKind } from '../model.ts';
import {
  assignedOf,
  type Chart,
  elementsOf,
  hasQuery,
  isDiagnosis,
  isLow,
  isLowBackPain,
  isPain,
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

const DURATIONS: ReadonlySet<string> = new Set(['acute', 'subacute', 'chronic']);

export const LOW_BACK_PAIN: readonly Line[] = [
  {
    id: 'diagnosis',
    looksFor: 'Does the assessment name a diagnosis, and not a symptom alone?',
    document: 'The diagnosis behind the pain, as far as it is established.',
    judge: judgeDiagnosis,
  },
  {
    id: 'duration',
    looksFor: 'Is the pain called acute, subacute or chronic?',
    document: 'Acute, subacute or chronic, with the time since onset.',
    judge: judgeDuration,
  },
  {
    id: 'imaging-link',
    looksFor: 'Are the imaging findings tied to the diagnosis by the provider?',
    document: 'What the findings mean for this pain: its source, or not.',
    judge: judgeImagingLink,
  },
  {
    id: 'ruled-out',
    looksFor: 'Is it said which structural causes have been ruled out?',
    document: 'The causes considered and excluded, and by what.',
    judge: judgeRuledOut,
  },
  {
    id: 'contributing',
    looksFor: 'Are contributing diagnoses of the record stated so that they can be coded too?',
    document: 'Each further finding that applies to this encounter, as a diagnosis.',
    judge: judgeContributing,
  },
  {
    id: 'current',
    looksFor: 'Do the codes written or sent fit what this note documents?',
    document: 'The current diagnosis in place of one carried forward.',
    judge: judgeCurrent,
  },
  {
    id: 'specific',
    looksFor: 'Do the words of the provider support more than an unspecified low back pain?',
    document: 'The origin or character of the pain, in the words of the provider.',
    judge: judgeSpecific,
  },
  {
    id: 'assessed',
    looksFor: 'Has the pain been assessed for radiation, nerve involvement and function?',
    document: 'Radiation, neurological findings and what the pain keeps the patient from doing.',
    judge: judgeAssessed,
  },
];

const ASSESSING: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'impression',
  'plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
]);

function judgeDiagnosis(chart: Chart): Verdict {
  const diagnoses = chart.stated.filter((fact) => isDiagnosis(fact) && isLow(fact));
  const specific = chart.stated.filter(({ detail }) => detail.includes('vertebrogenic') || detail.includes('other'));
  const named = [...diagnoses, ...specific];
  if (named.length > 0) {
    const sections = new Map(chart.analysis.mentions.map(({ id, section }) => [id, section]));
    const inAssessment = named.filter((fact) => fact.mentions.some((id) => ASSESSING.has(sections.get(id) ?? 'other')));
    const why =
      inAssessment.length > 0
        ? 'The assessment names a diagnosis.'
        : 'The provider states a diagnosis, outside a headed assessment.';
    return met(why, wordsOf(chart, inAssessment.length > 0 ? inAssessment : named));
  }
  return notMet(
    'Only a symptom is stated.',
    [
      'symptom-only-assessment',
      'imaging-only-finding',
      'uncertain-diagnosis',
      'imaging-linkage',
      'named-condition',
      'pain-specificity',
    ],
    wordsOf(chart, chart.stated.filter(isPain)),
  );
}

function judgeDuration(chart: Chart): Verdict {
  const pains = chart.present.filter(isLowBackPain);
  if (pains.length === 0) return notApplicable('No low back pain is documented.');
  const timed = pains.filter(({ detail }) => detail.some((word) => DURATIONS.has(word)));
  if (timed.length > 0) {
    const words = elementsOf(chart, 'duration');
    return met('The duration is stated.', words.length > 0 ? wordsOfElements(chart, words) : wordsOf(chart, timed));
  }
  return notMet('Acute, subacute or chronic is not stated.', ['pain-duration'], wordsOf(chart, pains));
}

function judgeImagingLink(chart: Chart): Verdict {
  const { analysis, present, stated } = chart;
  if (studiesOf(chart).length === 0) return notApplicable('No imaging of the low back is reviewed.');
  const linked = analysis.linkages.filter(({ status }) => status === 'present' || status === 'absent');
  if (linked.length > 0) {
    return met(
      'The provider says what the findings have to do with the pain.',
      placeAll(
        analysis,
        linked.flatMap(({ evidence }) => evidence),
      ),
    );
  }
  const shown = present.filter((fact) => fact.source === 'imaging' && isLow(fact));
  if (hasQuery(chart, 'imaging-linkage', 'imaging-only-finding') || analysis.linkages.length > 0) {
    const why =
      analysis.linkages.length > 0
        ? 'The findings are tied to the pain only in uncertain words.'
        : 'Findings of the imaging stand without a word on them in the assessment.';
    return notMet(why, ['imaging-linkage', 'imaging-only-finding', 'uncertain-diagnosis'], wordsOf(chart, shown));
  }
  const owned = stated.filter((fact) => isDiagnosis(fact) && isLow(fact));
  if (owned.length > 0) return met('The provider states the findings as diagnoses.', wordsOf(chart, owned));
  if (shown.length === 0) return notApplicable('The imaging shows no finding to be tied to the pain.');
  return notMet(
    'The provider does not say what the findings have to do with the pain.',
    ['imaging-linkage', 'imaging-only-finding'],
    wordsOf(chart, shown),
  );
}

function judgeRuledOut(chart: Chart): Verdict {
  const denied = ruledOut(chart).filter(isLow);
  if (denied.length > 0) return met('Causes that were ruled out are named.', wordsOf(chart, denied));
  if (chart.stated.some((fact) => isDiagnosis(fact) && isLow(fact)))
    return notApplicable('A diagnosis is stated; nothing else is left to be ruled out for its code.');
  return notMet('No cause is said to be ruled out.', ['pain-specificity', 'uncertain-diagnosis']);
}

function judgeContributing(chart: Chart): Verdict {
  const { analysis, stated } = chart;
  const used = new Set(
    analysis.codes.filter(({ standing }) => standing !== 'unconfirmed').flatMap(({ facts }) => facts),
  );
  const beside = stated.filter((fact) => isDiagnosis(fact) && used.has(fact.id));
  const unconfirmed = analysis.codes.filter(({ standing }) => standing === 'unconfirmed').flatMap(({ facts }) => facts);
  const open = analysis.facts.filter((fact) => unconfirmed.includes(fact.id) && !isPain(fact));
  if (open.length > 0) {
    return notMet(
      'The record holds findings that are not stated as diagnoses, or only in uncertain words.',
      ['imaging-only-finding', 'imaging-linkage', 'uncertain-diagnosis', 'herniation-level'],
      wordsOf(chart, open),
    );
  }
  if (beside.length === 0) return notApplicable('The record holds no further diagnosis.');
  return met('Every further diagnosis of the record is stated and coded by the rules.', wordsOf(chart, beside));
}

function judgeCurrent(chart: Chart): Verdict {
  const { analysis } = chart;
  const { claim } = analysis;
  const wrong =
    claim?.codes.filter(
      ({ sent, verdict }) => sent !== null && verdict !== 'supported' && verdict !== 'outside-scope',
    ) ?? [];
  if (wrong.length > 0) {
    const words = wrong.map(({ code, verdict }) => `${code} (${verdict})`).join(', ');
    return notMet(
      `Sent and not what this note supports: ${words}.`,
      ['conflicting-documentation', 'uncertain-diagnosis'],
      placeAll(
        analysis,
        wrong.flatMap(({ findings }) => findings.flatMap(({ evidence }) => evidence)),
      ),
    );
  }
  const written = elementsOf(chart, 'written-code').filter(({ value }) => /^M5[0-4]|^M4[378]|^S3/.test(value));
  const assigned = assignedOf(chart);
  const stale = written.filter(({ value, status }) => status === 'present' && !assigned.includes(value));
  if (stale.length > 0) {
    const codes = [...new Set(stale.map(({ value }) => value))].join(', ');
    return notMet(
      `Written in the note and not what it supports now: ${codes}.`,
      ['conflicting-documentation', 'uncertain-diagnosis'],
      wordsOfElements(chart, stale),
    );
  }
  if (written.length > 0)
    return met('The codes written in the note are those that it supports.', wordsOfElements(chart, written));
  if (claim !== undefined)
    return met('The codes that were sent are supported by this note.', wordsOf(chart, chart.stated.slice(0, 2)));
  return notApplicable(
    'No code is written or sent; whether one is carried forward shows only beside the earlier notes.',
  );
}

function judgeSpecific(chart: Chart): Verdict {
  const codes = assignedOf(chart);
  const pains = chart.stated.filter(isLowBackPain);
  const factsOf = (...wanted: readonly string[]): readonly Fact[] => {
    const ids = chart.analysis.codes
      .filter(({ code, standing }) => standing === 'assigned' && wanted.includes(code))
      .flatMap(({ facts }) => facts);
    return chart.analysis.facts.filter(({ id }) => ids.includes(id));
  };
  const specific = codes.filter((code) => code === 'M54.51' || code === 'M54.59');
  if (specific.length > 0)
    return met(`The words support ${specific.join(' and ')}.`, wordsOf(chart, factsOf(...specific)));
  if (codes.includes('M54.50') || codes.includes('M54.9')) {
    return notMet(
      'The pain is stated without origin or character.',
      ['imaging-linkage', 'pain-specificity', 'symptom-only-assessment', 'uncertain-diagnosis', 'imaging-only-finding'],
      wordsOf(chart, pains),
    );
  }
  return notApplicable(
    pains.length > 0
      ? 'The pain is reported by the diagnosis that explains it.'
      : 'No low back pain is stated by the provider.',
  );
}

function judgeAssessed(chart: Chart): Verdict {
  const nerve = chart.analysis.facts.filter(
    ({ condition, status }) =>
      (condition === 'radiculopathy' || condition === 'sciatica') && (status === 'present' || status === 'absent'),
  );
  const parts = [
    { name: 'radiation', elements: elementsOf(chart, 'leg-pain', 'claudication'), facts: nerve },
    {
      name: 'nerve involvement',
      elements: elementsOf(chart, 'exam').filter(({ value }) => NEUROLOGICAL.test(value)),
      facts: nerve,
    },
    { name: 'function', elements: elementsOf(chart, 'function'), facts: [] },
  ];
  const isDone = ({ elements, facts }: (typeof parts)[number]) => elements.length + facts.length > 0;
  const missing = parts.filter((part) => !isDone(part)).map(({ name }) => name);
  const evidence = [
    ...wordsOfElements(
      chart,
      parts.flatMap(({ elements }) => elements.slice(0, 2)),
    ),
    ...wordsOf(chart, nerve),
  ];
  if (missing.length === 0) return met('Radiation, nerve involvement and function are documented.', evidence);
  const why = `Not documented: ${missing.join(', ')}.`;
  return missing.length < parts.length && !missing.includes('nerve involvement')
    ? met(`Assessed. ${why}`, evidence)
    : notMet(why, ['dorsopathy-support', 'radiculopathy-site'], evidence);
}

const NEUROLOGICAL =
  /\b(raise|raising|slr|slump|sensation|weakness|strength|reflex\w*|jerk|heel|toe|hoffmann|clonus|babinski|spurling)\b/i;
