/** Encounters made from a seed: patients with a course (pain that stays, a disc, a strain ...), several visits each. */

export interface GeneratedEncounter {
  readonly id: string;
  readonly patient: string;
  readonly date: string;
  readonly provider: string;
  readonly site: string;
  readonly text: string;
  readonly codes: readonly string[];
}

/** mulberry32: 32 bits of state, the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Visit {
  readonly assessment: string;
  readonly imaging?: string;
  readonly codes: readonly string[];
}

/** A course gives its visit number `index` (from 0); `side` and `level` are those of the patient. */
type Course = (
  index: number,
  patient: { readonly side: string; readonly level: string; readonly careful: boolean },
) => Visit;

const COURSES: readonly Course[] = [
  (index, { careful }) =>
    careful && index > 1
      ? {
          assessment: 'Chronic low back pain secondary to vertebral endplate changes at L4-L5.',
          imaging: 'MRI lumbar spine: Modic type 1 change at L4-L5.',
          codes: ['M54.51'],
        }
      : {
          assessment: index === 0 ? 'Low back pain.' : 'Low back pain, unchanged.',
          ...(index > 1 && { imaging: 'MRI lumbar spine: Modic type 1 change at L4-L5.' }),
          codes: ['M54.50'],
        },
  (_index, { careful }) => ({
    assessment: careful ? 'Mechanical low back pain, subacute.' : 'Low back pain.',
    codes: [careful ? 'M54.59' : 'M54.50'],
  }),
  (index, { side, level }) => ({
    assessment: `Disc herniation ${level} with ${side} sided radiculopathy.`,
    ...(index > 0 && { imaging: `MRI lumbar spine: disc protrusion at ${level}.` }),
    codes: [level === 'L5-S1' ? 'M51.17' : 'M51.16'],
  }),
  (index, { careful }) => ({
    assessment:
      index === 0
        ? 'Lumbar strain, acute.'
        : careful
          ? 'Lumbar strain, subsequent encounter, healing.'
          : 'Lumbar strain.',
    codes: [index > 0 && careful ? 'S39.012D' : 'S39.012A'],
  }),
  (_index, { level, careful }) => ({
    assessment: `${careful ? 'Small annular tear' : 'Annular tear'} at ${level}. MRI reviewed.`,
    codes: [level === 'L5-S1' ? (careful ? 'M51.A4' : 'M51.A3') : careful ? 'M51.A1' : 'M51.A0'],
  }),
  (_index, { careful }) => ({
    assessment: careful ? 'Lumbar spinal stenosis with neurogenic claudication.' : 'Lumbar spinal stenosis.',
    codes: [careful ? 'M48.062' : 'M48.061'],
  }),
  (index, { side }) => ({
    assessment: index === 0 ? 'Sciatica.' : `Sciatica, ${side} side.`,
    codes: [index === 0 ? 'M54.30' : side === 'left' ? 'M54.32' : 'M54.31'],
  }),
  (_index, { level }) => ({
    assessment: `Degenerative disc disease ${level}. Low back pain.`,
    codes: [level === 'L5-S1' ? 'M51.379' : 'M51.369', 'M54.50'],
  }),
];

const HISTORIES = [
  'Returns about the back. Sitting for long is hard, sleep is fair.',
  'Reports trouble after a day at the desk; walks two blocks.',
  'Comes for a check. Lifting at work brings it on, rest eases it.',
  'Says mornings are worst. Uses heat and tablets from the pharmacy.',
];
const EXAMS = [
  'Flexion limited. Strength 5/5 in both legs. Reflexes equal.',
  'Tender over the lumbar muscles. Straight leg raise negative. Gait steady.',
  'Walks without aid. Extension uncomfortable. Sensation intact.',
];
const PLANS = [
  'Physical therapy twice a week. Return in six weeks.',
  'Home exercises, tablets as needed. Return in a month.',
  'Continue as before.',
];

const VISITS = 4;
const PROVIDERS = 18;
const SITES = ['north', 'south', 'harbour', 'hill'];

/** Patients one after the other, each with up to four visits in the order of their dates. */
export function* generateEncounters(count: number, seed: number): Generator<GeneratedEncounter> {
  const next = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  let made = 0;
  for (let patient = 1; made < count; patient++) {
    // Squared: a few providers see many patients, as they do.
    const provider = Math.floor(next() ** 2 * PROVIDERS);
    const course = COURSES[Math.floor(next() ** 1.6 * COURSES.length)] as Course;
    const traits = {
      side: pick(['left', 'right']),
      level: pick(['L4-L5', 'L5-S1', 'L3-L4']),
      careful: next() < 0.15 + provider / 30,
    };
    let day = Date.UTC(2025, 9, 1) + Math.floor(next() * 300) * 86_400_000;
    const visits = 1 + Math.floor(next() * VISITS);
    const habits = { history: pick(HISTORIES), exam: pick(EXAMS), plan: pick(PLANS) };
    for (let index = 0; index < visits && made < count; index++) {
      const copies = next() < 0.4;
      const visit = course(index, traits);
      const parts = copies ? habits : { history: pick(HISTORIES), exam: pick(EXAMS), plan: pick(PLANS) };
      const listed = next() < 0.1 ? 'Problem list: Low back pain M54.5.\n' : '';
      const imaging = visit.imaging ? `Imaging: ${visit.imaging}\n` : '';
      made++;
      yield {
        id: `e${made}`,
        patient: `p${patient}`,
        date: new Date(day).toISOString().slice(0, 10),
        provider: `dr-${String(provider + 1).padStart(2, '0')}`,
        site: SITES[provider % SITES.length] as string,
        text: `HPI: ${parts.history}\n${listed}Exam: ${parts.exam}\n${imaging}Assessment: ${visit.assessment}\nPlan: ${parts.plan}\n`,
        codes: visit.codes,
      };
      day += (20 + Math.floor(next() * 40)) * 86_400_000;
    }
  }
}
