/** A lexicon file that cannot be used. `message` names file and line, what is wrong, why, and what to do. */
export class LexiconError extends Error {
  override readonly name = 'LexiconError';
  readonly file: string;
  readonly line: number;
  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.file = file;
    this.line = line;
  }
}
