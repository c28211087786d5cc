/**
 * Where a pattern stands in a text, asked for place after place in the order of the text: one search serves all the
 * sentences of a note, and most of them need not be looked at for what they do not hold.
 */
export class Sightings {
  readonly #pattern: RegExp;
  readonly #text: string;
  /** Where it stands next; -1 before the first search. */
  #next = -1;

  /** @param pattern with the flag `g` */
  constructor(pattern: RegExp, text: string) {
    this.#pattern = pattern;
    this.#text = text;
  }

  /** Whether the pattern begins in [start, end); `start` never goes back. */
  beginsIn(start: number, end: number): boolean {
    if (this.#next < start) {
      this.#pattern.lastIndex = start;
      this.#next = this.#pattern.exec(this.#text)?.index ?? this.#text.length;
    }
    return this.#next < end;
  }
}
