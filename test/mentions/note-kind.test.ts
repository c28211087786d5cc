/** Note kinds: from headings where there are some, from the words where there are none. */
import { describe, expect, it } from 'vitest';
import type { NoteKind } from '../../src/model.ts';
import { read } from './reading.ts';

describe('note kind', () => {
  it.each<[what: string, kind: NoteKind, text: string]>([
    [
      'a report',
      'imaging-report',
      'MRI LUMBAR SPINE\nTECHNIQUE: Sagittal T1.\nFINDINGS: Bulge at L4-5.\nIMPRESSION: Bulge.',
    ],
    [
      'a report under EXAM',
      'imaging-report',
      'EXAM: Lumbar spine CT.\nHISTORY: Fall.\nFINDINGS: No fracture.\nIMPRESSION: Normal.',
    ],
    [
      'a few lines of findings',
      'imaging-report',
      'L4-5 disc bulge indents the thecal sac.\nL5-S1 protrusion, both foramina narrowed.',
    ],
    [
      "a radiologist's letter",
      'imaging-report',
      'Hill Imaging Center\nDear Dr. Ames,\nMRI of the lumbar spine: axial and sagittal images show a bulge at L4-5.\nR. Vole, Radiology',
    ],
    ['a visit', 'office-note', 'CHIEF COMPLAINT: Back pain.\nEXAM: Tender.\nASSESSMENT: Lumbago.\nPLAN: Rest.'],
    [
      'a visit in letters',
      'office-note',
      'S 48F, low back pain 5/10.\nO flexion sore.\nA L4-5 disc degeneration\nP home program 4 wk',
    ],
    [
      'a hospital stay',
      'office-note',
      'ADMISSION DIAGNOSIS: Spondylolysis.\nPROCEDURE: Fusion L5-S1.\nHOSPITAL COURSE: He did well.\nFOLLOWUP: Six weeks.',
    ],
    [
      'a letter on a study',
      'office-note',
      'Dear Ms. Gray,\nYour lumbar MRI shows a bulge. I think that you should continue therapy and return in May.',
    ],
    [
      'a letter on a study, set in',
      'office-note',
      ' \n\t Dear Ms. Gray,\nYour lumbar MRI shows a bulge. I think that you should continue therapy and return in May.',
    ],
    [
      'an operation',
      'procedure-note',
      'PREOPERATIVE DIAGNOSIS: HNP L4-5.\nPOSTOPERATIVE DIAGNOSIS: Same.\nOPERATION: Discectomy.',
    ],
    [
      'an injection without diagnoses',
      'procedure-note',
      'CAUDAL EPIDURAL INJECTION\nThe patient lay prone. The skin was prepped and draped. A needle was placed under fluoroscopy. Lidocaine was injected.',
    ],
    [
      'a nerve study',
      'other',
      'NERVE CONDUCTION STUDIES: Motor and sensory latencies are normal.\nNEEDLE EMG: No fibrillations, L5-S1 paraspinals.\nIMPRESSION: Normal.',
    ],
    ['a call that a nurse took', 'other', 'TELEPHONE CALL, triage nurse\nBack pain again. Told to rest.'],
    [
      'a call with a diagnosis',
      'office-note',
      'Telephone encounter, sports medicine\nStill sore.\nDx: Lumbago\nPlan: rest 2 wk.',
    ],
    ['nothing', 'office-note', ''],
  ])('%s is %s', (_what, kind, text) => {
    expect(read(text).kind).toBe(kind);
  });
});
