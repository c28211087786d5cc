/** Every condition of lexicons/conditions.yaml, as a provider states it, denies it, doubts it, and as it is not meant. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Analyzer, CONDITIONS, type Condition, createAnalyzer } from '../../src/index.ts';

interface Case {
  /** Present, in the place that is named behind the bar. */
  readonly present: readonly [sentence: string, place: string][];
  /** Said, but not as present: the status stands behind the bar. */
  readonly said: readonly [sentence: string, status: string][];
  /** Something else. */
  readonly other: readonly string[];
}

const CASES: Readonly<Record<Condition, Case>> = {
  'annulus-fibrosus-defect': {
    present: [
      ['Annular tear at L4-5.', 'lumbar L4-L5'],
      ['There is a fissure of the annulus at L5-S1.', 'lumbosacral L5-S1'],
      ['The annulus is torn at L3-4.', 'lumbar L3-L4'],
      ['Annular high intensity zone, L4-5.', 'lumbar L4-L5'],
    ],
    said: [
      ['No annular tear at L4-5.', 'absent'],
      ['The annulus is intact at L5-S1.', 'absent'],
      ['Possible annular fissure at L4-5.', 'uncertain'],
    ],
    other: ['Rotator cuff tear of the left shoulder.', 'Anal fissure, healed.', 'Mitral annulus is calcified.'],
  },
  'disc-herniation': {
    present: [
      ['Left paracentral disc protrusion at L4-5.', 'lumbar L4-L5 left'],
      ['HNP L5-S1, right.', 'lumbosacral L5-S1 right'],
      ['The disk at C5-6 is herniated.', 'cervical C5-C6'],
      ['Extruded disc fragment at L3-4.', 'lumbar L3-L4'],
    ],
    said: [
      ['No disc herniation at any lumbar level.', 'absent'],
      ['The L4-5 disc is not herniated.', 'absent'],
      ['Status post discectomy for an L4-5 disc herniation in 2019.', 'historical'],
      ['Rule out herniated disc at L4-5.', 'uncertain'],
    ],
    other: ['Inguinal hernia on the right.', 'Hiatal herniation.', 'Rectal prolapse, repaired.'],
  },
  'disc-bulge': {
    present: [
      ['Broad-based disc bulge at L4-5.', 'lumbar L4-L5'],
      ['The discs at L3-4 and L4-5 bulge.', 'lumbar L3-L4 L4-L5'],
    ],
    said: [
      ['No disc bulge at L5-S1.', 'absent'],
      ['Questionable bulging disc at L4-5.', 'uncertain'],
    ],
    other: ['There is a bulge in the left groin.', 'Bulging fontanelle was denied by the mother.'],
  },
  'disc-degeneration': {
    present: [
      ['Degenerative disc disease at L4-5.', 'lumbar L4-L5'],
      ['DDD L5-S1.', 'lumbosacral L5-S1'],
      ['Dessicated disc at L3-4.', 'lumbar L3-L4'],
    ],
    said: [
      ['No disc degeneration of the lumbar spine.', 'absent'],
      ['Probable degenerative disc disease at L4-5.', 'uncertain'],
    ],
    other: ['Macular degeneration of both eyes.', 'Optic disc is sharp.'],
  },
  'endplate-change': {
    present: [
      ['Modic type 1 changes at L4-5.', 'lumbar L4-L5'],
      ['End plate edema at L5-S1.', 'lumbosacral L5-S1'],
    ],
    said: [
      ['No Modic changes in the lumbar spine.', 'absent'],
      ['Possible endplate edema at L4-5.', 'uncertain'],
    ],
    other: ['The endplates are normal in signal.', 'Ankle edema on both sides.'],
  },
  radiculopathy: {
    present: [
      ['Left L5 radiculopathy.', 'lumbar L5 left'],
      ['Cervical radiculitis on the right.', 'cervical right'],
      ['Lumbar radicular pain, left.', 'lumbar left'],
    ],
    said: [
      ['No radiculopathy.', 'absent'],
      ['Lumbar radiculopathy, resolved.', 'historical'],
      ['Suspect S1 radiculopathy.', 'uncertain'],
    ],
    other: [
      'Peripheral neuropathy of both feet.',
      'Denies radiation into the legs.',
      'Ridiculous delay with the insurer.',
    ],
  },
  sciatica: {
    present: [
      ['Left sciatica.', 'left'],
      ['Sciatic pain on the right.', 'right'],
    ],
    said: [
      ['No sciatica.', 'absent'],
      ['History of sciatica, none now.', 'historical'],
    ],
    other: ['The sciatic nerve was protected.', 'Sciatic notch is not tender.'],
  },
  myelopathy: {
    present: [
      ['Cervical myelopathy at C4-5.', 'cervical C4-C5'],
      ['Cervical spondylosis with myelopathy.', 'cervical'],
    ],
    said: [
      ['No signs of myelopathy.', 'absent'],
      ['Possible cervical myelopathy.', 'uncertain'],
    ],
    other: ['Statin myopathy.', 'Cardiomyopathy, stable.'],
  },
  'cauda-equina-syndrome': {
    present: [
      ['Cauda equina syndrome, admitted for decompression.', ''],
      ['Acute cauda equina compression.', ''],
    ],
    said: [
      ['No evidence of cauda equina syndrome.', 'absent'],
      ['Return at once if cauda equina syndrome develops.', 'hypothetical'],
    ],
    other: ['Roots of the leash float freely.', 'The conus ends at L1.'],
  },
  'low-back-pain': {
    present: [
      ['Chronic low back pain.', 'lumbar'],
      ['Lumbago.', 'lumbar'],
      ['LBP for six weeks.', 'lumbar'],
      ['Her lower back aches when she sits.', 'lumbar'],
    ],
    said: [
      ['Denies low back pain.', 'absent'],
      ['Low back pain, resolved.', 'historical'],
    ],
    other: ['Chest pain on exertion.', 'He came back for a pain in the knee.', 'The lower abdomen is painful.'],
  },
  'neck-pain': {
    present: [
      ['Neck pain since the collision.', 'cervical'],
      ['Cervicalgia.', 'cervical'],
    ],
    said: [
      ['No neck pain.', 'absent'],
      ['Denies any neck or back pain.', 'absent'],
    ],
    other: ['Neck supple, no masses.', 'Femoral neck fracture with pain.'],
  },
  'thoracic-back-pain': {
    present: [
      ['Thoracic back pain.', 'thoracic'],
      ['Mid back pain after raking leaves.', 'thoracic'],
    ],
    said: [
      ['Denies mid back pain.', 'absent'],
      ['Upper back pain, resolved.', 'historical'],
    ],
    other: ['Thoracic aorta is tortuous.', 'Thoracic outlet, painless.'],
  },
  'back-pain': {
    present: [
      ['Back pain.', 'unspecified'],
      ['Chronic backache.', 'unspecified'],
    ],
    said: [
      ['Denies back pain.', 'absent'],
      ['If the back pain returns, call the office.', 'hypothetical'],
    ],
    other: ['Knee pain is back.', 'He went back to work without pain in the hip.'],
  },
  spondylosis: {
    present: [
      ['Lumbar spondylosis.', 'lumbar'],
      ['Facet arthropathy at L4-5, bilateral.', 'lumbar L4-L5 bilateral'],
      ['Osteoarthritis of the lumbar spine.', 'lumbar'],
    ],
    said: [
      ['No facet arthropathy at L4-5.', 'absent'],
      ['Possible cervical spondylosis.', 'uncertain'],
    ],
    other: ['Osteoarthritis of the left knee.', 'Bilateral hip arthritis.'],
  },
  'spinal-stenosis': {
    present: [
      ['Central stenosis at L4-5.', 'lumbar L4-L5'],
      ['Left foraminal narrowing at C5-6.', 'cervical C5-C6 left'],
      ['Lumbar spinal stenosis with neurogenic claudication.', 'lumbar'],
    ],
    said: [
      ['No spinal stenosis of the lumbar spine.', 'absent'],
      ['Possible stenosis of the lumbar spinal canal.', 'uncertain'],
    ],
    other: [
      'Aortic stenosis, moderate.',
      'Carotid stenosis on the left.',
      'Pyloric stenosis in infancy.',
      'Renal artery stenosis.',
    ],
  },
  spondylolisthesis: {
    present: [
      ['Grade I anterolisthesis of L4 on L5.', 'lumbar L4-L5'],
      ['Isthmic spondylolisthesis at L5-S1.', 'lumbosacral L5-S1'],
    ],
    said: [
      ['No spondylolisthesis of the lumbar spine.', 'absent'],
      ['Questionable retrolisthesis at L2-3.', 'uncertain'],
    ],
    other: ['Slipped on the ice.', 'The vertebrae are well aligned.'],
  },
  spondylolysis: {
    present: [
      ['Bilateral pars defects at L5.', 'lumbar L5 bilateral'],
      ['Spondylolysis of L5.', 'lumbar L5'],
    ],
    said: [
      ['No spondylolysis.', 'absent'],
      ['Possible pars fracture at L5.', 'uncertain'],
    ],
    other: ['The pars interarticularis was preserved on both sides.', 'Lysis of adhesions in 2012.'],
  },
  'spinal-instability': {
    present: [
      ['Segmental instability at L4-5.', 'lumbar L4-L5'],
      ['Lumbar instability.', 'lumbar'],
    ],
    said: [
      ['No instability at L4-5 on flexion and extension films.', 'absent'],
      ['Suspected segmental instability at L4-5.', 'uncertain'],
    ],
    other: ['Instability of the right shoulder.', 'Gait instability, uses a cane.'],
  },
  'postlaminectomy-syndrome': {
    present: [
      ['Postlaminectomy syndrome.', ''],
      ['Failed back surgery syndrome.', ''],
    ],
    said: [
      ['This is no failed back syndrome.', 'absent'],
      ['Possible postlaminectomy syndrome.', 'uncertain'],
    ],
    other: ['Status post laminectomy at L4-5 in 2015.', 'The second trial failed.'],
  },
  'sacroiliac-disorder': {
    present: [
      ['Right sacroiliac joint dysfunction.', 'sacral right'],
      ['Bilateral sacroiliitis.', 'sacral bilateral'],
      ['Coccydynia after a fall.', 'sacral'],
    ],
    said: [
      ['No SI joint pain.', 'absent'],
      ['Possible sacroiliitis on the left.', 'uncertain'],
    ],
    other: ['Sacroiliac joints are unremarkable.', 'Erectile dysfunction.'],
  },
  discitis: {
    present: [
      ['Discitis at L4-5.', 'lumbar L4-L5'],
      ['Infected disc at L5-S1.', 'lumbosacral L5-S1'],
    ],
    said: [
      ['No discitis.', 'absent'],
      ['Concern for discitis at L4-5.', 'uncertain'],
    ],
    other: ['Diskectomy was uneventful.', 'Wound infection of the left foot.'],
  },
  'vertebral-fracture': {
    present: [
      ['Compression fracture of the L1 vertebral body.', 'lumbar L1'],
      ['Burst fracture of T12.', 'thoracic T12'],
    ],
    said: [
      ['No vertebral fracture.', 'absent'],
      ['Possible compression fracture of L2.', 'uncertain'],
    ],
    other: ['Fracture of the left wrist in childhood.', 'Tibial stress fracture.'],
  },
  'back-strain': {
    present: [
      ['Lumbar strain.', 'lumbar'],
      ['Sprain of the low back after a lifting injury.', 'lumbar'],
    ],
    said: [
      ['No lumbar strain.', 'absent'],
      ['Probable low back strain.', 'uncertain'],
    ],
    other: ['Ankle sprain on the right.', 'Hamstring strain.', 'She is under strain at home.'],
  },
  'other-dorsopathy': {
    present: [
      ['Facet syndrome, lumbar.', 'lumbar'],
      ['Bertolotti syndrome.', ''],
      ['Myofascial pain of the low back.', 'lumbar'],
    ],
    said: [
      ['No facet syndrome.', 'absent'],
      ['Possible facet joint syndrome of the lumbar spine.', 'uncertain'],
    ],
    other: ['Facet joints are normal.', 'Myofascial pain of the jaw.'],
  },
  'unspecified-dorsopathy': {
    present: [
      ['Lumbar spine disorder.', 'lumbar'],
      ['Dorsopathy.', 'unspecified'],
    ],
    said: [
      ['No disorder of the lumbar spine.', 'absent'],
      ['Possible lumbar disorder.', 'uncertain'],
    ],
    other: ['Bipolar disorder.', 'His condition is stable.'],
  },
};

let analyzer: Analyzer;
beforeAll(async () => {
  analyzer = await createAnalyzer();
});

const factsOf = (sentence: string, condition: Condition) =>
  analyzer.analyze(`ASSESSMENT:\n${sentence}\n`).facts.filter((fact) => fact.condition === condition);

describe.each(CONDITIONS)('%s', (condition) => {
  const { present, said, other } = CASES[condition];

  for (const [sentence, place] of present) {
    it(`is present: ${sentence}`, () => {
      const facts = factsOf(sentence, condition).map(({ status, region, levels, laterality }) =>
        [status, region, ...levels, laterality].filter((word) => word !== 'unspecified').join(' '),
      );
      expect(facts).toHaveLength(1);
      if (place !== '') expect(facts).toEqual([`present ${place}`.replace(' unspecified', '')]);
      else expect(facts[0]).toMatch(/^present/);
    });
  }

  for (const [sentence, status] of said) {
    it(`is ${status}: ${sentence}`, () => {
      expect(factsOf(sentence, condition).map((fact) => fact.status)).toEqual([status]);
    });
  }

  for (const sentence of other) {
    it(`is not said: ${sentence}`, () => {
      expect(factsOf(sentence, condition)).toEqual([]);
    });
  }

  it('has two sentences for it and two against it at least', () => {
    expect(present.length).toBeGreaterThanOrEqual(2);
    expect(said.length + other.length).toBeGreaterThanOrEqual(2);
  });
});
