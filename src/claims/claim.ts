/** The codes that were sent against what the note documents: one entry for each, then one for each code that is missing. */
import { type CodeYear, codeYearOn } from '../coding/codeset.ts';
import type { CodedNote } from '../coding/nearest.ts';
import { CLAIM_VERDICTS, type Claim, type ClaimedCode, type ClaimFinding, type Code } from '../model.ts';
import { findCodeFirstFault, findSequenceFault } from './order.ts';
import { isIcd9, isIcd10, spellCode } from './spelling.ts';
import { assignedOf, type Judgement, judgeSupport } from './support.ts';
import { findFault, isReportable, nameCode } from './validity.ts';

/** The codes, in claim order, against an analysis of the note; pure, and the year is that of its date of service. */
export function checkClaim(analysis: CodedNote, sent: readonly string[]): Claim {
  const year = codeYearOn(analysis.note.dateOfService);
  const claim: ClaimContext = { note: analysis, year, codes: sent.map((code) => spellCode(code, year)) };
  const checked = sent.map((written, index) => checkCode(written, index, claim));
  const missing = assignedOf(analysis).filter(({ code }) => !claim.codes.includes(code));
  return { codes: [...checked, ...missing.map((code) => describeMissing(code, claim))] };
}

interface ClaimContext {
  readonly note: CodedNote;
  readonly year: CodeYear;
  /** All codes that were sent, in the spelling of the tabular list. */
  readonly codes: readonly string[];
}

function checkCode(sent: string, index: number, claim: ClaimContext): ClaimedCode {
  const code = claim.codes[index] ?? sent;
  const { findings, instead } = findWrong(code, index, claim);
  const ranked = [...findings].sort((a, b) => CLAIM_VERDICTS.indexOf(a.verdict) - CLAIM_VERDICTS.indexOf(b.verdict));
  const [gravest] = ranked;
  const title = claim.year.entry(code)?.title ?? null;
  return { sent, code, title, verdict: gravest?.verdict ?? 'supported', findings: ranked, instead };
}

function findWrong(code: string, index: number, claim: ClaimContext): { findings: ClaimFinding[]; instead: string[] } {
  const { note, year, codes } = claim;
  if (!isIcd10(code) && !isIcd9(code)) return { findings: [describeFormless()], instead: [] };
  const fault = findFault(code, note, year);
  if (fault) {
    const verdict = fault.rule === 'retired-code' ? 'retired' : 'not-billable';
    const instead = assignedOf(note)
      .map((other) => other.code)
      .filter((other) => other.startsWith(code));
    const cites = [`ICD-10-CM code set, fiscal year ${year.fiscalYear}`];
    const { rule, message } = fault;
    const finding: ClaimFinding = { verdict, rule, severity: 'error', reason: message, evidence: [], cites };
    return { findings: [finding, ...findEmptyHeading(code, instead, claim)], instead };
  }
  const judgement = judgeSupport(code, note, year);
  const instead = judgement.instead.map((other) => other.code);
  const support = describeSupport(code, judgement, claim);
  const isRepeated = codes.indexOf(code) < index;
  return {
    findings: [
      support,
      ...(isRepeated ? [describeRepeated(code)] : findOrder(code, index, claim)),
      ...(support.verdict === 'excludes1' ? [] : findExcludes(code, index, claim)),
    ],
    instead,
  };
}

/** A heading or retired code of a condition that the note does not support either: replacing it would not mend the claim. */
function findEmptyHeading(code: string, instead: readonly string[], { note, year }: ClaimContext): ClaimFinding[] {
  const below = year.completeCodes(code).map((other) => judgeSupport(other.code, note, year));
  const [first] = below;
  if (!first || instead.length > 0) return [];
  const judgement = below.find(({ facts }) => facts.length > 0) ?? first;
  return [
    {
      verdict: 'unsupported',
      rule: 'unsupported-code',
      severity: 'warning',
      reason: `The note supports none of the codes below ${code} either: ${judgement.says}.`,
      evidence: judgement.evidence,
      cites: judgement.cites,
    },
  ];
}

function describeSupport(code: string, judgement: Judgement, { note, year, codes }: ClaimContext): ClaimFinding {
  const { says, evidence, cites, instead } = judgement;
  const isLeftOut = note.codes.some((other) => other.code === code && other.standing === 'excluded');
  // The code that stays is on the claim as well: nothing finer is missing, the two only do not go together.
  const isDoubled =
    judgement.verdict === 'less-specific' && isLeftOut && instead.every((other) => codes.includes(other.code));
  const verdict = isDoubled ? 'excludes1' : judgement.verdict;
  const name = nameCode(code, year);
  return {
    verdict,
    rule: RULES[verdict] ?? verdict,
    severity: SEVERITY[verdict] ?? 'warning',
    reason: verdict === 'supported' ? `${name}: ${says}.` : `${name} is on the claim, but ${says}.`,
    evidence,
    cites,
  };
}

const RULES: Partial<Record<ClaimFinding['verdict'], string>> = {
  supported: 'supported-code',
  unsupported: 'unsupported-code',
  contradicted: 'contradicted-code',
  'less-specific': 'less-specific-code',
};
const SEVERITY: Partial<Record<ClaimFinding['verdict'], ClaimFinding['severity']>> = {
  supported: 'info',
  'outside-scope': 'info',
  contradicted: 'error',
};

function describeFormless(): ClaimFinding {
  return {
    verdict: 'not-billable',
    rule: 'unknown-code',
    severity: 'error',
    reason:
      'This has not the form of an ICD-10-CM code (M51.26), so it identifies no diagnosis. Check it for a slip of the pen.',
    evidence: [],
    cites: [],
  };
}

function describeRepeated(code: string): ClaimFinding {
  return {
    verdict: 'unsupported',
    rule: 'repeated-code',
    severity: 'warning',
    reason: `${code} is on the claim more than once. A code is reported once for an encounter: remove the repetition.`,
    evidence: [],
    cites: ['ICD-10-CM Official Guidelines, Section I.B.12: each unique code is reported only once for an encounter'],
  };
}

function findOrder(code: string, index: number, { note, year, codes }: ClaimContext): ClaimFinding[] {
  const later = codes.slice(index + 1);
  const first = findCodeFirstFault(code, later, year);
  const sequence = assignedOf(note).map((other) => other.code);
  const fault = first ?? findSequenceFault(code, later, sequence);
  if (!fault) return [];
  return [
    {
      verdict: 'out-of-order',
      rule: first ? 'code-first' : 'claim-sequence',
      severity: first ? 'warning' : 'info',
      reason: `${code} is on the claim before ${fault.first}. ${fault.message}`,
      evidence: [],
      cites: [fault.cites],
    },
  ];
}

/**
 * Two codes of the claim that an Excludes1 note keeps apart. It is told of the one that the documentation does not
 * support; where it supports both, the note's condition ("due to ...") is not met, and nothing is said.
 */
function findExcludes(code: string, index: number, { note, year, codes }: ClaimContext): ClaimFinding[] {
  const supported = new Set(assignedOf(note).map((other) => other.code));
  if (supported.has(code)) return [];
  return codes.flatMap((other, at): ClaimFinding[] => {
    if (other === code || codes.indexOf(other) !== at || !isReportable(other, year)) return [];
    if (!supported.has(other) && at > index) return [];
    const excludes = year.excludesBetween(code, other).find(({ kind }) => kind === 'excludes1');
    if (!excludes) return [];
    return [
      {
        verdict: 'excludes1',
        rule: 'excludes1',
        severity: 'warning',
        reason:
          `${code} and ${other} are both on the claim. The Tabular List has an Excludes1 note at ${excludes.on}: ` +
          `"${excludes.text}"; the two are not reported together unless they are unrelated. Keep the one that the ` +
          `documentation supports${supported.has(other) ? `, ${other}` : ''}.`,
        evidence: [],
        cites: [`ICD-10-CM Tabular FY${year.fiscalYear}, ${excludes.on} Excludes1: ${excludes.text}`],
      },
    ];
  });
}

function describeMissing({ code, title, why, facts: ids, rules }: Code, { note }: ClaimContext): ClaimedCode {
  const evidence = note.facts.filter(({ id }) => ids.includes(id)).flatMap((fact) => fact.evidence);
  const finding: ClaimFinding = {
    verdict: 'missing',
    rule: 'missing-code',
    severity: 'warning',
    reason: `${code} (${title}) is supported by the note and is not on the claim. ${why}`,
    evidence,
    cites: rules.map(({ cites }) => cites),
  };
  return { sent: null, code, title, verdict: 'missing', findings: [finding], instead: [] };
}
