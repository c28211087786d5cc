import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/cli/lines.ts';
import fc from '../property.ts';

async function split(chunks: readonly (string | Uint8Array)[], cap = 100): Promise<string[]> {
  async function* stream() {
    for (const chunk of chunks) yield Buffer.from(chunk as string);
  }
  const lines: string[] = [];
  for await (const { number, bytes } of splitLines(stream(), cap)) {
    lines.push(`${number}:${bytes === null ? 'TOO LONG' : Buffer.from(bytes).toString('utf8')}`);
  }
  return lines;
}

describe('a stream as lines', () => {
  it.each<[string, string[], string[]]>([
    ['LF', ['a\nb\n'], ['1:a', '2:b']],
    ['the last line needs no end', ['a\nb'], ['1:a', '2:b']],
    ['CRLF', ['a\r\nb\r\n'], ['1:a', '2:b']],
    ['CR and LF in two chunks', ['a\r', '\nb'], ['1:a', '2:b']],
    ['a lone CR ends no line', ['a\rb\n'], ['1:a\rb']],
    ['a byte-order mark is taken off the first line only', ['\ufeffa\n\ufeffb'], ['1:a', '2:\ufeffb']],
    ['blank lines are numbered', ['\n\na'], ['1:', '2:', '3:a']],
    ['a line over three chunks', ['a', 'b', 'c\n'], ['1:abc']],
    ['nothing', [], []],
    ['at the cap', ['12345\n'], ['1:12345']],
    ['over the cap, and what follows', ['123456\nab\n'], ['1:TOO LONG', '2:ab']],
    ['over the cap in pieces', ['1234', '56', '78\nab'], ['1:TOO LONG', '2:ab']],
    ['over the cap to the end', ['1234', '56'], ['1:TOO LONG']],
  ])('%s', async (_name, chunks, expected) => {
    expect(await split(chunks, 5)).toEqual(expected);
  });

  it('does not depend on where the chunks break', async () => {
    const bytes = Buffer.from('\ufeffé\r\n😀\n\nlast line');
    const whole = await split([bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 5 }), async (cuts) => {
        const at = [0, ...[...cuts].sort((a, b) => a - b), bytes.length];
        expect(await split(at.slice(1).map((end, index) => bytes.subarray(at[index], end)))).toEqual(whole);
      }),
    );
  });
});
