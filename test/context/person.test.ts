/** Whose finding it is: relatives bear theirs, companions and informants bear none. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe("another person's finding", () => {
  testRows([
    ['Family history of {disc herniation}.', 'other-person', 'family history of'],
    ['Mother had {spinal stenosis}.', 'other-person', 'mother had'],
    ['FH: father with {back pain}.', 'other-person', 'father with'],
    ['fh dad w/ {spinal stenosis}', 'other-person', 'dad'],
    ['FamHx: mom had a {spondylolisthesis}.', 'other-person', 'mom'],
    ['Her twin has a {spondylolysis}.', 'other-person', 'twin'],
    ['His brother, he tells me, was plated for a {fracture}.', 'other-person', 'brother'],
    ['She asked her husband, who was himself fused for a {listhesis}.', 'other-person', 'husband'],
    ['She will discuss it with her sons, one of whom had a fusion for {spondylosis}.', 'other-person', 'sons'],
    ['{Sciatica} in her mother.', 'other-person', 'in her mother'],
    ['{Low back pain} runs in the family.', 'other-person', 'runs in the family'],
    ["Your mother's {stenosis} was not handed down.", 'other-person', 'mother'],
    ['Son had a {herniated disc} removed.', 'other-person', 'son'],
    ['FAMILY HISTORY\nFather: diabetes, {sciatica}.', 'other-person', 'father'],
    ['FAMILY HISTORY\n{Sciatica}.', 'other-person', 'family history'],
  ]);
});

describe("the patient's own", () => {
  testRows([
    ['Per pt and daughter it showed a {disc herniation}.', 'present', ''],
    ['Told via his wife: {low back pain}.', 'present', ''],
    ['His wife says he has {low back pain}.', 'present', ''],
    ['Her husband noted {neck pain} after the fall.', 'present', ''],
    ['Mother had gout; {sciatica} on the right.', 'present', ''],
    ['Discussed with her daughter the {stenosis}.', 'present', ''],
    ['Per mother {neck pain} began in May.', 'present', ''],
    ['He lives with his brother, {low back pain} for a week.', 'present', ''],
    ['Father had gout but the patient has {stenosis}.', 'present', ''],
    ['Mother had gout and she has {stenosis}.', 'present', ''],
    ['Family history of gout and a personal history of {fracture}.', 'historical', 'personal history of'],
  ]);
});
