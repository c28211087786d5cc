/**
 * Foreign text -> text that a terminal only shows: what would move the cursor, recolour, reorder or hide the words
 * comes out as a visible escape, so that no note can rewrite the report about it.
 */

// C0 (but for tab, LF, CR, which `oneLine` folds), DEL, C1, bidi controls, line separators, zero-width and tag
// characters, and surrogates without a partner.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Keeps line breaks and tabs. */
export function showControls(text: string): string {
  return text.replace(HIDDEN, escapeCharacter);
}

/** For a quote inside a line: runs of white space become one blank, so a quote over two lines stays one. */
export function oneLine(text: string): string {
  return showControls(text.replace(/[\t\n\r ]+/g, ' ').trim());
}

/** JSON whose strings mean the same and hold no character that a terminal would obey (JSON escapes C0 itself). */
export function showControlsInJson(json: string): string {
  return json.replace(HIDDEN, (character) => [...unitsOf(character)].map((unit) => `\\u${hex(unit, 4)}`).join(''));
}

function escapeCharacter(character: string): string {
  const point = character.codePointAt(0) as number;
  if (point <= 0xff) return `\\x${hex(point, 2)}`;
  return point <= 0xffff ? `\\u${hex(point, 4)}` : `\\u{${point.toString(16)}}`;
}

function* unitsOf(character: string): Iterable<number> {
  for (let index = 0; index < character.length; index++) yield character.charCodeAt(index);
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
