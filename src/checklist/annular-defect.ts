/** What an annulus fibrosus defect is documented with: level, size, the study or look at it, the herniation that is coded first. */
import type { Fact } from '../model.ts';
import {
  assignedOf,
  type Chart,
  elementsOf,
  isPain,
  type Line,
  met,
  notApplicable,
  notMet,
  placeAll,
  studiesOf,
  type Verdict,
  wordsOf,
  wordsOfElements,
} from './chart.ts';

export const ANNULAR_DEFECT: readonly Line[] = [
  {
    id: 'level',
    looksFor: 'Is the level, lumbar or lumbosacral, stated?',
    document: 'The disc level, or lumbar or lumbosacral.',
    judge: judgeLevel,
  },
  {
    id: 'size',
    looksFor: 'Is the size stated by the author?',
    document: 'Small or large, in the words of the author.',
    judge: judgeSize,
  },
  {
    id: 'shown-by',
    looksFor: 'Is the study, the high-intensity zone or the operative finding named that shows the defect?',
    document: 'Modality, date and finding, or what was seen at operation.',
    judge: judgeShownBy,
  },
  {
    id: 'code-first',
    looksFor: 'Is a herniation at the level stated too, and is it coded first?',
    document: 'The herniation beside the defect, as a diagnosis of its own.',
    judge: judgeCodeFirst,
  },
  {
    id: 'symptoms',
    looksFor: 'Are the symptoms that go with it stated on their own?',
    document: 'Radiculopathy or pain, where present, as diagnoses of their own.',
    judge: judgeSymptoms,
  },
];

export function findDefects({ present, stated }: Chart): readonly Fact[] {
  const of = (facts: readonly Fact[]) => facts.filter(({ condition }) => condition === 'annulus-fibrosus-defect');
  return of(stated).length > 0 ? of(stated) : of(present);
}

function judgeLevel(chart: Chart): Verdict {
  const defects = findDefects(chart);
  const open = defects.filter(({ region }) => region === 'unspecified');
  if (open.length > 0)
    return notMet('Neither level nor region is stated.', ['annular-defect-level'], wordsOf(chart, open));
  const places = defects.map(({ region, levels }) => [region, ...levels].join(' ')).join('; ');
  return met(`Placed: ${places}.`, wordsOf(chart, defects));
}

function judgeSize(chart: Chart): Verdict {
  const defects = findDefects(chart);
  const open = defects.filter(({ size }) => size === 'unspecified');
  if (open.length > 0)
    return notMet(
      'The author gives no size.',
      ['annular-defect-size', 'conflicting-documentation'],
      wordsOf(chart, open),
    );
  const sizes = new Set(defects.map(({ size }) => size));
  if (sizes.size > 1 && defects.length > new Set(defects.map(({ region }) => region)).size)
    return notMet('The author gives two sizes.', ['conflicting-documentation'], wordsOf(chart, defects));
  return met(`The size is stated: ${[...sizes].join(', ')}.`, wordsOf(chart, defects));
}

function judgeShownBy(chart: Chart): Verdict {
  const seen = elementsOf(chart, 'high-intensity-zone', 'operative-finding').filter(
    ({ kind, value, status }) =>
      status === 'present' && (kind === 'high-intensity-zone' || value === 'annulus-fibrosus-defect'),
  );
  if (hasNoSource(chart))
    return notMet(
      'No study or operative finding is named.',
      ['annular-defect-imaging'],
      wordsOf(chart, findDefects(chart)),
    );
  const studies = studiesOf(chart);
  const evidence = [
    ...wordsOfElements(chart, seen),
    ...placeAll(
      chart.analysis,
      studies.flatMap(({ evidence }) => evidence),
    ),
  ];
  const operative = findDefects(chart).filter(({ source }) => source === 'operative');
  if (evidence.length > 0 || operative.length > 0) {
    const names = [
      ...new Set([...seen.map(({ kind }) => kind.replaceAll('-', ' ')), ...studies.map(({ modality }) => modality)]),
    ];
    return met(
      `Shown by: ${names.join(', ') || 'operation'}.`,
      evidence.length > 0 ? evidence : wordsOf(chart, operative),
    );
  }
  if (chart.analysis.note.kind === 'imaging-report')
    return met('The note is the report of the study.', wordsOf(chart, findDefects(chart)));
  return notMet(
    'No study or operative finding is named.',
    ['annular-defect-imaging'],
    wordsOf(chart, findDefects(chart)),
  );
}

const hasNoSource = ({ analysis }: Chart): boolean =>
  analysis.queries.some(({ kind }) => kind === 'annular-defect-imaging');

function judgeCodeFirst(chart: Chart): Verdict {
  const regions = new Set(findDefects(chart).map(({ region }) => region));
  const discs = chart.stated.filter(
    ({ condition, region }) => (condition === 'disc-herniation' || condition === 'disc-bulge') && regions.has(region),
  );
  const codes = assignedOf(chart);
  const first = codes.findIndex((code) => /^M51\.[0-2]/.test(code));
  const defect = codes.findIndex((code) => code.startsWith('M51.A'));
  if (discs.length === 0) {
    const shown = chart.present.filter(
      ({ condition, region, source }) => condition === 'disc-herniation' && source === 'imaging' && regions.has(region),
    );
    if (shown.length > 0)
      return notMet(
        'Imaging shows a herniation in the region that the author does not state; stated, it is coded first.',
        ['imaging-only-finding'],
        wordsOf(chart, shown),
      );
    return notApplicable('No herniation of the region is stated.');
  }
  if (defect < 0) return notApplicable('No code of the defect is assigned.');
  if (first < 0 || first > defect)
    return notMet(
      'A herniation is stated and no herniation code stands before the defect.',
      ['herniation-level'],
      wordsOf(chart, discs),
    );
  return met(
    `Code First: ${codes[first]} stands before ${codes[defect]}, because the herniation is documented too.`,
    wordsOf(chart, discs),
  );
}

function judgeSymptoms(chart: Chart): Verdict {
  const isSymptom = (fact: Fact) => isPain(fact) || fact.condition === 'radiculopathy' || fact.condition === 'sciatica';
  const own = chart.stated.filter(isSymptom);
  if (own.length > 0)
    return met('Stated by the provider; coded where the rules allow it beside the disc.', wordsOf(chart, own));
  const told = chart.present.filter(isSymptom);
  if (told.length > 0)
    return notMet(
      'Told by the patient, and not in the assessment.',
      ['symptom-only-assessment', 'imaging-only-finding'],
      wordsOf(chart, told),
    );
  return notApplicable('No symptom is documented.');
}
