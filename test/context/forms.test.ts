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

describe('replies, near and far', () => {
  testRows([
    ['{Herniation} none', 'absent', 'none'],
    ['{Herniation} at L4-5 none', 'present', ''],
    ['{Herniation} at L4-5 = none', 'absent', 'none'],
    ['{Herniation} at L4-5 - none', 'absent', 'none'],
    ['{Herniation} at L4-5-none', 'present', ''],
    ['{Herniation} at L4-5    none', 'absent', 'none'],
    ['{Herniation} at L4-5 ..... none', 'absent', 'none'],
    ['{Herniation}: at L4-5 none', 'present', ''],
    ['{Herniation}: none at L4-5', 'present', ''],
    ['{Herniation}: possible', 'uncertain', 'possible'],
    ['{Herniation} at L4-5 on the left with the root in the way of it: none', 'present', ''],
    ['{Herniation}: bulge: none', 'present', ''],
    ['Whether it is {sciatica} it is not.', 'uncertain', 'whether'],
    ['Whether it is {sciatica}, it is not.', 'absent', 'it is not'],
    ['Whether it is {sciatica}; it is not clear.', 'uncertain', 'whether'],
    ['Whether it is {sciatica}; he does not.', 'absent', 'he does not'],
    ['Whether it is {sciatica}; they are none.', 'absent', 'they are none'],
    ['Whether it is {sciatica}; there was never.', 'absent', 'there was never'],
    ['Whether it is {sciatica}; we did not.', 'absent', 'we did not'],
    ['Whether it is {sciatica}; bulge it is not.', 'uncertain', 'whether'],
    ['{Radiculopathy}? Yes', 'present', 'yes'],
    ['{Facet syndrome} Y', 'present', ''],
    ['{Facet syndrome} ..... Y at L4', 'present', ''],
    ['{Facet syndrome} ..... N at L4', 'present', ''],
    ['{Facet syndrome} at L4 ..... N', 'absent', 'n'],
  ]);
});

describe('questions', () => {
  testRows([
    ['Has {stenosis}?', 'uncertain', '?'],
    ['Is there {stenosis}?', 'uncertain', '?'],
    ['Is there {stenosis}? No.', 'absent', 'no'],
    ['Which {stenosis}?', 'uncertain', '?'],
    ['Could this be {stenosis}?', 'uncertain', 'could'],
    ['Any {stenosis}?', 'uncertain', '?'],
  ]);
});

describe('boxes: what ticks, what asks, what says nothing', () => {
  testRows([
    ['[ ] {stenosis}', 'present', '[ ]'],
    ['( ) {stenosis} (x) bulge', 'present', '( )'],
    ['(x) {stenosis} ( ) bulge', 'present', ''],
    ['No {stenosis}: [ ] L4-5 [ ] L5-S1', 'present', ''],
    ['No {stenosis}: [x] L4-5 [ ] L5-S1', 'absent', 'no'],
    ['{Stenosis} [x] no [ ] yes', 'absent', '[x] no'],
    ['{Stenosis} [ ] no [ ] yes', 'present', ''],
    ['{Stenosis} [v] no', 'absent', '[v] no'],
    ['{Stenosis} [*] no', 'absent', '[*] no'],
    ['{Stenosis} [✓] no', 'absent', '[✓] no'],
    ['{Stenosis} [✔] no', 'absent', '[✔] no'],
    ['{Stenosis} [q] no', 'present', ''],
    ['{Stenosis} ☒ no ☐ yes', 'absent', '☒ no'],
    ['{Stenosis} ☑ no ☐ yes', 'absent', '☑ no'],
    ['{Stenosis} ☐ no ☒ yes', 'present', '☒ yes'],
    ['{Stenosis} _x_ no ___ yes', 'absent', '_x_ no'],
    ['{Stenosis} ___ no _x_ yes', 'present', '_x_ yes'],
    ['{Stenosis} (x) none', 'absent', '(x) none'],
    ['{Stenosis} (x) negative', 'absent', '(x) negative'],
    ['{Stenosis} (x) denies', 'absent', '(x) denies'],
    ['{Stenosis} (x) absent', 'absent', '(x) absent'],
    ['{Stenosis} (x) n', 'absent', '(x) n'],
    ['No {stenosis} (x) y', 'present', '(x) y'],
    ['No {stenosis} (x) positive', 'present', '(x) positive'],
    ['No {stenosis} (x) present', 'present', '(x) present'],
    ['No {stenosis} ___ yes', 'present', ''],
    ['No ___ {stenosis}', 'absent', 'no'],
    ['No {stenosis} yes (x) no ( )', 'present', 'yes (x)'],
    ['No {stenosis} yes ( ) no (x)', 'absent', 'no (x)'],
    ['No {stenosis} [x) yes', 'absent', 'no'],
    ['No {stenosis} [x yes', 'absent', 'no'],
    ['{Stenosis} and then a long row of words until the box comes at last to the reader here so [x] no', 'present', ''],
    ['{Stenosis} [x] yes [ ] no bulge [x] no', 'present', '[x] yes'],
    ['{Stenosis} [ ] yes bulge tear slip [x] no', 'present', ''],
    ['No {stenosis} [ ] yes [x] yes', 'present', ''],
    ['___ {stenosis}', 'present', '___'],
  ]);
});
