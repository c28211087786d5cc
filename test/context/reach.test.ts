/** How far a cue reaches: what lies between it and its finding, and what ends it. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe('a mark, an aside or a column ends what was denied or doubted', () => {
  testRows([
    ['No bulge; {stenosis}.', 'present', ''],
    ['Possible bulge; {stenosis}.', 'present', ''],
    ['If fever; {back pain}.', 'present', ''],
    ['Possible gout    {stenosis}', 'present', ''],
    ['No bulge + {annular fissure}.', 'present', ''],
    ['No bulge+{fissure}.', 'absent', 'no'],
    ['No joint swelling (ongoing {back pain}).', 'present', ''],
    ['No joint swelling (new {back pain}).', 'absent', 'no'],
    ['No tenderness Exam: {stenosis}.', 'present', ''],
    ['No bulge at 3: {stenosis}.', 'present', ''],
    ['No evidence of the Following: {stenosis}.', 'absent', 'no evidence of'],
  ]);
});

describe('a new statement ends it', () => {
  testRows([
    ['No weakness, she has {back pain}.', 'present', ''],
    ['No weakness, the patient has {back pain}.', 'present', ''],
    ['No weakness, {low back pain} remains.', 'present', ''],
    ['No weakness, in the morning his usual {low back pain} is back.', 'absent', 'no'],
    ['No bulge, {fracture} is seen.', 'absent', 'no'],
    ['No bulge, herniation or {fracture} is seen.', 'absent', 'no'],
    ['No fracture and {stenosis}.', 'absent', 'no'],
    ['No fracture with {stenosis}.', 'absent', 'no'],
    ['No oedema, probably {spondylosis}.', 'uncertain', 'probably'],
    ['Possible tear with {stenosis}.', 'present', ''],
    ['Possible tear and {stenosis}.', 'uncertain', 'possible'],
    ['If he gets weak, we fuse the {listhesis}.', 'present', ''],
    ['If he gets weak, please call about {back pain}.', 'present', ''],
    ['If weak, then {sciatica} is the reason.', 'present', ''],
  ]);
});

describe('a clause of the cue’s own does not', () => {
  testRows([
    ['Suggests that there is a {myelopathy}.', 'uncertain', 'suggests'],
    ['If there is any weakness, {chest pain}, call.', 'hypothetical', 'if'],
    ['Whether he has {stenosis} is not known.', 'uncertain', 'whether'],
    ['Call if any of these are noted: {leg weakness}.', 'hypothetical', 'call if'],
    ['Return for weakness, which could be {cord compression}.', 'hypothetical', 'return for'],
  ]);
});

describe('words between a cue and its finding', () => {
  testRows([
    ['Not a very big left {herniation}.', 'absent', 'not'],
    ['Not a very big left disc {herniation}.', 'present', ''],
    ['Negative large painful left {herniation}.', 'absent', 'negative'],
    ['Negative large painful new left {herniation}.', 'present', ''],
    ['Negative, {herniation}.', 'present', ''],
    ['{Sciatica} at rest today negative.', 'absent', 'negative'],
    ['{Sciatica} at rest today also negative.', 'present', ''],
    ['{Herniation}    not seen', 'absent', 'not seen'],
    ['{Herniation} Result: not seen.', 'present', ''],
    ['{Herniation}; not seen.', 'absent', 'not seen'],
  ]);
});

describe('a comma between a cue and its finding', () => {
  testRows([
    ['History of anemia, {stenosis}.', 'present', ''],
    ['History of anemia, {stenosis} and gout.', 'historical', 'history of'],
    ['History of anemia, {stenosis} or gout.', 'historical', 'history of'],
    ['History of anemia, and {stenosis}.', 'historical', 'history of'],
    ['History of anemia, gout, {stenosis}, asthma, and migraine.', 'historical', 'history of'],
    ['History of anemia, {stenosis}; gout and asthma.', 'present', ''],
    ['History of anemia, {stenosis} is severe and painful.', 'present', ''],
    ['History of anemia, who has {stenosis} and gout.', 'present', ''],
    ['History of anemia, {stenosis} with leg pain on long walks at night in the cold and gout.', 'present', ''],
    ['History of gout and asthma, {stenosis}.', 'present', ''],
    ['Previous fusion, and {stenosis}.', 'present', ''],
    ['No large herniation, moderate {stenosis}, or fracture.', 'absent', 'no'],
    ['No large herniation, moderate {stenosis}, nor fracture.', 'absent', 'no'],
    ['No large herniation, moderate {stenosis} or fracture.', 'present', ''],
    ['No large herniation, moderate {stenosis}; tear, or fracture.', 'present', ''],
    ['No large herniation, moderate {stenosis} is seen, or fracture.', 'present', ''],
    ['No large herniation, moderate {stenosis} with tear, or fracture.', 'present', ''],
    ['No large herniation, moderate {stenosis} and tear, or fracture.', 'present', ''],
  ]);
});

describe('a comma between a finding and the cue after it', () => {
  testRows([
    ['{Herniation}, bulge and stenosis are not seen.', 'absent', 'are not seen'],
    ['{Herniation} or bulge, or stenosis, is not seen.', 'absent', 'is not seen'],
    ['{Herniation}, bulge, stenosis is not seen.', 'present', ''],
    ['{Herniation}, patient is well or stenosis is not seen.', 'present', ''],
    ['{Herniation}, bulge; tear or stenosis is not seen.', 'present', ''],
    [
      '{Herniation}, bulge of the disc at the level of the old fusion with spurs or stenosis is not seen.',
      'present',
      '',
    ],
    ['{Herniation}, as before, is not seen.', 'present', ''],
    ['{Herniation}, which is not seen.', 'absent', 'is not seen'],
    ['{Herniation} which has resolved.', 'historical', 'has resolved'],
    ['{Herniation} but stenosis has resolved.', 'present', ''],
  ]);
});

describe('whose word it is', () => {
  testRows([
    ['{Bulge} probable.', 'uncertain', 'probable'],
    ['{Bulge} probable at L4-5.', 'present', ''],
    ['{Stenosis} vs artifact.', 'uncertain', 'vs'],
    ['{Back pain} two years ago.', 'historical', 'years ago'],
    ['Onset of {back pain} was two years ago.', 'present', ''],
    ['Injured in a fall with {back pain} two years ago.', 'present', ''],
    ['{Sciatica} and bulge, resolved.', 'present', ''],
    ['{Herniation}, fusion planned.', 'present', ''],
    ['{Herniation}, fusion next week.', 'present', ''],
    ['{Herniation}, ACDF tomorrow.', 'present', ''],
    ['Prior {herniation}. It is stable.', 'historical', 'prior'],
    ['Prior {herniation} is stable.', 'present', ''],
    ['Prior {herniation} at L4-5 on the left is stable.', 'present', ''],
    ['Prior {herniation} at L4-5 on the left side of the canal is stable.', 'historical', 'prior'],
    ['May be related to {back pain}.', 'uncertain', 'may be related to'],
    ['May be related to his {back pain}.', 'present', ''],
    ['If your severe lumbar {stenosis} gets worse.', 'present', ''],
    ['Possible in her neck or {stenosis}.', 'uncertain', 'possible'],
    ['Previous L4-5 laminectomy and {stenosis}.', 'present', ''],
    ['Previous {stenosis} with fusion.', 'historical', 'previous'],
    ['Previous lumbar MRI showed {stenosis}.', 'present', ''],
    ['Previous {stenosis} on MRI.', 'historical', 'previous'],
    ['Plan is discectomy for {herniation}.', 'present', ''],
    ['Patient had discectomy for {herniation}.', 'historical', 'discectomy for'],
    ['Offered fusion for {herniation}.', 'present', ''],
    ['Wants a two level lumbar fusion for {herniation}.', 'present', ''],
    ['Whether the {endplate changes} produce his pain.', 'present', ''],
    ['Whether the {endplate changes} are real.', 'uncertain', 'whether'],
    ['Whether the {stenosis} at L4-5 in the canal on the left explains.', 'uncertain', 'whether'],
  ]);
});

describe('whose finding it is', () => {
  testRows([
    ['Husband with {stenosis}.', 'other-person', 'husband'],
    ['Husband noted {stenosis}.', 'present', ''],
    ['Mother with gout, {sciatica}.', 'other-person', 'mother with'],
    ['Mother: gout    {stenosis}', 'present', ''],
    ['Father had gout and patient has {stenosis}.', 'present', ''],
    ['Father had gout but i have {stenosis}.', 'present', ''],
    ['His brother and he had {stenosis}.', 'present', ''],
    ['Per her mother {stenosis}.', 'present', ''],
    ['Per her mother, {stenosis}.', 'present', ''],
    ['From his brother {stenosis}.', 'present', ''],
    ['Lives by her sister {stenosis}.', 'present', ''],
    ['With his wife who had {stenosis}.', 'other-person', 'wife'],
    ['With his wife, who had {stenosis}.', 'other-person', 'wife'],
    ['Spoke to mother having {stenosis}.', 'other-person', 'mother'],
    ['Does the mother have {stenosis}?', 'other-person', 'mother'],
    ['Mother with {stenosis}: none', 'other-person', 'mother with'],
  ]);
});

describe('what ends each kind, and how its words are counted', () => {
  testRows([
    ['Negative, or {herniation}.', 'present', ''],
    ['Denies however {neck pain}.', 'present', ''],
    ['No weakness there is {stenosis}.', 'present', ''],
    ['Return for weakness but {sciatica} is constant.', 'present', ''],
    ['No weakness, which is due to {stenosis}.', 'present', ''],
    ['Not a well-known run-down {herniation}.', 'absent', 'not'],
    ['Denies:    {back pain}', 'absent', 'denies'],
    ['No weakness, his usual low {back pain} is constant.', 'present', ''],
    ['Suspected fracture but there is {stenosis}.', 'present', ''],
    ['History of gout but {stenosis} today.', 'present', ''],
    ['Mother with gout    {sciatica}', 'present', ''],
    ['Suspicious for tear but {stenosis} is seen.', 'present', ''],
    ['Findings consistent with strain, but {stenosis} is seen.', 'present', ''],
  ]);
});
