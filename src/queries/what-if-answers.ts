/** What an answer to a query would make of the facts: one small change for each option; what an answer leaves open changes nothing. */
import { FAMILIES } from '../coding/families.ts';
import type { QueryWording } from '../lexicons/query-wording.ts';
import { regionOfLevel } from '../mentions/levels.ts';
import type { Detail, Fact, Findings, Linkage, Query, QueryKind, Region } from '../model.ts';

/** The findings as they would be; null where the answer does not settle them. */
export function answerQuery(query: Query, answer: string, findings: Findings, wording: QueryWording): Findings | null {
  if (answer === wording.closing.other || answer === wording.closing.undetermined) return null;
  const about = findings.facts.filter(({ id }) => query.facts.includes(id));
  const context: Context = { query, answer, about, findings, wording };
  return findChange(query.kind, answer)?.(context) ?? null;
}

function findChange(kind: QueryKind, option: string): Change | undefined {
  return ANSWERS[kind]?.find(([pattern]) => pattern.test(option))?.[1];
}

/** Whether an option of the wording is one whose codes can be told. */
export const hasAnswer = (kind: QueryKind, option: string): boolean => findChange(kind, option) !== undefined;

interface Context {
  readonly query: Query;
  readonly answer: string;
  /** The facts that the query is about. */
  readonly about: readonly Fact[];
  readonly findings: Findings;
  readonly wording: QueryWording;
}

type Change = (context: Context) => Findings | null;

const unchanged: Change = ({ findings }) => findings;

/** The facts that pass, as the provider now states them. */
function restate(findings: Findings, passes: (fact: Fact) => boolean, statement: Partial<Fact>): Findings {
  return { ...findings, facts: findings.facts.map((fact) => (passes(fact) ? { ...fact, ...statement } : fact)) };
}

const restateAll =
  (statement: Partial<Fact>, passes: (fact: Fact) => boolean = () => true): Change =>
  ({ about, findings }) =>
    restate(findings, (fact) => about.includes(fact) && passes(fact), statement);

const STATED = { status: 'present', source: 'provider' } as const;

const isCoded = ({ condition }: Fact): boolean => FAMILIES.some(({ conditions }) => conditions.includes(condition));
const isPresent = ({ status }: Fact): boolean => status === 'present';
const isDefect = ({ condition }: Fact): boolean => condition === 'annulus-fibrosus-defect';
const isPain = ({ condition }: Fact): boolean => condition === 'low-back-pain' || condition === 'back-pain';
const isDisc = ({ condition }: Fact): boolean => DISC.includes(condition);
const DISC: readonly Fact['condition'][] = [
  'disc-degeneration',
  'disc-herniation',
  'disc-bulge',
  'annulus-fibrosus-defect',
];

/** The fact that an option names: "Disc herniation at L4-L5: established", "Spinal stenosis of the lumbar spine". */
function findNamed({ answer, about, wording, findings }: Context): readonly Fact[] {
  const words = answer.toLowerCase();
  return about.filter((fact) => {
    const own = findings.mentions
      .find(({ id }) => id === fact.mentions[0])
      ?.text.replace(/\s+/g, ' ')
      .toLowerCase();
    const names = [
      wording.conditions[fact.condition].toLowerCase(),
      ...(fact.condition === 'other-dorsopathy' && own ? [own] : []),
    ];
    if (!names.some((name) => words.startsWith(name))) return false;
    if (fact.levels.length > 0) return fact.levels.every((level) => answer.includes(level));
    const place = wording.places[fact.region].toLowerCase();
    return (
      !/\b[ctls]\d/.test(words) &&
      (place === '' ||
        words.includes(place) ||
        !Object.values(wording.places).some((other) => other !== '' && words.includes(other.toLowerCase())))
    );
  });
}

const restateNamed =
  (statement: Partial<Fact>): Change =>
  (context) => {
    // A fracture has codes, and none that are read here: the answer would seem to change nothing.
    const named = findNamed(context).filter(isCoded);
    return named.length === 0 ? null : restate(context.findings, (fact) => named.includes(fact), statement);
  };

/** The provider who gives the size or the level of a finding states the finding, which a report alone does not. */
const complete =
  (statement: Partial<Fact>, passes: (fact: Fact) => boolean = () => true): Change =>
  ({ about, findings }) => ({
    ...findings,
    facts: findings.facts.map((fact) =>
      about.includes(fact) && passes(fact)
        ? { ...fact, ...statement, source: fact.source === 'operative' ? fact.source : 'provider' }
        : fact,
    ),
  });

const place = (region: Region, levels: readonly string[] = []): Change => complete({ region, levels });

/** "L4-L5": the level that the provider would name, of the finding that is in dispute. */
const placeAtLevel: Change = ({ answer, about, findings }) => {
  const [stated] = about;
  if (!stated) return null;
  const region = regionOfLevel(answer);
  return restate(findings, (fact) => fact === stated, { levels: [answer], region });
};

const BACK: readonly Region[] = ['thoracolumbar', 'lumbar', 'lumbosacral', 'unspecified'];

const tie = (findings: Findings, to: Linkage['to'], status: Linkage['status']): Findings => ({
  ...findings,
  linkages: [
    ...findings.linkages.filter((linkage) => linkage.from !== 'low-back-pain' || linkage.to !== to),
    { from: 'low-back-pain', to, status, evidence: [] },
  ],
});

const isVertebrogenic: Change = ({ about, findings }) => {
  const pains = about.filter(isPain);
  const detail = (fact: Fact): readonly Detail[] => [
    ...fact.detail.filter((each) => each !== 'other' && each !== 'unspecified'),
    'vertebrogenic',
  ];
  const facts = findings.facts.map((fact) =>
    pains.includes(fact) ? { ...fact, ...STATED, condition: 'low-back-pain' as const, detail: detail(fact) } : fact,
  );
  return pains.length === 0 ? null : tie({ ...findings, facts }, 'endplate-change', 'present');
};

const isNotVertebrogenic: Change = ({ about, findings }) => {
  const facts = findings.facts.map((fact) =>
    about.includes(fact) && isPain(fact) && fact.detail.includes('vertebrogenic')
      ? { ...fact, ...STATED, detail: fact.detail.filter((each) => each !== 'vertebrogenic') }
      : fact,
  );
  return tie({ ...findings, facts }, 'endplate-change', 'absent');
};

/** The provider who says "of disc origin" states the disc findings as diagnoses. */
const isDiscogenic: Change = ({ findings }) => {
  const discs = findings.facts.filter((fact) => isDisc(fact) && isPresent(fact) && BACK.includes(fact.region));
  if (discs.length === 0) return null;
  const stated = restate(findings, (fact) => discs.includes(fact), { source: 'provider' });
  return discs.some(({ condition }) => condition === 'disc-degeneration')
    ? tie(stated, 'disc-degeneration', 'present')
    : stated;
};

const painOf = (detail: Detail): Change =>
  restateAll({ detail: [detail] }, ({ condition }) => condition === 'disc-degeneration');

/** "No pain from the disc degeneration": neither the back pain nor the leg pain of the record is the disc's. */
const painless: Change = ({ findings }) => {
  const elements = findings.elements.filter(({ kind }) => kind !== 'leg-pain');
  return tie({ ...findings, elements }, 'disc-degeneration', 'absent');
};

const stenosisWith = (detail: Detail): Change =>
  restateAll({ detail: [detail] }, ({ condition }) => condition === 'spinal-stenosis');

const BLANK_LUMBAR = /^L1-L2 to L4-L5/;

/** By the words of the built-in options; a reworded option is offered as before and shows no codes. */
const ANSWERS: { readonly [kind in QueryKind]?: readonly (readonly [RegExp, Change])[] } = {
  'annular-defect-size': [
    [/^small$/i, complete({ size: 'small' }, isDefect)],
    [/^large$/i, complete({ size: 'large' }, isDefect)],
  ],
  'annular-defect-level': [
    [BLANK_LUMBAR, place('lumbar')],
    [/^L5-S1$/, place('lumbosacral', ['L5-S1'])],
  ],
  'herniation-level': [
    [/^cervical/i, place('cervical')],
    [/^thoracic/i, place('thoracic')],
    [BLANK_LUMBAR, place('lumbar')],
    [/^L5-S1$/, place('lumbosacral', ['L5-S1'])],
  ],
  'imaging-linkage': [
    [/^the pain is of vertebral endplate origin/i, isVertebrogenic],
    [/^the pain is of disc origin/i, isDiscogenic],
    [/not the source/i, isNotVertebrogenic],
    [/not established/i, unchanged],
  ],
  'imaging-only-finding': [
    [/^incidental/i, unchanged],
    [/^/, restateNamed(STATED)],
  ],
  'uncertain-diagnosis': [
    [/^low back pain not of vertebral endplate/i, isNotVertebrogenic],
    [/^low back pain of vertebral endplate/i, isVertebrogenic],
    [/under evaluation/i, unchanged],
    [/: established$/i, restateNamed(STATED)],
    [/: ruled out$/i, restateNamed({ status: 'absent' })],
  ],
  'sciatica-laterality': [
    [/^right$/i, restateAll({ laterality: 'right' }, ({ condition }) => condition === 'sciatica')],
    [/^left$/i, restateAll({ laterality: 'left' }, ({ condition }) => condition === 'sciatica')],
    [/^both/i, restateAll({ laterality: 'bilateral' }, ({ condition }) => condition === 'sciatica')],
  ],
  'radiculopathy-site': [
    [/^cervical/i, restateAll({ region: 'cervical' }, ({ condition }) => condition === 'radiculopathy')],
    [/^thoracic/i, restateAll({ region: 'thoracic' }, ({ condition }) => condition === 'radiculopathy')],
    [/^lumbosacral/i, restateAll({ region: 'lumbosacral' }, ({ condition }) => condition === 'radiculopathy')],
    [/^lumbar/i, restateAll({ region: 'lumbar' }, ({ condition }) => condition === 'radiculopathy')],
  ],
  'stenosis-claudication': [
    [/^without/i, stenosisWith('without-claudication')],
    [/^with /i, stenosisWith('with-claudication')],
  ],
  'disc-degeneration-pain': [
    [/^back pain only/i, painOf('back-pain')],
    [/^leg pain only/i, painOf('leg-pain')],
    [/^back pain and leg pain/i, painOf('back-and-leg-pain')],
    [/^no pain/i, painless],
  ],
  'named-condition': [[/^no more specific/i, unchanged]],
  'pain-specificity': [[/not established/i, unchanged]],
  'injury-status': [[/^(not due|due to a past)/i, unchanged]],
  'symptom-only-assessment': [
    [/^no further/i, unchanged],
    [/^/, restateNamed(STATED)],
  ],
  'conflicting-documentation': [
    [/^small$/i, complete({ size: 'small' }, isDefect)],
    [/^large$/i, complete({ size: 'large' }, isDefect)],
    [/^left$/i, restateAll({ laterality: 'left' })],
    [/^right$/i, restateAll({ laterality: 'right' })],
    [/^both sides/i, restateAll({ laterality: 'bilateral' })],
    [/^more than one/i, restateAll(STATED)],
    [/^not present/i, restateAll({ status: 'absent' })],
    [/^resolved/i, restateAll({ status: 'historical' }, isPresent)],
    [/^[CTLS]\d+(-[CTLS]\d+)?$/, placeAtLevel],
    [/^/, unchanged],
  ],
};
