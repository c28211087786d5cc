/**
 * A code, valid in itself, against what the note documents: every verdict names the fact, the axis or the rule that it
 * rests on. It is the same judgement for a code on a claim and for one that the note itself writes down.
 */
import { type CodeYear, codeYearOn, isInCodeScope } from '../coding/codeset.ts';
import { type CodedNote, type Difference, familiesOf, findNearest, isOfTheSame, type Near } from '../coding/nearest.ts';
import { explainsPain } from '../coding/pain-causes.ts';
import type { ClaimVerdict, Code, Condition, Evidence, Fact } from '../model.ts';
import { describeDifference, describeFooting, nameFact } from './wording.ts';

export interface Judgement {
  readonly verdict: ClaimVerdict;
  /** Completes "it is on the claim, but ...". */
  readonly says: string;
  readonly facts: readonly Fact[];
  readonly evidence: readonly Evidence[];
  readonly cites: readonly string[];
  /** Codes that the documentation supports in its place. */
  readonly instead: readonly Code[];
}

const STATEMENT = 'ICD-10-CM Official Guidelines, Section I.A.19';
const INTEGRAL =
  'ICD-10-CM Official Guidelines, Sections I.B.4-I.B.5: a symptom integral to a definitive diagnosis is not coded';
const DETAIL = 'ICD-10-CM Official Guidelines, Section I.B.2: the highest level of detail documented';

const PAINS: readonly Condition[] = ['low-back-pain', 'neck-pain', 'thoracic-back-pain', 'back-pain'];

export const assignedOf = ({ codes }: Pick<CodedNote, 'codes'>): readonly Code[] =>
  codes.filter(({ standing }) => standing === 'assigned');

export function judgeSupport(code: string, note: CodedNote, year: CodeYear): Judgement {
  const found = note.codes.find((other) => other.code === code);
  if (found) return judgeFound(found, note);
  if (!isInCodeScope(code)) {
    return judge(
      'outside-scope',
      'it is outside the codes that are read here: check it against the full code set',
      note,
    );
  }
  const near = nearestThatCounts(findNearest(code, note, year));
  const blunt = findMoreSpecific(code, note, year);
  if (blunt) return blunt;
  if (near) return judgeNear(code, near, note);
  if (familiesOf(code, year.fiscalYear).length === 0) {
    return judge('outside-scope', 'its condition is not among those read here: check it against the full note', note);
  }
  const [first] = familiesOf(code, year.fiscalYear);
  const says = `the note documents no such condition (${first?.family.name ?? code})`;
  return judge('unsupported', says, note, { cites: [STATEMENT], code });
}

interface Grounds {
  readonly facts?: readonly Fact[];
  readonly cites?: readonly string[];
  readonly instead?: readonly Code[];
  /** To look for a sibling among the assigned codes. */
  readonly code?: string;
}

function judge(verdict: ClaimVerdict, says: string, note: CodedNote, grounds: Grounds = {}): Judgement {
  const { facts = [], cites = [], code } = grounds;
  const sibling = code === undefined ? undefined : findSibling(code, note);
  const instead = grounds.instead ?? (sibling ? [sibling] : []);
  return { verdict, says, facts, evidence: facts.flatMap(({ evidence }) => evidence), cites, instead };
}

const trim = (sentence: string): string => sentence.replace(/(?<![.\s])[.\s]+$/, '');

/** A code that the analysis names itself: what it says of the code is the judgement. */
function judgeFound(found: Code, note: CodedNote): Judgement {
  const facts = note.facts.filter(({ id }) => found.facts.includes(id));
  const cites = found.rules.map((rule) => rule.cites);
  const why = trim(found.why);
  if (found.standing === 'assigned') return judge('supported', why, note, { facts, cites });
  if (found.standing === 'unconfirmed') {
    return judge('unsupported', `the words only suggest it: ${why}`, note, { facts, cites, code: found.code });
  }
  const keeper = assignedOf(note).filter((other) => why.includes(`${other.code} `));
  const verdict = keeper.length > 0 && found.rules[0]?.rule !== 'integral-symptom' ? 'less-specific' : 'unsupported';
  const grounds = keeper.length > 0 ? { instead: keeper } : { code: found.code };
  return judge(verdict, `it is left out: ${why}`, note, { facts, cites, ...grounds });
}

/** "No herniation" counts against a herniation of that place only, and a family history against none. */
function nearestThatCounts(nears: readonly Near[]): Near | undefined {
  return nears.find((near) => near.footing === 'codable' || isOfTheSame(near));
}

function judgeNear(code: string, near: Near, note: CodedNote): Judgement {
  const { fact, footing, ruling, differences, family } = near;
  const instead = assignedOf(note).filter(({ facts }) => facts.includes(fact.id));
  const told = (verdict: ClaimVerdict, says: string, cites: readonly string[], facts: readonly Fact[] = [fact]) =>
    judge(verdict, says, note, { facts, cites, ...(instead.length > 0 ? { instead } : { code }) });
  const causes = footing === 'complaint' ? findCauses(fact, note) : [];
  if (causes.length > 0) {
    const named = causes.map((cause) => `${cause.code} (${cause.title})`).join(', ');
    const says = `${nameFact(fact)} is only a complaint, and the note documents what explains it: ${named}`;
    return judge('less-specific', says, note, { facts: [fact], cites: [INTEGRAL], instead: causes });
  }
  if (footing !== 'codable') return told(verdictOn(near), describeFooting(near), [ruling.cites]);
  const denial = findDenial(differences, fact, note);
  if (denial) return told('contradicted', denial.says, family.cites, [fact, ...denial.facts]);
  const worst = (['other', 'open', 'finer'] as const).find((kind) => differences.some((each) => each.kind === kind));
  const says = differences
    .filter(({ kind }) => kind === worst)
    .map(describeDifference)
    .join('; ');
  if (worst === 'other') return told('contradicted', says, family.cites);
  if (worst === 'open') return told('unsupported', says, [STATEMENT, ...family.cites]);
  if (worst === 'finer') return told('less-specific', says, [DETAIL, ...family.cites]);
  return told('unsupported', 'the words of this note do not support it', [STATEMENT]);
}

/** "HPI: low back pain. Assessment: L5-S1 herniation.": the pain is what the diagnosis explains. */
function findCauses(pain: Fact, note: CodedNote): readonly Code[] {
  if (!PAINS.includes(pain.condition)) return [];
  const causes = new Set(note.facts.filter((fact) => explainsPain(fact, pain)).map(({ id }) => id));
  return assignedOf(note).filter(({ facts }) => facts.some((id) => causes.has(id)));
}

/** Where one disc is all there is: a denial there denies the whole region. */
const ONE_LEVEL: ReadonlySet<string> = new Set(['cervicothoracic', 'thoracolumbar', 'lumbosacral']);

function verdictOn({ footing, fact, row }: Near): ClaimVerdict {
  if (footing !== 'absent' && footing !== 'historical') return 'unsupported';
  // "No herniation at L3-4" leaves the other lumbar discs open.
  const partial = fact.levels.length > 0 && !ONE_LEVEL.has(fact.region) && !row.some(({ axis }) => axis === 'level');
  return footing === 'absent' && partial ? 'unsupported' : 'contradicted';
}

/** "with radiculopathy" where the note says "no radiculopathy"; "vertebrogenic" where it says "not from the endplates". */
function findDenial(
  differences: readonly Difference[],
  fact: Fact,
  note: CodedNote,
): { readonly says: string; readonly facts: readonly Fact[] } | undefined {
  const claimed = differences.filter(({ kind }) => kind === 'open').map(({ axis, code }) => `${axis} ${code}`);
  if (claimed.includes('kind vertebrogenic')) {
    const denied = note.linkages.some(
      ({ from, to, status }) => from === fact.condition && to === 'endplate-change' && status === 'absent',
    );
    return denied ? { says: 'the note says that the endplate is not the source of the pain', facts: [] } : undefined;
  }
  const carried: readonly Condition[] = claimed.some(
    (each) => each.startsWith('with ') && each.includes('radiculopathy'),
  )
    ? ['radiculopathy', 'sciatica']
    : claimed.includes('with myelopathy')
      ? ['myelopathy']
      : [];
  const denials = note.facts.filter(
    ({ condition, status, region }) =>
      status === 'absent' && carried.includes(condition) && (region === 'unspecified' || region === fact.region),
  );
  return denials.length > 0
    ? { says: denials.map((denial) => `${nameFact(denial)} is stated to be absent`).join('; '), facts: denials }
    : undefined;
}

/** What says more than a condition (key) that has no name or no place of its own. */
const FINER: { readonly [condition in Condition]?: (condition: Condition) => boolean } = {
  'back-pain': (condition) => condition === 'low-back-pain' || condition === 'thoracic-back-pain',
  'unspecified-dorsopathy': (condition) => !PAINS.includes(condition),
};

function findMoreSpecific(code: string, note: CodedNote, year: CodeYear): Judgement | undefined {
  const tables = familiesOf(code, year.fiscalYear);
  const blunt = tables.flatMap(({ family }) => family.conditions).find((each) => FINER[each]);
  const isFiner = blunt === undefined ? undefined : FINER[blunt];
  // M51.9, M47.9: no table assigns them, since something more is always known of what they name.
  const isBare =
    tables.every(({ rows }) => rows.every(({ standing }) => standing === 'unconfirmed')) &&
    /unspecified/i.test(year.entry(code)?.title ?? '');
  if (!isFiner && !isBare) return undefined;
  const better = assignedOf(note).filter((other) =>
    isFiner
      ? note.facts.some(({ id, condition }) => other.facts.includes(id) && isFiner(condition))
      : other.code.startsWith(code.slice(0, 3)),
  );
  const [first] = better;
  if (!first) return undefined;
  const facts = note.facts.filter(({ id }) => better.some((each) => each.facts.includes(id)));
  const says = `the note documents more: ${better.map((each) => `${each.code} (${each.title})`).join(', ')}`;
  return judge('less-specific', says, note, { facts, cites: [DETAIL], instead: better });
}

/** Of the assigned codes of the same tables the one that shares most characters: M51.A4, not M51.17, for M51.A1. */
function findSibling(code: string, note: CodedNote): Code | undefined {
  const { fiscalYear } = codeYearOn(note.note.dateOfService);
  const familyIds = (each: string): readonly string[] => familiesOf(each, fiscalYear).map(({ family }) => family.id);
  const own = familyIds(code);
  const shared = (other: string): number => {
    let length = 0;
    while (length < code.length && code[length] === other[length]) length++;
    return length;
  };
  return assignedOf(note)
    .filter((other) => familyIds(other.code).some((id) => own.includes(id)))
    .reduce<Code | undefined>(
      (best, other) => (best && shared(best.code) >= shared(other.code) ? best : other),
      undefined,
    );
}
