/** What is possible, suspected, asked or not excluded, and where a doubt ends. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe('a doubt before the finding', () => {
  testRows([
    ['Possible {annular tear}.', 'uncertain', 'possible'],
    ['Probable {radiculopathy}.', 'uncertain', 'probable'],
    ['Suspected {discitis} at L3-4.', 'uncertain', 'suspected'],
    ['Findings consistent with {radiculopathy}.', 'uncertain', 'consistent with'],
    ['Suspicious for {infection}.', 'uncertain', 'suspicious for'],
    ['Rule out {fracture}.', 'uncertain', 'rule out'],
    ['R/O {cauda equina syndrome}', 'uncertain', 'r/o'],
    ['There may be a small {tear}.', 'uncertain', 'may be'],
    ['Cannot exclude {stenosis}.', 'uncertain', 'cannot exclude'],
    ['Likely {facet syndrome}.', 'uncertain', 'likely'],
    ['?{sciatica}', 'uncertain', '?'],
    ['Concern for {myelopathy}.', 'uncertain', 'concern for'],
    ['Strain versus {herniation}.', 'uncertain', 'versus'],
    ['Differential diagnosis includes {discitis}.', 'uncertain', 'differential diagnosis includes'],
    ['I cannot rule out {instability}.', 'uncertain', 'cannot rule out'],
    ['The canal appears {narrowed}.', 'uncertain', 'appears'],
    ['The PA wondered about {stenosis}.', 'uncertain', 'wondered about'],
    ['MRI to evaluate for {herniation}.', 'uncertain', 'to evaluate for'],
    ['Possible herniation, tear, or {stenosis}.', 'uncertain', 'possible'],
    ['It is unclear whether there is {instability}.', 'uncertain', 'is unclear whether'],
    ['Pain thought to be {sciatica}.', 'uncertain', 'thought to be'],
  ]);
});

describe('a doubt after the finding', () => {
  testRows([
    ['{Herniation} is suspected.', 'uncertain', 'is suspected'],
    ['{Radiculopathy} cannot be excluded.', 'uncertain', 'cannot be excluded'],
    ['{Sciatica}?', 'uncertain', '?'],
    ['{Discitis} is possible.', 'uncertain', 'is possible'],
    ['{Fracture} remains possible.', 'uncertain', 'remains possible'],
    ['{Stenosis} versus artifact.', 'uncertain', 'versus'],
    ['{Fracture} not ruled out.', 'uncertain', 'not ruled out'],
    ['Severe {stenosis} at L3-4, it may have been artifact.', 'uncertain', 'it may have been artifact'],
  ]);
});

describe('where a doubt ends, and what is none', () => {
  testRows([
    ['Possible tear, {stenosis} at L4-5.', 'present', ''],
    ['Possible tear with definite {herniation}.', 'present', ''],
    ['Consistent with a herniation with {radiculopathy}.', 'uncertain', 'consistent with'],
    ['The question is whether the {stenosis} explains her pain.', 'present', ''],
    ['Weighed {disc herniation}.', 'uncertain', 'weighed'],
    ['High pressure, which may be related to his {back pain}.', 'present', ''],
    ['Rule out progression of her {stenosis}.', 'present', ''],
    ['{Disc bulge} with possible root contact.', 'present', ''],
    ['He suggested an MRI revealing {herniation}.', 'present', ''],
    ['Considered surgery for {stenosis}.', 'present', ''],
    ['Probable strain; {spondylosis} on film.', 'present', ''],
    ['Possible fracture but {stenosis} is certain.', 'present', ''],
    ['He may take ibuprofen for {back pain}.', 'present', ''],
    ['She could not be examined for {neck pain}.', 'present', ''],
    ['I believe this is {facet syndrome}.', 'present', ''],
    ['In my opinion she has {stenosis}.', 'present', ''],
    ['{Low back pain} is likely to improve.', 'present', ''],
    ['He may return to work with his {lumbar strain}.', 'present', ''],
    ['No {possible} answers.', 'absent', 'no'],
  ]);
});
