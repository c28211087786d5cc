/** Tick boxes, columns of yes and no, dotted leaders, and replies to what a sentence only names. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe('replies', () => {
  testRows([
    ['{Herniation}: none', 'absent', 'none'],
    ['{Radiculopathy}: no', 'absent', 'no'],
    ['{Radiculopathy}? No.', 'absent', 'no'],
    ['{Myelopathy} - none', 'absent', 'none'],
    ['{Myelopathy} (-)', 'absent', '(-)'],
    ['{Disc herniation} at L4-5: none.', 'absent', 'none'],
    ['{Facet syndrome} ........ N', 'absent', 'n'],
    ['{Facet syndrome} ........ Y', 'present', 'y'],
    ['{Facet syndrome}: yes', 'present', 'yes'],
    ['Asked again: {low back pain} none, not now.', 'absent', 'none'],
    ['You asked whether this was {sciatica}; it is not.', 'absent', 'it is not'],
    ['You asked if you have {sciatica}: you do not.', 'absent', 'you do not'],
    ['You wondered about {stenosis}; I can put that to rest, there is none.', 'absent', 'there is none'],
    ['Third, whether {Bertolotti syndrome} exists at L5-S1: no.', 'absent', 'no'],
    ['{Herniation} at L4-5; there is none at L5-S1.', 'present', ''],
    ['{Herniation}: no change.', 'present', ''],
    ['{Bulge} at L4-5, herniation: none.', 'present', ''],
    ['Was a {disc herniation} found?', 'uncertain', '?'],
  ]);
});

describe('boxes', () => {
  testRows([
    ['[x] {facet syndrome} [ ] stenosis', 'present', ''],
    ['[x] facet syndrome [x] {stenosis}', 'present', ''],
    ['{Radiculopathy}? [ ] yes [x] no', 'absent', '[x] no'],
    ['{Radiculopathy}? [x] yes [ ] no', 'present', '[x] yes'],
    ['{Radiculopathy} ( ) pos (x) neg', 'absent', '(x) neg'],
    ['{Disc herniation}   YES ( )   NO (X)', 'absent', 'no (x)'],
    ['{Disc herniation}   YES (X)   NO ( )', 'present', 'yes (x)'],
    ['Numbness [x] yes [ ] no {Radiculopathy} [ ] yes [x] no', 'absent', '[x] no'],
    ['Numbness [ ] yes [x] no {Radiculopathy} [x] yes [ ] no', 'present', '[x] yes'],
    ['{Numbness} [ ] yes [ ] no Radiculopathy [x] yes [ ] no', 'present', ''],
    ['☒ {facet syndrome} ☐ stenosis', 'present', ''],
    ['_X_ {facet syndrome}', 'present', ''],
    ['[x] no {radiculopathy}', 'absent', 'no'],
  ]);
});

describe('precedence: another person, condition, denial, history, doubt', () => {
  testRows([
    ['Father possibly had {stenosis}.', 'other-person', 'father'],
    ['No family history of {scoliosis}.', 'other-person', 'family history of'],
    ['If there is no {instability}, go home.', 'hypothetical', 'if'],
    ['No history of {sciatica}.', 'absent', 'no'],
    ['No previous {fracture}.', 'absent', 'no'],
    ['Possible previous {fracture}.', 'historical', 'previous'],
    ['No definite {herniation}.', 'absent', 'no'],
  ]);
});

describe('a span that holds its own cue is named by it', () => {
  testRows([
    ['The {chest wall without tenderness}.', 'present', ''],
    ['{Diverticulosis without diverticulitis}.', 'present', ''],
    ['{No known drug allergies}.', 'absent', 'no'],
    ['Past medical history:\n{Stenosis}.', 'historical', 'past medical history:'],
  ]);
});
