import { describe, expect, it } from 'vitest';
import { locateIn } from '../../src/formats/positions.ts';
import fc from '../property.ts';

describe('an offset as line:column', () => {
  it.each([
    ['first character', 'ab', 0, '1:1'],
    ['end of text', 'ab', 2, '1:3'],
    ['after LF', 'a\nb', 2, '2:1'],
    ['after CRLF', 'a\r\nb', 3, '2:1'],
    ['after CR', 'a\rb', 2, '2:1'],
    ['on the LF of a CRLF', 'a\r\nb', 2, '1:3'],
    ['LF CR is two line ends', 'a\n\rb', 3, '3:1'],
    ['blank lines count', '\n\n\nx', 3, '4:1'],
    ['an emoji takes two columns', '😀x', 2, '1:3'],
    ['a byte-order mark takes a column', '\ufeffx', 1, '1:2'],
    ['form feed ends no line', 'a\fb', 2, '1:3'],
    ['past the end stays at the end', 'a\nb', 99, '2:2'],
    ['empty text', '', 0, '1:1'],
  ])('%s', (_name, text, offset, expected) => {
    const { line, column } = locateIn(text)(offset);
    expect(`${line}:${column}`).toBe(expected);
  });

  it('leads back to the same character', () => {
    const text = fc
      .array(fc.constantFrom('a', ' ', '\n', '\r', '\r\n', 'é', '😀'), { maxLength: 60 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(80), (note, wanted) => {
        const offset = Math.min(wanted, note.length);
        const { line, column } = locateIn(note)(offset);
        const before = note
          .split(/(?<=\r\n|\r(?!\n)|\n)/)
          .slice(0, line - 1)
          .join('');
        expect(before.length + column - 1).toBe(offset);
      }),
    );
  });
});
