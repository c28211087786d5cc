/**
 * Work grows no faster than the note: for every hostile shape the reads of tokens are counted, which no busy machine
 * disturbs. Times are in `npm run bench`.
 */
import { describe, expect, it } from 'vitest';
import { findElements } from '../../src/facts/elements.ts';
import { buildFacts } from '../../src/facts/facts.ts';
import { findFindings } from '../../src/facts/findings.ts';
import { findImaging } from '../../src/facts/imaging.ts';
import { findLinkages } from '../../src/facts/linkages.ts';
import { findStudyContexts } from '../../src/facts/studies.ts';
import { compiledLexicons } from '../../src/lexicons/compiled.ts';
import { compileLanguage } from '../../src/mentions/language.ts';
import { readTokens } from '../../src/mentions/note-reading.ts';
import { type Tokens, tokenize } from '../../src/text/tokens.ts';
import { SHAPES } from './shapes.ts';

const language = compileLanguage(compiledLexicons);
const SIZE = 8_000;
const MOST_GROWTH = 2.2;
/** Reads of one token: the dearest shape of today, halves of pairs without a full stop, takes about 3,100; real text 100. */
const MOST_READS = 5000;

/** How often a layer looks at a token while a text is read and its facts are found. */
function countReads(text: string): number {
  let reads = 0;
  const count = <A extends Int32Array | Uint8Array>(array: A): A =>
    new Proxy(array, {
      get(target, key) {
        reads++;
        return Reflect.get(target, key, target);
      },
    });
  const { start, end, kind, word, ...rest } = tokenize(text, language.words);
  const tokens: Tokens = { ...rest, start: count(start), end: count(end), kind: count(kind), word: count(word) };
  const note = readTokens(tokens, language, () => {});
  const studies = findStudyContexts(note);
  const findings = findFindings(note, studies);
  const linkages = findLinkages(note, findings, studies);
  buildFacts(note, findings, studies, linkages);
  findImaging(note, studies);
  findElements(note, findings);
  return reads;
}

describe('twice the text takes about twice the reads, and no token takes reads without bound', () => {
  it.each(Object.entries(SHAPES))('%s', (_name, make) => {
    const [once, twice] = [countReads(make(SIZE)), countReads(make(2 * SIZE))];
    expect(twice).toBeLessThan(MOST_GROWTH * Math.max(once, 100));
    expect(once / (100 + tokenize(make(SIZE), language.words).count)).toBeLessThan(MOST_READS);
  });

  it('counts: a token that is looked at is a read', () => {
    expect(countReads('Low back pain.')).toBeGreaterThan(20);
    expect(countReads(SHAPES['real text']?.(SIZE) ?? '')).toBeGreaterThan(SIZE / 10);
  });
});
