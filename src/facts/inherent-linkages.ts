/** Linkages that one word holds: vertebrogenic low back pain (the endplates), discogenic back pain (the disc). */

import type { NoteReading, SentenceReading } from '../mentions/note-reading.ts';
import type { Cue } from '../mentions/terms.ts';
import type { Linkage, Status } from '../model.ts';
import { markAt, wordAt } from '../text/tokens.ts';
import { evidenceOf, type Finding } from './findings.ts';
import { linkageOf, partyOf, ROOTS } from './link-site.ts';

const SEMICOLON = 0x3b;
const BEFORE_PAIN = 8;
const AFTER_PAIN = 12;
const CUE_REACH = 3;

export function findInherentLinkages(note: NoteReading, sentence: SentenceReading, own: readonly Finding[]): Linkage[] {
  const pain = own.find((finding) => finding.condition === 'low-back-pain' || finding.condition === 'back-pain');
  const linkages: Linkage[] = [];
  for (const word of sentence.hits.get('vertebrogenic')) {
    if (!pain) {
      const component = ofComponent(note, sentence, word);
      if (component) linkages.push(component);
    } else if (isBeside(note, word, pain) || isElliptic(note, word, pain)) {
      const [first, last] = [Math.min(word.first, pain.candidate.first), Math.max(word.last, pain.candidate.last)];
      linkages.push({
        from: 'low-back-pain',
        to: 'endplate-change',
        status: statusOf(sentence, word, pain),
        evidence: [evidenceOf(note.tokens, first, last)],
      });
    }
  }
  if (pain) linkages.push(...discogenic(note, sentence, pain));
  linkages.push(...spondylotic(note, own));
  return linkages;
}

function isBeside({ tokens }: NoteReading, word: { first: number; last: number }, pain: Finding): boolean {
  const { first, last } = pain.candidate;
  if (word.first < first - BEFORE_PAIN || word.last > last + AFTER_PAIN) return false;
  for (let at = Math.min(word.last, last); at < Math.max(word.first, first); at++)
    if (markAt(tokens, at) === SEMICOLON) return false;
  return true;
}

const HEAD_REACH = 2;

/** "Low back pain, chronic; vertebrogenic origin suspected": the clause begins with the word and says nothing else of whose. */
function isElliptic({ tokens }: NoteReading, word: { first: number }, pain: Finding): boolean {
  if (word.first < pain.candidate.last || word.first - pain.candidate.last > AFTER_PAIN) return false;
  for (let at = word.first - 1; at >= word.first - HEAD_REACH; at--) if (markAt(tokens, at) === SEMICOLON) return true;
  return false;
}

/** "A vertebrogenic component cannot be excluded", "? vertebrogenic": the doubt without the pain's name. */
function ofComponent(
  note: NoteReading,
  sentence: SentenceReading,
  word: { first: number; last: number },
): Linkage | undefined {
  const isDoubted = sentence.hits.get('cue').some((cue) => cue.value.some((each) => each.says === 'uncertain'));
  const named = wordAt(note.tokens, word.first);
  if (!isDoubted || named !== 'vertebrogenic') return undefined;
  return {
    from: 'low-back-pain',
    to: 'endplate-change',
    status: 'uncertain',
    evidence: [evidenceOf(note.tokens, word.first, word.last)],
  };
}

function statusOf(sentence: SentenceReading, word: { first: number; last: number }, pain: Finding): Status {
  // "possibly vertebrogenic", "vertebrogenic origin suspected"
  const says = (status: Cue['says']): boolean =>
    sentence.hits
      .get('cue')
      .some(
        (cue) =>
          (cue.last <= word.first &&
            word.first - cue.last <= CUE_REACH &&
            cue.value.some((each) => each.says === status)) ||
          (cue.first >= word.last &&
            cue.first - word.last <= CUE_REACH &&
            cue.value.some((each) => each.says === status && each.direction === 'backward')),
      );
  if (says('absent') || pain.status === 'absent') return 'absent';
  return says('uncertain') || pain.status === 'uncertain' ? 'uncertain' : 'present';
}

/** "cervical spondylotic myelopathy": the adjective is the cause. */
function spondylotic(note: NoteReading, own: readonly Finding[]): Linkage[] {
  return own.flatMap((cause) => {
    const { last } = cause.candidate;
    if (cause.condition !== 'spondylosis' || !wordAt(note.tokens, last - 1).startsWith('spondylotic')) return [];
    const trouble = own.find((each) => ROOTS.has(each.condition) && each.candidate.first === last);
    return trouble ? [linkageOf(note, partyOf(trouble), partyOf(cause), trouble.status)] : [];
  });
}

/** "chronic discogenic low back pain"; "low back pain appears to be discogenic in origin". */
function discogenic(note: NoteReading, sentence: SentenceReading, pain: Finding): Linkage[] {
  const { first, last } = pain.candidate;
  for (let at = Math.max(sentence.first, first - 4); at < Math.min(sentence.last, last + 6); at++) {
    if (wordAt(note.tokens, at) !== 'discogenic') continue;
    const status = statusOf(sentence, { first: at, last: at + 1 }, pain);
    return [
      {
        from: pain.condition,
        to: 'disc-degeneration',
        status,
        evidence: [evidenceOf(note.tokens, Math.min(first, at), Math.max(last, at + 1))],
      },
    ];
  }
  return [];
}
