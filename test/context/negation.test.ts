/** What is denied, how far the denial reaches, what ends it, and what only looks like one. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe('a denial before the finding', () => {
  testRows([
    ['No {disc herniation}.', 'absent', 'no'],
    ['There is no {stenosis} at any level.', 'absent', 'no'],
    ['No evidence of {fracture}.', 'absent', 'no evidence of'],
    ['No sign of\n{myelopathy} today.', 'absent', 'no sign of'],
    ['There are no signs of lumbar {radiculopathy}.', 'absent', 'no signs of'],
    ['Without {spondylolisthesis}.', 'absent', 'without'],
    ['w/o {sciatica}', 'absent', 'w/o'],
    ['The patient denies {neck pain}.', 'absent', 'denies'],
    ['Denies any {radicular pain}.', 'absent', 'denies any'],
    ['Films were negative for {instability}.', 'absent', 'were negative for'],
    ['MRI is negative for {disc herniation}.', 'absent', 'is negative for'],
    ['Neg for {fx}.', 'absent', 'neg for'],
    ['CT ruled out {fracture}.', 'absent', 'ruled out'],
    ['He does not have {stenosis}.', 'absent', 'does not have'],
    ['She did not report {back pain}.', 'absent', 'did not report'],
    ['Absence of {endplate edema} is reassuring.', 'absent', 'absence of'],
    ['Free of {neck pain} since June.', 'absent', 'free of'],
    ['The study failed to show {a tear}.', 'absent', 'failed to show'],
    ['I do not suspect a {fracture}.', 'absent', 'not'],
    ['The x-rays did not reveal any signs of a {fracture}.', 'absent', 'did not reveal'],
    ['The findings would not support a diagnosis of {myelopathy}.', 'absent', 'not support a diagnosis of'],
    ['The picture is not consistent with {radiculopathy}.', 'absent', 'not consistent with'],
    ['Nothing to suggest {cauda equina syndrome}.', 'absent', 'nothing to suggest'],
    ['The endplates are quiet and nothing is {herniated}.', 'absent', 'nothing is'],
    ['Neither {herniation} nor stenosis.', 'absent', 'neither'],
    ['Neither herniation nor {stenosis}.', 'absent', 'nor'],
    ['He never had {sciatica}.', 'absent', 'never had'],
    ['She has no history of {low back pain}.', 'absent', 'no'],
    ['No {instability}', 'absent', 'no'],
    ['NO {DISC BULGE} OR PROTRUSION.', 'absent', 'no'],
  ]);
});

describe('a denial over a list', () => {
  testRows([
    ['No herniation, stenosis or {fracture}.', 'absent', 'no'],
    ['No herniation, {stenosis}, or fracture.', 'absent', 'no'],
    ['No disc bulge, large herniation, {moderate stenosis}, or fracture.', 'absent', 'no'],
    ['Denies weakness, numbness, tingling and {neck pain}.', 'absent', 'denies'],
    ['No central canal or {foraminal stenosis}.', 'absent', 'no'],
    ['Without fracture/{listhesis}.', 'absent', 'without'],
    ['No fever, no chills, no {back pain}.', 'absent', 'no'],
    ['Negative for tumor, infection, {fracture}.', 'absent', 'negative for'],
    ['Denies: fever, weight loss, {back pain}', 'absent', 'denies'],
    ['No evidence of the following: tumor, {fracture}, infection.', 'absent', 'no evidence of'],
  ]);
});

describe('what ends a denial', () => {
  testRows([
    ['No fracture, mild {spondylosis}.', 'present', ''],
    ['No fracture, severe {stenosis} at L4-5.', 'present', ''],
    ['No herniation with mild {disc bulge}.', 'present', ''],
    ['No fracture and moderate {stenosis}.', 'present', ''],
    ['No weakness but {low back pain} persists.', 'present', ''],
    ['No leg pain; {low back pain} daily.', 'present', ''],
    ['Denies leg pain, however {neck pain} is worse.', 'present', ''],
    ['No abnormality except a small {annular tear}.', 'present', ''],
    ['Normal alignment without fracture although {spondylosis} is advanced.', 'present', ''],
    ['Denies trauma, has {low back pain} on lifting.', 'present', ''],
    ['No weakness, {low back pain} is constant.', 'present', ''],
    ['Denies injury, he reports {neck pain}.', 'present', ''],
    ['No relief from therapy, and he complains of {sciatica}.', 'present', ''],
    ['L3-4: no bulge, L4-5: {herniation}.', 'present', ''],
    ['No tenderness, Assessment: {lumbar strain}.', 'present', ''],
    ['No bulge, + {annular fissure}.', 'present', ''],
    ['Due to no active infection, the patient remained with {back pain}.', 'present', ''],
    ['no stenosis          {bulge}', 'present', ''],
    ['No weakness. {Low back pain} at night.', 'present', ''],
    ['Denies bladder trouble. Reports {sciatica}.', 'present', ''],
    ['No fracture is seen, there is {spondylolisthesis}.', 'present', ''],
  ]);
});

describe('a denial after the finding', () => {
  testRows([
    ['{Disc herniation} is not seen.', 'absent', 'is not seen'],
    ['{Fracture} was ruled out.', 'absent', 'was ruled out'],
    ['{Stenosis}: not identified.', 'absent', 'not identified'],
    ['{Herniation}, bulge or stenosis is not seen.', 'absent', 'is not seen'],
    ['{Radiculopathy} is absent.', 'absent', 'is absent'],
    ['Cervical {radicular pain} was never a feature.', 'absent', 'was never a feature'],
    ['{Low back pain} is not an active complaint.', 'absent', 'is not an active complaint'],
    ['A {herniation}, which was ruled out by MRI.', 'absent', 'was ruled out'],
    ['{Instability} unlikely.', 'absent', 'unlikely'],
    ['{Bulge} at L4-5, herniation is not seen.', 'present', ''],
    ['{Bulge} at L4-5; fracture is not seen.', 'present', ''],
    ['{Low back pain}, SLR negative.', 'present', ''],
    ['{Low back pain} with straight leg raise negative.', 'present', ''],
    ['{Stenosis} is severe but fracture is not seen.', 'present', ''],
  ]);
});

describe('a bare "not" reaches only what stands right behind it', () => {
  testRows([
    ['The disc is not {herniated}.', 'absent', 'not'],
    ['This is not a {herniation}.', 'absent', 'not'],
    ['It is not clearly a {radiculopathy}.', 'absent', 'not'],
    ['The tear does not sit behind the {herniation}.', 'present', ''],
    ['He could not sit through a meal because of {low back pain}.', 'present', ''],
    ['He did not want to talk at length about {sciatica}.', 'present', ''],
    ['{Disc degeneration} is not the cause of her pain.', 'present', ''],
    ['The {herniation} is not responsible for the pain.', 'present', ''],
    ['Her pain is not due to the {stenosis}.', 'present', ''],
  ]);
});

describe('"non" denies the very word that it stands before', () => {
  testRows([
    ['A non-{herniated disc} at L4-5.', 'absent', 'non'],
    ['A non {stenotic} canal.', 'absent', 'non'],
    ['Non-{radicular pain} in the leg.', 'absent', 'non'],
    ['Non-radicular {low back pain}.', 'present', ''],
    ['Non radicular {low back pain}.', 'present', ''],
    ['Non-mechanical {low back pain}.', 'present', ''],
    ['Non-traumatic L4-5 {herniation}.', 'present', ''],
    ['Non-inflammatory chronic {neck pain}.', 'present', ''],
    ['No non-radicular {low back pain}.', 'absent', 'no'],
  ]);
});

describe('looks like a denial and is none', () => {
  testRows([
    ['No change in the {disc bulge}.', 'present', ''],
    ['No significant interval change in {stenosis}.', 'present', ''],
    ['No improvement in {low back pain}.', 'present', ''],
    ['No relief of his {sciatica} from therapy.', 'present', ''],
    ['MRI without contrast shows {herniation}.', 'present', ''],
    ['Not only {stenosis} but also listhesis.', 'present', ''],
    ['No doubt {sciatica}.', 'present', ''],
    ['The {neck pain} has not improved.', 'present', ''],
    ['Non-operative care for {lumbar strain}.', 'present', ''],
    ['{Low back pain} does not radiate.', 'present', ''],
    ['There was no increase in the {slip}.', 'present', ''],
    ['Gram negative {discitis}.', 'present', ''],
    ['No complications. {Sciatica} is better.', 'present', ''],
    ['No prior surgery for {stenosis}.', 'present', ''],
  ]);
});
