/** Notes to load, written for this page: invented patients, one for each case that the coding articles discuss. */

export interface ExampleNote {
  readonly name: string;
  readonly shows: string;
  readonly dateOfService: string;
  readonly text: string;
}

export const EXAMPLES: readonly ExampleNote[] = [
  {
    name: 'Annular tear, L5-S1',
    shows: 'M51.A3 or M51.A4: the report gives a size, the assessment does not',
    dateOfService: '2026-10-12',
    text: `Follow-up visit

CC: Low back pain

HPI: 44-year-old warehouse worker with 5 months of low back pain, worse with sitting and on bending forward. Physical therapy for 8 weeks and naproxen gave partial relief. He can sit for only 20 minutes. Denies leg pain, numbness or weakness. No bowel or bladder symptoms. Father had spinal stenosis.

EXAM: Tender over the lumbosacral junction. Straight leg raise negative bilaterally. Strength 5/5.

MRI LUMBAR SPINE (10/02/2026): Small posterior annular fissure at L5-S1 with a high-intensity zone. Mild disc desiccation at L4-L5. No disc herniation. Possible mild foraminal narrowing on the left at L5-S1.

ASSESSMENT:
1. Annular tear at L5-S1.
2. Chronic low back pain.

PLAN: Continue home exercise. Consider epidural injection. Return if radiculopathy develops.
`,
  },
  {
    name: 'Annular defect with herniation',
    shows: 'M51.A4 behind its Code First partner',
    dateOfService: '2026-10-20',
    text: `OPERATIVE NOTE

PREOPERATIVE DIAGNOSIS: Left L5-S1 disc herniation with radiculopathy.

POSTOPERATIVE DIAGNOSES:
1. Left L5-S1 disc herniation with radiculopathy.
2. Small annular defect at L5-S1.

PROCEDURE: Left L5-S1 microdiscectomy.

FINDINGS AT OPERATION: A free fragment lay under the S1 root. After its removal a small annular defect was seen and probed; no further loose material came.

HISTORY: Eight weeks of left leg pain in an S1 distribution, not helped by oral steroids and physical therapy. History of right L4-L5 herniation in 2019, resolved.
`,
  },
  {
    name: 'Low back pain, unspecified',
    shows: 'M54.50: nothing on origin, and Modic changes nobody ties to the pain',
    dateOfService: '2026-11-03',
    text: `Subjective: Patient returns with low back pain, third visit this year. Pain is axial and midline, worse with forward bending. No radiation below the buttock. No injury.

Objective: Lumbar flexion limited by pain. Neurologically intact.

Imaging: MRI of the lumbar spine from September shows Modic type 1 endplate changes at L4-L5. Discs otherwise unremarkable. No spondylolisthesis.

Assessment: Low back pain.

Plan: NSAIDs as needed, recheck in six weeks.
`,
  },
  {
    name: 'Vertebrogenic low back pain',
    shows: 'M54.51: the provider names the source',
    dateOfService: '2026-11-09',
    text: `CC: low back pain for two years

HPI: 52-year-old with chronic midline low back pain, worse on bending and sitting. Difficulty lifting more than ten pounds. Eight weeks of physical therapy and meloxicam have failed.

Imaging: Lumbar MRI performed 10/28/2026 shows Modic type 1 and type 2 endplate changes at L4 and L5.

Assessment: Chronic vertebrogenic low back pain due to the Modic endplate changes at L4-L5. Sacroiliac joint dysfunction was ruled out by negative diagnostic block.

Plan: Discussed basivertebral nerve ablation. Home program meanwhile.
`,
  },
  {
    name: 'Lumbosacral dorsopathy',
    shows: 'M53.87: named, with its imaging, function and treatment',
    dateOfService: '2026-10-27',
    text: `History: 37-year-old with left-sided pain at the lumbosacral junction for three years. Cannot stand longer than 30 minutes. Chiropractic care and two courses of physical therapy brought little relief. No trauma.

X-ray of the lumbosacral spine: enlarged left L5 transverse process with a pseudoarticulation to the sacrum.

Impression: Bertolotti syndrome on the left at L5-S1, symptomatic. No radiculopathy.

Plan: CT-guided injection of the pseudoarticulation; work restriction of no prolonged standing.
`,
  },
  {
    name: 'Lumbar dorsopathy, no name',
    shows: 'M53.86 or M53.9: what is the disorder called?',
    dateOfService: '2026-10-30',
    text: `HPI: Ongoing stiffness and aching of the lower back since spring, worse in the morning. Takes ibuprofen. Rest helps.

Exam: Decreased lumbar range of motion, no focal deficit.

X-ray lumbar spine: no fracture, normal alignment.

Assessment:
1. Facet syndrome, lumbar, L4-L5.
2. Dorsopathy.

Plan: Heat, stretching; follow up in one month.
`,
  },
];
