/** What is past or resolved, what an operation was for, and what goes on all the same. */
import { describe } from 'vitest';
import { testRows } from './marked.ts';

describe('history before the finding', () => {
  testRows([
    ['History of {sciatica}.', 'historical', 'history of'],
    ['h/o {lumbar fracture}', 'historical', 'h/o'],
    ['Hx of {disc herniation}.', 'historical', 'hx of'],
    ['Previous {lumbar strain}.', 'historical', 'previous'],
    ['Old {lumbar sprain}.', 'historical', 'old'],
    ['Remote {compression fracture}.', 'historical', 'remote'],
    ['Healed {L1 fracture}.', 'historical', 'healed'],
    ['Resolved {radiculopathy}.', 'historical', 'resolved'],
    ['He no longer has {sacroiliac pain}.', 'historical', 'no longer has'],
    ['Status post {compression fracture} repair.', 'historical', 'status post'],
    ['Past medical history significant for {stenosis}.', 'historical', 'past medical history significant for'],
    ['History of gout, {stenosis}, and migraine.', 'historical', 'history of'],
    ['A past history of diabetes, anemia, {stenosis} and asthma.', 'historical', 'past history of'],
    ['Microdiscectomy for a {ruptured disc}.', 'historical', 'microdiscectomy for'],
    ['She was fused for {spondylolisthesis}.', 'historical', 'fused for'],
    ['Status post previous lumbar surgery for {herniated disc}.', 'historical', 'lumbar surgery for'],
    ['Prior to surgery {stenosis} was mild.', 'historical', 'prior to surgery'],
    ['Before surgery she had {sciatica}.', 'historical', 'before surgery'],
    ['She used to have {neck pain}.', 'historical', 'used to have'],
  ]);
});

describe('history after the finding', () => {
  testRows([
    ['{Sciatica}, resolved.', 'historical', 'resolved'],
    ['His {neck pain} has resolved.', 'historical', 'has resolved'],
    ['The {neck pain} of last year has gone.', 'historical', 'has gone'],
    ['{Lumbar strain} ten years ago.', 'historical', 'years ago'],
    ['{Stress fracture} in high school.', 'historical', 'in high school'],
    ['{C6-7 HNP}, ACDF 2021.', 'historical', 'acdf'],
    ['{C5-6 herniation}, fused 2019.', 'historical', 'fused'],
    ['{Herniation} that has resolved.', 'historical', 'has resolved'],
    ['{Low back strain} at the quarry, 2012.', 'historical', '2012'],
    ['{Whiplash} in 2014.', 'historical', '2014'],
    ['L5-S1 discectomy 2018 for a {ruptured disc}.', 'historical', '2018 for'],
    ['Surg hx: ACDF 2015 for {C5-6 herniated disc}.', 'historical', '2015 for'],
    ['Seen in 2019 for a {back strain}.', 'historical', '2019 for'],
    ['S/p microdiscectomy for right {disc herniation}.', 'historical', 's/p microdiscectomy for'],
    ['{Compression fracture} (2016).', 'historical', '2016'],
  ]);
});

describe('what only looks like history', () => {
  testRows([
    ['History of present illness tells of {sciatica}.', 'present', ''],
    ['{Low back pain} for the past three weeks.', 'present', ''],
    ['Over the past year {stenosis} progressed.', 'present', ''],
    ['Previous MRI showed {herniation}.', 'present', ''],
    ['History of gout, now with {sciatica}.', 'present', ''],
    ['Woman with a history of asthma who presents with {low back pain}.', 'present', ''],
    ['History of gout; {stenosis} at L4-5.', 'present', ''],
    ['{Low back pain} since 2019.', 'present', ''],
    ['MRI 2026 for {low back pain}.', 'present', ''],
    ['Seen 3/14/2026 for {low back pain}.', 'present', ''],
    ['{Stenosis} diagnosed in 2015.', 'present', ''],
    ['{Herniation} on MRI 2024.', 'present', ''],
    ['{Back pain} after a fall on March 3, 2026.', 'present', ''],
    ['{Neck pain} since 10/2025.', 'present', ''],
    ['She is a candidate for lumbar surgery for {stenosis}.', 'present', ''],
    ['We will schedule laminectomy for {stenosis}.', 'present', ''],
    ['{C5-6 herniation}, ACDF scheduled.', 'present', ''],
    ['Prior {herniation} at L4-5 is again seen.', 'present', ''],
    ['The previous {stenosis} is unchanged.', 'present', ''],
    ['The previously noted {herniation} is smaller.', 'present', ''],
    ['The same old {back pain}.', 'present', ''],
    ['A 61 year old man with {stenosis}.', 'present', ''],
    ['Neck pain from a previous fusion, and {stenosis}.', 'present', ''],
    ['Previous lumbar fusion with {stenosis} above it.', 'present', ''],
    ['{Back pain} began about two years ago.', 'present', ''],
    ['Bulge, sciatica and {stenosis}.', 'present', ''],
    ['{Bulge} at L4-5 and sciatica, resolved.', 'present', ''],
    ['Preoperative diagnosis {stenosis}.', 'present', ''],
    ['Past medical history: gout.\n\nAssessment: {sciatica}.', 'present', ''],
  ]);
});
