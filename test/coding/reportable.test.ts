/** Which facts may be coded, by status, source, note kind and setting. */
import { expect, it } from 'vitest';
import { ruleOn } from '../../src/coding/reportable.ts';
import { readShortForm } from './short-form.ts';

it.each([
  ['present', 'provider', 'office-note', 'outpatient', 'codable', 'I.A.19', 'diagnostic-statement'],
  ['present', 'operative', 'procedure-note', 'outpatient', 'codable', 'I.A.19', 'diagnostic-statement'],
  ['present', 'imaging', 'office-note', 'outpatient', 'suggestive', 'IV.K', 'imaging-not-owned'],
  ['present', 'imaging', 'procedure-note', 'outpatient', 'suggestive', 'IV.K', 'imaging-not-owned'],
  ['present', 'imaging', 'imaging-report', 'outpatient', 'codable', 'IV.K', 'interpreted-study'],
  ['present', 'imaging', 'imaging-report', 'inpatient', 'suggestive', 'III.B', 'abnormal-finding'],
  ['present', 'imaging', 'office-note', 'inpatient', 'suggestive', 'III.B', 'abnormal-finding'],
  ['present', 'patient', 'office-note', 'outpatient', 'silent', 'I.B.14', 'complaint-only'],
  ['uncertain', 'provider', 'office-note', 'outpatient', 'suggestive', 'IV.H', 'uncertain-outpatient'],
  ['uncertain', 'provider', 'office-note', 'inpatient', 'codable', 'II.H', 'uncertain-inpatient'],
  ['uncertain', 'imaging', 'imaging-report', 'outpatient', 'suggestive', 'IV.H', 'uncertain-outpatient'],
  ['uncertain', 'imaging', 'office-note', 'inpatient', 'suggestive', 'IV.H', 'uncertain-outpatient'],
  ['uncertain', 'patient', 'office-note', 'outpatient', 'silent', 'I.B.14', 'complaint-only'],
  ['absent', 'provider', 'office-note', 'outpatient', 'silent', 'IV.J', 'not-present'],
  ['historical', 'provider', 'office-note', 'inpatient', 'silent', 'IV.J', 'not-present'],
  ['hypothetical', 'provider', 'office-note', 'outpatient', 'silent', 'IV.J', 'not-present'],
  ['other-person', 'provider', 'office-note', 'outpatient', 'silent', 'IV.J', 'not-present'],
])('%s, %s, %s, %s: %s (%s, %s)', (status, source, kind, setting, reportability, section, rule) => {
  const findings = readShortForm([`note ${kind}`, `note ${setting}`, `disc-herniation ${status} ${source} lumbar`]);
  const ruling = ruleOn(findings.facts[0]!, findings);
  expect(ruling.reportability).toBe(reportability);
  expect(ruling.citation.cites).toContain(section);
  expect(ruling.citation.rule).toBe(rule);
});
