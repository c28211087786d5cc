/**
 * Bytes -> the text of a note, exactly: strict UTF-8, a byte-order mark kept, so that offsets stay true. What is no
 * text is named for what it looks like.
 */
import { UsageError } from './failure.ts';

interface Signature {
  readonly bytes: readonly number[];
  readonly at?: number;
  readonly looksLike: string;
  readonly advice: string;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));
const UNPACK = 'Unpack it first';
const EXPORT_TEXT = 'Export its text first';
const RECOGNISE = 'It is a picture of text: run character recognition first';

const SIGNATURES: readonly Signature[] = [
  { bytes: [0xff, 0xfe, 0, 0], looksLike: 'UTF-32 text', advice: 'Convert it: iconv -f UTF-32 -t UTF-8' },
  { bytes: [0xff, 0xfe], looksLike: 'UTF-16 text', advice: 'Convert it: iconv -f UTF-16 -t UTF-8' },
  { bytes: [0xfe, 0xff], looksLike: 'UTF-16 text', advice: 'Convert it: iconv -f UTF-16 -t UTF-8' },
  { bytes: [0x1f, 0x8b], looksLike: 'gzip-compressed data', advice: 'Unpack it first: gunzip -c' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], looksLike: 'zstd-compressed data', advice: UNPACK },
  { bytes: [0xfd, ...ascii('7zXZ')], looksLike: 'xz-compressed data', advice: UNPACK },
  { bytes: ascii('BZh'), looksLike: 'bzip2-compressed data', advice: UNPACK },
  { bytes: ascii('PK\x03\x04'), looksLike: 'a zip archive or an Office document (.docx)', advice: EXPORT_TEXT },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], looksLike: 'an old Office document (.doc)', advice: EXPORT_TEXT },
  { bytes: ascii('%PDF-'), looksLike: 'a PDF', advice: 'Export its text first: pdftotext -layout' },
  { bytes: ascii('{\\rtf'), looksLike: 'RTF', advice: EXPORT_TEXT },
  { bytes: [0x89, ...ascii('PNG')], looksLike: 'a PNG image', advice: RECOGNISE },
  { bytes: [0xff, 0xd8, 0xff], looksLike: 'a JPEG image', advice: RECOGNISE },
  { bytes: ascii('II*\0'), looksLike: 'a TIFF image', advice: RECOGNISE },
  { bytes: ascii('MM\0*'), looksLike: 'a TIFF image', advice: RECOGNISE },
  { bytes: ascii('DICM'), at: 128, looksLike: 'a DICOM object', advice: EXPORT_TEXT },
  ...['MSH|', 'FHS|', 'BHS|'].map((segment) => ({
    bytes: ascii(segment),
    looksLike: 'an HL7 v2 message',
    advice: 'Take the report text out of its OBX-5 fields (join the TX and FT segments in order, undo the escapes)',
  })),
];

/** The text, or a UsageError that completes the sentence "<file>: ...". */
export function decodeNote(bytes: Uint8Array): string {
  refuseForeignFormats(bytes);
  const text = decodeStrictly(bytes);
  if (text === null) {
    const offset = findInvalidByte(bytes);
    const value = (bytes[offset] ?? 0).toString(16).padStart(2, '0');
    throw new UsageError(
      `not valid UTF-8: byte 0x${value} at byte offset ${offset}. If it is Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8`,
    );
  }
  return text;
}

/** @throws UsageError when the first bytes are those of another format, or of no text at all. */
export function refuseForeignFormats(bytes: Uint8Array): void {
  // MLLP framing puts 0x0b before an HL7 message; a byte-order mark or blanks may stand before RTF and HL7 too.
  const head = bytes.subarray(skipLeading(bytes));
  for (const { bytes: signature, at = 0, looksLike, advice } of SIGNATURES) {
    const source = looksLike.startsWith('UTF-') ? bytes : head;
    if (signature.every((byte, index) => source[at + index] === byte)) {
      throw new UsageError(`this looks like ${looksLike}, not plain text. ${advice}, and give the text as UTF-8.`);
    }
  }
  refuseBinary(bytes.subarray(0, 8192));
}

function skipLeading(bytes: Uint8Array): number {
  let index = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (index < 64 && [0x09, 0x0a, 0x0b, 0x0d, 0x20].includes(bytes[index] as number)) index++;
  return index;
}

/** A stray control character in an export is text; one in ten is not. */
function refuseBinary(head: Uint8Array): void {
  let controls = 0;
  const zeros = [0, 0];
  for (const [index, byte] of head.entries()) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls++;
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  }
  if (controls * 10 <= head.length) return;
  const [even = 0, odd = 0] = zeros;
  // Latin text in UTF-16 has a zero in every second byte, always on the same side.
  if (Math.max(even, odd) * 4 > head.length && Math.min(even, odd) * 20 < Math.max(even, odd)) {
    const side = even > odd ? 'UTF-16BE' : 'UTF-16LE';
    throw new UsageError(
      `this looks like UTF-16 text. Convert it: iconv -f ${side} -t UTF-8, and give the text as UTF-8.`,
    );
  }
  throw new UsageError('this looks like binary data, not plain text. Give the text of the note as UTF-8.');
}

/** Null when the bytes are not UTF-8. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Offset of the first byte that is no UTF-8: where a lenient decoder had to put U+FFFD without reading one. */
export function findInvalidByte(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  let offset = 0;
  for (const character of lenient) {
    const point = character.codePointAt(0) as number;
    if (point === 0xfffd && !(bytes[offset] === 0xef && bytes[offset + 1] === 0xbf && bytes[offset + 2] === 0xbd)) {
      return offset;
    }
    offset += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return offset;
}
