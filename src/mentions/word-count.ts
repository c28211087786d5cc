/** How many different words of a list a note is told in: a count that stops when it has enough. */
import { type Tokens, wordAt } from '../text/tokens.ts';
import { WordSet } from '../text/word-sets.ts';

/** Words and phrases that stand in the folded text as they are spelled here, each between word boundaries. */
export class CountedWords {
  readonly #heads: WordSet;
  readonly #byHead = new Map<string, string[]>();

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const head = /^[a-z]+/.exec(phrase)?.[0] ?? '';
      this.#byHead.set(head, [...(this.#byHead.get(head) ?? []), phrase]);
    }
    this.#heads = new WordSet(this.#byHead.keys());
  }

  /** How many of them stand in the note, `enough` at most; the words of a phrase do not count beside it. */
  count(tokens: Tokens, enough: number): number {
    const found = new Set<string>();
    let end = 0;
    for (let at = 0; at < tokens.count && found.size < enough; at++) {
      const start = tokens.start[at] as number;
      if (!this.#heads.at(tokens, at) || start < end) continue;
      const phrase = this.#byHead.get(wordAt(tokens, at))?.find((each) => standsAt(tokens.folded, each, start));
      if (phrase === undefined) continue;
      found.add(phrase);
      end = start + phrase.length;
    }
    return found.size;
  }
}

function standsAt(text: string, phrase: string, start: number): boolean {
  const end = start + phrase.length;
  return (
    text.startsWith(phrase, start) &&
    !isWordCharacter(text.charCodeAt(start - 1)) &&
    !isWordCharacter(text.charCodeAt(end))
  );
}

/** As of `\w`; false for what stands outside the text. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f
  );
}
