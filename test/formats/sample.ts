/** One made-up note with the analysis that a human wrote for it; every quote is taken from the note itself. */
import type { Analysis, Evidence } from '../../src/model.ts';

export const NOTE = [
  'HPI: Aching in the low back for two months.',
  'MRI: annular fissure at L5-S1 with a left protrusion.',
  'ASSESSMENT:',
  '1. Annular tear, L5-S1.',
  '2. Possible sciatica. No myelopathy.',
  '3. Old claim carried M54.5.',
  '',
].join('\r\n');

export function quote(words: string, note = NOTE): Evidence {
  const start = note.indexOf(words);
  if (start < 0) throw new Error(`the sample note has no "${words}"`);
  return { start, end: start + words.length, text: words };
}

const place = { levels: [], laterality: 'unspecified', size: null, detail: [], mentions: [] } as const;
const heading = quote('ASSESSMENT:');
const mri = quote('MRI:');
const hpi = quote('HPI:');

export const ANALYSIS: Analysis = {
  schema: 'spinenote/analysis@1',
  tool: { name: 'spinenote', version: '0.1.0', lexicons: 'abc' },
  note: { id: 'visit-1', kind: 'office-note', setting: 'outpatient', dateOfService: null, length: NOTE.length },
  codeSet: { system: 'ICD-10-CM', fiscalYear: 2027, from: '2026-10-01', to: '2027-09-30' },
  sections: [
    { kind: 'history', heading: hpi, start: hpi.start, end: mri.start },
    { kind: 'imaging', heading: mri, start: mri.start, end: heading.start },
    { kind: 'assessment', heading, start: heading.start, end: NOTE.length },
  ],
  mentions: [
    {
      id: 'm1',
      concept: 'annulus-fibrosus-defect',
      ...quote('Annular tear'),
      section: 'assessment',
      assertion: { status: 'present', cues: [] },
    },
  ],
  facts: [
    {
      ...place,
      id: 'f1',
      condition: 'annulus-fibrosus-defect',
      status: 'present',
      source: 'provider',
      region: 'lumbosacral',
      levels: ['L5-S1'],
      size: 'unspecified',
      mentions: ['m1'],
      evidence: [quote('Annular tear'), quote('L5-S1.')],
    },
    {
      ...place,
      id: 'f2',
      condition: 'disc-herniation',
      status: 'present',
      source: 'imaging',
      region: 'lumbosacral',
      levels: ['L5-S1'],
      laterality: 'left',
      evidence: [quote('protrusion')],
    },
    {
      ...place,
      id: 'f3',
      condition: 'sciatica',
      status: 'uncertain',
      source: 'provider',
      region: 'unspecified',
      evidence: [quote('sciatica')],
    },
    {
      ...place,
      id: 'f4',
      condition: 'myelopathy',
      status: 'absent',
      source: 'provider',
      region: 'unspecified',
      evidence: [quote('myelopathy')],
    },
  ],
  imaging: [{ modality: 'MRI', region: 'lumbosacral', status: 'performed', evidence: [quote('MRI')] }],
  linkages: [{ from: 'low-back-pain', to: 'disc-degeneration', status: 'uncertain', evidence: [quote('two months')] }],
  elements: [
    { kind: 'duration', value: 'two months', status: 'present', section: 'history', evidence: [quote('two months')] },
  ],
  codes: [
    {
      code: 'M51.A3',
      title: 'Intervertebral annulus fibrosus defect, lumbosacral region, unspecified size',
      standing: 'assigned',
      facts: ['f1'],
      why: 'The assessment states an annular tear at L5-S1 and no size.',
      rules: [{ rule: 'table', cites: 'ICD-10-CM Tabular FY2027, M51.A3' }],
    },
    {
      code: 'M51.27',
      title: 'Other intervertebral disc displacement, lumbosacral region',
      standing: 'unconfirmed',
      facts: ['f2'],
      why: 'Only the imaging report names the protrusion.',
      rules: [],
    },
    {
      code: 'M54.30',
      title: 'Sciatica, unspecified side',
      standing: 'excluded',
      facts: ['f3'],
      why: 'A disc disorder of the region would carry it.',
      rules: [],
    },
  ],
  queries: [
    {
      id: 'annular-defect-size/lumbosacral',
      kind: 'annular-defect-size',
      changes: 'code',
      question: 'What is the size of the annular tear at L5-S1?',
      options: ['Small', 'Large', 'Other: ____', 'Unable to determine'],
      indicators: [quote('annular fissure at L5-S1')],
      facts: ['f1'],
      why: 'The size decides between M51.A3, M51.A4 and M51.A5.',
      cites: ['ICD-10-CM Tabular FY2027, M51.A-'],
    },
  ],
  notices: [
    {
      rule: 'retired-code',
      severity: 'error',
      message: 'M54.5 ended on 2021-09-30, so a claim with it is refused. Choose M54.50, M54.51 or M54.59.',
      ...quote('M54.5'),
    },
  ],
};

/** The sample analysis with the words of another note laid over one fact's evidence. */
export function withEvidence(evidence: Evidence): Analysis {
  return {
    ...ANALYSIS,
    facts: ANALYSIS.facts.map((fact) => (fact.id === 'f3' ? { ...fact, evidence: [evidence] } : fact)),
  };
}
