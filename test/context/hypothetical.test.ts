/** Risks, conditions, warnings and teaching: findings that nobody has yet. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe('conditions and warnings', () => {
  testRows([
    ['If {sciatica} develops, call us.', 'hypothetical', 'if'],
    ['If there is any numbness, weakness or {back pain}, return.', 'hypothetical', 'if'],
    ['Call if any of the following are noted: fever, {back pain}, numbness.', 'hypothetical', 'call if'],
    ['Return for {cauda equina syndrome}.', 'hypothetical', 'return for'],
    ['Should {radiculopathy} occur, come back.', 'hypothetical', 'occur'],
    ['Watch for signs of {cauda equina syndrome}.', 'hypothetical', 'watch for'],
    ['Return for leg weakness, which could be {cauda equina syndrome}.', 'hypothetical', 'return for'],
    ['Unless {instability} appears, no brace.', 'hypothetical', 'unless'],
    ['Come back with any {neck pain}.', 'hypothetical', 'come back with'],
    ['She was cautioned that the treated body could {fracture}.', 'hypothetical', 'cautioned that'],
  ]);
});

describe('risks', () => {
  testRows([
    ['Risk of recurrent {herniation}.', 'hypothetical', 'risk of'],
    ['At risk for {fracture}.', 'hypothetical', 'at risk for'],
    ['Complications include bleeding, {discitis} and nerve injury.', 'hypothetical', 'complications include'],
    ['Risks gone over, among them bleeding and {failed back syndrome}.', 'hypothetical', 'among them'],
    ['We went over the hazards of surgery, which include leak, {discitis} and pain.', 'hypothetical', 'hazards of'],
    ['Consent covered paralysis and {postlaminectomy syndrome}.', 'hypothetical', 'consent covered'],
    ['He knows that {discitis}, headache and more pain for some days can follow.', 'hypothetical', 'can follow'],
    ['Smoking can lead to {disc degeneration}.', 'hypothetical', 'can lead to'],
    ['Vibration can bring on {disc degeneration}.', 'hypothetical', 'can bring on'],
    ['Exercises to prevent {low back pain}.', 'hypothetical', 'to prevent'],
  ]);
});

describe('teaching', () => {
  testRows([
    ['Educated about {sciatica}.', 'hypothetical', 'educated about'],
    ['Handout on {spinal stenosis} given.', 'hypothetical', 'handout on'],
    ['Handout "{Herniated disc}: do I need an operation?" given.', 'hypothetical', 'handout'],
    ['Leaflet about {low back pain}.', 'hypothetical', 'leaflet about'],
    ['{Fracture} is a known risk.', 'hypothetical', 'is a known risk'],
  ]);
});

describe('where the condition ends, and what is none', () => {
  testRows([
    ['If it gets worse, we will operate on the {herniation}.', 'present', ''],
    ['If this fails, he wants surgery for his {stenosis}.', 'present', ''],
    ['Risks and benefits of injection for {radiculopathy} were discussed.', 'present', ''],
    ['Risks, benefits and alternatives of fusion for {spondylolisthesis} were reviewed.', 'present', ''],
    ['The hazards of surgery for her {stenosis} were named.', 'present', ''],
    ['The patient with {sciatica} was seen.', 'present', ''],
    ['Signs of {myelopathy} in both hands.', 'present', ''],
    ['Return if worse; {lumbar strain} is improving.', 'present', ''],
    ['Tylenol as needed for her {back pain}.', 'present', ''],
    ['If his {sciatica} gets worse, come back.', 'present', ''],
    ['Ice if needed for {lumbar strain}.', 'present', ''],
    ['{Sciatica} until recently mild.', 'present', ''],
    ['Stopped smoking, a risk factor; {stenosis} at L4-5.', 'present', ''],
  ]);
});
