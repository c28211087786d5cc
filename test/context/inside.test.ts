/** Cues among a finding's own words, after it, and beyond a comma: whole sentences of a note. */
import { describe, expect, it } from 'vitest';
import { createAnalyzer } from '../../src/index.ts';

const analyzer = await createAnalyzer({ linguistics: 'none' });

const read = (text: string): string =>
  analyzer
    .analyze(`HPI: Seen in clinic.\nASSESSMENT: ${text}`)
    .facts.map(({ condition, status }) => `${condition} ${status}`)
    .join(', ');

describe('a cue among the words of the finding', () => {
  it.each<[sentence: string, facts: string]>([
    ['The L4-5 disc is not herniated.', 'disc-herniation absent'],
    ['The L4-5 disc is herniated.', 'disc-herniation present'],
    ['The L4-5 disc is possibly herniated.', 'disc-herniation uncertain'],
    ['Discs above it might then degenerate.', 'disc-degeneration hypothetical'],
    ['Discs above it then degenerated.', 'disc-degeneration present'],
  ])('%s', (sentence, facts) => {
    expect(read(sentence)).toBe(facts);
  });
});

describe('a question', () => {
  it.each<[sentence: string, facts: string]>([
    ['Is this sciatica? No.', 'sciatica absent'],
    ['Is this sciatica? Yes.', 'sciatica present'],
    ['Sciatica?', 'sciatica uncertain'],
    ['Possible sciatica.', 'sciatica uncertain'],
  ])('%s', (sentence, facts) => {
    expect(read(sentence)).toBe(facts);
  });
});

describe('a cue beyond a comma', () => {
  it.each<[sentence: string, facts: string]>([
    ['Low back pain, history of leg pain which has resolved.', 'low-back-pain present'],
    ['Low back pain, which has resolved.', 'low-back-pain historical'],
    ['Low back pain, resolved.', 'low-back-pain historical'],
    ['Sciatica was weighed, nothing supports it.', 'sciatica absent'],
    ['Sciatica was found, nothing supports a fracture.', 'sciatica present'],
    ['Sciatica, presumed.', 'sciatica uncertain'],
    ['Sciatica, presumed infection of the bladder.', 'sciatica present'],
    ['Sciatica, unlikely to need surgery.', 'sciatica present'],
    [
      'Sciatica, discitis and stenosis of the lumbar canal are not seen.',
      'sciatica absent, discitis absent, spinal-stenosis absent',
    ],
    ['Sciatica, which was ruled out.', 'sciatica absent'],
    ['Sciatica; discitis was ruled out.', 'sciatica present, discitis absent'],
  ])('%s', (sentence, facts) => {
    expect(read(sentence)).toBe(facts);
  });
});
