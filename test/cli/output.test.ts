/** Writing a file: texts are gathered, in order and with back-pressure, and what keeps one out of the file is told. */
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/failure.ts';
import { openBufferedOutput } from '../../src/cli/output.ts';

const ROOM = 16;

/** A sink that takes each text on a later turn; from the nth on it fails. */
function makeSink(failsFrom = Number.POSITIVE_INFINITY, code = 'ENOSPC') {
  const taken: string[] = [];
  let writes = 0;
  const sink = new Writable({
    highWaterMark: ROOM,
    decodeStrings: false,
    write(text, _encoding, done) {
      setImmediate(() => {
        writes++;
        if (writes >= failsFrom) return done(Object.assign(new Error('no'), { code }));
        taken.push(String(text));
        done();
      });
    },
  });
  return { sink, taken };
}

describe('a buffered output', () => {
  it('gives every text in order, the last ones with finish', async () => {
    const { sink, taken } = makeSink();
    const { write, finish } = openBufferedOutput(sink);
    const texts = Array.from({ length: 50 }, (_, at) => `line ${at}\n`);
    for (const text of texts) await write(text);
    await finish();
    expect(taken).toEqual(texts);
  });

  it('does not wait for a text that has room, and waits where there is none', async () => {
    const { sink, taken } = makeSink();
    const { write, finish } = openBufferedOutput(sink);
    await write('short\n');
    expect(taken).toEqual([]);
    await write('a text longer than the room\n');
    expect(taken).toEqual(['short\n', 'a text longer than the room\n']);
    expect(sink.writableLength).toBe(0);
    await finish();
  });

  it.each<[when: string, failsFrom: number, texts: readonly string[]]>([
    ['while it waits for room', 1, ['a text longer than the room\n']],
    ['behind a text that had room', 1, ['short\n']],
    ['at a later text', 3, ['one\n', 'two\n', 'three\n']],
  ])('tells of a full disk %s, at the latest with finish', async (_when, failsFrom, texts) => {
    const { sink } = makeSink(failsFrom);
    const { write, finish } = openBufferedOutput(sink);
    const work = async (): Promise<void> => {
      for (const text of texts) await write(text);
      await finish();
    };
    await expect(work()).rejects.toThrow(
      new UsageError('cannot write the output: the disk is full. Make room and run it again.'),
    );
  });

  it('takes nothing more once a text was lost', async () => {
    const { sink, taken } = makeSink(1);
    const { write, finish } = openBufferedOutput(sink);
    await expect(write('a text longer than the room\n')).rejects.toThrow(UsageError);
    await expect(write('short\n')).rejects.toThrow(UsageError);
    await expect(finish()).rejects.toThrow(UsageError);
    expect(taken).toEqual([]);
  });
});
