import { describe, expect, it } from 'vitest';
import { decodeNote, findInvalidByte } from '../../src/cli/decode.ts';
import fc from '../property.ts';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('bytes that are a note', () => {
  it.each([
    ['plain words', 'Back pain.'],
    ['nothing', ''],
    ['CRLF and CR', 'a\r\nb\rc'],
    ['a byte-order mark is kept, so offsets stay exact', '\ufeffHPI'],
    ['accents and emoji', 'Café 😀'],
    ['a replacement character that is really there', 'a\ufffdb'],
    ['a stray NUL and a form feed of an export', `${'low back pain '.repeat(3)}\0\f`],
    ['a colour escape', '\x1b[31mred\x1b[0m'],
    ['words that resemble a signature further on', 'Report (%PDF- in the scanner) and MSH| too'],
  ])('%s', (_name, text) => {
    expect(decodeNote(Buffer.from(text, 'utf8'))).toBe(text);
  });
});

describe('bytes that are no note are named for what they look like', () => {
  const utf16 = Buffer.from('HPI: aching low back', 'utf16le');
  it.each<[string, Uint8Array, RegExp]>([
    ['UTF-16 with its mark', Buffer.concat([ascii('\xff\xfe'), utf16]), /UTF-16.*iconv/],
    ['UTF-16 big-endian mark', ascii('\xfe\xff\0H'), /UTF-16.*iconv/],
    ['UTF-16 without a mark', utf16, /UTF-16.*iconv -f UTF-16LE/],
    ['UTF-16 big-endian without a mark', Buffer.from(utf16).swap16(), /iconv -f UTF-16BE/],
    ['UTF-32', ascii('\xff\xfe\0\0H\0\0\0'), /UTF-32/],
    ['gzip', ascii('\x1f\x8b\x08\0'), /gzip.*gunzip/],
    ['PDF', ascii('%PDF-1.7\n'), /PDF.*pdftotext/],
    ['PDF after a blank line', ascii('\r\n%PDF-1.7'), /PDF/],
    ['RTF', ascii('{\\rtf1\\ansi'), /RTF/],
    ['HL7', ascii('MSH|^~\\&|LAB'), /HL7.*OBX-5/],
    ['HL7 in its frame', ascii('\x0bMSH|^~\\&|LAB'), /HL7/],
    ['HL7 after a byte-order mark', ascii('\xef\xbb\xbfMSH|^~\\&|LAB'), /HL7/],
    ['Word', ascii('PK\x03\x04'), /docx/],
    ['old Word', ascii('\xd0\xcf\x11\xe0'), /\.doc/],
    ['a scan', ascii('II*\0'), /TIFF.*recognition/],
    ['DICOM', Buffer.concat([new Uint8Array(128), ascii('DICM')]), /DICOM/],
    ['anything else binary', Uint8Array.from({ length: 64 }, (_, index) => index % 7), /binary/],
  ])('%s', (_name, bytes, message) => {
    expect(() => decodeNote(bytes)).toThrow(message);
  });
});

describe('bytes that are not UTF-8', () => {
  it.each<[string, Uint8Array, number]>([
    ['a Windows-1252 quote', ascii('patient\x92s back'), 7],
    ['after characters of two, three and four bytes', Buffer.concat([Buffer.from('é€😀'), ascii('\xff')]), 9],
    ['a sequence cut off at the end', Buffer.concat([Buffer.from('ab'), ascii('\xe2\x82')]), 2],
    ['after a real replacement character', Buffer.concat([Buffer.from('\ufffd'), ascii('\x80')]), 3],
    ['an overlong slash', ascii('a\xc0\xaf'), 1],
    ['an encoded surrogate', ascii('a\xed\xa0\x80'), 1],
    ['after a byte-order mark', ascii('\xef\xbb\xbfa\xff'), 4],
  ])('%s', (_name, bytes, offset) => {
    expect(() => decodeNote(bytes)).toThrow(`at byte offset ${offset}.`);
  });

  it('finds the first wrong byte wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.string({ maxLength: 5 }), (before, after) => {
        const bytes = Buffer.concat([Buffer.from(before), ascii('\xff'), Buffer.from(after)]);
        expect(findInvalidByte(bytes)).toBe(Buffer.from(before).length);
      }),
    );
  });
});
