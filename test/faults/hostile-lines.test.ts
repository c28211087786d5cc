/** Whatever bytes a line of a batch holds, it gets one line of output that repeats nothing secret; and nothing is ever fetched. */
import dns from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { answerLine, isBlank } from '../../src/cli/answer-line.ts';
import { splitLines } from '../../src/cli/lines.ts';
import { createAnalyzer } from '../../src/index.ts';
import { echoAnalyzer, run } from '../cli/world.ts';
import { manyNotes } from '../notes.ts';
import fc from '../property.ts';

const analyzer = await createAnalyzer({ linguistics: 'none' });
const KEYS = ['id', 'text', 'meta', 'setting', 'noteKind', 'dateOfService', '__proto__', 'constructor', 'toString', ''];
const record = fc.dictionary(fc.constantFrom(...KEYS), fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()));
const line = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.json().map((text) => Buffer.from(text)),
  record.map((fields) => Buffer.from(JSON.stringify(fields))),
  fc.string({ unit: 'binary' }).map((text) => Buffer.from(JSON.stringify({ text, id: '__proto__' }))),
);

describe('a line of a batch', () => {
  it('is answered with one line of JSON, or is blank', () => {
    fc.assert(
      fc.property(line, (bytes) => {
        const answered = answerLine({ number: 7, bytes }, analyzer, {});
        expect(answered === null).toBe(isBlank({ number: 7, bytes }));
        if (!answered) return;
        expect(answered.text.indexOf('\n')).toBe(answered.text.length - 1);
        const parsed = JSON.parse(answered.text);
        expect('error' in parsed ? parsed.line : parsed.schema).toBe('error' in parsed ? 7 : 'spinenote/analysis@1');
      }),
      { numRuns: 300 },
    );
  });

  it('is found wherever the chunks of a stream are cut', async () => {
    const cuts = fc.array(fc.nat({ max: 60 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 6 }), cuts, async (lines, sizes) => {
        const whole = Buffer.concat(lines.flatMap((each) => [each, Buffer.from('\n')]));
        const read = async (pieces: Uint8Array[]): Promise<unknown> => {
          const found: unknown[] = [];
          const stream = (async function* () {
            yield* pieces;
          })();
          for await (const { number, bytes } of splitLines(stream, 1000)) found.push([number, bytes && [...bytes]]);
          return found;
        };
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const size of sizes) {
          pieces.push(whole.subarray(at, at + size));
          at += size;
        }
        pieces.push(whole.subarray(at));
        expect(await read(pieces)).toEqual(await read([whole]));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps an id that is the name of a property of every object', async () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty'];
    const stdin = ids.map((id) => JSON.stringify({ id, text: 'x' })).join('\n');
    const { out } = await run(['batch'], { stdin, io: { createAnalyzer: async () => echoAnalyzer } });
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((each) => JSON.parse(each).note.id),
    ).toEqual(ids);
  });
});

describe('the network', () => {
  it('is not used: not by an analyzer, not by a batch', async () => {
    const used: string[] = [];
    const refuse = (name: string) => (): never => {
      used.push(name);
      throw new Error(`${name} was used`);
    };
    const spies = [
      vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse('net')),
      vi.spyOn(http, 'request').mockImplementation(refuse('http')),
      vi.spyOn(https, 'request').mockImplementation(refuse('https')),
      vi.spyOn(dns, 'lookup').mockImplementation(refuse('dns') as never),
      vi.spyOn(globalThis, 'fetch').mockImplementation(refuse('fetch')),
    ];
    const { exitCode, out } = await run(['batch'], { stdin: manyNotes(5).join('\n'), io: { createAnalyzer } });
    expect([exitCode, out.trimEnd().split('\n').length, used]).toEqual([0, 5, []]);
    expect(() => net.connect(9)).toThrow(/net was used/);
    for (const spy of spies) spy.mockRestore();
  });
});
