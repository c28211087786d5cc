import { describe, expect, it } from 'vitest';
import { oneLine, showControls, showControlsInJson } from '../../src/formats/visible.ts';

describe('characters that a terminal would obey', () => {
  it.each([
    ['escape sequence', 'a\x1b[31mb', 'a\\x1b[31mb'],
    ['bell and backspace', 'a\x07\bb', 'a\\x07\\x08b'],
    ['C1 control sequence introducer', 'a\x9b31mb', 'a\\x9b31mb'],
    ['delete', 'a\x7fb', 'a\\x7fb'],
    ['NUL', 'a\0b', 'a\\x00b'],
    ['form feed', 'a\fb', 'a\\x0cb'],
    ['right-to-left override', 'a\u202eb', 'a\\u202eb'],
    ['isolate', 'a\u2066b\u2069', 'a\\u2066b\\u2069'],
    ['Arabic letter mark', 'a\u061cb', 'a\\u061cb'],
    ['line separator', 'a\u2028b', 'a\\u2028b'],
    ['zero-width space', 'a\u200bb', 'a\\u200bb'],
    ['byte-order mark', '\ufeffa', '\\ufeffa'],
    ['tag character', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['half of an emoji', 'a\ud83d', 'a\\ud83d'],
    ['an emoji is left alone', 'a😀', 'a😀'],
    ['accents, degree sign and non-breaking space are left alone', 'é 30°\u00a0x', 'é 30°\u00a0x'],
  ])('%s', (_name, given, expected) => {
    expect(showControls(given)).toBe(expected);
  });

  it('folds a quote over two lines into one', () => {
    expect(oneLine('  low\r\n\t back pain ')).toBe('low back pain');
    expect(showControls('a\r\n\tb')).toBe('a\r\n\tb');
  });

  it('keeps the meaning of JSON', () => {
    const value = { text: '\x1b[31m\x9b\u202e\u2028\u{e0041}\ud83d😀\v"\\' };
    const shown = showControlsInJson(JSON.stringify(value));
    expect(JSON.parse(shown)).toEqual(value);
    expect(shown).toMatch(/^[\x20-\x7e😀]+$/u);
  });
});
