/** What the documentation would have to say for a code: each need is a fact, a value, a statement, a link or a year; none is a suggestion to the provider. */
import type { Fault } from '../claims/validity.ts';
import { describeDifference, describeFooting } from '../claims/wording.ts';
import { CODE_YEARS, type CodeYear, codeStanding } from '../coding/codeset.ts';
import { type Difference, familiesOf, type Near } from '../coding/nearest.ts';
import type { Code } from '../model.ts';

export type NeedKind =
  | 'year'
  | 'complete-code'
  | 'diagnosis'
  | 'provider-statement'
  | 'definite-statement'
  | 'present-condition'
  | 'linkage'
  | 'documented-value'
  | 'other-value'
  | 'companion'
  | 'coarser-value'
  | 'no-exclusion';

export interface Need {
  readonly kind: NeedKind;
  readonly says: string;
}

export interface Lacking {
  readonly code: string;
  /** The fact that comes nearest; undefined where the note has none of the condition. */
  readonly near: Near | undefined;
  readonly fault?: Fault['rule'];
  /** The code as the analysis names it, unconfirmed or excluded. */
  readonly found?: Code;
}

export function listNeeds(lacking: Lacking, year: CodeYear): readonly Need[] {
  const { code, near, fault, found } = lacking;
  if (fault) return needOfList(code, fault, year);
  if (found?.standing === 'excluded') {
    const cites = found.rules.map((rule) => rule.cites).join('; ');
    return [
      {
        kind: 'no-exclusion',
        says: `It is documented; a rule keeps it off the claim (${cites}). Nothing more is to be documented for it.`,
      },
    ];
  }
  if (!near) return [needOfDiagnosis(code, year)];
  const needs = [...needOfFooting(near), ...near.differences.map((difference) => needOf(difference, near))].filter(
    (need, index, all) => all.findIndex(({ says }) => says === need.says) === index,
  );
  return needs.length === 0 && found?.standing === 'unconfirmed' ? [needOfPlace(near)] : needs;
}

/** M51.9 of a disc that nobody placed: the words are the code's own, and still it is not reported unasked. */
function needOfPlace({ fact }: Near): Need {
  const open = fact.region === 'unspecified' ? 'region' : 'level';
  const condition = fact.condition.replaceAll('-', ' ');
  return {
    kind: 'documented-value',
    says: `The ${open} of the ${condition}, in the provider's words: without it only this code is left, which is not reported unasked.`,
  };
}

function needOfList(code: string, fault: Fault['rule'], year: CodeYear): readonly Need[] {
  const years = CODE_YEARS.filter(({ fiscalYear }) => codeStanding(code, fiscalYear) === 'billable');
  const [first, last] = [years[0], years.at(-1)];
  if (first && last) {
    return [
      {
        kind: 'year',
        says: `A date of service from ${first.from} to ${last.to}, when the code was complete and valid.`,
      },
    ];
  }
  if (fault === 'not-billable-code' || year.completeCodes(code).length > 0) {
    return [{ kind: 'complete-code', says: 'A complete code below this heading, chosen by what the note documents.' }];
  }
  return [{ kind: 'complete-code', says: 'A code that the list of the year has.' }];
}

/** "Annulus fibrosus defect, region lumbosacral, size small". */
function needOfDiagnosis(code: string, year: CodeYear): Need {
  const [first] = familiesOf(code, year.fiscalYear);
  const row = first?.rows[0]?.row.filter(({ value }) => value !== undefined && value !== 'neither') ?? [];
  const says = [first?.family.name ?? code, ...row.map(({ axis, value }) => `${axis} ${value}`)].join(', ');
  return { kind: 'diagnosis', says: `A diagnosis of the provider that the note does not name: ${says}.` };
}

function needOfFooting(near: Near): readonly Need[] {
  const says = describeFooting(near);
  switch (near.footing) {
    case 'codable':
      return [];
    case 'imaging-only':
      return [{ kind: 'provider-statement', says: `The provider's statement of the diagnosis: ${says}.` }];
    case 'complaint':
      return [{ kind: 'provider-statement', says: `The provider's statement of the diagnosis: ${says}.` }];
    case 'uncertain':
      return [{ kind: 'definite-statement', says: `A definite statement: ${says}.` }];
    default:
      return [
        { kind: 'present-condition', says: `The condition, present in this patient at this encounter: ${says}.` },
      ];
  }
}

function needOf(difference: Difference, { fact }: Near): Need {
  const { kind, axis, code } = difference;
  const says = describeDifference(difference);
  if (kind === 'finer') return { kind: 'coarser-value', says: `Nothing: ${says}; the finer code stands.` };
  if (axis === 'kind' && code === 'vertebrogenic') {
    return {
      kind: 'linkage',
      says: "The provider's statement that the low back pain comes from the vertebral endplate; an imaging report alone does not tie the two.",
    };
  }
  if (axis === 'with')
    return {
      kind: 'companion',
      says: `The provider's diagnosis of ${code} in the same region (${fact.region}): ${says}.`,
    };
  if (kind === 'other') return { kind: 'other-value', says: `Another ${axis} than the documented one: ${says}.` };
  return { kind: 'documented-value', says: `The ${axis}, in the provider's words: ${says}.` };
}
