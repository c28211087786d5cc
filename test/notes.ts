/** Notes for runs of many: short, our own words, every one a little different. */

const OPENINGS = [
  'Low back pain for 3 weeks',
  'Neck pain since a fall',
  'No back pain today',
  'Lumbar radiculopathy on the left',
];
const STUDIES = [
  'MRI shows an L4-5 disc bulge.',
  'X-ray: L5-S1 spondylolisthesis, grade I.',
  'No imaging yet.',
  'CT: no fracture.',
];
const PLANS = ['Physical therapy.', 'Consider an epidural injection at L5-S1.', 'Return in 6 weeks if worse.'];

/** @returns lines of JSON, one note each */
export function manyNotes(count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const text = [
      `HISTORY: ${OPENINGS[at % OPENINGS.length]}, visit ${at}.`,
      `IMAGING: ${STUDIES[(at >> 2) % STUDIES.length]}`,
      `ASSESSMENT:\n1. ${OPENINGS[(at + 1) % OPENINGS.length]}.\n2. Annular fissure at L${1 + (at % 4)}-${2 + (at % 4)}.`,
      `PLAN: ${PLANS[at % PLANS.length]}`,
    ].join('\n\n');
    return JSON.stringify({ id: `n${at}`, text });
  });
}
