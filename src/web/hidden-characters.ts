/** Characters that a reader cannot see -> the symbol that stands for them; the text around them is left as it is. */

// C0 but for tab and line feed, DEL, C1, soft hyphen, bidi controls, separators, zero-width, tag and lone surrogates.
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be shown.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

const NAMES: Readonly<Record<number, string>> = {
  127: 'DEL',
  173: 'SHY',
  1564: 'ALM',
  8203: 'ZWSP',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8232: 'LS',
  8233: 'PS',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8288: 'WJ',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};
const C0 =
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
    ' ',
  );

export function nameHidden(character: string): string {
  const point = character.codePointAt(0) as number;
  return C0[point] ?? NAMES[point] ?? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}

export type Piece = { readonly text: string } | { readonly symbol: string };

/** The text in pieces: what may be shown as it stands, and the symbols between. */
export function splitHidden(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let shown = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > shown) pieces.push({ text: text.slice(shown, match.index) });
    pieces.push({ symbol: nameHidden(match[0]) });
    shown = match.index + match[0].length;
  }
  if (shown < text.length) pieces.push({ text: text.slice(shown) });
  return pieces;
}

/** For a quote in the results, where the symbol may take its room. */
export function showHidden(text: string): string {
  return splitHidden(text)
    .map((piece) => ('text' in piece ? piece.text : `⟦${piece.symbol}⟧`))
    .join('');
}
