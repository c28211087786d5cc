/** Which facts may be coded, by status, source, note kind and setting. */
import { expect, it } from 'vitest';
import { ruleOn } from '../../src/coding/reportable.ts';
import { readShortForm } from './short-form.ts';

it.each([
  ['present', 'provider', 'office-note', 'outpatient', 'codable', 'I.A.19'],
  ['present', 'operative', 'procedure-note', 'outpatient', 'codable', 'I.A.19'],
  ['present', 'imaging', 'office-note', 'outpatient', 'suggestive', 'IV.K'],
  ['present', 'imaging', 'procedure-note', 'outpatient', 'suggestive', 'IV.K'],
  ['present', 'imaging', 'imaging-report', 'outpatient', 'codable', 'IV.K'],
  ['present', 'imaging', 'imaging-report', 'inpatient', 'suggestive', 'III.B'],
  ['present', 'imaging', 'office-note', 'inpatient', 'suggestive', 'III.B'],
  ['present', 'patient', 'office-note', 'outpatient', 'silent', 'I.B.14'],
  ['uncertain', 'provider', 'office-note', 'outpatient', 'suggestive', 'IV.H'],
  ['uncertain', 'provider', 'office-note', 'inpatient', 'codable', 'II.H'],
  ['uncertain', 'imaging', 'imaging-report', 'outpatient', 'suggestive', 'IV.H'],
  ['uncertain', 'imaging', 'office-note', 'inpatient', 'suggestive', 'IV.H'],
  ['uncertain', 'patient', 'office-note', 'outpatient', 'silent', 'I.B.14'],
  ['absent', 'provider', 'office-note', 'outpatient', 'silent', 'IV.J'],
  ['historical', 'provider', 'office-note', 'inpatient', 'silent', 'IV.J'],
  ['hypothetical', 'provider', 'office-note', 'outpatient', 'silent', 'IV.J'],
  ['other-person', 'provider', 'office-note', 'outpatient', 'silent', 'IV.J'],
])('%s, %s, %s, %s: %s (%s)', (status, source, kind, setting, reportability, section) => {
  const findings = readShortForm([`note ${kind}`, `note ${setting}`, `disc-herniation ${status} ${source} lumbar`]);
  const ruling = ruleOn(findings.facts[0]!, findings);
  expect(ruling.reportability).toBe(reportability);
  expect(ruling.citation.cites).toContain(section);
});
