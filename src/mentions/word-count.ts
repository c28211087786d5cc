/** How many different words of a list a note is told in: a count that stops when it has enough. */
import { NUMBER, type Tokens } from '../text/tokens.ts';
import { WordSet } from '../text/word-sets.ts';

/** Words and phrases that stand in the folded text as they are spelled here, each between word boundaries. */
export class CountedWords {
  readonly #heads: WordSet;
  /** By the place of their first word among the heads. */
  readonly #phrases: (readonly string[])[] = [[]];
  /** By the same place, whether the first word is all that there is. */
  readonly #isWord: boolean[] = [false];

  constructor(phrases: readonly string[]) {
    const byHead = new Map<string, string[]>();
    for (const phrase of phrases) {
      const head = /^[a-z]+/.exec(phrase)?.[0] ?? '';
      byHead.set(head, [...(byHead.get(head) ?? []), phrase]);
    }
    this.#heads = new WordSet(byHead.keys());
    this.#phrases.push(...byHead.values());
    this.#isWord.push(...[...byHead].map(([head, own]) => own.length === 1 && own[0] === head));
  }

  /**
   * How many of them stand in the note; the words of a phrase do not count beside it.
   * @param enough where the count stops, 1 or more
   */
  count(tokens: Tokens, enough: number): number {
    const found = new Set<string>();
    const isDone = new Uint8Array(this.#phrases.length);
    let end = 0;
    for (
      let at = this.#heads.find(tokens, 0, tokens.count);
      at >= 0;
      at = this.#heads.find(tokens, at + 1, tokens.count)
    ) {
      const head = this.#heads.placeAt(tokens, at);
      if (isDone[head] === 1) continue;
      const start = tokens.start[at] as number;
      if (start < end) continue;
      const phrase = this.#phrases[head]?.find((each) => standsAt(tokens.folded, each, start));
      if (phrase === undefined) continue;
      found.add(phrase);
      if (found.size === enough) break;
      if (this.#isWord[head]) isDone[head] = 1;
      end = start + phrase.length;
    }
    return found.size;
  }
}

/** What a pattern takes in the text as it came, around one of some words. */
export class CountedPattern {
  readonly #words: WordSet;
  readonly #pattern: RegExp;

  /**
   * @param words of which the pattern holds one, as its first token or behind a number
   * @param pattern with the flag `y`
   */
  constructor(words: WordSet, pattern: RegExp) {
    this.#words = words;
    this.#pattern = pattern;
  }

  /**
   * How many different texts it takes in the note, in any case.
   * @param enough where the count stops, 1 or more
   */
  count(tokens: Tokens, enough: number): number {
    const found = new Set<string>();
    for (
      let at = this.#words.find(tokens, 0, tokens.count);
      at >= 0;
      at = this.#words.find(tokens, at + 1, tokens.count)
    ) {
      const text = this.#takenAt(tokens, at) ?? (tokens.kind[at - 1] === NUMBER && this.#takenAt(tokens, at - 1));
      if (text) found.add(text);
      if (found.size === enough) break;
    }
    return found.size;
  }

  #takenAt(tokens: Tokens, at: number): string | undefined {
    this.#pattern.lastIndex = tokens.start[at] as number;
    return this.#pattern.exec(tokens.text)?.[0].toLowerCase();
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
