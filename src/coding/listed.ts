/** Whether the provider lists a symptom as a diagnosis of its own, not only as the effect of another one. */
import type { Fact, SectionKind } from '../model.ts';
import type { Chart } from './chart.ts';

const DIAGNOSES: readonly SectionKind[] = [
  'assessment',
  'assessment-and-plan',
  'impression',
  // "Plan: 1. Low back pain: therapy." A condition that is treated is coded (IV.J).
  'plan',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
];
/** A note without headings, or under an unknown one: the provider's sentence is all there is to go by. */
const UNMARKED: readonly SectionKind[] = ['preamble', 'other'];

export function isDiagnosisSection(section: SectionKind): boolean {
  return DIAGNOSES.includes(section);
}

export function isListed(fact: Fact, chart: Chart): boolean {
  const links = chart.linkages.filter((l) => l.from === fact.condition && l.status === 'present');
  return chart.findings.mentions.some((m) => {
    if (!fact.mentions.includes(m.id) || m.assertion.status !== 'present') return false;
    if (!isDiagnosisSection(m.section) && !UNMARKED.includes(m.section)) return false;
    // "Low back pain due to a herniated disc" names the herniation as the diagnosis.
    return !links.some((l) => l.evidence.some((e) => e.start < m.end && m.start < e.end));
  });
}
