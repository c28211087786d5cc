/** Every family, in the order in which equal codes of a claim stand: what carries others first, bare symptoms last. */

import { annulusFibrosusDefect } from './families/annulus-fibrosus-defect.ts';
import { backStrain } from './families/back-strain.ts';
import { cervicalDiscDegeneration, cervicalDiscDisplacement } from './families/cervical-disc.ts';
import { discDegeneration } from './families/disc-degeneration.ts';
import { discDisplacement } from './families/disc-displacement.ts';
import { discitis } from './families/discitis.ts';
import { lowBackPain } from './families/low-back-pain.ts';
import { otherDorsopathy } from './families/other-dorsopathy.ts';
import { radiculopathy } from './families/radiculopathy.ts';
import { backPain, neckPain, thoracicBackPain } from './families/regional-pain.ts';
import { sacroiliacDisorder } from './families/sacroiliac-disorder.ts';
import { sciatica } from './families/sciatica.ts';
import { caudaEquinaSyndrome, postlaminectomySyndrome, unspecifiedDorsopathy } from './families/single-code.ts';
import { spinalInstability } from './families/spinal-instability.ts';
import { spinalStenosis } from './families/spinal-stenosis.ts';
import { spondylolisthesis } from './families/spondylolisthesis.ts';
import { spondylolysis } from './families/spondylolysis.ts';
import { spondylosis } from './families/spondylosis.ts';
import type { Family } from './family.ts';

export const FAMILIES: readonly Family[] = [
  caudaEquinaSyndrome,
  discitis,
  backStrain,
  cervicalDiscDisplacement,
  discDisplacement,
  annulusFibrosusDefect,
  cervicalDiscDegeneration,
  discDegeneration,
  spondylolisthesis,
  spondylolysis,
  spinalStenosis,
  spondylosis,
  spinalInstability,
  postlaminectomySyndrome,
  sacroiliacDisorder,
  otherDorsopathy,
  unspecifiedDorsopathy,
  radiculopathy,
  sciatica,
  lowBackPain,
  neckPain,
  thoracicBackPain,
  backPain,
];
