/**
 * One character's class and folded form, by table: folding keeps the length, so a position in the folded text is a
 * position in the note.
 */

export const SPACE = 0;
export const LETTER = 1;
export const DIGIT = 2;
export const BREAK = 3;
export const MARK = 4;

const SPACES = [0x09, 0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff, 0x200b, 0x2060];
const BREAKS = [0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029];
const MARKS = [0xab, 0xac, 0xb0, 0xb1, 0xb4, 0xb7, 0xbb, 0xbf, 0xa1, 0xa7, 0xd7, 0xf7, 0xa9, 0xae, 0xad, 0x2122];

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(65536).fill(LETTER);
  for (let code = 0; code < 0x80; code++) classes[code] = MARK;
  for (let code = 0x30; code <= 0x39; code++) classes[code] = DIGIT;
  for (let code = 0x41; code <= 0x5a; code++) classes[code] = classes[code + 32] = LETTER;
  for (let code = 0; code < 0x20; code++) classes[code] = SPACE;
  classes[0x7f] = SPACE;
  for (let code = 0x80; code < 0xa0; code++) classes[code] = SPACE;
  for (let code = 0x2000; code <= 0x200f; code++) classes[code] = SPACE;
  for (let code = 0x2010; code <= 0x206f; code++) classes[code] = MARK;
  for (let code = 0x202a; code <= 0x202e; code++) classes[code] = SPACE;
  for (let code = 0x2190; code <= 0x2bff; code++) classes[code] = MARK;
  for (let code = 0xff01; code <= 0xff0f; code++) classes[code] = MARK;
  for (const code of MARKS) classes[code] = MARK;
  for (const code of SPACES) classes[code] = SPACE;
  for (const code of BREAKS) classes[code] = BREAK;
  return classes;
}

const FOLDS: readonly [codes: readonly number[], to: string][] = [
  [[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xfe58, 0xfe63, 0xff0d, 0xad], '-'],
  [[0x2018, 0x2019, 0x201a, 0x201b, 0x2032, 0xb4, 0x60], "'"],
  [[0x201c, 0x201d, 0x201e, 0x201f, 0x2033], '"'],
  [[0x2044, 0x2215], '/'],
  [[0x2022, 0x2023, 0x25cf, 0x25e6, 0x2043, 0x25aa, 0xb7], '*'],
];

function buildFolds(): Uint16Array {
  const folds = new Uint16Array(65536);
  for (let code = 0; code < 65536; code++) folds[code] = code;
  for (let code = 0x41; code <= 0x5a; code++) folds[code] = code + 32;
  for (let code = 0xc0; code <= 0x17f; code++) {
    const base = String.fromCharCode(code).normalize('NFD').toLowerCase().charCodeAt(0);
    if (base >= 0x61 && base <= 0x7a) folds[code] = base;
  }
  for (let code = 0xff01; code <= 0xff5e; code++) folds[code] = folds[code - 0xfee0] as number;
  for (const [codes, to] of FOLDS) for (const code of codes) folds[code] = to.charCodeAt(0);
  return folds;
}

/** Class of each UTF-16 code unit: SPACE, LETTER, DIGIT, BREAK or MARK. */
export const CLASS_OF: Uint8Array = buildClasses();

/** Each UTF-16 code unit in lower case, without accent, with one kind of dash and quote. */
export const FOLDED: Uint16Array = buildFolds();

/** Beyond ASCII, and the grave accent that folds to an apostrophe. */
const BEYOND_PLAIN = /[`\x80-\uffff]/;

/** Stretches of the one and of the other. */
const RUNS = /[`\x80-\uffff]+|[^`\x80-\uffff]+/g;

/** Characters that are made into a string at once. */
const PART = 4096;

function foldedCodes(text: string, start: number): Uint16Array {
  const codes = new Uint16Array(Math.min(PART, text.length - start));
  for (let at = 0; at < codes.length; at++) codes[at] = FOLDED[text.charCodeAt(start + at)] as number;
  return codes;
}

/** The folded form of a text; as long as the text. */
export function fold(text: string): string {
  // a platform's own lower case is ours for plain letters, and many times faster
  return BEYOND_PLAIN.test(text)
    ? text.replace(RUNS, (run) => (BEYOND_PLAIN.test(run) ? foldRun(run) : run.toLowerCase()))
    : text.toLowerCase();
}

function foldRun(text: string): string {
  const codes = Array.from({ length: Math.ceil(text.length / PART) }, (_, part) => foldedCodes(text, part * PART));
  return codes.map((part) => String.fromCharCode(...part)).join('');
}
