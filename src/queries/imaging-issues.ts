/** What imaging shows and the assessment leaves open; a finding that the provider addresses is never asked about. */
import type { Condition, Fact, Findings, Modality } from '../model.ts';
import {
  type FindIssues,
  type Issue,
  isPresent,
  isProviders,
  isSymptom,
  makeIssue,
  mayBeSamePart,
  mayMeet,
  type Part,
  partOf,
} from './issue.ts';

/** Endplate changes have no code of their own; a dorsopathy has none until the provider names it. */
const UNCODED: ReadonlySet<Condition> = new Set(['endplate-change', 'other-dorsopathy', 'unspecified-dorsopathy']);

/** A provider's diagnosis (key) that speaks of these imaging findings of the same disc, root or vertebra too. */
const COVERS: { readonly [condition in Condition]?: readonly Condition[] } = {
  'disc-herniation': ['disc-bulge', 'disc-degeneration'],
  'disc-bulge': ['disc-herniation', 'disc-degeneration'],
  radiculopathy: ['sciatica'],
  sciatica: ['radiculopathy'],
  spondylolisthesis: ['spondylolysis'],
};

export const findImagingOnly: FindIssues = (findings) => {
  if (findings.note.kind === 'imaging-report') return [];
  const open = findings.facts.filter((fact) => isCodableImaging(fact) && !isAddressed(fact, findings));
  const parts = new Map<Part, Fact[]>();
  for (const fact of open) parts.set(partOf(fact), [...(parts.get(partOf(fact)) ?? []), fact]);
  return [...parts].map(([part, facts]) => makeIssue('imaging-only-finding', part, { facts }));
};

function isCodableImaging(fact: Fact): boolean {
  if (fact.source !== 'imaging' || (fact.status !== 'present' && fact.status !== 'uncertain')) return false;
  // "old compression fracture of L2": what it is, is said.
  return !isSymptom(fact) && !UNCODED.has(fact.condition) && !fact.detail.includes('past');
}

function isAddressed(finding: Fact, { facts, linkages }: Findings): boolean {
  // "the disc degeneration is not the source of her pain" addresses it as well as a diagnosis does.
  if (linkages.some(({ to, status }) => to === finding.condition && (status === 'present' || status === 'absent')))
    return true;
  return facts.some((fact) => isProviders(fact) && speaksOf(fact, finding));
}

function speaksOf(fact: Fact, finding: Fact): boolean {
  if (fact.status === 'uncertain' || fact.status === 'absent')
    return fact.condition === finding.condition && isSamePlace(fact, finding);
  if (fact.status !== 'present') return false;
  if (fact.condition === finding.condition) return isSamePlace(fact, finding);
  return (COVERS[fact.condition]?.includes(finding.condition) ?? false) && isSamePlace(fact, finding);
}

/** "Lumbar spondylosis" covers facet arthropathy at L5-S1; "L5-S1 herniation" does not cover one at L3-4. */
function isSamePlace(fact: Fact, finding: Fact): boolean {
  if (fact.region === finding.region) return mayMeet(fact, finding);
  return fact.levels.length === 0 && mayBeSamePart(partOf(fact), partOf(finding));
}

/** "MRI: Modic 1 at L4-5. Impression: low back pain": what the one has to do with the other is for the provider. */
export const findMissingLinkage: FindIssues = ({ facts, linkages }, codes) => {
  const isLowBackPain = ({ condition }: { condition: Condition }) =>
    condition === 'low-back-pain' || condition === 'back-pain';
  const pains = facts.filter((fact) => isPresent(fact) && isLowBackPain(fact));
  const endplates = facts.filter(
    (fact) =>
      fact.condition === 'endplate-change' &&
      isPresent(fact) &&
      partOf(fact) !== 'cervical' &&
      partOf(fact) !== 'thoracic',
  );
  if (pains.length === 0 || endplates.length === 0) return [];
  const said = linkages.some(
    ({ from, to, status }) => isLowBackPain({ condition: from }) && (to === 'endplate-change' || status === 'present'),
  );
  if (said || facts.some(({ condition, detail }) => condition === 'low-back-pain' && detail.includes('vertebrogenic')))
    return [];
  const changes = codes.some((code) => code.startsWith('M54.5') || code === 'M54.9') ? 'code' : 'documentation';
  return [makeIssue('imaging-linkage', 'lumbar', { facts: [...strongest(pains), ...endplates], changes })];
};

function strongest(pains: readonly Fact[]): readonly Fact[] {
  const named = pains.filter(isProviders);
  return named.length > 0 ? named : pains;
}

/** Studies that show an annulus; a plain film shows none. */
const ANNULUS_STUDIES: ReadonlySet<Modality> = new Set(['MRI', 'CT', 'CT-myelogram', 'myelogram', 'discogram']);

export const findMissingStudy: FindIssues = (findings): readonly Issue[] => {
  const { facts, imaging, elements, note, sections } = findings;
  if (note.kind === 'imaging-report') return [];
  const defects = facts.filter((fact) => fact.condition === 'annulus-fibrosus-defect' && isPresent(fact));
  // A high-intensity zone or a look at the annulus is the finding itself.
  const seen = elements.some(
    ({ kind, status }) => (kind === 'high-intensity-zone' || kind === 'operative-finding') && status === 'present',
  );
  // "Postoperative diagnosis: large annular defect. Findings: the hole it left measured 9 mm": it was looked at.
  const operated = note.kind === 'procedure-note' && sections.some(({ kind }) => kind === 'operative-findings');
  if (seen || operated) return [];
  return defects
    .filter((defect) => defect.source === 'provider')
    .flatMap((defect) => {
      const shown = imaging.some(
        (study) =>
          ANNULUS_STUDIES.has(study.modality) &&
          (study.status === 'performed' || study.status === 'historical') &&
          mayBeSamePart(partOf(study), partOf(defect)),
      );
      const quoted = facts.some((fact) => fact.source === 'imaging' && fact.condition === 'annulus-fibrosus-defect');
      return shown || quoted ? [] : [makeIssue('annular-defect-imaging', defect.region, { facts: [defect] })];
    });
};
