/** Linkages: the provider's word, and no one else's, that a complaint comes from a structure. */
import { describe, expect, it } from 'vitest';
import { linkagesIn } from './found.ts';

const assessed = (text: string): string => `HISTORY: He comes in for low back pain.\nASSESSMENT: ${text}`;

describe('linkages', () => {
  it.each<[text: string, linkages: string[]]>([
    // cause behind the link
    ['Low back pain due to an L4-5 disc herniation.', ['low-back-pain -> disc-herniation present']],
    ['Low back pain secondary to lumbar facet arthropathy.', ['low-back-pain -> spondylosis present']],
    ['Low back pain arising from the L3 vertebral body.', ['low-back-pain -> endplate-change present']],
    [
      'Lumbago and left sciatica caused by a disc herniation at L4-5.',
      ['sciatica -> disc-herniation present', 'low-back-pain -> disc-herniation present'],
    ],
    ['The present pain is due to lumbar spinal stenosis.', ['low-back-pain -> spinal-stenosis present']],
    ['I attribute his low back pain to the L4-5 annular tear.', ['low-back-pain -> annulus-fibrosus-defect present']],
    ['His symptoms are consistent with lumbar spinal stenosis.', ['low-back-pain -> spinal-stenosis uncertain']],
    ['Right leg pain due to an L4-5 disc herniation.', ['radiculopathy -> disc-herniation present']],
    ['Right knee pain due to osteoarthritis.', []],
    ['Low back pain arising from the bodies of the L2 and L3 vertebrae.', ['low-back-pain -> endplate-change present']],
    ['Low back pain set off by an L4-5 annular tear.', ['low-back-pain -> annulus-fibrosus-defect present']],
    ['Low back pain; cause: L4-5 spondylolisthesis.', ['low-back-pain -> spondylolisthesis present']],
    ['Low back pain, the cause being L4-5 spondylolisthesis.', ['low-back-pain -> spondylolisthesis present']],
    ['Low back pain, in keeping with a lumbar strain.', ['low-back-pain -> back-strain uncertain']],
    ['I put the low back pain down to L4-5 stenosis.', ['low-back-pain -> spinal-stenosis present']],
    ['I would not attribute the low back pain to L4-5 stenosis.', ['low-back-pain -> spinal-stenosis absent']],
    ['What troubles her is pain from L4-5 facet arthropathy.', ['low-back-pain -> spondylosis present']],
    ['The low back pain came with lifting; L4-5 disc bulge.', []],
    ['Low back pain kept him from work, and he fears a lumbar fracture.', []],
    // cause behind the link, complaint behind the cause
    ['Because of L4-5 stenosis he has low back pain.', ['low-back-pain -> spinal-stenosis present']],
    ['L4-5 annular tear and, owing to it, low back pain.', ['low-back-pain -> annulus-fibrosus-defect present']],
    ['Because of L4-5 stenosis we avoid injections for the low back pain.', []],
    ['Because of the low back pain an MRI was done, and L4-5 stenosis was seen.', []],
    // the word for a cause, its complaint, its cause
    ['The cause of the low back pain is an L4-5 disc bulge.', ['low-back-pain -> disc-bulge present']],
    ['Source of the low back pain: L4-5 disc bulge.', ['low-back-pain -> disc-bulge present']],
    ['The reason for her low back pain may be an L4-5 disc bulge.', ['low-back-pain -> disc-bulge uncertain']],
    ['The cause of the low back pain is not the L4-5 disc bulge.', ['low-back-pain -> disc-bulge absent']],
    ['The cause of the low back pain is unknown, with an L4-5 disc bulge.', []],
    // cause before the link
    ['The L4-5 disc herniation is responsible for his low back pain.', ['low-back-pain -> disc-herniation present']],
    ['Modic changes at L4-5 are the pain generator.', ['low-back-pain -> endplate-change present']],
    ['Inflamed endplates at L3-4 are the source of the low back pain.', ['low-back-pain -> endplate-change present']],
    ['It is this L4-5 stenosis which brings about the low back pain.', ['low-back-pain -> spinal-stenosis present']],
    ['L4-5 facet arthropathy lies at the root of the low back pain.', ['low-back-pain -> spondylosis present']],
    ['I blame the L4-5 disc bulge for the low back pain.', ['low-back-pain -> disc-bulge present']],
    ['An L4-5 disc herniation would fit the symptoms he has.', ['low-back-pain -> disc-herniation uncertain']],
    ['We talked of how a herniated disc can produce low back pain.', []],
    ['Other causes of low back pain were talked over, L4-5 stenosis.', []],
    // one word holds both
    ['Vertebrogenic low back pain.', ['low-back-pain -> endplate-change present']],
    ['Chronic discogenic low back pain.', ['low-back-pain -> disc-degeneration present']],
    // X with Y for roots only
    ['L4-5 disc herniation with left L5 radiculopathy.', ['radiculopathy -> disc-herniation present']],
    ['L4-5 disc herniation with low back pain.', []],
    // doubt and denial
    ['Low back pain may be from lumbar spondylosis.', ['low-back-pain -> spondylosis uncertain']],
    ['Low back pain in the setting of L4-5 spondylolisthesis.', ['low-back-pain -> spondylolisthesis uncertain']],
    ['Presumably the endplates are causing the low back pain.', ['low-back-pain -> endplate-change uncertain']],
    [
      'The disc degeneration at L5-S1 is not the cause of his low back pain.',
      ['low-back-pain -> disc-degeneration absent'],
    ],
    ['The L4-5 disc bulge is unlikely to be the source of her low back pain.', ['low-back-pain -> disc-bulge absent']],
    ['The L4-5 disc bulge is felt to be the cause of her low back pain.', ['low-back-pain -> disc-bulge uncertain']],
    ['The Modic change plays no part in the low back pain.', ['low-back-pain -> endplate-change absent']],
    ['The Modic change is unrelated to the low back pain.', ['low-back-pain -> endplate-change absent']],
    ['The low back pain is unrelated to the Modic change.', ['low-back-pain -> endplate-change absent']],
    ['The low back pain cannot be explained by the L4-5 disc bulge.', ['low-back-pain -> disc-bulge absent']],
    ['The low back pain is not only due to the L4-5 disc bulge.', ['low-back-pain -> disc-bulge present']],
    ['It is doubtful whether the L4-5 disc bulge causes the low back pain.', ['low-back-pain -> disc-bulge uncertain']],
    ['Low back pain, chronic; vertebrogenic origin suspected.', ['low-back-pain -> endplate-change uncertain']],
    ['Does the Modic change explain the low back pain?', []],
    [
      'Asked whether or not, and whether the endplate changes are the source of the low back pain: they are not.',
      ['low-back-pain -> endplate-change absent'],
    ],
    [
      'Asked whether the endplate changes are the source of the low back pain: they are.',
      ['low-back-pain -> endplate-change uncertain'],
    ],
    ['Does the Modic change explain the low back pain? It does.', ['low-back-pain -> endplate-change present']],
    ['Is the low back pain explained by the Modic change? It is not.', ['low-back-pain -> endplate-change absent']],
    ['There is no lumbar stenosis to account for the low back pain.', []],
    // structure to structure
    ['L4-5 spinal stenosis secondary to facet arthropathy.', []],
  ])('assessment: %s', (text, linkages) => {
    expect(linkagesIn(assessed(text)).sort()).toEqual([...linkages].sort());
  });

  it.each<[what: string, text: string, linkages: string[]]>([
    [
      'it',
      'L4-5 annular tear; it hurts: low back pain brought on by it.',
      ['low-back-pain -> annulus-fibrosus-defect present'],
    ],
    [
      'this fissure',
      'Annular fissure at L4-5. The low back pain is attributable to this fissure.',
      ['low-back-pain -> annulus-fibrosus-defect present'],
    ],
    [
      'the above',
      '\n1. Annular tear at L4-5\n2. Low back pain due to the above',
      ['low-back-pain -> annulus-fibrosus-defect present'],
    ],
    [
      'that',
      'Modic change at L4-5. That may be causing your low back pain.',
      ['low-back-pain -> endplate-change uncertain'],
    ],
    [
      'coming from that',
      'Modic change at L3-4. The low back pain could be coming from that.',
      ['low-back-pain -> endplate-change uncertain'],
    ],
    [
      'this, of a pain',
      'Stenosis at L3-4. He has low back pain. This results from the stenosis.',
      ['low-back-pain -> spinal-stenosis present'],
    ],
    ['this, of a structure', 'Low back pain. Stenosis at L3-4. This results from facet arthropathy.', []],
    [
      'not the source of it',
      'Chronic low back pain. The disc degeneration is not the source of it.',
      ['low-back-pain -> disc-degeneration absent'],
    ],
  ])('over two statements: %s', (_what, text, linkages) => {
    expect(linkagesIn(assessed(text))).toEqual(linkages);
  });

  it.each<[who: string, text: string]>([
    [
      'the radiologist',
      'EXAM: MRI LUMBAR SPINE\nFINDINGS: Endplate edema at L4-5.\nIMPRESSION: Endplate edema, the cause of the low back pain.',
    ],
    [
      'the study',
      'HISTORY: Low back pain.\nIMAGING: MRI shows an L4-5 disc herniation causing low back pain.\nPLAN: Therapy.',
    ],
    [
      'the patient',
      'HISTORY: He thinks his low back pain is due to a herniated disc.\nASSESSMENT: Low back pain.\nPLAN: Therapy.',
    ],
    [
      'another’s chart',
      'HISTORY: Low back pain.\nASSESSMENT: The chiropractor wrote vertebrogenic low back pain. I find a sprain.',
    ],
    ['a risk', 'ASSESSMENT: Sprain.\nPATIENT EDUCATION: A herniated disc can be the cause of low back pain.'],
  ])('not the word of %s', (_who, text) => {
    expect(linkagesIn(text)).toEqual([]);
  });
});
