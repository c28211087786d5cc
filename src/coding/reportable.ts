/** Which facts may be coded at all, and which only suggest a code; each rule with its citation. */
import type { Fact, Findings, RuleCitation } from '../model.ts';

/** `codable` supports a code, `suggestive` belongs in a query, `silent` is neither. */
export type Reportability = 'codable' | 'suggestive' | 'silent';

export interface Ruling {
  readonly reportability: Reportability;
  readonly citation: RuleCitation;
}

const STATEMENT: RuleCitation = {
  rule: 'diagnostic-statement',
  cites:
    'ICD-10-CM Official Guidelines, Section I.A.19: the code rests on the provider’s statement that the condition exists',
};
const UNCERTAIN_OUTPATIENT: RuleCitation = {
  rule: 'uncertain-outpatient',
  cites: 'ICD-10-CM Official Guidelines, Section IV.H: an uncertain diagnosis is not coded in the outpatient setting',
};
const UNCERTAIN_INPATIENT: RuleCitation = {
  rule: 'uncertain-inpatient',
  cites: 'ICD-10-CM Official Guidelines, Section II.H: uncertain at discharge is coded as if the condition existed',
};
const INTERPRETED: RuleCitation = {
  rule: 'interpreted-study',
  cites: 'ICD-10-CM Official Guidelines, Section IV.K: confirmed diagnoses of the interpretation are coded',
};
const ABNORMAL_FINDING: RuleCitation = {
  rule: 'abnormal-finding',
  cites:
    'ICD-10-CM Official Guidelines, Section III.B: an abnormal finding is not coded unless the provider states its significance',
};
const IMAGING_IN_NOTE: RuleCitation = {
  rule: 'imaging-not-owned',
  cites:
    'ICD-10-CM Official Guidelines, Sections I.A.19 and IV.K: a quoted result supports nothing until the provider states the diagnosis',
};
const COMPLAINT: RuleCitation = {
  rule: 'complaint-only',
  cites:
    'ICD-10-CM Official Guidelines, Section I.B.14: the diagnosis must be the provider’s, not the patient’s report',
};
const NOT_NOW: RuleCitation = {
  rule: 'not-present',
  cites:
    'ICD-10-CM Official Guidelines, Section IV.J: conditions that no longer exist, or never did in this patient, are not coded',
};

function ruleUncertain(fact: Fact, { note }: Findings): Ruling {
  if (fact.source === 'patient') return { reportability: 'silent', citation: COMPLAINT };
  if (note.setting === 'inpatient' && fact.source !== 'imaging') {
    return { reportability: 'codable', citation: UNCERTAIN_INPATIENT };
  }
  return { reportability: 'suggestive', citation: UNCERTAIN_OUTPATIENT };
}

function ruleImaging({ note }: Findings): Ruling {
  if (note.setting === 'inpatient') return { reportability: 'suggestive', citation: ABNORMAL_FINDING };
  if (note.kind === 'imaging-report') return { reportability: 'codable', citation: INTERPRETED };
  return { reportability: 'suggestive', citation: IMAGING_IN_NOTE };
}

export function ruleOn(fact: Fact, findings: Findings): Ruling {
  if (fact.status === 'uncertain') return ruleUncertain(fact, findings);
  if (fact.status !== 'present') return { reportability: 'silent', citation: NOT_NOW };
  if (fact.source === 'imaging') return ruleImaging(findings);
  if (fact.source === 'patient') return { reportability: 'silent', citation: COMPLAINT };
  return { reportability: 'codable', citation: STATEMENT };
}
