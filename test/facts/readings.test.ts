/** From words to facts: which level, side, source and status a sentence gives, and to what; each rule both for and against. */
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/model.ts';
import { factsIn, painDetailIn } from './found.ts';

type Row = [what: string, text: string, conditions: Condition[], facts: string[]];

const mri = (text: string): string => `MRI LUMBAR SPINE\n\nFINDINGS: ${text}`;
const assessed = (text: string): string => `HPI: Seen in follow-up.\nASSESSMENT: ${text}`;
const operated = (diagnosis: string, text: string): string =>
  `PREOPERATIVE DIAGNOSIS: ${diagnosis}\nPOSTOPERATIVE DIAGNOSIS: ${diagnosis}\nPROCEDURE: Microdiscectomy.\nDESCRIPTION OF PROCEDURE: ${text}`;

const check = (rows: Row[]): void => {
  it.each(rows)('%s', async (_what, text, conditions, facts) => {
    expect(await factsIn(text, ...conditions)).toEqual(facts);
  });
};

describe('levels', () => {
  check([
    [
      'run into the word before',
      mri('Disc bulge noted atL3/L4 level.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4'],
    ],
    [
      '"and" with a slip of the finger',
      mri('Small protrusions at L3-L4 annd L5-S1.'),
      [],
      ['disc-herniation present imaging lumbar L3-L4', 'disc-herniation present imaging lumbosacral L5-S1'],
    ],
    [
      'to a lesser extent',
      mri('Disc desiccation at L4-5 and to a lesser extent L3-4.'),
      [],
      ['disc-degeneration present imaging lumbar L3-L4,L4-L5'],
    ],
    [
      'to a lesser extent, with commas',
      mri('Disc desiccation at L4-5, and to a much lesser degree at L3-4.'),
      [],
      ['disc-degeneration present imaging lumbar L3-L4,L4-L5'],
    ],
    [
      'multilevel: not the level of what stands before',
      mri('Stenosis at L4-5, multilevel facet arthropathy.'),
      ['spondylosis'],
      ['spondylosis present imaging lumbar'],
    ],
    [
      'a preposition takes the list up again',
      mri('Disc degeneration at L4-5 and, less so, at L5-S1.'),
      [],
      ['disc-degeneration present imaging lumbar L4-L5', 'disc-degeneration present imaging lumbosacral L5-S1'],
    ],
    [
      'a preposition opens what has a finding of its own',
      mri('Disc bulge at L3-4 and at L4-5 a protrusion.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4', 'disc-herniation present imaging lumbar L4-L5'],
    ],
    [
      'less at other levels',
      assessed('Cervical spondylosis, worst at C5-6, less at C4-5 and C6-7.'),
      [],
      ['spondylosis present provider cervical C4-C5,C5-C6,C6-C7'],
    ],
    ['a named disc', mri('The fourth lumbar disc is herniated.'), [], ['disc-herniation present imaging lumbar L4-L5']],
    [
      'one vertebra slipped on the next',
      mri('L4 has slipped on L5, a grade 1 spondylolisthesis.'),
      [],
      ['spondylolisthesis present imaging lumbar L4-L5'],
    ],
    [
      'the next level is the same',
      mri('\nL3-4: Disc bulge.\nL4-5: the same.\nL5-S1: normal.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4,L4-L5'],
    ],
    [
      'similar findings are seen at another level',
      mri('There is a disc bulge at L3-4. Similar findings are seen at L4-5.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4,L4-L5'],
    ],
    [
      'the same height is no finding',
      mri('\nL3-4: Disc bulge.\nL4-5: same height as before.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4'],
    ],
    [
      'the same as on the last study is no other level’s',
      mri('\nL3-4: Disc bulge.\nL4-5: same as on the previous study.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4'],
    ],
    [
      'a denial of what is here',
      mri('\nL5-S1 - annulus fissured.\nNo disc herniation here.'),
      ['disc-herniation'],
      ['disc-herniation absent imaging lumbosacral L5-S1'],
    ],
    [
      'a root’s foramen lies at the disc that was entered',
      'PREOPERATIVE DIAGNOSIS: Cervical radiculopathy.\nPROCEDURE: Anterior discectomy C5-6.\nDESCRIPTION OF PROCEDURE: The foramen of C6 was markedly narrowed.',
      ['spinal-stenosis'],
      ['spinal-stenosis present operative cervical C5-C6'],
    ],
    [
      'a root that hurts in the arm leaves the level to its disc',
      assessed('C5-6 disc herniation with radiculopathy of the right arm.'),
      ['radiculopathy'],
      ['radiculopathy present provider cervical right'],
    ],
    [
      'a root that hurts nowhere in particular lies at its disc',
      assessed('C5-6 disc herniation with radiculopathy.'),
      ['radiculopathy'],
      ['radiculopathy present provider cervical C5-C6'],
    ],
    [
      'without "multilevel" the level goes on',
      mri('Stenosis at L4-5 with facet arthropathy.'),
      ['spondylosis'],
      ['spondylosis present imaging lumbar L4-L5'],
    ],
    [
      'a disc lies at a disc’s level, whatever vertebra stands nearer',
      mri('Extruded disc just behind the L5 vertebral body, below the L4-5 level.'),
      [],
      ['disc-herniation present imaging lumbar L4-L5'],
    ],
    [
      'a vertebra where no disc is named',
      mri('Compression fracture of L1.'),
      [],
      ['vertebral-fracture present imaging lumbar L1'],
    ],
    [
      'the worst of a label’s levels does not narrow them',
      mri('\nL2-L3, L3-L4:\nDisc bulges noted, most marked at L3-L4.'),
      [],
      ['disc-bulge present imaging lumbar L2-L3,L3-L4'],
    ],
    [
      'the listed levels hold for what is seen at one of them',
      operated('Cervical stenosis, C4-5 and C5-6.', 'At C4-5 we found severe foraminal stenosis.'),
      [],
      ['spinal-stenosis present operative cervical C4-C5,C5-C6'],
    ],
    [
      'what the study shows is not where the pain goes',
      assessed('Right lumbar radiculopathy, MRI disclosed stenosis at L3-4.'),
      ['radiculopathy'],
      ['radiculopathy present provider lumbar right'],
    ],
    [
      'a doubt that is settled leaves its level',
      'HPI: She apparently has L3-4 stenosis.\nASSESSMENT: Lumbar stenosis.',
      [],
      ['spinal-stenosis present provider lumbar L3-L4'],
    ],
    [
      'C8 is a cervical root',
      assessed('Left C8 radiculopathy.'),
      [],
      ['radiculopathy present provider cervical C8 left'],
    ],
    [
      'two roots in one breath',
      assessed('Right S1 (L5) radiculopathy.'),
      [],
      ['radiculopathy present provider lumbosacral L5,S1 right'],
    ],
    [
      'facets entered are facets seen',
      'PREOPERATIVE DIAGNOSIS: Back pain.\nPROCEDURE: Facet injections at L3-4, L4-5.\nDESCRIPTION OF PROCEDURE: The L3-4 joint was entered. The joints showed facet arthrosis.',
      ['spondylosis'],
      ['spondylosis present operative lumbar L3-L4,L4-L5'],
    ],
  ]);
});

describe('sides', () => {
  check([
    [
      'more to one side, whatever stands between',
      mri('Disc bulge at L3/L4, pressing on the cauda and on both roots, more to the Lt sided.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4 left'],
    ],
    [
      'the side of a root is the root’s',
      mri('Disc bulge at L4/L5, compressing the left L4 root.'),
      [],
      ['disc-bulge present imaging lumbar L4-L5'],
    ],
    [
      'right of midline',
      operated('Herniated disc L4-5.', 'A loose disc fragment sat to the right of midline.'),
      [],
      ['disc-herniation present operative lumbar L4-L5 right'],
    ],
    [
      'the side right beside it',
      mri('Bilateral narrowing and left paracentral disc herniation at L4-5.'),
      ['disc-herniation'],
      ['disc-herniation present imaging lumbar L4-L5 left'],
    ],
    [
      'left and right are both beside it',
      mri('Left and right foraminal disc protrusions at L4-5.'),
      [],
      ['disc-herniation present imaging lumbar L4-L5 bilateral'],
    ],
    [
      'said by itself behind what it is of',
      mri('Broad disc protrusion at L4-5 on the left, facet arthropathy at L5-S1.'),
      [],
      ['disc-herniation present imaging lumbar L4-L5 left', 'spondylosis present imaging lumbosacral L5-S1'],
    ],
    [
      'at the head of its clause',
      mri('On the right, at the L4-5 level, there is a large extrusion.'),
      [],
      ['disc-herniation present imaging lumbar L4-L5 right'],
    ],
    [
      'two pains, each with its own',
      'HPI: Ache deep in the neck on the left, and low back pain on the right.',
      ['low-back-pain'],
      ['low-back-pain present patient lumbar right'],
    ],
    ['behind a label', 'HPI: Neck pain: daily, both sides.', [], ['neck-pain present patient cervical bilateral']],
    [
      'before a label',
      mri('Left: foraminal stenosis at L3-4.'),
      [],
      ['spinal-stenosis present imaging lumbar L3-L4 left'],
    ],
    [
      'more so on one',
      'HPI: Low back pain and stiffness, more so on L.',
      [],
      ['low-back-pain present patient lumbar left'],
    ],
    [
      'worse on one than on the other is both',
      'HPI: Low back pain, worse on the right than on the left.',
      [],
      ['low-back-pain present patient lumbar bilateral'],
    ],
    ['L-sided', assessed('L-sided low back pain.'), [], ['low-back-pain present provider lumbar left']],
    [
      'both arms',
      assessed('Cervical radiculopathy of both arms.'),
      [],
      ['radiculopathy present provider cervical bilateral'],
    ],
    [
      'both upper extremities',
      assessed('Cervical radiculopathy in both upper extremities.'),
      [],
      ['radiculopathy present provider cervical bilateral'],
    ],
    [
      'both levels are no sides',
      mri('Disc bulges at both levels, L3-4 and L4-5.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4,L4-L5'],
    ],
    [
      'both foramina',
      mri('Both foramina are narrowed at L4-5.'),
      [],
      ['spinal-stenosis present imaging lumbar L4-L5 bilateral'],
    ],
    [
      'the limb of a root’s pain',
      assessed('Lumbar radiculopathy with pain in the RLE.'),
      [],
      ['radiculopathy present provider lumbar right'],
    ],
    [
      'a limb that is spared',
      assessed('Lumbar radiculopathy, no pain in the right leg.'),
      [],
      ['radiculopathy present provider lumbar'],
    ],
    [
      'the limb is the root’s, not the back’s',
      'HPI: Low back pain radiating down the left leg.',
      ['low-back-pain'],
      ['low-back-pain present patient lumbar'],
    ],
    [
      'where a protrusion lies',
      mri('Disc protrusion in the right neural foramen at L4-5.'),
      [],
      ['disc-herniation present imaging lumbar L4-L5 right'],
    ],
    [
      'what a bulge does to a foramen',
      mri('Disc bulge at L4-5 compromising the right neural foramen.'),
      ['disc-bulge'],
      ['disc-bulge present imaging lumbar L4-L5'],
    ],
    [
      'by the edge of another finding',
      assessed('The annulus at L4-5 has a fissure under the protrusion’s right edge.'),
      [],
      ['annulus-fibrosus-defect present provider lumbar L4-L5 right', 'disc-herniation present provider lumbar L4-L5'],
    ],
    [
      'the next sentence tells it',
      mri('There is a disc extrusion at L5-S1. It lies to the left.'),
      [],
      ['disc-herniation present imaging lumbosacral L5-S1 left'],
    ],
    [
      'the next sentence tells another’s',
      mri('There is a disc extrusion at L5-S1. It displaces the left S1 root.'),
      [],
      ['disc-herniation present imaging lumbosacral L5-S1'],
    ],
    ['the hand that writes', 'HPI: Low back pain. Right-handed.', [], ['low-back-pain present patient lumbar']],
    [
      'the hand that writes, before it',
      'HPI: A right hand dominant man with low back pain.',
      [],
      ['low-back-pain present patient lumbar'],
    ],
    [
      'the side of an injection',
      'HPI: Low back pain, given a left-sided interlaminar injection.',
      [],
      ['low-back-pain present patient lumbar'],
    ],
    [
      'the side of an operation before it',
      assessed('Low back pain after left L4-5 microdiscectomy.'),
      ['low-back-pain'],
      ['low-back-pain present provider lumbar'],
    ],
    [
      'the aspect it is taken from',
      operated(
        'Herniated disc L4-5.',
        'The herniated disc was removed from the left posterolateral aspect of the interspace.',
      ),
      [],
      ['disc-herniation present operative lumbar L4-L5 left'],
    ],
    [
      'open on the other side',
      mri('The foramen is narrowed at L4-5 on the left, patent on the right.'),
      [],
      ['spinal-stenosis present imaging lumbar L4-L5 left'],
    ],
    [
      'the side of a test',
      'HPI: Low back pain, leg raise positive on the left.',
      [],
      ['low-back-pain present patient lumbar'],
    ],
    [
      'the side of a joint beside it',
      assessed('Left-sided rotator cuff tear and cervical stenosis.'),
      [],
      ['spinal-stenosis present provider cervical'],
    ],
    [
      'what is left over',
      assessed('Stenosis left over at L3-4.'),
      [],
      ['spinal-stenosis present provider lumbar L3-L4'],
    ],
    [
      'all right',
      'HPI: Low back pain has been all right.',
      ['low-back-pain'],
      ['low-back-pain present patient lumbar'],
    ],
    [
      'both sides of a disc',
      mri('Endplate edema on both sides of the L4-5 disc.'),
      [],
      ['endplate-change present imaging lumbar L4-L5'],
    ],
    [
      'one side at one level, both at the next',
      mri('Left foraminal stenosis at L3-4. Bilateral foraminal stenosis at L4-5.'),
      [],
      ['spinal-stenosis present imaging lumbar L3-L4,L4-L5 bilateral'],
    ],
    [
      'one side at one level, none at the next',
      mri('Left disc bulge at L3-4. Diffuse disc bulge at L4-5.'),
      [],
      ['disc-bulge present imaging lumbar L3-L4,L4-L5'],
    ],
    [
      'the side of the recess that is narrow',
      mri('The right lateral recess at L3-4 is narrowed.'),
      [],
      ['spinal-stenosis present imaging lumbar L3-L4 right'],
    ],
  ]);
});

describe('the detail of low back pain', () => {
  it.each([
    ['Mechanical low back pain.', 'other'],
    ['Low back pain, subacute, mechanical (shift work).', 'other,subacute'],
    ['Low back pain, for the most part myofascial in nature.', 'other'],
    ['Low back pain (mechanical).', 'other'],
    ['Low back pain. It is mechanical in character.', 'other'],
    ['Low back pain after a mechanical fall.', 'unspecified'],
    ['Low back pain, mechanical fall in May.', 'unspecified'],
    ['Low back pain, no mechanical component.', 'unspecified'],
    ['Low back pain. Mechanical valve.', 'unspecified'],
    ['Low back pain of long standing.', 'chronic,unspecified'],
    ['Low back pain for three years.', 'unspecified'],
    ['Low back pain arising from the L3 and L4 bodies.', 'vertebrogenic'],
    ['Low back pain of endplate origin.', 'vertebrogenic'],
    ['Low back pain, chronic; vertebrogenic origin suspected.', 'chronic,unspecified'],
  ])('%s', async (text, detail) => {
    expect(await painDetailIn(assessed(text))).toBe(detail);
  });
});

describe('sources', () => {
  check([
    [
      'a study told of in an operative note',
      operated(
        'Herniated disc L4-5.',
        'An MRI was done, which showed disc desiccation at L3-4. The level was exposed.',
      ),
      ['disc-degeneration'],
      ['disc-degeneration present imaging lumbar L3-L4'],
    ],
    [
      'the surgeon’s eye',
      operated('Herniated disc L4-5.', 'The disc at L3-4 was degenerated.'),
      ['disc-degeneration'],
      ['disc-degeneration present operative lumbar L3-L4'],
    ],
    [
      'the story before the operation',
      operated('Herniated disc L4-5.', 'He does have facet arthropathy at L5-S1.'),
      ['spondylosis'],
      ['spondylosis present provider lumbosacral L5-S1'],
    ],
    [
      'radiculopathy by its name, in the history',
      'HPI: The patient has a lumbar polyradiculopathy.\nASSESSMENT: Hypertension.',
      [],
      ['radiculopathy present provider lumbar'],
    ],
    [
      'radiculopathy as it is felt',
      'HPI: She experiences a lumbar radiculopathy.\nASSESSMENT: Hypertension.',
      [],
      ['radiculopathy present patient lumbar'],
    ],
    [
      'imaging studies without a name',
      'HPI: Imaging studies showed stenosis at L4-5.\nASSESSMENT: Hypertension.',
      [],
      ['spinal-stenosis present imaging lumbar L4-L5'],
    ],
    [
      'found by the way on another part’s study',
      'LABS: CT of the chest showed enlarged nodes. Bones show disc degeneration in the thoracic spine.\nASSESSMENT: Lymphoma.',
      [],
      ['disc-degeneration present imaging thoracic'],
    ],
    [
      'an examiner’s words are the provider’s',
      'EXAM: Brisk jerks, probably a cervical myelopathy.\nASSESSMENT: Weakness.',
      [],
      ['myelopathy uncertain provider cervical'],
    ],
    [
      'the study shows one thing, the examination another',
      'HPI: The MRI showed stenosis at C4-5, the neurologic exam suggests radiculopathy.\nASSESSMENT: Weakness.',
      ['radiculopathy'],
      ['radiculopathy uncertain provider cervical C4-C5'],
    ],
    [
      'what needles find is the study’s',
      'EMG of the arms was done. The findings were consistent with a C7 radiculopathy.\nASSESSMENT: Neck pain.',
      ['radiculopathy'],
      ['radiculopathy uncertain imaging cervical C7'],
    ],
  ]);
});

describe('status', () => {
  check([
    [
      'an aside that is there',
      'ROS: No cough, no wheeze (chronic back pain), no fever.',
      [],
      ['back-pain present patient unspecified'],
    ],
    [
      'an aside that is denied, too',
      mri('No disc herniation (protrusion or extrusion).'),
      [],
      ['disc-herniation absent imaging lumbar'],
    ],
    [
      'a hedge ends a denial',
      mri('L1 vertebral body with no marrow edema, likely fracture.'),
      [],
      ['vertebral-fracture uncertain imaging lumbar L1'],
    ],
    [
      'a list goes on being denied',
      mri('No marrow edema, compression fracture or discitis.'),
      ['vertebral-fracture'],
      ['vertebral-fracture absent imaging lumbar'],
    ],
    [
      'what "that" begins is still in doubt',
      assessed('The gait suggests drink, or that there is a cervical myelopathy.'),
      [],
      ['myelopathy uncertain provider cervical'],
    ],
    [
      'seemingly',
      assessed('He seemingly has a lumbar radiculopathy.'),
      [],
      ['radiculopathy uncertain provider lumbar'],
    ],
    [
      'initially thought',
      assessed('He was initially thought to have lumbar stenosis.'),
      [],
      ['spinal-stenosis historical provider lumbar'],
    ],
    [
      'no longer suffering',
      'HPI: He is no longer troubled by neck pain.',
      [],
      ['neck-pain historical patient cervical'],
    ],
    [
      'the next sentence resolves it',
      'HPI: She had neck pain in May. It has since resolved.',
      [],
      ['neck-pain historical patient cervical'],
    ],
    [
      'the next sentence resolves something else',
      'HPI: She had neck pain in May. The rash has resolved.',
      [],
      ['neck-pain present patient cervical'],
    ],
    [
      'the next sentence denies it',
      assessed('I was asked whether an L5 radiculopathy is present. It is not.'),
      [],
      ['radiculopathy absent provider lumbar L5'],
    ],
    ['nobody in the family', 'FAMILY HISTORY: No family history of spine disease.', [], []],
    [
      'somebody in the family',
      'FAMILY HISTORY: Son with lumbar spine disease.',
      [],
      ['unspecified-dorsopathy other-person patient lumbar'],
    ],
    [
      'no moderate or high-grade stenosis leaves a mild one open',
      mri('No severe or high-grade narrowing of the central canal.'),
      [],
      [],
    ],
    [
      'doubted before the operation, denied after it',
      'PREOPERATIVE DIAGNOSIS: L4-5 stenosis with probable instability.\nPOSTOPERATIVE DIAGNOSIS: L4-5 stenosis. No evidence of instability.\nPROCEDURE: Laminectomy.',
      ['spinal-instability'],
      ['spinal-instability absent provider lumbar'],
    ],
    [
      'hazards: a bone is no vertebra',
      operated('Herniated disc L4-5.', 'Risks including bleeding, fracture, and recurrent disc herniation were told.'),
      ['vertebral-fracture', 'disc-herniation'],
      ['disc-herniation present provider lumbar L4-L5', 'disc-herniation hypothetical provider lumbar'],
    ],
  ]);
});

describe('conditions in one phrase', () => {
  check([
    [
      'disc and joint disease',
      mri('Degenerative disk and joint disease at L4-5.'),
      [],
      ['disc-degeneration present imaging lumbar L4-L5', 'spondylosis present imaging lumbar L4-L5'],
    ],
    [
      'endplate or facet changes',
      mri('No degenerative endplate or facet changes.'),
      [],
      ['endplate-change absent imaging lumbar', 'spondylosis absent imaging lumbar'],
    ],
    [
      'facet and sacroiliac joint syndrome',
      assessed('Right facet and sacroiliac joint syndrome.'),
      [],
      ['other-dorsopathy present provider lumbar right', 'sacroiliac-disorder present provider sacral right'],
    ],
    [
      'a cord that is compressed is a picture, no diagnosis',
      mri('Disc herniation at L1-2 with mild cord compression.'),
      ['myelopathy'],
      [],
    ],
    [
      'a lumbar puncture is no place',
      'HPI: MRI showed an old infarct. A lumbar puncture was normal.\nASSESSMENT: Headache.',
      [],
      [],
    ],
    [
      'dehydrated discal material',
      mri('Dehydrated discal material at L4-5.'),
      [],
      ['disc-degeneration present imaging lumbar L4-L5'],
    ],
    [
      'a dura that bulges is a good sign',
      operated(
        'Cervical stenosis, C5-6.',
        'The collapsed disc space at C5-6 was entered. With the space empty, bulging of the dura was welcome.',
      ),
      ['disc-bulge', 'disc-degeneration'],
      [],
    ],
    [
      'a disc that bulges, seen at operation',
      operated('Cervical stenosis, C5-6.', 'There was a bulging disc at C5-6.'),
      ['disc-bulge'],
      ['disc-bulge present operative cervical C5-C6'],
    ],
    ['a stenosis in percent is a vessel’s', 'In its cervical course the vessel has an 80% stenosis.', [], []],
    [
      'a bare stenosis after angioplasty',
      'PROCEDURE: Coronary angioplasty.\nThe wire passed the stenosis. He went back to his room.',
      [],
      [],
    ],
    [
      'a stenosis beside a coronary history',
      assessed('Coronary artery disease. Stenosis at L4-5.'),
      [],
      ['spinal-stenosis present provider lumbar L4-L5'],
    ],
    ['DDD is a pacemaker’s mode', 'PROCEDURE: Pacemaker implantation.\nMode DDD, rate 60.', [], []],
    ['DDD is a disc’s disease', 'PMH: DDD, hypertension.', [], ['disc-degeneration present provider unspecified']],
    ['a fracture after the hip’s', assessed('Left hip fracture. Fracture fixation tomorrow.'), [], []],
    [
      'a vertebra’s fracture beside the hip’s',
      assessed('Left hip fracture. L1 compression fracture.'),
      [],
      ['vertebral-fracture present provider lumbar L1'],
    ],
    [
      'a number denies nothing',
      'PLAN: Codeine No. 3 at night for his back pain.',
      [],
      ['back-pain present provider unspecified'],
    ],
    [
      'a pain within a syndrome’s name',
      assessed('Post-laminectomy low back syndrome.'),
      [],
      ['postlaminectomy-syndrome present provider lumbar'],
    ],
    [
      'an infected sacroiliac joint',
      assessed('We fear a possible infection of the left SI joint.'),
      [],
      ['sacroiliac-disorder uncertain provider sacral left'],
    ],
    ['an infection beside the coccyx', assessed('Infected tissue down to the coccyx was excised.'), [], []],
    [
      'a study bears out the author’s diagnosis',
      'PREOPERATIVE DIAGNOSIS: Low back pain.\nWHY: Pain due to facet arthrosis, borne out by x-rays of the lumbar spine.\nHOW: The needle was advanced.',
      ['spondylosis'],
      ['spondylosis present provider lumbar'],
    ],
    [
      'at surgery, told in the indication',
      'PREOPERATIVE DIAGNOSIS: Neck pain.\nPROCEDURE: Laminectomy.\nINDICATION: He has neck pain. At surgery, though, there was stenosis at C4-5.',
      ['spinal-stenosis'],
      ['spinal-stenosis present operative cervical C4-C5'],
    ],
    [
      'a risk at surgery is not seen',
      'PREOPERATIVE DIAGNOSIS: Neck pain.\nPROCEDURE: Laminectomy.\nINDICATION: Stenosis at C4-5, with the risks of bleeding at surgery.',
      ['spinal-stenosis'],
      ['spinal-stenosis present provider cervical C4-C5'],
    ],
    [
      'admitted with a pain, under whatever heading',
      'PROCEDURE: Central line.\nDIAGNOSIS AFTER SURGERY: Osteomyelitis.\nThe girl was admitted with back pain.',
      ['back-pain'],
      ['back-pain present patient unspecified'],
    ],
    [
      'a patient’s line in a dialogue',
      'Pt: I strained my low back in 2015.\nDr: Any pain since?\n\nASSESSMENT: Well.',
      ['back-strain'],
      ['back-strain historical patient lumbar'],
    ],
    [
      'a slash for the colon of a heading',
      'CC: back pain\nO/E well\nA/ acute LBP\nP/ ibuprofen',
      ['low-back-pain'],
      ['low-back-pain present provider lumbar'],
    ],
    [
      'an impression under the films, then a discussion of it',
      'HPI: Crash.\n\nIMAGING:\nMRI lumbar spine normal.\n\nIMPRESSION:\n1. Lumbago.\n\nDISCUSSION: Hurt in the crash.',
      ['low-back-pain'],
      ['low-back-pain present provider lumbar'],
    ],
    [
      'an impression of the films, then an assessment',
      'HPI: Seen.\nRESULTS: Lumbar x-ray of 6/4.\nIMPRESSION: Disc bulge at L4-5.\nASSESSMENT: Low back pain.',
      ['disc-bulge'],
      ['disc-bulge present imaging lumbar L4-L5'],
    ],
    [
      'what the surgeon found, in an export that joined its lines by commas',
      'PREOPERATIVE DIAGNOSIS:,Disc herniation, L4-L5.,PROCEDURE:,Discectomy.,DESCRIPTION OF PROCEDURE:,  Below the root the disc herniation was found.',
      ['disc-herniation'],
      ['disc-herniation present operative lumbar L4-L5'],
    ],
    [
      'the dura bulging is a good sign',
      operated('Disc herniation at L4-5.', 'At the end the dura was free and bulged nicely into the disc space.'),
      ['disc-bulge'],
      [],
    ],
    [
      'a disc bulging at operation',
      operated('Stenosis at L4-5.', 'The disc at L4-5 bulged into the canal.'),
      ['disc-bulge'],
      ['disc-bulge present operative lumbar L4-L5'],
    ],
    ['changes that are the disc’s', mri('Degenerative changes with desiccated discs.'), ['spondylosis'], []],
    [
      'changes beside the disc',
      mri('Degenerative changes of the facets, and desiccated discs.'),
      ['spondylosis'],
      ['spondylosis present imaging lumbar'],
    ],
    [
      'a low back operated on, the pain elsewhere',
      assessed('Hip pain, s/p surgery for lumbar stenosis, pain controlled.'),
      ['low-back-pain'],
      [],
    ],
    ['lumbar pain', assessed('Lumbar and hip pain.'), ['low-back-pain'], ['low-back-pain present provider lumbar']],
    [
      'endplates degenerated beside bulging discs',
      mri('Bulging discs, degenerated endplates.'),
      [],
      ['disc-bulge present imaging lumbar', 'endplate-change present imaging lumbar'],
    ],
    [
      'one report, two parts of the body',
      'CT FACE AND CT CERVICAL SPINE\n\nCT FACIAL BONES: No facial fracture.\n\nCT CERVICAL SPINE: Heights are kept. No acute fracture.',
      ['vertebral-fracture'],
      ['vertebral-fracture absent imaging cervical'],
    ],
    [
      'a fracture of the face',
      'CT FACE AND CT CERVICAL SPINE\n\nCT FACIAL BONES: A fracture.\n\nCT CERVICAL SPINE: Heights are kept.',
      ['vertebral-fracture'],
      [],
    ],
    [
      'one complaint, another past',
      assessed('Low back pain, history of leg pain which has resolved.'),
      [],
      ['low-back-pain present provider lumbar'],
    ],
    [
      'one complaint past',
      assessed('Low back pain which has resolved.'),
      [],
      ['low-back-pain historical provider lumbar'],
    ],
    [
      'one pain, two places, a side for each',
      'HPI: Pain on the left side of the neck and the right side of the low back.',
      [],
      ['neck-pain present patient cervical left', 'low-back-pain present patient lumbar right'],
    ],
    [
      'a place that is said to be well',
      'HPI: Pain in the neck, while the low back is well.',
      [],
      ['neck-pain present patient cervical'],
    ],
    [
      'changes that the surgeon of a spine sees',
      operated('Radiculopathy at L4-5.', 'Marked degenerative changes were met.'),
      ['spondylosis'],
      ['spondylosis present operative lumbar L4-L5'],
    ],
    [
      'changes that the surgeon of a knee sees',
      'PREOPERATIVE DIAGNOSIS: Torn meniscus.\nPROCEDURE: Arthroscopy.\nDESCRIPTION OF PROCEDURE: Marked degenerative changes were met.',
      ['spondylosis'],
      [],
    ],
    [
      'lines that open with their subject',
      'MRI LUMBAR SPINE\n- endplates: degenerative changes\n- facets: hypertrophied at L4-5\n- canal: adequate',
      [],
      ['endplate-change present imaging lumbar', 'spondylosis present imaging lumbar L4-L5'],
    ],
    [
      'a level broken behind its slash',
      assessed('Disc herniation L5/\nS1.'),
      [],
      ['disc-herniation present provider lumbosacral L5-S1'],
    ],
    [
      'advice under the family history is nobody’s finding',
      'HPI: The patient was seen in clinic today and feels well.\nFHx: diabetes.\nAdvice: lifting badly can lead to a herniated lumbar disc.',
      [],
      ['disc-herniation hypothetical provider lumbar'],
    ],
    [
      'whose pain it is ends what came before',
      'HPI: A man who had surgery in the past for a lumbar herniated disc and whose back pain has come back.',
      ['back-pain'],
      ['back-pain present patient unspecified'],
    ],
    [
      'a spine said to be unstable',
      assessed('The lumbar spine is potentially unstable.'),
      [],
      ['spinal-instability uncertain provider lumbar'],
    ],
    ['a gait said to be unstable', assessed('Gait unstable.'), [], []],
    ['none of the discs', mri('None of the discs is herniated.'), [], ['disc-herniation absent imaging lumbar']],
    ['backbone pain', assessed('Backbone pain.'), [], ['back-pain present provider unspecified']],
  ]);
});
